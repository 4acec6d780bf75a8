"""What a transaction keeps in mind: asked once, and never believed longer than it is true."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, update

from storage import conflicts, desk, groups, leave, offers, people, requests, roles, units
from storage.offers import Offer
from storage.people import Account, Dialogue
from storage.requests import RequestMove, ServiceRequest
from storage.roles import RoleGrant
from storage.transaction import Database, Tx, attempt
from tests.storage import rows
from tests.storage.rows import CLERK, DOCTOR, GRANDMA, NOW, listening


async def town(tx: Tx) -> int:
    """A center with a doctor, and grandma."""
    unit = await rows.unit(tx)
    await rows.accounts(tx, GRANDMA, DOCTOR, CLERK)
    tx.session.add(RoleGrant(account_id=DOCTOR, unit_id=unit.id, role="doctor", granted_at=NOW))
    await tx.session.flush()
    return unit.id


async def test_the_same_question_is_asked_once_in_a_transaction(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit_id = await town(tx)
    async with database.begin(NOW) as tx:
        await roles.holders(tx, [unit_id], ["doctor"])
        with listening(database) as said:
            assert len(await roles.holders(tx, [unit_id], ["doctor"])) == 1
            assert await roles.holders(tx, [unit_id], ["clerk"]) == []
        assert said == []
    async with database.begin(NOW) as tx:
        with listening(database) as said:
            await roles.holders(tx, [unit_id], ["doctor"])
        assert len(said) > 0, "another transaction asks again"


async def test_a_list_that_was_given_can_be_changed_without_changing_what_is_remembered(
    database: Database,
) -> None:
    async with database.begin(NOW) as tx:
        unit_id = await town(tx)
        (await roles.grants_at(tx, unit_id)).clear()
        assert len(await roles.grants_at(tx, unit_id)) == 1


async def test_a_new_row_a_change_and_a_deletion_are_seen_at_once_though_nothing_is_written_yet(
    database: Database,
) -> None:
    async with database.begin(NOW) as tx:
        unit_id = await town(tx)
        assert len(await roles.grants_at(tx, unit_id)) == 1
        tx.session.add(RoleGrant(account_id=CLERK, unit_id=unit_id, role="clerk", granted_at=NOW))
        assert len(await roles.grants_at(tx, unit_id)) == 2
        grant = (await roles.holders(tx, [unit_id], ["doctor"]))[0]
        grant.revoked_at = NOW
        assert [one.role for one in await roles.grants_at(tx, unit_id)] == ["clerk"]
        await tx.session.delete((await roles.grants_at(tx, unit_id))[0])
        assert await roles.grants_at(tx, unit_id) == []


async def test_a_statement_past_the_objects_is_noticed_too(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit_id = await town(tx)
        assert len(await roles.grants_at(tx, unit_id)) == 1
        await tx.session.execute(update(RoleGrant).values(revoked_at=NOW))
        assert await roles.grants_at(tx, unit_id) == []
        await tx.session.execute(delete(RoleGrant))
        assert await roles.grants_at(tx, unit_id) == []


async def test_what_was_remembered_in_a_part_that_failed_is_forgotten(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit_id = await town(tx)
        with pytest.raises(RuntimeError):
            async with attempt(tx):
                tx.session.add(RoleGrant(account_id=CLERK, unit_id=unit_id, role="clerk", granted_at=NOW))
                assert len(await roles.grants_at(tx, unit_id)) == 2
                raise RuntimeError
        assert [one.role for one in await roles.grants_at(tx, unit_id)] == ["doctor"]


async def test_whoever_gets_a_lock_looks_again_at_what_others_may_have_written(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit_id = await town(tx)
        await roles.grants_at(tx, unit_id)
        await units.lock(tx, unit_id)
        with listening(database) as said:
            await roles.grants_at(tx, unit_id)
        assert len(said) > 0


async def test_a_form_begun_and_ended_in_one_transaction_leaves_nothing(database: Database) -> None:
    async with database.begin(NOW) as tx:
        await town(tx)
    async with database.begin(NOW) as tx:
        assert await people.dialogue(tx, GRANDMA) is None
        people.begin_dialogue(tx, GRANDMA, "draft", {})
        await people.end_dialogue(tx, GRANDMA)
        assert await people.dialogue(tx, GRANDMA) is None
    async with database.begin(NOW) as tx:
        assert await people.dialogue(tx, GRANDMA) is None


async def test_a_form_that_ends_can_be_followed_by_another_in_the_same_transaction(
    database: Database,
) -> None:
    async with database.begin(NOW) as tx:
        await town(tx)
        people.begin_dialogue(tx, GRANDMA, "draft", {"step": "line"})
    async with database.begin(NOW) as tx:
        await people.prefetch(tx, [GRANDMA, DOCTOR])
        await people.end_dialogue(tx, GRANDMA)
        people.begin_dialogue(tx, GRANDMA, "speak", {"request": 1})
    async with database.begin(NOW) as tx:
        found = await people.dialogue(tx, GRANDMA)
        assert isinstance(found, Dialogue) and (found.form, found.data) == ("speak", {"request": 1})


async def test_people_who_were_looked_for_are_not_looked_for_again_even_if_there_are_none(
    database: Database,
) -> None:
    async with database.begin(NOW) as tx:
        await town(tx)
    async with database.begin(NOW) as tx:
        await people.prefetch(tx, [GRANDMA, 404])
        await people.prefetch_forms(tx, [GRANDMA, 404])
        with listening(database) as said:
            assert isinstance(await people.account(tx, GRANDMA), Account)
            assert await people.account(tx, 404) is None
            assert await people.dialogue(tx, GRANDMA) is None
        assert said == []


async def test_nothing_is_looked_for_on_a_request_that_was_made_a_moment_ago(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit_id = await town(tx)
        row = rows.request(unit_id, "1007")
        await requests.insert(tx, row)
        conflicts.accounts.learn(tx, frozenset(), row.id)
        with listening(database) as said:
            assert tx.made(row)
            assert await requests.request(tx, row.id) is row
            assert await offers.one(tx, row.id, DOCTOR) is None
            assert await groups.open_card(tx, row.id) is None
            assert await conflicts.accounts(tx, row.id) == frozenset()
        assert said == []


async def test_what_was_hung_on_it_since_is_found(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit_id = await town(tx)
        row = rows.request(unit_id, "1007")
        await requests.insert(tx, row)
        offers.add(tx, Offer(request_id=row.id, account_id=DOCTOR, offered_at=NOW))
        await conflicts.add(tx, row.id, [CLERK])
        found = await offers.one(tx, row.id, DOCTOR)
        assert found is not None and found.account_id == DOCTOR
        assert await offers.one(tx, row.id, CLERK) is None
        assert await conflicts.accounts(tx, row.id) == {CLERK}


async def test_a_request_inserted_by_itself_is_whole_and_can_be_changed(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit_id = await town(tx)
        row = rows.request(unit_id, "1007")
        await requests.insert(tx, row)
        row.step = "clerk"
        assert row.holder_id is None
    async with database.begin(NOW) as tx:
        (found,) = await requests.with_number(tx, "1007", GRANDMA, person_ids=[], unit_ids=[])
        assert (found.step, found.asker_id, found.created_at) == ("clerk", GRANDMA, NOW)


async def test_what_is_appended_is_there_for_whoever_looks_and_after_the_commit(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit_id = await town(tx)
        row = rows.request(unit_id, "1007")
        await requests.insert(tx, row)
        for action in ("submit", "take"):
            tx.mind.append(_move(row, action))
        assert [one.action for one in await requests.moves(tx, row.id)] == ["submit", "take"]
        tx.mind.append(_move(row, "finish"))
    async with database.begin(NOW) as tx:
        assert [one.action for one in await requests.moves(tx, row.id)] == ["submit", "take", "finish"]


async def test_what_is_appended_in_a_part_that_failed_is_gone_and_what_was_before_it_is_not(
    database: Database,
) -> None:
    async with database.begin(NOW) as tx:
        unit_id = await town(tx)
        row = rows.request(unit_id, "1007")
        await requests.insert(tx, row)
        tx.mind.append(_move(row, "submit"))
        with pytest.raises(RuntimeError):
            async with attempt(tx):
                tx.mind.append(_move(row, "take"))
                raise RuntimeError
    async with database.begin(NOW) as tx:
        assert [one.action for one in await requests.moves(tx, row.id)] == ["submit"]


def _move(row: ServiceRequest, action: str) -> RequestMove:
    return RequestMove(request_id=row.id, at=NOW, action=action, to_status="submitted", to_line=row.line)


async def test_who_has_nothing_open_is_known_for_all_at_once_until_they_have(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit_id = await town(tx)
        await requests.insert(tx, rows.request(unit_id, "1007"))
    async with database.begin(NOW) as tx:
        await requests.prefetch(tx, [GRANDMA, DOCTOR, CLERK])
        assert [requests.is_idle(tx, one) for one in (GRANDMA, DOCTOR, CLERK)] == [False, True, True]
        (row,) = await requests.of_asker(tx, GRANDMA, open_only=True)
        assert await desk.of_holder(tx, DOCTOR) == []
        row.holder_id = DOCTOR
        assert not requests.is_idle(tx, DOCTOR)
        assert await desk.of_holder(tx, DOCTOR) == [row]


async def test_whoever_asks_in_the_same_batch_is_idle_no_more(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit_id = await town(tx)
        await requests.prefetch(tx, [GRANDMA])
        assert requests.is_idle(tx, GRANDMA)
        row = rows.request(unit_id, "1007")
        await requests.insert(tx, row)
        assert await requests.of_asker(tx, GRANDMA, open_only=True) == [row]


async def test_a_closed_request_that_is_opened_again_is_not_overlooked(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit_id = await town(tx)
        row = rows.request(unit_id, "1007", status="closed")
        await requests.insert(tx, row)
    async with database.begin(NOW) as tx:
        await requests.prefetch(tx, [GRANDMA])
        assert requests.is_idle(tx, GRANDMA)
        (found,) = await requests.of_asker(tx, GRANDMA)
        found.status = "reopened"
        assert await requests.of_asker(tx, GRANDMA, open_only=True) == [found]


async def test_reading_ahead_answers_what_a_request_asks_of_its_center(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit_id = await town(tx)
    async with database.begin(NOW) as tx:
        await units.prefetch(tx, [unit_id])
        await groups.prefetch(tx, [unit_id])
        held = await roles.prefetch(tx, [unit_id])
        await leave.prefetch(tx, held)
        assert held == {DOCTOR}
        with listening(database) as said:
            assert [one.account_id for one in await roles.holders(tx, [unit_id], ["doctor"])] == [DOCTOR]
            assert (await units.unit_of(tx, unit_id)).id == unit_id
            assert await groups.of_desk(tx, unit_id, "doctor") is None
            assert await leave.away(tx, [DOCTOR], NOW) == frozenset()
        assert said == []
