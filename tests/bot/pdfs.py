"""Reading a PDF again: its pages, its words, and how large they are set."""

from __future__ import annotations

import io
import re
from typing import Any

from pypdf import PdfReader


def pages_of(data: bytes) -> list[Any]:
    """Its pages."""
    return list(PdfReader(io.BytesIO(data)).pages)


def words_of(page: Any) -> str:
    """The words of a page, without any space or mark that lines are broken at."""
    return re.sub(r"[\s\u200b]", "", page.extract_text())


def text_of(data: bytes) -> str:
    """The words of all its pages."""
    return "".join(words_of(page) for page in pages_of(data))


def runs_of(data: bytes) -> list[tuple[str, float, float]]:
    """What is written in one go: the words, their size, and where from the left they begin; in points."""
    found: list[tuple[str, float, float]] = []

    def visit(words: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if words.strip():
            found.append((words.strip(), abs(size * tm[3] * cm[3]), cm[0] * tm[4] + cm[4]))

    for page in pages_of(data):
        page.extract_text(visitor_text=visit)
    return found
