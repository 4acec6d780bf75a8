"""What was answered at roll calls: by each person of their own household, of others, and by household."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import and_, case, func, select, union_all

from domain.rollcall import RANK
from storage.memo import remembered
from storage.notice_readers import NoticeDoor, NoticeReader, RollCallWord
from storage.people import Household, Membership, Person
from storage.requests import ServiceRequest
from storage.rollcalls import RollCall
from storage.transaction import Tx


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


async def home(tx: Tx, center_id: int, account_id: int) -> Home:
    """Where somebody belongs at a center; asked once for all of a batch."""
    known, place = await _homes(tx), (center_id, account_id)
    if account_id not in tx.mind.asked_for and place not in known:
        known.update(await _read_homes(tx, [account_id]))
    return known.get(place, Home())


@remembered(Membership, Person, Household)
async def _homes(tx: Tx) -> dict[tuple[int, int], Home]:
    return await _read_homes(tx, tx.mind.asked_for)


async def _read_homes(tx: Tx, account_ids: Collection[int]) -> dict[tuple[int, int], Home]:
    query = (
        select(Membership.center_id, Membership.account_id, Household.id, Household.village_id)
        .join(Person, Person.id == Membership.person_id)
        .join(Household, Household.id == Person.household_id)
        .where(Membership.account_id.in_(account_ids))
    )
    found = await tx.session.execute(query)
    return {(center_id, account_id): Home(*where) for center_id, account_id, *where in found}


async def answers(tx: Tx, call: RollCall, account_id: int) -> dict[tuple[int, int], str | None]:
    """What was answered so far, by notice and account: by all of a batch, this account among them. Whoever
    keeps another answer writes it in here too."""
    found = await _answers(tx)
    if account_id not in tx.mind.asked_for or call.ended_at is not None:
        own = select(NoticeReader.answer).where(
            NoticeReader.notice_id == call.notice_id, NoticeReader.account_id == account_id
        )
        for answer in await tx.session.scalars(own):
            found[call.notice_id, account_id] = answer
    return found


@remembered(NoticeReader, RollCall)
async def _answers(tx: Tx) -> dict[tuple[int, int], str | None]:
    query = (
        select(NoticeReader.notice_id, NoticeReader.account_id, NoticeReader.answer)
        .join(RollCall, RollCall.notice_id == NoticeReader.notice_id)
        .join(
            Membership,
            and_(
                Membership.center_id == RollCall.center_id, Membership.account_id == NoticeReader.account_id
            ),
        )
        .where(RollCall.ended_at.is_(None), Membership.account_id.in_(tx.mind.asked_for))
    )
    found = await tx.session.execute(query)
    return {(notice_id, account_id): answer for notice_id, account_id, answer in found}


def put(tx: Tx, row: NoticeReader) -> None:
    """Keep somebody's first answer: all of a batch are written by one statement."""
    tx.mind.append(row)


async def add(tx: Tx, row: RollCallWord) -> None:
    """Keep what somebody says of another household."""
    tx.session.add(row)
    await tx.session.flush()


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
