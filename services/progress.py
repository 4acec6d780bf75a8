"""How far notices are: their recipients get their rows page by page, and their authors are told."""

from __future__ import annotations

from datetime import timedelta

from domain import notices as rules
from domain.messages import Button, Content, Outgoing, Text, t, verbatim
from domain.notices import Progress
from domain.worktaps import NoticeDo
from services.cards import button
from services.outbox import Lane, change
from storage import notices, outbox, people, units
from storage.notices import Notice, Recipient
from storage.outbox import OutboxRow
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit

PAGE = 100
"""Rows written in one transaction: answers wait no longer for it than for one another."""
WAITING = 300
"""Rows of a notice that wait for one bot, at most: ten seconds' worth. The fewer there are, the less there is
to call back, and the less of memory is one notice's."""
AHEAD = 2000
"""Rows of a notice that wait for all bots together, at most."""
PATIENCE = timedelta(minutes=10)
"""After so long a bot that does not send its rows no longer holds up the others."""


def key(notice: Notice) -> str:
    """The key of the author's progress message."""
    return f"notice:{notice.id}"


def text_key(notice_id: int) -> str:
    """The key of what each recipient gets."""
    return f"notice-text:{notice_id}"


def as_it_arrives(unit: OrgUnit, content: Content) -> Outgoing:
    """What each recipient gets."""
    return Outgoing(text=t("notice", unit=unit.name), content=content)


async def spool_one(tx: Tx) -> bool:
    """Write the rows for the next recipients of a notice that runs and of which few wait.

    Whoever was registered when it was sent gets one row, once: the rows and the place up to which they
    are written change together.
    """
    waiting = await notices.to_spool(tx)
    at_most = max(PAGE, WAITING // max(1, len(waiting) // 2))
    for notice_id in waiting:
        own, whole = await notices.waiting(tx, notice_id, since=PATIENCE)
        if own >= at_most or whole >= AHEAD:
            continue
        notice = await notices.free(tx, notice_id)
        if notice is not None and notice.state == "running" and notice.spooled_at is None:
            await _spool(tx, notice)
            return True
    return False


async def _spool(tx: Tx, notice: Notice) -> None:
    unit = await units.unit_of(tx, notice.unit_id)
    center_ids = [one.id for one in await units.below(tx, unit)]
    body = as_it_arrives(unit, Content.model_validate(notice.body)).pack()
    room = PAGE
    for center_id in (one for one in center_ids if one >= notice.spooled_center_id):
        after = notice.spooled_to if center_id == notice.spooled_center_id else 0
        found = await notices.recipients(tx, notice, center_ids, center_id, after, room)
        for one in found:
            _write(tx, notice, one, body)
        notice.spooled_center_id = center_id
        notice.spooled_to = found[-1].account_id if found else after
        room -= len(found)
        if not room:
            return
    notice.spooled_at = tx.now


def _write(tx: Tx, notice: Notice, to: Recipient, body: dict[str, object]) -> None:
    if not to.reachable:
        notice.unreachable += 1
        return
    outbox.put(
        tx,
        OutboxRow(
            bot_id=to.bot_id,
            chat_id=to.account_id,
            account_id=to.account_id,
            notice_id=notice.id,
            lane=Lane.BROADCAST,
            method="send",
            key=text_key(notice.id),
            locale=to.locale,
            body=body,
            created_at=tx.now,
        ),
    )


async def report_one(tx: Tx) -> bool:
    """Tell the author of a notice how far it is, if that is due and anything has changed; a notice of which
    nothing waits any more has ended."""
    notice = await notices.to_report(tx)
    if notice is None:
        return False
    rows = await notices.tally(tx, notice.id)
    before = notice.state
    if notice.state == "running" and notice.spooled_at is not None:
        notice.total = sum(rows.values()) + notice.unreachable
        if not rows.get("waiting"):
            notices.change(tx, notice, "done", None)
    progress = Progress.of(notice.total, notice.unreachable, rows)
    seconds = rules.next_report(len(await notices.running(tx)))
    notice.report_at = tx.now + timedelta(seconds=seconds) if notice.state == "running" else None
    if progress.dealt_with != notice.reported or notice.state != before:
        await tell_author(tx, notice, progress)
    return True


async def tell_author(tx: Tx, notice: Notice, progress: Progress) -> None:
    """Change the author's progress message."""
    notice.reported = progress.dealt_with
    author = await people.account(tx, notice.author_id)
    if author is not None and author.reachable:
        change(tx, author, await card(tx, notice, progress), key=key(notice))


async def progress_of(tx: Tx, notice: Notice) -> Progress:
    """How far a notice is."""
    return Progress.of(notice.total, notice.unreachable, await notices.tally(tx, notice.id))


async def card(tx: Tx, notice: Notice, progress: Progress, *, to: Account | None = None) -> Outgoing:
    """How far a notice is, with what can be done: the author's message, or as it is now for somebody else
    (`to`), whose does not change by itself."""
    unit = await units.unit_of(tx, notice.unit_id)
    lines = [t("notice-sent-to", n=progress.sent)]
    if progress.blocked:
        lines.append(t("notice-blocked", n=progress.blocked))
    if progress.failed:
        lines.append(t("notice-failed", n=progress.failed))
    if progress.left:
        lines.append(t("notice-not-sent" if notice.state == "stopped" else "notice-left", n=progress.left))
    if notice.state == "running":
        lines.append(time_text(rules.to_go(progress, _ran(tx, notice))))
    text = t(
        "notice-card",
        unit=unit.name,
        words=snippet(notice),
        state=t(f"notice-{_state(notice, progress)}"),
        total=progress.total,
        lines=lines,
    )
    return Outgoing(text=text, buttons=_buttons(notice, refresh=to is not None))


def _state(notice: Notice, progress: Progress) -> str:
    """What is said of its state; a notice that nobody could receive says so."""
    return "nobody" if notice.state == "done" and not progress.sent else notice.state


def _ran(tx: Tx, notice: Notice) -> float:
    since = notice.running_since or tx.now
    return notice.ran_for + max(0.0, (tx.now - since).total_seconds())


def _buttons(notice: Notice, *, refresh: bool) -> list[list[Button]]:
    stop = button("button-notice-stop", NoticeDo("stop", notice.id))
    if notice.state == "running":
        rows = [[button("button-notice-pause", NoticeDo("pause", notice.id)), stop]]
    elif notice.state == "paused":
        rows = [[button("button-notice-resume", NoticeDo("resume", notice.id)), stop]]
    else:
        return []
    return [*rows, [button("button-refresh", NoticeDo("look", notice.id))]] if refresh else rows


def snippet(notice: Notice) -> Text:
    """The beginning of a notice: by that it is told from others."""
    return verbatim(rules.snippet(Content.model_validate(notice.body).text))


def time_text(seconds: float) -> Text:
    """How long that is, as one would say it."""
    minutes = rules.minutes(seconds)
    if minutes == 0:
        return t("notice-time-soon")
    if minutes < 90:
        return t("notice-time-minutes", n=minutes)
    return t("notice-time-hours", n=-(-minutes // 60))
