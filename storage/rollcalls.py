"""Roll calls: where one is under way, what was answered of which household, and the boards that show it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple, cast

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    and_,
    case,
    func,
    select,
    union_all,
)
from sqlalchemy.orm import Mapped, mapped_column

from domain.rollcall import RANK, Report
from storage.base import Base, EncryptedJson, UtcDateTime, partial
from storage.memo import remembered
from storage.notice_readers import NoticeDoor, NoticeReader, RollCallWord
from storage.people import Household, Membership, Person
from storage.requests import ServiceRequest
from storage.transaction import Tx

_OPEN = "ended_at IS NULL"


class RollCall(Base):
    """A roll call of one center; an office calls each of its centers by itself. It runs until somebody ends
    it, however long the notice takes that asks everybody."""

    __tablename__ = "roll_call"
    __table_args__ = (
        CheckConstraint("(ended_at is null) = (report is null)", name="ended"),
        Index("ix_roll_call_center", "center_id", "notice_id"),
        partial("uq_roll_call_open", "center_id", where=_OPEN, unique=True),
        partial("ix_roll_call_begun", "begun_at", where=_OPEN),
    )

    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"), primary_key=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    villages: Mapped[list[int]] = mapped_column(JSON)
    """The natural villages that are called; none for all of the center."""
    kind: Mapped[str] = mapped_column(String(10))
    """The kind of emergency that somebody is in who needs help."""
    begun_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_by_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("account.id"))
    report: Mapped[dict[str, Any] | None] = mapped_column(EncryptedJson)
    """What it brought, as a packed Report (domain/rollcall.py)."""

    @property
    def brought(self) -> Report:
        """What it brought, once it is over."""
        return Report.model_validate(self.report or {})

    def calls(self, village_id: int | None) -> bool:
        """Whether it is for those of this natural village."""
        return not self.villages or village_id in self.villages


class RollCallBoard(Base):
    """The live board of a unit: when it is looked at next (None when nothing runs), and what it said last."""

    __tablename__ = "roll_call_board"
    __table_args__ = (partial("ix_roll_call_board_look", "look_at", where="look_at IS NOT NULL"),)

    unit_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"), primary_key=True)
    look_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    shown: Mapped[int] = mapped_column(default=-1)


class Home(NamedTuple):
    """Where somebody belongs by the roster, as far as it knows."""

    household_id: int | None = None
    village_id: int | None = None


class Told(NamedTuple):
    """An answer as it stands: of which household (None: the roster does not know them), and by whom."""

    household_id: int | None
    account_id: int
    answer: str
    at: datetime
    note: str | None
    request_id: int | None


async def add(tx: Tx, row: RollCall | RollCallWord | RollCallBoard) -> None:
    """Add a roll call, a word or a board."""
    tx.session.add(row)
    await tx.session.flush()


async def one(tx: Tx, notice_id: int) -> RollCall | None:
    """The roll call that goes with a notice; a batch of answers asks for it once."""
    return await tx.session.get(RollCall, notice_id)


async def locked(tx: Tx, notice_id: int) -> RollCall | None:
    """The same, locked until the commit."""
    return await tx.lock(RollCall, notice_id)


async def open_at(tx: Tx, center_ids: Collection[int]) -> list[RollCall]:
    """The roll calls under way at these centers, one at each at most, the oldest first."""
    query = select(RollCall).where(RollCall.center_id.in_(center_ids), RollCall.ended_at.is_(None))
    return list(await tx.session.scalars(query.order_by(RollCall.notice_id)))


async def open_ids(tx: Tx) -> list[int]:
    """The notices of all roll calls under way, the oldest first."""
    query = select(RollCall.notice_id).where(RollCall.ended_at.is_(None)).order_by(RollCall.notice_id)
    return list(await tx.session.scalars(query))


async def latest(tx: Tx, center_ids: Collection[int]) -> list[RollCall]:
    """The newest roll call of each of these centers, the oldest of them first."""
    newest = select(func.max(RollCall.notice_id)).where(RollCall.center_id.in_(center_ids))
    query = select(RollCall).where(RollCall.notice_id.in_(newest.group_by(RollCall.center_id)))
    return list(await tx.session.scalars(query.order_by(RollCall.notice_id)))


async def forgotten(tx: Tx, lasts: timedelta) -> RollCall | None:
    """A roll call that nobody has ended for so long, locked."""
    query = select(RollCall).where(RollCall.ended_at.is_(None), RollCall.begun_at <= tx.now - lasts)
    query = query.order_by(RollCall.begun_at).limit(1).with_for_update(skip_locked=True)
    return (await tx.session.scalars(query)).one_or_none()


async def home(tx: Tx, center_id: int, account_id: int) -> Home:
    """Where somebody belongs at a center; asked once for all of a batch."""
    known = await _homes(tx, center_id)
    if account_id not in known:
        known.update(await _read_homes(tx, center_id, [account_id]))
    return known.get(account_id, Home())


@remembered(Membership, Person, Household)
async def _homes(tx: Tx, center_id: int) -> dict[int, Home]:
    wanted = tx.mind.asked_for
    return dict.fromkeys(wanted, Home()) | await _read_homes(tx, center_id, wanted)


async def _read_homes(tx: Tx, center_id: int, account_ids: Collection[int]) -> dict[int, Home]:
    query = (
        select(Membership.account_id, Household.id, Household.village_id)
        .join(Person, Person.id == Membership.person_id)
        .join(Household, Household.id == Person.household_id)
        .where(Membership.center_id == center_id, Membership.account_id.in_(account_ids))
    )
    return {
        account_id: Home(household_id, village_id)
        for account_id, household_id, village_id in await tx.session.execute(query)
    }


async def answers(tx: Tx, notice_id: int, account_id: int) -> dict[int, str | None]:
    """What those of a batch, this account among them, have answered so far: those who have not are missing.
    Whoever keeps another answer writes it in here too."""
    found = await _answers(tx, notice_id)
    if account_id not in tx.mind.asked_for and account_id not in found:
        found.update(await _read_answers(tx, notice_id, [account_id]))
    return found


@remembered(NoticeReader)
async def _answers(tx: Tx, notice_id: int) -> dict[int, str | None]:
    return await _read_answers(tx, notice_id, tx.mind.asked_for)


async def _read_answers(tx: Tx, notice_id: int, account_ids: Collection[int]) -> dict[int, str | None]:
    query = select(NoticeReader.account_id, NoticeReader.answer).where(
        NoticeReader.notice_id == notice_id, NoticeReader.account_id.in_(account_ids)
    )
    return {account_id: answer for account_id, answer in await tx.session.execute(query)}  # noqa: C416 - rows are no pairs


def put(tx: Tx, row: NoticeReader) -> None:
    """Keep somebody's first answer: all of a batch are written by one statement."""
    tx.mind.append(row)


