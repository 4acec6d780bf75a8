"""Printed cards: real PDFs, read again; nothing on them is cut or lost, however much there is."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot import typesetting
from bot.attachments import make
from bot.words import translate
from domain.messages import Card, CardLine, Text, t, verbatim
from tests.bot.pdfs import pages_of, runs_of, text_of, words_of
from tests.bot.pngs import read

WHITE = (255, 255, 255)
A4_ACROSS = (841.89, 595.28)
MARGIN = 20 * 72 / 25.4
"""Points that are left free on each side."""


def card(*lines: tuple[Text | str, str, bool], title: str = "您家的帮扶人", note: str | None = None) -> Card:
    """A card with these lines: label, value, whether it is big."""
    made = [
        CardLine(label=verbatim(label) if isinstance(label, str) else label, value=verbatim(value), big=big)
        for label, value, big in lines
    ]
    told = verbatim(note) if note is not None else None
    return Card(name=verbatim("卡"), title=verbatim(title), lines=tuple(made), note=told)


HOUSEHOLD = card(
    ("帮扶人", "李敏", True),
    ("电话", "13800000001", True),
    ("换班的人", "王建国 13900000002", False),
    ("服务中心电话", "0831-1234567", False),
    ("暗号", "青山 7 号", True),
    note="有事直接打电话。不认识的人上门，先问暗号。",
)


def pdf(made: Card, locale: str = "zh-Hans") -> bytes:
    """The card as it is sent."""
    return make(made, translate, locale)[1]


def pages(made: Card, locale: str = "zh-Hans") -> list[Any]:
    """Its pages."""
    return pages_of(pdf(made, locale))


def text(made: Card, locale: str = "zh-Hans") -> str:
    """All its words."""
    return text_of(pdf(made, locale))


def runs(made: Card) -> list[tuple[str, float, float]]:
    """What is written in one go, how large, and where."""
    return runs_of(pdf(made))


def size_of(words: str, made: Card) -> float:
    """How large these words are set, in points."""
    [size] = {size for run, size, _ in runs(made) if run == words}
    return size


def test_a_card_is_one_page_for_an_a4_printer() -> None:
    [page] = pages(HOUSEHOLD)

    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(A4_ACROSS, abs=0.5)


def test_all_its_words_are_on_it_in_their_order() -> None:
    assert text(HOUSEHOLD) == (
        "您家的帮扶人帮扶人李敏电话13800000001换班的人王建国13900000002"
        "服务中心电话0831-1234567暗号青山7号有事直接打电话。不认识的人上门，先问暗号。"
    )


def test_its_font_is_in_the_file_so_that_it_prints_anywhere() -> None:
    [page] = pages(HOUSEHOLD)

    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    described = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts]
    assert [one["/FontName"].rpartition("+")[2] for one in described] == ["NotoSansCJKtc-Regular"]
    assert all(one["/FontFile3"].get_object().get_data() for one in described)


def test_what_is_needed_in_a_hurry_is_the_largest_and_legible_across_a_room() -> None:
    name, helper, center = (size_of(one, HOUSEHOLD) for one in ("李敏", "王建国", "0831-1234567"))
    label = size_of("帮扶人", HOUSEHOLD)

    assert name > 1.5 * helper > 1.5 * label
    assert helper == center
    assert name * 25.4 / 72 > 20  # millimetres
    assert label * 25.4 / 72 > 8


def test_the_less_there_is_on_it_the_larger_it_is_up_to_a_point() -> None:
    sizes = [size_of("卡", card(*[("一", "二", False)] * count, title="卡")) for count in (1, 2, 10, 12)]

    assert sizes[0] == sizes[1] == pytest.approx(56)
    assert sizes[1] > sizes[2] > sizes[3] > 20


def test_a_value_too_long_for_its_line_is_set_smaller_in_one_line() -> None:
    for value in ("上马曲自然村服务站点", "阿依古丽·买买提江"):
        made = card(("帮扶人", value, True), ("电话", "13800000001", True))
        assert size_of(value, made) < size_of("138\u00a00000\u00a00001", made)


def test_a_value_much_too_long_is_broken_into_lines_and_whole() -> None:
    value = "云岭县青河镇马曲行政村第二社区综合便民服务中心上马曲自然村服务站点"
    made = card(("帮扶人", value, True))

    assert value in text(made)
    assert len(pages(made)) == 1
    assert len([run for run, _, at in runs(made) if run in value and at > 200]) > 1


def test_lines_of_a_value_stay_lines() -> None:
    assert [run for run, *_ in runs(card(("帮扶人", "李敏\n王强", True)))][-2:] == ["李敏", "王强"]


@pytest.mark.parametrize("count", [1, 5, 9, 20, 60])
def test_however_many_lines_there_are_none_is_lost(count: int) -> None:
    made = card(*((f"第{number}号", f"值{number}值", True) for number in range(count)), note="完")

    told = text(made)
    assert [number for number in range(count) if f"第{number}号值{number}值" not in told] == []
    assert "完" in told


def test_what_needs_a_second_page_says_so_on_both_and_has_its_title_on_both() -> None:
    def so_many(count: int) -> list[Any]:
        return pages(card(*[("甲", "乙", True)] * count, title="您家"))

    first = next(count for count in range(1, 30) if len(so_many(count)) > 1)
    assert "1/1" not in words_of(so_many(first - 1)[0])
    told = [words_of(page) for page in so_many(first)]
    assert ["您家" in one for one in told] == [True, True]
    assert ["1/2" in told[0], "2/2" in told[1]] == [True, True]
    assert first > 8


def test_a_value_of_several_pages_is_whole() -> None:
    value = "".join(chr(0x4E00 + number) for number in range(1500))
    made = card(("说明", value, True))

    assert len(pages(made)) > 2
    assert set(value) <= set(text(made))


def test_what_goes_on_on_other_pages_stays_within_the_paper() -> None:
    made = card(*[("很长的一个说明文字", "云岭县青河镇马曲行政村" * 6, True)] * 8, note="有事" * 200)

    assert len(pages(made)) > 1
    chinese = [(run, size, at) for run, size, at in runs(made) if len(run) > 2]
    assert all(at > MARGIN - 1 for *_, at in chinese)
    assert all(at + len(run) * size < A4_ACROSS[0] - MARGIN + 1 for run, size, at in chinese)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a small picture of the card in the place of the PDF."""
    typeset = typesetting._typeset
    monkeypatch.setattr(
        typesetting, "_typeset", lambda name, told, locale, _: typeset(name, told, locale, "png")
    )
    monkeypatch.setattr(typesetting, "PIXELS_AN_INCH", 36)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "made",
    [
        HOUSEHOLD,
        card(("电话", "13800000001", True), title="W" * 60),
        card(("W" * 40, "李敏", True), ("responsibilities", "李敏", False), ("13800000001", "李敏", False)),
        card(("网址", "https://" + "w" * 150, True), ("网址", "W" * 80, False)),
        card(("电话", "李敏13800000001，王强13900000002，服务中心0831-1234567", True)),
        card(("电话", "1", False), note="https://" + "W" * 150),
    ],
    ids=["household", "title", "labels", "values", "phones", "note"],
)
def test_nothing_reaches_beyond_the_frame(made: Card) -> None:
    picture = read(pdf(made))

    assert picture.width == 421
    inside = picture.rows[20:-20]
    for beside in (slice(17, 27), slice(-27, -17)):  # between the frame and where words may be
        assert {pixel for row in inside for pixel in row[beside]} == {WHITE}
    assert any(pixel != WHITE for row in inside for pixel in row[27:-27])


