"""What the bot says: texts by id, never words; rendered in the reader's language when sent.

And what people send: any kind of message, as a Content that can be kept, shown again and passed on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator

from domain.printed import Certificate, Poster, SignupList
from domain.texts import Moment, Style, Text, Value, listed, t, verbatim

__all__ = [
    "Attachment",
    "Bar",
    "Button",
    "Card",
    "CardLine",
    "Certificate",
    "Chart",
    "Content",
    "Key",
    "Kind",
    "Moment",
    "Outgoing",
    "Poster",
    "Rows",
    "Said",
    "Shade",
    "Sheet",
    "Signature",
    "SignupList",
    "Style",
    "Table",
    "Text",
    "Value",
    "listed",
    "t",
    "verbatim",
]

Kind = Literal[
    "text",
    "photo",
    "voice",
    "video",
    "video_note",
    "document",
    "audio",
    "animation",
    "sticker",
    "location",
    "venue",
    "contact",
]


class Button(Value):
    """An inline button: it carries a packed tap (see domain/taps.py) or opens a link."""

    text: Text
    tap: str | None = None
    url: str | None = None

    @model_validator(mode="after")
    def _one_meaning(self) -> Self:
        if (self.tap is None) == (self.url is None):
            raise ValueError("a button has either a tap or a url")
        if self.tap is not None and not 1 <= len(self.tap.encode()) <= 64:
            raise ValueError(f"callback data of {len(self.tap.encode())} bytes: {self.tap!r}")
        return self


class Key(Value):
    """A key of the keyboard under the typing box: it sends its own text, or the person's contact."""

    text: Text
    asks: Literal["contact", "location"] | None = None


class Content(Value):
    """One message of a person, of any kind that can be passed on.

    `file_id` is the chat network's, and means something only to the bot by which the file came: `bot_id`, or
    if that is not known whichever bot passes it on. `text` is the text or the caption, as plain words.
    """

    kind: Kind = "text"
    text: str = ""
    file_id: str | None = None
    bot_id: int | None = None
    file_name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    title: str | None = None
    """A venue's name, or a contact's."""
    phone: str | None = None
    group: str | None = None
    """The album it belongs to."""

    def came_by(self, bot_id: int) -> Self:
        """The same, remembering by which bot its file came."""
        return self.model_copy(update={"bot_id": bot_id}) if self.file_id else self

    def is_foreign_to(self, bot_id: int) -> bool:
        """Whether its file is known to another bot, and not to this one."""
        return self.file_id is not None and self.bot_id not in (None, bot_id)

    @property
    def captionable(self) -> bool:
        """Whether this kind carries words of its own."""
        return self.kind in ("photo", "voice", "video", "document", "audio", "animation")


class Said(Value):
    """One message of a person, with its id in their own chat."""

    content: Content
    message_id: int


Tone = Literal["calm", "wait", "late"]


class Shade(Value):
    """What one colour of a chart means."""

    text: Text
    tone: Tone


class Bar(Value):
    """One bar of a chart: its name, and a count for each shade."""

    label: Text
    counts: tuple[int, ...]


class Chart(Value):
    """A bar chart, drawn in the reader's language when it is sent. Whatever it shows is said in the
    message's text as well: not everybody sees the picture, and drawing it may fail."""

    title: Text
    legend: tuple[Shade, ...]
    bars: tuple[Bar, ...]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if not self.legend or not self.bars:
            raise ValueError("a chart has at least one shade and one bar")
        for bar in self.bars:
            if len(bar.counts) != len(self.legend) or min(bar.counts) < 0:
                raise ValueError(
                    f"{bar.counts}: one count, not below zero, for each of {len(self.legend)} shades"
                )
        return self


class CardLine(Value):
    """One line of a card: what it is, and what is to be found there in a hurry (`big`) or when looked for."""

    label: Text
    value: Text
    big: bool = False


class Card(Value):
    """A card to print and hang up where somebody may have no telephone; not the message that a desk gets.

    name  of the file, without its ending
    """

    name: Text
    title: Text
    lines: tuple[CardLine, ...] = Field(min_length=1)
    note: Text | None = None


def _check_straight(rows: Sequence[Sequence[object]], columns: int) -> None:
    if crooked := [row for row in rows if len(row) != columns]:
        raise ValueError(f"{len(crooked)} rows have not one cell for each of {columns} columns")


class Table(Value):
    """A spreadsheet. What is a str stays text, also if it has digits only; an int can be added up.

    name  of the file, without its ending
    """

    name: Text
    header: tuple[Text, ...] = Field(min_length=1)
    rows: tuple[tuple[Text | int | str, ...], ...]

    @model_validator(mode="after")
    def _straight(self) -> Self:
        _check_straight(self.rows, len(self.header))
        return self


class Rows(Value):
    """A table within a notice; every cell is words, as they are to be read."""

    header: tuple[str, ...] = Field(min_length=1)
    cells: tuple[tuple[str, ...], ...]

    @model_validator(mode="after")
    def _straight(self) -> Self:
        _check_straight(self.cells, len(self.header))
        return self


class Signature(Value):
    """A line at the foot of a notice: who signs as what; without a name, room to sign by hand."""

    part: Literal["author", "checker", "supervisors"]
    name: str | None = None


class Sheet(Value):
    """A notice to print and hang up on the village board.

    name       of the file, without its ending
    form       whether it tells people something or lays it open to them (通知, 公示); stands in the heading
    kind       what it is about: finances, land, elections
    number     as it is told from others, 2026-017
    corrected  what was put right in it
    body       its words, a paragraph to a line
    dated      the day it is of, and `posted` the first and the last day that it hangs
    link       where it can be read and asked about; shown as a QR code
    """

    name: Text
    unit: str
    form: Literal["notice", "publicity"]
    kind: Text
    number: str | None = None
    corrected: Text | str | None = None
    withdrawn: bool = False
    title: str
    body: str
    rows: Rows | None = None
    dated: Moment
    posted: tuple[Moment, Moment] | None = None
    signatures: tuple[Signature, ...] = ()
    link: str | None = None


Attachment = Chart | Card | Table | Sheet | SignupList | Certificate | Poster
"""What the bot makes itself for a message, from words and numbers, in the reader's language when it is sent:
a picture, or a file. No two kinds have the same fields, so a row need not say which it is."""


class Outgoing(Value):
    """One message of the bot.

    text        what it says; with `content` it becomes the caption, or goes before what has none
    content     somebody's message passed on
    qr          a link to show as a QR picture, with `text` as its caption
    attachment  a picture or file that the bot makes, with `text` as its caption
    buttons     rows of inline buttons
    keys        rows of the keyboard under the typing box; an empty list takes it away
    reply_to    a message id of the receiving chat
    toast       for an answered tap: show `text` as a toast, or as an alert to be dismissed
    """

    model_config = ConfigDict(validate_by_name=True)

    text: Text | None = None
    content: Content | None = None
    qr: str | None = None
    attachment: Attachment | None = Field(default=None, validation_alias="chart")  # as older rows call it
    buttons: list[list[Button]] = Field(default_factory=list)
    keys: list[list[Key]] | None = None
    reply_to: int | None = None
    alert: bool = False
    callback_id: str | None = None
