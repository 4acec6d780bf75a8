"""A person to talk to: the center's telephone, or a call back from the clerk."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from domain.messages import Content, Said, t
from domain.taps import Go
from handlers.talk import Talk, aside, tap
from services import people, whereabouts
from services.errors import RefusedError
from services.kinds import OrgUnit
from services.people import membership
from services.requests import Need, submit


async def ask(talk: Talk) -> None:
    """The center's phone number, and a button by which the clerk calls back."""
    member = membership(talk.account)
    if member is None:
        phones = [t("person-center", center=unit.name, phone=phone) for unit, phone in await _phones(talk)]
        text = t("person-any", centers=phones) if phones else t("person-none")
        talk.show(text, [[tap("button-home", Go("home"))]])
        return
    unit, phone = await people.reach_center(talk.tx, talk.account)
    call = [tap("button-call-me", Go("call-me"))]
    line = (
        t("person-center", center=unit.name, phone=phone) if phone else t("person-no-phone", center=unit.name)
    )
    talk.show(t("person", center=line), [call, [tap("button-home", Go("home"))]])


async def _phones(talk: Talk) -> list[tuple[OrgUnit, str]]:
    found = []
    for unit in (await people.centers(talk.tx))[:5]:
        phone = people.phone_of(unit)
        if phone:
            found.append((unit, phone))
    return found


async def call_me(talk: Talk) -> None:
    """A person to talk to: the clerk is asked to call back."""
    member = membership(talk.account)
    if member is None:
        raise RefusedError(t("join-first"))
    said = Said(content=Content(text="☎️"), message_id=0)
    need = Need(line=CATALOGUE.talk.code, said=[said], village_id=member.village_id)
    row = await submit(talk.tx, talk.account, member.center_id, need)
    talk.show(
        t("call-me-noted", number=row.number, where=await whereabouts.where_it_is(talk.tx, row)), [aside()]
    )
