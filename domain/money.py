"""Money: always whole fen; read from what people type, and written as yuan."""

from __future__ import annotations

import re
import unicodedata

from domain.numerals import read

MOST = 100_000
"""Fen that one expense may be, a thousand yuan: more is agreed with the center before it is spent."""
_AMOUNT = re.compile(
    r"¥?(\d{1,7})(?:[.点](\d{1,2}))?(?:(?:元|块|塊|圆|圓|rmb|yuan)(?:(\d)(?:角|毛)?)?)?(?:钱|錢|整)?"
)


_NUMERAL = re.compile("[〇零一二两兩三四五六七八九十百千万萬]+")


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


def _figures(found: re.Match[str]) -> str:
    number = read(found[0])
    return found[0] if number is None else str(number)


def yuan(amount: int) -> str:
    """Fen as yuan: "12" or "12.50"."""
    whole, part = divmod(amount, 100)
    return f"{whole}.{part:02}" if part else str(whole)
