"""Ticks of a list as people type them: read for what they mean, or refused with what was not clear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.numerals import cardinal
from domain.ticks import TicksError, read_ticks, write_ticks

LAST = 20
ALL = set(range(1, LAST + 1))


def read(text: str, last: int = LAST) -> set[int]:
    """The rows that are ticked on a list of twenty."""
    return set(read_ticks(text, last))


def refused(text: str, last: int = LAST) -> tuple[str, bool]:
    """What part was not read, and whether it is beyond the list."""
    with pytest.raises(TicksError) as caught:
        read_ticks(text, last)
    return caught.value.part, caught.value.beyond


@pytest.mark.parametrize(
    "text",
    [
        "1-12 15 18",
        "1-12，15、18",
        "１－１２，１５，１８",
        "1到12 15 18",
        "1 到 12、15和18",
        "1至12；15；18。",
        "1~12.15.18",
        "1～12/15/18",
        "1——12 15 18",
        "1 - 12\n15\n18",
        "第1号到第12号、第15号、第18号",
        "一到十二，十五、十八",
        "一至一十二 十五号十八号",
        "1 to 12, 15 and 18",
        "No. 1 through 12, #15 & 18",
        "18 15 1-12 3-4 18",
        "1-12 15 18 都来了",
        "1-12、15、18来了。",
        "1-12，15、18到了",
        "1-12，15、18參加了",
        "1-12, 15, 18 came",
        "1-12 15 18来了，其他没来",
        "1-12、15、18到了，其餘的都沒到",
        "除了1-12、15、18都没来",
    ],
)
def test_numbers_and_ranges_are_read_however_they_are_typed(text: str) -> None:
    assert read(text) == {*range(1, 13), 15, 18}


@pytest.mark.parametrize(
    "text",
    [
        "全部",
        "全来了",
        "都到了。",
        "全都来了！",
        "大家都来了",
        "人都到齐了",
        "全部都來了",
        "所有人",
        "全",
        "All",
        "everyone",
    ],
)
def test_everybody_is_one_word(text: str) -> None:
    assert read(text) == ALL


@pytest.mark.parametrize(
    "text", ["没人来", "没有人来", "都没来", "大家都没来", "一个也没来", "一個人都沒到", "None", "nobody"]
)
def test_nobody_is_one_word_too(text: str) -> None:
    assert read(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "除了3、5都来了",
        "除了3、5",
        "除3和5外，都到了",
        "除了三号、五号以外，大家都来了",
        "除了3 5，其他人都来了",
        "除了３、５之外，剩下的都到齐了",
        "全部，除了3、5",
        "大家都来了，除了3跟5",
        "3、5没来",
        "3、5都沒來",
        "3号和5号没有来，其他的都来了",
        "三、五没到",
        "全来了，3、5没来",
        "all but 3, 5",
        "All except 3 and 5",
        "everyone came except for 3 & 5",
    ],
)
def test_those_who_did_not_come_may_be_named_instead(text: str) -> None:
    assert read(text) == ALL - {3, 5}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", ""),
        (" 。 ", ""),
        ("张三", "张三"),
        ("1 张三 3", "张三"),
        ("1-", "1-"),
        ("-3", "-3"),
        ("1-3-5", "1-3-5"),
        ("12-1", "12-1"),
        ("1-张三", "1-张三"),
        ("除了张三都来了", "张三"),
        ("除了", "了"),
        ("all but Li", "li"),
        ("一三", "一三"),
        ("１x", "1x"),
        ("9999999999", "9999999999"),
    ],
)
def test_of_what_cannot_be_read_it_is_said_which_part(text: str, part: str) -> None:
    assert refused(text) == (part, False)


@pytest.mark.parametrize("text", ["12人", "来了12个", "来了12", "12个来了", "只有12没来", "3 人没来", "缺3"])
def test_how_many_is_not_taken_for_who(text: str) -> None:
    assert refused(text)[1] is False


@pytest.mark.parametrize("text", ["1-4来了，5没来", "3来了5没来", "都来了都没来", "1 2 没来 3"])
def test_what_says_two_things_is_not_guessed(text: str) -> None:
    assert refused(text)[1] is False


@pytest.mark.parametrize(
    "text", ["21", "1-21", "除了21都来了", "0", "0-3", "二十一", "零", "一百零五", "999999999"]
)
def test_a_number_beyond_the_list_is_said_to_be_that(text: str) -> None:
    part, beyond = refused(text)

    assert beyond
    assert part in text and "-" not in part


@pytest.mark.parametrize(("last", "rows"), [(1, {1}), (2, {1, 2})])
def test_the_ends_of_the_list_are_on_it(last: int, rows: set[int]) -> None:
    assert read(f"1-{last}", last) == read("全来了", last) == rows
    assert refused(f"1-{last + 1}", last) == (str(last + 1), True)


def test_on_an_empty_list_everybody_is_nobody() -> None:
    assert read("全来了", 0) == set()
    assert refused("1", 0) == ("1", True)


def test_rows_come_in_their_order_and_each_once() -> None:
    assert read_ticks("5 3 3-4", LAST) == (3, 4, 5)


@pytest.mark.parametrize(
    ("rows", "written"),
    [
        ((), ""),
        ((7,), "7"),
        ((1, 2), "1-2"),
        ((3, 1, 2, 2), "1-3"),
        ((1, 3, 5), "1 3 5"),
        ((18, 15, *range(1, 13)), "1-12 15 18"),
    ],
)
def test_rows_are_written_as_short_as_they_can_be_typed(rows: tuple[int, ...], written: str) -> None:
    assert write_ticks(rows) == written


rows_of_a_list = st.integers(1, 400).flatmap(
    lambda last: st.tuples(st.just(last), st.sets(st.integers(1, last), min_size=1))
)


@given(rows_of_a_list)
def test_what_is_written_is_read_back(on: tuple[int, set[int]]) -> None:
    last, rows = on

    assert read(write_ticks(rows), last) == rows


@given(rows_of_a_list, st.sampled_from(["，", "、", " ", "。", "\n", "和"]))
def test_and_so_is_what_somebody_says_in_words(on: tuple[int, set[int]], between: str) -> None:
    last, rows = on
    said = between.join(cardinal(row) for row in sorted(rows))

    assert read(said, last) == rows
    assert read(f"除了{said}都来了", last) == set(range(1, last + 1)) - rows


@given(st.text(), st.integers(0, 50))
def test_anything_typed_is_read_or_refused(text: str, last: int) -> None:
    try:
        rows = read_ticks(text, last)
    except TicksError:
        return
    assert set(rows) <= set(range(1, last + 1))


@given(st.text("123-, 除了都来没其他人", max_size=20))
def test_what_is_nearly_right_is_read_or_refused_too(text: str) -> None:
    try:
        rows = read_ticks(text, LAST)
    except TicksError:
        return
    assert read(write_ticks(rows) or "没人来") == set(rows)


@pytest.mark.parametrize("piece", ["除了", "都来了 ", "来", "没", "3 来了 ", "1-", "到3", "其他"])
def test_a_message_as_long_as_there_can_be_holds_nobody_up(piece: str) -> None:
    with pytest.raises(TicksError):
        read_ticks(piece * (4096 // len(piece)), LAST)


# A list whose line has moved


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("都来了", (1, 2, 4)),
        ("都来了，除了2", (1, 4)),
        ("除了2、6都来了", (1, 4)),
        ("1-6", (1, 2, 4, 5, 6)),
        ("5", (5,)),
        ("除了5都没来", (5,)),
        ("2没来", (1, 4)),
        ("没人来", ()),
    ],
)
def test_all_are_those_who_are_expected_and_whoever_waited_is_named(
    typed: str, expected: tuple[int, ...]
) -> None:
    assert read_ticks(typed, 6, waiting=(5, 6), nobody=(3,)) == expected


@pytest.mark.parametrize("typed", ["3", "1-3", "3-5", "除了3都来了", "7"])
def test_a_number_that_nobody_has_any_more_is_named_by_nobody(typed: str) -> None:
    with pytest.raises(TicksError) as refused:
        read_ticks(typed, 6, waiting=(5, 6), nobody=(3,))
    assert refused.value.beyond
