"""What the audience of a notice can be made of at a place."""

from __future__ import annotations

from domain.messages import Text, t, verbatim
from services.access import WITHOUT_DESK
from services.roles import invitable_roles
from storage import notice_audience, units
from storage.transaction import Tx
from storage.units import OrgUnit

MOST = 30
"""Tags that are offered, the most frequent."""


async def options(tx: Tx, unit: OrgUnit, field: str) -> list[tuple[int | str, Text]]:
    """The natural villages, roles or tags there are (`field`: village, role, tag), each with its words."""
    if field == "village":
        return [(one.id, verbatim(one.name)) for one in await units.villages(tx, unit.id)]
    if field == "role":
        roles = [one for one in invitable_roles("center") if one not in WITHOUT_DESK]
        return [(one, t(f"role-{one}")) for one in ["volunteer", *roles]]
    centers = [one.id for one in await units.below(tx, unit)]
    found = await notice_audience.tags_at(tx, centers)
    return [(tag, t("notice-tag", tag=tag, n=count)) for tag, count in found[:MOST]]