@pytest.mark.usefixtures("small")
def test_a_label_does_not_reach_into_its_value() -> None:
    picture = read(pdf(card(("W" * 40, "李敏", True), ("responsibilities", "李敏", False))))

    between = [pixel for row in picture.rows[70:-70] for pixel in row[116:125]]
    assert sum(pixel == WHITE for pixel in between) > 0.95 * len(between)  # all but the rules


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("13800000001", "138\u00a00000\u00a00001"),
        ("19912345678", "199\u00a01234\u00a05678"),
        ("李敏13800000001", "李敏138\u00a00000\u00a00001"),
        ("0831-1234567", "0831-1234567"),
        ("12800000001", "12800000001"),
        ("138000000012", "138000000012"),
        ("1380000000", "1380000000"),
        ("513021194803021382", "513021194803021382"),
        ("+13800000001", "+13800000001"),
        ("１３８０００００００１", "１３８０００００００１"),
    ],
)
def test_mobile_numbers_and_no_others_are_grouped_as_they_are_read_out(value: str, shown: str) -> None:
    assert typesetting._lines(value) == shown
    assert typesetting._lines(f"a\n{value}\nb") == f"a\n{shown}\nb"


def test_a_grouped_number_is_written_in_one_line_in_the_note_too() -> None:
    for before in range(10, 40):
        made = card(("帮扶人", "李敏", True), note="字" * before + "13800000001")
        assert any("138\u00a00000\u00a00001" in run for run, *_ in runs(made))


@pytest.mark.parametrize("plain", ["李敏", "王 强"])
def test_emoji_are_left_out_of_a_card(plain: str) -> None:
    assert pdf(card(("帮扶人", f"🤝 {plain} 👍🏽", True))) == pdf(card(("帮扶人", plain, True)))


def test_the_same_card_is_the_same_file_on_any_day() -> None:
    assert pdf(HOUSEHOLD) == pdf(HOUSEHOLD)
    assert b"/CreationDate" not in pdf(HOUSEHOLD)


def test_a_card_speaks_the_readers_language_in_the_forms_of_its_region() -> None:
    made = card((t("center-late"), "直骨", True))

    told = [text(made, locale) for locale in ("zh-Hans", "zh-Hant", "en")]
    assert len(set(told)) == 3
    assert all("直骨" in one for one in told)
    same = card(("直", "骨", True), title="直骨")
    assert pdf(same, "zh-Hans") != pdf(same, "zh-Hant")


@pytest.mark.parametrize("words", ['#panic("x")', "$x^2$ *bold* _it_", '"}],{', "<b>&amp;</b>", "\\#@~`^"])
def test_what_people_are_called_is_words_and_never_markup(words: str) -> None:
    made = card((words, words, True), (words, words, False), title=words, note=words)

    assert len(pages(made)) == 1
    assert text(made).count(words.replace(" ", "")) == 6


@pytest.mark.parametrize("words", ["", " ", "\n", "🤝", "\u200b"])
def test_what_is_empty_leaves_its_place_empty(words: str) -> None:
    assert text(card((words, words, True), ("电话", "1", False), title=words, note=words)) == "电话1"


async def test_several_cards_can_be_made_at_once() -> None:
    made = await asyncio.gather(*(asyncio.to_thread(pdf, HOUSEHOLD) for _ in range(6)))

    assert len(set(made)) == 1
