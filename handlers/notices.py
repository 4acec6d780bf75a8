"""Telling everybody at a center something: write it, see it as it arrives, send it with one tap, steer it."""

from __future__ import annotations

from zlib import crc32

from domain.messages import Button, Outgoing, Text, t
from domain.taps import Go
from domain.worktaps import NoticeDo, NoticeNew, NoticeSend
from handlers import intake
from handlers.content import content_of
from handlers.talk import Rows, Talk, aside, tap
from services import notices
from services.errors import NotFoundError, RefusedError
from services.kinds import Notice

FORM = "notice"
CHOICES = 5
"""Large choices on one screen."""


async def overview(talk: Talk) -> None:
    """The notices that are under way, and writing one; for whoever may write none, whom to turn to."""
    places = await notices.places(talk.tx, talk.account)
    if not places:
        talk.show(t("notice-not-yours"), [[tap("button-menu", Go("menu"))], aside()])
        return
    rows: Rows = [[tap("button-notice-new", NoticeNew(one.id), unit=one.name)] for one in places[:3]]
    found = await notices.open_for(talk.tx, talk.account)
    rows += [[_look(notice, words)] for notice, words in found[: CHOICES - len(rows)]]
    items = [
        t("notice-row-paused" if notice.state == "paused" else "notice-row", words=words)
        for notice, words in found
    ] or [t("notice-none")]
    talk.show(t("notices", items=items), [*rows, aside("work")])


def _look(notice: Notice, words: Text) -> Button:
    return tap("button-notice-look", NoticeDo("look", notice.id), words=words)


async def begin(talk: Talk, chosen: NoticeNew) -> None:
    """Begin to write one; a form that is open is finished first."""
    intake.check_free(talk, FORM)
    if chosen.unit_id not in notices.writes_for(talk.account):
        raise NotFoundError
    await talk.keep(FORM, unit=chosen.unit_id, words="")
    talk.show(t("notice-write"), [_stop()])


def _stop() -> list[Button]:
    return [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]


async def ask(talk: Talk) -> None:
    """Ask again for the words, or whether to send them."""
    if talk.data["words"]:
        await _preview(talk)
    else:
        talk.say(t("notice-write"), [_stop()])


async def message(talk: Talk) -> None:
    """The words of the notice; said again, they take the place of those before."""
    content = content_of(talk.message) if talk.message else None
    if content is None or content.kind != "text":
        talk.say(t("notice-words-only"), [_stop()])
        return
    notices.checked(content.text)
    await talk.keep(FORM, unit=talk.data["unit"], words=content.text)
    await _preview(talk)


async def _preview(talk: Talk) -> None:
    """The notice as it will arrive, then to how many it goes, with the tap that sends it."""
    unit_id, words = talk.data["unit"], talk.data["words"]
    try:
        ahead = await notices.look_ahead(talk.tx, talk.account, unit_id, words)
    except NotFoundError:
        await talk.leave()  # the role was taken back meanwhile: the form must not hold on to whoever had it
        raise
    talk.send(ahead.message)
    lines = [t("notice-reaches", unit=ahead.unit.name, n=ahead.people)]
    if ahead.unreachable:
        lines.append(t("notice-reaches-not", n=ahead.unreachable))
    lines.append(ahead.time)
    rows: Rows = [
        [tap("button-notice-send", NoticeSend(unit_id, _mark(words)))],
        [tap("button-notice-again", NoticeNew(unit_id))],
        _stop(),
    ]
    talk.say(t("notice-sure", lines=lines), rows)


def _mark(words: str) -> int:
    return crc32(words.encode())


async def send(talk: Talk, chosen: NoticeSend) -> None:
    """Send it."""
    if talk.form is None or talk.form.form != FORM:
        raise RefusedError(t("already-answered"))
    unit_id, words = talk.data["unit"], talk.data["words"]
    if (unit_id, _mark(words)) != (chosen.unit_id, chosen.mark) or not words:
        raise RefusedError(t("already-answered"))
    try:
        await notices.announce(talk.tx, talk.account, unit_id, words)
    finally:
        await talk.leave()
    talk.put(Outgoing(text=t("notice-begun")))


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
            await notices.resume(tx, who, notice_id)
            await _steered(talk, notice_id, t("notice-resumed-now"))
        case "stop":
            notice, words = await notices.one(tx, who, notice_id)
            rows: Rows = [
                [tap("button-notice-stop-sure", NoticeDo("stop-sure", notice.id))],
                aside("notices"),
            ]
            talk.say(t("notice-stop-sure", words=words), rows)
        case "stop-sure":
            await notices.stop(tx, who, notice_id)
            talk.put(Outgoing(text=t("notice-stopped-now")))
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
