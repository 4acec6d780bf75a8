"""Charts: real pictures, with the right words, colours and lengths, whatever they are given."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import typst

from bot import typesetting
from bot.attachments import make
from bot.words import translate
from domain.catalogue import CATALOGUE
from domain.messages import Bar, Chart, Shade, Text, t, verbatim
from tests.bot.pngs import Picture, Pixel, read, size_of

BLUE, AMBER, RED, WHITE = (0x2B, 0x6C, 0xB0), (0xF2, 0xB1, 0x34), (0xC5, 0x36, 0x2C), (255, 255, 255)
INK = (0x1F, 0x29, 0x33)
LEGEND = (
    Shade(text=t("center-held"), tone="calm"),
    Shade(text=t("center-waiting"), tone="wait"),
    Shade(text=t("center-late"), tone="late"),
)


def chart(*bars: tuple[Text | str, tuple[int, int, int]], title: str = "马曲村") -> Chart:
    """A chart with the three shades there are."""
    made = [Bar(label=verbatim(name) if isinstance(name, str) else name, counts=n) for name, n in bars]
    return Chart(title=verbatim(title), legend=LEGEND, bars=tuple(made))


def drawn(one: Chart, locale: str) -> bytes:
    """A chart's picture in a language."""
    return make(one, translate, locale)[1]


def png(*bars: tuple[Text | str, tuple[int, int, int]], locale: str = "zh-Hans", **about: Any) -> bytes:
    """The chart as it is sent."""
    return drawn(chart(*bars, **about), locale)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw a dot for a point: 360 across, which is quicker to look at."""
    monkeypatch.setattr(typesetting, "PIXELS_AN_INCH", 72)


def longest(picture: Picture, colour: Pixel) -> int:
    """The longest stretch of a colour in any row."""
    most = 0
    for row in picture.rows:
        run = 0
        for pixel in row:
            run = run + 1 if pixel == colour else 0
            most = max(most, run)
    return most


def test_a_chart_is_as_wide_as_a_telephone_and_of_a_size_to_send() -> None:
    picture = png(*((t(f"line-{line.code}"), (3, 2, 1)) for line in CATALOGUE.lines))

    assert size_of(picture)[0] == 1080
    assert 10_000 < len(picture) < 300_000


def test_every_line_of_the_catalogue_has_a_bar_of_its_own() -> None:
    lines = [(t(f"line-{line.code}"), (1, 0, 0)) for line in CATALOGUE.lines]
    one, all_of_them = size_of(png(lines[0])), size_of(png(*lines))

    assert one[0] == all_of_them[0] == 1080
    assert one[1] * 3 < all_of_them[1] < 1080 * 2.2


@pytest.mark.usefixtures("small")
def test_it_is_not_blank_and_has_the_colours_of_its_shades() -> None:
    picture = read(png(("帮扶救助", (3, 2, 1))))

    assert picture.width == 360
    assert {WHITE, INK, BLUE, AMBER, RED} <= set(picture.colours)


@pytest.mark.usefixtures("small")
def test_bars_are_as_long_as_their_counts() -> None:
    picture = read(png(("甲", (0, 0, 40)), ("乙", (20, 10, 0))))

    assert longest(picture, RED) == pytest.approx(328, abs=3)
    assert longest(picture, BLUE) == pytest.approx(164, abs=3)
    assert longest(picture, AMBER) == pytest.approx(82, abs=3)


@pytest.mark.usefixtures("small")
def test_the_parts_of_a_bar_stand_in_line_whether_their_numbers_fit_or_not() -> None:
    picture = read(png(("甲", (70, 1, 1))))

    bar = [row for row in picture.rows if row.count(BLUE) > 100]
    assert len(bar) == 18
    assert all({AMBER, RED} <= set(row) for row in bar)


@pytest.mark.usefixtures("small")
def test_a_single_request_does_not_fill_the_width_and_none_is_an_empty_bar() -> None:
    picture = read(png(("甲", (1, 0, 0)), ("乙", (0, 0, 0))))

    assert longest(picture, BLUE) < 328 / 4
    assert longest(picture, RED) < 20  # the square of the legend only


@pytest.mark.usefixtures("small")
def test_chinese_characters_are_drawn_and_not_boxes() -> None:
    """A box for what the font lacks would be the same for each."""
    names = ("民政办理", "矛盾调解", "帮扶救助", "便民超市", "國國國國")

    assert len({png((name, (1, 1, 1))) for name in names}) == len(names)


@pytest.mark.usefixtures("small")
def test_emoji_are_left_out_of_the_picture() -> None:
    assert png(("🤝 帮扶救助", (1, 1, 1))) == png(("帮扶救助", (1, 1, 1)))
    assert png(("☎️ 找人说话", (1, 1, 1))) == png(("找人说话", (1, 1, 1)))


@pytest.mark.usefixtures("small")
def test_the_picture_speaks_the_readers_language() -> None:
    assert len({png((t("line-health"), (1, 2, 3)), locale=one) for one in ("zh-Hans", "zh-Hant", "en")}) == 3


@pytest.mark.usefixtures("small")
def test_a_character_has_the_form_of_the_readers_region() -> None:
    legend = (Shade(text=verbatim("1"), tone="calm"),)
    same = Chart(title=verbatim("直骨"), legend=legend, bars=(Bar(label=verbatim("2"), counts=(1,)),))

    assert drawn(same, "zh-Hans") != drawn(same, "zh-Hant")


@pytest.mark.usefixtures("small")
def test_a_long_name_is_broken_into_lines_and_never_cut() -> None:
    short = size_of(png(("马曲村", (1, 1, 1))))
    long = read(png(("云岭县青河镇马曲行政村第二社区综合便民服务中心上马曲自然村服务站点", (1, 1, 1))))

    assert long.height > short[1] + 13
    assert all(pixel == WHITE for row in long.rows for pixel in (*row[:13], *row[-13:]))


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "name", ['#panic("x")', "$x^2$ *bold* _it_", '"}],{', "<b>&amp;</b>", "\\ # @ ~", ""]
)
def test_what_people_name_things_is_words_and_never_markup(name: str) -> None:
    assert size_of(png((name, (1, 1, 1))))[0] == 360


def test_only_the_font_that_ships_is_there() -> None:
    assert typesetting._fonts().families() == ["Noto Sans CJK TC"]


def test_a_panic_of_the_typesetter_is_an_ordinary_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def panics(*_: object, **__: object) -> None:
        raise BaseException("a panic")

    monkeypatch.setattr(typst, "compile", panics)
    with pytest.raises(RuntimeError, match="gave up"):
        png(("甲", (1, 1, 1)))


@pytest.mark.usefixtures("small")
async def test_several_can_be_drawn_at_once() -> None:
    one = chart(("甲", (1, 1, 1)))
    made = await asyncio.gather(*(asyncio.to_thread(drawn, one, "zh-Hans") for _ in range(6)))
    assert len(set(made)) == 1
