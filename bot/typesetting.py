"""Charts, cards, notices and the papers of activities: set by typst, with a font that comes as a package."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from bot.qr import qr_svg
from bot.words import Say
from domain.messages import (
    Card,
    Certificate,
    Chart,
    Moment,
    Poster,
    Rows,
    Sheet,
    SignupList,
    Style,
    Text,
    t,
)
from domain.printed import ListRow
from domain.signs import without_pictures

if TYPE_CHECKING:
    import typst

FONT_PACKAGE = "cvttf_NotoSansCJK_Regular"
PIXELS_AN_INCH = 216
"""At 360 points across a picture is 1080 pixels wide: as sharp as a telephone shows it."""
LIST_COLUMNS = ("number", "name", "village", "by", "phone")
"""Of a list to tick, before its boxes."""
BLANKS = 5
"""Rows left at its end for people who come without having signed up."""
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


def signup_list_pdf(signups: SignupList, say: Say, locale: str) -> bytes:
    """A PDF of the list for an A4 printer, of as many pages as its people need. Takes a moment."""
    blanks = range(signups.last + 1, signups.last + 1 + BLANKS)
    told = {
        "name": _line(say(t("printed-list", unit=signups.unit))),
        "title": _line(signups.title),
        "facts": _facts(say, _which(signups), signups.place),
        "columns": [_line(say(t(f"printed-column-{column}"))) for column in LIST_COLUMNS],
        "boxes": _boxes(signups, say),
        "rows": [_row(row, say) for row in signups.rows],
        "waits": _line(say(t("printed-waiting"))),
        "waiting": [_row(row, say) for row in signups.waiting],
        "walks": _line(say(t("printed-walk-ins"))),
        "blanks": [str(number) for number in blanks],
        "came": _line(say(t("printed-came", blank="@"))).partition("@")[::2],
        "signed": _line(say(t("printed-signed"))),
        "typing": _line(say(t("printed-typing"))),
        "page": _line(say(t("notice-sheet-page", page="@1", pages="@2"))),
    }
    return _typeset("list.typ", told, locale, "pdf")


def certificate_pdf(certificate: Certificate, say: Say, locale: str) -> bytes:
    """A PDF of the certificate for an A4 printer, of one page. Takes a moment."""
    told = {
        "heading": _line(say(t("printed-certificate"))),
        "number": _line(say(t("printed-certificate-number", number=certificate.number))),
        "before": _line(say(t("printed-certificate-person"))),
        "person": _line(certificate.person),
        "after": _line(say(t("printed-certificate-course"))),
        "course": _line(certificate.course),
        "facts": [_line(say(fact)) for fact in _attendance(certificate)],
        "qr": qr_svg(certificate.link),
        "check": _line(say(t("printed-certificate-check"))),
        "unit": _line(certificate.unit),
        "dated": _line(say(_styled(certificate.dated, "full"))),
        "signed": _line(say(t("printed-signed"))),
        "seal": _line(say(t("printed-certificate-seal"))),
    }
    return _typeset("certificate.typ", told, locale, "pdf")


def poster_pdf(poster: Poster, say: Say, locale: str) -> bytes:
    """A PDF of the poster for an A4 printer, of one page. Takes a moment."""
    digits = poster.digits or ""
    told = {
        "heading": _line(say(t(f"printed-poster-{poster.purpose}"))),
        "unit": _line(poster.unit),
        "title": _line(poster.title),
        "facts": _facts(say, [_times(poster.times)], poster.place),
        "qr": qr_svg(poster.link),
        "ask": _line(say(t("printed-poster-digits"))),
        "digits": digits,
        "said": " ".join(say(t(f"printed-digit-{digit}")) for digit in digits),
        "note": _line(say(t(f"printed-no-phone-{poster.purpose}"))),
    }
    return _typeset("poster.typ", told, locale, "pdf")


def _facts(say: Say, when: Sequence[Text], place: str) -> list[dict[str, str]]:
    """When it is, and where."""
    time = "\u3000".join(_line(say(one)) for one in when)
    return [
        {"label": _line(say(t("printed-when"))), "value": time},
        {"label": _line(say(t("printed-where"))), "value": _line(place)},
    ]


def _styled(at: Moment, style: Style) -> Text:
    return t("verbatim", text=at.model_copy(update={"style": style}))


def _times(times: tuple[Moment, ...]) -> Text:
    first = min(times, key=lambda one: one.at).model_copy(update={"style": "moment"})
    return (
        t("printed-poster-times", first=first, n=len(times)) if len(times) > 1 else _styled(first, "moment")
    )


def _which(signups: SignupList) -> list[Text]:
    """Which sessions it is for, and when that one is; the days of several stand above their boxes."""
    first, last = signups.sessions[0], signups.sessions[-1]
    if first is not last:
        return [t("printed-nths", first=first.nth, last=last.nth, of=signups.of)]
    nth = [t("printed-nth", nth=first.nth, of=signups.of)] if signups.of > 1 else []
    return [_styled(first.at, "moment"), *nth]


def _boxes(signups: SignupList, say: Say) -> list[list[str]]:
    """The lines above each column of boxes: which session it is, its day, its time."""
    if len(signups.sessions) == 1:
        return [[_line(say(t("printed-column-came")))]]
    days = [_line(say(_styled(one.at, "short"))).rsplit(" ", 1) for one in signups.sessions]
    numbers = [_line(say(t("printed-column-nth", nth=one.nth))) for one in signups.sessions]
    return [[number, *day] for number, day in zip(numbers, days, strict=True)]


def _row(row: ListRow, say: Say) -> list[str]:
    by = _line(row.by) if row.by else _line(say(t("printed-self")))
    return [str(row.number), _line(row.name), _line(row.village), by, row.phone]


def _attendance(certificate: Certificate) -> list[Text]:
    first, last = (day.model_copy(update={"style": "plain"}) for day in certificate.days)
    if certificate.sessions == 1:
        return [t("printed-certificate-day", day=first)]
    attended = t("printed-certificate-attended", attended=certificate.attended, sessions=certificate.sessions)
    return [t("printed-certificate-days", first=first, last=last), attended]


def _dates(sheet: Sheet) -> list[Text]:
    dated = _styled(sheet.dated, "full")
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
