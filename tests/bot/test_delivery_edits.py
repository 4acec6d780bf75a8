"""Cards change in place: an edit finds its message, waits for it, or becomes a message of its own."""

from __future__ import annotations

import asyncio

from domain.messages import Button, Outgoing, t
from simulator.faults import Fault
from simulator.files import file_id
from storage.outbox import Lane, OutboxRow
from tests.bot.conftest import Rig, row, say, texts

KEY = "card:1"


def card(chat_id: int, words: str, **more: object) -> OutboxRow:
    """A message that can be changed later."""
    return row(chat_id, words, key=KEY, **more)


def change(chat_id: int, message: Outgoing | str, **more: object) -> OutboxRow:
    """A change of the last card."""
    return row(chat_id, message, **{"method": "edit", "key": KEY, **more})


def button(label: str) -> Button:
    """A button with a label."""
    return Button(text=t("say", words=label), tap="go|desk")


async def test_an_edit_changes_the_last_message_under_its_key(rig: Rig) -> None:
    person = await rig.person()
    rows = [
        card(person.id, "old"),
        card(person.id, "card"),
        row(person.id, "other"),
        change(person.id, say("changed", buttons=[[button("ok")]])),
    ]
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(*rows))
        await delivery.idle()
    assert texts(person) == ["old", "changed", "other"]
    assert person.buttons() == ["ok"]
    stored = await rig.stored(*rows)
    assert stored[3].state == "sent"
    assert stored[3].message_id == stored[1].message_id


async def test_an_edit_without_words_changes_the_buttons_only(rig: Rig) -> None:
    person = await rig.person()
    first = row(person.id, say("card", buttons=[[button("take")]]), key=KEY)
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(first, change(person.id, Outgoing())))
        await delivery.idle()
    assert texts(person) == ["card"]
    assert person.buttons() == []


async def test_an_edit_may_name_its_message_by_id(rig: Rig) -> None:
    person = await rig.person()
    first = row(person.id, "menu")
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(first))
        await delivery.idle()
        [sent] = await rig.stored(first)
        edit = change(person.id, "page 2", key=None, message_id=sent.message_id)
        delivery.hand_over(await rig.put(edit))
        await delivery.idle()
    assert texts(person) == ["page 2"]


async def test_an_edit_finds_its_message_after_a_restart(rig: Rig) -> None:
    person = await rig.person()
    for one in (card(person.id, "card"), change(person.id, "changed")):
        delivery = rig.delivery()
        async with rig.running(delivery):
            delivery.hand_over(await rig.put(one))
            await delivery.idle()
    assert texts(person) == ["changed"]


async def test_an_edit_waits_behind_a_message_that_waits_in_a_lower_lane(rig: Rig) -> None:
    person = await rig.person()
    rig.sim.world.faults.latency = 0.05
    rows = [
        row(person.id, "first", lane=Lane.BROADCAST),
        card(person.id, "card", lane=Lane.BROADCAST),
        change(person.id, "changed", lane=Lane.URGENT),
        change(person.id, "changed again", lane=Lane.URGENT),
    ]
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(*rows))
        await delivery.idle()
    assert texts(person) == ["first", "changed again"]
    assert len(rig.calls("sendMessage")) == 2


async def test_an_edit_waits_for_a_message_that_is_not_in_memory_yet(rig: Rig) -> None:
    villagers = [await rig.person(f"P{number}") for number in range(30)]
    last = villagers[-1]
    notices = [row(one.id, "notice", key=KEY, lane=Lane.BROADCAST) for one in villagers]
    delivery = rig.delivery(capacity=10, page=5, poll=0.2, senders=1)
    rig.sim.world.faults.latency = 0.01
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(*notices, change(last.id, "corrected")))
        await last.sees("corrected")
    assert texts(last) == ["corrected"]
    assert len(rig.calls("sendMessage")) == 30


async def test_an_edit_of_what_was_never_sent_is_a_message_of_its_own(rig: Rig) -> None:
    person = await rig.person()
    rows = [
        card(person.id, "failed", state="failed"),
        change(person.id, "instead"),
        change(person.id, "instead, changed"),
        row(person.id, "no such key", method="edit", key="unknown"),
    ]
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over((await rig.put(*rows))[1:])
        await delivery.idle()
    assert texts(person) == ["instead, changed", "no such key"]


