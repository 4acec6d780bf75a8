"""Messages go out once, in order, and by the rules of their lanes; over HTTP, on both engines."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.backoff import Backoff
from bot.delivery import Delivery
from bot.transport import BotApi, WrongTokenError
from domain.messages import Outgoing, t
from simulator import groups
from simulator.faults import Fault
from simulator.files import file_id
from storage import groups as bound
from storage import outbox, people
from storage.outbox import Lane, OutboxRow
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit
from tests.bot.conftest import Rig, row, say, texts


async def send(rig: Rig, delivery: Delivery, *rows: OutboxRow) -> None:
    """Commit rows, hand them over, and wait until all that can be sent is."""
    delivery.hand_over(await rig.put(*rows))
    await delivery.idle()


async def test_a_row_that_is_handed_over_is_sent_and_marked(rig: Rig) -> None:
    person = await rig.person()
    delivery = rig.delivery()
    message = row(person.id, "您好")
    async with rig.running(delivery):
        await send(rig, delivery, message)
    assert texts(person) == ["您好"]
    [stored] = await rig.stored(message)
    assert (stored.state, stored.message_id) == ("sent", person.last.id)
    assert stored.sent_at is not None
    assert stored.error is None


async def test_messages_of_a_chat_arrive_in_the_order_they_were_written(rig: Rig) -> None:
    people_ = [await rig.person(f"P{number}") for number in range(5)]
    delivery = rig.delivery()
    rows = [row(person.id, f"{number}") for number in range(20) for person in people_]
    async with rig.running(delivery):
        await send(rig, delivery, *rows)
    assert all(texts(person) == [f"{number}" for number in range(20)] for person in people_)


async def test_the_order_is_kept_when_calls_fail_in_between(rig: Rig) -> None:
    person = await rig.person()
    delivery = rig.delivery()
    faults = [None, Fault.SERVER_ERROR, Fault.RESET, None, Fault.SERVER_ERROR]
    rig.sim.world.faults.script("sendMessage", faults)
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(*[row(person.id, f"{number}") for number in range(6)]))
        await person.sees("5")
    assert texts(person) == ["0", "1", "2", "3", "4", "5"]


async def test_one_chat_in_trouble_holds_up_nobody_else(rig: Rig) -> None:
    slow, quick = await rig.person("Slow"), await rig.person("Quick")
    delivery = rig.delivery(senders=1)
    rig.sim.world.faults.script("sendMessage", [Fault.FLOOD])
    rig.sim.world.faults.retry_after = 60
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(row(slow.id, "a"), row(slow.id, "b"), row(quick.id, "c")))
        await quick.sees("c")
        await delivery.idle()
    assert texts(slow) == []


async def test_lanes_go_strictly_by_rank(rig: Rig) -> None:
    delivery = rig.delivery(senders=1)
    lanes = [Lane.BROADCAST, Lane.NOTIFICATION, Lane.ANSWER, Lane.URGENT] * 2
    rows = await rig.put(*[row((await rig.person()).id, lane.name, lane=lane) for lane in lanes])
    async with rig.running(delivery):
        delivery.hand_over(rows)
        await delivery.idle()
    said = [call.params["text"] for call in rig.calls("sendMessage")]
    assert said == [lane.name for lane in Lane for _ in range(2)]


async def test_an_urgent_message_overtakes_thousands_that_wait(rig: Rig) -> None:
    villagers = [await rig.person(f"P{number}") for number in range(40)]
    nurse = await rig.person("Nurse")
    delivery = rig.delivery(capacity=200, page=100)
    await rig.put(*[row(villagers[n % 40].id, f"{n}", lane=Lane.BROADCAST) for n in range(3000)])
    async with rig.running(delivery):
        await rig.until_called("sendMessage", 50)
        delivery.hand_over(await rig.put(row(nurse.id, "快来", lane=Lane.URGENT)))
        await nurse.sees("快来")
        assert len(rig.calls("sendMessage")) < 2000


async def test_chats_of_a_lane_take_turns(rig: Rig) -> None:
    chatty, quiet = await rig.person("Chatty"), await rig.person("Quiet")
    delivery = rig.delivery(senders=1)
    rows = [row(chatty.id, f"{number}") for number in range(10)] + [row(quiet.id, "once")]
    async with rig.running(delivery):
        await send(rig, delivery, *rows)
    said = [call.params["text"] for call in rig.calls("sendMessage")]
    assert said.index("once") <= 2


async def test_what_waits_in_the_table_is_sent_after_a_restart_and_nothing_twice(rig: Rig) -> None:
    person = await rig.person()
    done, waiting = row(person.id, "done", state="sent", message_id=1), row(person.id, "waiting")
    await rig.put(done, waiting, row(person.id, "gone", state="gone"), row(person.id, "bad", state="failed"))
    for _ in range(2):
        delivery = rig.delivery()
        async with rig.running(delivery):
            await delivery.idle()
    assert texts(person) == ["waiting"]


async def test_more_rows_than_memory_holds_are_paged_from_the_table_in_order(rig: Rig) -> None:
    villagers = [await rig.person(f"P{number}") for number in range(7)]
    delivery = rig.delivery(capacity=20, page=10)
    async with rig.running(delivery):
        for start in range(0, 200, 50):
            rows = [row(villagers[n % 7].id, f"{n}") for n in range(start, start + 50)]
            delivery.hand_over(await rig.put(*rows))
        await delivery.idle()
    for index, villager in enumerate(villagers):
        assert texts(villager) == [f"{n}" for n in range(200) if n % 7 == index]


async def test_rows_of_another_process_are_found_when_poked_and_by_and_by(rig: Rig) -> None:
    person = await rig.person()
    delivery = rig.delivery(poll=0.1)
    async with rig.running(delivery):
        await delivery.idle()
        await rig.put(row(person.id, "poked"))
        delivery.poke()
        await person.sees("poked")
        await rig.put(row(person.id, "by and by"))
        await person.sees("by and by")


async def test_another_bots_rows_are_left_alone(rig: Rig) -> None:
    person = await rig.person()
    delivery = rig.delivery()
    other = row(person.id, "from another bot", bot_id=2000)
    async with rig.running(delivery):
        await send(rig, delivery, other, row(person.id, "ours"))
    assert texts(person) == ["ours"]
    assert (await rig.stored(other))[0].state == "waiting"


async def test_a_row_for_later_is_sent_when_its_time_comes(rig: Rig) -> None:
    person = await rig.person()
    delivery = rig.delivery()
    soon = datetime.now(UTC) + timedelta(seconds=0.4)
    async with rig.running(delivery):
        await send(rig, delivery, row(person.id, "later", not_before=soon), row(person.id, "now"))
        assert texts(person) == ["now"]
        await person.sees("later")
    assert datetime.now(UTC) >= soon


async def test_a_crash_sends_at_most_as_many_twice_as_may_be_unmarked(rig: Rig) -> None:
    """The database is busy, so that nothing can be marked; then the process dies."""
    villagers = [await rig.person(f"P{number}") for number in range(100)]
    rows = [row(villager.id, "once") for villager in villagers]
    delivery = rig.delivery(unmarked=50)
    run = asyncio.create_task(delivery.run(asyncio.Event()))
    await delivery.idle()
    committed = await rig.put(*rows)
    async with rig.database.begin() as tx:
        if not rig.database.is_sqlite:
            await tx.session.execute(text("lock table outbox in share mode"))
        delivery.hand_over(committed)
        await rig.until_called("sendMessage", 50)
        await asyncio.sleep(0.2)
        assert len(rig.calls("sendMessage")) == 50
        run.cancel()
        await asyncio.gather(run, return_exceptions=True)
    again = rig.delivery()
    async with rig.running(again):
        await again.idle()
    said = [len(texts(villager)) for villager in villagers]
    assert min(said) == 1, "nothing is lost"
    assert sum(said) == 150, "fifty came twice"


async def test_stopping_lets_calls_end_and_marks_them(rig: Rig) -> None:
    person = await rig.person()
    delivery = rig.delivery()
    message = row(person.id, "under way")
    rig.sim.world.faults.latency = 0.3
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(message))
        await rig.until_under_way()
    assert (await rig.stored(message))[0].state == "sent"
    assert texts(person) == ["under way"]


async def test_blocking_the_bot_makes_the_row_gone_and_the_account_unreachable(rig: Rig) -> None:
    person = await rig.person()
    async with rig.database.begin() as tx:
        tx.session.add(Account(id=person.id, bot_id=1000, created_at=tx.now))
    await person.blocks()
    delivery = rig.delivery()
    message = row(person.id, "?")
    async with rig.running(delivery):
        await send(rig, delivery, message)
    [stored] = await rig.stored(message)
    assert stored.state == "gone"
    assert "blocked" in (stored.error or "")
    async with rig.database.begin() as tx:
        account = await people.account(tx, person.id)
        assert account is not None
        assert not account.reachable


async def test_what_follows_from_an_unreachable_reader_may_write_messages_and_may_fail(rig: Rig) -> None:
    gone, broken, clerk = await rig.person("Gone"), await rig.person("Broken"), await rig.person("Clerk")
    await gone.blocks()
    await broken.blocks()

    async def on_gone(tx: Tx, about: OutboxRow) -> None:
        if about.chat_id == broken.id:
            raise ValueError("no such household")
        outbox.put(tx, row(clerk.id, "go and knock"))

    delivery = rig.delivery(on_gone=on_gone)
    rows = [row(broken.id, "?"), row(gone.id, "?")]
    async with rig.running(delivery):
        await send(rig, delivery, *rows)
        await clerk.sees("go and knock")
    assert [stored.state for stored in await rig.stored(*rows)] == ["gone", "gone"]


async def test_nobody_there_is_gone_whatever_telegram_calls_it(rig: Rig) -> None:
    deactivated = await rig.person("Left")
    await deactivated.deactivates()
    stranger = rig.sim.person("Stranger")
    rows = [row(deactivated.id, "?"), row(stranger.id, "?"), row(42, "?")]
    delivery = rig.delivery()
    async with rig.running(delivery):
        await send(rig, delivery, *rows)
    assert {stored.state for stored in await rig.stored(*rows)} == {"gone"}


async def test_a_refusal_for_good_is_kept_and_the_next_message_goes(rig: Rig) -> None:
    person = await rig.person()
    bad = row(person.id, say("x", buttons=[[{"text": t("b"), "url": "not an address"}]]))
    delivery = rig.delivery()
    async with rig.running(delivery):
        await send(rig, delivery, bad, row(person.id, "next"))
    [stored] = await rig.stored(bad)
    assert stored.state == "failed"
    assert (stored.error or "").startswith("400 Bad Request")
    assert texts(person) == ["next"]


async def test_a_row_that_cannot_be_rendered_fails_without_its_words(rig: Rig) -> None:
    person = await rig.person()
    secret = row(person.id, "x", body={"text": {"id": "a"}, "secret words": 1})
    empty = row(person.id, Outgoing())
    delivery = rig.delivery()
    async with rig.running(delivery):
        await send(rig, delivery, secret, empty, row(person.id, "next"))
    errors = [stored.error or "" for stored in await rig.stored(secret, empty)]
    assert errors[0].startswith("ValidationError at bot/")
    assert errors[1].startswith("ValueError at bot/")
    assert "secret" not in errors[0]
    assert texts(person) == ["next"]


async def test_telegrams_trouble_is_waited_out(rig: Rig) -> None:
    person = await rig.person()
    delivery = rig.delivery()
    faults = [Fault.SERVER_ERROR, Fault.RESET, Fault.SERVER_ERROR]
    rig.sim.world.faults.script("sendMessage", faults)
    message = row(person.id, "at last")
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(message))
        await person.sees("at last")
        await rig.sim.settled()
    [stored] = await rig.stored(message)
    assert (stored.state, stored.attempts) == ("sent", 3)


async def test_a_retry_is_in_the_table_and_a_restart_waits_for_it_in_the_chats_order(rig: Rig) -> None:
    person = await rig.person()
    rig.sim.world.faults.script("sendMessage", [Fault.FLOOD])
    rig.sim.world.faults.retry_after = 1
    first, second = row(person.id, "first"), row(person.id, "second")
    delivery = rig.delivery()
    async with rig.running(delivery):
        await send(rig, delivery, first, second)
    [stored] = await rig.stored(first)
    assert stored.not_before is not None
    assert stored.not_before > datetime.now(UTC)
    async with rig.running(rig.delivery()):
        await person.sees("second")
    assert texts(person) == ["first", "second"]
    assert datetime.now(UTC) >= stored.not_before


async def test_a_clock_that_is_set_back_keeps_no_retry_waiting_for_it(rig: Rig) -> None:
    person = await rig.person()
    put_off = row(person.id, "x", attempts=1, not_before=datetime.now(UTC) + timedelta(hours=1))
    await rig.put(put_off)
    async with rig.running(rig.delivery(rest=0.1)):
        await person.sees("x")


async def test_trouble_that_lasts_a_day_fails_the_row(rig: Rig) -> None:
    person = await rig.person()
    old = row(person.id, "too old", created_at=datetime.now(UTC) - timedelta(hours=25))
    young = row(person.id, "young")
    rig.sim.world.faults.script("sendMessage", [Fault.SERVER_ERROR] * 2)
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(old, young))
        await person.sees("young")
        await delivery.idle()
    assert [stored.state for stored in await rig.stored(old, young)] == ["failed", "sent"]
    assert texts(person) == ["young"]


async def test_while_nothing_gets_through_the_whole_bot_pauses(rig: Rig) -> None:
    villagers = [await rig.person(f"P{number}") for number in range(30)]
    rig.sim.world.faults.rates[Fault.SERVER_ERROR] = 1.0
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(*[row(villager.id, "hello") for villager in villagers]))
        await asyncio.sleep(1.0)
        tries = len(rig.sim.world.calls)
        rig.sim.world.faults.calm()
        for villager in villagers:
            await villager.sees("hello")
    assert 30 <= tries < 450, "unpaused, thirty chats would try ten times a second each and more"


async def test_calls_that_fail_together_are_one_trouble_and_not_many_in_a_row(rig: Rig) -> None:
    villagers = [await rig.person(f"P{number}") for number in range(60)]
    rig.sim.world.faults.script("sendMessage", [Fault.RESET] * 32)
    delivery = rig.delivery(retry=Backoff(first=0.2, longest=60.0))
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(*[row(one.id, "x") for one in villagers]))
        for one in villagers:
            await one.sees("x", timeout=4)


async def test_a_group_that_became_a_supergroup_gets_its_messages_there(rig: Rig) -> None:
    member = await rig.person()
    group = groups.add_group(rig.sim.world, "Volunteers", [member.user])
    rows = [row(group.id, "one"), row(group.id, "two")]
    await rig.put(*rows)
    new = groups.upgrade(rig.sim.world, group)
    delivery = rig.delivery()
    async with rig.running(delivery):
        await delivery.idle()
    assert [message.text for message in new.messages.values() if message.from_bot] == ["one", "two"]
    assert [(one.state, one.chat_id) for one in await rig.stored(*rows)] == [("sent", new.id)] * 2


async def test_after_that_the_id_of_an_old_message_changes_none_of_the_new_ones(rig: Rig) -> None:
    member = await rig.person()
    group = groups.add_group(rig.sim.world, "Volunteers", [member.user])
    first = row(group.id, "card", key="card:1")
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(first))
        await delivery.idle()
        [sent] = await rig.stored(first)
        new = groups.upgrade(rig.sim.world, group)
        delivery.hand_over(await rig.put(*[row(new.id, f"{number}") for number in range(5)]))
        await delivery.idle()
        by_id = row(group.id, "by id", method="edit", message_id=sent.message_id)
        by_key = row(group.id, "by key", method="edit", key="card:1")
        delivery.hand_over(await rig.put(by_id, by_key))
        await delivery.idle()
    said = [message.text for message in new.messages.values() if message.from_bot]
    assert said == ["0", "1", "2", "3", "4", "by id", "by key"]


async def test_what_is_bound_to_a_group_follows_it_when_only_a_refusal_says_so(rig: Rig) -> None:
    member = await rig.person()
    group = groups.add_group(rig.sim.world, "Volunteers", [member.user])
    async with rig.database.begin(bot_id=1000) as tx:
        unit = OrgUnit(code="maqu", kind="center", name="maqu")
        tx.session.add_all([unit, Account(id=member.id, bot_id=1000, created_at=tx.now)])
        await tx.session.flush()
        by = {"bot_id": 1000, "bound_by_id": member.id, "bound_at": tx.now, "title": "Volunteers"}
        await bound.add(tx, bound.DeskGroup(unit_id=unit.id, role="culture", chat_id=group.id, **by))
    new = groups.upgrade(rig.sim.world, group)
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(row(group.id, "card", account_id=None)))
        await delivery.idle()
    async with rig.database.begin(bot_id=1000) as tx:
        assert [one.chat_id for one in await bound.of_unit(tx, unit.id)] == [new.id]


async def test_a_group_that_forbids_it_is_nobodys_account(rig: Rig) -> None:
    member = await rig.person()
    group = groups.add_group(rig.sim.world, "Volunteers", [member.user])
    async with rig.database.begin(bot_id=1000) as tx:
        tx.session.add(Account(id=member.id, bot_id=1000, created_at=tx.now))
    groups.remove_bot(rig.sim.world, group, rig.bot)
    rows = [row(group.id, "card", account_id=None), row(group.id, "by somebody")]
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(*rows))
        await delivery.idle()
    assert [one.state for one in await rig.stored(*rows)] == ["gone", "gone"]
    async with rig.database.begin(bot_id=1000) as tx:
        account = await people.account(tx, member.id)
        assert account is not None and account.reachable


async def test_a_wrong_token_ends_the_loop_with_a_clear_error(rig: Rig) -> None:
    person = await rig.person()
    message = row(person.id, "?")
    async with BotApi(rig.sim.url, "1000:wrong") as api:
        delivery = Delivery(rig.database, api, 1000, translate=lambda text, locale: "x")
        await rig.put(message)
        with pytest.raises(WrongTokenError):
            await delivery.run(asyncio.Event())
    assert (await rig.stored(message))[0].state == "waiting"


async def test_a_second_call_that_fails_does_not_repeat_the_first(rig: Rig) -> None:
    person = await rig.person()
    sticker = (await person.sends_sticker()).files[-1]
    content = {"kind": "sticker", "file_id": file_id(rig.bot, sticker)}
    rig.sim.world.faults.script("sendSticker", [Fault.SERVER_ERROR])
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(row(person.id, say("words", content=content))))
        await rig.until_called("sendSticker")
        await delivery.idle()
    assert texts(person) == ["words", ""]
    assert person.last.reply_to is not None
    assert person.last.reply_to.text == "words"
