"""Matching many households at once: a plan is made, looked at, mended, made again and approved."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from domain.matching import Helper, Household, bar
from domain.matching_plan import Plan, solve
from domain.messages import Outgoing, t
from domain.pairs import Purpose
from domain.taps import Go
from domain.tasks import awake
from domain.units import settings_of
from domain.visits import Rhythm
from services import association, cards, matching_people, matching_views, pairs
from services.errors import NotFoundError, RefusedError
from services.outbox import tell
from storage import matching, people, units
from storage.matching import MatchPlan
from storage.people import Account
from storage.transaction import Tx, attempt

PAGE = 4
AT_ONCE = 10
"""Helpers that are asked in one transaction after a plan was approved."""
LATER = timedelta(hours=1)
"""Until a plan is looked at again that is nobody's business just now."""
AGAIN = timedelta(days=365)
"""A year after a plan was carried out another is made for whoever has no helper then."""


async def _officer(tx: Tx, actor: Account) -> int:
    return (await association.center_of(tx, actor)).id


async def choices(tx: Tx, actor: Account) -> list[tuple[str | None, int]]:
    """For which households a plan could be made: each tag with how many without a helper have it, the most
    frequent first; and all of them (None). Raises NotFoundError."""
    homes = await matching.without_helper(tx, await _officer(tx, actor))
    counted = Counter(tag for _, tags in homes.values() for tag in tags)
    return [*sorted(counted.items(), key=lambda one: (-one[1], one[0])), (None, len(homes))]


async def ask(tx: Tx, actor: Account, tag: str | None, purpose: str, rhythm: str) -> MatchPlan:
    """Ask for a plan; the clock makes it. One that is open already is dropped for it.

    Raises NotFoundError, and RefusedError while one is being carried out.
    """
    center_id = await _officer(tx, actor)
    if purpose not in [*Purpose] or rhythm not in [*Rhythm]:
        raise NotFoundError
    before = await matching.open_plan(tx, center_id)
    if before is not None and before.state == "approved":
        raise RefusedError(t("match-under-way"))
    if before is not None:
        before.state, before.look_at = "dropped", None
    row = _new(tx, center_id, actor.id, tag, purpose, rhythm)
    await matching.add(tx, row)
    return row


def _new(tx: Tx, center_id: int, by_id: int, tag: str | None, purpose: str, rhythm: str) -> MatchPlan:
    return MatchPlan(
        center_id=center_id,
        by_id=by_id,
        state="asked",
        tag=tag,
        purpose=purpose,
        rhythm=rhythm,
        fixed=[],
        struck=[],
        matches=[],
        unserved=[],
        proposed=0,
        asked=0,
        changed=False,
        look_at=tx.now,
        created_at=tx.now,
    )


async def one(tx: Tx, actor: Account, plan_id: int) -> MatchPlan:
    """A plan, locked. Raises NotFoundError when it is none of the actor's business."""
    row = await matching.plan(tx, plan_id)
    if row is None:
        raise NotFoundError
    await association.check(tx, actor, row.center_id)
    return row


async def _ready(tx: Tx, actor: Account, plan_id: int) -> MatchPlan:
    row = await one(tx, actor, plan_id)
    if row.state != "ready":
        raise RefusedError(t("already-answered"))
    return row


async def mend(tx: Tx, actor: Account, plan_id: int, household_id: int, *, keep: bool) -> MatchPlan:
    """Fix a household's helper, or strike them out: the next plan is made around it. Done again, it is taken
    back.

    Raises NotFoundError for a household that has no helper in the plan, RefusedError for an old plan.
    """
    row = await _ready(tx, actor, plan_id)
    found = next((one for one in row.matches if one[0] == household_id), None)
    if found is None:
        raise NotFoundError
    pair = [found[0], found[1]]
    fixed = [one for one in row.fixed if one[0] != household_id]
    struck = [one for one in row.struck if one != pair]
    if keep and pair not in row.fixed:
        fixed.append(pair)
    elif not keep and pair not in row.struck:
        struck.append(pair)
    row.fixed, row.struck, row.changed = fixed, struck, True
    return row


async def again(tx: Tx, actor: Account, plan_id: int) -> MatchPlan:
    """Make the plan again around what was fixed and struck out. Raises as `mend` does."""
    row = await _ready(tx, actor, plan_id)
    row.state, row.look_at = "asked", tx.now
    return row


async def approve(tx: Tx, actor: Account, plan_id: int) -> MatchPlan:
    """Approve it: the helpers are asked, a few at a time. Raises as `mend` does, and RefusedError when
    something was struck out since it was made, or it has nobody."""
    row = await _ready(tx, actor, plan_id)
    if row.changed and row.struck:
        raise RefusedError(t("match-again-first"))
    if not row.matches:
        raise RefusedError(t("match-nobody"))
    row.state, row.look_at, row.by_id = "approved", tx.now, actor.id
    return row