async def word(tx: Tx, notice_id: int, household_id: int, account_id: int) -> RollCallWord | None:
    """What somebody has said of another household."""
    return await tx.session.get(RollCallWord, (notice_id, household_id, account_id))


async def door(tx: Tx, notice_id: int, household_id: int) -> NoticeDoor | None:
    """The door of a household at which somebody has to knock."""
    return await tx.session.get(NoticeDoor, (notice_id, household_id))


async def totals(tx: Tx, call: RollCall) -> dict[int | None, int]:
    """How many households are called, by natural village."""
    query = select(Household.village_id, func.count()).where(_called(call)).group_by(Household.village_id)
    return {village_id: count for village_id, count in await tx.session.execute(query)}  # noqa: C416 - rows are no pairs


async def standings(tx: Tx, call: RollCall) -> dict[int | None, dict[str, int]]:
    """How many of the called households that were heard of stand how, by natural village: each is as its
    worst answer."""
    said = _said(call.notice_id).subquery()
    rank = func.max(case(RANK, value=said.c.answer)).label("rank")
    home = select(said.c.household_id, rank).group_by(said.c.household_id).subquery()
    query = (
        select(Household.village_id, home.c.rank, func.count())
        .join(home, home.c.household_id == Household.id)
        .where(_called(call))
        .group_by(Household.village_id, home.c.rank)
    )
    named = {rank: answer for answer, rank in RANK.items()}
    found: dict[int | None, dict[str, int]] = {}
    for village_id, worst, count in await tx.session.execute(query):
        found.setdefault(village_id, {})[named[worst]] = count
    return found


