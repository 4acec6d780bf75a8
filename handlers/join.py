"""Registering with a center: language, consent, name, natural village, and the phone if they like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from domain.boardtaps import BoardRead
from domain.languages import LANGUAGES
from domain.messages import Button, Key, Said, Text, t
from domain.taps import Consent, Go, Language, Page, PickCenter, PickVillage
from handlers import beneath, home, hotlines, invited
from handlers.drafts import MOST, said_now
from handlers.talk import Rows, Talk, paged, remind, tap
from locales import spellings
from services import people
from services.errors import RefusedError

FORM = "join"
_NUMBER = re.compile(r"[+\d\s()-]{5,}")


async def at_home(talk: Talk, center_id: int) -> bool:
    """Somebody comes to a center by its link or button: whether they belong to it, and are at home there."""
    if all(member.center_id != center_id for member in talk.account.memberships):
        return False
    await people.make_current(talk.tx, talk.account, center_id)
    if talk.form is not None and talk.form.form == FORM:
        await _finish(talk)
    else:
        await home.home(talk)
    return True


async def begin(
    talk: Talk,
    *,
    center_id: int | None = None,
    token: str | None = None,
    notice: int | None = None,
    link: str | None = None,
) -> None:
    """Begin to register, or go on; what the person wrote before is kept and taken up again afterwards, and
    the notice shown whose link they followed, or any other link gone on with."""
    followed = {"notice": notice, "link": [link, center_id] if link else None}
    if talk.form is not None and talk.form.form == FORM:
        talk.form.data = {**talk.data, **{name: one for name, one in followed.items() if one}}
        await _turn_to(talk, center_id or talk.data["center"], token or talk.data["token"])
        return
    known = talk.account.memberships[0] if talk.account.memberships else None
    center_id = center_id or await _only_center(talk)
    data: dict[str, Any] = {"center": center_id, "token": token, "kept": [], **followed}
    data["then"] = beneath.interrupted(talk, FORM)
    if known is not None:
        data |= {"name": known.name}
    await talk.keep(FORM, step="language" if known is None else "center", **data)
    _keep_words(talk)
    await (ask(talk) if known is None else _next(talk, "center"))


async def _turn_to(talk: Talk, center_id: int | None, token: str | None) -> None:
    """A link was followed in the middle of registering: another center asks for a consent of its own."""
    step, same = talk.data["step"], center_id == talk.data["center"]
    await _step(talk, step if same or step == "language" else "consent", center=center_id, token=token)


async def _only_center(talk: Talk) -> int | None:
    found = await people.centers(talk.tx)
    return found[0].id if len(found) == 1 else None


def _keep_words(talk: Talk) -> None:
    said = said_now(talk)
    if said is None or said.content.text.startswith("/") or talk.form is None:
        return
    talk.form.data = {**talk.data, "kept": [*talk.data["kept"], said.pack()][:MOST]}
    hotlines.warn(talk, said)


async def _step(talk: Talk, step: str, **data: Any) -> None:
    await talk.keep(FORM, **{**talk.data, **data, "step": step})
    await ask(talk)


async def _next(talk: Talk, step: str) -> None:
    """The first question from this step on that has no answer yet."""
    if step == "center" and talk.data.get("center") is None:
        await _step(talk, "center")
    elif step in ("center", "consent"):
        await _step(talk, "consent")
    elif step == "name" and not talk.data.get("name"):
        await _step(talk, "name")
    else:
        await _step(talk, "village")


async def ask(talk: Talk) -> None:
    """Ask the question this person is at."""
    step = talk.data["step"]
    if step == "language":
        rows = [[tap(f"language-{code}", Language(code))] for code in LANGUAGES]
        talk.say(t("join-language"), [*rows, _aside()])
    elif step == "center":
        await _ask_center(talk)
    elif step == "consent":
        unit = await people.center(talk.tx, talk.data["center"])
        rows = [[tap("button-agree", Consent(1))], [tap("button-disagree", Consent(0))], _aside()]
        talk.show(t("join-consent", center=unit.name), rows)
    elif step == "name":
        talk.say(t("join-name"), [_aside()])
    elif step == "village":
        await ask_village(talk, t("join-village"), talk.data["center"])
    else:
        ask_phone(talk)


def _aside() -> list[Button]:
    """A person to talk to, and the emergency button: neither waits for registering."""
    return [tap("button-person", Go("person")), tap("button-urgent", Go("urgent"))]


async def _ask_center(talk: Talk, page: int = 0) -> None:
    items = [
        tap("button-text", PickCenter(unit.id), text=unit.name) for unit in await people.centers(talk.tx)
    ]
    if not items:
        talk.show(t("join-no-center"))
        return
    talk.show(t("join-center"), [*paged(items, page, lambda n: Page("join-center", n)), _aside()])


async def ask_village(
    talk: Talk, text: Text, center_id: int, page: int = 0, *, out: Rows | None = None
) -> None:
    """Ask for a natural village of a center; "somewhere else" is an answer. `out`: the rows at the end."""
    items = [
        tap("button-text", PickVillage(village.id), text=village.name)
        for village in await people.villages(talk.tx, center_id)
    ]
    rows: Rows = paged(items, page, lambda n: Page("village", n), size=4)
    talk.show(text, [*rows, [tap("button-elsewhere", PickVillage(0))], *(out or [_aside()])])


def ask_phone(talk: Talk) -> None:
    """Ask for the phone number, by the key that lets the chat network vouch for it."""
    keys = [
        [Key(text=t("key-share-phone"), asks="contact")],
        [Key(text=t("key-skip"))],
        [Key(text=t("key-urgent"))],
    ]
    talk.say(t("join-phone"), keys=keys)


async def page_centers(talk: Talk, number: int) -> None:
    """Another page of centers."""
    await _ask_center(talk, number)


async def page_villages(talk: Talk, number: int) -> None:
    """Another page of natural villages."""
    await ask_village(talk, t("join-village"), talk.data["center"], number)


async def pick_language(talk: Talk, chosen: Language) -> None:
    """The first question's answer, or a change of language later."""
    if talk.form is None or talk.form.form != FORM or talk.data["step"] != "language":
        await home.pick_language(talk, chosen)
    elif chosen.locale in LANGUAGES:
        talk.account.locale = chosen.locale
        await _next(talk, "center")


