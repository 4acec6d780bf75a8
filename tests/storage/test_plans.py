"""However large the county has become, whatever the bot looks for it finds by an index, and looks at little."""

from __future__ import annotations

import pytest

from storage import (
    calls,
    conflicts,
    deadlines,
    duty,
    groups,
    leave,
    merging,
    offers,
    outbox,
    people,
    proxies,
    reports,
    requests,
    roles,
    units,
    updates,
)
from storage.transaction import Database
from tests.inline import quicken
from tests.largedata import fill
from tests.services.town import NOW, Town
from tests.storage.a_day import a_day
from tests.storage.plans import Ear
from bot.seed import found_county

ASKING = [calls, conflicts, deadlines, duty, groups, leave, merging, offers, outbox, people, proxies, reports,
          requests, roles, units, updates]  # fmt: skip
MOST = {"sqlite": 8_000, "postgres": 400}


async def test_plans(database_url, keys, monkeypatch):
    url = database_url
    engine = "sqlite" if "sqlite" in url else "postgres"
    database = Database(url)
    async with database.begin(NOW) as tx:
        await found_county(tx)
    await database.dispose()
    await fill(url, residents=2_000, requests=10_000, now=NOW)
    database = quicken(Database(url))
    if engine == "sqlite":
        import sqlite3

        c = sqlite3.connect(url.split("///")[1])
        c.execute("DELETE FROM sqlite_stat1")
        c.commit()
        c.close()
    ear = Ear(database)
    names = ear.overhear(monkeypatch, ASKING)
    town = Town(database)
    import time

    t = time.time()
    with ear.listening():
        await a_day(town)
    print("day", time.time() - t)
    await database.dispose()
    print("NOT ASKED", sorted(names - ear.asked))
    print(len(ear.queries))
    for one in ear.unanswered(MOST[engine]):
        print(one)
    for one in sorted(ear.queries.values(), key=lambda one: -one.read)[:12]:
        print("   most", one.by, one.read)
    assert False
