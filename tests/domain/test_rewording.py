"""What has changed, as somebody would say it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rewording import LONGEST, MOST, Change, changes


def said(before: str, after: str) -> list[str]:
    """The changes as they are written."""
    return [f"{one.before}→{one.after}" for one in changes(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("11月27日停水", "11月28日停水", ["11月27日→11月28日"]),
        ("明天上午九点停水", "明天上午十点停水", ["九点→十点"]),
        ("上午九点到十一点停水", "上午十点到十二点停水", ["九点到十一点→十点到十二点"]),
        ("下午2:30开会", "下午3:30开会", ["2:30→3:30"]),
        ("下午两点半开会，在村部", "下午三点开会，在学校", ["两点半→三点", "村部→学校"]),
        ("📍 村部二楼会议室", "📍 老学校二楼教室", ["村部二楼会议室→老学校二楼教室"]),
        ("📍 村部", "📍 村小学", ["村部→村小学"]),
        ("📍 村部二楼\n💰 不收钱", "📍 村部三楼\n💰 不收钱", ["村部二楼→村部三楼"]),
        ("🌱 培训班《嫁接》", "🌱 培训班《果树嫁接》", ["培训班《嫁接》→培训班《果树嫁接》"]),
        ("🛠️ 村部院子", "🛠️ 村部礼堂", ["村部院子→村部礼堂"]),
        ("💺 一共 20 个位子", "💺 一共 30 个位子", ["20→30"]),
        ("🕘 11月27日 周五 14:00 到 16:00", "🕘 11月27日 周五 15:00 到 16:00", ["14:00→15:00"]),
        ("开会，在村部二楼会议室。", "开会，在老学校二楼教室。", ["在村部二楼会议室→在老学校二楼教室"]),
        ("周三体检", "星期四体检", ["周三→星期四"]),
        ("明天停水", "后天停水", ["明天→后天"]),
        ("每户 200 元", "每户 300 元", ["200→300"]),
        ("每户200元", "每户1,200元", ["200元→1,200元"]),
        ("明天停水", "明天不停水", ["明天停→明天不停"]),
        ("请接好水", "请提前接好水", ["请接→请提前接"]),
        ("到村部开会", "到村部二楼会议室开会", ["→二楼会议室"]),
        ("带身份证、户口本和照片", "带身份证", ["户口本和照片→"]),
        ("11月27日停水", "11月27日停电", ["停水→停电"]),
        ("11月27日停水，请接水", "11月28日停水，请接水。", ["11月27日→11月28日"]),
        ("The water is off on Friday", "The water is off on Saturday", ["Friday→Saturday"]),
        ("It's at 9am", "It's at 10am", ["9→10"]),
        ("明天停電", "後天停電", ["明天→後天"]),
        ("三號停電，九點來電", "四號停電，十點來電", ["三號→四號", "九點→十點"]),
    ],
)
def test_what_has_changed_is_named_by_whole_words(before: str, after: str, wanted: list[str]) -> None:
    assert said(before, after) == wanted


def test_what_says_the_same_has_not_changed() -> None:
    assert changes("明天停水", "明天停水") == changes("", "") == []
    assert changes("明天停水", "明天停水。 ") == [], "nobody minds a mark"


def test_three_places_are_named_and_a_fourth_is_too_many() -> None:
    places = [f"{name}在{n}号院开会，" for n, name in enumerate(["老人", "妇女", "党员", "青年"], 1)]
    moved = [one.replace("号院", "号楼") for one in places]
    for many in (MOST, MOST + 1):
        before, after = "".join(places[:many]), "".join(moved[:many])
        assert len(changes(before, after)) == (MOST if many == MOST else 0)


def test_what_is_too_long_to_be_named_is_not() -> None:
    assert changes("停水。", f"停水。{'字' * LONGEST}") == [Change("", "字" * LONGEST)]
    assert changes("停水。", f"停水。{'字' * (LONGEST + 1)}") == []


def test_a_new_text_is_read_as_a_whole() -> None:
    assert (
        changes("明天上午九点停水，请接好水。", "村里的桥断了，谁也不要从那边走，绕着上马曲那条路去镇上。")
        == []
    )


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_written_only_what_is_there_is_named(before: str, after: str) -> None:
    for one in changes(before, after):
        assert one.before in before and one.after in after
        assert one.before != one.after
        assert max(len(one.before), len(one.after)) <= LONGEST
