"""Answering a roll call: for one's own household, for one that somebody acts for, and at a door."""

from __future__ import annotations

from dataclasses import dataclass

from domain.catalogue import CATALOGUE
from domain.messages import t
from domain.proxies import Standing
from domain.requests import REASON_LIMIT
from domain.rollcall import FINDINGS, RANK
from services import rollcall_help
from services.errors import NotFoundError, RefusedError
from storage import notice_readers, people, proxies, rollcall_answers, rollcalls
from storage.notice_readers import NoticeReader, RollCallWord
from storage.people import Account, Household
from storage.requests import ServiceRequest
from storage.rollcalls import RollCall
from storage.transaction import Tx


@dataclass(frozen=True)
class Answered:
    """What became of an answer: what was answered before (None: nothing), and the request that was made of
    it, if one was."""

    call: RollCall
    before: str | None = None
    request: ServiceRequest | None = None

    @property
    def hotline(self) -> str:
        """The number to ring first."""
        return CATALOGUE.emergency(self.call.kind).hotline


async def answer(tx: Tx, actor: Account, notice_id: int, said: str) -> Answered:
    """Somebody who is called says how their household is; the last answer of each counts.

    "help" rings the center's people, once while the request goes on, and also when the roll call is over.
    Raises NotFoundError when they are not called or that is no answer, RefusedError when it is over.
    """
    call, village_id = await _called(tx, actor, notice_id)
    if said not in RANK:
        raise NotFoundError
    _check_open(call, said)
    known, place = await rollcall_answers.answers(tx, call, actor.id), (notice_id, actor.id)
    before = known.get(place)
    if place not in known:
        await _keep_first(tx, actor, call, said)
        known[place] = said
    elif before != said:
        await _change(tx, actor, notice_id, before, said)
    made = await _ring(tx, actor, call, village_id) if said == "help" else None
    return Answered(call, before, made)


def _check_open(call: RollCall, said: str) -> None:
    """Whoever needs help is heard even when it is over; it is not in the report any more."""
    if call.ended_at is not None and said != "help":
        raise RefusedError(t("rollcall-over"))


async def _called(tx: Tx, actor: Account, notice_id: int) -> tuple[RollCall, int | None]:
    """The roll call, and the natural village of whoever is called. All of it is in memory after the first
    answer of a batch."""
    call = await rollcalls.one(tx, notice_id)
    here = (one for one in actor.memberships if call is not None and one.center_id == call.center_id)
    member = next(here, None)
    if call is None or member is None or member.joined_at > call.begun_at:
        raise NotFoundError
    home = await rollcall_answers.home(tx, call.center_id, actor.id)
    village_id = home.village_id or member.village_id
    if not call.calls(village_id):
        raise NotFoundError
    return call, village_id


async def _keep_first(tx: Tx, actor: Account, call: RollCall, said: str) -> None:
    home = await rollcall_answers.home(tx, call.center_id, actor.id)
    row = NoticeReader(
        notice_id=call.notice_id,
        account_id=actor.id,
        household_id=home.household_id,
        read_at=tx.now,
        answer=said,
        answered_at=tx.now,
    )
    rollcall_answers.put(tx, row)


async def _change(tx: Tx, actor: Account, notice_id: int, before: str | None, said: str) -> None:
    row = await _reader(tx, actor, notice_id)
    row.answer, row.answered_at, row.note = said, tx.now, None
    if before == "help":
        await rollcall_help.tell_safe(tx, row.request_id)


async def _reader(tx: Tx, actor: Account, notice_id: int) -> NoticeReader:
    row = await notice_readers.reader(tx, notice_id, actor.id)
    if row is None:
        raise NotFoundError
    return row


