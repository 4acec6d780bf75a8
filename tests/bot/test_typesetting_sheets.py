"""Printed notices: real PDFs, read again; all of the notice is there, as large as the paper allows."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import typesetting
from bot.attachments import make
from bot.words import translate
from domain.messages import Moment, Rows, Sheet, Signature, t, verbatim
from tests.bot.pdfs import pages_of, runs_of, text_of, words_of
from tests.bot.pngs import Picture, read

WHITE = (255, 255, 255)
A4_UPRIGHT = (595.28, 841.89)
SMALLEST = 16
"""Points of the words of a notice, however long it is: what is read at arm's length."""
DAY = Moment(at=datetime(2026, 11, 26, 4, tzinfo=UTC))
NEXT_WEEK = Moment(at=datetime(2026, 12, 3, 4, tzinfo=UTC))
LINK = "https://t.me/bangban_bot?start=n-2026017"
BODY = "各位村民：\n医保从明天开始缴费，每人400元。\n不清楚的打电话13800000001找李敏。"
SENTENCE = "路灯从下周开始分段维修，晚上出门带好手电筒，老人和孩子不要单独走夜路，车辆慢行。"
DPI = 72


def sheet(**about: Any) -> Sheet:
    """A notice about paying for health insurance, or what is said of it instead."""
    usual: dict[str, Any] = {
        "name": verbatim("通知"),
        "unit": "马曲村村民委员会",
        "form": "notice",
        "kind": verbatim("医疗保险"),
        "number": "2026-017",
        "title": "关于医保缴费的通知",
        "body": BODY,
        "dated": DAY,
        "posted": (DAY, NEXT_WEEK),
        "signatures": (Signature(part="author", name="李敏"), Signature(part="supervisors")),
        "link": LINK,
    }
    return Sheet(**{**usual, **about})


def bare(**about: Any) -> Sheet:
    """A notice that has only what every notice has."""
    least: dict[str, Any] = {"number": None, "posted": None, "signatures": (), "link": None}
    return sheet(**{**least, **about})


def pdf(made: Sheet, locale: str = "zh-Hans") -> bytes:
    """The notice as it is sent."""
    return make(made, translate, locale)[1]


def pages(made: Sheet, locale: str = "zh-Hans") -> list[str]:
    """The words of its pages."""
    return [words_of(page) for page in pages_of(pdf(made, locale))]


def text(made: Sheet, locale: str = "zh-Hans") -> str:
    """All its words."""
    return text_of(pdf(made, locale))


def size_of(words: str, made: Sheet) -> float:
    """How large the largest run is set in which these words are, in points."""
    return max(size for run, size, _ in runs_of(pdf(made)) if words in run)


def accounts(count: int) -> Rows:
    """Expenses, of which each has an amount of its own."""
    cells = tuple((f"{number}月", f"修水渠{number}", f"{number + 1000},50") for number in range(count))
    return Rows(header=("月份", "用途", "金额"), cells=cells)


def test_a_notice_is_one_page_for_an_a4_printer_upright() -> None:
    [page] = pages_of(pdf(sheet()))

    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(A4_UPRIGHT, abs=0.5)


def test_all_its_words_are_on_it_in_their_order() -> None:
    told = text(sheet(corrected="日期写错了"))

    parts = [
        "马曲村村民委员会通知",
        "更正：日期写错了",
        "医疗保险",
        "编号2026-017",
        "关于医保缴费的通知",
        "各位村民：医保从明天开始缴费，每人400元。不清楚的打电话13800000001找李敏。",
        "手机扫一扫，看通知，有话也能问。",
        "经办人李敏",
        "村务监督委员会",
        "马曲村村民委员会",
        "2026年11月26日农历十月十八",
        "张贴：11月26日周四到12月3日周四",
    ]
    assert told == "".join(parts)


