"""The notices of those who write them: what is under way, what waits, and steering it."""

from __future__ import annotations

from collections.abc import Sequence

from domain.messages import Button, Outgoing, Text, t
from domain.noticetaps import NoticeDo, NoticeDraftDo, NoticeNew
from domain.taps import Go
from handlers import notice_correcting, notice_doors
from handlers.talk import CHOICES, Rows, Talk, aside, folded, left_over, tap
from services import (
    notice_access,
    notice_cards,
    notice_drafts,
    notice_left,
    notices,
    progress,
    rollcall_access,
)
from services.errors import NotFoundError
from services.kinds import Notice, NoticeDraft

AT_ONCE = 2
"""Of those under way, so many come before what is done seldom."""


async def overview(talk: Talk) -> None:
    """The notices that are under way or wait, and writing one; for whoever writes none, whom to turn to."""
    if not notice_access.writes_for(talk.account):
        talk.show(t("notice-not-yours"), [[tap("button-menu", Go("menu"))], aside()])
        return
    waiting = await notice_drafts.waiting(talk.tx, talk.account)
    found = await notices.open_for(talk.tx, talk.account)
    items = [t(f"notice-row-{one.state}", words=notice_cards.beginning(one.said.body)) for one in waiting]
    items += [
        t("notice-row-paused" if notice.state == "paused" else "notice-row", words=words)
        for notice, words in found
    ]
    rows = folded(await _choices(talk, waiting, found), "notices-others")
    talk.show(t("notices", items=items or [t("notice-none")]), [*rows, aside("work")])


async def others(talk: Talk) -> None:
    """What else there is of it, for whoever has more than a screen of it."""
    waiting = await notice_drafts.waiting(talk.tx, talk.account)
    found = await notices.open_for(talk.tx, talk.account)
    rows = left_over(await _choices(talk, waiting, found))
    talk.show(t("notices-others"), [*rows[:CHOICES], aside("notices")])


async def _choices(
    talk: Talk, waiting: Sequence[NoticeDraft], found: Sequence[tuple[Notice, Text]]
) -> list[Button]:
    """Writing one, what is under way or waits, a roll call, what is kept; then writing for other places."""
    places = await notice_access.places(talk.tx, talk.account)
    write = [tap("button-notice-new", NoticeNew(one.id), unit=one.name) for one in places]
    looks = [
        tap(
            "button-notice-waiting",
            NoticeDraftDo("look", one.id),
            words=notice_cards.beginning(one.said.body),
        )
        for one in waiting
    ]
    looks += [_look(notice, words) for notice, words in found]
    call = [tap("button-rollcall", Go("rollcall"))] if rollcall_access.calls_for(talk.account) else []
    kept = [tap("button-notice-templates", Go("notice-templates"))]
    return [*write[:1], *looks[:AT_ONCE], *call, *kept, *write[1:3], *looks[AT_ONCE:]]


def _look(notice: Notice, words: Text) -> Button:
    return tap("button-notice-look", NoticeDo("look", notice.id), words=words)


async def do(talk: Talk, chosen: NoticeDo) -> None:
    """Look at a notice, or steer it."""
    tx, who, notice_id = talk.tx, talk.account, chosen.notice_id
    match chosen.action:
        case "look":
            await _show(talk, notice_id)
        case "pause":
            await notices.pause(tx, who, notice_id)
            await _steered(talk, notice_id, t("notice-paused-now"))
        case "resume":
            notice = await notices.resume(tx, who, notice_id)
            rests = notice.rests_until is not None
            await _steered(talk, notice_id, t("notice-rests-now" if rests else "notice-resumed-now"))
        case "stop":
            notice, words = await notices.one(tx, who, notice_id)
            rows: Rows = [
                [tap("button-notice-stop-sure", NoticeDo("stop-sure", notice.id))],
                aside("notices"),
            ]
            talk.say(t("notice-stop-sure", words=words), rows)
        case "more":
            notice, _ = await notices.one(tx, who, notice_id)
            seen = progress.more(notice)
            talk.send(seen.model_copy(update={"buttons": [*seen.buttons, aside("notices")]}))
        case "chart":
            talk.send(await notice_left.chart(tx, who, notice_id))
        case "left":
            await notice_doors.places(talk, notice_id)
        case "stop-sure":
            await notices.stop(tx, who, notice_id)
            talk.put(Outgoing(text=t("notice-stopped-now")))
        case "correct":
            await notice_correcting.begin(talk, notice_id)
        case "withdraw":
            await notice_correcting.ask_withdraw(talk, notice_id)
        case "withdraw-sure":
            await notice_correcting.withdraw(talk, notice_id)
        case _:
            raise NotFoundError


async def _steered(talk: Talk, notice_id: int, said: Text) -> None:
    """Say so with a toast. The author's own card changes by itself; whoever else tapped looks at a copy."""
    talk.toast(said)
    notice, _ = await notices.one(talk.tx, talk.account, notice_id)
    if notice.author_id != talk.account.id:
        await _show(talk, notice_id)


async def _show(talk: Talk, notice_id: int) -> None:
    seen = await notices.shown_to(talk.tx, talk.account, notice_id)
    if seen is not None:
        talk.put(seen)
