"""Letters and signs, and what is only a picture among them."""

from __future__ import annotations

import re
import unicodedata

_PICTURES = {"So", "Sk", "Mn", "Me", "Cf", "Cs", "Co", "Cn"}
"""Kinds of characters that are emoji or parts of them; the printed font has none, nobody reads them out."""
_SIGNS = re.compile("[°℃℉№■□▲△▼▽◆◇○◎●★☆〒\u3200-\u33ff]")
"""What is of such a kind and yet meant to be read: ℃, ㎡, ㈠, and the marks that lists begin with."""


def without_pictures(words: str) -> str:
    """The words without emoji, and without anything else that has neither a sound nor a shape of its own."""
    kept = (
        ch for ch in words if ch.isascii() or unicodedata.category(ch) not in _PICTURES or _SIGNS.match(ch)
    )
    return "".join(kept)
