"""The ticks of the printed list, typed as they stand there, looked at, and kept."""

from __future__ import annotations

from zlib import crc32

from domain.attendancetaps import SessionDay
from domain.messages import Text, t
from domain.ticks import write_ticks
from handlers import intake, passing
from handlers.talk import Rows, Talk, beneath, never_mind, tap
from services import attendance, attendance_cards, attendance_paper
from services.errors import RefusedError
from services.kinds import Signup

FORM = passing.DAY_TICKS
SHOWN = 60
"""Names that are shown before they are kept; more do not fit into one message."""


async def begin(talk: Talk, session_id: int) -> None:
    """Ask for the ticks."""
    intake.check_free(talk, FORM)
    _, session = await attendance.kept(talk.tx, talk.account, session_id)
    attendance.check_marked(session.when, talk.tx)
    await talk.keep(FORM, session=session.id, ticks="")
    await ask(talk)


async def ask(talk: Talk) -> None:
    """Ask for the ticks, or show once more who is meant."""
    data = talk.data
    if data["ticks"]:
        await _preview(talk, await _meant(talk, data["ticks"]))
        return
    _, session = await attendance.kept(talk.tx, talk.account, data["session"])
    talk.say(t("paper-ask", what=await attendance_cards.which(talk.tx, session)), [never_mind()])


async def _meant(talk: Talk, typed: str) -> list[Signup]:
    return await attendance_paper.on_paper(talk.tx, talk.account, talk.data["session"], typed)


async def message(talk: Talk) -> None:
    """Ticks were typed: show who is meant. What cannot be read is said, and asked for again."""
    if not talk.text.strip():
        await ask(talk)
        return
    try:
        meant = await _meant(talk, talk.text)
    except RefusedError as refusal:
        talk.say(refusal.text, [never_mind()])
        return
    if not meant:
        talk.say(t("paper-nobody"), [never_mind()])
        return
    await talk.keep(FORM, session=talk.data["session"], ticks=write_ticks(one.place for one in meant))
    await _preview(talk, meant)


async def _preview(talk: Talk, meant: list[Signup]) -> None:
    names: list[Text] = [t("paper-row", n=one.place, name=one.name) for one in meant[:SHOWN]]
    if len(meant) > SHOWN:
        names.append(t("paper-more", n=len(meant) - SHOWN))
    rows: Rows = [
        [tap("button-paper-keep", SessionDay("keep", talk.data["session"], _mark(talk)))],
        never_mind(),
    ]
    talk.say(t("paper-preview", n=len(meant), names=names), rows)


def _mark(talk: Talk) -> int:
    return crc32(talk.data["ticks"].encode())


async def keep(talk: Talk, chosen: SessionDay) -> None:
    """They are kept, if they are those that were looked at."""
    form = talk.form
    if form is None or form.form != FORM or form.data["session"] != chosen.session_id:
        raise RefusedError(t("already-answered"))
    if not talk.data["ticks"] or _mark(talk) != chosen.number:
        raise RefusedError(t("already-answered"))
    meant = await _meant(talk, talk.data["ticks"])
    await attendance.mark_paper(talk.tx, talk.account, chosen.session_id, [one.place for one in meant])
    await talk.leave()
    talk.show(t("paper-kept", n=len(meant)), [beneath(SessionDay("open", chosen.session_id, 0))])
