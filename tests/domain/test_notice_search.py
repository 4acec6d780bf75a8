"""Finding a notice: whatever script, width or case the words are typed in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.announcing import Answered, Body
from domain.boardtaps import BoardFind
from domain.messages import Content
from domain.notice_search import LONGEST, everything_said, matches, tidied
from domain.tap import unpack

BODY = Body(
    contents=(
        Content(text="三季度集体收支：水费 1,200 元"),
        Content(kind="document", file_name="Accounts.xlsx", text="明细"),
    ),
    translations={"en": "Third quarter accounts"},
    answered=(Answered(question="修路的钱从哪来", answer="上级拨的"),),
)


@pytest.mark.parametrize(
    "words",
    [
        "水费",
        "水費",
        "集体 明细",
        "ACCOUNTS.XLSX",
        "ａｃｃｏｕｎｔｓ",
        "third quarter",
        "修路",
        "拨的",
        "",
        "2026-017",
    ],
)
def test_it_is_found_by_any_of_its_words(words: str) -> None:
    assert matches(words, f"2026-017\n{everything_said(BODY)}")


@pytest.mark.parametrize("words", ["电费", "水费 电费", "2026-018"])
def test_each_word_must_be_there(words: str) -> None:
    assert not matches(words, f"2026-017\n{everything_said(BODY)}")


@given(st.text())
def test_whatever_is_typed_fits_into_a_button(words: str) -> None:
    tidy = tidied(words)
    assert len(tidy.encode()) <= LONGEST and tidy == tidied(tidy)
    packed = BoardFind(tidy, 2**31).pack()
    assert len(packed.encode()) <= 64 and unpack(packed) == BoardFind(tidy, 2**31)


def test_the_longest_words_are_kept_and_longer_ones_cut_at_a_character() -> None:
    assert tidied("账" * 13) == "账" * 13
    assert tidied("账" * 14) == "账" * 13
    assert tidied("a" * 41) == "a" * 40
    assert tidied("收|支\n明细") == "收 支 明细"
