"""What people type: needs, nonsense, and what programs stumble over. Every sentence carries a marked word."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from random import Random

NEEDS = (
    "我家老头子发烧两天了",
    "想买两袋复合肥，能送到家吗",
    "村口的路灯坏了三天",
    "隔壁砌墙占了我家的地",
    "有人骗走了我妈的存折",
    "想办低保要什么材料",
    "想学果树嫁接",
    "屋顶漏雨想请人帮忙修",
    "附近有没有活干",
    "村里的账什么时候公开",
    "晚上想借活动室跳舞",
    "我妈胸口疼，喘不上气",
    "快来人，着火了",
    "my roof leaks and I live alone",
)
NAMES = ("王秀英", "刘小军", "李敏", "欧阳娜娜", "Anna O'Hara", "买买提·吐尔逊", "é", "王")
ODD = (
    "<b>粗</b>",
    "<script>alert(1)</script>",
    "</b></i>&amp;&lt;&nbsp;&#128512;",
    "\u202eاردو עברית\u202c",
    "\u2800",
    "\u200b\u200d\ufeff",
    "😀" * 40,
    "👨‍👩‍👧‍👦🇨🇳",
    "{ $name } %s {0} $HOME",
    "'; DROP TABLE account; --",
    "1" * 30,
    "٤٥٦٧",
    "一\n\n\n二",
    "http://example.org/?a=1&b=2 @someone #x +8613800000001",
    "好",
    "?",
)
COMMANDS = (
    "/start",
    "/start c-maqu",
    "/start c-dongxing",
    "/start c-nowhere",
    "/start r-AAAAAAAAAAAAAAAAAAAAAAAA",
    "/start %%%",
    "/menu",
    "/mine",
    "/desk",
    "/urgent",
    "/person",
    "/more",
    "/help",
    "/language",
    "/centers",
    "/privacy",
    "/phone",
    "/roles",
    "/invite",
    "/cancel",
    "/nosuchthing",
    "/menu@bangban_monkey_bot",
    "/",
)
TELEGRAM_LONGEST = 4096
MARK = re.compile(r"密\d{6}")


class Mouth:
    """Says something new each time; `numbers` and `links` are what was seen on anybody's screen."""

    def __init__(self, rng: Random, numbers: list[str], links: list[str]) -> None:
        self._rng = rng
        self._numbers = numbers
        self._links = links
        self._serial = itertools.count(1)
        self._ways: list[tuple[Callable[[], str], int]] = [
            (self.need, 10),
            (lambda: rng.choice(ODD), 4),
            (lambda: rng.choice(NAMES), 7),
            (lambda: rng.choice(COMMANDS), 4),
            (self._number, 3),
            (self._invitation, 1),
            (self._long, 1),
        ]

    def mark(self) -> str:
        """A word that nobody else ever says."""
        return f"密{next(self._serial):06}"

    def need(self) -> str:
        """A sentence with a word that nobody else ever says."""
        return f"{self._rng.choice(NEEDS)}，{self.mark()}"

    def anything(self) -> str:
        """Something typed."""
        ways, weights = zip(*self._ways, strict=True)
        chosen: Callable[[], str] = self._rng.choices(ways, weights)[0]
        return chosen()

    def _number(self) -> str:
        """A request's number: somebody's, or one that is none."""
        return self._rng.choice([*self._numbers[-40:], "1007", "9999", "00000", "100100100100"])

    def _invitation(self) -> str:
        link = self._rng.choice([*self._links, "https://t.me/x?start=r-nothing"])
        return f"/start {link.partition('start=')[2]}"

    def _long(self) -> str:
        """As long as an app sends, or as long as only a forged one can."""
        size = self._rng.choice((1500, 3100, TELEGRAM_LONGEST, 10_000))
        text = f"{self.mark()}{self._rng.choice(('长', '<&>', '很长的话。', 'word '))}" * size
        return text[:size].rstrip()