def test_what_is_not_given_is_not_spoken_of() -> None:
    told = text(bare())

    assert told.startswith("马曲村村民委员会通知医疗保险关于")
    assert told.endswith("马曲村村民委员会2026年11月26日农历十月十八")
    for words in ("编号", "张贴", "扫一扫", "经办人", "更正", "撤回", "页"):
        assert words not in told


def test_its_font_is_in_the_file_so_that_it_prints_anywhere() -> None:
    [page] = pages_of(pdf(sheet()))

    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    described = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts]
    assert [one["/FontName"].rpartition("+")[2] for one in described] == ["NotoSansCJKtc-Regular"]


@pytest.mark.parametrize(("form", "heading"), [("notice", "村通知"), ("publicity", "村公示")])
def test_the_heading_says_whose_it_is_and_what(form: str, heading: str) -> None:
    assert text(bare(unit="马曲村", form=form)).startswith("马曲" + heading)


def test_the_shorter_it_is_the_larger_it_is_set_up_to_a_point_and_never_too_small() -> None:
    sizes = [size_of("路灯", bare(title="修", body=SENTENCE * many)) for many in (1, 2, 6, 10, 14, 80)]

    assert sizes[0] == pytest.approx(48)
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[2] > sizes[3] > sizes[4]
    assert sizes[-1] == pytest.approx(SMALLEST)


def test_the_heading_and_the_title_are_larger_than_the_words() -> None:
    made = sheet(body=SENTENCE * 6)

    assert size_of("马曲村村民委员会通知", made) > size_of("关于医保缴费的通知", made) > size_of("路灯", made)


@pytest.mark.parametrize("paragraphs", [1, 12, 75])
def test_of_three_thousand_characters_none_is_lost(paragraphs: int) -> None:
    every = "".join(chr(0x4E00 + number) for number in range(3000))
    length = 3000 // paragraphs
    body = "\n".join(every[at : at + length] for at in range(0, 3000, length))
    told = pages(sheet(body=body))

    assert 3 <= len(told) <= 6
    assert set(every) <= set("".join(told))


def test_what_needs_more_pages_says_so_on_each_and_has_its_heading_on_each() -> None:
    told = pages(sheet(body=f"{SENTENCE}\n" * 60))
    count = len(told)

    assert count > 2
    for number, page in enumerate(told, 1):
        assert "马曲村村民委员会通知" in page
        assert f"第{number}页，共{count}页" in page


def test_what_fits_one_page_does_not_count_pages_and_has_its_heading_once() -> None:
    [told] = pages(sheet())

    assert "共" not in told
    assert told.count("马曲村村民委员会通知") == 1


def test_a_page_with_names_has_words_of_the_notice_too() -> None:
    for many in range(40, 56):
        told = pages(sheet(body=f"{SENTENCE}\n" * many))
        assert "经办人" in told[-1]
        assert "路灯" in told[-1], many


def test_a_long_last_paragraph_is_not_pushed_off_the_first_page() -> None:
    assert "路灯" in pages(sheet(body=SENTENCE * 60))[0]


@pytest.mark.parametrize("count", [0, 1, 12, 40, 150])
def test_however_many_rows_a_table_has_none_is_lost_and_each_page_has_its_header(count: int) -> None:
    told = pages(sheet(form="publicity", rows=accounts(count)))

    for number in range(count):
        assert f"{number}月修水渠{number}{number + 1000},50" in "".join(told)
    with_table = [page for page in told if "修水渠" in page]
    assert all("月份用途金额" in page for page in with_table)
    assert len(told) > 1 if count >= 40 else len(told) == 1


def test_amounts_stand_at_the_right_and_words_at_the_left() -> None:
    rows = Rows(header=("甲", "乙"), cells=(("1,000.50", "够长的几个字"), ("7", "短")))
    at = {run: begins for run, _, begins in runs_of(pdf(bare(title="", body="", rows=rows)))}

    assert at["7"] > at["1,000.50"] + 20
    assert at["短"] == pytest.approx(at["够长的几个字"], abs=1)


