"""Standing pairs: whom I help, who helps my household, the center's pairs; and answering about one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.messages import Button, Text, t
from domain.pairs import Side
from domain.pairtaps import PairDo, PairOther, PairPick, PairSay
from domain.taps import Go, Page
from handlers import pairs_change, pairs_form, pairs_views
from handlers.pairs_draft import CHANGE
from handlers.talk import Rows, Talk, aside, folded, left_over, tap
from services import (
    association,
    pairs,
    pairs_access,
    pairs_cards,
    pairs_changes,
    pairs_handover,
    pairs_lists,
    pairs_print,
    pairs_seconds,
    visits_away,
)
from services.errors import NotFoundError, RefusedError
from services.kinds import Pair

KINDS = (pairs_lists.NEEDING, pairs_lists.OVERDUE, *pairs_lists.KINDS)
"""The lists there are of a center's pairs, those first that want something done."""


async def screen(talk: Talk) -> None:
    """Whatever somebody has to do with pairs; who has more than one thing to do with them chooses."""
    rooms = await _rooms(talk)
    if not rooms:
        talk.show(t("pairs-none"), [aside("more")])
    elif len(rooms) == 1:
        await rooms[0][1](talk)
    else:
        talk.show(t("pairs-which"), [*([button] for button, _ in rooms), aside("more")])


async def _rooms(talk: Talk) -> list[tuple[Button, Callable[[Talk], Awaitable[None]]]]:
    center_id = talk.account.current_center_id
    rooms: list[tuple[Button, Callable[[Talk], Awaitable[None]]]] = []
    if center_id is not None and await association.looks_after(talk.tx, talk.account, center_id):
        rooms.append((tap("button-pairs-desk", Go("pairs-desk")), desk))
    if await pairs_access.helps(talk.tx, talk.account):
        rooms.append((tap("button-pairs-helping", Go("pairs-helping")), helping))
    if await pairs_access.at_home(talk.tx, talk.account):
        rooms.append((tap("button-pairs-home", Go("pairs-home")), at_home))
    return rooms


async def more_rows(talk: Talk) -> Rows:
    """What there is of pairs under "more": one button, for whoever helps or is helped."""
    helps = await pairs_access.helps(talk.tx, talk.account)
    helped = await pairs_access.at_home(talk.tx, talk.account)
    if helps and helped:
        return [[tap("button-pairs", Go("pairs"))]]
    if helps:
        return [[tap("button-pairs-helping", Go("pairs-helping"))]]
    return [[tap("button-pairs-home", Go("pairs-home"))]] if helped else []


async def work_rows(talk: Talk) -> Rows:
    """The same for whoever looks after a center's pairs."""
    center_id = talk.account.current_center_id
    if center_id is None or not await association.looks_after(talk.tx, talk.account, center_id):
        return []
    return [[tap("button-pairs-desk", Go("pairs-desk"))]]


def _turns(name: str, page: int, more: bool) -> Rows:
    turns = [tap("button-previous", Page(name, page - 1))] if page > 0 else []
    if more:
        turns.append(tap("button-next", Page(name, page + 1)))
    return [turns] if turns else []


async def _rows_of(talk: Talk, rows: list[Pair]) -> tuple[list[Text], Rows]:
    """Each pair in words and as a button."""
    items, buttons = [], []
    for row in rows:
        known = await pairs_cards.facts(talk.tx, row)
        when = await pairs_lists.next_visit(talk.tx, row)
        items.append(t("pair-row", name=known.name, village=known.village, helper=known.helper, when=when))
        buttons.append([tap("button-pair", PairDo("open", row.id), name=known.name, helper=known.helper)])
    return items, buttons


