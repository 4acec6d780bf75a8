"""Pushed updates: proved by the secret, answered when they have taken effect, batched when together."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import event

from bot.updates import delete_webhook, set_webhook
from bot.webhook import MAX_BODY, Webhook
from tests.bot.conftest import Rig, texts
from tests.bot.pushing import SECRET, Site, said, serving, update


@pytest.fixture
async def site(rig: Rig) -> AsyncIterator[Site]:
    """A served webhook, once on each engine."""
    made = Site(rig)
    async with serving(made):
        yield made


async def test_an_update_is_answered_when_it_has_taken_effect(site: Site) -> None:
    assert await site.post(update(1)) == 200
    assert said(site) == ["you said hello"]


async def test_an_update_that_is_pushed_again_takes_effect_once(site: Site) -> None:
    assert [await site.post(update(1)) for _ in range(3)] == [200, 200, 200]
    assert len(site.sent) == 1


@pytest.mark.parametrize(("secret", "status"), [(None, 401), ("", 403), ("wrong", 403), (SECRET + "x", 403)])
async def test_who_does_not_know_the_secret_is_turned_away(
    site: Site, secret: str | None, status: int
) -> None:
    assert await site.post(update(1), secret) == status
    assert site.sent == []


async def test_a_secret_with_strange_bytes_is_only_wrong(site: Site) -> None:
    assert await site.post(update(1), "пароль") == 403


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[1]", b"null", b'{"update_id": "1"}', b"{}"])
async def test_what_is_no_update_is_refused(site: Site, body: bytes) -> None:
    assert await site.post(body) == 400
    assert site.sent == []


async def test_a_body_of_more_than_a_mebibyte_is_refused(site: Site) -> None:
    assert await site.post(b" " * MAX_BODY + json.dumps(update(1)).encode()) == 413
    fitting = json.dumps(update(2)).encode()
    assert await site.post(b" " * (MAX_BODY - len(fitting)) + fitting) == 200


async def test_a_push_may_come_to_any_path(site: Site) -> None:
    """What a proxy makes of the path is its own business."""
    site.url = site.url.replace("/push", "/bangban/v1/")
    assert await site.post(update(1)) == 200


async def test_the_same_update_pushed_many_times_at_once_takes_effect_once(site: Site) -> None:
    assert await asyncio.gather(*(site.post(update(1)) for _ in range(8))) == [200] * 8
    assert len(site.sent) == 1


async def test_an_outage_makes_telegram_push_again(site: Site) -> None:
    site.outages = 1
    assert await site.post(update(1)) == 503
    assert await site.post(update(1)) == 200
    assert len(site.sent) == 1


async def test_an_update_that_fails_is_put_away_and_not_pushed_again(site: Site) -> None:
    broken = update(1) | {"message": {"message_id": 1}}
    assert await site.post(broken) == 200
    assert await site.post(update(2)) == 200
    assert len(site.sent) == 1


async def test_updates_that_come_together_are_one_transaction_in_order(site: Site) -> None:
    commits = 0

    def count(connection: Any) -> None:
        nonlocal commits
        commits += 1

    event.listen(site.rig.database.engine.sync_engine, "commit", count)
    site.gate.clear()
    pushes = [asyncio.create_task(site.post(update(1, "1")))]
    await asyncio.sleep(0.2)
    pushes += [asyncio.create_task(site.post(update(n, str(n)))) for n in (9, 4, 7, 3)]
    await asyncio.sleep(0.3)
    site.gate.set()
    assert await asyncio.gather(*pushes) == [200] * 5
    assert said(site) == [f"you said {number}" for number in (1, 3, 4, 7, 9)]
    assert commits == 2


async def test_who_hangs_up_takes_nobody_elses_update_along(site: Site) -> None:
    webhook = Webhook(site.batches, SECRET)
    site.gate.clear()
    first = asyncio.create_task(webhook.take(update(1, "1")))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(webhook.take(update(2, "2")))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    site.gate.set()
    await second
    assert said(site) == ["you said 1", "you said 2"]


async def test_telegram_pushes_what_people_say(site: Site) -> None:
    rig = site.rig
    person = await rig.person()
    await set_webhook(rig.api, site.url, SECRET, ["message"])
    for number in range(10):
        await person.says(f"{number}")
    await rig.sim.settled()
    assert said(site) == [f"you said {number}" for number in range(10)]
    await delete_webhook(rig.api)
    await person.says("kept for later")
    assert len(await rig.api.call("getUpdates", {})) == 1


async def test_telegram_pushes_again_after_an_outage(site: Site) -> None:
    rig = site.rig
    person = await rig.person()
    site.outages = 2
    delivery = rig.delivery()
    site.batches._hand_over = delivery.hand_over
    await set_webhook(rig.api, site.url, SECRET, ["message"])
    async with rig.running(delivery):
        await person.says("hello")
        await person.sees("you said hello")
    assert texts(person) == ["you said hello"]
    await delete_webhook(rig.api)


def test_a_webhook_without_a_secret_is_refused(rig: Rig) -> None:
    with pytest.raises(ValueError, match="secret"):
        Webhook(rig.batches(Site.handle), "")  # type: ignore[arg-type]