async def test_an_edit_of_a_deleted_message_is_a_new_message_under_the_same_key(rig: Rig) -> None:
    person = await rig.person()
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(card(person.id, "card")))
        await person.sees("card")
        await delivery.idle()
        await person.deletes(person.last)
        edits = [change(person.id, "anew"), change(person.id, "changed")]
        for edit in edits:
            delivery.hand_over(await rig.put(edit))
            await delivery.idle()
    assert texts(person) == ["changed"]
    assert [one.method for one in await rig.stored(*edits)] == ["send", "edit"]


async def test_new_buttons_for_a_deleted_message_are_dropped_for_they_stand_under_nothing(rig: Rig) -> None:
    person = await rig.person()
    first, buttons = card(person.id, "card"), change(person.id, Outgoing(buttons=[[button("ok")]]))
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(first))
        await delivery.idle()
        await person.deletes(person.last)
        delivery.hand_over(await rig.put(buttons))
        await delivery.idle()
    assert texts(person) == []
    assert [one.state for one in await rig.stored(buttons)] == ["dropped"]


async def test_an_edit_that_changes_nothing_is_dropped_quietly(rig: Rig) -> None:
    person = await rig.person()
    edit = change(person.id, "card")
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(card(person.id, "card"), edit))
        await delivery.idle()
    assert (await rig.stored(edit))[0].state == "dropped"
    assert texts(person) == ["card"]


async def test_an_older_edit_never_undoes_a_newer_one(rig: Rig) -> None:
    """The newer one overtook it in a higher lane; also when a restart is in between."""
    person = await rig.person()
    first = card(person.id, "card")
    delivery = rig.delivery(senders=1)
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(first))
        await delivery.idle()
        older = [change(person.id, f"older {n}", lane=Lane.BROADCAST) for n in range(2)]
        newer = change(person.id, "newer", lane=Lane.URGENT)
        rows = await rig.put(*older, newer)
        delivery.hand_over([rows[0], rows[2]])
        await delivery.idle()
        assert texts(person) == ["newer"]
    again = rig.delivery()
    async with rig.running(again):
        await again.idle()
    assert texts(person) == ["newer"]
    assert [one.state for one in await rig.stored(*older)] == ["dropped", "dropped"]


async def test_the_words_of_a_photo_are_changed_as_its_caption(rig: Rig) -> None:
    person = await rig.person()
    photo = {"kind": "photo", "file_id": file_id(rig.bot, (await person.sends_photo()).files[-1])}
    rows = [
        card(person.id, say("look", content=photo)),
        change(person.id, say("look closer", content=photo)),
        change(person.id, "text only"),
    ]
    delivery = rig.delivery()
    async with rig.running(delivery):
        for one, words in zip(rows, ("look", "look closer", "text only"), strict=True):
            delivery.hand_over(await rig.put(one))
            await delivery.idle()
            assert texts(person) == [words]
    assert [one.state for one in await rig.stored(*rows)] == ["sent"] * 3


async def test_a_tap_is_answered_while_the_chats_messages_wait(rig: Rig) -> None:
    person = await rig.person()
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(row(person.id, say("card", buttons=[[button("take")]]))))
        await delivery.idle()
        await person.taps("take")
        [tap] = rig.sim.world.unanswered_callbacks
        rig.sim.world.faults.script("sendMessage", [Fault.FLOOD])
        rig.sim.world.faults.retry_after = 60
        answer = row(person.id, say("<taken>", callback_id=tap.id), method="answer")
        delivery.hand_over(await rig.put(row(person.id, "held up"), answer))
        await delivery.idle()
    assert person.toasts == ["<taken>"]
    assert rig.sim.world.unanswered_callbacks == []


async def test_an_answer_that_comes_too_late_is_dropped(rig: Rig) -> None:
    person = await rig.person()
    answer = row(person.id, say("too late", callback_id="12345"), method="answer")
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(answer))
        await delivery.idle()
    assert (await rig.stored(answer))[0].state == "dropped"


async def test_edits_of_many_cards_in_many_chats_all_land(rig: Rig) -> None:
    villagers = [await rig.person(f"P{number}") for number in range(6)]
    delivery = rig.delivery()
    async with rig.running(delivery):
        for version in range(8):
            make = card if version == 0 else change
            delivery.hand_over(await rig.put(*[make(one.id, f"v{version}") for one in villagers]))
            await asyncio.sleep(0.01)
        await delivery.idle()
    assert all(texts(one) == ["v7"] for one in villagers)
