"""Code words: what a helper says at the door, and the household knows too."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path


@cache
def words() -> tuple[str, ...]:
    """Things everybody knows and nobody mishears, in one breath."""
    return tuple(Path(__file__).with_suffix(".txt").read_text("utf-8").split())


def code_word(draw: Callable[[int], int], *, but: str | None = None) -> str:
    """A code word, another than `but`; `draw(n)` gives a number from 0 to n - 1 that nobody can guess."""
    found = [word for word in words() if word != but]
    return found[draw(len(found))]
