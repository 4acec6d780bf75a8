"""Reading ahead: what the updates of a batch will ask for, in a dozen statements and not a dozen for each.

It changes nothing but the time it takes: whatever was not read ahead is read when it is asked for.
"""

from __future__ import annotations

from collections.abc import Collection

from domain.officetime import local_day
from domain.units import settings_of
from storage import duty, groups, leave, people, requests, roles, units
from storage.transaction import Tx

MANY = 8
"""So many people at once make it worth while to read all about the centers they belong to: that takes nine
statements, and a request alone about as many."""


async def read(tx: Tx, account_ids: Collection[int]) -> None:
    """Read what is known of these people and, if they are several, who of them has nothing open: whoever
    writes alone may tap where nobody asks for that. If they are many also of their centers and who has a
    role there."""
    await people.prefetch(tx, account_ids)
    await people.prefetch_forms(tx, account_ids)
    if len(account_ids) > 1:
        await requests.prefetch(tx, account_ids)
    if len(account_ids) < MANY:
        return
    accounts = [await people.account(tx, account_id) for account_id in account_ids]
    centers = {one.current_center_id for one in accounts if one and one.current_center_id is not None}
    found = await units.prefetch(tx, centers)
    todays = {one.id: local_day(tx.now, settings_of(one).zone) for one in found if one.id in centers}
    await duty.prefetch(tx, todays)
    await groups.prefetch(tx, centers)
    holders = await roles.prefetch(tx, [one.id for one in found])
    await leave.prefetch(tx, holders)
    await people.prefetch_contacts(tx, holders)