def test_a_table_is_as_wide_as_the_words_above_it() -> None:
    narrow, wide = [
        {run: at for run, _, at in runs_of(pdf(bare(rows=Rows(header=("甲", end), cells=()))))}
        for end in ("乙", "乙" * 80)
    ]

    assert narrow["乙"] > A4_UPRIGHT[0] / 2
    assert min(at for run, at in wide.items() if run.startswith("乙乙")) < A4_UPRIGHT[0] / 2


@pytest.mark.parametrize(
    ("about", "marks"),
    [
        ({}, ""),
        ({"withdrawn": True}, "已撤回，这一张不算数了。"),
        ({"corrected": "日期"}, "更正：日期"),
        ({"corrected": "日期", "withdrawn": True}, "已撤回，这一张不算数了。更正：日期"),
    ],
)
def test_that_it_was_corrected_or_withdrawn_stands_below_the_heading(
    about: dict[str, Any], marks: str
) -> None:
    assert text(sheet(**about)).startswith(f"马曲村村民委员会通知{marks}医疗保险")


def test_whoever_signs_by_hand_finds_a_line() -> None:
    def marks(name: str | None) -> bytes:
        return pdf(bare(signatures=(Signature(part="checker", name=name),)))

    assert "审核人马曲村" in text_of(marks(None))
    assert "审核人王建国马曲村" in text_of(marks("王建国"))
    assert marks(None) == marks("")


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        (
            "zh-Hans",
            ["村通知", "编号2026-017", "经办人", "农历十月十八", "扫一扫", "更正：甲", "11月26日周四到"],
        ),
        (
            "zh-Hant",
            ["村通知", "編號2026-017", "經辦人", "農曆十月十八", "掃一掃", "更正：甲", "11月26日週四到"],
        ),
        (
            "en",
            [
                "村:Notice",
                "No.2026-017",
                "Preparedby",
                "26November2026(lunar10/18)",
                "Scantoreadit",
                "Corrected:甲",
            ],
        ),
    ],
)
def test_what_is_around_the_notice_is_in_the_readers_language(locale: str, words: list[str]) -> None:
    told = text(sheet(unit="马曲村", corrected="甲"), locale)

    assert [one for one in words if one not in told] == []


def test_pages_are_counted_in_the_readers_language() -> None:
    made = sheet(body=f"{SENTENCE}\n" * 60)

    assert "Page1of" in pages(made, "en")[0]
    assert "第1頁，共" in pages(made, "zh-Hant")[0]


def test_characters_have_the_forms_of_the_readers_region() -> None:
    same = bare(title="直骨", body="直骨")

    assert pdf(same, "zh-Hans") != pdf(same, "zh-Hant")


@pytest.mark.parametrize(
    "words", ['#panic("x")', "$x^2$ *bold* _it_", '"}],{', "<b>&amp;</b>", "\\#@~`^", "= 1", "- a", "@1@2"]
)
def test_what_people_wrote_is_words_and_never_markup(words: str) -> None:
    made = bare(
        unit=words,
        kind=verbatim(words),
        number=words,
        title=words,
        body=words,
        corrected=words,
        rows=Rows(header=(words,), cells=((words,),)),
        signatures=(Signature(part="author", name=words),),
    )

    [told] = pages(made)
    assert told.count(words.replace(" ", "")) == 10


def test_emoji_are_left_out_and_signs_are_not() -> None:
    plain, decorated = (
        bare(title="停水", body="最低-5℃，50㎡"),
        bare(title="🚰停水👍🏽", body="最低-5℃，50㎡❄️"),
    )

    assert pdf(plain) == pdf(decorated)
    assert "最低-5℃，50㎡" in text(plain)


def test_empty_lines_are_no_paragraphs() -> None:
    assert pdf(bare(body="一\n二")) == pdf(bare(body="\n一\n\n 🤝\n  二 \n"))


