"""Matching many households at once: for whom, what for, how often; the plan, looked at and mended."""

from __future__ import annotations

from domain.matchtaps import MatchDo, MatchPick, MatchRow
from domain.messages import Text, t, verbatim
from domain.pairs import Purpose
from domain.taps import Go
from domain.visits import Rhythm
from handlers import intake, passing
from handlers.talk import Rows, Talk, aside, tap
from services import matching, matching_views
from services.errors import NotFoundError, RefusedError
from services.kinds import MatchPlan

FORM = passing.MATCHING
STEPS = ("tag", "purpose", "rhythm")
MOST_TAGS = 4


async def begin(talk: Talk) -> None:
    """For which households? A form that is open is finished first."""
    intake.check_free(talk, FORM)
    await matching.choices(talk.tx, talk.account)
    await talk.keep(FORM, step="tag")
    talk.show(*await _question(talk))


async def ask(talk: Talk) -> None:
    """Ask the question the form is at again: it is answered by tapping."""
    talk.say(*await _question(talk))


async def _options(talk: Talk) -> list[tuple[str | None, Text]]:
    step = talk.data["step"]
    if step == "purpose":
        return [(one, t(f"purpose-{one}")) for one in Purpose]
    if step == "rhythm":
        return [(one, t(f"rhythm-{one}")) for one in Rhythm]
    found = await matching.choices(talk.tx, talk.account)
    tags = [(tag, t("match-tag", tag=tag, n=count)) for tag, count in found[:-1] if tag][:MOST_TAGS]
    return [*tags, (None, t("match-everybody", n=found[-1][1]))]


async def _question(talk: Talk) -> tuple[Text, Rows]:
    try:
        options = await _options(talk)
    except NotFoundError:
        await talk.leave()
        raise
    step = talk.data["step"]
    rows: Rows = [
        [tap("button-text", MatchPick(step, at), text=words)] for at, (_, words) in enumerate(options)
    ]
    return t(f"match-ask-{step}"), [
        *rows,
        [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))],
    ]


async def pick(talk: Talk, chosen: MatchPick) -> None:
    """An answer; after the last the plan is asked for."""
    if talk.form is None or talk.form.form != FORM or talk.data["step"] != chosen.step:
        raise RefusedError(t("already-answered"))
    options = await _options(talk)
    if not 0 <= chosen.number < len(options):
        raise RefusedError(t("already-answered"))
    data = {**talk.data, chosen.step: options[chosen.number][0]}
    if chosen.step != STEPS[-1]:
        step = STEPS[STEPS.index(chosen.step) + 1]
        await talk.keep(FORM, **{**data, "step": step})
        talk.show(*await _question(talk))
        return
    await talk.leave()
    await matching.ask(talk.tx, talk.account, data["tag"], data["purpose"], data["rhythm"])
    talk.show(t("match-asked"), [aside("volunteers")])


async def do(talk: Talk, chosen: MatchDo) -> None:
    """A button under a plan."""
    tx, who = talk.tx, talk.account
    match chosen.action:
        case "look":
            await _look(talk, await matching.one(tx, who, chosen.plan_id), max(0, chosen.page))
        case "again":
            await matching.again(tx, who, chosen.plan_id)
            talk.show(t("match-asked"), [aside("volunteers")])
        case "approve":
            row = await matching.approve(tx, who, chosen.plan_id)
            talk.say(t("match-approved", n=len(row.matches)), [aside("volunteers")])
        case "drop":
            await matching.drop(tx, who, chosen.plan_id)
            talk.say(t("match-dropped"), [aside("volunteers")])
        case _:
            raise NotFoundError


async def _look(talk: Talk, row: MatchPlan, page: int) -> None:
    """A page of the plan in words; a button for each household."""
    if row.state != "ready":
        raise RefusedError(t("already-answered"))
    total = len(row.matches) + len(row.unserved)
    page = min(page, max(0, (total - 1) // matching.PAGE))
    shown = await matching_views.shown(talk.tx, row, page * matching.PAGE, matching.PAGE)
    items = [_line(one) for one in shown]
    rows: Rows = [
        [tap("button-text", MatchRow("open", row.id, one.household_id), text=verbatim(one.name))]
        for one in shown
        if one.helper
    ]
    turns = [tap("button-previous", MatchDo("look", row.id, page - 1))] if page else []
    if total > (page + 1) * matching.PAGE:
        turns.append(tap("button-next", MatchDo("look", row.id, page + 1)))
    last = "again" if row.changed else "approve"
    decide = [tap("button-match-again" if row.changed else "button-match-approve", MatchDo(last, row.id, 0))]
    text = t("match-plan", n=len(row.matches), left=len(row.unserved), items=items or [t("match-nobody")])
    talk.show(text, [*rows, *([turns] if turns else []), decide, aside("volunteers")])


def _line(one: matching_views.Row) -> Text:
    if not one.helper:
        return t("match-row-none", name=one.name, village=one.village, why=one.why)
    mark = "struck" if one.is_struck else "fixed" if one.is_fixed else "with"
    return t(f"match-row-{mark}", name=one.name, village=one.village, helper=one.helper, why=one.why)


async def row(talk: Talk, chosen: MatchRow) -> None:
    """One household: its helper is fixed, struck out, or only looked at."""
    plan = await matching.one(talk.tx, talk.account, chosen.plan_id)
    ids = [home for home, *_ in plan.matches]
    if chosen.household_id not in ids:
        raise NotFoundError
    page = ids.index(chosen.household_id) // matching.PAGE
    if chosen.action in ("keep", "strike"):
        keep = chosen.action == "keep"
        plan = await matching.mend(talk.tx, talk.account, plan.id, chosen.household_id, keep=keep)
        await _look(talk, plan, page)
        return
    (one,) = await matching_views.shown(talk.tx, plan, ids.index(chosen.household_id), 1)
    fix, strike = (MatchRow(action, plan.id, chosen.household_id) for action in ("keep", "strike"))
    rows: Rows = [
        [tap("button-match-unkeep" if one.is_fixed else "button-match-keep", fix)],
        [tap("button-match-unstrike" if one.is_struck else "button-match-strike", strike)],
        [tap("button-back", MatchDo("look", plan.id, page)), tap("button-person", Go("person"))],
    ]
    talk.show(_line(one), rows)
