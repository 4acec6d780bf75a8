"""How far notices are: who has got them, which households have read them; and their authors are told."""

from __future__ import annotations

from datetime import datetime, timedelta
from zlib import crc32

from domain import notices as rules
from domain.boardtaps import BoardRead
from domain.messages import Button, Moment, Outgoing, Text, t
from domain.notices import Progress
from domain.noticetaps import NoticeDo
from domain.units import settings_of
from services import notice_cards, notice_left
from services.cards import button
from services.notice_drafts import author_name
from services.outbox import Lane, change, tell
from storage import notice_readers, notices, people, units
from storage.notices import Notice
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit


def key(notice: Notice) -> str:
    """The key of the author's progress message."""
    return f"notice:{notice.id}"


async def report_one(tx: Tx) -> bool:
    """Tell the author of a notice how far it is, if that is due and anything has changed; a notice of which
    nothing waits any more has ended. People go on reading it then, and the author goes on hearing so."""
    notice = await notices.to_report(tx)
    if notice is None:
        return False
    progress = await progress_of(tx, notice)
    if notice.state == "running" and notice.spooled_at is not None:
        notice.total = progress.tried + progress.waiting + notice.unreachable
        if not await notices.is_waiting(tx, notice.id):
            notices.change(tx, notice, "done", None)
        progress = await progress_of(tx, notice)
    notice.report_at = await _next_look(tx, notice)
    await tell_author(tx, notice, progress)
    return True


async def _next_look(tx: Tx, notice: Notice) -> datetime | None:
    """When to look again: often while it runs, then ever more seldom for as long as it is read."""
    if notice.state == "running":
        return tx.now + timedelta(seconds=rules.next_report(len(await notices.running(tx))))
    if notice.ended_at is None or notice.withdrawn_at is not None:
        return None
    return rules.next_look_back(tx.now, notice.ended_at)


async def tell_author(tx: Tx, notice: Notice, progress: Progress) -> None:
    """Change the author's progress message, if it says anything else now. A roll call has a board instead."""
    if notice.is_rollcall:
        return
    shown = await card(tx, notice, progress)
    if _mark(shown) == notice.reported:
        return
    notice.reported = _mark(shown)
    author = await people.account(tx, notice.author_id)
    if author is not None and author.reachable:
        change(tx, author, shown, key=key(notice))


async def show_author(tx: Tx, author: Account, notice: Notice) -> None:
    """Send the progress message anew, as the last one in the author's chat; not of a roll call."""
    if notice.is_rollcall:
        return
    shown = await card(tx, notice, await progress_of(tx, notice))
    notice.reported = _mark(shown)
    tell(tx, author, shown, lane=Lane.ANSWER, key=key(notice))


def _mark(shown: Outgoing) -> int:
    return crc32(shown.model_dump_json().encode()) >> 1  # as large as a column holds


async def progress_of(tx: Tx, notice: Notice) -> Progress:
    """How far a notice is."""
    rows = await notices.tally(tx, notice.id, notice_cards.text_key(notice.id))
    return Progress.of(notice.total, notice.unreachable, rows)


async def card(tx: Tx, notice: Notice, progress: Progress, *, to: Account | None = None) -> Outgoing:
    """How far a notice is, with what can be done: the author's message, or as it is now for somebody else
    (`to`), whose does not change by itself."""
    unit = await units.unit_of(tx, notice.unit_id)
    text = t(
        "notice-card",
        unit=unit.name,
        words=notice_cards.beginning(notice.said),
        state=await _state(tx, notice, progress, unit),
        total=progress.total,
        lines=[*_swept(notice), *_sent(tx, notice, progress), *await _read(tx, notice)],
    )
    return Outgoing(text=text, buttons=_buttons(notice, refresh=to is not None))


def _swept(notice: Notice) -> list[Text]:
    """Whether what was sent is just being gone over."""
    if notice.sweep_until is None:
        return []
    return [t("notice-being-changed") if notice.withdrawn_at is None else t("notice-being-taken-back")]


