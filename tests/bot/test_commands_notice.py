"""Notices from the command line: looked at, sent, kept, and refused in plain words."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from typing import Any

import pytest

from bot.seed import settle
from storage.transaction import Database
from tests.conftest import Finished, Terminal

URL = "sqlite+aiosqlite:///data/bangban.db"
DIRECTOR, DEPUTY, VILLAGER = 11, 12, 13


@pytest.fixture
def place(terminal: Terminal) -> Terminal:
    """A county on this machine: a director, her deputy, and a villager of the upper village."""
    terminal.bangban("init")
    terminal.bangban("invite", "--center", "maqu", "--username", "bangban_bot")  # founds the county
    asyncio.run(_people())
    return terminal


async def _people() -> None:
    database = Database(URL)
    try:
        async with database.begin(bot_id=1000) as tx:
            await settle(tx, DIRECTOR, center="maqu", name="李主任", roles_held=["director"])
            await settle(tx, DEPUTY, center="maqu", name="周副主任", roles_held=["deputy"])
            await settle(tx, VILLAGER, center="maqu", name="王大爷", village="上马曲")
    finally:
        await database.dispose()


def notice(place: Terminal, *words: object, author: int = DIRECTOR) -> Finished:
    return place.bangban("notice", "--unit", "maqu", "--author", author, *words)


def told(place: Terminal, *words: object) -> dict[str, Any]:
    finished = notice(place, "--json", *words)
    assert finished.status == 0, finished.err
    found: dict[str, Any] = json.loads(finished.out)
    return found


def rows(table: str) -> list[tuple[Any, ...]]:
    database = sqlite3.connect("data/bangban.db")
    try:
        return database.execute(f"SELECT kind, state FROM {table}").fetchall()
    finally:
        database.close()


@pytest.fixture(autouse=True)
def by_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever time it is: nothing rests for the night."""
    for place in ("resting", "notice_writing"):
        monkeypatch.setattr(f"services.{place}.awake", lambda at, _zone: at)


def test_without_send_it_is_only_looked_at(place: Terminal) -> None:
    finished = notice(place, "明天停水")
    assert (finished.status, finished.out) == (
        0,
        "It would go to 0 households, 3 people. Nothing was sent: add --send.\n",
    )
    assert rows("notice") == []


def test_it_is_sent_with_its_kind_and_to_whom_it_is_for(place: Terminal) -> None:
    found = told(place, "--kind", "outage", "--village", "上马曲", "--send", "明天停水")
    assert (found["state"], found["people"], found["number"]) == ("running", 1, found["number"])
    assert found["number"].endswith("-001")
    assert rows("notice") == [("outage", "running")]
    assert told(place, "--role", "director", "--but", "明天停水")["people"] == 2


def test_money_waits_for_the_second_signature(place: Terminal) -> None:
    finished = notice(place, "--kind", "finance", "--send", "收入 100 元")
    assert "waits for the second signature" in finished.out and rows("notice") == []


def test_it_can_wait_for_its_time(place: Terminal) -> None:
    found = told(place, "--at", "明天 9:30", "--send", "明天停水")
    assert found["state"] == "scheduled" and "T09:30:00+08:00" in found["begins"]


@pytest.mark.parametrize(
    ("words", "author", "says"),
    [
        (["--village", "月球", "停水"], DIRECTOR, "no natural village 月球"),
        (["--kind", "gossip", "停水"], DIRECTOR, "That cannot be sent"),
        (["--kind", "market", "--urgent", "停水"], DIRECTOR, "That cannot be sent"),
        (["--at", "eventually", "停水"], DIRECTOR, "'eventually' is no moment"),
        ([" "], DIRECTOR, "nothing written"),
        (["停水"], VILLAGER, "writes no notices"),
        (["停水"], 99, "no account 99"),
    ],
)
def test_what_cannot_be_sent_is_said_in_two_sentences(
    place: Terminal, words: list[str], author: int, says: str
) -> None:
    finished = notice(place, "--send", *words, author=author)
    assert finished.status != 0 and says in finished.err
    assert rows("notice") == []


def test_a_unit_there_is_not_is_said_too(place: Terminal) -> None:
    finished = place.bangban("notice", "--unit", "moon", "--author", DIRECTOR, "停水")
    assert finished.status != 0 and "no unit moon" in finished.err
