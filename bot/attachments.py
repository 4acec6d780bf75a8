"""What the bot makes itself for a message: a chart, a card or notice to print, a spreadsheet."""

from __future__ import annotations

from bot.filenames import safe_name
from bot.markup import plain
from bot.rendering import Translate
from bot.tables import table_xlsx
from bot.transport import Upload
from bot.typesetting import card_pdf, chart_png, sheet_pdf
from domain.messages import Attachment, Card, Chart, Sheet, Text

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
    if isinstance(attachment, Card):
        return named(attachment.name, "pdf"), card_pdf(attachment, say, locale)
    if isinstance(attachment, Sheet):
        return named(attachment.name, "pdf"), sheet_pdf(attachment, say, locale)
    return named(attachment.name, "xlsx"), table_xlsx(attachment, say)
