"""What happens on a day about notices: written for some, signed, for later, kept, read, and not wanted."""

from __future__ import annotations

from datetime import timedelta

from domain.announcing import Announcement, Audience, Body
from domain.messages import Content
from domain.recurrence import Rhythm
from services import (
    notice_access,
    notice_drafts,
    notice_options,
    notice_reading,
    notice_release,
    notice_templates,
    notice_writing,
)
from storage import notice_readers, notice_versions, notices
from tests.services.town import Town

WORDS = Body(contents=(Content(text="明天停水"),))


async def announcing(town: Town) -> None:
    """Notices for some at a center, by all the ways in which one comes to be sent, and their readers."""
    director, deputy = await town.settle("周主任", "director"), await town.settle("吴副主任", "deputy")
    villager = await town.settle("王秀英")
    unit = (await town.do(director, notice_access.places))[0]
    async with town.begin() as tx:
        for field in ("village", "role", "tag"):
            await notice_options.options(tx, unit, field)
    some = Announcement(body=WORDS, kind="meeting", audience=Audience(tags=("独居",), but=True))
    await town.do(villager, notice_reading.mute, "market", on=True)
    await town.do(villager, notice_reading.wishes)
    await town.do(director, notice_writing.look_ahead, unit.id, some.model_copy(update={"kind": "market"}))
    notice = await town.do(director, notice_writing.publish, unit, some)
    await town.do(villager, notice_reading.read, notice.id, "")
    async with town.begin() as tx:
        await notice_readers.count_reached(tx, notice.id)
        await notice_readers.answers(tx, notice.id)
        await notices.is_waiting(tx, notice.id)
        await notice_versions.of_notice(tx, notice.id)
    money = Announcement(body=WORDS, kind="finance", send_at=town.now + timedelta(hours=1))
    signed = await town.do(director, notice_writing.submit, unit.id, money)
    await town.do(director, notice_drafts.waiting)
    await town.do(deputy, notice_release.sign, signed.id)
    kept = await town.do(director, notice_templates.keep, unit.id, some, "开会")
    await town.do(director, notice_templates.of)
    await town.do(director, notice_templates.come_round, kept.id, Rhythm("weekly", (2,)))
    town.passes(hours=1)
    async with town.begin() as tx:
        await notice_release.send_one(tx)
    async with town.begin() as tx:
        await notice_templates.remind_one(tx)
