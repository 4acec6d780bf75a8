"""Chinese numerals: what each digit is worth, and how a number is said in Mandarin."""

from __future__ import annotations

import re

DIGITS = "零一二三四五六七八九"
WORTH = {digit: worth for worth, digit in enumerate(DIGITS)} | {"〇": 0, "两": 2, "兩": 2}
"""What a digit is worth, in each of the forms people write."""
FIGURES = "〇零一二两兩三四五六七八九十百千万萬"
"""What a number is typed with, in figures of one's own."""
_UNITS = ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))
_UNIT_WORTH = {unit: worth for worth, unit in _UNITS}
_FORMS = str.maketrans("两兩〇萬億", "二二零万亿")
_AS_TOLD = str.maketrans("0123456789", DIGITS)
_AS_CALLED = str.maketrans("0123456789", DIGITS.replace("一", "幺"))


def cardinal(number: int) -> str:
    """How many, from nought up: 12 is "十二", 110 "一百一十", 12000 "一万二千".

    A 2 that a hundred or more begins with is 两, any other 二 (吕叔湘, 现代汉语八百词).
    """
    words = _cardinal(number)
    return re.sub("^二(?=[百千万亿])", "两", words.removeprefix("一") if words[:2] == "一十" else words)


def counted(words: str) -> int | None:
    """The number that was written, in digits or in Chinese numerals; None as `read`."""
    return int(words) if words.isdecimal() else read(words)


def read(words: str) -> int | None:
    """The number that is said like this, as `cardinal` says it; None for what is none, or only about so many
    (两三, 十五六)."""
    plain = words.translate(_FORMS)
    amount = section = digit = 0
    for one in plain:
        worth = _UNIT_WORTH.get(one, 0)
        if one not in WORTH and not worth:
            return None
        if worth >= 10**4:
            amount, section, digit = amount + (section + digit) * worth, 0, 0
        elif worth:
            section, digit = section + (digit or 1) * worth, 0
        else:
            digit = WORTH[one]
    found = amount + section + digit
    said = {form.translate(_FORMS) for form in (cardinal(found), _cardinal(found))}
    return found if plain in said else None


def told(digits: str) -> str:
    """Digit by digit, as in years and behind the point: "2026" is "二零二六"."""
    return digits.translate(_AS_TOLD)


def called(digits: str) -> str:
    """Digit by digit as over the telephone, where 一 sounds too much like 七: "110" is "幺幺零"."""
    return digits.translate(_AS_CALLED)


def _cardinal(number: int) -> str:
    for worth, unit in _UNITS:
        if number >= worth:
            head, rest = divmod(number, worth)
            gap = "零" if 0 < rest < worth // 10 else ""
            return _cardinal(head) + unit + gap + (_cardinal(rest) if rest else "")
    return DIGITS[number]
