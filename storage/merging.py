"""Requests that are done together: what is merged into what, and what might be."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import aliased

from storage.people import Membership, Person
from storage.requests import OPEN, RequestMove, ServiceRequest, is_idle, is_open
from storage.transaction import Tx


async def children(tx: Tx, main_id: int, statuses: Collection[str] = OPEN) -> list[ServiceRequest]:
    """What is merged into a request and in one of these states, the oldest first, locked."""
    query = select(ServiceRequest).where(
        ServiceRequest.merged_into_id == main_id, ServiceRequest.status.in_(statuses)
    )
    query = query.order_by(ServiceRequest.id).with_for_update().execution_options(populate_existing=True)
    return list(await tx.session.scalars(query))


async def all_children(tx: Tx, main_id: int) -> list[ServiceRequest]:
    """Whatever was merged into a request, over or not."""
    query = select(ServiceRequest).where(ServiceRequest.merged_into_id == main_id)
    return list(await tx.session.scalars(query.order_by(ServiceRequest.id)))


async def last_move(tx: Tx, request_id: int) -> RequestMove | None:
    """The newest row of a request's history."""
    query = select(RequestMove).where(RequestMove.request_id == request_id)
    return (await tx.session.scalars(query.order_by(RequestMove.id.desc()).limit(1))).one_or_none()


async def beside(tx: Tx, row: ServiceRequest, *, offset: int = 0, limit: int = 5) -> list[ServiceRequest]:
    """What its holder has besides that could be done together with a request, the newest first."""
    query = select(ServiceRequest).where(
        ServiceRequest.holder_id == row.holder_id,
        ServiceRequest.center_id == row.center_id,
        ServiceRequest.line == row.line,
        ServiceRequest.urgent == row.urgent,
        ServiceRequest.id != row.id,
        is_open(),
        ServiceRequest.merged_into_id.is_(None),
    )
    query = query.order_by(ServiceRequest.id.desc()).offset(offset).limit(limit)
    return list(await tx.session.scalars(query))


async def astray(tx: Tx) -> ServiceRequest | None:
    """An open request that is merged into one which it does not follow: that is over, merged itself, or
    somewhere else; locked."""
    main = aliased(ServiceRequest)
    apart = or_(
        main.status.not_in(OPEN),
        main.merged_into_id.is_not(None),
        main.holder_id.is_distinct_from(ServiceRequest.holder_id),
        main.step != ServiceRequest.step,
        main.line != ServiceRequest.line,
        main.due_at.is_distinct_from(ServiceRequest.due_at),
    )
    query = select(ServiceRequest).join(main, main.id == ServiceRequest.merged_into_id)
    # "more than 0" is every id; "not null" would let SQLite look through all that is open
    query = query.where(ServiceRequest.merged_into_id > 0, is_open(), apart)
    query = query.order_by(ServiceRequest.merged_into_id).limit(1)
    locked = query.with_for_update(of=ServiceRequest, skip_locked=True)
    return (await tx.session.scalars(locked)).one_or_none()


async def asked_of(
    tx: Tx,
    center_id: int,
    line: str,
    *,
    asker_id: int,
    person_id: int | None,
    household_ids: Collection[int],
    limit: int = 20,
) -> list[ServiceRequest]:
    """The open requests of a line at a center that an account asked for on behalf of a person (or of nobody
    on the roster), and those that concern these households, whoever asked. The newest first; no emergencies.
    """
    if not household_ids and is_idle(tx, asker_id):
        return []
    persons = select(Person.id).where(Person.household_id.in_(household_ids))
    accounts = select(Membership.account_id).where(
        Membership.center_id == center_id, Membership.person_id.in_(persons)
    )
    for_themselves = ServiceRequest.person_name.is_(None) & ServiceRequest.asker_id.in_(accounts)
    own = (ServiceRequest.asker_id == asker_id) & ServiceRequest.person_id.is_not_distinct_from(person_id)
    # Whatever hides a request from others of its household is one more condition here.
    of_household = and_(or_(for_themselves, ServiceRequest.person_id.in_(persons)))
    query = select(ServiceRequest).where(
        ServiceRequest.center_id == center_id,
        ServiceRequest.line == line,
        is_open(),
        ServiceRequest.urgent.is_(False),
        or_(own, of_household),
    )
    return list(await tx.session.scalars(query.order_by(ServiceRequest.id.desc()).limit(limit)))
