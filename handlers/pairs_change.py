"""Changing a pair: resting, ending, handing over, goals, a month's progress; and a helper who is away."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

from domain.days import read_day
from domain.messages import t
from domain.pairs import EndReason, Side
from domain.pairtaps import PairDo, PairPick, PairSay
from domain.taps import Go
from handlers import hotlines
from handlers.drafts import said_now
from handlers.pairs_asking import OPEN, PAUSES, QUESTIONS, pair
from handlers.pairs_draft import CHANGE, check_free
from handlers.talk import Talk, aside, tap
from services import (
    leave,
    pairs_access,
    pairs_cards,
    pairs_changes,
    pairs_goals,
    pairs_handover,
    pairs_seconds,
    visits,
    visits_away,
)
from services.errors import NotFoundError, RefusedError
from services.kinds import Pair


async def _begin(talk: Talk, step: str, pair_id: int = 0, **data: Any) -> None:
    check_free(talk)
    await _go(talk, step, pair=pair_id, **data)


async def _go(talk: Talk, step: str, page: int = 0, **data: Any) -> None:
    """Keep what was answered, and ask the next question."""
    kept = talk.data if talk.form is not None and talk.form.form == CHANGE else {}
    await talk.keep(CHANGE, **{**kept, **data, "step": step})
    await _ask(talk, page)


async def _ask(talk: Talk, page: int) -> None:
    try:
        text, rows = await QUESTIONS[talk.data["step"]](talk, page)
    except RefusedError:
        await talk.leave()  # whoever may not do it any more is not kept in the form
        raise
    talk.show(text, [*rows, [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]])


async def ask(talk: Talk) -> None:
    """Ask the question the form is at again."""
    await _ask(talk, 0)


async def turn(talk: Talk, page: int) -> None:
    """Turn to another page of those who could take it over, or be the second helper."""
    _step(talk, "second" if talk.data.get("step") == "second" else "next")
    await _ask(talk, page)


def _step(talk: Talk, step: str) -> None:
    """Raises RefusedError when the form is not at this step (an old button)."""
    if talk.form is None or talk.form.form != CHANGE or talk.data["step"] != step:
        raise RefusedError(t("already-answered"))


async def pause(talk: Talk, pair_id: int) -> None:
    """Let a pair rest."""
    await pairs_changes.begun(talk.tx, talk.account, pair_id, *pairs_changes.PEOPLE)
    await _begin(talk, "pause", pair_id)


async def end(talk: Talk, pair_id: int) -> None:
    """End a pair."""
    await pairs_changes.begun(talk.tx, talk.account, pair_id, Side.OFFICER, Side.HELPER)
    await _begin(talk, "end", pair_id)


async def hand(talk: Talk, pair_id: int) -> None:
    """Hand a pair over: its helper says what the next one must know, whoever looks after it chooses."""
    _, side = await pairs_changes.begun(talk.tx, talk.account, pair_id, Side.HELPER, Side.OFFICER)
    await _begin(talk, "note" if side is Side.HELPER else "next", pair_id)


async def second(talk: Talk, pair_id: int) -> None:
    """Find another second helper."""
    await pairs_seconds.check(talk.tx, talk.account, pair_id)
    await _begin(talk, "second", pair_id)


async def goals(talk: Talk, pair_id: int) -> None:
    """Write the goals."""
    await pairs_access.pair(talk.tx, talk.account, pair_id, Side.OFFICER)
    await _begin(talk, "goals", pair_id)


async def progress(talk: Talk, pair_id: int) -> None:
    """Say what the month has brought."""
    await pairs_access.pair(talk.tx, talk.account, pair_id, Side.HELPER)
    await _begin(talk, "progress", pair_id)


async def away(talk: Talk) -> None:
    """A helper is away for some days."""
    if not await pairs_access.helps(talk.tx, talk.account):
        raise NotFoundError
    await _begin(talk, "away")


async def message(talk: Talk) -> None:
    """Something was typed: a reason, a day, a note, goals, a sentence."""
    step, words = talk.data["step"], talk.text.strip()
    if (said := said_now(talk)) is not None and not talk.account.grants:
        hotlines.warn(talk, said)
    if not words or step in ("sure", "whom", "next", "second"):
        await ask(talk)
    elif step in ("until", "away"):
        day = read_day(words, await _today(talk))
        if day is None:
            talk.say(t("leave-day-unclear"))
        else:
            await _DAYS[step](talk, day)
    else:
        await _WORDS[step](talk, words)


async def _today(talk: Talk) -> date:
    if talk.data["pair"]:
        return await visits.today(talk.tx, await pair(talk, *pairs_changes.PEOPLE))
    return await leave.today(talk.tx, talk.account)


async def say(talk: Talk, chosen: PairSay) -> None:
    """A word was tapped."""
    _step(talk, chosen.step)
    step, word = chosen.step, chosen.word
    if step in _DAYS and word.isdecimal():
        await _DAYS[step](talk, await _today(talk) + timedelta(days=int(word[:3])))
    elif (step, word) == ("until", OPEN):
        await _pause_until(talk, None)
    elif step == "sure":
        await _ended(talk)
    elif step == "whom":
        await _handed(talk, word)
    elif (step, word) in (("note", "none"), ("progress", "nothing")):
        await _WORDS[step](talk, "")
    elif (step == "pause" and word in PAUSES) or (step == "end" and word in {*EndReason}):
        await _WORDS[step](talk, word)
    else:
        raise NotFoundError


async def pick(talk: Talk, chosen: PairPick) -> None:
    """Who is to be asked to take it over, or to be the second helper, was tapped."""
    if chosen.step not in ("next", "second"):
        raise RefusedError(t("already-answered"))
    _step(talk, chosen.step)
    if chosen.step == "next":
        await _go(talk, "note", volunteer=chosen.value)
        return
    row = await pairs_seconds.ask(talk.tx, talk.account, talk.data["pair"], chosen.value)
    await talk.leave()
    helper = await pairs_cards.helper_name(talk.tx, row, row.asked_second_id)
    talk.show(t("second-asked", helper=helper), [aside()])


async def _pause_until(talk: Talk, until: date | None) -> None:
    row = await pairs_changes.pause(talk.tx, talk.account, talk.data["pair"], talk.data["why"], until)
    await talk.leave()
    known = await pairs_cards.facts(talk.tx, row)
    talk.show(t("pause-done", name=known.name, helper=known.helper), [aside()])


async def _ended(talk: Talk) -> None:
    row = await pairs_changes.end(talk.tx, talk.account, talk.data["pair"], talk.data["why"])
    await talk.leave()
    talk.show(t("end-done", name=await pairs_cards.person_name(talk.tx, row)), [aside()])


async def _noted(talk: Talk, words: str) -> None:
    """What the next one must know; whoever looks after the pair has chosen them before."""
    if "volunteer" not in talk.data:
        await _go(talk, "whom", note=words)
        return
    pair_id, volunteer_id = talk.data["pair"], talk.data["volunteer"]
    row = await pairs_handover.offer(talk.tx, talk.account, pair_id, volunteer_id, words)
    await _asked(talk, row)


async def _handed(talk: Talk, word: str) -> None:
    pair_id, note = talk.data["pair"], talk.data["note"]
    if word == "second":
        await _asked(talk, await pairs_handover.offer_second(talk.tx, talk.account, pair_id, note))
        return
    await pairs_handover.seek(talk.tx, talk.account, pair_id, note)
    await talk.leave()
    talk.show(t("hand-sought"), [aside("pairs-helping")])


async def _asked(talk: Talk, row: Pair) -> None:
    await talk.leave()
    helper = await pairs_cards.helper_name(talk.tx, row, row.next_id)
    talk.show(t("hand-asked", helper=helper), [aside()])


async def _goals_set(talk: Talk, words: str) -> None:
    row = await pairs_goals.set_goals(talk.tx, talk.account, talk.data["pair"], words)
    await talk.leave()
    look = [tap("button-pair-open", PairDo("open", row.id))]
    talk.show(t("goals-done", goals=pairs_cards.goals(row)), [look, aside()])


async def _progress_said(talk: Talk, words: str) -> None:
    await pairs_goals.say(talk.tx, talk.account, talk.data["pair"], words)
    await talk.leave()
    talk.show(t("progress-done"), [aside("pairs-helping")])


async def _away_until(talk: Talk, last: date) -> None:
    n = await visits_away.away(talk.tx, talk.account, last)
    await talk.leave()
    done = t("pairs-away-done", n=n) if n else t("pairs-away-done-none")
    talk.show(done, [aside("pairs-helping")])


async def _why_pause(talk: Talk, words: str) -> None:
    await _go(talk, "until", why=words)


async def _why_end(talk: Talk, words: str) -> None:
    await _go(talk, "sure", why=words)


STEPS: dict[str, Callable[[Talk, int], Awaitable[None]]] = {
    "pause": pause,
    "end": end,
    "hand": hand,
    "second": second,
    "goals": goals,
    "progress": progress,
}
"""What buttons on a pair begin with these forms."""
_WORDS: dict[str, Callable[[Talk, str], Awaitable[None]]] = {
    "pause": _why_pause,
    "end": _why_end,
    "note": _noted,
    "goals": _goals_set,
    "progress": _progress_said,
}
_DAYS: dict[str, Callable[[Talk, date], Awaitable[None]]] = {"until": _pause_until, "away": _away_until}
