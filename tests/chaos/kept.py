"""What the database says, as plain values for the books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import or_, select

from bot.rendering import render
from bot.words import translate
from storage.notices import Notice
from storage.outbox import Outbox, OutboxRow
from storage.people import Membership
from storage.requests import RequestMove, ServiceRequest
from storage.thread import RequestEntry
from storage.transaction import Database, Tx
from storage.units import OrgUnit
from storage.updates import FailedUpdate, SeenUpdate
from tests.chaos.heard import place_of
from tests.chaos.place import HALL


@dataclass(frozen=True)
class Row:
    """A row of the outbox; `words` as its reader sees them, `callback_id` if it answers a tap."""

    id: int
    chat_id: int
    method: str
    state: str
    words: str = ""
    callback_id: str = ""
    message_id: int | None = None
    error: str = ""
    due: bool = True
    request: bool = False
    """Whether it is about a request: then it may be taken back before it goes."""
    created_at: datetime | None = None

    @property
    def place(self) -> tuple[int, str]:
        return self.chat_id, self.words


@dataclass
class Kept:
    """What people's acts came to."""

    seen: dict[int, datetime] = field(default_factory=dict)
    failed: Counter[int] = field(default_factory=Counter)
    members: dict[int, str] = field(default_factory=dict)
    requests: dict[int, int] = field(default_factory=dict)
    """Who asked, by request."""
    ratings: dict[int, int | None] = field(default_factory=dict)
    entries: list[tuple[int, int, str]] = field(default_factory=list)
    """Request, author, words."""
    moves: list[tuple[int, int, str]] = field(default_factory=list)
    """Request, actor, action: those that people made."""


async def acts(tx: Tx) -> Kept:
    """Everything but messages."""
    session = tx.session
    hall = await session.scalar(select(OrgUnit.id).where(OrgUnit.code == HALL))
    seen = select(SeenUpdate.update_id, SeenUpdate.at)
    requests = list(await session.scalars(select(ServiceRequest)))
    moves = select(RequestMove.request_id, RequestMove.actor_id, RequestMove.action)
    return Kept(
        seen={one.update_id: one.at for one in await session.execute(seen)},
        failed=Counter(one or 0 for one in await session.scalars(select(FailedUpdate.update_id))),
        members={
            one.account_id: one.name
            for one in await session.scalars(select(Membership).where(Membership.center_id != hall))
        },
        requests={one.id: one.asker_id for one in requests},
        ratings={one.id: one.rating for one in requests},
        entries=[
            (one.request_id, one.author_id, one.content.get("text", ""))
            for one in await session.scalars(select(RequestEntry))
        ],
        moves=[
            (request, actor, action)
            for request, actor, action in await session.execute(moves)
            if actor is not None
        ],
    )


async def claims(tx: Tx) -> dict[tuple[int, int], int]:
    """How many sent rows say that a message of a chat is theirs."""
    query = select(Outbox.chat_id, Outbox.message_id).where(Outbox.state == "sent", Outbox.method == "send")
    return Counter((chat_id, message_id) for chat_id, message_id in await tx.session.execute(query))


async def rows(tx: Tx, chats: Collection[int] | None = None) -> list[Row]:
    """All rows; with `chats` only what waits to be sent to these."""
    query = select(Outbox.__table__).order_by(Outbox.id)
    if chats is not None:
        query = query.where(Outbox.state == "waiting", Outbox.method != "answer", Outbox.chat_id.in_(chats))
    return [_row(OutboxRow(**one), tx.now) for one in (await tx.session.execute(query)).mappings()]


def _row(one: OutboxRow, now: datetime) -> Row:
    words = ""
    if one.method in ("send", "edit"):
        call = render(one, translate, one.message_id if one.method == "edit" else None)[0]
        words = place_of({**call.params, "chat_id": one.chat_id})[1]
    return Row(
        id=one.id,
        chat_id=one.chat_id,
        method=one.method,
        state=one.state,
        words=words,
        callback_id=one.message.callback_id or "",
        message_id=one.message_id,
        error=one.error or "",
        due=one.not_before is None or one.not_before <= now or one.attempts > 0,
        request=one.request_id is not None,
        created_at=one.created_at,
    )


async def unsent(database: Database) -> int:
    """How many rows wait that may be sent now, and how many notices have not reached everybody yet
    as they are now."""
    async with database.begin() as tx:
        query = select(Outbox.id).where(
            Outbox.state == "waiting",
            or_(Outbox.not_before.is_(None), Outbox.not_before <= tx.now, Outbox.attempts > 0),
        )
        writing = select(Notice.id).where(or_(Notice.state != "done", Notice.sweep_until.is_not(None)))
        return len([*await tx.session.scalars(query), *await tx.session.scalars(writing)])
