"""What is about to be sent may have been asked for already, by the same person or in the same household."""

from __future__ import annotations

from collections.abc import Collection

from domain.catalogue import CATALOGUE
from domain.messages import Outgoing, Text, t
from services import cards, merging, relations, requests, thread
from services.errors import RefusedError
from services.outbox import tell
from services.requests import Need
from storage import conflicts, people
from storage import merging as stored
from storage.people import Account
from storage.requests import ServiceRequest
from storage.requests import request as locked
from storage.transaction import Tx

MOST = 3
"""Requests that are offered to be added to."""


async def likely(tx: Tx, asker: Account, center_id: int, need: Need) -> list[ServiceRequest]:
    """The open requests that this need may say once more, the newest first: the asker's own for the same
    person; and unless the line is confidential those of the household that it concerns."""
    homes = () if CATALOGUE.line(need.line).confidential else await _households(tx, asker, center_id, need)
    found = await stored.asked_of(
        tx, center_id, need.line, asker_id=asker.id, person_id=need.person_id, household_ids=homes
    )
    return [row for row in found if await _fits(tx, asker, need, row)][:MOST]


async def _households(tx: Tx, asker: Account, center_id: int, need: Need) -> Collection[int]:
    """The household of whoever it is for, if the roster knows them."""
    member = next((one for one in asker.memberships if one.center_id == center_id), None)
    own = member.person_id if member and need.person_name is None else None
    person_id = need.person_id or own
    person = await people.person(tx, person_id) if person_id else None
    return () if person is None or person.center_id != center_id else (person.household_id,)


async def _fits(tx: Tx, asker: Account, need: Need, row: ServiceRequest) -> bool:
    """Whether the two could be one: asked as openly, about the same notice, kept from the same people, and
    never of somebody else who gave no name."""
    if row.anonymous != need.anonymous or (row.anonymous and row.asker_id != asker.id):
        return False
    if row.notice_id != need.notice_id or set(await conflicts.accounts(tx, row.id)) != set(need.about):
        return False
    if row.asker_id == asker.id:  # those for people who are not on the roster are told apart by name
        return bool(need.person_id or row.person_id) or row.person_name == need.person_name
    for_whom = await people.membership_of_person(tx, need.person_id) if need.person_id else None
    return row.holder_id is None or row.holder_id not in (asker.id, for_whom and for_whom.account_id)


async def add(
    tx: Tx, asker: Account, center_id: int, need: Need, request_id: int
) -> tuple[ServiceRequest, Text | None]:
    """Add a need to a request that says the same, and return that and where the words went.

    One's own request takes the words into its thread. To anybody else's it becomes a request of its own,
    with its own number, that is merged into theirs: then it is returned, and no receipt. Raises
    RefusedError when that request is none of the likely ones any more.
    """
    row = next((one for one in await likely(tx, asker, center_id, need) if one.id == request_id), None)
    if row is None:
        raise RefusedError(t("duplicate-gone"))
    if row.asker_id == asker.id:
        return row, await thread.speak(tx, asker, row.id, need.said)
    found = await locked(tx, row.id)
    main = await merging.lead(tx, found) if found else None
    if main is None or not main.open:
        raise RefusedError(t("duplicate-gone"))
    return await _join(tx, asker, center_id, need, main), None


async def _join(tx: Tx, asker: Account, center_id: int, need: Need, main: ServiceRequest) -> ServiceRequest:
    row = await requests.file(tx, asker, center_id, need)
    await merging.attach(tx, row, main, asker)
    await relations.follow_up(tx, row, need.kin)
    holder = await people.account(tx, main.holder_id) if main.holder_id else None
    if holder is not None and row.merged_into_id is not None:
        text = t("told-joined", head=await cards.headline(tx, main), number=row.number)
        tell(tx, holder, Outgoing(text=text), request_id=main.id)
        await thread.hand_merged(tx, row, holder)
    return row
