"""Small real files for the people to send, and what can be read from the files that bots send."""

import struct
import zlib
from functools import lru_cache

SILENCE = b"\xf8\xff\xfe"  # one Opus frame of 20 ms of silence
STICKER = bytes.fromhex("524946461a000000574542505650384c0d0000002f00000010071011118888fe0700")


@lru_cache(maxsize=64)
def picture(width: int, height: int, seed: int = 0) -> bytes:
    """A PNG of soft stripes, different for each seed."""
    shades = [(seed * 53 + step * 29) % 120 + 100 for step in range(3)]
    rows = []
    for y in range(height):
        light = y * 40 // height
        pixel = bytes(min(255, shade + light) for shade in shades)
        rows.append(b"\0" + pixel * width)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 6)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_png_chunk(kind, data) for kind, data in chunks)


def _png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@lru_cache(maxsize=64)
def voice(seconds: int) -> bytes:
    """An OGG/Opus recording of silence, a second to the page."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 312, 48000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 7) + b"village" + struct.pack("<I", 0)
    pages = [_ogg_page([head], 0, 2, 0), _ogg_page([tags], 1, 0, 0)]
    for second in range(seconds):
        flags = 4 if second == seconds - 1 else 0
        pages.append(_ogg_page([SILENCE] * 50, second + 2, flags, (second + 1) * 48000))
    return b"".join(pages)


def _ogg_page(packets: list[bytes], number: int, flags: int, position: int) -> bytes:
    lengths = bytes(len(packet) for packet in packets)
    header = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, position, 1, number, 0, len(packets))
    page = header + lengths + b"".join(packets)
    return page[:22] + struct.pack("<I", _ogg_checksum(page)) + page[26:]


@lru_cache(maxsize=1)
def _checksum_table() -> list[int]:
    table = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1) ^ (0x04C11DB7 if value & 0x80000000 else 0)
        table.append(value & 0xFFFFFFFF)
    return table


def _ogg_checksum(data: bytes) -> int:
    table, value = _checksum_table(), 0
    for byte in data:
        value = ((value << 8) & 0xFFFFFFFF) ^ table[(value >> 24) ^ byte]
    return value


@lru_cache(maxsize=64)
def film(seconds: int) -> bytes:
    """An MP4 container of the given length without any track."""
    brand = b"isom" + struct.pack(">I", 512) + b"isomiso2mp41"
    matrix = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
    times = struct.pack(">IIIII", 0, 0, 0, 1000, seconds * 1000)
    movie = times + struct.pack(">IHHII", 0x10000, 0x100, 0, 0, 0) + matrix + bytes(24) + struct.pack(">I", 1)
    return _box(b"ftyp", brand) + _box(b"moov", _box(b"mvhd", movie))


def _box(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data) + 8) + kind + data


def image_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, JPEG, GIF or WebP; None if it is none of them."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    if data.startswith(b"\xff\xd8"):
        return _jpeg_size(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp_size(data)
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    if data[12:16] == b"VP8L" and len(data) >= 25:
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if data[12:16] == b"VP8X" and len(data) >= 30:
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if data[12:16] == b"VP8 " and len(data) >= 30:
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None
