"""Charts, cards and notices: set by typst from templates, with a font that comes as a package."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from bot.qr import qr_svg
from bot.words import Say
from domain.messages import Card, Chart, Rows, Sheet, Text, t
from domain.signs import without_pictures

if TYPE_CHECKING:
    import typst

FONT_PACKAGE = "cvttf_NotoSansCJK_Regular"
PIXELS_AN_INCH = 216
"""At 360 points across a picture is 1080 pixels wide: as sharp as a telephone shows it."""
_LANGUAGE = {"zh-Hans": ("zh", "cn"), "zh-Hant": ("zh", "tw"), "en": ("en", "gb")}
"""The font has each character in the forms of several regions; the language says which are meant."""
_MOBILE = re.compile(r"(?<![\d+])(1[3-9]\d)(\d{4})(\d{4})(?!\d)", re.ASCII)
_SPACED = "\\1\u00a0\\2\u00a0\\3"


def chart_png(chart: Chart, say: Say, locale: str) -> bytes:
    """A PNG of the chart. Takes a moment: not to be called in the event loop."""
    told = {
        "title": _line(say(chart.title)),
        "legend": [{"text": _line(say(one.text)), "tone": one.tone} for one in chart.legend],
        "bars": [{"label": _line(say(bar.label)), "counts": bar.counts} for bar in chart.bars],
    }
    return _typeset("chart.typ", told, locale, "png")


def card_pdf(card: Card, say: Say, locale: str) -> bytes:
    """A PDF of the card for an A4 printer, of one page or, if there is much on it, more. Takes a moment."""
    told = {
        "title": _line(say(card.title)),
        "lines": [
            {"label": _line(say(one.label)), "value": _lines(say(one.value)), "big": one.big}
            for one in card.lines
        ],
        "note": _lines(say(card.note)) if card.note else None,
    }
    return _typeset("card.typ", told, locale, "pdf")


def sheet_pdf(sheet: Sheet, say: Say, locale: str) -> bytes:
    """A PDF of the notice for an A4 printer, of one page if all of it fits there. Takes a moment."""
    marks = [t("notice-sheet-withdrawn")] if sheet.withdrawn else []
    marks += [t("notice-sheet-corrected", what=sheet.corrected)] if sheet.corrected else []
    told = {
        "unit": _line(sheet.unit),
        "heading": _line(say(t(f"notice-sheet-{sheet.form}", unit=sheet.unit))),
        "kind": _line(say(sheet.kind)),
        "number": _line(say(t("notice-sheet-number", number=sheet.number))) if sheet.number else "",
        "marks": [_lines(say(mark)) for mark in marks],
        "title": _lines(sheet.title),
        "paragraphs": [line for line in _lines(sheet.body).splitlines() if line],
        "table": _rows(sheet.rows),
        "dated": [_line(say(line)) for line in _dates(sheet)],
        "signatures": [
            {"label": _line(say(t(f"notice-sheet-{one.part}"))), "name": _line(one.name or "")}
            for one in sheet.signatures
        ],
        "qr": qr_svg(sheet.link) if sheet.link else "",
        "scan": _line(say(t("notice-sheet-scan"))),
        "page": _line(say(t("notice-sheet-page", page="@1", pages="@2"))),
    }
    return _typeset("sheet.typ", told, locale, "pdf")


def _dates(sheet: Sheet) -> list[Text]:
    dated = t("verbatim", text=sheet.dated.model_copy(update={"style": "full"}))
    if sheet.posted is None:
        return [dated]
    first, last = (day.model_copy(update={"style": "date"}) for day in sheet.posted)
    return [dated, t("notice-sheet-posted", first=first, last=last)]


def _rows(rows: Rows | None) -> list[list[str]]:
    """The header, then the others; none of a notice without a table."""
    return [[_lines(cell) for cell in row] for row in (rows.header, *rows.cells)] if rows else []


def _typeset(template: str, told: dict[str, Any], locale: str, form: Literal["png", "pdf"]) -> bytes:
    import typst  # slow to load, and not needed by most

    lang, region = _LANGUAGE.get(locale, _LANGUAGE["zh-Hans"])
    data = json.dumps({**told, "lang": lang, "region": region}, ensure_ascii=False)
    try:
        made: object = typst.compile(  # type: ignore[call-overload]  # the stubs know of one file only
            {"main": _template(template), "type.typ": _template("type.typ")},
            format=form,
            ppi=PIXELS_AN_INCH,
            sys_inputs={"data": data},
            font_paths=_fonts(),
        )
    except Exception:
        raise
    except BaseException as panic:  # a panic of the library's own language is no Exception
        raise RuntimeError("typst gave up") from panic
    if not isinstance(made, bytes):
        raise TypeError("a picture has one page")
    return made


def _line(words: str) -> str:
    """What can be drawn of it, in one line."""
    return " ".join(without_pictures(words).split())


def _lines(words: str) -> str:
    """What can be drawn of it, in its lines; mobile numbers as they are read out, 138 0000 0001."""
    return _MOBILE.sub(_SPACED, "\n".join(_line(line) for line in words.splitlines()))


@cache
def _template(name: str) -> bytes:
    return resources.files(__package__).joinpath(name).read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """The one font, and nothing of the system's: the result is the same on every machine."""
    import typst

    spec = find_spec(FONT_PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(FONT_PACKAGE)
    place = Path(spec.origin).parent
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[place])
