"""A plan as it is looked at: a summary, a spreadsheet, and a row for each household."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.matchtaps import MatchDo
from domain.messages import Outgoing, Table, Text, listed, t
from domain.taps import Go
from services import cards
from services.people import names
from storage import matching, people, volunteers
from storage.matching import MatchPlan
from storage.transaction import Tx


@dataclass(frozen=True)
class Row:
    """One household of a plan as it is shown: by whose name it goes, where, who would help and why; or what
    stands in the way."""

    household_id: int
    name: str
    village: Text
    helper: str
    why: Text
    is_fixed: bool = False
    is_struck: bool = False


async def card(tx: Tx, row: MatchPlan) -> Outgoing:
    """A plan that is made: how many have a helper, the whole as a spreadsheet, and what can be done."""
    text = t("match-ready", n=len(row.matches), left=len(row.unserved))
    buttons = [
        [cards.button("button-match-look", MatchDo("look", row.id, 0))],
        [cards.button("button-match-approve", MatchDo("approve", row.id, 0))],
        [cards.button("button-match-drop", MatchDo("drop", row.id, 0))],
        [cards.button("button-person", Go("person"))],
    ]
    header = tuple(t(f"match-column-{one}") for one in ("household", "village", "helper", "why"))
    rows = tuple(
        (one.name, one.village, one.helper, one.why)
        for one in await shown(tx, row, 0, len(row.matches) + len(row.unserved))
    )
    return Outgoing(
        text=text, attachment=Table(name=t("match-file"), header=header, rows=rows), buttons=buttons
    )


async def shown(tx: Tx, row: MatchPlan, offset: int, limit: int) -> list[Row]:
    """A part of a plan: those with a helper first, then those without."""
    whole: list[tuple[int, int | None, list[str], list[str]]] = [
        *((home, helper, skills, reasons) for home, helper, skills, reasons in row.matches),
        *((home, None, [], [why]) for home, why in row.unserved),
    ]
    part = whole[offset : offset + limit]
    named = await matching.heads(tx, [home for home, *_ in part])
    helpers = await volunteers.by_ids(tx, [helper for _, helper, *_ in part if helper is not None])
    called = await names(tx, row.center_id, [one.account_id for one in helpers.values()])
    found = []
    for home, helper, skills, reasons in part:
        person = named.get(home)
        household = await people.household(tx, home)
        who = called.get(helpers[helper].account_id, "?") if helper in helpers else ""
        why = t(f"match-bar-{reasons[0]}") if helper is None else reasons_text(reasons, skills)
        found.append(
            Row(
                home,
                person.name if person else "?",
                await cards.village_name(tx, household.village_id if household else None),
                who,
                why,
                is_fixed=[home, helper] in row.fixed,
                is_struck=[home, helper] in row.struck,
            )
        )
    return found


def reasons_text(reasons: Sequence[str], skills: Sequence[str]) -> Text:
    """What speaks for a helper, in words."""
    said = reason_texts(reasons, skills)
    return listed(said) if said else t("match-reason-none")


def reason_texts(reasons: Sequence[str], skills: Sequence[str]) -> list[Text]:
    """The same one by one."""
    return [
        t("match-skills", skills=listed([t(f"skill-{one}") for one in skills]))
        if reason == "skills"
        else t(f"match-reason-{reason}")
        for reason in reasons
    ]
