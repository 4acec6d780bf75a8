"""A notice to ten thousand is under way at Telegram's limits: is every place used, and who has to wait?"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from itertools import cycle
from typing import Any

from sqlalchemy import select

from bot.seed import settle
from services.notice_writing import announce
from simulator.limits import Limits
from simulator.model import Chat
from simulator.world import World
from storage.outbox import Lane, Outbox
from storage.transaction import Database
from tests.bench.contenders import Contender, sentences
from tests.bench.crowd import Crowd, Emergency, Intake, until
from tests.bench.figures import percentile
from tests.bench.place import BOT, Place, using
from tests.bench.stage import Cores, Stage, move_in

AUTHOR = 900_000_001
WORDS = "明天上午九点到十一点停水，请提前接好水。马曲村社区服务中心"
PER_SECOND = 30
"""What Telegram takes from one bot."""
SETTLING = 9.0
"""Seconds until the first burst is over and every step of a conversation has been taken by somebody."""
QUESTIONS, EMERGENCIES = 0.6, 0.25
"""Conversations that begin each second: all together a few messages, so that the limit is the notice's."""
THINK = 3.0
"""Seconds between an answer and what a person says next: slow enough for the limit of their own chat."""
CRIES = ("我爸突然倒在地上叫不醒", "家里着火了", "有人打架 流血了", "娃儿掉到水塘里去了")


async def put_notice(database: Database, center: str = "c0") -> None:
    """The county tells everybody something; the clock has not begun to write to anybody yet."""
    async with database.begin(bot_id=BOT) as tx:
        author = await settle(tx, AUTHOR, center=center, name="县里", roles_held=["county"])
        county = next(grant.unit_id for grant in author.grants)
        await announce(tx, author, county, WORDS)


@dataclass(frozen=True)
class Window:
    """What was seen in so many seconds of the notice. Waits in seconds.

    own       messages of the notice that Telegram took
    others    what overtook it: answers, cards, edits
    refused   429s since the bot's start
    """

    seconds: float
    own: int
    others: int
    refused: int
    urgent: list[float]
    answers: list[float]

    @property
    def share(self) -> float:
        """The part of Telegram's 30 a second that the notice used, of what the others left it."""
        return self.own / (PER_SECOND * self.seconds - self.others)

    def raw(self) -> dict[str, Any]:
        """The figures for the JSON."""
        return {
            "notice_per_s": round(self.own / self.seconds, 2),
            "others_per_s": round(self.others / self.seconds, 2),
            "all_of_30": round((self.own + self.others) / (PER_SECOND * self.seconds), 4),
            "refused": self.refused,
            "urgent": len(self.urgent),
            "answers": len(self.answers),
            "urgent_p50_ms": round(1000 * percentile(self.urgent, 0.5), 1),
            "urgent_p99_ms": round(1000 * percentile(self.urgent, 0.99), 1),
            "answer_p50_ms": round(1000 * percentile(self.answers, 0.5), 1),
            "answer_p99_ms": round(1000 * percentile(self.answers, 0.99), 1),
        }


class Postman:
    """Notes when each message of the bot arrived."""

    def __init__(self, world: World, words: str = WORDS) -> None:
        self._words = words
        self.arrived: dict[tuple[int, int], float] = {}
        self.times: list[tuple[float, bool]] = []
        world.listeners.append(self._see)

    def _see(self, kind: str, chat: Chat, subject: Any) -> None:
        """Messages and edits count alike; a toast is no message."""
        if kind not in ("message", "edit") or not subject.sender.is_bot:
            return
        now = time.time()
        if kind == "message":
            self.arrived[chat.id, subject.id] = now
        self.times.append((now, self._words in subject.text))

    def between(self, start: float, end: float, *, of_notice: bool) -> int:
        """How many arrived in this time."""
        return sum(start <= at < end and own == of_notice for at, own in self.times)


async def measure(contender: Contender, place: Place, cores: Cores, seconds: float) -> Window:
    """One round: start the bot with the notice waiting, let people live, and look at some of it."""
    async with contender.on_stage(place, cores, Limits(enforced=True)) as (stage, url):
        assert url is not None
        chats = move_in(stage.world)
        postman = Postman(stage.world)
        askers = Crowd(stage.world, iter(chats[:1000]), Intake(), sentences(), think=THINK, followed=False)
        callers = Crowd(
            stage.world, iter(chats[1000:2000]), Emergency(), cycle(CRIES), think=THINK, followed=False
        )
        await until(lambda: bool(postman.times), 30)
        askers.arrive(1 / QUESTIONS)
        callers.arrive(1 / EMERGENCIES)
        await asyncio.sleep(SETTLING)
        began, since = asyncio.get_running_loop().time(), time.time()
        await asyncio.sleep(seconds)
        over = time.time()
        askers.close_doors()
        callers.close_doors()
        await asyncio.sleep(1)  # what was said last is answered too
        return Window(
            seconds=over - since,
            own=postman.between(since, over, of_notice=True),
            others=postman.between(since, over, of_notice=False),
            refused=refused(stage),
            urgent=[wait for _, wait in await urgent_waits(url, postman, since)],
            answers=[one.wait for crowd in (askers, callers) for one in crowd.answers if one.at >= began],
        )


def refused(stage: Stage) -> int:
    """How often Telegram refused."""
    return sum(call.status == 429 for call in stage.world.calls)


async def urgent_waits(url: str, postman: Postman, since: float) -> list[tuple[float, float]]:
    """The moment of the transaction that wrote a row (a little before its commit), and the seconds to its
    arrival; not of a roll call, which is urgent too."""
    query = select(Outbox.chat_id, Outbox.message_id, Outbox.created_at).where(
        Outbox.lane == Lane.URGENT,
        Outbox.method == "send",
        Outbox.state == "sent",
        Outbox.notice_id.is_(None),
    )
    async with using(url) as database, database.begin(bot_id=BOT) as tx:
        sent = [(row[0], row[1] or 0, row[2].timestamp()) for row in await tx.session.execute(query)]
    arrived = postman.arrived
    return [
        (written, arrived[chat, message] - written)
        for chat, message, written in sent
        if written >= since and (chat, message) in arrived
    ]
