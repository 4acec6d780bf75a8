"""What was sent is deleted: all of it, also what was just on its way; what cannot be is changed instead."""

from __future__ import annotations

import asyncio

from sqlalchemy import update

from domain.messages import Content, Outgoing
from simulator.editing import DELETABLE_FOR
from simulator.faults import Fault
from simulator.files import file_id
from simulator.person import Person
from storage.outbox import Lane, Outbox, OutboxRow
from tests.bot.conftest import Rig, row, say, texts

KEY = "notice-text:1"


def sent(person: Person, message: Outgoing | str = "停水", **more: object) -> OutboxRow:
    """What is to be deleted."""
    return row(person.id, message, key=KEY, **more)


def delete(person: Person, **more: object) -> OutboxRow:
    """The row that deletes it."""
    return row(person.id, "withdrawn", **{"method": "delete", "key": KEY, **more})


async def carried(rig: Rig, *rows: OutboxRow) -> list[str]:
    """Let a new process carry these out, one after the other; their states."""
    delivery = rig.delivery()
    async with rig.running(delivery):
        for one in rows:
            delivery.hand_over(await rig.put(one))
            await delivery.idle()
    return [one.state for one in await rig.stored(*rows)]


async def old(rig: Rig, person: Person) -> None:
    """Everything on this screen came so long ago that it cannot be deleted any more."""
    for message in person.screen:
        message.date -= DELETABLE_FOR


async def test_what_was_sent_is_gone_and_the_rest_stays(rig: Rig) -> None:
    person = await rig.person()
    assert await carried(rig, row(person.id, "before"), sent(person), row(person.id, "after")) == ["sent"] * 3
    assert await carried(rig, delete(person)) == ["sent"]
    assert texts(person) == ["before", "after"]
    assert len(rig.calls("deleteMessage")) == 1


async def test_both_messages_of_what_took_two_are_gone(rig: Rig) -> None:
    person = await rig.person()
    place = Content(kind="location", latitude=30.0, longitude=104.0)
    one = sent(person, say("这里", content=place))
    await carried(rig, one)
    assert [message.kind for message in person.screen] == ["text", "location"]
    (kept,) = await rig.stored(one)
    assert (kept.message_id, kept.also_id) == tuple(message.id for message in person.screen)
    assert await carried(rig, delete(person)) == ["sent"]
    assert person.screen == []


async def test_a_crash_between_the_two_leaves_neither(rig: Rig) -> None:
    person = await rig.person()
    place = Content(kind="location", latitude=30.0, longitude=104.0)
    await carried(rig, sent(person, say("这里", content=place)))
    await person.deletes(person.screen[0])
    assert await carried(rig, delete(person)) == ["sent"]
    assert person.screen == []


async def test_what_is_too_old_says_instead_that_it_was_withdrawn(rig: Rig) -> None:
    reader, looker = await rig.person("A"), await rig.person("B")
    theirs = await looker.sends_photo("停水")
    photo = Content(kind="photo", file_id=file_id(rig.bot, theirs.files[-1]), text="停水")
    await looker.deletes(theirs)
    await carried(rig, sent(reader), sent(looker, Outgoing(content=photo)))
    await old(rig, reader)
    await old(rig, looker)
    assert await carried(rig, delete(reader), delete(looker)) == ["sent", "sent"]
    assert texts(reader) == ["withdrawn"]
    assert [(message.kind, message.text) for message in looker.screen] == [("photo", "withdrawn")]


async def test_what_a_second_ago_could_be_deleted_still_is(rig: Rig) -> None:
    person = await rig.person()
    await carried(rig, sent(person))
    person.screen[0].date -= DELETABLE_FOR - 60
    await carried(rig, delete(person))
    assert texts(person) == []


async def test_what_its_reader_has_deleted_is_done(rig: Rig) -> None:
    person = await rig.person()
    await carried(rig, sent(person))
    await person.deletes(person.screen[0])
    assert await carried(rig, delete(person)) == ["sent"]
    assert texts(person) == [], "nor is it said anew"


async def test_what_never_went_out_is_not_taken_back(rig: Rig) -> None:
    person = await rig.person()
    for state in ("failed", "gone", "dropped"):
        rows = await rig.put(sent(person, state=state))
        assert rows[0].id
        assert await carried(rig, delete(person)) == ["dropped"]
    assert await carried(rig, row(person.id, "x", method="delete", key="unheard of")) == ["dropped"]
    assert texts(person) == [] and rig.calls("deleteMessage") == []


async def test_a_change_of_what_was_called_back_goes_nowhere(rig: Rig) -> None:
    person = await rig.person()
    await rig.put(sent(person, state="dropped"))
    assert await carried(rig, row(person.id, "corrected", method="edit", key=KEY)) == ["dropped"]
    assert texts(person) == []


async def test_an_older_change_does_not_bring_back_what_was_deleted(rig: Rig) -> None:
    person = await rig.person()
    await carried(rig, sent(person))
    (edit,) = await rig.put(row(person.id, "corrected", method="edit", key=KEY, state="failed"))
    assert await carried(rig, delete(person)) == ["sent"]
    async with rig.database.begin() as tx:
        await tx.session.execute(update(Outbox).where(Outbox.id == edit.id).values(state="waiting"))
    delivery = rig.delivery()
    async with rig.running(delivery):
        await delivery.idle()
    assert [one.state for one in await rig.stored(edit)] == ["dropped"]
    assert texts(person) == []


async def test_what_is_on_its_way_when_it_is_called_back_is_deleted_as_soon_as_it_came(rig: Rig) -> None:
    person = await rig.person()
    rig.sim.world.faults.latency = 0.3
    one = sent(person, lane=Lane.BROADCAST)
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(one))
        while not rig.sim.world.activity.in_flight:  # noqa: ASYNC110 - the simulator has no event for it
            await asyncio.sleep(0.005)
        async with rig.database.begin() as tx:
            query = update(Outbox).where(Outbox.id == one.id, Outbox.state == "waiting")
            await tx.session.execute(query.values(state="dropped"))
        back = delete(person, lane=Lane.BROADCAST)
        delivery.hand_over(await rig.put(back))
        await rig.until_called("deleteMessage")
        await delivery.idle()
    assert texts(person) == []
    assert [row.state for row in await rig.stored(one, back)] == ["sent", "sent"]


async def test_a_lost_answer_and_trouble_on_the_way_delete_it_all_the_same(rig: Rig) -> None:
    person = await rig.person()
    await carried(rig, sent(person))
    faults = [Fault.SERVER_ERROR, Fault.RESET_AFTER]
    rig.sim.world.faults.script("deleteMessage", faults)
    delivery, back = rig.delivery(), delete(person)
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(back))
        await rig.until_called("deleteMessage")
        await asyncio.sleep(0.3)  # longer than it waits to try again
        await delivery.idle()
    assert [one.state for one in await rig.stored(back)] == ["sent"]
    assert texts(person) == []


async def test_whoever_has_blocked_the_bot_keeps_what_they_have(rig: Rig) -> None:
    person = await rig.person()
    await carried(rig, sent(person))
    await person.blocks()
    states = await carried(rig, delete(person))
    assert states in (["gone"], ["sent"]), "Telegram may allow it"
