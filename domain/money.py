"""Money: always whole fen; read from what people type, and written as yuan."""

from __future__ import annotations

import re
import unicodedata

from domain.numerals import FIGURES, read

MOST = 100_000
"""Fen that one expense may be, a thousand yuan: more is agreed with the center before it is spent."""
_AMOUNT = re.compile(
    r"¥?(\d{1,7})(?:[.点](\d{1,2}))?(?:(?:元|块|塊|圆|圓|rmb|yuan)(?:(\d)(?:角|毛)?)?)?(?:钱|錢|整)?"
)

_PRICED = re.compile(r"(?<![\d.])\d{1,7}(?:\.\d{1,2})?(?:元|块|塊|圆|圓|rmb|yuan)(?:\d(?![\d.])(?:角|毛)?)?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NUMERAL = re.compile(f"[{FIGURES}]+")


def fen(words: str) -> int | None:
    """The amount somebody typed ("12", "12.5元", "12块5", "五十块", "￥ 3.60") in fen; None if it is none."""
    plain = re.sub(r"\s|,", "", unicodedata.normalize("NFKC", words).lower())
    plain = _NUMERAL.sub(_figures, plain)
    found = _AMOUNT.fullmatch(plain)
    if found is None or (found[2] and found[3]):
        return None
    part = (found[2] or found[3] or "0").ljust(2, "0")
    amount = int(found[1]) * 100 + int(part)
    return amount or None


def fen_in(words: str) -> int | None:
    """The one amount in what somebody typed about it ("材料费20元", "每人 20 块，现场交"): the only one with
    a unit, or else the only number; in fen, None if there is none or more than one."""
    plain = re.sub(r"\s|,", "", unicodedata.normalize("NFKC", words).lower())
    priced = _PRICED.findall(_NUMERAL.sub(_figures, plain))
    found = priced or _NUMBER.findall(plain)
    return fen(words) or (fen(found[0]) if len(found) == 1 else None)


def _figures(found: re.Match[str]) -> str:
    number = read(found[0])
    return found[0] if number is None else str(number)


def yuan(amount: int) -> str:
    """Fen as yuan: "12" or "12.50"."""
    whole, part = divmod(amount, 100)
    return f"{whole}.{part:02}" if part else str(whole)
