"""Papers of activities to test with, as they are sent and as pictures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot import typesetting
from bot.attachments import make
from bot.words import translate
from domain import certificates
from domain.links import certificate_payload, checkin_payload, start_link
from domain.messages import Attachment, Certificate, Moment, Poster, SignupList, verbatim
from domain.printed import ListRow, ListSession
from tests.bot.pdfs import pages_of, text_of, words_of
from tests.bot.pngs import Picture, read

START = datetime(2026, 11, 26, 1, tzinfo=UTC)
"""Nine in the morning, a Thursday."""
NUMBER = certificates.number(2026, 3, 17)
LONG_NAMES = (
    "阿卜杜热合曼·买买提伊明·图尔荪江·艾",
    "才让卓玛·索南多杰旺堆扎西·格桑梅朵多",
    "Vangz Siuyingh Daegmiz Lozgyaeuj",
)
LONG = "老年人手机培训班：打电话、发微信、看病挂号、防诈骗（第二期）"
DPI = 72


def on(day: int) -> Moment:
    """The same time, so many days later."""
    return Moment(at=START + timedelta(days=day))


def rows(count: int, first: int = 1, **about: Any) -> tuple[ListRow, ...]:
    """So many people, each with a name of their own."""
    return tuple(
        ListRow(**{"number": number, "name": f"村民{number:03}", "village": "上马曲", **about})
        for number in range(first, first + count)
    )


def signups(count: int = 3, waits: int = 0, days: int = 1, **about: Any) -> SignupList:
    """A list of people for a course in grafting, or what is said of it instead."""
    usual: dict[str, Any] = {
        "name": verbatim("名单"),
        "unit": "马曲村",
        "title": "果树嫁接",
        "place": "村委会二楼",
        "sessions": tuple(ListSession(nth=number + 1, at=on(7 * number)) for number in range(days)),
        "of": days,
        "rows": rows(count),
        "waiting": rows(waits, count + 1),
    }
    return SignupList(**{**usual, **about})


def certificate(**about: Any) -> Certificate:
    """A certificate of a course in grafting."""
    usual: dict[str, Any] = {
        "name": verbatim("证书"),
        "unit": "马曲村便民服务中心",
        "person": "王秀英",
        "course": "果树嫁接",
        "days": (on(-20), on(0)),
        "attended": 5,
        "sessions": 6,
        "number": NUMBER,
        "dated": on(2),
        "link": start_link("bangban_bot", certificate_payload(NUMBER)),
    }
    return Certificate(**{**usual, **about})


def poster(**about: Any) -> Poster:
    """The code at the place of a course."""
    usual: dict[str, Any] = {
        "name": verbatim("海报"),
        "purpose": "checkin",
        "unit": "马曲村便民服务中心",
        "title": "果树嫁接",
        "place": "村委会二楼",
        "times": (on(0),),
        "link": start_link("bangban_bot", checkin_payload(123, "aB3_xY7-")),
        "digits": "4072",
    }
    return Poster(**{**usual, **about})


def pdf(made: Attachment, locale: str = "zh-Hans") -> bytes:
    """It as it is sent."""
    return make(made, translate, locale)[1]


def text(made: Attachment, locale: str = "zh-Hans") -> str:
    """All its words."""
    return text_of(pdf(made, locale))


def pages(made: Attachment, locale: str = "zh-Hans") -> list[str]:
    """The words of its pages."""
    return [words_of(page) for page in pages_of(pdf(made, locale))]


def size_of_page(made: Attachment) -> tuple[float, float]:
    """Width and height of its first page in points."""
    page, *_ = pages_of(pdf(made))
    return float(page.mediabox.width), float(page.mediabox.height)


def picture(made: Attachment, monkeypatch: pytest.MonkeyPatch, locale: str = "zh-Hans") -> Picture:
    """It as a picture of one dot for a point; of one page only."""
    typeset = typesetting._typeset
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(typesetting, "PIXELS_AN_INCH", DPI)
        meanwhile.setattr(typesetting, "_typeset", lambda name, told, loc, _: typeset(name, told, loc, "png"))
        return read(pdf(made, locale))