async def drop(tx: Tx, actor: Account, plan_id: int) -> MatchPlan:
    """It is not wanted. Raises as `mend` does."""
    row = await _ready(tx, actor, plan_id)
    row.state = "dropped"
    return row


async def go_on_one(tx: Tx) -> bool:
    """Go on with one plan: make it, ask the next of its helpers, or a year later make another. Returns
    whether there was one."""
    row = await matching.to_look_at(tx)
    if row is None:
        return False
    officer = await _whose(tx, row)
    if officer is None:
        row.look_at = tx.now + LATER
    elif row.state == "asked":
        await _make(tx, row, officer)
    elif row.state == "approved":
        await _propose(tx, row, officer)
    elif (morning := awake(tx.now, settings_of(await units.unit_of(tx, row.center_id)).zone)) > tx.now:
        row.look_at = morning  # a year is over in the middle of the night
    else:
        row.look_at = None
        if await matching.open_plan(tx, row.center_id) is None:
            await matching.add(tx, _new(tx, row.center_id, officer.id, row.tag, row.purpose, row.rhythm))
    return True


async def _whose(tx: Tx, row: MatchPlan) -> Account | None:
    """Whose business a plan is now: that of whoever asked for it, unless they have lost the role since or
    only stood in; None while nobody can be reached."""
    found = [one.id for one in await association.officers(tx, row.center_id)]
    if found and row.by_id not in found:
        row.by_id = found[0]
    return await people.account(tx, row.by_id) if found else None


async def _make(tx: Tx, row: MatchPlan, officer: Account) -> None:
    known = await matching_people.known(tx, row.center_id)
    helpers, _ = await matching_people.helpers(tx, row.center_id, known)
    homes = [
        matching_people.household(household_id, village_id, known)
        for household_id, (village_id, tags) in (await matching.without_helper(tx, row.center_id)).items()
        if row.tag is None or row.tag in tags
    ]
    fixed = _still(row.fixed, homes, helpers)
    struck = [(home, helper) for home, helper in row.struck]
    plan = await asyncio.to_thread(solve, homes, helpers, fixed=fixed, struck=struck)
    row.matches = [
        (one.household_id, one.helper_id, sorted(one.fit.skills), [*one.fit.reasons]) for one in plan.matches
    ]
    row.unserved = _unserved(plan, homes, helpers)
    row.fixed = [list(one) for one in fixed.items()]
    row.state, row.look_at, row.changed = "ready", None, False
    tell(tx, officer, await matching_views.card(tx, row))


def _still(
    pairs_: Sequence[Sequence[int]], homes: Sequence[Household], helpers: Sequence[Helper]
) -> dict[int, int]:
    """What was fixed and can still be: meanwhile a household may have found somebody, or a helper be full."""
    waiting, at_hand = {one.id: one for one in homes}, {one.id: one for one in helpers}
    kept: dict[int, int] = {}
    places = Counter({one.id: one.ceiling - one.load for one in helpers})
    for home, helper in pairs_:
        both = home in waiting and helper in at_hand
        if both and places[helper] > 0 and bar(waiting[home], at_hand[helper]) is None:
            kept[home] = helper
            places[helper] -= 1
    return kept


def _unserved(plan: Plan, homes: Sequence[Household], helpers: Sequence[Helper]) -> list[tuple[int, str]]:
    """Those nobody was found for, each with what stands in the way of most helpers; "full" where they are
    only all taken."""
    waiting = {one.id: one for one in homes}
    found = []
    for household_id in plan.unserved:
        bars = Counter(limit for one in helpers if (limit := bar(waiting[household_id], one)))
        free = any(bar(waiting[household_id], one) is None for one in helpers)
        found.append((household_id, "full" if free or not bars else str(bars.most_common(1)[0][0])))
    return found


async def _propose(tx: Tx, row: MatchPlan, officer: Account) -> None:
    """Ask the next few helpers. What cannot be any more is passed over."""
    for household_id, volunteer_id, _, _ in row.matches[row.proposed : row.proposed + AT_ONCE]:
        row.proposed += 1
        if [household_id, volunteer_id] in row.struck:
            continue
        try:
            async with attempt(tx):
                await pairs.propose(
                    tx,
                    officer,
                    row.center_id,
                    household_id,
                    volunteer_id,
                    purpose=row.purpose,
                    rhythm=row.rhythm,
                )
        except RefusedError:
            continue
        row.asked += 1
    if row.proposed >= len(row.matches):
        row.state, row.look_at = "done", tx.now + AGAIN
        left = len(row.matches) - row.asked
        said = [t("match-done", asked=row.asked), *([t("match-done-left", left=left)] if left else [])]
        look = [[cards.button("button-pairs", Go("pairs"))], [cards.button("button-person", Go("person"))]]
        tell(tx, officer, Outgoing(text=t("lines", items=list(said)), buttons=look))
