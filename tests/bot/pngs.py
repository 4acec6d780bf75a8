"""Looking at a PNG without a library for pictures."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from dataclasses import dataclass

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
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def read(data: bytes) -> Picture:
    """Read a PNG of 8-bit RGB or RGBA; fails for anything that is not whole."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    chunks = list(_chunks(data[8:]))
    assert chunks[-1][0] == b"IEND"
    width, height, depth, kind, *_ = struct.unpack(">IIBBBBB", chunks[0][1])
    assert depth == 8 and kind in (2, 6)
    size = 3 if kind == 2 else 4
    packed = zlib.decompress(b"".join(body for name, body in chunks if name == b"IDAT"))
    lines = [packed[at : at + 1 + width * size] for at in range(0, len(packed), 1 + width * size)]
    assert len(lines) == height
    return Picture([_pixels(line, size) for line in _unfiltered(lines, size)])


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], 0
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length : at + 12 + length])[0] == zlib.crc32(name + body)
        found.append((name, body))
        at += 12 + length
    return found


def _pixels(line: bytes, size: int) -> list[Pixel]:
    return [(line[at], line[at + 1], line[at + 2]) for at in range(0, len(line), size)]


def _unfiltered(lines: list[bytes], size: int) -> list[bytes]:
    before, found = bytes(len(lines[0]) - 1), []
    for line in lines:
        before = _line(line[0], line[1:], before, size)
        found.append(before)
    return found


def _line(method: int, line: bytes, above: bytes, size: int) -> bytes:
    out = bytearray(line)
    for at, value in enumerate(line):
        left, up = out[at - size] if at >= size else 0, above[at]
        corner = above[at - size] if at >= size else 0
        guess = (0, left, up, (left + up) // 2, _paeth(left, up, corner))[method]
        out[at] = (value + guess) % 256
    return bytes(out)


def _paeth(left: int, up: int, corner: int) -> int:
    estimate = left + up - corner
    return min((left, up, corner), key=lambda one: abs(estimate - one))