def test_paragraphs_begin_with_an_indent_but_not_whom_it_is_addressed_to() -> None:
    at = {run[:2]: begins for run, _, begins in runs_of(pdf(bare(body="各位：\n停水\n注意：")))}
    english = {run[:2]: at for run, _, at in runs_of(pdf(bare(body="停水\n注意"), "en"))}

    assert at["各位"] + 40 < at["停水"] == pytest.approx(at["注意"])
    assert english["停水"] == pytest.approx(at["各位"], abs=1)


def test_lines_of_a_title_stay_lines() -> None:
    runs = [run for run, *_ in runs_of(pdf(bare(title="关于医保\n缴费的通知")))]

    assert "关于医保" in runs and "缴费的通知" in runs


@pytest.mark.parametrize("words", ["", " ", "\n", "🤝"])
def test_what_is_empty_leaves_its_place_empty(words: str) -> None:
    made = bare(unit=words, kind=verbatim(words), title=words, body=words, corrected=words)

    assert "2026年11月26日" in text(made)


def test_the_same_notice_is_the_same_file_on_any_day() -> None:
    assert pdf(sheet()) == pdf(sheet())
    assert b"/CreationDate" not in pdf(sheet())


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60), st.lists(st.text(max_size=10), min_size=1, max_size=3))
def test_anything_may_be_printed_without_a_fall(words: str, row: list[str]) -> None:
    made = sheet(title=words, body=words, rows=Rows(header=tuple(row), cells=(tuple(row),)))

    assert pages_of(pdf(made))


async def test_several_notices_can_be_made_at_once() -> None:
    made = await asyncio.gather(*(asyncio.to_thread(pdf, sheet()) for _ in range(4)))

    assert len(set(made)) == 1


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a small picture of the notice in the place of the PDF."""
    typeset = typesetting._typeset
    monkeypatch.setattr(
        typesetting, "_typeset", lambda name, told, locale, _: typeset(name, told, locale, "png")
    )
    monkeypatch.setattr(typesetting, "PIXELS_AN_INCH", DPI)


def scanned(picture: Picture, modules: int) -> list[list[bool]]:
    """Which dots are dark in the QR code at the foot on the left; so many of them make a side."""
    left, right, foot = (round(share * DPI / 25.4) for share in (20, 54, 180))
    dark = [[pixel[0] < 128 for pixel in row[left:right]] for row in picture.rows]
    top = next(at for at in range(foot, len(dark)) if any(dark[at]))
    begin = min(row.index(True) for row in dark[top : top + 20] if any(row))
    side = 32 * DPI / 25.4 / (modules + 8)
    return [
        [
            dark[top + int((down + 0.5) * side)][begin + int((across + 0.5) * side)]
            for across in range(modules)
        ]
        for down in range(modules)
    ]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("link", [LINK, "https://t.me/bangban_bot?start=n-2026018"])
def test_the_code_at_the_foot_is_the_links(link: str) -> None:
    wanted = [[bool(dot) for dot in row] for row in segno.make(link, error="m", micro=False).matrix]

    assert scanned(read(pdf(bare(body="停水", link=link))), len(wanted)) == wanted


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "about",
    [
        {},
        {"unit": "W" * 60, "title": "W" * 80, "corrected": "c" * 100},
        {"kind": t("verbatim", text="K" * 80), "number": "9" * 40},
        {"body": "https://" + "w" * 300},
        {"rows": Rows(header=("甲", "C" * 60, "乙" * 30), cells=(("http://" + "w" * 60, "乙" * 60, "1"),))},
        {"signatures": (Signature(part="author", name="N" * 60),), "link": "https://t.me/" + "x" * 300},
    ],
    ids=["usual", "heading", "kind", "body", "table", "foot"],
)
def test_nothing_reaches_into_the_margins(about: dict[str, Any]) -> None:
    picture = read(pdf(sheet(**about)))

    margin = round(19 * DPI / 25.4)
    for beside in (slice(0, margin), slice(-margin, None)):
        assert {pixel for row in picture.rows for pixel in row[beside]} == {WHITE}
    assert {pixel for row in picture.rows[-margin:] for pixel in row} == {WHITE}
    assert any(pixel != WHITE for row in picture.rows for pixel in row)
