"""Relations and calls as rows: one for each pair, one open call for each request, and who finds which."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from domain.proxies import Whom
from storage import calls, migrate, proxies
from storage.calls import CallTask
from storage.proxies import ProxyRelation
from storage.transaction import Database
from tests.storage import rows
from tests.storage.rows import CLERK, DOCTOR, GRANDMA, NOW


def relation(center_id: int, **more: Any) -> ProxyRelation:
    """A relation of grandma's neighbour to somebody who is only named."""
    made: dict[str, Any] = {
        "center_id": center_id,
        "proxy_id": DOCTOR,
        "person_name": "王大山",
        "name_key": proxies.named_key(Whom("王大山")),
        "kind": "neighbour",
        "state": "asked",
        "created_at": NOW,
    }
    return ProxyRelation(**(made | more))


def task(center_id: int, relation_id: int, **more: Any) -> CallTask:
    """A call to be made."""
    made: dict[str, Any] = {
        "center_id": center_id,
        "relation_id": relation_id,
        "person_name": "王大山",
        "state": "open",
        "step": "clerk",
        "created_at": NOW,
        "due_at": NOW,
        "rise_at": NOW,
        "tries": 0,
        "told": [],
    }
    return CallTask(**(made | more))


@pytest.fixture
async def maqu(database: Database) -> int:
    """A center with three accounts."""
    async with database.begin(NOW) as tx:
        unit = await rows.unit(tx)
        await rows.accounts(tx, GRANDMA, DOCTOR, CLERK)
        return unit.id


async def test_a_pair_is_found_by_the_roster_or_by_name_and_number(database: Database, maqu: int) -> None:
    async with database.begin(NOW) as tx:
        person = await rows.person(tx, maqu, "王秀英")
        known = relation(maqu, person_id=person.id, person_name="王秀英", name_key=None)
        await proxies.add(tx, known)
        named = relation(maqu, name_key=proxies.named_key(Whom("王大山", phone="139 0000 0009")))
        await proxies.add(tx, named)
        assert await proxies.between(tx, DOCTOR, maqu, Whom("谁也好", person.id)) is known
        assert await proxies.between(tx, DOCTOR, maqu, Whom("王大山", phone="+8613900000009")) is named
        assert await proxies.between(tx, DOCTOR, maqu, Whom("王大山")) is None
        assert await proxies.between(tx, CLERK, maqu, Whom("王秀英", person.id)) is None


async def test_neither_name_nor_state_can_be_read_in_the_file(database: Database, maqu: int) -> None:
    async with database.begin(NOW) as tx:
        await proxies.add(tx, relation(maqu))
        kept = (await tx.session.execute(text("select person_name, name_key from proxy_relation"))).one()
        assert "王大山" not in repr(kept) and "王大山".encode() not in bytes(kept[0])


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "stranger"},
        {"state": "maybe"},
        {"state": "confirmed"},
        {"name_key": None},
        {"ended_by": "nobody"},
        {"confirmed_by": "proxy"},
    ],
    ids=str,
)
async def test_the_database_refuses_a_relation_that_makes_no_sense(
    database: Database, maqu: int, wrong: dict[str, Any]
) -> None:
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            await proxies.add(tx, relation(maqu, **wrong))


async def test_there_is_one_row_for_a_pair(database: Database, maqu: int) -> None:
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            await proxies.add(tx, relation(maqu))
            await proxies.add(tx, relation(maqu))


async def test_lists_show_what_stands_and_the_newest_first(database: Database, maqu: int) -> None:
    async with database.begin(NOW) as tx:
        person = await rows.person(tx, maqu, "王秀英")
        for proxy, state in ((DOCTOR, "asked"), (CLERK, "revoked")):
            known = {"person_id": person.id, "name_key": None, "proxy_id": proxy, "state": state}
            await proxies.add(tx, relation(maqu, **known))
        assert [one.state for one in await proxies.of_proxy(tx, DOCTOR)] == ["asked"]
        assert await proxies.of_proxy(tx, CLERK) == []
        assert [one.state for one in await proxies.of_persons(tx, [person.id])] == ["revoked", "asked"]
        assert await proxies.of_persons(tx, []) == []


