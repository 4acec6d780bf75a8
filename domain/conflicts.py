"""Hearing from somebody's words that they speak of a person: by name, or by surname and title."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from domain.suggest_reading import fold

READ = 20_000
"""Characters that are looked through."""
SHORTEST_NAME = 2
"""A name of one character stands in too many words."""
TITLES: dict[str, tuple[str, ...]] = {
    "assistance": ("专干", "干部"),
    "civil_affairs": ("专干", "干部"),
    "doctor": ("医生", "大夫", "医师"),
    "mediator": ("调解员",),
    "security": ("治安员", "警官"),
    "training": ("老师", "培训员"),
    "shopkeeper": ("老板", "店主"),
    "culture": ("老师", "文体员"),
    "environment": ("环卫员",),
    "clerk": ("值班员",),
    "director": ("主任", "书记", "支书"),
    "deputy": ("主任", "副主任"),
    "committee": ("委员", "会计"),
    "township": ("镇长", "乡长", "书记"),
    "county": ("县长", "局长", "书记"),
}
"""How villagers address whoever has a role: after the surname."""


def speaks_of(words: str, name: str, roles: Iterable[str]) -> bool:
    """Whether words name somebody with these roles: 马国强, or 马主任 for a director of that surname."""
    said, called = _said(words), _called(name)
    if len(called) >= SHORTEST_NAME and called in said:
        return True
    if not "\u3400" <= called[:1] <= "\u9fff":
        return False
    return any(called[0] + title in said for role in roles for title in TITLES.get(role, ()))


@lru_cache(maxsize=8)
def _said(words: str) -> str:
    """Words as they are compared with a name; in a row they are compared with everybody's."""
    return fold("".join(words.split()), READ)


@lru_cache(maxsize=4096)
def _called(name: str) -> str:
    return fold("".join(name.split()))
