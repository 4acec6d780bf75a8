"""How the texts are worded: tags, length, script, and no officialese."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import product

import pytest
import zhconv

from locales import LANGUAGES, format_text, spellings
from tests.locales.expansions import ids_of
from tests.locales.texts import Written, every_text, texts
from tests.locales.uses import all_uses

LONGEST_LABEL = {"zh-Hans": 20, "zh-Hant": 20, "en": 40}
LABEL_TEXTS = ("line-{}", "role-{}")
"""Texts that stand on buttons as the words of `button-text`."""
ABOUT_LANGUAGE = {"language", "join-language", "button-language", "command-language"}
"""Texts that have to be understood before a language is chosen."""
OFFICIALESE = re.compile(
    "予以|特此|敬请|贵|知悉|悉知|相关部门|有关部门|完毕|请予|烦请|兹|按照规定|届时|逾期|敬告|务必|谨此|如需|若需|"
    "耐心等待|感谢您的理解|操作成功|操作失败|提交成功|提交失败|系统错误|请稍后重试|工单|诉求|派单|办结|用户"
)
KEPT_AS_WRITTEN = {"zh-Hans": set("繁體中文"), "zh-Hant": set("简体中文")}
"""Each language is named in itself."""
RIGHT_IN_BOTH = set("吃里污群")
"""Characters of both scripts that zhconv writes otherwise when they stand alone."""
SCRIPT = {"zh-Hans": "zh-hans", "zh-Hant": "zh-hant"}
PLURALS = {"one", "other"}
TAG = re.compile(r"<[^>]*>?")


def _labels() -> set[str]:
    named = {text_id for use in all_uses() if use.label for text_id in ids_of(use)}
    chosen_by_name = (use for use in all_uses() if use.id in LABEL_TEXTS)
    return named | {text_id for use in chosen_by_name for text_id in ids_of(use)}


def _keys() -> list[str]:
    return [text_id for text_id in texts("en") if text_id.startswith("key-")]


def _samples(text: Written, *fillings: str | int) -> Iterator[dict[str, str | int]]:
    """Arguments that reach every variant of a text; what is not chosen by gets each of the fillings."""
    values: list[list[str | int]] = []
    for name in sorted(text.variables):
        keys = text.keys_of(name)
        by_number = bool(keys) and keys <= PLURALS
        values.append([1, 3] if by_number else [*sorted(keys)] or [*fillings])
    for chosen in product(*values):
        yield dict(zip(sorted(text.variables), chosen, strict=True))


def _variants(text: Written) -> list[str]:
    """The text's own words, once for each variant."""
    return [format_text(text.id, sample, text.language) for sample in _samples(text, "")]


def _faults(words: str) -> list[str]:
    """What must never reach a reader: blanks at the ends, leftovers, any tag but a closed b."""
    found = [] if words.strip() and words == words.strip() else ["blank at an end"]
    found += re.findall(r"[{}$]|TODO|FIXME|XXX|\?\?\?|&(?!amp;|lt;|gt;)", words)
    tags = TAG.findall(words)
    return found if tags == ["<b>", "</b>"] * (len(tags) // 2) else [*found, *tags]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_comes_out_whole(language: str) -> None:
    faults = {
        text.id: found
        for text in texts(language).values()
        for sample in _samples(text, "王秀英", 3)
        if (found := _faults(format_text(text.id, sample, language)))
    }
    assert faults == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_says_all_it_is_given(language: str) -> None:
    silent = {
        text.id: name
        for text in texts(language).values()
        for name in text.variables - {name for name, _ in text.choices}
        for sample in _samples(text, "…")
        if "here it is" not in format_text(text.id, {**sample, name: "here it is"}, language)
    }
    assert silent == {}


@pytest.mark.parametrize(
    ("words", "faults"),
    [
        ("好", []),
        ("<b>好</b>，<b>行</b>", []),
        ("a &amp; b", []),
        ("a & b", ["&"]),
        ("好 ", ["blank at an end"]),
        ("", ["blank at an end"]),
        ("{ $name }", ["{", "$", "}"]),
        ("<i>好</i>", ["<i>", "</i>"]),
        ("<b>好", ["<b>"]),
        ("</b>好<b>", ["</b>", "<b>"]),
        ("1 < 2", ["< 2"]),
        ("TODO", ["TODO"]),
    ],
)
def test_a_fault_is_noticed(words: str, faults: list[str]) -> None:
    assert _faults(words) == faults


def test_tags_stand_in_the_same_places_in_every_language() -> None:
    for text_id in texts("en"):
        bold = {"".join(texts(language)[text_id].words).count("<b>") for language in LANGUAGES}
        assert len(bold) == 1, text_id


def test_labels_keys_and_commands_have_no_tags() -> None:
    plain = _labels() | set(_keys()) | {text_id for text_id in texts("en") if text_id.startswith("command-")}
    tagged = [
        (text.language, text.id)
        for text in every_text()
        if text.id in plain and TAG.search("".join(text.words))
    ]
    assert len(plain) > 100 and tagged == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_short_enough_for_a_phone(language: str) -> None:
    longest = LONGEST_LABEL[language]
    labels = {text_id: _variants(texts(language)[text_id]) for text_id in _labels()}
    assert {text_id: said for text_id, said in labels.items() if len(max(said, key=len)) > longest} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_one_line(language: str) -> None:
    broken = [text_id for text_id in _labels() if "\n" in "".join(texts(language)[text_id].words)]
    assert broken == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_command_descriptions_fit_the_menu(language: str) -> None:
    commands = [text for text in texts(language).values() if text.id.startswith("command-")]
    assert commands and all(3 <= len(format_text(one.id, {}, language)) + 1 <= 256 for one in commands)


def test_no_two_keys_of_the_keyboard_say_the_same() -> None:
    said = Counter(words for key in _keys() for words in spellings(key))
    assert [words for words, count in said.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_choices_of_one_screen_say_the_same(language: str) -> None:
    for prefix in ("group-", "line-", "language-", "urgent-"):
        labels = [text.words for text in texts(language).values() if text.id.startswith(prefix)]
        assert len(labels) == len(set(labels)), prefix


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("zh-Hans", r"点(?:下面)?“([^”]+)”"),
        ("zh-Hant", r"點(?:下面)?「([^」]+)」"),
        ("en", r"[Tt]ap “([^”]+?)[.,]?”"),
    ],
)
def test_a_button_is_called_by_its_name(language: str, quoted: str) -> None:
    labels = ["".join(texts(language)[text_id].words) for text_id in _labels() | set(_keys())]
    named = {name for text in texts(language).values() for name in re.findall(quoted, "".join(text.words))}
    assert len(named) >= 5
    assert [name for name in named if not any(name in label for label in labels)] == []


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_chinese_is_written_in_one_script(language: str) -> None:
    allowed = RIGHT_IN_BOTH | KEPT_AS_WRITTEN[language]
    characters = {ch for text in texts(language).values() for ch in "".join(text.words)} - allowed
    assert {ch for ch in characters if zhconv.convert(ch, SCRIPT[language]) != ch} == set()


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_another_script_stands_only_where_a_language_is_named(language: str) -> None:
    other = KEPT_AS_WRITTEN[language]
    foreign = {ch for ch in other if zhconv.convert(ch, SCRIPT[language]) != ch}
    holding = {text.id for text in texts(language).values() if foreign & set("".join(text.words))}
    assert foreign and len(holding) == 1 and holding < {"language-zh-Hans", "language-zh-Hant"}


