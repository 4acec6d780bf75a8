"""Whether somebody can sign up: if it is open, if it is for them, and where they have a place already."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from domain.messages import t
from services import signup_people
from services.errors import RefusedError
from services.signup_people import Comer
from storage import signups
from storage.activities import Activity, ActivitySlot
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx


def check_open(tx: Tx, activity: Activity, slot: ActivitySlot, *, listed: bool) -> None:
    """Whether one can sign up at all; an officer still can while it goes on: people walk in. Raises
    RefusedError."""
    if activity.state != "open":
        raise RefusedError(t(f"signup-is-{activity.state}", form=activity.planned.manner))
    ends_at, plan = slot.ends_at, activity.planned
    if ends_at is not None and ends_at <= tx.now:
        raise RefusedError(t("signup-is-over", form=plan.manner))
    if listed:
        return
    if slot.starts_at is not None and slot.starts_at <= tx.now:
        raise RefusedError(t("signup-has-begun", form=plan.manner))
    if plan.closes_at is not None and plan.closes_at <= tx.now:
        raise RefusedError(t("signup-is-closed", form=plan.manner))


async def check_for(tx: Tx, actor: Account, activity: Activity, found: Comer) -> None:
    """Whether it is for somebody. Raises RefusedError; also for the second time to choose where everybody has
    one, and when as many of a household have a place as may."""
    plan = activity.planned
    if plan.whom.bars(village=found.village_id, sex=found.sex, tags=found.tags):
        raise RefusedError(t("signup-not-for", name=found.name))
    if CATALOGUE.activity(plan.kind).once and await _has_another(tx, actor, activity, found):
        raise RefusedError(t("signup-once", name=found.name))
    limit, home = plan.household_limit, found.household_id
    if limit and home and len(await _of_home(tx, actor, activity, home)) >= limit:
        raise RefusedError(t("signup-household-full", count=limit))


async def _has_another(tx: Tx, actor: Account, activity: Activity, found: Comer) -> bool:
    return any(one.activity_id == activity.id for one in await others(tx, actor, found))


async def others(tx: Tx, actor: Account, found: Comer) -> list[Signup]:
    """Everywhere somebody has a seat or wants one, as far as the actor may know."""
    return await _known(tx, actor, await signups.of_subject(tx, found.subject))


async def _of_home(tx: Tx, actor: Account, activity: Activity, household_id: int) -> list[Signup]:
    return await _known(tx, actor, await signups.in_household(tx, activity.id, household_id))


async def _known(tx: Tx, actor: Account, rows: list[Signup]) -> list[Signup]:
    """A refusal would say as much as a list: that somebody is there of whom the actor does not know it."""
    return [one for one in rows if await signup_people.knows(tx, actor, one)]
