"""The files themselves: the same texts in every language, with the same variables, and nothing broken."""

from __future__ import annotations

from collections import Counter

import pytest
from fluent.syntax import FluentParser, ast

from domain import languages
from domain.messages import Kind
from locales import LANGUAGES, ids
from tests.locales.texts import ROOT, Written, every_text, read, resources, texts

MASTER = "zh-Hans"
OTHERS = [language for language in LANGUAGES if language != MASTER]
PLURALS = {"one", "other"}


def _read(source: str) -> Written:
    message = FluentParser(with_spans=False).parse_entry(source)
    assert isinstance(message, ast.Message)
    return read("en", ROOT / "x.ftl", message)


def test_the_bot_speaks_the_languages_there_are_files_for() -> None:
    folders = {path.parent.name for path in (ROOT / "locales").glob("*/*.ftl")}
    assert folders == set(LANGUAGES) == set(languages.LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_files(language: str) -> None:
    assert [path.name for path, _ in resources(language)] == [path.name for path, _ in resources(MASTER)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_a_file_is_broken(language: str) -> None:
    junk = [
        f"{path.name}: {entry.content}"
        for path, resource in resources(language)
        for entry in resource.body
        if isinstance(entry, ast.Junk)
    ]
    assert junk == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_id_is_there_twice(language: str) -> None:
    count = Counter(
        entry.id.name
        for _, resource in resources(language)
        for entry in resource.body
        if isinstance(entry, ast.Message | ast.Term)
    )
    assert [text_id for text_id, times in count.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_translator_reads_every_text(language: str) -> None:
    assert ids(language) == set(texts(language))


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_texts(language: str) -> None:
    assert sorted(set(texts(MASTER)) ^ set(texts(language))) == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_in_the_same_file(language: str) -> None:
    moved = [text.id for text in texts(language).values() if text.file != texts(MASTER)[text.id].file]
    assert moved == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_has_the_same_variables(language: str) -> None:
    differing = {
        text.id: sorted(text.variables ^ texts(MASTER)[text.id].variables)
        for text in texts(language).values()
        if text.variables != texts(MASTER)[text.id].variables
    }
    assert differing == {}


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_chooses_between_the_same_kinds(language: str) -> None:
    """A choice by number is a language's own business; one by a code is not."""
    differing = {
        text.id: name
        for text in texts(language).values()
        for name, keys in text.choices
        if not keys <= PLURALS and keys != texts(MASTER)[text.id].keys_of(name)
    }
    assert differing == {}


def test_an_attachment_has_a_name_for_every_kind_that_can_be_attached() -> None:
    kinds = set(Kind.__args__) - {"text"}  # type: ignore[attr-defined]
    for language in LANGUAGES:
        assert texts(language)["attached"].keys_of("kind") == kinds | {"other"}


def test_english_counts_with_plurals() -> None:
    counting = {
        text.id for text in texts("en").values() if text.variables & {"count", "stars", "most", "limit"}
    }
    plain = {text_id for text_id in counting if texts("en")[text_id].keys_of("count") == frozenset()}
    by_other = {"button-stars", "rated", "told-rated", "draft-full", "join-name-long", "task-seats-unclear"}
    by_other |= {"notice-choices-ask", "notice-choices-unclear", "notice-many"}
    assert counting - plain >= {"attached", "desk"}
    assert plain == by_other


def test_no_text_is_empty() -> None:
    hollow = [
        (text.language, text.id)
        for text in every_text()
        if not "".join(text.words).strip() and not text.variables
    ]
    assert hollow == []


def test_no_text_has_lines_that_end_in_blanks() -> None:
    for path in (ROOT / "locales").glob("*/*.ftl"):
        lines = path.read_text("utf-8").split("\n")
        assert [line for line in lines if line != line.rstrip()] == [], path
        assert lines[-1] == "" and lines[-2] != ""


def test_a_text_is_read_with_its_words_variables_and_choices() -> None:
    written = _read(
        "a = You have { $count ->\n    [one] one { $thing }\n   *[other] { $count } things\n  } here\n"
    )
    assert written.variables == {"count", "thing"}
    assert written.choices == (("count", frozenset({"one", "other"})),)
    assert "".join(written.words) == "You have one  things here"


def test_a_choice_inside_a_choice_is_read_too() -> None:
    source = "a = { $kind ->\n    [x] { $n ->\n        [1] p\n       *[other] q\n    }\n   *[other] r\n  }\n"
    written = _read(source)
    assert written.keys_of("kind") == {"x", "other"} and written.keys_of("n") == {"1", "other"}
    assert written.variables == {"kind", "n"}