async def _ring(tx: Tx, actor: Account, call: RollCall, village_id: int | None) -> ServiceRequest | None:
    """The request that is made, None if one rings already."""
    row = await _reader(tx, actor, call.notice_id)
    if await rollcall_help.still_open(tx, row.request_id) is not None:
        return None
    made = await rollcall_help.for_self(tx, actor, call, village_id)
    row.request_id = made.id
    return made


async def where(tx: Tx, actor: Account, notice_id: int, words: str) -> None:
    """Where whoever is not at home is. Raises RefusedError when they have said something else since."""
    row = await _reader(tx, actor, notice_id)
    if row.answer != "away":
        raise RefusedError(t("already-answered"))
    row.note = words.strip()[:REASON_LIMIT] or None


async def acted_for(tx: Tx, actor: Account, notice_id: int) -> list[tuple[Household, str]]:
    """The called households that somebody may answer for, each with the name of the person there who has
    agreed that they act for them. Raises NotFoundError where no roll was called."""
    call = await rollcalls.one(tx, notice_id)
    if call is None:
        raise NotFoundError
    own = (await rollcall_answers.home(tx, call.center_id, actor.id)).household_id
    found: dict[int, tuple[Household, str]] = {}
    for relation in await proxies.of_proxy(tx, actor.id, limit=_MOST):
        if relation.state != Standing.CONFIRMED or relation.person_id is None:
            continue
        person = await people.person(tx, relation.person_id)
        home = await people.household(tx, person.household_id) if person is not None else None
        if home is not None and home.id != own and _is_called(call, home):
            found.setdefault(home.id, (home, relation.person_name))
    return list(found.values())


_MOST = 50
"""People whom one account acts for, at most, that are looked through."""


def _is_called(call: RollCall, home: Household) -> bool:
    return home.center_id == call.center_id and call.calls(home.village_id)


async def answer_for(tx: Tx, actor: Account, notice_id: int, household_id: int, said: str) -> Answered:
    """Say how a household is that one acts for; the last word of each counts, and beside it the answers of
    those who live there. Raises as `answer`, and NotFoundError for a household one does not act for."""
    if household_id not in {home.id for home, _ in await acted_for(tx, actor, notice_id)}:
        raise NotFoundError
    if said not in RANK:
        raise NotFoundError
    return await _say_of(tx, actor, notice_id, household_id, said, at_door=False)


async def found(tx: Tx, actor: Account, notice_id: int, household_id: int, said: str) -> Answered:
    """What whoever knocks at a door has found there: safe, help, or nobody, which is no answer: the household
    stays silent. What becomes of the door itself is its list's business.

    Raises NotFoundError when it is not the actor who has agreed to go there, or that is nothing to be found,
    RefusedError when the roll call is over; "help" rings even then.
    """
    door = await rollcall_answers.door(tx, notice_id, household_id)
    if door is None or door.keeper_id != actor.id or said not in FINDINGS:
        raise NotFoundError
    return await _say_of(tx, actor, notice_id, household_id, said, at_door=True)


async def _say_of(
    tx: Tx, actor: Account, notice_id: int, household_id: int, said: str, *, at_door: bool
) -> Answered:
    call = await rollcalls.one(tx, notice_id)
    if call is None:
        raise NotFoundError
    _check_open(call, said)
    if said == "nobody":
        return Answered(call)
    row = await rollcall_answers.word(tx, notice_id, household_id, actor.id)
    before = row.answer if row is not None else None
    if row is None:
        row = RollCallWord(notice_id=notice_id, household_id=household_id, account_id=actor.id, answer=said)
        row.at = tx.now
        await rollcall_answers.add(tx, row)
    elif before != said:
        row.answer, row.at = said, tx.now
        if before == "help":
            await rollcall_help.tell_safe(tx, row.request_id)
    if said != "help" or await rollcall_help.still_open(tx, row.request_id) is not None:
        return Answered(call, before)
    made = await rollcall_help.for_household(tx, actor, call, household_id, at_door=at_door)
    row.request_id = made.id
    return Answered(call, before, made)
