"""One pair as each side sees it, with what each can do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.messages import Button, Text, t, verbatim
from domain.pairs import Side, State
from domain.pairtaps import PairDo, VisitDo
from handlers.talk import Rows, Talk, aside, tap
from services import pairs_access, pairs_cards, pairs_goals, pairs_lists, visits_log
from services.kinds import Pair

SEEING = (Side.HELPER, Side.SECOND, Side.STAND_IN, Side.NEXT, Side.HOUSEHOLD, Side.OFFICER, Side.CALLER)
"""Whose view somebody gets who is on several sides: the first of these."""
ASKED = (State.PROPOSED, State.ACCEPTED)


async def show(talk: Talk, row: Pair, side: Side) -> None:
    """The pair, as this side sees it."""
    await _VIEWS[side](talk, row)


def _do(text_id: str, action: str, row: Pair) -> list[Button]:
    return [tap(text_id, PairDo(action, row.id))]


async def _helper(talk: Talk, row: Pair) -> None:
    if row.state == State.PROPOSED:
        talk.put(await pairs_cards.ask_helper(talk.tx, row))
        return
    if row.state == State.ACCEPTED:
        name = await pairs_cards.person_name(talk.tx, row)
        talk.show(t("pair-asking-household", name=name), [aside("pairs-helping")])
        return
    rows: Rows = [[tap("button-visit-log", VisitDo("log", row.id, 0))]]
    if row.goals:
        rows.append(_do("button-progress", "progress", row))
    rest = _do("button-pair-pause", "pause", row)
    rows += [_do("button-pair-hand-over", "hand", row)]
    rows += [rest if row.state == State.ACTIVE else _do("button-pair-resume", "resume", row)]
    rows += [_do("button-pair-end", "end", row)]
    talk.show(await _for_helpers(talk, row), [*rows, aside("pairs-helping")])


async def _for_helpers(talk: Talk, row: Pair) -> Text:
    known = await pairs_cards.facts(talk.tx, row)
    text = t(
        "pair-view-helper",
        name=known.name,
        village=known.village,
        phone=known.phone,
        word=row.code_word or "",
        purpose=known.purpose,
        plan=known.plan,
        helper=known.helper,
        second=known.second,
        when=await pairs_lists.next_visit(talk.tx, row),
    )
    quiet = row.wants_other_at is not None  # then the note may be for somebody else than this helper
    notes = [t("pair-note", note=row.note)] if row.note and not quiet else []
    goals = await pairs_goals.lines(talk.tx, row)
    return t("lines", items=[text, *notes, *goals, *await visits_log.past(talk.tx, row)])


async def _second(talk: Talk, row: Pair) -> None:
    rows = [[tap("button-visit-log", VisitDo("log", row.id, 0))], *await _media_rows(talk, row)]
    talk.show(await _for_helpers(talk, row), [*rows, aside("pairs-helping")])


async def _stand_in(talk: Talk, row: Pair) -> None:
    talk.put(await pairs_cards.ask_second(talk.tx, row))


async def _next(talk: Talk, row: Pair) -> None:
    talk.put(await pairs_cards.ask_next(talk.tx, row))


async def _household(talk: Talk, row: Pair) -> None:
    if row.state == State.ACCEPTED:
        talk.put(await pairs_cards.ask_household(talk.tx, row))
        return
    known = await pairs_cards.facts(talk.tx, row)
    text = t(
        "pair-view-household",
        helper=known.helper,
        phone=known.helper_phone,
        word=row.code_word or "",
        plan=known.plan,
        when=await pairs_lists.next_visit(talk.tx, row),
    )
    goals = await pairs_goals.lines(talk.tx, row)
    rows = [[pairs_cards.other_button(row)]]
    pausing = _do("button-pair-pause-home", "pause", row)
    rows.append(pausing if row.state == State.ACTIVE else _do("button-pair-resume", "resume", row))
    rows.append(_do("button-pair-print", "print", row))
    talk.show(t("lines", items=[text, *goals]), [*rows, aside("more")])


async def _caller(talk: Talk, row: Pair) -> None:
    talk.put(await pairs_cards.ask_by_phone(talk.tx, row))


async def _officer(talk: Talk, row: Pair) -> None:
    known = await pairs_cards.facts(talk.tx, row)
    text = t(
        "pair-view-officer",
        name=known.name,
        village=known.village,
        phone=known.phone,
        helper=known.helper,
        helperphone=known.helper_phone,
        second=known.second,
        purpose=known.purpose,
        plan=known.plan,
        when=await pairs_lists.next_visit(talk.tx, row),
    )
    said = [
        *([t("pair-other-wanted")] if row.wants_other_at else []),
        *([t("pair-sought")] if row.seeking_at else []),
        *([t("pair-next-asked", helper=await _name(talk, row))] if row.next_id else []),
        *([t("pair-note", note=row.note)] if row.note else []),
        *([t("pair-over-why", why=pairs_cards.why(row))] if row.over_at else []),
        *await pairs_goals.lines(talk.tx, row),
        *await visits_log.past(talk.tx, row),
    ]
    talk.show(t("lines", items=[text, *said]), [*await _officer_rows(talk, row), aside("pairs-desk")])


async def _media_rows(talk: Talk, row: Pair) -> Rows:
    return [_do("button-visit-media", "media", row)] if await visits_log.media(talk.tx, row) else []


async def media(talk: Talk, pair_id: int) -> None:
    """The voices and pictures of the last visits, in messages of their own."""
    seeing = (Side.OFFICER, Side.HELPER, Side.SECOND)
    row, _ = await pairs_access.pair(talk.tx, talk.account, pair_id, *seeing)
    for content in await visits_log.media(talk.tx, row):
        talk.say(t("visit-media", name=await pairs_cards.person_name(talk.tx, row)), content=content)


async def _name(talk: Talk, row: Pair) -> Text:
    return verbatim(await pairs_cards.helper_name(talk.tx, row, row.next_id))


async def _officer_rows(talk: Talk, row: Pair) -> Rows:
    if row.over_at is not None:
        return [_do("button-pair-house", "house", row)]
    if row.state in ASKED:
        answers = [_do("button-pair-they-agree", "agree", row), _do("button-pair-they-refuse", "refuse", row)]
        asked = answers if row.state == State.ACCEPTED else []
        return [*asked, _do("button-pair-withdraw", "withdraw", row), _do("button-pair-house", "house", row)]
    resting = row.state == State.PAUSED
    rest = _do("button-pair-resume", "resume", row) if resting else _do("button-pair-pause", "pause", row)
    keep = (
        _do("button-pair-stays", "stays", row)
        if row.wants_other_at or row.seeking_at
        else _do("button-goals", "goals", row)
    )
    hand = _do("button-pair-hand", "hand", row)
    house = _do("button-pair-house", "house", row)
    last = await _media_rows(talk, row) or [house]  # five choices at most; the house is found by name too
    return [hand, keep, rest, _do("button-pair-end", "end", row), *last]


_VIEWS: dict[Side, Callable[[Talk, Pair], Awaitable[None]]] = {
    Side.HELPER: _helper,
    Side.SECOND: _second,
    Side.STAND_IN: _stand_in,
    Side.NEXT: _next,
    Side.HOUSEHOLD: _household,
    Side.CALLER: _caller,
    Side.OFFICER: _officer,
}
