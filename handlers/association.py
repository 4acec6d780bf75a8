"""The volunteers' association, for whoever looks after it: what waits, who is free, whom nobody asks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

from domain.helptaps import ExpenseDo, LookOver, VolunteerDo
from domain.messages import Button, Moment, Text, listed, t, verbatim
from domain.money import yuan
from domain.officetime import midnight
from domain.taps import Go
from domain.tasks import FURTHEST
from handlers.talk import Rows, Talk, aside, folded, left_over, paged, tap
from services import association, people, taskcards, volunteers
from services.errors import NotFoundError
from services.kinds import Expense, Volunteer


async def overview(talk: Talk) -> None:
    """What waits, and the ways on."""
    seen = await association.overview(talk.tx, talk.account)
    items = [
        *([t("association-applied", n=seen.applied)] if seen.applied else []),
        *([t("association-unasked", n=seen.unasked)] if seen.unasked else []),
        *([t("association-expenses", n=seen.expenses)] if seen.expenses else []),
        *([t("association-overdue", n=seen.overdue)] if seen.overdue else []),
        *([t("association-needing", n=seen.needing)] if seen.needing else []),
        *([t("association-unserved", n=seen.unserved)] if seen.unserved else []),
    ]
    rows = folded(await _ways(talk, seen), "volunteers-others")
    talk.show(t("association", items=items or [t("association-quiet")]), [*rows, aside("work")])


async def others(talk: Talk) -> None:
    """The ways on for which there was no room."""
    seen = await association.overview(talk.tx, talk.account)
    talk.show(t("association-others"), [*left_over(await _ways(talk, seen)), aside("volunteers")])


async def _ways(talk: Talk, seen: association.Overview) -> list[Button]:
    """Where one can go from here, first where somebody waits."""
    saturday = association.next_saturday(await _today(talk))
    ways = [
        (seen.expenses, tap("button-association-expenses", LookOver("expenses", 0))),
        (True, tap("button-association-all", LookOver("all", 0))),
        (seen.unserved, tap("button-association-unserved", LookOver("unserved", 0))),
        (True, tap("button-match", Go("match"))),
        (True, tap("button-association-free", LookOver("free", saturday))),
        (True, tap("button-pairs-desk", Go("pairs-desk"))),
        (seen.unasked, tap("button-association-unasked", LookOver("unasked", 0))),
    ]
    return [button for is_there, button in ways if is_there]


async def _today(talk: Talk) -> date:
    unit = await association.center_of(talk.tx, talk.account)
    return await taskcards.today(talk.tx, unit.id)


async def look(talk: Talk, chosen: LookOver) -> None:
    """One of the lists."""
    step = _PARTS.get(chosen.part)
    if step is None:
        raise NotFoundError
    await step(talk, max(0, chosen.number))


async def _list(talk: Talk, part: str, page: int, text: Text, items: list[Button]) -> None:
    rows = paged(items, page, lambda number: LookOver(part, number), association.PAGE)
    talk.show(text, [*rows, aside("volunteers")])


async def _all(talk: Talk, page: int) -> None:
    found = await association.everybody(talk.tx, talk.account)
    text = t("association-all", n=len(found)) if found else t("association-all-none")
    await _list(talk, "all", page, text, [await _item(talk, row) for row in found])


async def _unasked(talk: Talk, page: int) -> None:
    found = await association.unasked(talk.tx, talk.account)
    text = t("association-unasked-list", n=len(found)) if found else t("association-unasked-none")
    await _list(talk, "unasked", page, text, [await _item(talk, row) for row in found])


async def _item(talk: Talk, row: Volunteer) -> Button:
    name, state = await volunteers.name(talk.tx, row), t(f"volunteer-{row.state}")
    return tap("button-volunteer-row", VolunteerDo("open", row.id), name=name, state=state)


async def _expenses(talk: Talk, page: int) -> None:
    found = await association.to_pay(talk.tx, talk.account)
    text = t("association-expenses-list", n=len(found)) if found else t("association-expenses-none")
    await _list(talk, "expenses", page, text, [await _expense(talk, row) for row in found])


async def _expense(talk: Talk, row: Expense) -> Button:
    named = await people.names(talk.tx, row.center_id, [row.account_id])
    name = named.get(row.account_id, "?")
    return tap("button-expense-row", ExpenseDo("open", row.id), name=name, yuan=yuan(row.fen))


async def _free(talk: Talk, days: int) -> None:
    """Who is free so many days from today; the days before and after are one tap away."""
    days = min(days, FURTHEST)
    unit = await association.center_of(talk.tx, talk.account)
    day = await _today(talk) + timedelta(days=days)
    zone = await taskcards.zone(talk.tx, unit.id)
    found = await association.free_on(talk.tx, talk.account, day)
    rows: Rows = [
        [
            tap(
                "button-free-row",
                VolunteerDo("open", one.row.id),
                name=one.name,
                parts=listed([t(f"part-{part.value}") for part in one.parts]),
            )
        ]
        for one in found[: association.PAGE]
    ]
    turns = [tap("button-day-before", LookOver("free", days - 1))] if days else []
    turns.append(tap("button-day-after", LookOver("free", days + 1)))
    when = Moment(at=midnight(day, zone), style="date", zone=zone)
    names = t("lines", items=[t("association-name", name=one.name) for one in found[association.PAGE :]])
    text = t("association-free", day=when) if found else t("association-free-none", day=when)
    if len(found) > association.PAGE:
        text = t("lines", items=[text, names])
    back = [tap("button-back", Go("volunteers")), tap("button-person", Go("person"))]
    talk.show(text, [*rows, turns, back])


async def _unserved(talk: Talk, page: int) -> None:
    """The households with a tag and without a helper, by name; a helper is found for one, or for many."""
    found, count = await association.unserved(talk.tx, talk.account, page)
    if not found and page:
        await _unserved(talk, 0)
        return
    items = [
        t(
            "association-unserved-row",
            name=one.name,
            village=one.village,
            tags=listed([verbatim(tag) for tag in one.tags]),
        )
        for one in found
    ]
    turns = [tap("button-previous", LookOver("unserved", page - 1))] if page else []
    if count > (page + 1) * association.LISTED:
        turns.append(tap("button-next", LookOver("unserved", page + 1)))
    text = t("association-unserved-list", n=count, items=items) if found else t("association-unserved-none")
    ways = [[tap("button-pair-new", Go("pair-new"))], [tap("button-match", Go("match"))]]
    talk.show(text, [*ways, *([turns] if turns else []), aside("volunteers")])


_PARTS: dict[str, Callable[[Talk, int], Awaitable[None]]] = {
    "all": _all,
    "unasked": _unasked,
    "expenses": _expenses,
    "free": _free,
    "unserved": _unserved,
}
