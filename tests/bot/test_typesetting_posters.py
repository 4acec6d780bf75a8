"""Posters: real PDFs, read again; the code is large, and there is a way for whoever cannot scan it."""

from __future__ import annotations

from typing import Any

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.links import activity_payload, start_link
from domain.messages import Poster
from tests.bot.pdfs import pages_of, runs_of
from tests.bot.pngs import Picture
from tests.bot.printouts import DPI, LONG, on, pdf, picture, poster, size_of_page, text

A4 = (595.28, 841.89)
WHITE = (255, 255, 255)
WITH_DIGITS, WITHOUT = 115, 135
"""Millimetres across that the code takes, with its quiet border."""


def for_signing_up(**about: Any) -> Poster:
    """A poster of a course of two sessions, without digits."""
    link = start_link("bangban_bot", activity_payload(7))
    usual = {"purpose": "signup", "digits": None, "times": (on(7), on(0)), "link": link}
    return poster(**{**usual, **about})


def test_a_poster_is_one_page_for_an_a4_printer_upright() -> None:
    assert size_of_page(poster()) == pytest.approx(A4, abs=0.5)
    assert len(pages_of(pdf(poster()))) == 1


def test_at_the_place_it_says_what_is_on_and_how_to_check_in() -> None:
    assert text(poster()) == (
        "到了扫一扫果树嫁接时间11月26日周四（农历十月十八）09:00地点村委会二楼"
        "扫不了，在聊天里发这四个数字4072四零七二没有手机，跟现场的人说一声就行。马曲村便民服务中心"
    )


def test_for_signing_up_it_says_when_it_begins_and_how_often_it_is() -> None:
    told = text(for_signing_up())

    assert told.startswith("想参加扫一扫果树嫁接时间11月26日周四（农历十月十八）09:00起，共2次地点")
    assert told.endswith("没有手机，去服务中心说一声，或者请家里人代报。马曲村便民服务中心")
    assert "四个数字" not in told


@pytest.mark.parametrize(
    ("digits", "said"), [("0123", "零一二三"), ("4567", "四五六七"), ("8990", "八九九零")]
)
def test_the_digits_are_there_in_words_too(digits: str, said: str) -> None:
    assert f"{digits}{said}" in text(poster(digits=digits))


def test_the_heading_and_the_digits_are_read_from_afar() -> None:
    sizes = {run: size for run, size, _ in runs_of(pdf(poster()))}

    assert sizes["到了扫一扫"] * 25.4 / 72 > 25  # millimetres
    assert sizes["4 0 7 2"] * 25.4 / 72 > 15
    assert sizes["果树嫁接"] > sizes["地点"]


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("zh-Hans", ["到了扫一扫", "时间", "四个数字", "四零七二", "没有手机"]),
        ("zh-Hant", ["到了掃一掃", "時間", "四個數字", "四零七二", "沒有手機"]),
        ("en", ["Here?Pleasescan", "Time", "fourdigits", "fourzeroseventwo", "Notelephone?"]),
    ],
)
def test_it_speaks_the_readers_language(locale: str, words: list[str]) -> None:
    told = text(poster(), locale)

    assert [one for one in words if one not in told] == []


def scanned(seen: Picture, modules: int, width: int) -> list[list[bool]]:
    """Which dots are dark in the code; so many of them make a side, and it is so many millimetres across."""
    dot = DPI / 25.4
    side = width * dot / (modules + 8)
    left = round(seen.width / 2 - width * dot / 2)
    dark = [[pixel[0] < 128 for pixel in row] for row in seen.rows]
    below = round(56 * dot)
    top = next(at for at in range(below, len(dark)) if any(dark[at][left : left + 60]))
    begin = left + 4 * side
    return [
        [
            dark[top + int((down + 0.5) * side)][int(begin + (across + 0.5) * side)]
            for across in range(modules)
        ]
        for down in range(modules)
    ]


@pytest.mark.parametrize(("made", "width"), [(poster(), WITH_DIGITS), (for_signing_up(), WITHOUT)])
def test_its_code_is_the_links(made: Poster, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [[bool(dot) for dot in row] for row in segno.make(made.link, error="m", micro=False).matrix]

    assert scanned(picture(made, monkeypatch), len(wanted), width) == wanted


@pytest.mark.parametrize("locale", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize(
    "about",
    [
        {},
        {"title": LONG, "place": LONG, "unit": LONG, "times": (on(0), on(7))},
        {"title": "W" * 60, "place": "W" * 60, "unit": "W" * 60},
        {"link": "https://t.me/" + "x" * 300},
    ],
    ids=["usual", "long", "endless", "link"],
)
def test_it_stays_on_one_page_within_its_margins(
    about: dict[str, Any], locale: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = picture(poster(**about), monkeypatch, locale)
    margin = round(17 * DPI / 25.4)

    for beside in (slice(0, margin), slice(-margin, None)):
        assert {pixel for row in seen.rows for pixel in row[beside]} == {WHITE}
    assert {pixel for row in seen.rows[-40:] for pixel in row} == {WHITE}


@pytest.mark.parametrize("words", ['#panic("x")', "$x^2$ *b* _i_", '"}],{', "<b>&amp;</b>", "\\#~`^", "@"])
def test_what_people_wrote_is_words_and_never_markup(words: str) -> None:
    assert text(poster(title=words, place=words, unit=words)).count(words.replace(" ", "")) == 3


def test_the_same_poster_is_the_same_file_on_any_day() -> None:
    assert pdf(poster()) == pdf(poster())


@settings(max_examples=10, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_anything_may_be_printed_without_a_fall(title: str, place: str) -> None:
    assert pages_of(pdf(poster(title=title, place=place)))
