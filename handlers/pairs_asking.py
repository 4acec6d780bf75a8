"""What is asked while a pair is changed: why, until when, who goes on with it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.messages import Button, Text, t
from domain.pairs import EndReason, PauseReason, Side
from domain.pairtaps import PairSay
from handlers.pairs_questions import Question, listed
from handlers.talk import Rows, Talk, tap
from services import pairs_cards, pairs_changes
from services.candidates import candidates
from services.kinds import Pair

PAUSES = (PauseReason.HOSPITAL, PauseReason.AWAY, PauseReason.BUSY)
PAUSE_DAYS = (14, 30)
AWAY_DAYS = (7, 14, 30)
OPEN = "open"


async def pair(talk: Talk, *sides: Side) -> Pair:
    """The pair the form is about, for somebody on one of these sides of it. Raises RefusedError."""
    return (await pairs_changes.begun(talk.tx, talk.account, talk.data["pair"], *sides))[0]


def _say(text_id: str, step: str, word: str, **args: int) -> list[Button]:
    return [tap(text_id, PairSay(step, word), **args)]


async def _q_pause(talk: Talk, _page: int) -> Question:
    await pair(talk, *pairs_changes.PEOPLE)
    return t("pause-why"), [_say(f"button-why-{one}", "pause", one) for one in PAUSES]


async def _q_until(talk: Talk, _page: int) -> Question:
    await pair(talk, *pairs_changes.PEOPLE)
    rows = [_say("button-in-days", "until", str(days), n=days) for days in PAUSE_DAYS]
    return t("pause-until"), [*rows, _say("button-until-open", "until", OPEN)]


async def _q_end(talk: Talk, _page: int) -> Question:
    await pair(talk, Side.OFFICER, Side.HELPER)
    return t("end-why"), [_say(f"button-why-{one}", "end", one) for one in EndReason]


async def _q_sure(talk: Talk, _page: int) -> Question:
    row = await pair(talk, Side.OFFICER, Side.HELPER)
    known = await pairs_cards.facts(talk.tx, row)
    return t("end-sure", name=known.name, helper=known.helper), [_say("button-end-sure", "sure", "yes")]


async def _q_note(talk: Talk, _page: int) -> Question:
    row = await pair(talk, Side.HELPER, Side.OFFICER)
    return t("hand-note", name=await pairs_cards.person_name(talk.tx, row)), [
        _say("button-no-note", "note", "none")
    ]


async def _q_whom(talk: Talk, _page: int) -> Question:
    row = await pair(talk, Side.HELPER)
    rows = [_say("button-hand-center", "whom", "center")]
    if row.second_id is not None:
        name = await pairs_cards.helper_name(talk.tx, row, row.second_id)
        rows.insert(0, [tap("button-hand-second", PairSay("whom", "second"), helper=name)])
    return t("hand-whom"), rows


async def _q_next(talk: Talk, page: int) -> Question:
    items, rows = await _named(talk, page)
    return t("hand-next", items=items) if items else t("pair-no-candidates"), rows


async def _q_second(talk: Talk, page: int) -> Question:
    items, rows = await _named(talk, page)
    return t("pair-which-second", items=items) if items else t("pair-which-second-none"), rows


async def _named(talk: Talk, page: int) -> tuple[list[Text], Rows]:
    """A page of those who could be asked, for whoever looks after the pair."""
    row = await pair(talk, Side.OFFICER)
    found = await candidates(talk.tx, row.center_id, row.household_id)
    return listed(found, page, talk.data["step"], "pair-next")


async def _q_goals(_talk: Talk, _page: int) -> Question:
    return t("pair-write-goals"), []


async def _q_progress(talk: Talk, _page: int) -> Question:
    row = await pair(talk, Side.HELPER)
    text = t("progress-what", goals=pairs_cards.goals(row) or [t("pair-no-goals")])
    return text, [_say("button-progress-nothing", "progress", "nothing")]


async def _q_away(_talk: Talk, _page: int) -> Question:
    return t("pairs-away"), [_say("button-in-days", "away", str(days), n=days) for days in AWAY_DAYS]


QUESTIONS: dict[str, Callable[[Talk, int], Awaitable[Question]]] = {
    "pause": _q_pause,
    "until": _q_until,
    "end": _q_end,
    "sure": _q_sure,
    "note": _q_note,
    "whom": _q_whom,
    "next": _q_next,
    "second": _q_second,
    "goals": _q_goals,
    "progress": _q_progress,
    "away": _q_away,
}
