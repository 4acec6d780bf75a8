"""The translator: which language answers, what is refused, and how keys are known again."""

from __future__ import annotations

import pytest

from domain import languages
from locales import LANGUAGES, UnknownTextError, format_text, ids, spellings, translator
from locales.bundle import Bundle


@pytest.fixture
def small_bundles(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three languages with few texts each, so that falling back can be seen."""
    sources = {
        "zh-Hans": "all = 简\nzh = 简\nhans = 简\nhans-en = 简\nopen = { $name }好\n",
        "zh-Hant": "all = 繁\nzh = 繁\n",
        "en": "all = en\nhans-en = en\nen = en\nopen = hello { $name }\n",
    }
    bundles = {language: Bundle(language, [source]) for language, source in sources.items()}
    monkeypatch.setattr(translator, "_bundle", bundles.__getitem__)


@pytest.mark.usefixtures("small_bundles")
@pytest.mark.parametrize(
    ("text_id", "language", "words"),
    [
        ("all", "zh-Hans", "简"),
        ("all", "zh-Hant", "繁"),
        ("all", "en", "en"),
        ("zh", "en", "简"),
        ("hans", "zh-Hant", "简"),
        ("hans", "en", "简"),
        ("hans-en", "zh-Hant", "简"),
        ("en", "zh-Hans", "en"),
        ("en", "zh-Hant", "en"),
    ],
)
def test_a_text_that_is_missing_comes_from_the_next_language(text_id: str, language: str, words: str) -> None:
    assert format_text(text_id, {}, language) == words


@pytest.mark.usefixtures("small_bundles")
@pytest.mark.parametrize("language", ["fr", "", "zh", "zh-hans", "EN"])
def test_a_language_there_is_not_is_read_as_simplified_chinese(language: str) -> None:
    assert format_text("all", {}, language) == "简"
    assert format_text("en", {}, language) == "en"


@pytest.mark.parametrize("language", [*LANGUAGES, "fr"])
def test_an_id_nobody_wrote_is_refused_by_name(language: str) -> None:
    with pytest.raises(UnknownTextError, match="no-such-text"):
        format_text("no-such-text", {}, language)


@pytest.mark.parametrize("text_id", ["", "sent ", "SENT", "sent.attribute", "-sent", "王"])
def test_what_is_almost_an_id_is_none(text_id: str) -> None:
    with pytest.raises(UnknownTextError):
        format_text(text_id, {}, "zh-Hans")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hole_is_never_shown(language: str) -> None:
    with pytest.raises(ValueError, match="card-for"):
        format_text("card-for", {}, language)
    with pytest.raises(ValueError, match="desk"):
        format_text("desk", {"number": 3}, language)


def test_an_error_says_which_language_has_the_hole() -> None:
    with pytest.raises(ValueError, match=r"card-for \(zh-Hant\)"):
        format_text("card-for", {}, "zh-Hant")


def test_what_a_text_does_not_use_does_no_harm() -> None:
    assert format_text("button-take", {"name": "王秀英"}, "en") == format_text("button-take", {}, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_filled_in_exactly_as_they_are(language: str) -> None:
    words = '{ $x } <i> & "王"\n第二行 \\u4e00 \u200b'
    assert format_text("verbatim", {"text": words}, language) == words


def test_nothing_invisible_is_put_around_what_is_filled_in() -> None:
    for language in LANGUAGES:
        assert "\u2068" not in format_text("card-for", {"name": "王秀英"}, language)


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "📷 1 photo"), (2, "📷 2 photos"), (0, "📷 0 photos"), (21, "📷 21 photos")],
)
def test_english_has_a_plural(count: int, words: str) -> None:
    assert format_text("attached", {"kind": "photo", "count": count}, "en") == words


@pytest.mark.parametrize("count", [1, 2, 21])
def test_chinese_counts_in_one_way(count: int) -> None:
    assert format_text("attached", {"kind": "photo", "count": count}, "zh-Hans") == f"📷 照片 {count} 张"
    assert format_text("attached", {"kind": "photo", "count": count}, "zh-Hant") == f"📷 照片 {count} 張"


def test_a_kind_nobody_named_is_an_attachment() -> None:
    assert format_text("attached", {"kind": "hologram", "count": 1}, "zh-Hans") == "📎 附件 1 个"


def test_a_number_that_is_a_name_is_not_grouped() -> None:
    for language in LANGUAGES:
        assert "10045" in format_text("speech-kept", {"number": "10045"}, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ids_of_a_language_can_be_listed(language: str) -> None:
    assert {"home", "sent", "verbatim", "lunar-day-30"} <= ids(language)
    assert "no-such-text" not in ids(language)


def test_no_language_has_any_ids_but_those_there_are() -> None:
    assert ids("fr") == frozenset()


def test_a_key_is_known_in_every_language() -> None:
    assert spellings("key-ask") == {"🙋 我要办事", "🙋 我要辦事", "🙋 I need help"}
    assert len(spellings("language-en")) == 1


def test_a_text_with_a_hole_has_no_spelling() -> None:
    with pytest.raises(ValueError, match="center-other"):
        spellings("center-other")


def test_the_languages_of_the_words_are_those_of_the_domain() -> None:
    assert LANGUAGES == languages.LANGUAGES
    assert set(translator.FALLBACK) == set(LANGUAGES)
    assert all(order[0] == language for language, order in translator.FALLBACK.items())


@pytest.mark.usefixtures("small_bundles")
@pytest.mark.parametrize("length", [999, 1000, 1001, 2500, 2501, 4096, 100_000])
def test_what_people_write_may_be_long(length: int) -> None:
    assert format_text("open", {"name": "王" * length}, "zh-Hans") == "王" * length + "好"


def test_long_words_do_not_get_in_each_others_way() -> None:
    head, words = "一" * 3000, "{ $head }" + "二" * 3000

    assert format_text("speech", {"head": head, "words": words}, "zh-Hans") == f"{head}\n{words}"


@pytest.mark.parametrize("size", [1, 2000, 2001, 2500, 2501, 20_000])
def test_an_argument_may_be_as_long_as_people_write(size: int) -> None:
    assert format_text("verbatim", {"text": "长" * size}, "zh-Hans") == "长" * size
