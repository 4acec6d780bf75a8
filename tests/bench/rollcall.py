"""A county calls the roll at Telegram's limits, and thousands answer while it still goes out: how fast are
they heard, is everybody counted once, and does an emergency come through?"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, cycle
from typing import Any

from sqlalchemy import insert, select, update

from bot.seed import settle
from domain.noticetaps import NoticeRead
from services import rollcall_start
from services.rollcall_start import Wanted
from simulator.limits import Limits
from simulator.model import Chat, Message
from simulator.world import World
from storage import people
from storage.notice_readers import NoticeReader
from storage.people import Household, Membership, Person
from storage.requests import ServiceRequest
from storage.rollcalls import RollCall
from storage.transaction import Database, Tx
from tests.bench.contenders import Contender
from tests.bench.crowd import Crowd, Emergency, until
from tests.bench.figures import percentile
from tests.bench.notice import AUTHOR, CRIES, EMERGENCIES, SETTLING, THINK, Postman, refused, urgent_waits
from tests.bench.place import BOT, FIRST_PERSON, PEOPLE, Place, person_id, using
from tests.bench.stage import Cores, move_in

ANSWERING = 5000
AT_ONCE = 200
"""People who wait for their answer to be taken, at any moment."""
AT_HOME = 2
"""People of a household."""
SHARES = ("safe",) * 91 + ("help",) + ("away",) * 8
"""What people answer, over and over."""
AGAIN = 7
"""Every seventh taps once more, and every other of those says something else."""
CALM = 15.0
"""Seconds that the roll call goes out before anybody answers."""
WORDS = "发大水了！您家里人都平安吗？"


async def put_roll_call(database: Database, center: str = "c0") -> None:
    """Everybody is on the roster, two to a household; and the county calls the roll everywhere."""
    async with database.begin(bot_id=BOT) as tx:
        await _enrol(tx)
        author = await settle(tx, AUTHOR, center=center, name="县里", roles_held=["county"])
        county = next(grant.unit_id for grant in author.grants)
        wanted = Wanted(county, "flood", {"zh-Hans": WORDS}, "zh-Hans")
        await rollcall_start.start(tx, author, wanted)


async def _enrol(tx: Tx) -> None:
    """Put everybody who has registered on the roster."""
    query = select(Membership.account_id, Membership.center_id, Membership.village_id)
    query = query.where(Membership.account_id.between(FIRST_PERSON, FIRST_PERSON + PEOPLE))
    members = (await tx.session.execute(query.order_by(Membership.center_id, Membership.account_id))).all()
    homes, persons, tied = [], [], []
    key = people.name_key("村民")
    for number, (account_id, center_id, village_id) in enumerate(members, 1):
        home = (center_id, number // AT_HOME)
        if not homes or homes[-1]["code"] != str(home):
            about = {"id": len(homes) + 1, "center_id": center_id, "village_id": village_id}
            homes.append({**about, "code": str(home), "tags": []})
        person = {"id": number, "household_id": homes[-1]["id"], "center_id": center_id, "tags": []}
        persons.append({**person, "code": str(number), "name": "村民", "name_key": key})
        tied.append({"account_id": account_id, "center_id": center_id, "person_id": number})
    await tx.session.execute(insert(Household), homes)
    await tx.session.execute(insert(Person), persons)
    await tx.session.execute(update(Membership), tied)


@dataclass(frozen=True)
class Heard:
    """What became of the answers. Times in seconds.

    answers   how many were given, and `seconds` how long it took until the last of them was taken
    lost      people whose last answer is not kept, or not once; and cries for help without a request, or with
              more than one
    calm      how many messages of the roll call Telegram took in each second before anybody answered, and
              how long what was urgent waited then; `urgent` is the same while they answered
    """

    answers: int
    seconds: float
    lost: int
    refused: int
    calm: float
    calm_urgent: list[float]
    urgent: list[float]

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.answers / self.seconds

    def raw(self) -> dict[str, Any]:
        """The figures for the JSON."""
        return {
            "answers": self.answers,
            "answers_per_s": round(self.rate, 1),
            "seconds": round(self.seconds, 1),
            "lost": self.lost,
            "refused": self.refused,
            "calm_per_s": round(self.calm, 2),
            **_waits("calm_urgent", self.calm_urgent),
            **_waits("urgent", self.urgent),
        }


def _waits(name: str, waits: Sequence[float]) -> dict[str, float]:
    return {
        name: len(waits),
        f"{name}_p50_ms": round(1000 * percentile(waits, 0.5), 1),
        f"{name}_p99_ms": round(1000 * percentile(waits, 0.99), 1),
    }


class Answering:
    """People who each tap an answer as soon as one before them has had theirs taken.

    last  what each has answered last, by account
    said  how many answers were given
    """

    def __init__(self, world: World, chats: Sequence[Chat], notices: Sequence[int]) -> None:
        self._world = world
        self._taps = self._all(chats, notices)
        self._waiting: set[int] = set()
        self.last: dict[int, str] = {}
        self.said = self.taken = 0
        world.listeners.append(self._see)

    def _all(self, chats: Sequence[Chat], notices: Sequence[int]) -> Iterator[tuple[Message, int, str]]:
        answers = cycle(SHARES)
        for number, chat, notice_id in zip(count(), chats, notices, strict=False):
            message = self._world.post(chat, self._world.bot.user, "text", {"text": "🆘"})
            answer = next(answers)
            yield message, notice_id, answer
            if number % AGAIN == 0:
                yield message, notice_id, "safe" if number % (2 * AGAIN) == 0 else answer

    def begin(self, people_: int) -> None:
        """Let so many tap at once."""
        for _ in range(people_):
            self._next()

    @property
    def is_over(self) -> bool:
        """Whether every answer has been taken."""
        return not self._waiting

    def _next(self) -> None:
        found = next(self._taps, None)
        if found is None:
            return
        message, notice_id, answer = found
        chat = message.chat
        self.said += 1
        self.last[chat.id] = answer
        callback = self._world.tap(chat.person, message, NoticeRead(notice_id, answer).pack())
        self._waiting.add(int(callback.id))

    def _see(self, kind: str, chat: Chat, subject: Any) -> None:
        """A spinner stopped: that answer is taken. Listeners must not change the world."""
        if kind == "toast" and chat.id in self.last:
            done = [one for one in self._waiting if str(one) not in self._world.callbacks]
            self._waiting.difference_update(done)
            self.taken += len(done)
            for _ in done:
                asyncio.get_running_loop().call_soon(self._next)


async def measure(contender: Contender, place: Place, cores: Cores) -> Heard:
    """One round: the program starts with the roll calls waiting; once they go out people answer as fast as
    they are heard, and every few seconds somebody calls an emergency."""
    async with contender.on_stage(place, cores, Limits(enforced=True)) as (stage, url):
        assert url is not None
        chats = move_in(stage.world)
        postman = Postman(stage.world, WORDS)
        await until(lambda: bool(postman.times), 30)
        callers = Crowd(
            stage.world, iter(chats[-1000:]), Emergency(), cycle(CRIES), think=THINK, followed=False
        )
        callers.arrive(1 / EMERGENCIES)
        await asyncio.sleep(SETTLING)
        calm = time.time()
        await asyncio.sleep(CALM)
        answering = Answering(stage.world, chats[:ANSWERING], await _notices(url))
        began = time.time()
        answering.begin(AT_ONCE)
        await until(lambda: answering.is_over, 300)
        over = time.time()
        callers.close_doors()
        await asyncio.sleep(1)  # the last emergency's ring arrives too
        waits = await urgent_waits(url, postman, calm)
        return Heard(
            answers=answering.taken,
            seconds=over - began,
            lost=answering.said - answering.taken + await lost(url, answering.last),
            refused=refused(stage),
            calm=postman.between(calm, began, of_notice=True) / (began - calm),
            calm_urgent=[one for at, one in waits if at < began],
            urgent=[one for at, one in waits if at >= began],
        )


async def _notices(url: str) -> list[int]:
    """The roll call of each of those who answer, in their order."""
    wanted = [person_id(number) for number in range(ANSWERING)]
    query = select(Membership.account_id, RollCall.notice_id)
    query = query.join(RollCall, RollCall.center_id == Membership.center_id)
    async with using(url) as database, database.begin(bot_id=BOT) as tx:
        found = dict(iter(await tx.session.execute(query)))  # type: ignore[arg-type]
    return [found[one] for one in wanted]


async def lost(url: str, last: dict[int, str]) -> int:
    """How many of these last answers are not kept as they were given, or made other than one request each."""
    async with using(url) as database, database.begin(bot_id=BOT) as tx:
        query = select(NoticeReader.account_id, NoticeReader.answer, NoticeReader.request_id)
        kept = (await tx.session.execute(query)).all()
        asked = select(ServiceRequest.id, ServiceRequest.asker_id).where(ServiceRequest.asker_id.in_(last))
        requests = (await tx.session.execute(asked)).all()
    answers = {account_id: answer for account_id, answer, _ in kept}
    wrong = sum(answers.get(account_id) != answer for account_id, answer in last.items())
    helped = {request_id for _, _, request_id in kept if request_id is not None}
    silent = sum(answer == "help" and request_id is None for _, answer, request_id in kept)
    return wrong + silent + len({one for one, _ in requests} ^ helped) + len(kept) - len(answers)
