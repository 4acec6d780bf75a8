"""Asking on somebody else's behalf: who it is, from the roster or not, their phone, their natural village."""

from __future__ import annotations

from domain.messages import Button, Content, t
from domain.taps import Draft, PickPerson, PickVillage
from handlers import join
from handlers.drafts import DraftForm, Step, Whom, ways_out
from handlers.talk import Talk, tap
from services import cards, people
from services.errors import RefusedError
from services.kinds import Person

PHONE_LIMIT = 30


async def ask(talk: Talk, draft: DraftForm) -> None:
    """Ask the question about the person this draft is at."""
    if draft.step == "person-village":
        await ask_village(talk, draft)
    elif draft.step == "person-pick" and draft.whom is not None:
        await _ask_which(talk, draft.whom.name)
    elif draft.step == "person-phone":
        talk.say(t("draft-person-phone"), [[tap("button-skip", Draft("no-phone"))], *ways_out()])
    else:
        talk.say(t("draft-person-name"), ways_out())


async def ask_village(talk: Talk, draft: DraftForm, page: int = 0) -> None:
    """A page of the natural villages they may live in."""
    if draft.step != "person-village":
        raise RefusedError(t("already-answered"))
    center_id = talk.account.current_center_id or 0
    await join.ask_village(talk, t("proxy-village"), center_id, page, out=ways_out())


async def _ask_which(talk: Talk, name: str) -> None:
    found = await people.find_persons(talk.tx, talk.account.current_center_id or 0, name)
    rows = [[await _person_button(talk, person, village)] for person, village in found[:4]]
    talk.say(t("proxy-which", name=name), [*rows, [tap("button-someone-else", PickPerson(0))], *ways_out()])


async def _person_button(talk: Talk, person: Person, village_id: int | None) -> Button:
    village = await cards.village_name(talk.tx, village_id)
    return tap("button-person-of-roster", PickPerson(person.id), name=person.name, village=village)


async def answered(talk: Talk, draft: DraftForm, content: Content) -> DraftForm:
    """The draft after the name, or the phone number, was written (or a contact was shared)."""
    if draft.step == "person-name" or draft.whom is None:
        whom = Whom(name=people.tidy_name(content.title or content.text), phone=content.phone)
        known = await people.find_persons(talk.tx, talk.account.current_center_id or 0, whom.name)
        return draft.replace(whom=whom, step="person-pick" if known else _unknown(whom))
    phone = content.phone or content.text
    if not 5 <= sum(ch.isdigit() for ch in phone) <= PHONE_LIMIT:
        raise RefusedError(t("proxy-phone-odd"))
    whom = draft.whom.model_copy(update={"phone": phone[:PHONE_LIMIT]})
    return draft.replace(whom=whom, step="person-village")


def _unknown(whom: Whom) -> Step:
    return "person-village" if whom.phone else "person-phone"


async def picked_person(talk: Talk, draft: DraftForm, chosen: PickPerson) -> DraftForm:
    """The draft after somebody of the roster, or nobody of it, was chosen."""
    if draft.step != "person-pick" or draft.whom is None:
        raise RefusedError(t("already-answered"))
    if chosen.person_id == 0:
        return draft.at(_unknown(draft.whom))
    center_id = talk.account.current_center_id or 0
    person, village = await people.person(talk.tx, center_id, chosen.person_id, named=draft.whom.name)
    whom = Whom(id=person.id, name=person.name, phone=person.phone, village=village)
    return draft.replace(whom=whom, step="preview")


async def picked_village(talk: Talk, draft: DraftForm, chosen: PickVillage) -> DraftForm:
    """The draft after the natural village of the person acted for was chosen."""
    if draft.step != "person-village" or draft.whom is None:
        raise RefusedError(t("already-answered"))
    known = {village.id for village in await people.villages(talk.tx, talk.account.current_center_id or 0)}
    village = chosen.village_id if chosen.village_id in known else None
    return draft.replace(whom=draft.whom.model_copy(update={"village": village}), step="preview")