async def pick_center(talk: Talk, chosen: PickCenter) -> None:
    """A center was chosen: to register with, or to go to. Who is registering already may still change it,
    and then agrees to the other one."""
    unit = await people.center(talk.tx, chosen.center_id)
    if await at_home(talk, unit.id):
        return
    if talk.form is None or talk.form.form != FORM:
        await begin(talk, center_id=unit.id)
    else:
        await _turn_to(talk, unit.id, talk.data["token"])


async def consent(talk: Talk, answer: Consent) -> None:
    """Agreed, or not: without consent nothing is kept."""
    if talk.form is None or talk.form.form != FORM or talk.data["step"] != "consent":
        talk.toast(t("already-answered"))
        return
    if answer.agreed:
        talk.show(t("join-agreed"))
        await _next(talk, "name")
        return
    unit = await people.center(talk.tx, talk.data["center"])
    phone = people.phone_of(unit)
    await beneath.end(talk)
    text = (
        t("join-disagreed", center=unit.name, phone=phone)
        if phone
        else t("join-disagreed-come", center=unit.name)
    )
    talk.show(text, [[tap("button-again", Go("join"))]])


async def pick_village(talk: Talk, chosen: PickVillage) -> None:
    """The natural village was chosen: registered."""
    data = talk.data
    if data["step"] != "village":
        talk.toast(t("already-answered"))
        return
    await people.join(
        talk.tx, talk.account, data["center"], name=data["name"], village_id=chosen.village_id or None
    )
    talk.show(t("join-village-noted"))
    if talk.account.phone:
        await _finish(talk)
    else:
        await _step(talk, "phone")


async def message(talk: Talk) -> None:
    """Something was written or sent while registering."""
    step, shared = talk.data["step"], talk.message.contact if talk.message else None
    if step == "name" and talk.message is not None and talk.message.text:
        await _step(talk, "village", name=people.tidy_name(talk.text))
    elif step == "phone" and shared is not None:
        await keep_phone(talk)
        await _finish(talk)
    elif step == "phone" and (talk.text in spellings("key-skip") or said_now(talk)):
        await _without_phone(talk)
    else:
        _keep_words(talk)
        talk.say(t("join-first"))
        await ask(talk)


async def _without_phone(talk: Talk) -> None:
    """No phone was shared: that is an answer too, and a need that is said instead of it is taken up. A
    number that is typed proves nothing, so the key is shown again."""
    if _NUMBER.fullmatch(talk.text.strip()):
        ask_phone(talk)
        return
    if talk.text not in spellings("key-skip"):
        _keep_words(talk)
    await _finish(talk)


async def keep_phone(talk: Talk) -> None:
    """Keep a shared phone number, if it is the person's own."""
    shared = talk.message.contact if talk.message else None
    if shared is None or shared.user_id != talk.account.id:
        raise RefusedError(t("phone-not-yours"))
    person = await people.share_phone(talk.tx, talk.account, shared.phone_number)
    talk.say(t("phone-tied", name=person.name) if person else t("phone-kept"), keys=home.keyboard(talk))


async def _finish(talk: Talk) -> None:
    data = talk.data
    await beneath.end(talk)
    await home.home(talk)
    if data["token"]:
        try:
            await invited.opened(talk, data["token"], data["kept"])
        except RefusedError as refusal:  # it expired meanwhile; what was written is taken up all the same
            talk.refuse(refusal.text)
        else:
            return
    await _show_followed(talk, data)
    await take_up(talk, data["kept"])


async def _show_followed(talk: Talk, data: dict[str, Any]) -> None:
    """What the link led to that brought somebody here, if it is of the center they have registered with."""
    from handlers import links, notice_board

    link, center_id = data.get("link") or ("", None)
    try:
        if data.get("notice"):
            await notice_board.read(talk, BoardRead(data["notice"], 0))
        if link and center_id == data["center"]:
            await links.follow(talk, link)
    except RefusedError as refusal:
        talk.refuse(refusal.text)


async def take_up(talk: Talk, kept: Sequence[dict[str, Any]]) -> None:
    """What was written before becomes a request, if anything was; else whatever was open goes on."""
    from handlers import drafts, intake

    if kept:
        then = drafts.beneath_new(talk)
        await intake.take_up(talk, [Said.model_validate(one) for one in kept], then=then)
    else:
        remind(talk)


async def again(talk: Talk) -> None:
    """Register (with another center), from the button."""
    await begin(talk)