def _sent(tx: Tx, notice: Notice, progress: Progress) -> list[Text]:
    """To whom it has come, in people."""
    lines = [t("notice-sent-to", n=progress.sent)]
    if progress.blocked:
        lines.append(t("notice-blocked", n=progress.blocked))
    if progress.failed:
        lines.append(t("notice-failed", n=progress.failed))
    if progress.left:
        lines.append(t("notice-not-sent" if notice.state == "stopped" else "notice-left", n=progress.left))
    if notice.state == "running":
        lines.append(time_text(rules.to_go(progress, _ran(tx, notice))))
    return lines


async def _read(tx: Tx, notice: Notice) -> list[Text]:
    """Who has read it, in households: one of them is enough. And what they answered."""
    lines = []
    if notice.households:
        reached = await notice_readers.count_reached(tx, notice.id)
        lines.append(t("notice-reached", n=reached, total=notice.households))
    if readers := await notice_readers.count_readers(tx, notice.id):
        lines.append(t("notice-readers", n=readers))
    lines += await notice_left.door_lines(tx, notice)
    question = notice.said.question
    if question is not None:
        counts = await notice_readers.answers(tx, notice.id)
        lines += [
            t("notice-answer-count", answer=notice_cards.answer_text(question, code), n=counts.get(code, 0))
            for code in question.answers
        ]
    return lines


async def _state(tx: Tx, notice: Notice, progress: Progress, unit: OrgUnit) -> Text:
    """What is said of its state; a notice that nobody could receive says so."""
    if notice.withdrawn_at is not None:
        return t("notice-withdrawn", by=await author_name(tx, notice.changed_by_id or 0, unit))
    if notice.rests_until is not None:
        return t(
            "notice-resting", at=Moment(at=notice.rests_until, zone=settings_of(unit).zone, style="near")
        )
    return t("notice-nobody" if notice.state == "done" and not progress.sent else f"notice-{notice.state}")


def _ran(tx: Tx, notice: Notice) -> float:
    since = notice.running_since or tx.now
    return notice.ran_for + max(0.0, (tx.now - since).total_seconds())


def _buttons(notice: Notice, *, refresh: bool) -> list[list[Button]]:
    """What can be done with it now; everything else is behind "more"."""
    if notice.withdrawn_at is not None:
        return []
    more = [button("button-notice-more", NoticeDo("more", notice.id))]
    if notice.state not in ("running", "paused"):
        return [_change(notice), *_looks(notice), more]
    stop = button("button-notice-stop", NoticeDo("stop", notice.id))
    if notice.state == "running":
        steer = [button("button-notice-pause", NoticeDo("pause", notice.id)), stop]
    else:
        steer = [button("button-notice-resume", NoticeDo("resume", notice.id)), stop]
    look = [button("button-refresh", NoticeDo("look", notice.id))]
    return [steer, look if refresh else _change(notice), more]


def _change(notice: Notice) -> list[Button]:
    return [
        button("button-notice-correct", NoticeDo("correct", notice.id)),
        button("button-notice-withdraw", NoticeDo("withdraw", notice.id)),
    ]


def _looks(notice: Notice) -> list[list[Button]]:
    """Who knows it and who does not, where there are households to count."""
    if not notice.households:
        return []
    chart, left = NoticeDo("chart", notice.id), NoticeDo("left", notice.id)
    return [[button("button-door-chart", chart)], [button("button-door-left", left)]]


def more(notice: Notice) -> Outgoing:
    """What else can be done with a notice, whatever its state."""
    read = [button("button-notice-paper", BoardRead(notice.id, 0))]
    text = t("notice-more", number=notice.number, words=notice_cards.beginning(notice.said))
    return Outgoing(text=text, buttons=[_change(notice), *_looks(notice), read])


def time_text(seconds: float) -> Text:
    """How long that is, as one would say it."""
    minutes = rules.minutes(seconds)
    if minutes == 0:
        return t("notice-time-soon")
    if minutes < 90:
        return t("notice-time-minutes", n=minutes)
    return t("notice-time-hours", n=-(-minutes // 60))
