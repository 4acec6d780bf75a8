"""What is asked while a pair is made, step by step."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import reduce

from domain.messages import Text, t
from domain.pairs import Purpose
from domain.pairtaps import PairPick, PairSay
from domain.taps import Page
from domain.visits import AFTER, Rhythm
from handlers import pairs_wishes
from handlers.pairs_draft import PairForm, house_of
from handlers.pairs_wishes import Question
from handlers.proxy import person_button
from handlers.talk import Rows, Talk, paged, tap
from services import pairs_house, people
from services.candidates import Candidate, candidates

__all__ = ["QUESTIONS", "Question", "listed"]
AFTER_DAYS = (10, 15, 20)
"""Days of the month from which a monthly visit is usually wished; any other is typed."""
SHOWN = 4


async def _who(_talk: Talk, _form: PairForm, _page: int) -> Question:
    return t("pair-who"), []


async def _which(talk: Talk, form: PairForm, page: int) -> Question:
    items = []
    for person, village_id in await people.find_persons(talk.tx, form.center, form.name):
        items.append(await person_button(talk, PairPick("which", person.id), person, village_id))
    return t("pair-which"), paged(items, page, lambda n: Page("pair-form", n))


def listed(found: list[Candidate], page: int, step: str, screen: str) -> tuple[list[Text], Rows]:
    """A page of candidates: what speaks for each, and a button for each."""
    page = min(page, max(0, (len(found) - 1) // SHOWN))
    items = [
        t("candidate-row", name=one.name, reasons=reduce(_and, one.reasons))
        for one in found[page * SHOWN : (page + 1) * SHOWN]
    ]
    buttons = [tap("button-text", PairPick(step, one.volunteer.id), text=one.name) for one in found]
    return items, paged(buttons, page, lambda n: Page(screen, n), SHOWN)


def _and(first: Text, then: Text) -> Text:
    return t("and-then", first=first, then=then)


async def _helper(talk: Talk, form: PairForm, page: int) -> Question:
    await house_of(talk, form)
    found = await candidates(talk.tx, form.center, form.household)
    if not found:
        return t("pair-no-candidates"), []
    items, rows = listed(found, page, "helper", "pair-form")
    return t("pair-which-helper", items=items), rows


async def _purpose(_talk: Talk, _form: PairForm, _page: int) -> Question:
    return t("pair-which-purpose"), [
        [tap("button-text", PairSay("purpose", one), text=t(f"purpose-{one}"))] for one in Purpose
    ]


async def _rhythm(_talk: Talk, _form: PairForm, _page: int) -> Question:
    rows = [[tap("button-text", PairSay("rhythm", one), text=t(f"rhythm-{one}"))] for one in Rhythm]
    return t("pair-which-rhythm"), [*rows, [tap("button-rhythm-after", PairSay("rhythm", "after"))]]


async def _ask_after(_talk: Talk, _form: PairForm, _page: int) -> Question:
    rows = [[tap("button-after-day", PairPick("after", day), day=day)] for day in AFTER_DAYS]
    return t("pair-which-day", first=AFTER.start, last=AFTER.stop - 1), rows


async def _second(talk: Talk, form: PairForm, page: int) -> Question:
    await house_of(talk, form)
    found = await candidates(talk.tx, form.center, form.household)
    others = [one for one in found if one.volunteer.id != form.volunteer]
    items, rows = listed(others, page, "second", "pair-form")
    text = t("pair-which-second", items=items) if items else t("pair-which-second-none")
    return text, [*rows, [tap("button-no-second", PairPick("second", 0))]]


async def _look(talk: Talk, form: PairForm, _page: int) -> Question:
    found = await house_of(talk, form)
    helper = await pairs_house.volunteer_name(talk.tx, form.center, form.volunteer)
    second = t("pair-no-second")
    if form.second:
        second = await pairs_house.volunteer_name(talk.tx, form.center, form.second)
    plan = t("rhythm-after", day=form.after) if form.after else t(f"rhythm-{form.rhythm}")
    text = t(
        "pair-look",
        name=next(one.name for one in found.persons if one.id == form.person),
        village=found.village,
        helper=helper,
        second=second,
        purpose=t(f"purpose-{form.purpose}"),
        plan=plan,
        goals=[t("pair-goal-row", goal=goal) for goal in form.goals] or [t("pair-no-goals")],
    )
    goals = tap("button-goals", PairSay("look", "goals"))
    return text, [[tap("button-pair-propose", PairSay("look", "propose"))], [goals]]


async def _goals(_talk: Talk, _form: PairForm, _page: int) -> Question:
    return t("pair-write-goals"), []


QUESTIONS: dict[str, Callable[[Talk, PairForm, int], Awaitable[Question]]] = {
    "who": _who,
    "which": _which,
    "house": pairs_wishes.house,
    "helper": _helper,
    "purpose": _purpose,
    "rhythm": _rhythm,
    "after": _ask_after,
    "second": _second,
    "look": _look,
    "goals": _goals,
    "sex": pairs_wishes.sex,
    "tongue": pairs_wishes.tongue,
    "skill": pairs_wishes.skill,
    "unwanted": pairs_wishes.unwanted,
}