def test_traditional_chinese_says_things_its_own_way() -> None:
    mainland = (
        "視頻",
        "文件",
        "信息",
        "鏈接",
        "消息",
        "志願者",
        "聯繫",
        "短信",
        "軟件",
        "默認",
        "質量",
        "屏幕",
    )
    found = {
        text.id: word
        for text in texts("zh-Hant").values()
        for word in mainland
        if word in "".join(text.words)
    }
    assert found == {}


def test_simplified_chinese_has_no_officialese() -> None:
    found = {
        text.id: words
        for text in texts("zh-Hans").values()
        if (words := OFFICIALESE.findall("".join(text.words)))
    }
    assert found == {}


def test_chinese_sentences_are_short() -> None:
    """A sentence a grandmother can hold in her head."""
    longest = {
        (text.language, text.id): sentence
        for language in ("zh-Hans", "zh-Hant")
        for text in texts(language).values()
        for words in _variants(text)
        for sentence in re.split(r"[。！？；：·\n]", words)
        if len(sentence) > 36
    }
    assert longest == {}


def test_english_has_no_chinese_but_names_and_the_choice_of_language() -> None:
    chinese = {text.id for text in texts("en").values() if re.search(r"[\u4e00-\u9fff]", "".join(text.words))}
    named = {"language-zh-Hans", "language-zh-Hant", "join-name-empty"}
    assert chinese == ABOUT_LANGUAGE | named


def test_english_is_in_short_sentences() -> None:
    long = {
        text.id: sentence
        for text in texts("en").values()
        for words in _variants(text)
        for sentence in re.split(r"[.!?:;]\s|\n", words)
        if len(sentence.split()) > 22
    }
    assert long == {}


def test_english_uses_straight_apostrophes_and_curly_quotes() -> None:
    odd = [
        text.id for text in texts("en").values() if re.search(r"[‘’\"]|[，。！？：（）]", "".join(text.words))
    ]
    assert set(odd) <= ABOUT_LANGUAGE


def test_chinese_uses_its_own_punctuation() -> None:
    for language in ("zh-Hans", "zh-Hant"):
        odd = [
            text.id
            for text in texts(language).values()
            if re.search(r"[\u4e00-\u9fff][,;!?:]|[,;!?][\u4e00-\u9fff]|\.\.\.", "".join(text.words))
        ]
        assert odd == []


def test_the_language_chosen_is_the_one_it_is_said_in() -> None:
    said = {language: format_text("language-chosen", {}, language) for language in LANGUAGES}
    for language, words in said.items():
        own_name = format_text(f"language-{language}", {}, language)
        assert own_name in words


def test_emergency_numbers_are_in_every_emergency_text() -> None:
    for language in LANGUAGES:
        for text_id in ("urgent-what", "urgent-numbers"):
            words = "".join(texts(language)[text_id].words)
            assert all(number in words for number in ("120", "110", "119")), (language, text_id)
