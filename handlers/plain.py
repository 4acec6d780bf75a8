"""A word that asks for nothing new is answered, or leads to the place it is about; it begins no request."""

from __future__ import annotations

from domain.messages import t
from domain.plainwords import Plain, read_plain
from domain.signups import Standing
from domain.taps import About, Go
from handlers import activities, certificates, checkin, drafts, home, lines, requests, signups, thread
from handlers.talk import WHICH, Talk, aside, remind, tap
from services import activity_lists, signup_cards, signup_people
from services.kinds import Signup


async def typed(talk: Talk) -> bool:
    """Hello, thanks, never mind, "I'm not coming": whoever has a place finds it, with its buttons, and
    nothing is done that they do not tap. False for anything else."""
    meant = _meant(talk)
    if meant is None:
        return False
    if meant is Plain.HELLO:
        await home.home(talk)
    elif meant is Plain.ACTIVITIES:
        await activities.screen(talk)
    elif meant is Plain.PLACE:
        return await _show(talk, await activity_lists.mine(talk.tx, talk.account))
    elif meant is Plain.THANKS or not await _show(talk, await _asked(talk)):
        talk.say(t("plain-heard", what=meant.value), [[tap("button-menu", Go("menu"))], aside()])
    return True


def _meant(talk: Talk) -> Plain | None:
    return read_plain(talk.message.text or "") if talk.message is not None else None


async def asks(talk: Talk) -> bool:
    """Whether they say in words what the key to ask says. It does what the key does."""
    if _meant(talk) is not Plain.ASK:
        return False
    await lines.menu(talk)
    return True


async def beside(talk: Talk) -> bool:
    """Whether something was typed in the middle of a draft that is none of its words: the digits at a door,
    or a certificate's; that they want to ask for something, or give it up; the number of the request that
    was asked for; in one that was left, any request's, and a word that asks for nothing. It is answered, and
    the draft stays open. Where it is only asked what something is about, the same without what is
    a draft's."""
    if talk.form is None or talk.form.form not in (drafts.FORM, WHICH):
        return False
    in_draft = talk.form.form == drafts.FORM
    if in_draft and (await checkin.typed(talk) or await certificates.typed(talk)):
        remind(talk)
        return True
    if await asks(talk) or await _says_which(talk) or await _drops_nothing(talk):
        return True
    if in_draft and await _is_answered(talk):
        remind(talk)
        return True
    return False


async def _says_which(talk: Talk) -> bool:
    """Whether they were asked which request something is about, and typed its number instead of tapping."""
    if talk.form is not None and talk.form.form == drafts.FORM and not drafts.current(talk).unplaced:
        return False
    row = await requests.numbered(talk)
    if row is None:
        return False
    await thread.about(talk, About(row.id))
    return True


async def _drops_nothing(talk: Talk) -> bool:
    """Whether they give up a draft in which nothing has been said: it is dropped without a question."""
    from handlers import intake

    if _meant(talk) is not Plain.DROP or talk.form is None or talk.form.form != drafts.FORM:
        return False
    if not drafts.current(talk).is_blank:
        return False
    await intake.drop(talk)
    return True


async def _is_answered(talk: Talk) -> bool:
    """Whether it is answered already. What was given up is not: the word that the draft waits, which follows,
    has the button that drops it, and nothing is dropped that they do not tap."""
    if _meant(talk) is Plain.DROP:
        return True
    return drafts.is_left(talk) and (await requests.by_number(talk) or await typed(talk))


async def _asked(talk: Talk) -> list[Signup]:
    """The places of which it was asked whether they are wanted."""
    found = await activity_lists.mine(talk.tx, talk.account)
    stands = [await signup_people.stands(talk.tx, talk.account, one) for one in found]
    return [one for one, how in zip(found, stands, strict=True) if how == Standing.OFFERED]


async def _show(talk: Talk, found: list[Signup]) -> bool:
    """The one place there is, or the list of several; whether there is any."""
    if len(found) == 1:
        talk.send(await signup_cards.card(talk.tx, talk.account, found[0]))
    elif found:
        await signups.mine(talk)
    return bool(found)
