"""Texts taken apart one by one say what they say when the whole file is read at once."""

from __future__ import annotations

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast

from locales import LANGUAGES
from locales.bundle import Bundle, _entries
from tests.locales.texts import ROOT

FILE = """\
# a remark
first = 一
second = { $n ->
    [one] only { $n }
   *[other] { $n } of them
}
third =
    Two lines,
    x = y

    and a third.
# fourth = nobody reads this

### a section
fifth = { first }二{ -place }
    .title = 标题
-place = 村里
six_6-b=没有空格"""


def _say(bundle: FluentBundle, text_id: str, **args: str | int) -> tuple[object, list[Exception]]:
    pattern = bundle.get_message(text_id).value
    assert pattern is not None
    return bundle.format_pattern(pattern, args)


@pytest.fixture
def bundle() -> Bundle:
    return Bundle("en", [FILE])


@pytest.mark.parametrize(
    ("text_id", "args", "words"),
    [
        ("first", {}, "一"),
        ("second", {"n": 1}, "only 1"),
        ("second", {"n": 2}, "2 of them"),
        ("third", {}, "Two lines,\nx = y\n\nand a third."),
        ("fifth", {}, "一二村里"),
        ("six_6-b", {}, "没有空格"),
    ],
)
def test_a_text_says_what_is_written(bundle: Bundle, text_id: str, args: dict[str, int], words: str) -> None:
    assert _say(bundle, text_id, **args) == (words, [])


def test_it_says_the_same_the_second_time(bundle: Bundle) -> None:
    assert bundle.get_message("first") is bundle.get_message("first")
    assert _say(bundle, "fifth") == _say(bundle, "fifth") == ("一二村里", [])


def test_what_is_only_for_other_texts_is_no_text(bundle: Bundle) -> None:
    assert bundle.ids == {"first", "second", "third", "fifth", "six_6-b"}
    assert not bundle.has_message("-place") and not bundle.has_message("place")
    with pytest.raises(LookupError):
        bundle.get_message("place")


@pytest.mark.parametrize("text_id", ["x", "fourth", "title", "fifth.title", ""])
def test_what_is_inside_a_text_or_a_remark_is_no_text(bundle: Bundle, text_id: str) -> None:
    assert not bundle.has_message(text_id)
    with pytest.raises(LookupError):
        bundle.get_message(text_id)


def test_a_text_that_refers_to_one_there_is_not_has_a_hole() -> None:
    words, errors = _say(Bundle("en", ["a = see { b } and { -c }"]), "a")
    assert len(errors) == 2, words


def test_only_what_is_said_is_taken_apart() -> None:
    bundle = Bundle("en", ["good = 好\nbroken = { $\n", "other = { good }!\n"])
    assert _say(bundle, "other") == ("好!", [])
    assert set(bundle._compiled) == {"good", "other"}
    with pytest.raises(LookupError, match="broken"):
        bundle.get_message("broken")


def test_an_empty_file_has_no_texts() -> None:
    assert Bundle("en", ["", "# nothing yet\n"]).ids == frozenset()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_there_is_reads_as_it_does_in_its_file(language: str) -> None:
    parser = FluentParser(with_spans=False)
    for path in (ROOT / "locales" / language).glob("*.ftl"):
        source = path.read_text("utf-8")
        whole = [one for one in parser.parse(source).body if isinstance(one, ast.Message | ast.Term)]
        alone = [parser.parse_entry(written) for _, written in _entries(source)]
        assert len(whole) == len(alone), path
        for one, other in zip(whole, alone, strict=True):
            assert one.equals(other, ignored_fields=["comment"]), (path, one.id.name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_librarys_own_bundle_says_the_same(language: str) -> None:
    files = [path.read_text("utf-8") for path in (ROOT / "locales" / language).glob("*.ftl")]
    ours, theirs = Bundle(language, files), FluentBundle([language], use_isolating=False)
    for file in files:
        theirs.add_resource(FluentResource(file))
    for text_id in ours.ids:
        assert _say(ours, text_id)[0] == _say(theirs, text_id)[0]
