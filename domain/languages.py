"""The languages the bot speaks, and which one to begin with."""

from __future__ import annotations

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
DEFAULT = "zh-Hans"


def guess(language_code: str | None) -> str:
    """The language to begin with, from what the chat network says of the person's phone (IETF tag)."""
    code = (language_code or "").lower().replace("_", "-")
    if code.startswith("zh"):
        traditional = any(part in code.split("-") for part in ("hant", "tw", "hk", "mo"))
        return "zh-Hant" if traditional else "zh-Hans"
    return "en" if code.startswith("en") else DEFAULT
