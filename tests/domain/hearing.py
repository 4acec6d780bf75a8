"""Somebody who hears Mandarin, and writes down in figures what was said; knows nothing of how it is made."""

from __future__ import annotations

import re
from datetime import time

SMALL = {"千": 1000, "百": 100, "十": 10}


def understood(words: str) -> int:
    """The number somebody hears: split at 亿, then at 万, then added up."""
    for great, worth in (("亿", 10**8), ("万", 10**4)):
        head, found, rest = words.rpartition(great)
        if found:
            return understood(head) * worth + understood(rest)
    total = waiting = 0
    for ch in words:
        if ch in SMALL:
            total, waiting = total + (waiting or 1) * SMALL[ch], 0
        else:
            waiting = "零一二三四五六七八九".find(ch) if ch != "两" else 2
    return total + waiting


def digits_heard(words: str) -> str:
    """What was said digit by digit, 幺 for 1 included, pauses left out."""
    return "".join(
        str("零一二三四五六七八九".index(ch if ch != "幺" else "一")) for ch in words if ch != "，"
    )


def time_heard(words: str) -> time:
    """The time of day: 下午两点半 is 14:30."""
    found = re.fullmatch("(凌晨|早上|上午|中午|下午|晚上)(.+?)点(?:半|(.+?)分)?", words)
    assert found is not None, words
    hour, minute = understood(found[2]), 30 if words.endswith("半") else understood(found[3] or "零")
    later = found[1] in ("下午", "晚上") and hour < 12
    return time(hour + 12 if later else hour, minute)


def fen_heard(words: str) -> int:
    """An amount of money in fen: 三块零五分 is 305."""
    found = re.fullmatch("(?:(.+?)块)?零?(?:(.)毛)?(?:(.)分)?", words)
    assert found is not None, words
    yuan, jiao, fen = (understood(part or "零") for part in found.groups())
    return yuan * 100 + jiao * 10 + fen
