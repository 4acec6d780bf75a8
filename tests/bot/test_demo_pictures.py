"""The README's pictures are there, and light enough to load in a village."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
HEAVIEST = 300_000
NAMED = re.findall(r"\]\((docs/pictures/[^)]+)\)", (HOUSE / "README.md").read_text("utf-8"))


def test_the_readme_shows_the_phones_a_request_and_a_desk() -> None:
    assert {Path(name).stem for name in NAMED} >= {"phones", "request", "desk"}


@pytest.mark.parametrize("name", NAMED)
def test_a_picture_is_a_png_of_some_size_and_little_weight(name: str) -> None:
    data = (HOUSE / name).read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(data) <= HEAVIEST
    width, height = struct.unpack(">II", data[16:24])
    assert min(width, height) >= 400
