"""A batch takes effect once and whole; what fails by itself is put away and stops nobody else."""

from __future__ import annotations

from typing import Any

import pytest
import telegram
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from bot.apologies import apologiser
from bot.batches import PATIENCE, Batches, describe, id_of, read
from domain.messages import t
from storage import outbox
from storage.outbox import Outbox, OutboxRow
from storage.people import Account
from storage.transaction import Database, Tx
from storage.updates import FailedUpdate, SeenUpdate
from tests.bot.conftest import no_apology, row


def message(update_id: int, text: str = "", user_id: int = 7) -> dict[str, Any]:
    """An update with a text message, as Telegram sends it."""
    user = {"id": user_id, "is_bot": False, "first_name": "王"}
    chat = {"id": user_id, "type": "private", "first_name": "王"}
    body = {"message_id": update_id, "date": 0, "chat": chat, "from": user, "text": text or str(update_id)}
    return {"update_id": update_id, "message": body}


def tap(update_id: int, data: str) -> dict[str, Any]:
    """An update with a tapped button."""
    user = {"id": 7, "is_bot": False, "first_name": "王"}
    query = {"id": f"q{update_id}", "from": user, "chat_instance": "1", "data": data}
    query["message"] = message(update_id)["message"]
    return {"update_id": update_id, "callback_query": query}


def _said(text: dict[str, Any]) -> str:
    return str(text.get("args", {}).get("words", text["id"]))


