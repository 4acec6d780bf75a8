"""Asking on somebody else's behalf: who it is, from the roster or not, their phone, their natural village,
and what the two are to each other."""

from __future__ import annotations

from domain.messages import Button, Content, Text, t
from domain.proxies import Kin, spoken
from domain.tap import Tap
from domain.taps import Acting, Draft, PickKin, PickPerson, PickVillage
from handlers import join
from handlers.drafts import DraftForm, Step, Whom, current, ways_out
from handlers.talk import Talk, tap
from services import cards, clerk, people, proxies, relations
from services.errors import RefusedError
from services.kinds import Person

PHONE_LIMIT = 30
Found = list[tuple[Person, int | None]]


async def ask(talk: Talk, draft: DraftForm) -> None:
    """Ask the question about the person this draft is at."""
    if draft.step == "person-village":
        await ask_village(talk, draft)
    elif draft.step == "person-pick" and draft.whom is not None:
        await _ask_which(talk, draft, draft.whom)
    elif draft.step == "person-phone":
        skip = [tap("button-skip", Draft("no-phone"))]
        talk.say(t("draft-person-phone"), [skip, *ways_out(talk, draft)])
    elif draft.step == "person-kin" and draft.whom is not None:
        rows = [[tap(f"kin-{kin}", PickKin(kin))] for kin in Kin]
        talk.say(t("proxy-kin", name=draft.whom.name), [*rows, *ways_out(talk, draft)])
    else:
        talk.say(_who(draft), ways_out(talk, draft))


def _who(draft: DraftForm) -> Text:
    if not draft.clerk:
        return t("draft-person-name")
    return t("clerk-name") if draft.whom is not None and not draft.whom.name else t("clerk-who")


async def page_villages(talk: Talk, number: int) -> None:
    """Another page of the natural villages, for whoever registers or for the person acted for."""
    if talk.form is not None and talk.form.form == join.FORM:
        await join.page_villages(talk, number)
    else:
        await ask_village(talk, current(talk), number)


async def ask_village(talk: Talk, draft: DraftForm, page: int = 0) -> None:
    """A page of the natural villages they may live in."""
    if draft.step != "person-village":
        raise RefusedError(t("already-answered"))
    center_id = talk.account.current_center_id or 0
    await join.ask_village(talk, t("proxy-village"), center_id, page, out=ways_out(talk, draft))


async def _found(talk: Talk, draft: DraftForm, whom: Whom) -> Found:
    """Who of the roster it may be: by the name, and for the clerk by the number too."""
    if draft.clerk:
        return await clerk.find(talk.tx, talk.account, whom.name, whom.phone)
    return await people.find_persons(talk.tx, talk.account.current_center_id or 0, whom.name)


async def _ask_which(talk: Talk, draft: DraftForm, whom: Whom) -> None:
    found = await _found(talk, draft, whom)
    rows = [
        [await person_button(talk, PickPerson(person.id), person, village)] for person, village in found[:4]
    ]
    text = t("proxy-which", name=whom.name) if whom.name else t("clerk-which")
    talk.say(text, [*rows, [tap("button-someone-else", PickPerson(0))], *ways_out(talk, draft)])


async def person_button(talk: Talk, meaning: Tap, person: Person, village_id: int | None) -> Button:
    """A person of the roster as a choice: those of one name are told apart by where they live."""
    village = await cards.village_name(talk.tx, village_id)
    return tap("button-person-of-roster", meaning, name=person.name, village=village)


async def answered(talk: Talk, draft: DraftForm, content: Content) -> DraftForm:
    """The draft after the name, or the phone number, was written (or a contact was shared)."""
    if draft.step == "person-name" or draft.whom is None:
        whom = _named(draft, content)
        known = await _found(talk, draft, whom)
        return draft.replace(whom=whom, step="person-pick" if known else _unknown(whom))
    phone = content.phone or content.text
    if not 5 <= sum(ch.isdigit() for ch in phone) <= PHONE_LIMIT:
        raise RefusedError(t("proxy-phone-odd"))
    whom = draft.whom.model_copy(update={"phone": phone[:PHONE_LIMIT]})
    return draft.replace(whom=whom, step="person-village")


def _named(draft: DraftForm, content: Content) -> Whom:
    """The person that was named; a clerk may write a number instead, or both, in one message or two."""
    words, phone = content.title or content.text, content.phone
    before = draft.whom.phone if draft.whom is not None and not draft.whom.name else None
    if draft.clerk and phone is None:
        words, phone = spoken(words)
        if phone is not None and not words:
            return Whom(name="", phone=phone)
    return Whom(name=people.tidy_name(words), phone=phone or before)


def _unknown(whom: Whom) -> Step:
    if not whom.name:
        return "person-name"
    return "person-village" if whom.phone else "person-phone"


async def picked_person(talk: Talk, draft: DraftForm, chosen: PickPerson) -> DraftForm:
    """The draft after somebody of the roster, or nobody of it, was chosen."""
    if draft.step != "person-pick" or draft.whom is None:
        raise RefusedError(t("already-answered"))
    if chosen.person_id == 0:
        return draft.at(_unknown(draft.whom))
    if draft.clerk:
        person, village = await clerk.person(talk.tx, talk.account, chosen.person_id, draft.whom.sought)
    else:
        center_id = talk.account.current_center_id or 0
        person, village = await people.person(talk.tx, center_id, chosen.person_id, named=draft.whom.name)
    return await _settled(
        talk, draft, Whom(id=person.id, name=person.name, phone=person.phone, village=village)
    )


async def picked_village(talk: Talk, draft: DraftForm, chosen: PickVillage) -> DraftForm:
    """The draft after the natural village of the person acted for was chosen."""
    if draft.step != "person-village" or draft.whom is None:
        raise RefusedError(t("already-answered"))
    known = {village.id for village in await people.villages(talk.tx, talk.account.current_center_id or 0)}
    village = chosen.village_id if chosen.village_id in known else None
    return await _settled(talk, draft, draft.whom.model_copy(update={"village": village}))


async def _settled(talk: Talk, draft: DraftForm, whom: Whom) -> DraftForm:
    """It is known who it is. What the two are to each other is asked the first time only, and never of
    the clerk or of one household. Whom the person does not want is told so, and it is for nobody."""
    if draft.clerk or relations.is_self(talk.account, whom.sought):
        return draft.replace(whom=whom, step="preview").back()
    center_id = talk.account.current_center_id or 0
    standing = await proxies.standing(talk.tx, talk.account, center_id, whom.sought)
    if standing is not None and relations.barred(standing):
        ask = [tap("button-ask-again", Acting("ask", standing.id, 0))]
        talk.say(t("proxy-barred", name=whom.name), [ask])
        return draft.replace(whom=whom, step="person-kin").back()
    kin = standing.kind if standing else await relations.kin_by_roster(talk.tx, talk.account, whom.sought)
    return draft.replace(whom=whom.model_copy(update={"kin": kin}), step="preview" if kin else "person-kin")


def picked_kin(draft: DraftForm, chosen: PickKin) -> DraftForm:
    """The draft after it was said what the two are to each other."""
    if draft.step != "person-kin" or draft.whom is None or chosen.kind not in list(Kin):
        raise RefusedError(t("already-answered"))
    whom = draft.whom.model_copy(update={"kin": chosen.kind})
    return draft.replace(whom=whom, step="preview")
