"""What the bot concludes from what it is in a group, and that no screen is ever shown in one."""

from __future__ import annotations

from datetime import UTC, datetime
from inspect import signature
from typing import Any

import pytest
from telegram import CallbackQuery, ChatMemberRestricted, ChatMemberUpdated

from domain.messages import t
from handlers.groups import membership_changed
from handlers.talk import Talk
from services import groups
from services.groups import Place
from storage import groups as stored
from storage import units
from storage.transaction import Database
from tests.services.town import Town

CHAT = -1_001_000_000_001
GROUP = {"id": CHAT, "type": "supergroup", "title": "环卫群"}
BOT = {"id": 1000, "is_bot": True, "first_name": "帮办"}
SOMEBODY = {"id": 7, "is_bot": False, "first_name": "马"}
DATE = int(datetime(2026, 11, 24, tzinfo=UTC).timestamp())
RIGHTS = [name for name in signature(ChatMemberRestricted.__init__).parameters if name.startswith("can_")]


def restricted(*, inside: bool, may_write: bool) -> dict[str, Any]:
    rights = {**dict.fromkeys(RIGHTS, False), "can_send_messages": may_write}
    return {"status": "restricted", "user": BOT, "is_member": inside, "until_date": 0, **rights}


ENDS = [
    {"status": "left", "user": BOT},
    {"status": "kicked", "user": BOT, "until_date": 0},
    restricted(inside=True, may_write=False),
    restricted(inside=False, may_write=True),
]
STAYS = [{"status": "member", "user": BOT}, restricted(inside=True, may_write=True)]


@pytest.fixture
def town(founded: Database) -> Town:
    return Town(founded)


@pytest.mark.parametrize("now", [*ENDS, *STAYS])
async def test_a_bot_that_cannot_write_in_a_group_gives_it_up(town: Town, now: dict[str, Any]) -> None:
    leader = await town.settle("马主任", "director")
    about = {"chat": GROUP, "from": SOMEBODY, "date": DATE}
    before = {"status": "member", "user": BOT}
    change = ChatMemberUpdated.de_json({**about, "old_chat_member": before, "new_chat_member": now})
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        await groups.bind(tx, await town.account(tx, leader), unit.id, "culture", Place(CHAT, None, "群"))
    async with town.begin() as tx:
        await membership_changed(tx, change)
    async with town.begin() as tx:
        assert bool(await stored.in_chat(tx, CHAT)) == (now in STAYS)


@pytest.mark.parametrize("place", [GROUP, {"id": -5, "type": "group", "title": "群"}])
async def test_a_screen_opened_from_a_group_is_shown_in_private(town: Town, place: dict[str, Any]) -> None:
    who = await town.settle("王秀英")
    message = {"message_id": 9, "date": DATE, "chat": place, "text": "card"}
    about = {"id": "1", "from": SOMEBODY, "chat_instance": "1", "data": "go|mine", "message": message}
    async with town.begin() as tx:
        talk = Talk(tx, await town.account(tx, who), None, CallbackQuery.de_json(about), None)
        talk.show(t("home-office"))
    [shown] = town.told[who]
    assert (shown.row.method, shown.row.chat_id, shown.row.message_id) == ("send", who, None)
