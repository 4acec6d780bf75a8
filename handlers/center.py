"""The overview of a center, and of the centers below an office: counts with a picture, and short lists."""

from __future__ import annotations

from domain.listtaps import CountsOf
from domain.messages import Bar, Chart, Outgoing, Shade, Text, t
from domain.taps import Go, Open
from domain.worktaps import LookAt
from handlers import home
from handlers.talk import Rows, Talk, aside, paged, tap
from services import center, whereabouts
from services.center import About, Listing, Overview, Part
from services.errors import NotFoundError

MOST_CENTERS = 12
"""Centers that are named in an office's overview, the most pressing; the rest is added up."""
_LISTS: dict[str, tuple[Listing, About]] = {
    "late": ("late", "due"),
    "unowned": ("unowned", "waiting"),
    "risen": ("risen", "due"),
}


async def overview(talk: Talk) -> None:
    """The overview of what this person looks over, their current center first."""
    mine = center.looked_over(talk.account)
    if not mine:
        rows = (
            [[tap("button-desk", Go("desk"))]] if home.has_desk(talk) else [[tap("button-menu", Go("menu"))]]
        )
        talk.show(t("center-not-yours"), [*rows, aside()])
        return
    await _counts(talk, mine[0])


async def look(talk: Talk, chosen: LookAt) -> None:
    """A unit's overview, or a page of one of its lists."""
    page = max(0, chosen.page)
    if not chosen.part:
        await _counts(talk, chosen.unit_id)
    elif chosen.part == "centers":
        await _centers(talk, chosen.unit_id, page)
    elif chosen.part in _LISTS:
        await _list(talk, chosen.unit_id, *_LISTS[chosen.part], page)
    else:
        raise NotFoundError


async def _counts(talk: Talk, unit_id: int) -> None:
    seen = await center.overview(talk.tx, talk.account, unit_id)
    rows = [*_ways_on(seen), aside("work" if seen.leads else "center")]
    if not seen.whole.open:
        talk.show(t("center-nothing", unit=seen.unit.name), rows)
        return
    parts = [part for part in seen.parts if part.open]
    if seen.unit.kind != "center":
        parts = center.at_most(MOST_CENTERS, parts)
    text = t(
        "center-overview",
        unit=seen.unit.name,
        whole=_numbers(seen.whole),
        parts=[t("center-part", label=part.label, numbers=_numbers(part)) for part in parts],
        more=await _more(talk, seen),
    )
    drawn = [part for part in parts if part.sums == 1]  # the sum of many would dwarf those it is beside
    if len(drawn) == 1:  # a picture of one bar says nothing that the words do not
        talk.show(text, rows)
    else:
        talk.send(Outgoing(text=text, attachment=_chart(seen, drawn), buttons=rows))


def _numbers(part: Part) -> Text:
    return t("center-numbers", open=part.open, held=part.held, waiting=part.waiting, late=part.late)


async def _more(talk: Talk, seen: Overview) -> list[Text]:
    """How far they are, how many nobody has, and the oldest."""
    lines = [t("center-state", status=t(f"status-{status}"), n=count) for status, count in seen.states]
    if seen.whole.unowned:
        lines.append(t("center-unowned", n=seen.whole.unowned))
    if seen.oldest is not None:
        asked = await whereabouts.when(talk.tx, seen.oldest, seen.oldest.created_at, "short")
        lines.append(t("center-oldest", head=await center.head(talk.tx, seen.oldest), asked=asked))
    return lines


def _chart(seen: Overview, parts: list[Part]) -> Chart:
    return Chart(
        title=t("center-chart", unit=seen.unit.name),
        legend=(
            Shade(text=t("center-held"), tone="calm"),
            Shade(text=t("center-waiting"), tone="wait"),
            Shade(text=t("center-late"), tone="late"),
        ),
        bars=tuple(Bar(label=part.label, counts=(part.held, part.waiting, part.late)) for part in parts),
    )


def _ways_on(seen: Overview) -> Rows:
    unit, whole = seen.unit, seen.whole
    rows: Rows = []
    if unit.kind == "center" and seen.leads:
        if whole.unowned:
            rows.append([tap("button-center-unowned", LookAt(unit.id, "unowned", 0), n=whole.unowned)])
        if whole.late:
            rows.append([tap("button-center-late", LookAt(unit.id, "late", 0), n=whole.late)])
    elif unit.kind != "center":
        if seen.risen:
            rows.append([tap("button-center-risen", LookAt(unit.id, "risen", 0), n=seen.risen)])
        rows.append([tap("button-centers-below", LookAt(unit.id, "centers", 0))])
    return [
        *rows,
        [tap("button-center-activities", CountsOf(unit.id, "", 0))],
        *([tap("button-center-other", LookAt(one.id, "", 0), unit=one.name)] for one in seen.others[:2]),
    ]


async def _centers(talk: Talk, unit_id: int, page: int) -> None:
    """The centers below an office, a tap on one opens its counts."""
    seen = await center.overview(talk.tx, talk.account, unit_id)
    if seen.unit.kind == "center":
        raise NotFoundError
    last = max(0, (len(seen.parts) - 1) // center.PAGE)
    page = min(page, last)
    shown = seen.parts[page * center.PAGE : (page + 1) * center.PAGE]
    items = [t("center-part", label=part.label, numbers=_numbers(part)) for part in shown]
    buttons = [tap("button-text", LookAt(part.unit_id or 0, "", 0), text=part.label) for part in seen.parts]
    rows = paged(buttons, page, lambda n: LookAt(unit_id, "centers", n), size=center.PAGE)
    talk.show(t("center-centers", unit=seen.unit.name, items=items), [*rows, aside("center")])


async def _list(talk: Talk, unit_id: int, what: Listing, about: About, page: int) -> None:
    """A page of requests; a button for each that this person may open."""
    found = await center.listed(talk.tx, talk.account, unit_id, what, page)
    if not found.rows and page > 0:
        await _list(talk, unit_id, what, about, 0)
        return
    items = [await center.say(talk.tx, row, about) for row in found.rows]
    turns = []
    if page > 0:
        turns.append(tap("button-previous", LookAt(unit_id, what, page - 1)))
    if found.total > (page + 1) * center.PAGE:
        turns.append(tap("button-next", LookAt(unit_id, what, page + 1)))
    rows = [
        [tap("button-text", Open(row.id), text=await center.label(talk.tx, row))]
        for row in await center.openable(talk.tx, talk.account, found.rows)
    ]
    text = t(f"center-list-{what}", n=found.total, items=items) if items else t("center-list-none")
    talk.show(text, [*rows, *([turns] if turns else []), aside("center")])
