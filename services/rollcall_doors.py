"""What is found at the doors of those who have not answered a roll call."""

from __future__ import annotations

from domain.doors import Door
from services import notice_walks, rollcall
from services.rollcall import Answered
from storage.people import Account
from storage.transaction import Tx


async def found(tx: Tx, actor: Account, notice_id: int, household_id: int, said: str) -> Answered:
    """Whoever went to a door says how they are there, safe or help; nobody has to go there any more.

    Raises as `rollcall.found`, and RefusedError when somebody there has answered meanwhile.
    """
    notice, door, _ = await notice_walks.open_door(tx, actor, notice_id, household_id)
    answered = await rollcall.found(tx, actor, notice_id, household_id, said)
    await notice_walks.close(tx, notice, door, Door.TOLD, actor)
    return answered
