"""Certificates: real PDFs, read again; whose it is, what for, and that its code leads to its number."""

from __future__ import annotations

from typing import Any

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.links import certificate_payload, start_link
from tests.bot.pdfs import pages_of, runs_of
from tests.bot.pngs import Picture
from tests.bot.printouts import (
    DPI,
    LONG,
    LONG_NAMES,
    NUMBER,
    certificate,
    on,
    pdf,
    picture,
    size_of_page,
    text,
)

A4_ACROSS = (841.89, 595.28)
WHITE = (255, 255, 255)


def test_a_certificate_is_one_page_for_an_a4_printer_across() -> None:
    assert size_of_page(certificate()) == pytest.approx(A4_ACROSS, abs=0.5)
    assert len(pages_of(pdf(certificate()))) == 1


def test_all_that_it_says_is_on_it_in_order() -> None:
    assert text(certificate()) == (
        f"结业证书编号{NUMBER}学员王秀英学完了果树嫁接2026年11月6日到2026年11月26日一共6次课，上了5次"
        "扫一扫，查真假。盖章签名马曲村便民服务中心2026年11月28日农历十月二十"
    )


def test_what_took_one_day_does_not_count_sessions() -> None:
    told = text(certificate(days=(on(0), on(0)), attended=1, sessions=1))

    assert "果树嫁接2026年11月26日一天扫一扫" in told


def test_the_name_is_the_largest_of_what_is_said_after_the_heading() -> None:
    sizes = {run: size for run, size, _ in runs_of(pdf(certificate()))}

    assert sizes["王秀英"] > sizes["果树嫁接"] > sizes["学完了"] > sizes[f"编号 {NUMBER}"]
    assert sizes["王秀英"] == pytest.approx(48)


@pytest.mark.parametrize("name", LONG_NAMES)
def test_a_long_name_is_whole_in_one_line_and_large(name: str) -> None:
    sizes = [size for run, size, _ in runs_of(pdf(certificate(person=name))) if run == name]

    assert len(sizes) == 1
    assert 24 <= sizes[0] < 48


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("zh-Hans", ["结业证书", "学员", "一共6次课，上了5次", "农历十月二十", "签名", "盖章"]),
        ("zh-Hant", ["結業證書", "學員", "一共6次課，上了5次", "農曆十月二十", "簽名", "蓋章"]),
        (
            "en",
            [
                "Certificate",
                "Thisistocertifythat",
                "6November2026to26November2026",
                "Sessionsattended:5of6",
                "28November2026(lunar10/20)",
                "Stamp",
            ],
        ),
    ],
)
def test_it_speaks_the_readers_language(locale: str, words: list[str]) -> None:
    told = text(certificate(), locale)

    assert [one for one in words if one not in told] == []


def scanned(seen: Picture, modules: int) -> list[list[bool]]:
    """Which dots are dark in the code at the foot on the left; so many of them make a side."""
    left, right, top = (round(share * DPI / 25.4) for share in (32, 80, 135))
    dark = [[pixel[0] < 128 for pixel in row[left:right]] for row in seen.rows[top:]]
    first = next(at for at, row in enumerate(dark) if any(row))
    begin = min(row.index(True) for row in dark[first : first + 10] if any(row))
    side = 33 * DPI / 25.4 / (modules + 8)
    return [
        [
            dark[first + int((down + 0.5) * side)][begin + int((across + 0.5) * side)]
            for across in range(modules)
        ]
        for down in range(modules)
    ]


def test_its_code_leads_to_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    link = start_link("bangban_bot", certificate_payload(NUMBER))
    wanted = [[bool(dot) for dot in row] for row in segno.make(link, error="m", micro=False).matrix]

    assert scanned(picture(certificate(), monkeypatch), len(wanted)) == wanted


@pytest.mark.parametrize(
    "about",
    [
        {},
        {"person": LONG_NAMES[0], "course": LONG, "unit": LONG},
        {"person": "W" * 60, "course": "W" * 120, "unit": "W" * 60},
        {"link": "https://t.me/" + "x" * 300},
    ],
    ids=["usual", "long", "endless", "link"],
)
def test_nothing_reaches_the_frame(about: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the inner line, 15 mm from the edge, is a margin that stays empty."""
    seen = picture(certificate(**about), monkeypatch)
    begin, end = (round(share * DPI / 25.4) for share in (16, 33))
    inside = seen.rows[begin:-begin]

    for beside in (slice(begin, end), slice(-end, -begin)):
        assert {pixel for row in inside for pixel in row[beside]} == {WHITE}
    assert {pixel for row in inside[-18:] for pixel in row[begin:-begin]} == {WHITE}


@pytest.mark.parametrize("words", ['#panic("x")', "$x^2$ *b* _i_", '"}],{', "<b>&amp;</b>", "\\#~`^", "@"])
def test_what_people_wrote_is_words_and_never_markup(words: str) -> None:
    assert text(certificate(person=words, course=words, unit=words)).count(words.replace(" ", "")) == 3


def test_the_same_certificate_is_the_same_file_on_any_day() -> None:
    assert pdf(certificate()) == pdf(certificate())


@settings(max_examples=10, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_anything_may_be_printed_without_a_fall(person: str, course: str) -> None:
    assert len(pages_of(pdf(certificate(person=person, course=course)))) == 1
