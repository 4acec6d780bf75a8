"""How many seats are offered and taken, for whoever leads a center and for the offices above: no names, and
the centers in the order in which they were set up."""

from __future__ import annotations

from collections.abc import Sequence

from domain.listtaps import CountsOf
from domain.messages import Bar, Chart, Outgoing, Shade, Text, t
from domain.worktaps import LookAt
from handlers.signup_lists import under
from handlers.talk import Talk, tap, turns
from services import activity_counts
from services.activity_counts import Overview, Part, Sum
from services.errors import NotFoundError

PAGE = 12
"""Centers of a page, and bars of its picture."""


async def show(talk: Talk, chosen: CountsOf) -> None:
    """A page of the counts, or all of them as a table."""
    match chosen.what:
        case "":
            await _counts(talk, chosen)
        case "table":
            table = await activity_counts.table(talk.tx, talk.account, chosen.unit_id)
            back = under(CountsOf(chosen.unit_id, "", 0))
            talk.send(Outgoing(text=t("activity-counts-table"), attachment=table, buttons=[back]))
        case _:
            raise NotFoundError


async def _counts(talk: Talk, chosen: CountsOf) -> None:
    seen = await activity_counts.overview(talk.tx, talk.account, chosen.unit_id)
    last = max(0, (len(seen.centers) - 1) // PAGE)
    page = min(max(chosen.page, 0), last)
    centers = seen.centers[page * PAGE : (page + 1) * PAGE]
    text = t(
        "activity-counts",
        unit=seen.unit.name,
        coming=_numbers(seen.whole.coming),
        been=_numbers(seen.whole.been),
        kinds=[_line(one) for one in seen.kinds],
        centers=[_line(one) for one in centers],
    )
    rows = [
        [tap("button-list-table", CountsOf(chosen.unit_id, "table", 0))],
        *turns(page, last, lambda n: CountsOf(chosen.unit_id, "", n)),
    ]
    chart = _chart(seen, centers or seen.kinds)
    message = Outgoing(text=text, attachment=chart, buttons=[*rows, under(LookAt(chosen.unit_id, "", 0))])
    if chart is None:
        talk.put(message)
    else:
        talk.send(message)


def _line(part: Part) -> Text:
    return t(
        "activity-counts-line",
        label=part.label,
        coming=_numbers(part.coming),
        been=_numbers(part.been),
    )


def _numbers(one: Sum) -> Text:
    if not one.activities:
        return t("activity-counts-nothing")
    cells = {"n": one.activities, "seats": one.seats, "filled": one.filled, "waiting": one.waiting}
    if one.unlimited:
        return t("activity-counts-numbers-any", unlimited=one.unlimited, **cells)
    return t("activity-counts-numbers", **cells)


def _chart(seen: Overview, parts: Sequence[Part]) -> Chart | None:
    """A picture of what is to come; none of a single bar, which says nothing that the words do not."""
    if len(parts) < 2 or not seen.whole.coming.activities:
        return None
    return Chart(
        title=t("activity-counts-chart", unit=seen.unit.name),
        legend=(
            Shade(text=t("activity-counts-filled"), tone="calm"),
            Shade(text=t("activity-counts-free"), tone="wait"),
            Shade(text=t("activity-counts-waiting"), tone="late"),
        ),
        bars=tuple(Bar(label=one.label, counts=_bar(one.coming)) for one in parts),
    )


def _bar(one: Sum) -> tuple[int, int, int]:
    return (one.filled + one.unlimited, one.free, one.waiting)
