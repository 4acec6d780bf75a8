"""An emergency: the center's people are rung, whoever calls and whatever they were in the middle of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from domain.catalogue import CATALOGUE, Emergency
from domain.messages import Content, Said
from services import thread
from services.errors import NotFoundError
from services.requests import Need, submit
from storage import requests, units
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx


def kind(code: str) -> Emergency:
    """The kind of emergency with this code. Raises NotFoundError."""
    try:
        return CATALOGUE.emergency(code)
    except KeyError as error:
        raise NotFoundError from error


async def center_for(tx: Tx, account: Account, *, said: int | None) -> int | None:
    """The center whose people are rung: the person's own, else the one they have named (while registering,
    or by a tap), else the only one there is; None if it has to be asked for."""
    if account.current_center_id is not None:
        return account.current_center_id
    found = [unit.id for unit in await units.units(tx, "center")]
    if said in found:
        return said
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True)
class Call:
    """What is known of an emergency when it is called in.

    `name` is what somebody who has not registered calls themselves, `whom` what a Need says of a person acted
    for; `about` and `anonymous` are as in Need, the latter only where the line allows it: whoever comes to
    help has to find the person.
    """

    what: Emergency
    said: Sequence[Said] = ()
    name: str | None = None
    about: Collection[int] = ()
    wants_no_name: bool = False
    whom: Mapping[str, Any] = field(default_factory=dict)

    @property
    def anonymous(self) -> bool:
        """Whether nobody will learn who called."""
        return self.wants_no_name and CATALOGUE.line(self.what.line).anonymous


async def ring(tx: Tx, account: Account, center_id: int, call: Call) -> ServiceRequest:
    """Ring the center's people. Whoever calls twice for the same, as frightened people do, is not made
    wait behind themselves: what they say is added to the request that rings already."""
    same = [
        row
        for row in await requests.of_asker(tx, account.id, open_only=True)
        if row.urgent and row.line == call.what.line and row.open and row.center_id == center_id
    ]
    if same:
        if call.said:
            await thread.speak(tx, account, same[0].id, call.said)
        return same[0]
    member = next((one for one in account.memberships if one.center_id == center_id), None)
    where = {"village_id": member.village_id if member else None, **call.whom}
    need = Need(
        line=call.what.line,
        said=call.said or [Said(content=Content(text="🚨"), message_id=0)],
        urgent=True,
        asker_name=None if member else call.name,
        about=call.about,
        anonymous=call.anonymous,
        **where,
    )
    return await submit(tx, account, center_id, need)