async def test_a_request_has_one_open_call(database: Database, maqu: int) -> None:
    async with database.begin(NOW) as tx:
        asked = rows.request(maqu, "1007", asker_id=DOCTOR)
        tx.session.add(asked)
        pair = relation(maqu)
        await proxies.add(tx, pair)
        await calls.add(tx, task(maqu, pair.id, request_id=asked.id, state="stopped"))
        await calls.add(tx, task(maqu, pair.id, request_id=asked.id))
        assert [one.state for one in await calls.of_request(tx, asked.id)] == ["open"]
        assert not await calls.asked_again(tx, pair.id)
        ids = maqu, pair.id, asked.id
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            await calls.add(tx, task(ids[0], ids[1], request_id=ids[2]))


@pytest.mark.parametrize("wrong", [{"state": "perhaps"}, {"step": "desk"}, {"due_at": None}], ids=str)
async def test_the_database_refuses_a_call_that_makes_no_sense(
    database: Database, maqu: int, wrong: dict[str, Any]
) -> None:
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            pair = relation(maqu)
            await proxies.add(tx, pair)
            await calls.add(tx, task(maqu, pair.id, **wrong))


async def test_clerks_find_the_open_calls_and_leaders_what_has_risen(database: Database, maqu: int) -> None:
    async with database.begin(NOW) as tx:
        pair = relation(maqu)
        await proxies.add(tx, pair)
        later = NOW + timedelta(hours=1)
        for state, step in (("open", "clerk"), ("open", "director"), ("unreachable", "director")):
            await calls.add(tx, task(maqu, pair.id, state=state, step=step, due_at=later))
        await calls.add(tx, task(maqu, pair.id, state="agreed"))
        await calls.add(tx, task(maqu, pair.id))  # due first

        found = await calls.waiting(tx, CLERK, [(maqu, False)])
        assert [(one.state, one.step) for one in found] == [
            ("open", "clerk"),
            ("open", "clerk"),
            ("open", "director"),
        ]
        assert found[0].due_at == NOW
        assert await calls.count(tx, CLERK, [(maqu, False)]) == 3
        assert await calls.count(tx, CLERK, [(maqu, True)]) == 2
        assert await calls.count(tx, CLERK, [(maqu, False), (maqu, True)]) == 4
        assert await calls.count(tx, DOCTOR, [(maqu, False)]) == 0  # they filed it themself
        assert await calls.count(tx, CLERK, [(maqu + 1, False)]) == 0


async def test_only_an_open_call_rises_and_not_before_its_time(database: Database, maqu: int) -> None:
    async with database.begin(NOW) as tx:
        pair = relation(maqu)
        await proxies.add(tx, pair)
        await calls.add(tx, task(maqu, pair.id, state="agreed"))
        await calls.add(tx, task(maqu, pair.id, rise_at=NOW + timedelta(seconds=1)))
        await calls.add(tx, task(maqu, pair.id, rise_at=None))
        assert await calls.to_rise(tx) is None
    async with database.begin(NOW + timedelta(seconds=1)) as tx:
        found = await calls.to_rise(tx)
        assert found is not None and found.rise_at is not None


BEFORE = (
    "insert into org_unit (id, code, kind, path, name, settings, last_serial)"
    " values (1, 'maqu', 'center', '/1/', 'maqu', '{}', 99)",
    "insert into account (id, bot_id, locale, reachable, created_at) values (:a, 1, 'zh-Hans', :yes, :now)",
)
OLD_REQUEST = (
    "insert into service_request (center_id, number, line, status, urgent, step, asker_id, person_name,"
    " refusals, created_at, state_since)"
    " values (1, :n, 'health', 'done', :no, 'desk', :a, :p, 0, :now, :now)"
)
"""As the first step knew them: the models may have grown since."""


async def test_requests_from_before_say_who_filed_them(empty_url: str, keys: str) -> None:
    await migrate.upgrade(empty_url, "0001")
    database = Database(empty_url)
    async with database.begin(NOW) as tx:
        for statement in BEFORE:
            await tx.session.execute(text(statement), {"a": GRANDMA, "now": NOW, "no": False, "yes": True})
        for number, name in (("1007", None), ("1015", b"x")):
            values = {"a": GRANDMA, "n": number, "no": False, "p": name, "now": NOW}
            await tx.session.execute(text(OLD_REQUEST), values)
    await database.dispose()
    await migrate.upgrade(empty_url)
    database = Database(empty_url)
    async with database.begin(NOW) as tx:
        found = await tx.session.execute(text("select number, filed_by from service_request order by number"))
        assert [tuple(row) for row in found] == [("1007", "self"), ("1015", "proxy")]
    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            await tx.session.execute(text("update service_request set filed_by = 'nobody'"))
    await database.dispose()
