"""Matching many households at once: what was asked for, what came of it, and what it is made from."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Select, String, func, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId, UtcDateTime, partial
from storage.conflicts import Conflict
from storage.due import next_of
from storage.pairs import Pair
from storage.people import Household, Membership, Person
from storage.requests import ServiceRequest
from storage.tasks import HelpSeat, HelpTask
from storage.transaction import Tx


class MatchPlan(Base):
    """Who should help which households of a center, until somebody approves it.

    state  asked -> ready -> approved -> done, or dropped. `matches` are [household, volunteer, skills that
           are wanted and there, reasons]; `fixed` and `struck` are [household, volunteer], by whoever looks
           after the association.
    """

    __tablename__ = "match_plan"
    __table_args__ = (
        CheckConstraint("state in ('asked','ready','approved','done','dropped')", name="state"),
        CheckConstraint("purpose in ('care','production')", name="purpose"),
        CheckConstraint("rhythm in ('monthly','twice','weekly')", name="rhythm"),
        CheckConstraint("state not in ('asked','approved') or look_at is not null", name="looked_at"),
        partial("ix_match_plan_look", "look_at", where="look_at IS NOT NULL"),
        partial("ix_match_plan_open", "center_id", where="state in ('asked','ready','approved')"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    """Who asked for it, or approved it."""
    state: Mapped[str] = mapped_column(String(8))
    tag: Mapped[str | None] = mapped_column(String(40))
    """For whom: the households with this tag, or with a person who has it; None for all."""
    purpose: Mapped[str] = mapped_column(String(10))
    rhythm: Mapped[str] = mapped_column(String(7))
    fixed: Mapped[list[list[int]]] = mapped_column(JSON, default=list)
    struck: Mapped[list[list[int]]] = mapped_column(JSON, default=list)
    matches: Mapped[list[tuple[int, int, list[str], list[str]]]] = mapped_column(JSON, default=list)
    unserved: Mapped[list[tuple[int, str]]] = mapped_column(JSON, default=list)
    """[household, what stands in the way of most helpers] of those nobody was found for."""
    proposed: Mapped[int] = mapped_column(default=0)
    """How many of the matches have been gone through since it was approved."""
    asked: Mapped[int] = mapped_column(default=0)
    """For how many of these the helper was really asked: meanwhile somebody may have found one."""
    changed: Mapped[bool] = mapped_column(default=False)
    """Whether something was struck or fixed since it was made."""
    look_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When the clock goes on with it: makes it, asks the helpers, or makes another a year later."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


async def add(tx: Tx, row: MatchPlan) -> None:
    """Add a plan; it has its id afterwards."""
    tx.session.add(row)
    await tx.session.flush()


async def plan(tx: Tx, plan_id: int) -> MatchPlan | None:
    """A plan, locked until the commit."""
    return await tx.lock(MatchPlan, plan_id)


async def open_plan(tx: Tx, center_id: int) -> MatchPlan | None:
    """The plan of a center that is being made, looked at, or carried out."""
    query = select(MatchPlan).where(
        MatchPlan.center_id == center_id, MatchPlan.state.in_(("asked", "ready", "approved"))
    )
    return (await tx.session.scalars(query.order_by(MatchPlan.id.desc()).limit(1))).one_or_none()


async def to_look_at(tx: Tx) -> MatchPlan | None:
    """The plan that has waited longest for the clock, locked."""
    query = select(MatchPlan).where(MatchPlan.look_at <= tx.now)
    return await next_of(tx, query, MatchPlan.look_at, MatchPlan.id)


def _without_helper(center_id: int) -> Select[int, int | None, list[str]]:
    """The households of a center that have no open pair."""
    paired = select(Pair.household_id).where(Pair.center_id == center_id, Pair.over_at.is_(None))
    return select(Household.id, Household.village_id, Household.tags).where(
        Household.center_id == center_id, Household.id.not_in(paired)
    )


async def without_helper(tx: Tx, center_id: int) -> dict[int, tuple[int | None, frozenset[str]]]:
    """The households of a center without a helper: the natural village of each, and its tags with those of
    its persons."""
    found: dict[int, tuple[int | None, set[str]]] = {}
    for household_id, village_id, tags in await tx.session.execute(_without_helper(center_id)):
        found[household_id] = (village_id, set(tags))
    persons = select(Person.household_id, Person.tags).where(Person.center_id == center_id)
    for household_id, tags in await tx.session.execute(persons):
        if household_id in found:
            found[household_id][1].update(tags)
    return {home: (village_id, frozenset(tags)) for home, (village_id, tags) in found.items()}


async def heads(tx: Tx, household_ids: Collection[int]) -> dict[int, Person]:
    """The first person of the roster in each of these households: by whose name it goes."""
    first = select(func.min(Person.id)).where(Person.household_id.in_(household_ids))
    query = select(Person).where(Person.id.in_(first.group_by(Person.household_id)))
    return {row.household_id: row for row in await tx.session.scalars(query)}


async def acquainted(tx: Tx, center_id: int) -> set[tuple[int, int]]:
    """Who has helped which household of a center, for a task or as its helper: (account, household)."""
    pairs = select(Pair.helper_id, Pair.household_id).where(
        Pair.center_id == center_id, Pair.over_at.is_not(None), Pair.agreed_by.is_not(None)
    )
    done = select(HelpSeat.account_id, Person.household_id).select_from(HelpSeat)
    done = done.join(HelpTask, HelpTask.id == HelpSeat.task_id)
    done = done.join(ServiceRequest, ServiceRequest.id == HelpTask.request_id)
    done = done.where(HelpTask.center_id == center_id, HelpSeat.state == "done")
    return _pairs(await tx.session.execute(pairs)) | await _through_persons(tx, center_id, done)


async def at_odds(tx: Tx, center_id: int) -> set[tuple[int, int]]:
    """Whom a household of a center has kept a request from: (account, household)."""
    about = select(Conflict.account_id, Person.household_id).select_from(Conflict)
    about = about.join(ServiceRequest, ServiceRequest.id == Conflict.request_id)
    about = about.where(ServiceRequest.center_id == center_id)
    return await _through_persons(tx, center_id, about)


async def _through_persons(tx: Tx, center_id: int, query: Select[int, int]) -> set[tuple[int, int]]:
    """The household of the person a request is for: acted for, or the asker if the roster knows them."""
    for_others = query.join(Person, Person.id == ServiceRequest.person_id)
    own = query.join(Membership, Membership.account_id == ServiceRequest.asker_id)
    own = own.join(Person, Person.id == Membership.person_id)
    own = own.where(ServiceRequest.person_name.is_(None), Membership.center_id == center_id)
    return _pairs(await tx.session.execute(for_others)) | _pairs(await tx.session.execute(own))


def _pairs(rows: Iterable[Any]) -> set[tuple[int, int]]:
    return {(account_id, household_id) for account_id, household_id in rows}
