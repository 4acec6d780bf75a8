"""A town without a chat: people who act on requests by use cases, and everything they are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Concatenate, ParamSpec, TypeVar

from bot.seed import settle
from bot.words import translate
from domain.messages import Content, Outgoing, Said
from services import requests
from services.errors import RefusedError
from services.requests import Need
from storage import people, units
from storage import requests as stored
from storage.outbox import OutboxRow
from storage.people import Account, Household, Person
from storage.requests import Opening, ServiceRequest
from storage.transaction import Database, Tx

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""Tuesday, 10:00 in the village."""
BOT = 1000

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Told:
    """One message somebody was told: its words in simplified Chinese, and what it was made of."""

    words: str
    row: OutboxRow
    message: Outgoing

    @property
    def taps(self) -> list[str]:
        """What its buttons would do."""
        return [button.tap or "" for row in self.message.buttons for button in row]


def told(row: OutboxRow) -> Told:
    """An outbox row as its reader would read it."""
    message = row.message
    words = translate(message.text, "zh-Hans") if message.text else ""
    if message.content is not None:
        words += f"\n[{message.content.kind}] {message.content.text}"
    return Told(words, row, message)


@dataclass
class Town:
    """The example county on a database; `now` is everybody's clock and may be moved."""

    database: Database
    now: datetime = NOW
    told: dict[int, list[Told]] = field(default_factory=lambda: defaultdict(list))
    _settled: int = 0
    _said: int = 100

    def passes(self, **time: float) -> None:
        """Let time pass (timedelta's arguments)."""
        self.now += timedelta(**time)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Tx]:
        """A transaction now; what it tells people is kept once it is committed."""
        async with self.database.begin(self.now, BOT) as tx:
            yield tx
        for row in tx.queued:
            self.told[row.chat_id].append(told(row))

    async def settle(
        self, name: str, *roles: str, center: str = "maqu", village: str | None = "上马曲"
    ) -> int:
        """Somebody registered, with these roles; their account's id."""
        self._settled += 1
        account_id = 5_000_000_000 + self._settled
        async with self.begin() as tx:
            await settle(tx, account_id, center=center, name=name, village=village, roles_held=roles)
        return account_id

    async def enrol(
        self, name: str, *, center: str = "maqu", village: str = "上马曲", phone: str | None = None
    ) -> int:
        """Put a person on the roster, in a household of their own; the person's id."""
        async with self.begin() as tx:
            unit = await units.unit_by_code(tx, center)
            assert unit is not None
            where = next(one.id for one in await units.villages(tx, unit.id) if one.name == village)
            count = len(await people.households(tx, unit.id)) + 1
            household = Household(center_id=unit.id, village_id=where, code=f"H{count}", tags=[])
            await people.add_all(tx, [household])
            person = Person(
                center_id=unit.id,
                household_id=household.id,
                code=f"P{count}",
                name=name,
                name_key=people.name_key(name),
                phone=phone,
                phone_key=people.phone_key(phone) if phone else None,
                tags=[],
            )
            await people.add_all(tx, [person])
            return person.id

    async def do(
        self,
        who: int,
        use_case: Callable[Concatenate[Tx, Account, P], Awaitable[R]],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Let somebody do something, in a transaction of its own; a refusal is raised after it was committed,
        because the chat answers it and commits: nothing may have been changed."""
        async with self.begin() as tx:
            try:
                return await use_case(tx, await self.account(tx, who), *args, **kwargs)
            except RefusedError as error:
                refusal = error
        raise refusal

    @staticmethod
    async def account(tx: Tx, who: int) -> Account:
        """Somebody's account in this transaction."""
        found = await people.account(tx, who)
        assert found is not None
        return found

    def says(self, words: str = "", **content: Any) -> Said:
        """A message of its own id."""
        self._said += 1
        return Said(content=Content(text=words, **content), message_id=self._said)

    async def ask(
        self,
        who: int,
        line: str = "assistance",
        words: str = "家里没人做饭",
        *,
        center: str = "maqu",
        **need: Any,
    ) -> int:
        """Send a request; its id."""
        said: Sequence[Said] = need.pop("said", None) or [self.says(words)]
        async with self.begin() as tx:
            unit = await units.unit_by_code(tx, center)
            assert unit is not None
            row = await requests.submit(
                tx, await self.account(tx, who), unit.id, Need(line=line, said=said, **need)
            )
            return row.id

    async def request(self, request_id: int) -> ServiceRequest:
        """The request as it is kept."""
        async with self.database.begin(self.now, BOT) as tx:
            row = await stored.request(tx, request_id)
            assert row is not None
            return row

    async def history(self, request_id: int) -> list[tuple[str, str | None, str, int | None, str | None]]:
        """Its history: action, from, to, who, why."""
        async with self.database.begin(self.now, BOT) as tx:
            moves = await stored.moves(tx, request_id)
            return [(one.action, one.from_status, one.to_status, one.actor_id, one.reason) for one in moves]

    async def openings(self, request_id: int) -> list[int]:
        """Who opened a confidential request, in order."""
        from sqlalchemy import select

        async with self.database.begin(self.now, BOT) as tx:
            query = select(Opening.account_id).where(Opening.request_id == request_id).order_by(Opening.id)
            return list(await tx.session.scalars(query))

    def heard(self, who: int) -> str:
        """Everything somebody was told, in order."""
        return "\n".join(one.words for one in self.told[who])

    def last(self, who: int) -> Told:
        """The last thing somebody was told."""
        return self.told[who][-1]

    def forget(self) -> None:
        """From here on only what is told later counts."""
        self.told.clear()
