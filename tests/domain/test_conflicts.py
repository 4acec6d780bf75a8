"""Who is spoken of: by name, or by surname and title."""

from __future__ import annotations

import pytest

from domain.catalogue import CATALOGUE
from domain.conflicts import READ, TITLES, speaks_of


@pytest.mark.parametrize(
    ("words", "name", "roles", "heard"),
    [
        ("马国强把低保给了他侄子", "马国强", ("director",), True),
        ("馬國強把低保給了他侄子", "马国强", ("director",), True),
        ("马国强把低保给了他侄子", "馬國強", ("director",), True),
        ("马 国 强 拿了砖", "马国强", (), True),
        ("马\n国强拿了砖", "马国强", (), True),
        ("马主任把低保给了他侄子", "马国强", ("director",), True),
        ("马主任把低保给了他侄子", "马国强", ("deputy",), True),
        ("马书记说了不算", "马国强", ("clerk", "director"), True),
        ("马主任把低保给了他侄子", "马国强", ("doctor",), False),
        ("牛主任把低保给了他侄子", "马国强", ("director",), False),
        ("主任把低保给了他侄子", "马国强", ("director",), False),
        ("李医生的药不对", "李明", ("doctor",), True),
        ("丽人理发店的事", "丽", ("clerk",), False),
        ("孙丽没来", "孙 丽", ("clerk",), True),
        ("Mr SMITH took it", "smith", ("director",), True),
        ("s主任", "smith", ("director",), False),
        ("", "马国强", ("director",), False),
        ("马国强", "", ("director",), False),
        ("主任", "", ("director",), False),
        ("灯不亮" * (READ // 3) + "马国强", "马国强", (), False),
        ("灯不亮" * 1000 + "马国强", "马国强", (), True),
    ],
)
def test_words_speak_of_somebody(words: str, name: str, roles: tuple[str, ...], heard: bool) -> None:
    assert speaks_of(words, name, roles) is heard


def test_everybody_who_has_a_desk_is_known_by_a_title() -> None:
    assert set(TITLES) == {role.code for role in CATALOGUE.roles} - {"villager", "volunteer"}
    assert all(len(title) >= 2 for titles in TITLES.values() for title in titles)