async def helping(talk: Talk, page: int = 0) -> None:
    """The households somebody helps, and when each is visited next."""
    found = await pairs_access.helps(talk.tx, talk.account)
    if not found:
        talk.show(t("pairs-helping-none"), [aside("more")])
        return
    size = pairs_lists.PAGE
    page = min(page, (len(found) - 1) // size)
    here = found[page * size : (page + 1) * size]
    items = []
    for row in here:
        known = await pairs_cards.facts(talk.tx, row)
        when = await pairs_lists.next_visit(talk.tx, row)
        items.append(t("pair-row-helper", name=known.name, village=known.village, when=when))
    buttons = [
        [tap("button-pair-home", PairDo("open", row.id), name=await pairs_cards.person_name(talk.tx, row))]
        for row in here
    ]
    away = await visits_away.is_away(talk.tx, talk.account)
    last = tap("button-pairs-back", Go("pairs-back")) if away else tap("button-pairs-away", Go("pairs-away"))
    turns = _turns("pairs-helping", page, len(found) > (page + 1) * size)
    talk.show(t("pairs-helping", items=items), [*buttons, [last], *turns, aside("more")])


async def back(talk: Talk) -> None:
    """Back early: visits are theirs again."""
    await visits_away.back(talk.tx, talk.account)
    talk.show(t("pairs-back"), [aside("pairs-helping")])


async def at_home(talk: Talk) -> None:
    """Who helps somebody's own household."""
    found = await pairs_access.at_home(talk.tx, talk.account)
    if not found:
        talk.show(t("pairs-home-none"), [aside("more")])
    elif len(found) == 1:
        await pairs_views.show(talk, found[0], Side.HOUSEHOLD)
    else:
        items, buttons = await _rows_of(talk, found)
        talk.show(t("pairs-home", items=items), [*buttons[:5], aside("more")])


async def desk(talk: Talk) -> None:
    """The center's pairs, for whoever looks after them."""
    talk.show(t("pairs-desk"), [*folded(await _lists(talk), "pairs-desk-others"), aside("work")])


async def desk_others(talk: Talk) -> None:
    """The lists for which there was no room."""
    talk.show(t("pairs-desk"), [*left_over(await _lists(talk)), aside("pairs-desk")])


async def _lists(talk: Talk) -> list[Button]:
    """A new pair, and a list for each kind of which there is any."""
    counts = await pairs_lists.count(talk.tx, talk.account, talk.account.current_center_id or 0)
    lists = [
        tap(f"button-pairs-{kind}", Page(f"pairs-{kind}", 0), n=counts[kind])
        for kind in KINDS
        if counts[kind]
    ]
    return [tap("button-pair-new", Go("pair-new")), *lists]


async def listed(kind: str, talk: Talk, page: int) -> None:
    """The pairs of a kind, those first that have waited the longest."""
    center_id = talk.account.current_center_id or 0
    rows, more = await pairs_lists.listed(talk.tx, talk.account, center_id, kind, page)
    items, buttons = await _rows_of(talk, rows)
    text = t(f"pairs-{kind}", items=items) if rows else t("pairs-list-none")
    talk.show(text, [*buttons, *_turns(f"pairs-{kind}", page, more), aside("pairs-desk")])


async def do(talk: Talk, chosen: PairDo) -> None:
    """A button about a pair."""
    step = _STEPS.get(chosen.action)
    if step is None:
        raise NotFoundError
    await step(talk, chosen.pair_id)


async def pick(talk: Talk, chosen: PairPick) -> None:
    """Somebody, or a number, was tapped in one of the forms."""
    changing = talk.form is not None and talk.form.form == CHANGE
    await (pairs_change.pick if changing else pairs_form.pick)(talk, chosen)


async def say(talk: Talk, chosen: PairSay) -> None:
    """A word was tapped in one of the forms."""
    changing = talk.form is not None and talk.form.form == CHANGE
    await (pairs_change.say if changing else pairs_form.say)(talk, chosen)


async def _open(talk: Talk, pair_id: int) -> None:
    row, side = await pairs_access.pair(talk.tx, talk.account, pair_id, *pairs_views.SEEING)
    await pairs_views.show(talk, row, side)


async def _accept(talk: Talk, pair_id: int) -> None:
    row = await pairs.accept(talk.tx, talk.account, pair_id)
    talk.show(t("pair-accept-done", name=await pairs_cards.person_name(talk.tx, row)), [aside()])


async def _decline(talk: Talk, pair_id: int) -> None:
    await pairs.decline(talk.tx, talk.account, pair_id)
    talk.show(t("pair-decline-done"), [aside()])


async def _agree(talk: Talk, pair_id: int) -> None:
    row, side = await pairs.agree(talk.tx, talk.account, pair_id)
    helper = await pairs_cards.helper_name(talk.tx, row)
    if side is Side.HOUSEHOLD:
        talk.show(t("pair-agree-done", helper=helper), [aside()])
    else:
        name, word = await pairs_cards.person_name(talk.tx, row), row.code_word or ""
        talk.show(t("pair-they-agree-done", name=name, helper=helper, word=word), [aside()])


async def _refuse(talk: Talk, pair_id: int) -> None:
    row, side = await pairs.refuse(talk.tx, talk.account, pair_id)
    if side is Side.HOUSEHOLD:
        talk.show(t("pair-refuse-done"), [aside()])
    else:
        name = await pairs_cards.person_name(talk.tx, row)
        talk.show(t("pair-they-refuse-done", name=name), [aside()])


async def other(talk: Talk, chosen: PairOther) -> None:
    """The household would like somebody else."""
    await pairs_changes.want_other(talk.tx, talk.account, chosen.pair_id, chosen.turn)
    talk.show(t("pair-other-done"), [aside()])


async def _stays(talk: Talk, pair_id: int) -> None:
    await pairs_changes.stays(talk.tx, talk.account, pair_id)
    talk.show(t("pair-stays-done"), [aside("pairs-desk")])


async def _take(talk: Talk, pair_id: int) -> None:
    row = await pairs_handover.take_over(talk.tx, talk.account, pair_id)
    talk.show(t("pair-take-done", name=await pairs_cards.person_name(talk.tx, row)), [aside()])


async def _pass(talk: Talk, pair_id: int) -> None:
    await pairs_handover.decline(talk.tx, talk.account, pair_id)
    talk.show(t("pair-decline-done"), [aside()])


async def _stand_in(talk: Talk, pair_id: int) -> None:
    row = await pairs_seconds.agree(talk.tx, talk.account, pair_id)
    known = await pairs_cards.facts(talk.tx, row)
    look = [tap("button-pair-open", PairDo("open", row.id))]
    talk.show(t("pair-second-done", name=known.name, helper=known.helper), [look, aside()])


async def _no_second(talk: Talk, pair_id: int) -> None:
    await pairs_seconds.decline(talk.tx, talk.account, pair_id)
    talk.show(t("pair-decline-done"), [aside()])


async def _withdraw(talk: Talk, pair_id: int) -> None:
    row = await pairs.withdraw(talk.tx, talk.account, pair_id)
    name = await pairs_cards.person_name(talk.tx, row)
    talk.show(t("pair-withdraw-done", name=name), [aside("pairs-desk")])


async def _resume(talk: Talk, pair_id: int) -> None:
    row = await pairs_changes.resume(talk.tx, talk.account, pair_id)
    when = await pairs_lists.next_visit(talk.tx, row)
    talk.show(t("pair-resume-done", name=await pairs_cards.person_name(talk.tx, row), when=when), [aside()])


async def _house(talk: Talk, pair_id: int) -> None:
    row, _ = await pairs_access.pair(talk.tx, talk.account, pair_id, Side.OFFICER)
    if row.center_id != talk.account.current_center_id:
        raise RefusedError(t("pair-other-center"))
    await pairs_form.open_house(talk, row)


async def _print(talk: Talk, pair_id: int) -> None:
    talk.send(await pairs_print.card(talk.tx, talk.account, pair_id))


_STEPS: dict[str, Callable[[Talk, int], Awaitable[None]]] = {
    "open": _open,
    "accept": _accept,
    "decline": _decline,
    "agree": _agree,
    "refuse": _refuse,
    "stays": _stays,
    "take": _take,
    "pass": _pass,
    "stand-in": _stand_in,
    "no-second": _no_second,
    "withdraw": _withdraw,
    "resume": _resume,
    "house": _house,
    "print": _print,
    "media": pairs_views.media,
    **pairs_change.STEPS,
}
