"""Whether a sentence wants to borrow something or to use a room, and whether that is what there is.

「借个打药机」 is the sprayer, 「想用一下礼堂办酒」 the hall. It reads by rules, clause by clause, and only
says yes to what the center has; so a rule may be generous, and a story about something that
was borrowed is none.
"""

from __future__ import annotations

import re

from domain.suggest_reading import LONGEST, fold

MOST_CLAUSES = 8
"""Clauses of a sentence that are read; work stays bounded."""
_BETWEEN = re.compile(r"[,，。.;；!！?？\n]+")
_WANTS = re.compile(
    r"借(?!给|的|了|走|钱|贷|条|过|出|款|口|人)|租(?:用|一下|个|台)|(?:想|要|能|可以|得)(?:不能|不可以)?(?:租|用|使)|"
    r"用一?(?:下|哈)|预约|预订|预定|订|定(?:一下|个|下)|"
    r"(?:有|得)空|空不空|空着|空闲|没人用|有人用|哪天(?:能|可以|开)|(?:什么时候|几时|几点|多久)(?:能|可以|开|有)|"
    r"\b(?:borrow|lend|book|reserve|use|hire)\b|\b(?:is|are)\b.*\bfree\b|\bwhen is\b"
)
_NEVER = re.compile(
    r"坏|丢|漏|脏|吵|塌|裂|停电|没还|不还|未还|怎么还|还(?:回|给|了|上)|归还|修|赔|押金|不(?:想|用|要|借|给)|别借|"
    r"\b(?:broken|lost|return|returned|repair|noisy|dirty|not)\b|n't\b"
)
_NAMES = (
    ("喷雾器", "喷雾机", "打药机", "打药桶", "打药筒", "喷药机", "药桶", "弥雾机", "sprayer"),
    ("三轮车", "三轮", "板车", "推车", "拖车", "cart"),
    ("梯子", "人字梯", "楼梯架", "ladder"),
    ("水泵", "抽水机", "抽水泵", "潜水泵", "pump"),
    ("旋耕机", "微耕机", "耕地机", "犁地机", "tiller"),
    ("割草机", "打草机", "除草机", "mower"),
    ("收割机", "割谷机", "打谷机", "脱粒机", "harvester"),
    ("轮椅", "wheelchair"),
    ("桌椅", "桌子", "板凳", "凳子", "椅子", "桌凳", "tables", "chairs"),
    ("音响", "喇叭", "功放", "话筒", "扩音器", "loudspeaker"),
    ("礼堂", "大会堂", "会堂", "文化活动室", "活动室", "酒席厅", "宴会厅", "喜事堂", "hall"),
    ("阅览室", "图书室", "图书馆", "农家书屋", "书屋", "自习室", "reading room", "library"),
    ("会议室", "开会的屋", "meeting room"),
    ("篮球场", "球场", "广场", "court", "square"),
    ("图书", "书", "book"),
)
"""What people call one thing: each of these finds what is called by another."""
SHORTEST = 2
"""Characters by which a thing is known that has no other name here."""


def read(text: str) -> list[str]:
    """The clauses of a sentence that want to borrow or to use something, folded; none if it does not say
    so."""
    parts = [one.strip() for one in _BETWEEN.split(fold(text, LONGEST)) if one.strip()]
    return [one for one in parts[:MOST_CLAUSES] if _WANTS.search(one) and not _NEVER.search(one)]


def fits(clauses: list[str], title: str) -> bool:
    """Whether one of these clauses is about what has this title: it is named by its title, by another name
    for the same, or by what its title ends with (a big hall is a hall)."""
    named = fold(title).strip()
    return any(_within(name, one) for one in clauses for name in _names(named))


def _names(title: str) -> list[str]:
    same = [names for names in _NAMES if any(_within(name, title) for name in names)]
    if not re.search(r"[\u3400-\u9fff]", title):
        return [
            title,
            title.rsplit(maxsplit=1)[-1] if title else "",
            *(name for names in same for name in names),
        ]
    ends = [title[start:] for start in range(len(title) - SHORTEST + 1)]
    return [*ends, *(name for names in same for name in names)]


def _within(name: str, words: str) -> bool:
    if not name:
        return False
    if name.isascii():
        return re.search(rf"\b{re.escape(name)}(?:s|es)?\b", words) is not None
    return name in words
