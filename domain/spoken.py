"""What a notice has in figures, in the words in which it is read out in Mandarin.

Rules are tried one after the other; what one has put into words has no digits left for the next.
"""

from __future__ import annotations

import re

from domain.spoken_amounts import AMOUNT_RULES, CODE_RULES, PAUSE
from domain.spoken_times import DASH, TIME_RULES

_BEGIN, _END = "\ue000", "\ue001"
"""Around what was put into words: it is told by this from what people wrote, and never broken."""
_SPOKEN = re.compile(f"{_BEGIN}[^{_END}]*")
_AS_READ = str.maketrans({_BEGIN: "", _END: "", PAUSE: "，"})
_TRADITIONAL = str.maketrans("两亿万点块号负吨时", "兩億萬點塊號負噸時")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９％．＋－−", "0123456789%.+--")
_UNITS = {
    "km/h": "公里每小时",
    "km": "公里",
    "kg": "公斤",
    "kWh": "度",
    "kW": "千瓦",
    "cm": "厘米",
    "mm": "毫米",
    "ml": "毫升",
    "mL": "毫升",
    "m²": "平方米",
    "m2": "平方米",
    "m³": "立方米",
    "m3": "立方米",
    "m": "米",
    "g": "克",
    "t": "吨",
    "l": "升",
    "L": "升",
    "㎡": "平方米",
    "㎏": "公斤",
    "㎞": "公里",
    "℃": "度",
    "°C": "度",
    "摄氏度": "度",
    "攝氏度": "度",
}
_UNIT = re.compile(rf"(?<=[\d/])\s*({'|'.join(map(re.escape, _UNITS))})(?![A-Za-z0-9²³])")
_RULES = tuple(
    (re.compile(pattern, re.ASCII), say) for pattern, say in (*CODE_RULES, *TIME_RULES, *AMOUNT_RULES)
)
_RANGE = re.compile(rf"{_END}([一-龥]{{0,3}})\s*{DASH}\s*(?={_BEGIN})")


def in_words(words: str, *, traditional: bool = False) -> str:
    """The same with every figure as it is said: "12/3 14:00" is "十二月三号下午两点".

    Each stands between two marks, so that it is not broken in its middle; `unmarked` takes them away.
    """
    text = words.translate(_HALF_WIDTH)
    text = re.sub(r"(?<=\d)[ \u3000\xa0]+(?=[一-龥])|(?<=[一-龥])[ \u3000\xa0]+(?=\d)", "", text)
    text = re.sub(r"(?<=\d)：(?=\d)", ":", text)
    text = _UNIT.sub(lambda found: _UNITS[found[1]].translate(_TRADITIONAL if traditional else {}), text)
    for pattern, say in _RULES:
        text = pattern.sub(lambda found: f"{_BEGIN}{say(found)}{_END}", text)  # noqa: B023 - used at once
    text = _RANGE.sub(rf"{_END}\1到", text)
    return _SPOKEN.sub(lambda found: found[0].translate(_TRADITIONAL), text) if traditional else text


def unmarked(text: str) -> str:
    """What people read: without the marks, with a comma for each pause."""
    return text.translate(_AS_READ)