class Village:
    """Handlers that write down what they were told; "poison" makes them fail after they wrote."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.sent: list[OutboxRow] = []
        self.tries = 0
        self.outages = 0

    def batches(self, **options: Any) -> Batches:
        """Batches with these handlers."""
        options = {"hand_over": self.sent.extend, "apologise": no_apology, **options}
        return Batches(self.database, 1000, self.handle, **options)

    async def handle(self, tx: Tx, update: telegram.Update) -> None:
        self.tries += 1
        words = update.callback_query.data if update.callback_query else update.message.text
        outbox.put(tx, row(update.effective_user.id, words))
        if self.outages:
            self.outages -= 1
            raise OperationalError("insert", {}, Exception("database is locked"))
        if words == "collide":
            tx.session.add(Account(id=update.effective_user.id, bot_id=1, created_at=tx.now))
        if words.startswith("poison"):
            raise ValueError(f"what people wrote: {words}")

    async def effects(self) -> list[str]:
        """What took effect, in order."""
        async with self.database.begin() as tx:
            rows = await tx.session.scalars(select(Outbox).order_by(Outbox.id))
            return [_said(one.body["text"]) for one in rows]

    async def failed(self) -> list[FailedUpdate]:
        """What is in quarantine."""
        async with self.database.begin() as tx:
            return list(await tx.session.scalars(select(FailedUpdate).order_by(FailedUpdate.id)))

    async def seen(self) -> set[int]:
        """Which updates will not take effect again."""
        async with self.database.begin() as tx:
            return set(await tx.session.scalars(select(SeenUpdate.update_id)))


@pytest.fixture
def village(database: Database) -> Village:
    """Handlers on a fresh database, once on each engine."""
    return Village(database)


async def test_a_batch_takes_effect_in_order_and_its_messages_are_handed_over(village: Village) -> None:
    await village.batches().process([message(number) for number in range(1, 101)])
    assert await village.effects() == [str(number) for number in range(1, 101)]
    assert [one.state for one in village.sent] == ["waiting"] * 100
    assert await village.seen() == set(range(1, 101))


@pytest.mark.parametrize("field", ["reply_markup", "entities", "from", "via_bot", "photo"])
async def test_what_nobody_reads_of_a_tapped_message_is_not_even_parsed(village: Village, field: str) -> None:
    update = tap(1, "tapped")
    update["callback_query"]["message"][field] = {"inline_keyboard": "no keyboard at all"}
    await village.batches().process([update])
    assert await village.effects() == ["tapped"]
    assert await village.failed() == []
    assert update["callback_query"]["message"][field], "what came is left as it is"


async def test_a_batch_waits_a_moment_for_room_and_then_no_longer(village: Village) -> None:
    waited = []

    async def room(within: float) -> None:
        waited.append((within, await village.effects()))

    await village.batches(room=room).process([message(1), message(2)])
    assert waited == [(PATIENCE, [])]
    assert await village.effects() == ["1", "2"]


async def test_a_batch_that_comes_again_changes_nothing(village: Village) -> None:
    batches = village.batches()
    for _ in range(3):
        await batches.process([message(1), message(2)])
    await batches.process([message(2), message(3)])
    assert await village.effects() == ["1", "2", "3"]
    assert len(village.sent) == 3


async def test_the_same_update_twice_in_a_batch_takes_effect_once(village: Village) -> None:
    await village.batches().process([message(1), message(2), message(1)])
    assert await village.effects() == ["1", "2"]


async def test_poison_is_put_away_and_the_good_ones_around_it_take_effect_in_order(village: Village) -> None:
    texts = ["1", "2", "poison a", "4", "5", "poison b", "7"]
    await village.batches().process([message(n, text) for n, text in enumerate(texts, 1)])
    assert await village.effects() == ["1", "2", "4", "5", "7"]
    assert [one.state for one in village.sent] == ["waiting"] * 5
    failed = await village.failed()
    assert [(one.update_id, one.stage) for one in failed] == [(3, "handle"), (6, "handle")]
    assert failed[0].body == message(3, "poison a")
    assert await village.seen() == set(range(1, 8))


async def test_poison_that_comes_again_is_put_away_once(village: Village) -> None:
    for _ in range(2):
        await village.batches().process([message(1, "poison")])
    assert len(await village.failed()) == 1
    assert village.tries == 1


async def test_an_error_says_where_it_was_raised_and_never_what_people_wrote(
    village: Village, caplog: pytest.LogCaptureFixture
) -> None:
    await village.batches().process([message(1, "poison: my neighbour beats me")])
    [failed] = await village.failed()
    assert failed.error.startswith("ValueError at bot/batches.py:")
    assert "tests/bot/test_batches.py:" in failed.error
    assert "neighbour" not in failed.error
    assert "neighbour" not in caplog.text
    assert "ValueError at" in caplog.text


async def test_what_only_fails_when_it_is_written_is_found_too(village: Village) -> None:
    async with village.database.begin() as tx:
        tx.session.add(Account(id=8, bot_id=1000, created_at=tx.now))
    await village.batches().process([message(1), message(2, "collide", user_id=8), message(3)])
    assert await village.effects() == ["1", "3"]
    assert [one.update_id for one in await village.failed()] == [2]


async def test_an_update_that_cannot_be_parsed_is_put_away_and_the_rest_go_on(village: Village) -> None:
    broken = {"update_id": 2, "message": {"message_id": 5, "date": "yesterday", "chat": []}}
    await village.batches().process([message(1), broken, message(3)])
    assert await village.effects() == ["1", "3"]
    [failed] = await village.failed()
    assert (failed.update_id, failed.stage, failed.body) == (2, "parse", broken)
    assert await village.seen() == {1, 2, 3}


@pytest.mark.parametrize("raw", [None, 5, [], {"message": {}}, {"update_id": "1"}, {"update_id": 2**63}])
async def test_what_is_no_update_at_all_is_put_away_too(village: Village, raw: Any) -> None:
    await village.batches().process([raw, message(1)])
    assert await village.effects() == ["1"]
    [failed] = await village.failed()
    assert failed.update_id is None


async def test_an_infrastructure_error_is_nobodys_fault_and_changes_nothing(village: Village) -> None:
    village.outages = 2
    batches = village.batches()
    for _ in range(2):
        with pytest.raises(OperationalError):
            await batches.process([message(1), message(2)])
        assert await village.effects() == []
    await batches.process([message(1), message(2)])
    assert await village.effects() == ["1", "2"]
    assert await village.failed() == []


async def test_an_outage_in_the_middle_of_halving_repeats_nothing(village: Village) -> None:
    batches = village.batches()
    raws = [message(1), message(2, "poison"), message(3), message(4)]
    village.outages, handle = 0, village.handle

    async def fail_on_third(tx: Tx, update: telegram.Update) -> None:
        if update.update_id == 3 and village.tries < 8:
            village.outages = 1
        await handle(tx, update)

    batches._handle = fail_on_third
    with pytest.raises(OperationalError):
        await batches.process(raws)
    village.tries = 8
    await batches.process(raws)
    assert await village.effects() == ["1", "3", "4"]
    assert len(await village.failed()) == 1


async def test_somebody_whose_message_failed_gets_an_apology_in_their_language(village: Village) -> None:
    async with village.database.begin() as tx:
        tx.session.add(Account(id=7, bot_id=1000, locale="zh-Hant", created_at=tx.now))
    await village.batches(apologise=apologiser(t("sorry"))).process([message(1, "poison")])
    [apology] = village.sent
    assert (apology.method, apology.chat_id, apology.locale) == ("send", 7, "zh-Hant")
    assert apology.message.text == t("sorry")


async def test_a_stranger_gets_the_apology_in_the_default_language(village: Village) -> None:
    apologise = apologiser(t("sorry"), default_locale="en")
    await village.batches(apologise=apologise).process([message(1, "poison")])
    assert village.sent[0].locale == "en"


async def test_a_tap_that_failed_is_answered(village: Village) -> None:
    await village.batches(apologise=apologiser(t("sorry"))).process([tap(1, "poison")])
    [answer] = village.sent
    assert (answer.method, answer.message.callback_id, answer.message.alert) == ("answer", "q1", True)


async def test_an_update_of_nobody_needs_no_apology(village: Village) -> None:
    poll = {"update_id": 1, "poll_answer": {"poll_id": "1", "option_ids": [], "option_persistent_ids": []}}
    await village.batches(apologise=apologiser(t("sorry"))).process([poll])
    assert village.sent == []
    assert len(await village.failed()) == 1


async def test_an_apology_that_fails_too_leaves_the_quarantine_as_it_should_be(village: Village) -> None:
    async def broken(tx: Tx, update: telegram.Update) -> None:
        outbox.put(tx, row(7, "half an apology"))
        raise ValueError

    await village.batches(apologise=broken).process([message(1, "poison"), message(2)])
    assert await village.effects() == ["2"]
    assert [one.update_id for one in await village.failed()] == [1]
    assert await village.seen() == {1, 2}


async def test_the_accounts_of_a_batch_are_read_before_its_handlers_run(village: Village) -> None:
    async with village.database.begin() as tx:
        tx.session.add_all([Account(id=one, bot_id=1000, created_at=tx.now) for one in (7, 8)])
    loaded = []

    async def handle(tx: Tx, update: telegram.Update) -> None:
        loaded.append({key[1][0] for key in tx.session.identity_map if key[0] is Account})

    batches = Batches(village.database, 1000, handle, hand_over=village.sent.extend, apologise=no_apology)
    await batches.process([message(1, user_id=7), message(2, user_id=8)])
    assert loaded == [{7, 8}, {7, 8}]


def test_ids_are_whole_numbers_that_a_database_holds() -> None:
    assert id_of({"update_id": 5}) == 5
    assert [id_of(raw) for raw in ({"update_id": True}, {"update_id": -1}, {}, "x")] == [None] * 4


def test_an_update_of_a_kind_unknown_to_us_is_read_all_the_same() -> None:
    arrival = read({"update_id": 1, "something_new": {"a": 1}})
    assert arrival.update is not None
    assert arrival.account_id is None


def test_an_error_of_a_library_names_our_line_that_called_it() -> None:
    try:
        telegram.Update.de_json({"update_id": 1, "message": {}}, None)
    except Exception as error:
        assert describe(error).startswith("KeyError at tests/bot/test_batches.py:")
