"""How it was: a tap, and words if one likes."""

from __future__ import annotations

from domain.attendancetaps import VerdictDo
from domain.messages import t
from handlers import hotlines, intake, passing
from handlers.drafts import said_now
from handlers.talk import Talk, aside, never_mind, tap
from services import verdicts
from services.errors import RefusedError

FORM = passing.REMARK


async def do(talk: Talk, chosen: VerdictDo) -> None:
    """Say how it was; or begin to add words."""
    if chosen.word == "more":
        intake.check_free(talk, FORM)
        await verdicts.check_remark(talk.tx, talk.account, chosen.signup_id)
        await talk.keep(FORM, signup=chosen.signup_id)
        await ask(talk)
        return
    row = await verdicts.say(talk.tx, talk.account, chosen.signup_id, chosen.word)
    more = [tap("button-verdict-more", VerdictDo("more", row.id))]
    talk.show(t("verdict-thanks"), [more, aside()])


async def ask(talk: Talk) -> None:
    """Ask for the words."""
    talk.say(t("remark-ask"), [never_mind()])


async def message(talk: Talk) -> None:
    """The words."""
    if not talk.text.strip():
        talk.say(t("reason-in-words"))
        await ask(talk)
        return
    if (said := said_now(talk)) is not None:
        hotlines.warn(talk, said)
    signup_id = talk.data["signup"]
    await talk.leave()
    try:
        await verdicts.remark(talk.tx, talk.account, signup_id, talk.text)
    except RefusedError as refusal:
        talk.refuse(refusal.text)
        return
    talk.say(t("remark-thanks"), [aside()])
