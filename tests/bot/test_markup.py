"""Cutting HTML without breaking it, as Telegram counts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.markup import cut, cut_plain, escape, fits, plain, units
from simulator.entities import formatted

words = st.text(alphabet="a中😀&<> \n👩🏽‍🌾", max_size=60)


@st.composite
def markup(draw: st.DrawFn, depth: int = 2) -> str:
    """Well-formed HTML as translators and escaping make it."""
    parts = []
    for _ in range(draw(st.integers(0, 3))):
        inner = draw(words.map(escape)) if depth == 0 or draw(st.booleans()) else draw(markup(depth - 1))
        tag = draw(st.sampled_from(["", "b", "i", "code", 'a href="https://example.org/?a=1&amp;b=2"']))
        parts.append(f"<{tag}>{inner}</{tag.split()[0]}>" if tag else inner)
    return "".join(parts)


@given(markup(), st.integers(1, 60))
def test_what_is_cut_fits_and_is_still_accepted_by_telegram(html: str, limit: int) -> None:
    shorter = cut(html, limit)
    assert units(plain(shorter)) <= limit
    text, _ = formatted(shorter, "HTML", None)
    assert units(text) <= limit


@given(markup(), st.integers(1, 60))
def test_what_is_cut_is_the_beginning_with_an_ellipsis(html: str, limit: int) -> None:
    shorter = cut(html, limit)
    if fits(html, limit):
        assert shorter == html
    else:
        assert (
            shorter.replace("</b>", "").replace("</i>", "").replace("</code>", "").replace("</a>", "")[-1]
            == "…"
        )
        assert plain(html).startswith(plain(shorter)[:-1])


@given(st.text(max_size=50))
def test_escaped_words_are_seen_as_they_were_written(text: str) -> None:
    assert plain(escape(text)) == text


def test_length_counts_what_people_see_in_utf_16_units() -> None:
    assert units("a中😀") == 4
    assert fits("<b>&lt;&amp;</b>", 2)
    assert not fits("<b>&lt;&amp;😀</b>", 3)


def test_nothing_is_cut_that_fits_exactly() -> None:
    assert cut("<b>1234</b>", 4) == "<b>1234</b>"
    assert cut("<b>12345</b>", 4) == "<b>123…</b>"


def test_a_character_is_never_cut_in_two() -> None:
    assert cut("😀😀😀", 4) == "😀…"
    assert cut("1&amp;&amp;", 2) == "1…"


def test_space_before_the_cut_is_not_left_hanging() -> None:
    assert cut("one two", 5) == "one…"


def test_plain_text_is_cut_without_being_read_as_markup() -> None:
    assert cut_plain("<b> & more", 7) == "<b> &…"
    assert cut_plain("<b>", 3) == "<b>"
