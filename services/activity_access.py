"""Who makes activities and looks after them, and who may read and sign up for them."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from services import holders
from services.access import LEADERS, roles_at
from services.errors import NotFoundError
from storage import activities, people, units
from storage.activities import Activity
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit

HELPERS = frozenset({"clerk"})
"""Who keeps the list beside those who may make the activity: whoever is at the door."""


def makes(actor: Account, center_id: int, kind: str) -> bool:
    """Whether somebody may make activities of this kind at a center: its officers, and whoever leads it."""
    return bool(roles_at(actor, center_id) & {*CATALOGUE.activity(kind).roles, *LEADERS})


def kinds_of(actor: Account, center_id: int) -> list[str]:
    """The kinds somebody may make at a center, in the catalogue's order."""
    return [one.code for one in CATALOGUE.activities if makes(actor, center_id, one.code)]


def kinds_kept(actor: Account, center_id: int) -> list[str]:
    """The kinds whose lists somebody keeps at a center: those they may make, and all for whoever is at the
    door."""
    if roles_at(actor, center_id) & HELPERS:
        return [one.code for one in CATALOGUE.activities]
    return kinds_of(actor, center_id)


def makes_for(actor: Account) -> list[int]:
    """The centers at which somebody makes activities, the current one first."""
    found = {grant.unit_id for grant in actor.grants if kinds_of(actor, grant.unit_id)}
    return sorted(found, key=lambda one: (one != actor.current_center_id, one))


async def choices(tx: Tx, actor: Account) -> list[tuple[OrgUnit, str]]:
    """What somebody may make, kind by kind, and where."""
    places = [await units.unit_of(tx, one) for one in makes_for(actor)]
    return [(place, kind) for place in places for kind in kinds_of(actor, place.id)]


def keeps_list(actor: Account, activity: Activity) -> bool:
    """Whether somebody sees who comes, and writes down who came."""
    here = roles_at(actor, activity.center_id)
    return makes(actor, activity.center_id, activity.kind) or bool(here & HELPERS)


async def made_by(tx: Tx, actor: Account, activity_id: int) -> Activity:
    """An activity that somebody may change, locked. Raises NotFoundError."""
    found = await activities.locked(tx, activity_id)
    if found is None or not makes(actor, found.center_id, found.kind):
        raise NotFoundError
    return found


async def listed_by(tx: Tx, actor: Account, activity_id: int) -> Activity:
    """An activity whose list somebody keeps, locked. Raises NotFoundError."""
    found = await activities.locked(tx, activity_id)
    if found is None or not keeps_list(actor, found):
        raise NotFoundError
    return found


async def seen_by(tx: Tx, actor: Account, activity_id: int) -> Activity:
    """An activity of a center that somebody belongs to, or works for. Raises NotFoundError."""
    found = await activities.one(tx, activity_id)
    if found is None or not (belongs(actor, found.center_id) or keeps_list(actor, found)):
        raise NotFoundError
    return found


async def to_join(tx: Tx, actor: Account, activity_id: int) -> int | None:
    """The center with which somebody has to register before they sign up for an activity; None if they belong
    to it or work for it. Raises NotFoundError."""
    found = await activities.one(tx, activity_id)
    if found is None:
        raise NotFoundError
    known = belongs(actor, found.center_id) or keeps_list(actor, found)
    return None if known else found.center_id


def belongs(actor: Account, center_id: int) -> bool:
    """Whether somebody is registered at a center."""
    return any(one.center_id == center_id for one in actor.memberships)


async def organiser(tx: Tx, activity: Activity) -> Account | None:
    """Whoever made an activity."""
    return await people.account(tx, activity.author_id)


async def keepers(tx: Tx, activity: Activity) -> list[Account]:
    """Who is turned to about an activity: whoever made it, as long as they look after it and can be reached;
    else all who do."""
    maker = await organiser(tx, activity)
    if maker is not None and maker.reachable and keeps_list(maker, activity):
        return [maker]
    unit = await units.unit_of(tx, activity.center_id)
    roles = [*CATALOGUE.activity(activity.kind).roles, *sorted(HELPERS), *LEADERS]
    return await holders.of_roles(tx, unit, list(dict.fromkeys(roles)))
