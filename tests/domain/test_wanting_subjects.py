"""Wishes for the same thing meet, however it is called, written or mistyped; and others do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.wanting_subjects import is_subject, key, meets, same

ALIKE = (
    "嫁接 果树嫁接 嫁接技术 学嫁接的手艺 嫁结 嫁接培训班 嫁接的课 苹果树嫁接方法 嫁接術 嫁接果树",
    "电焊 焊工 烧电焊 电焊工 焊接 電焊 电焊技术 典焊 电焊证",
    "养蜂 蜜蜂养殖 养蜜蜂 养蜂技术 养峰 蜂 養蜂",
    "叉车 开叉车 叉车驾驶 叉车工 叉车证 插车",
    "广场舞 跳广场舞 跳舞 跳午 廣場舞",
    "手机维修 修手机 手机修理 修理手机",
    "短视频 拍短视频 做短视频 抖音 剪短视频",
    "草莓 种草莓 草莓种植 草莓种植技术 草梅",
    "画画 绘画 美术 画画兴趣班",
    "剪枝 果树剪枝 修剪 果树修剪 果树简枝 修剪果树",
    "挖掘机 挖机 开挖掘机 挖掘机操作 钩机",
    "做菜 炒菜 厨师 做饭 厨艺",
    "种菜 蔬菜种植 种蔬菜",
    "月嫂 做月嫂 当月嫂 月嫂培训 月少",
    "书法 毛笔字 写毛笔字 书法班",
    "PS ps ＰＳ PS技术",
)
"""In each line everybody wants the same as the first."""


@pytest.mark.parametrize("words", [line.split() for line in ALIKE], ids=lambda words: words[0])
def test_what_is_the_same_meets_however_it_is_said(words: list[str]) -> None:
    assert [one for one in words if not same(key(words[0]), key(one))] == []


def test_what_is_something_else_does_not_meet() -> None:
    firsts = [line.split()[0] for line in ALIKE]
    keys = [key(one) for one in firsts]
    assert [
        (firsts[i], firsts[j])
        for i in range(len(keys))
        for j in range(len(keys))
        if i != j and same(keys[i], keys[j])
    ] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("手机", "手机维修"),
        ("养鸡", "养鸭"),
        ("叉车", "货车"),
        ("草莓", "蓝莓"),
        ("短视频", "短视频卖橘子"),
        ("舞龙", "广场舞"),
        ("电工", "电焊"),
        ("grafting", "bee keeping"),
        ("车", "叉车"),
        ("", ""),
        ("嫁接", ""),
    ],
)
def test_only_the_last_part_of_a_subject_says_what_it_is(one: str, other: str) -> None:
    assert not same(key(one), key(other))


@pytest.mark.parametrize(
    "subject", ["grafting", "a grafting course", "Grafting", "fruit tree grafting", "grafting skills"]
)
def test_english_words_meet_too(subject: str) -> None:
    assert same(key("grafting"), key(subject))


@pytest.mark.parametrize(
    ("wish", "title", "met"),
    [
        ("嫁接", "春季果树嫁接技术培训班", True),
        ("果树嫁接", "嫁接", True),
        ("嫁接", "嫁接和修剪培训", True),
        ("剪枝", "嫁接、修剪", True),
        ("剪枝", "嫁接（附：果树修剪）", True),
        ("养鸡", "嫁接和修剪培训", False),
        ("手机", "手机维修班", False),
        ("手机维修", "手机维修班", True),
        ("grafting", "Grafting course", True),
        ("嫁接", "", False),
        ("嫁接", "、、", False),
    ],
)
def test_a_wish_is_found_in_a_title(wish: str, title: str, met: bool) -> None:
    assert meets(key(wish), title) is met


@pytest.mark.parametrize("words", ["", "技术", "手艺", "点什么", "培训", "技术培训班", "农业技术"])
def test_what_names_nothing_is_no_subject(words: str) -> None:
    assert not is_subject(words)


@pytest.mark.parametrize("words", ["嫁接", "车", "无人机", "ps"])
def test_what_names_something_is_one(words: str) -> None:
    assert is_subject(words)


@given(
    st.text("嫁接养蜂开叉车的技术培训班学修剪手机果树 ", max_size=12), st.text("嫁接养蜂修剪果树", max_size=8)
)
def test_to_be_the_same_goes_both_ways(one: str, other: str) -> None:
    assert same(key(one), key(other)) == same(key(other), key(one))
    assert same(key(one), key(one)) or not key(one)
    assert len(key(one)) <= 100, "it has room in its column"
