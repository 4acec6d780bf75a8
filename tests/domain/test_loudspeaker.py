"""A notice over the loudspeaker: short lines, no digits, no links, nothing lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words import translate
from domain.loudspeaker import LONG, Reading, announcement, read_aloud
from domain.messages import verbatim

NOTICE = """📢 关于医保缴费
各位村民：2027年度医保从12月3日开始缴费，每人400元，12月25日 17:30截止。\
带上户口本、身份证、银行卡到便民服务中心2号窗口办理；\
也可以在手机上办：https://pay.example.gov.cn/a?id=1。
1. 不清楚的，打电话138 0000 0001找李敏。"""


def test_a_notice_is_read_in_short_lines() -> None:
    assert read_aloud(NOTICE, "zh-Hans") == Reading(
        (
            "关于医保缴费",
            "各位村民：二零二七年度医保从十二月三号开始缴费，",
            "每人四百块，",
            "十二月二十五号下午五点半截止。",
            "带上户口本、身份证、",
            "银行卡到便民服务中心二号窗口办理；",
            "也可以在手机上办。",
            "第一，不清楚的，",
            "打电话幺三八，零零零零，零零零幺找李敏。",
        ),
        has_link=True,
    )


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("停水。来水！知道吗？好；完", ["停水。", "来水！", "知道吗？", "好；", "完"]),
        ("他说：“停水。”走了。", ["他说：“停水。”", "走了。"]),
        ("停水！！！来水……好", ["停水！！！", "来水……", "好"]),
        ("（明天停水。）后天来。", ["（明天停水。）", "后天来。"]),
        ("停水\n\n  \n来水", ["停水", "来水"]),
        ("。。。\n——\n🤝", []),
        ("", []),
    ],
)
def test_each_sentence_has_a_line(words: str, lines: list[str]) -> None:
    assert list(read_aloud(words, "zh-Hans").lines) == lines


def test_a_sentence_of_one_breath_is_not_broken_and_a_longer_one_is() -> None:
    clause = "天" * (LONG // 2 - 1) + "，"
    fits, too_long = clause + "地" * (LONG // 2), clause + "地" * (LONG // 2 + 1)

    assert read_aloud(fits, "zh-Hans").lines == (fits,)
    assert read_aloud(too_long, "zh-Hans").lines == (clause, "地" * (LONG // 2 + 1))


def test_clauses_share_a_breath_up_to_its_end() -> None:
    half = "天" * (LONG // 2 - 1) + "，"

    assert read_aloud(half + half + "完。", "zh-Hans").lines == (half + half, "完。")
    assert read_aloud(half + "地" + half + "完。", "zh-Hans").lines == (half, f"地{half}完。")


def test_short_clauses_share_a_breath() -> None:
    words = "张三、李四、王五、赵六、钱七、孙八、周九、吴十。"

    assert read_aloud(words, "zh-Hans").lines == ("张三、李四、王五、赵六、钱七、孙八、", "周九、吴十。")


def test_a_telephone_number_is_never_broken_though_it_has_pauses() -> None:
    for before in range(30):
        lines = read_aloud("打" * before + "，找13800000001问一问，好不好，行不行。", "zh-Hans").lines
        assert any("幺三八，零零零零，零零零幺" in line for line in lines)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("请看https://example.org/a?b=1&c=2。", "请看。"),
        ("网址：http://example.org/通知", "网址：通知"),
        ("网址：www.example.cn", "网址"),
        ("见（https://example.org/a）。", "见。"),
        ("进群t.me/maqu_bot，问一问", "进群，问一问"),
        ("写信到li.min@example.org.cn。", "写信到。"),
        ("上example.gov.cn/pay办", "上办"),
    ],
)
def test_links_are_left_out_and_it_is_said_that_there_was_one(words: str, kept: str) -> None:
    assert read_aloud(words, "zh-Hans") == Reading((kept,), has_link=True)


@pytest.mark.parametrize("words", ["见3.5万元", "A.B", "9:30", "com", "张三.李四", "停水：明天"])
def test_what_is_no_link_stays(words: str) -> None:
    assert not read_aloud(words, "zh-Hans").has_link


def test_traditional_characters_are_read_in_traditional_characters() -> None:
    reading = read_aloud("12月3日14:00開會，每戶2個人。", "zh-Hant")

    assert reading.lines == ("十二月三號下午兩點開會，每戶兩個人。",)


def test_english_keeps_its_figures_a_sentence_to_a_line() -> None:
    words = (
        "Meeting on 3 Dec, 9:30 a.m. at the center. Bring your ID! 2 people each; see https://example.org/a."
    )

    assert read_aloud(words, "en") == Reading(
        ("Meeting on 3 Dec, 9:30 a.m. at the center.", "Bring your ID!", "2 people each; see."), has_link=True
    )


def said(reading: Reading, language: str, **how: bool) -> list[str]:
    """The lines of an announcement."""
    return translate(announcement(verbatim("马曲村"), reading, **how), language).split("\n")


@pytest.mark.parametrize(
    ("language", "first", "again", "last"),
    [
        ("zh-Hans", "各位乡亲，请注意！", "再说一遍。", "通知念完了，谢谢大家。"),
        ("zh-Hant", "各位鄉親，請注意！", "再說一遍。", "通知念完了，謝謝大家。"),
        ("en", "Everybody, please listen!", "Once more.", "That is all. Thank you."),
    ],
)
def test_an_announcement_opens_says_it_twice_and_ends(
    language: str, first: str, again: str, last: str
) -> None:
    lines = said(Reading(("停水。", "后天来水。")), language)

    assert (lines[0], lines[-1]) == (first, last)
    assert "马曲村" in lines[1]
    assert lines[2:-1] == ["停水。", "后天来水。", again, "停水。", "后天来水。"]


def test_whoever_only_hears_it_is_told_where_the_link_is_each_time() -> None:
    hint = "网址请看村口公示栏。"

    assert said(Reading(("停水。",), has_link=True), "zh-Hans").count(hint) == 2
    assert hint not in said(Reading(("停水。",)), "zh-Hans")


def test_what_is_long_is_said_once() -> None:
    lines = said(Reading(("停水。",), has_link=True), "zh-Hans", twice=False)

    assert lines[2:-1] == ["停水。", "网址请看村口公示栏。"]


NOTICES = st.text("天地人，、。！？；0123456789-:元月日%\n （）", max_size=120)


@given(NOTICES)
def test_no_digit_is_read_out_and_no_line_has_nothing_to_say(words: str) -> None:
    for line in read_aloud(words, "zh-Hans").lines:
        assert not re.search(r"[0-9\ue000-\ue002\n]", line)
        assert re.search(r"\w", line)


@given(st.text("天地人，、。！？；", max_size=120))
def test_no_word_is_lost_and_what_could_be_broken_is(words: str) -> None:
    lines = read_aloud(words, "zh-Hans").lines

    assert re.sub(r"\W", "", "".join(lines)) == re.sub(r"\W", "", words)
    assert not [line for line in lines if len(line) > LONG and re.search("[，、](?!$)", line)]


@given(st.text(max_size=60), st.sampled_from(["zh-Hans", "zh-Hant", "en"]))
def test_anything_may_be_read_without_a_fall(words: str, language: str) -> None:
    assert all(line.strip() for line in read_aloud(words, language).lines)