def _called(call: RollCall) -> Any:
    here = Household.center_id == call.center_id
    return and_(here, Household.village_id.in_(call.villages)) if call.villages else here


def _said(notice_id: int) -> Any:
    """All answers of households, by their people and of them."""
    own = select(NoticeReader.household_id, NoticeReader.answer).where(
        NoticeReader.notice_id == notice_id,
        NoticeReader.household_id.is_not(None),
        NoticeReader.answer.is_not(None),
    )
    of_them = select(RollCallWord.household_id, RollCallWord.answer).where(
        RollCallWord.notice_id == notice_id
    )
    return union_all(own, of_them)


async def others(tx: Tx, notice_id: int) -> dict[str, int]:
    """How many of those whom the roster does not know gave each answer."""
    query = (
        select(NoticeReader.answer, func.count())
        .where(NoticeReader.notice_id == notice_id, NoticeReader.household_id.is_(None))
        .where(NoticeReader.answer.is_not(None))
        .group_by(NoticeReader.answer)
    )
    return {cast(str, answer): count for answer, count in await tx.session.execute(query)}


async def told(
    tx: Tx, notice_id: int, *, household_id: int | None = None, answer: str | None = None
) -> list[Told]:
    """All answers as they stand, the oldest first; only those of a household, or only of one kind."""
    own = select(
        NoticeReader.household_id,
        NoticeReader.account_id,
        NoticeReader.answer,
        NoticeReader.answered_at,
        NoticeReader.note,
        NoticeReader.request_id,
    ).where(NoticeReader.notice_id == notice_id, NoticeReader.answer.is_not(None))
    of_them = select(
        RollCallWord.household_id,
        RollCallWord.account_id,
        RollCallWord.answer,
        RollCallWord.at,
        RollCallWord.request_id,
    ).where(RollCallWord.notice_id == notice_id)
    if household_id is not None:
        own = own.where(NoticeReader.household_id == household_id)
        of_them = of_them.where(RollCallWord.household_id == household_id)
    if answer is not None:
        own, of_them = own.where(NoticeReader.answer == answer), of_them.where(RollCallWord.answer == answer)
    found = [Told(*cast(Any, row)) for row in await tx.session.execute(own)]
    for home_id, account_id, said, at, request_id in await tx.session.execute(of_them):
        found.append(Told(home_id, account_id, said, at, None, request_id))
    return sorted(found, key=lambda one: (one.at, one.account_id))


async def households(tx: Tx, call: RollCall) -> list[Household]:
    """The households that are called, in the order of their natural villages and numbers."""
    query = select(Household).where(_called(call))
    return list(await tx.session.scalars(query.order_by(Household.village_id, Household.code)))


async def nobody_there(tx: Tx, notice_id: int) -> set[int]:
    """The households at whose doors somebody knocked and nobody was in."""
    query = select(NoticeDoor.household_id).where(
        NoticeDoor.notice_id == notice_id, NoticeDoor.state == "nobody"
    )
    return set(await tx.session.scalars(query))


async def came_of(tx: Tx, notice_ids: Sequence[int]) -> list[ServiceRequest]:
    """The requests that came of these roll calls, the oldest first."""
    own = select(NoticeReader.request_id).where(
        NoticeReader.notice_id.in_(notice_ids), NoticeReader.request_id.is_not(None)
    )
    of_them = select(RollCallWord.request_id).where(
        RollCallWord.notice_id.in_(notice_ids), RollCallWord.request_id.is_not(None)
    )
    ids = {one for one in await tx.session.scalars(union_all(own, of_them)) if one is not None}
    query = select(ServiceRequest).where(ServiceRequest.id.in_(ids)).order_by(ServiceRequest.id)
    return list(await tx.session.scalars(query))


async def board(tx: Tx, unit_id: int) -> RollCallBoard | None:
    """The board of a unit, locked until the commit."""
    return await tx.lock(RollCallBoard, unit_id)


async def board_due(tx: Tx) -> RollCallBoard | None:
    """The board that has waited longest to be looked at, locked."""
    query = (
        select(RollCallBoard)
        .where(RollCallBoard.look_at <= tx.now)
        .order_by(RollCallBoard.look_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    return (await tx.session.scalars(query)).one_or_none()
