"""Help that is needed at a roll call: an urgent request at once, and what becomes of it."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from domain.messages import Content, Outgoing, Said, t
from services import cards, routing
from services import requests as asking
from services.outbox import Lane, tell
from services.requests import Need
from storage import matching, notices, people, rollcall_answers
from storage import requests as stored
from storage.people import Account
from storage.requests import ServiceRequest
from storage.rollcalls import RollCall
from storage.transaction import Tx


async def for_self(tx: Tx, actor: Account, call: RollCall, village_id: int | None) -> ServiceRequest:
    """Ring the center's people for whoever says that they need help."""
    return await asking.submit(tx, actor, call.center_id, await _need(tx, call, village_id))


async def for_household(
    tx: Tx, actor: Account, call: RollCall, household_id: int, *, at_door: bool
) -> ServiceRequest:
    """The same for a household that somebody acts for, or at whose door they stand: the request that rings
    for it already, or a new one in the name of the first person there."""
    for told in await rollcall_answers.told(tx, call.notice_id, household_id=household_id):
        if (row := await still_open(tx, told.request_id)) is not None:
            return row
    home = await people.household(tx, household_id)
    need = await _need(tx, call, home.village_id if home is not None else None)
    person = (await matching.heads(tx, [household_id])).get(household_id)
    if person is not None:
        need.person_id, need.person_name, need.person_phone = person.id, person.name, person.phone
    if not at_door:
        return await asking.submit(tx, actor, call.center_id, need)
    row = await asking.file(tx, actor, call.center_id, need, filed_by="clerk")
    await routing.place(tx, row)  # nobody is asked whether whoever knocks may file for them
    return row


async def still_open(tx: Tx, request_id: int | None) -> ServiceRequest | None:
    """The request that was made before, if it is not over."""
    row = await stored.request(tx, request_id) if request_id is not None else None
    return row if row is not None and row.open else None


async def tell_safe(tx: Tx, request_id: int | None) -> None:
    """Whoever said that they need help is safe after all: those who may be on their way hear so. The request
    goes on: whether anything is left to do they find out themselves."""
    row = await still_open(tx, request_id)
    if row is None:
        return
    news = Outgoing(text=t("rollcall-safe-now", head=await cards.mention(tx, row)))
    holder = await people.account(tx, row.holder_id) if row.holder_id is not None else None
    asked = [holder] if holder is not None else [one for _, one in await routing.offered(tx, row)]
    for account in asked:
        tell(tx, account, news, lane=Lane.URGENT, request_id=row.id)


async def _need(tx: Tx, call: RollCall, village_id: int | None) -> Need:
    notice = await notices.one(tx, call.notice_id)
    words = notice.said.words if notice is not None else ""
    said = Said(content=Content(text=f"🆘 {words}"), message_id=0)
    line = CATALOGUE.emergency(call.kind).line
    return Need(line=line, said=[said], urgent=True, village_id=village_id)
