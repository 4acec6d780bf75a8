"""Texts of the domain as words: arguments written out, and whatever people wrote made safe."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words import translate
from domain.messages import Content, Moment, Text, t, verbatim
from locales import LANGUAGES, UnknownTextError
from services import stories

AT = datetime(2026, 2, 16, 16, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "words"), [("zh-Hans", "看看这件事"), ("zh-Hant", "看看這件事"), ("en", "See this request")]
)
def test_a_text_is_said_in_the_readers_language(language: str, words: str) -> None:
    assert words in translate(t("button-open"), language)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hans", "10045 号 🤝 帮扶救助 · 跑腿"),
        ("zh-Hant", "10045 號 🤝 幫扶救助 · 跑腿"),
        ("en", "No. 10045 🤝 Help at home · errands"),
    ],
)
def test_texts_in_a_text_are_in_the_same_language(language: str, words: str) -> None:
    head = t("card-headline-topic", number="10045", line=t("line-assistance"), topic=t("topic-errands"))
    assert translate(head, language) == words


def test_texts_are_nested_as_deep_as_they_come() -> None:
    text = verbatim("王秀英")
    for _ in range(20):
        text = t("card-gone", card=text, why=t("card-cancelled"))
    words = translate(text, "zh-Hans").split("\n")
    assert words == ["王秀英", *["村民不办了。"] * 20]


def test_a_list_is_written_one_under_the_other() -> None:
    text = t("lines", items=[verbatim("灯不亮"), t("attached", kind="photo", count=2), t("story-empty")])
    assert translate(text, "zh-Hans") == "灯不亮\n📷 照片 2 张\n（没有写什么）"
    assert translate(text, "en") == "灯不亮\n📷 2 photos\n(Nothing written.)"


def test_an_empty_list_is_nothing() -> None:
    assert translate(t("lines", items=[]), "zh-Hans") == ""


def test_a_list_in_a_list_is_one_list() -> None:
    inner = t("lines", items=[verbatim("b"), verbatim("c")])
    assert translate(t("lines", items=[verbatim("a"), inner, verbatim("d")]), "en") == "a\nb\nc\nd"


def test_a_story_is_its_words_and_what_is_attached() -> None:
    story = stories.brief(
        [
            Content(text="我家的灯不亮了"),
            Content(kind="photo", file_id="p1", text="就是这盏"),
            Content(kind="photo", file_id="p2"),
            Content(kind="sticker", file_id="s1"),
        ]
    )
    assert translate(story, "zh-Hans") == "我家的灯不亮了\n就是这盏\n📷 照片 2 张\n😀 表情 1 个"
    assert translate(story, "en") == "我家的灯不亮了\n就是这盏\n📷 2 photos\n😀 1 sticker"


def test_a_moment_is_written_with_its_day_its_lunar_day_and_its_time() -> None:
    text = t("told-taken", role=t("role-doctor"), due=Moment(at=AT))
    assert "2月17日 周二（农历正月初一） 00:30 之前" in translate(text, "zh-Hans")
    assert "by Tue 17 Feb (lunar 1/1), 00:30." in translate(text, "en")


def test_a_day_is_written_without_its_time() -> None:
    text = t("told-done", role=t("role-doctor"), closes=Moment(at=AT, style="day"))
    assert "2月17日 週二（農曆正月初一） 之前" in translate(text, "zh-Hant")
    assert "00:30" not in translate(text, "zh-Hant")


def test_a_moment_is_written_in_its_own_zone() -> None:
    there = Moment(at=AT).model_copy(update={"zone": "Asia/Urumqi"})
    assert translate(t("told-taken", role=t("role-doctor"), due=there), "en").count("22:30") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_write_is_escaped(language: str) -> None:
    assert translate(verbatim("<b>3 < 5 & 6</b>"), language) == "&lt;b&gt;3 &lt; 5 &amp; 6&lt;/b&gt;"
    assert translate(verbatim('他说"好"，it\'s'), language) == '他说"好"，it\'s'


def test_what_is_in_a_list_or_a_nested_text_is_escaped_once() -> None:
    text = t("lines", items=[t("card-for", name=verbatim("<王&李>"))])
    assert translate(text, "zh-Hans") == "替&lt;王&amp;李&gt;办的"


def test_the_texts_own_tags_stay() -> None:
    text = t("person-center", center="<马曲>", phone="0971-1")
    assert translate(text, "zh-Hans") == "☎️ &lt;马曲&gt;：<b>0971-1</b>"


def test_numbers_stay_numbers_so_that_plurals_work() -> None:
    assert translate(t("desk", count=1, items=[]), "en").startswith("One request to do:")
    assert translate(t("desk", count=2, items=[]), "en").startswith("2 requests")


def test_a_number_that_is_a_name_is_written_as_it_is() -> None:
    assert "100455" in translate(t("speech-kept", number="100455"), "en")


def test_a_hole_is_never_sent() -> None:
    with pytest.raises(ValueError, match="card-for"):
        translate(t("card-for"), "zh-Hans")
    with pytest.raises(ValueError, match="card-for"):
        translate(t("lines", items=[t("card-for")]), "en")


def test_a_text_nobody_wrote_is_an_error() -> None:
    with pytest.raises(UnknownTextError, match="no-such-text"):
        translate(t("card-gone", card=t("no-such-text"), why="x"), "zh-Hans")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_reads_the_same_after_it_was_kept(language: str) -> None:
    text = t(
        "told-asker", head=verbatim("<一>"), news=t("told-taken", role=t("role-clerk"), due=Moment(at=AT))
    )
    assert translate(Text.model_validate(text.pack()), language) == translate(text, language)


@given(st.text())
def test_nothing_anybody_writes_makes_a_tag(words: str) -> None:
    said = translate(t("card-for-self"), "en") + translate(
        t("speech", head=verbatim(words), words=words), "en"
    )
    assert "<" not in said and ">" not in said
