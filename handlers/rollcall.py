"""Answering a roll call: one tap, for one's own household or for one that somebody acts for."""

from __future__ import annotations

from domain.messages import Text, t, verbatim
from domain.noticetaps import NoticeRead
from domain.rollcall import RANK
from domain.rollcalltaps import RollcallFor
from domain.taps import Do, Go
from handlers import hotlines, intake, passing, thread
from handlers.drafts import said_now
from handlers.talk import Rows, Talk, aside, tap
from services import rollcall
from services.errors import NotFoundError
from services.kinds import ServiceRequest
from services.outbox import Lane
from services.rollcall import Answered

WHERE = passing.ROLLCALL_WHERE
"""The form in which somebody says where they are."""
MOST = 5


async def answered(talk: Talk, chosen: NoticeRead) -> None:
    """How my household is. Nothing but a toast, unless help is needed or they are elsewhere: while a roll
    call goes out every message to the chat network is needed."""
    kept = await rollcall.answer(talk.tx, talk.account, chosen.notice_id, chosen.answer)
    talk.toast(t(f"rollcall-kept-{chosen.answer}"))
    if kept.request is not None:
        await _told(talk, kept, kept.request)
    elif chosen.answer == "away" and kept.before != "away" and _is_free(talk):
        await talk.keep(WHERE, notice=chosen.notice_id)
        await ask_where(talk)


def _is_free(talk: Talk) -> bool:
    return intake.is_free(talk)


async def _told(talk: Talk, kept: Answered, row: ServiceRequest) -> None:
    """Somebody is told; whatever is said next goes to them."""
    await thread.begin_talk(talk, row.id)
    rows: Rows = [
        [tap("button-false-alarm", Do("false-alarm", row.id))],
        [tap("button-stop-talking", Go("stop"))],
    ]
    text = t("rollcall-told", number=row.number, first=kept.hotline)
    talk.say(text, rows, lane=Lane.URGENT, request_id=row.id)


async def ask_where(talk: Talk) -> None:
    """Ask where they are; nobody has to say it."""
    rows = [[tap("button-rollcall-no-place", Go("drop"))], [tap("button-person", Go("person"))]]
    talk.say(t("rollcall-where"), rows)


async def where(talk: Talk) -> None:
    """Where they are; unless it is a cry for help."""
    said, notice_id = said_now(talk), talk.data["notice"]
    await talk.leave()
    if said is None or not said.content.text.strip() or hotlines.sounds_urgent(said):
        await intake.begin(talk)
        return
    await rollcall.where(talk.tx, talk.account, notice_id, said.content.text)
    talk.say(t("rollcall-where-kept"), [aside()])


async def others(talk: Talk, chosen: RollcallFor) -> None:
    """Choose a household that one acts for, and say how it is."""
    found = await rollcall.acted_for(talk.tx, talk.account, chosen.notice_id)
    names = {home.id: _named(home.code, name) for home, name in found}
    if not chosen.household_id:
        rows: Rows = [
            [tap("button-text", RollcallFor(chosen.notice_id, one, ""), text=name)]
            for one, name in list(names.items())[:MOST]
        ]
        text = t("rollcall-for-whom" if rows else "rollcall-for-nobody")
        talk.say(text, [*rows, aside()], lane=Lane.URGENT)
    elif chosen.household_id not in names:
        raise NotFoundError
    elif not chosen.answer:
        rows = [
            [tap("button-text", _answer(chosen, one), text=t(f"notice-answer-rollcall-{one}"))]
            for one in RANK
        ]
        talk.show(t("rollcall-how-is", name=names[chosen.household_id]), [*rows, aside()])
    else:
        await _answered_for(talk, chosen)


def _named(code: str, name: str) -> Text:
    return t("rollcall-home-of", name=verbatim(name), household=code)


def _answer(chosen: RollcallFor, answer: str) -> RollcallFor:
    return RollcallFor(chosen.notice_id, chosen.household_id, answer)


async def _answered_for(talk: Talk, chosen: RollcallFor) -> None:
    kept = await rollcall.answer_for(
        talk.tx, talk.account, chosen.notice_id, chosen.household_id, chosen.answer
    )
    talk.toast(t(f"rollcall-kept-{chosen.answer}"))
    if kept.request is not None and kept.request.asker_id == talk.account.id:
        await _told(talk, kept, kept.request)
