"""What the bot makes itself for a message: a chart, what is to be printed, a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.filenames import safe_name
from bot.markup import plain
from bot.rendering import Translate
from bot.tables import table_xlsx
from bot.transport import Upload
from bot.typesetting import card_pdf, certificate_pdf, chart_png, poster_pdf, sheet_pdf, signup_list_pdf
from bot.words import Say
from domain.messages import Attachment, Card, Certificate, Chart, Poster, Sheet, SignupList, Table, Text

_PAPERS: dict[type, Callable[[Any, Say, str], bytes]] = {
    Card: card_pdf,
    Sheet: sheet_pdf,
    SignupList: signup_list_pdf,
    Certificate: certificate_pdf,
    Poster: poster_pdf,
}
NAME_LIMIT = 60
"""Characters of a file's name: three bytes each in Chinese, and most file systems have room for 255."""


def make(attachment: Attachment, translate: Translate, locale: str) -> Upload:
    """The attachment, its words and its name in this language. Takes a moment: not to be called in the event
    loop. Raises whatever the libraries do that make it."""

    def say(text: Text) -> str:
        return plain(translate(text, locale))

    def named(name: Text, ending: str) -> str:
        return f"{safe_name(say(name)[:NAME_LIMIT])}.{ending}"

    if isinstance(attachment, Chart):
        return "chart.png", chart_png(attachment, say, locale)
    if isinstance(attachment, Table):
        return named(attachment.name, "xlsx"), table_xlsx(attachment, say)
    return named(attachment.name, "pdf"), _PAPERS[type(attachment)](attachment, say, locale)
