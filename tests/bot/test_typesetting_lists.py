"""Lists to tick: real PDFs, read again; everybody is on them, with a number, a name and boxes."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.typesetting import BLANKS
from domain.messages import Moment
from domain.printed import ListRow, ListSession
from tests.bot.pdfs import pages_of, runs_of
from tests.bot.printouts import LONG, LONG_NAMES, on, pages, pdf, picture, rows, signups, size_of_page, text

A4 = (595.28, 841.89)
LEAST_FOR_A_NAME = 14
WHITE = (255, 255, 255)


def test_it_says_what_it_is_for_when_and_where() -> None:
    told = text(signups())

    assert told.startswith("马曲村签到名单果树嫁接时间11月26日周四（农历十月十八）09:00地点村委会二楼")


def test_a_row_says_who_comes_where_from_by_whom_and_how_the_number_ends() -> None:
    made = signups(
        rows=(
            ListRow(number=1, name="王秀英", village="上马曲", phone="0001"),
            ListRow(number=2, name="王大爷", village="下马曲", by="代办人李敏"),
        )
    )

    assert "号姓名自然村谁报的尾号来了1王秀英上马曲本人00012王大爷下马曲代办人李敏没报名" in text(made)


def test_numbers_are_as_they_were_given_and_go_on_for_those_who_were_not_on_it() -> None:
    told = text(signups(rows=rows(2, first=7), waiting=rows(1, first=31)))

    assert "7村民007" in told and "8村民008" in told
    waiting, walked_in = told.split("候补")[1].split("没报名")
    assert "31村民031" in waiting
    assert "".join(str(31 + number) for number in range(1, BLANKS + 1)) in walked_in


@pytest.mark.parametrize(("waits", "said"), [(0, False), (1, True)])
def test_who_waits_stands_in_a_part_of_its_own_if_anybody_does(waits: int, said: bool) -> None:
    assert ("候补" in text(signups(waits=waits))) == said


def test_at_the_end_is_room_to_write_how_many_came_and_who_says_so() -> None:
    told = text(signups())

    assert told.index("没报名") < told.index("来了人签名") < told.index("1-121518")
    assert told.endswith("第1页，共1页")


@pytest.mark.parametrize("count", [0, 1, 3, 15, 16, 17, 120])
def test_however_many_there_are_each_is_on_it_once(count: int) -> None:
    told = text(signups(count))

    assert re.findall(r"村民\d{3}", told) == [f"村民{number:03}" for number in range(1, count + 1)]


def test_each_page_has_the_heads_of_the_columns_and_says_which_it_is() -> None:
    told = pages(signups(120))

    assert len(told) > 5
    for number, page in enumerate(told, 1):
        assert "号姓名自然村谁报的尾号来了" in page
        assert f"第{number}页，共{len(told)}页" in page
        assert "果树嫁接" in page


def test_who_waits_on_a_second_page_is_still_known_to_wait() -> None:
    waiting = [page for page in pages(signups(12, 30)) if "村民030" in page or "村民015" in page]

    assert len(waiting) == 2
    assert all("候补" in page for page in waiting)


@pytest.mark.parametrize("count", range(10, 19))
def test_no_row_is_broken_between_two_pages(count: int) -> None:
    made = signups(rows=rows(count, name=LONG_NAMES[0], by="她的儿子王小明", village=LONG[:20]))

    for page in pages(made):
        assert page.count(LONG_NAMES[0]) == page.count("她的儿子王小明") == page.count(LONG[:20])


@pytest.mark.parametrize("count", [1, 8, 9, 10, 11, 12])
def test_those_not_on_it_and_who_signs_stand_on_one_page(count: int) -> None:
    *_, last = pages(signups(count))

    assert "没报名" in last and "签名" in last


@pytest.mark.parametrize(
    ("days", "across"), [(1, False), (2, False), (3, False), (4, True), (5, True), (6, True)]
)
def test_up_to_three_columns_of_boxes_stand_upright_and_more_across(days: int, across: bool) -> None:
    assert size_of_page(signups(days=days)) == pytest.approx(A4[::-1] if across else A4, abs=0.5)


def test_of_a_course_each_session_has_a_column_with_its_day() -> None:
    told = text(signups(days=3, of=5))

    assert "时间第1到3次，共5次地点" in told
    assert told.count("第1次11月26日09:00第2次12月3日09:00第3次12月10日09:00") == 2
    assert "第1次来了人第2次来了人第3次来了人" in told


def test_of_one_session_it_says_which_it_is_of_how_many() -> None:
    second = signups(sessions=(ListSession(nth=2, at=on(7)),), of=3)

    assert "12月3日周四（农历十月廿五）09:00第2次，共3次" in text(second)
    assert "共" not in text(signups()).replace("共1页", "")


def test_time_is_that_of_the_place() -> None:
    there = Moment(at=on(0).at, zone="Asia/Urumqi")

    assert "07:00" in text(signups(sessions=(ListSession(at=there),)))


@pytest.mark.parametrize("days", [1, 3, 6])
def test_names_are_never_too_small_and_long_ones_are_whole(days: int) -> None:
    for name in LONG_NAMES:
        made = signups(days=days, of=days, rows=rows(2, name=name))
        sizes = [size for run, size, _ in runs_of(pdf(made)) if len(run) > 1 and run in name]

        assert text(made).count(name.replace(" ", "")) == 2
        assert sizes and min(sizes) >= LEAST_FOR_A_NAME - 0.01


def test_a_short_name_is_larger_than_a_long_one_has_to_be() -> None:
    [size] = {size for run, size, _ in runs_of(pdf(signups(1))) if run == "村民 001"}

    assert size == pytest.approx(17)


@pytest.mark.parametrize(("count", "waits", "days"), [(0, 0, 1), (2, 0, 1), (2, 1, 2), (30, 3, 6)])
def test_each_row_has_an_empty_box_of_eight_millimetres_for_each_session(
    count: int, waits: int, days: int
) -> None:
    drawn = [page.get_contents().get_data() for page in pages_of(pdf(signups(count, waits, days)))]
    sides = [float(side) for one in drawn for side in re.findall(rb"0 0 m ([\d.]+) 0 l \1 \1 l 0 \1 l", one)]

    assert len(sides) == (count + waits + BLANKS) * days
    assert {round(side * 25.4 / 72, 1) for side in sides} == {8.5}


def test_it_is_black_and_white() -> None:
    with pytest.MonkeyPatch.context() as patch:
        colours = picture(signups(), patch).colours

    assert all(red == green == blue for red, green, blue in colours)


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("zh-Hans", ["签到名单", "自然村", "本人", "候补", "来了人", "第1页，共1页", "农历十月十八"]),
        ("zh-Hant", ["簽到名單", "自然村", "本人", "候補", "來了人", "第1頁，共1頁", "農曆十月十八"]),
        ("en", ["whoiscoming", "Village", "self", "Waiting", "came", "Page1of1", "Thu26Nov"]),
    ],
)
def test_it_speaks_the_readers_language(locale: str, words: list[str]) -> None:
    told = text(signups(waits=1), locale)

    assert [one for one in words if one not in told] == []


@pytest.mark.parametrize(
    "about",
    [
        {},
        {"title": "W" * 80, "unit": "W" * 60, "place": "https://" + "w" * 200},
        {"rows": rows(1, name="W" * 60, village="W" * 40, by="W" * 40, phone="8888")},
        {"rows": (ListRow(number=10**6, name="王"),)},
        {"days": 3, "rows": rows(1, name="W" * 40)},
    ],
    ids=["usual", "heading", "row", "number", "three columns"],
)
def test_nothing_reaches_into_the_margins(about: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    seen = picture(signups(**about), monkeypatch)

    for beside in (slice(0, 40), slice(-40, None)):
        assert {pixel for row in seen.rows for pixel in row[beside]} == {WHITE}


@pytest.mark.parametrize("words", ['#panic("x")', "$x^2$ *b* _i_", '"}],{', "<b>&amp;</b>", "\\#~`^", "@"])
def test_what_people_are_called_is_words_and_never_markup(words: str) -> None:
    made = signups(1, title=words, unit=words, place=words, rows=rows(1, name=words, village=words, by=words))

    assert text(made).count(words.replace(" ", "")) == 6


def test_emoji_are_left_out() -> None:
    assert pdf(signups(rows=rows(1, name="李敏🌾"))) == pdf(signups(rows=rows(1, name="李敏")))


def test_the_same_list_is_the_same_file_on_any_day() -> None:
    assert pdf(signups()) == pdf(signups())


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60), st.text(max_size=40))
def test_anything_may_be_printed_without_a_fall(title: str, name: str) -> None:
    assert pages_of(pdf(signups(1, title=title, rows=rows(1, name=name, village=name, by=name))))


async def test_the_event_loop_runs_while_a_long_list_is_made() -> None:
    beats = 0

    async def beat() -> None:
        nonlocal beats
        while True:
            await asyncio.sleep(0.005)
            beats += 1

    beating = asyncio.create_task(beat())
    await asyncio.to_thread(pdf, signups(120, 20))
    beating.cancel()
    assert beats > 3
