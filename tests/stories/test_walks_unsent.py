"""One villager does whatever comes to mind, again and again: nothing that was said is ever lost, nothing is
sent that was not looked at, and an emergency is heard at once."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from simulator.model import Message
from simulator.person import Person as Someone
from storage import people
from storage.activity_wishes import ActivityWish
from storage.requests import RequestMove, ServiceRequest
from storage.thread import RequestEntry
from tests.stories.activities import made
from tests.stories.conftest import Village

STEPS = 60
NEEDS = ("村口的路灯坏了", "家里没人做饭", "家里水管漏了", "隔壁砌墙占了我家的地", "垃圾没人收")
URGENT = ("老伴倒在地上叫不醒了", "着火了，快来人")
SUBJECTS = ("养蜂", "电焊", "养鱼", "理发", "做豆腐", "开叉车", "绣花", "酿酒", "嫁接")
KEYS = ("🙋 我要办事", "📋 我办的事", "🚨 急事", "/help", "/mine", "/activities")
NEVER = ("lang", "go|join", "go|language", "go|centers", "go|phone", "wdrop", "go|privacy")
"""Taps that lead somewhere else, or take back what was settled."""
COLLECTS = (None, "draft", "which", "speak", "reason")
"""Forms in which what is said is said to somebody; in all others it answers a question of their own."""


@dataclass
class Walk:
    """The villager's way so far."""

    village: Village
    grandma: Someone
    rng: Random
    looks: list[str] = field(default_factory=list)
    """Every look at something unsent that was shown."""
    alive: list[str] = field(default_factory=list)
    """What was said, by a word that only that sentence has, and must be somewhere."""
    story: list[str] = field(default_factory=list)
    said: int = 0

    async def form(self) -> tuple[str | None, dict[str, Any]]:
        """The open form and what it knows."""
        async with self.village.database.begin(self.village.now(), self.village.bot.bot_id) as tx:
            found = await people.dialogue(tx, self.grandma.id)
            return (found.form, dict(found.data)) if found else (None, {})

    async def kept(self) -> str:
        """All that is kept anywhere."""
        _, data = await self.form()
        async with self.village.database.begin(self.village.now(), self.village.bot.bot_id) as tx:
            entries = [one.content for one in await tx.session.scalars(select(RequestEntry))]
            reasons = [one.reason for one in await tx.session.scalars(select(RequestMove))]
            wishes = [one.words for one in await tx.session.scalars(select(ActivityWish))]
        return json.dumps([data, entries, reasons, wishes], ensure_ascii=False)

    async def sent(self) -> dict[int, str]:
        """The words of each request by its id, without those of emergencies."""
        async with self.village.database.begin(self.village.now(), self.village.bot.bot_id) as tx:
            calm = {row.id for row in await tx.session.scalars(select(ServiceRequest)) if not row.urgent}
            found = dict.fromkeys(calm, "")
            for one in await tx.session.scalars(select(RequestEntry)):
                if one.request_id in calm:
                    found[one.request_id] += json.dumps(one.content, ensure_ascii=False)
        return found

    def choices(self) -> list[tuple[Message, str, str]]:
        """The buttons in sight: message, words, data."""
        return [
            (message, button["text"], button["callback_data"])
            for message in self.grandma.screen
            if message.from_bot and message.markup
            for row in message.markup.get("inline_keyboard", [])
            for button in row
            if not button.get("callback_data", "lang").startswith(NEVER)
        ]

    async def step(self) -> None:
        """Do something, and look that all is well."""
        form, data = await self.form()
        before, sent = await self.kept(), await self.sent()
        deeds = {
            "tap": 50,
            "twice": 12,
            "say": 22,
            "wish": 8,
            "urgent": 4,
            "photo": 6,
            "edit": 4,
            "key": 8,
            "wait": 10,
        }
        deed = self.rng.choices(list(deeds), list(deeds.values()))[0]
        data_tapped = await getattr(self, f"_{deed}")(form, data)
        await self.village.settled()
        await self._no_loss(before, form, data, data_tapped)
        await self._no_surprise(sent)
        self.looks += [one.text for one in self.grandma.screen if "发出去之前" in one.text]
        self.looks = list(dict.fromkeys(self.looks))

    async def _no_loss(self, before: str, form: str | None, data: dict[str, Any], tapped: str) -> None:
        after = await self.kept()
        gone = [mark for mark in self.alive if mark in before and mark not in after]
        self.alive = [mark for mark in self.alive if mark in after]
        given_up = json.dumps(data.get("said"), ensure_ascii=False)
        if tapped.startswith("actf") and "unplaced" in data:
            given_up = json.dumps(data["unplaced"][-1], ensure_ascii=False)
        may_go = tapped.startswith(("drop|", "actf")) or data.get("step") == "rewrite"
        lost = [mark for mark in gone if not (may_go and mark in given_up)]
        assert not lost, self.told(f"lost {lost} of {form} {data}")

    async def _no_surprise(self, before: dict[int, str]) -> None:
        for request_id, words in (await self.sent()).items():
            if request_id not in before:
                marks = [f"第{n}回" for n in range(self.said + 1) if f"第{n}回" in words]
                seen = not marks or any(all(mark in look for mark in marks) for look in self.looks)
                assert seen, self.told(f"sent unseen: {words}")

    def told(self, what: str) -> str:
        """What went wrong, with the way that led there."""
        return "\n".join([what, *self.story[-25:], self.grandma.picture()[-3000:]])

    async def _tap(self, _form: str | None, _data: dict[str, Any], times: int = 1) -> str:
        found = self.choices()
        if not found:
            return ""
        near = found[-8:] if self.rng.random() < 0.7 else found
        message, words, data = self.rng.choice(near)
        self.story.append(f"taps {words} {data} #{message.id} x{times}")
        for _ in range(times):
            await self.grandma.taps_data(message, data)
        return data

    async def _twice(self, form: str | None, data: dict[str, Any]) -> str:
        return await self._tap(form, data, 2)

    def _new(self, form: str | None, data: dict[str, Any], words: str, mark: str) -> str:
        answers = str(data.get("step", "")).startswith("person-") and form == "draft"
        self.story.append(f"says {words} in {form} {data.get('step')}")
        if form in COLLECTS and not answers:
            self.alive.append(mark)
        return words

    async def _say(self, form: str | None, data: dict[str, Any]) -> str:
        self.said += 1
        mark = f"第{self.said}回"
        await self.grandma.says(self._new(form, data, f"{self.rng.choice(NEEDS)}，{mark}", mark))
        await self._is_kept(mark)
        return ""

    async def _is_kept(self, mark: str) -> None:
        await self.village.settled()
        full = "先放" in (self.grandma.last.text if self.grandma.last else "")
        if mark in self.alive and not full:
            assert mark in await self.kept(), self.told(f"not kept: {mark}")

    async def _wish(self, form: str | None, data: dict[str, Any]) -> str:
        subject = self.rng.choice(SUBJECTS)
        if form not in COLLECTS or subject in self.alive or subject in await self.kept():
            return ""
        await self.grandma.says(self._new(form, data, f"想学{subject}", subject))
        await self._is_kept(subject)
        return ""

    async def _urgent(self, form: str | None, data: dict[str, Any]) -> str:
        self.said += 1
        mark = f"第{self.said}回"
        seen = len([one for one in self.grandma.screen if "先打" in one.text])
        await self.grandma.says(self._new(form, data, f"{self.rng.choice(URGENT)}，{mark}", mark))
        await self._is_kept(mark)
        heard = len([one for one in self.grandma.screen if "先打" in one.text]) > seen
        assert heard, self.told("an emergency that nobody heard")
        return ""

    async def _photo(self, form: str | None, data: dict[str, Any]) -> str:
        self.said += 1
        mark = f"第{self.said}回"
        await self.grandma.sends_photo(self._new(form, data, f"您看，{mark}", mark))
        await self._is_kept(mark)
        return ""

    async def _edit(self, _form: str | None, _data: dict[str, Any]) -> str:
        mine = [one for one in self.grandma.screen if not one.from_bot and "，第" in one.text]
        if mine:
            message = self.rng.choice(mine[-3:])
            self.story.append(f"edits {message.text}")
            await self.grandma.edits(message, message.text.replace("，第", "啊，第"))
        return ""

    async def _key(self, _form: str | None, _data: dict[str, Any]) -> str:
        key = self.rng.choice(KEYS)
        self.story.append(f"key {key}")
        await self.grandma.says(key)
        return ""

    async def _wait(self, _form: str | None, _data: dict[str, Any]) -> str:
        time = self.rng.choice(({"minutes": 5}, {"minutes": 31}, {"days": 2}))
        self.story.append(f"waits {time}")
        await self.village.passes(**time)
        return ""


@pytest.mark.parametrize("seed", (1, 11, 38, 52))
async def test_whatever_somebody_does_nothing_is_lost_or_sent_unseen(village: Village, seed: int) -> None:
    teacher = await village.person("何老师", "training")
    await made(village, teacher)
    grandma = await village.person("王秀英")
    walk = Walk(village, grandma, Random(seed))
    for _ in range(STEPS):
        await walk.step()
    assert walk.said
