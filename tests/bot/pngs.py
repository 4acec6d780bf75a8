"""Looking at a PNG's pixels."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

Pixel = tuple[int, int, int]


@dataclass(frozen=True)
class Picture:
    """A PNG, read: its rows of pixels."""

    rows: list[list[Pixel]]

    @property
    def width(self) -> int:
        return len(self.rows[0])

    @property
    def height(self) -> int:
        return len(self.rows)

    @property
    def colours(self) -> Counter[Pixel]:
        """How many pixels have which colour."""
        return Counter(pixel for row in self.rows for pixel in row)


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height as the header says."""
    with Image.open(BytesIO(data), formats=["PNG"]) as image:
        return image.size


def read(data: bytes) -> Picture:
    """Read a PNG; fails for anything that is not whole. Nothing in it may show through."""
    with Image.open(BytesIO(data), formats=["PNG"]) as image:
        assert image.mode in ("RGB", "RGBA")
        if image.mode == "RGBA":
            assert image.getchannel("A").getextrema() == (255, 255)
        flat, width = image.convert("RGB").tobytes(), image.width
    triples = iter(flat)
    pixels = list(zip(triples, triples, triples, strict=True))
    return Picture([pixels[at : at + width] for at in range(0, len(pixels), width)])
