"""Reading: one script, one sound, whatever was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.suggest_reading import LONGEST, Reading, features, fold, grams, merge, read, sounds, syllables


@pytest.mark.parametrize(
    ("typed", "folded"),
    [("發燒頭痛", "发烧头痛"), ("ＡＢＣ１２", "abc12"), ("Fire", "fire"), ("低保", "低保"), ("", "")],
)
def test_script_width_and_case_are_folded(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_only_the_beginning_of_a_very_long_message_is_read() -> None:
    assert len(fold("米" * 5000)) == LONGEST


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("低保", "低宝"),
        ("疫苗", "医苗"),
        ("调解", "条解"),
        ("大棚", "大鹏"),
        ("垃圾", "拉圾"),
        ("路灯", "鹿灯"),
    ],
)
def test_wrong_characters_of_the_same_sound_are_heard_as_the_right_ones(right: str, wrong: str) -> None:
    assert sounds(right) == sounds(wrong)


@pytest.mark.parametrize(
    ("one", "other"), [("zhao", "zao"), ("shen", "sheng"), ("lan", "nan"), ("chin", "cing")]
)
def test_sounds_that_dialects_mix_up_are_one(one: str, other: str) -> None:
    assert merge(one) == merge(other)


def test_sounds_that_nobody_mixes_up_stay_apart() -> None:
    assert merge("ma") != merge("mi")
    assert merge("gou") != merge("kou")


def test_a_character_sounds_as_it_does_in_its_word() -> None:
    assert sounds("银行")[1] != sounds("行走")[0]


@pytest.mark.parametrize(
    ("word", "cut"),
    [("huafei", ("hua", "fei")), ("zhuang", ("zhuang",)), ("xian", ("xian",)), ("nongyao", ("nong", "yao"))],
)
def test_pinyin_without_spaces_is_cut_into_syllables(word: str, cut: tuple[str, ...]) -> None:
    assert syllables(word) == cut


@pytest.mark.parametrize("word", ["fertilizer", "help", "x", "", "brrr"])
def test_what_is_not_pinyin_has_no_syllables(word: str) -> None:
    assert syllables(word) == ()


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_syllables_lose_no_letter(word: str) -> None:
    cut = syllables(word)
    assert not cut or "".join(cut) == word


def test_pinyin_sounds_like_the_characters_it_spells() -> None:
    assert read("yao mai hua fei").sounds == read("要买化肥").sounds == read("yaomai huafei").sounds


def test_english_is_not_taken_for_pinyin() -> None:
    assert read("my roof is leaking").sounds == ()


def test_one_english_word_makes_latin_letters_english() -> None:
    assert read("he can help").sounds == ()


def test_characters_pinyin_words_and_numbers_are_told_apart() -> None:
    reading = read("我要 mai 3袋化肥！")
    assert reading.runs == ("我要", "袋化肥")
    assert reading.words == ("mai", "3")
    assert ("mai",) in reading.sounds or any("mai" in run for run in reading.sounds)


@pytest.mark.parametrize("text", ["", "   ", "？！。", "🍎🔥", "\x00\n"])
def test_nothing_readable_reads_as_nothing(text: str) -> None:
    assert read(text) == Reading((), (), ())


def test_grams_are_all_neighbouring_stretches() -> None:
    assert list(grams("停水了", 2)) == ["停水", "水了"]
    assert list(grams("水", 2)) == []


def test_features_come_from_characters_sounds_and_words() -> None:
    seen = features(read("停水 water broken"))
    assert {"c停", "c停水", "wwater", "wwater broken", "wbrok", "s" + " ".join(sounds("停水"))} <= set(seen)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    reading = read(text)
    assert len(reading.sounds) <= len(reading.runs) + len(reading.words) + 1
    assert all(feature[0] in "csw" for feature in features(reading))
