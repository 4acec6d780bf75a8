"""Logging a visit: three taps, or one message; what was found on it becomes a request with one tap more."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from domain.messages import Text, t
from domain.pairtaps import VisitDo, VisitNeed, VisitSay
from domain.taps import Go, Open
from domain.visits import Condition, How
from handlers import hotlines
from handlers.drafts import said_now
from handlers.pairs_draft import VISIT as FORM
from handlers.pairs_draft import check_free
from handlers.talk import Rows, Talk, aside, tap
from services import cards, pairs_cards, visits, visits_log, whereabouts
from services.errors import NotFoundError, RefusedError
from services.kinds import Pair, Visit
from services.visits_log import Report

NO = "no"
LOGGED = "logged"
"""The step after which only the rest of an album is waited for."""


async def do(talk: Talk, chosen: VisitDo) -> None:
    """Go in somebody's place, or log a visit."""
    if chosen.action == "take":
        row, visit = await visits.take(talk.tx, talk.account, chosen.pair_id, chosen.visit_id)
        known = await pairs_cards.facts(talk.tx, row)
        text = t("visit-take-done", name=known.name, village=known.village, phone=known.phone)
        talk.show(text, visits.log_rows(row, visit))
    elif chosen.action == "log":
        check_free(talk)
        await visits_log.to_log(talk.tx, talk.account, chosen.pair_id, chosen.visit_id)
        await talk.keep(FORM, pair=chosen.pair_id, visit=chosen.visit_id, step="how")
        await ask(talk)
    else:
        raise NotFoundError


async def ask(talk: Talk) -> None:
    """Ask the question the form is at again."""
    step = talk.data["step"]
    if step == LOGGED:
        await talk.leave()
        talk.show(t("visit-added"), [aside("pairs-helping")])
        return
    if step == "more":
        text, rows = t("visit-more"), [[tap("button-visit-no-more", VisitSay("more", NO))]]
    elif step == "need":
        text, rows = t("visit-need"), [[tap("button-visit-need-later", VisitSay("need", NO))]]
    elif step == "condition":
        text = t("visit-condition")
        rows = [[tap(f"button-visit-{one}", VisitSay("condition", one))] for one in Condition]
    else:
        text, rows = await _how(talk)
    talk.show(text, [*rows, [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]])


async def _how(talk: Talk) -> tuple[Text, Rows]:
    row, _ = await visits_log.to_log(talk.tx, talk.account, talk.data["pair"], talk.data["visit"])
    text = t("visit-how", name=await pairs_cards.person_name(talk.tx, row))
    return text, [[tap(f"button-visit-{one}", VisitSay("how", one))] for one in How]


async def say(talk: Talk, chosen: VisitSay) -> None:
    """A question was answered by a tap."""
    if talk.form is None or talk.form.form != FORM or talk.data["step"] != chosen.step:
        raise RefusedError(t("already-answered"))
    step, word = chosen.step, chosen.word
    if step == "how" and word in {*How}:
        then = "more" if word == How.AWAY else "condition"
    elif step == "condition" and word in {*Condition}:
        then = "need" if word == Condition.NEEDS else "more"
    elif step in ("more", "need") and word == NO:
        await _log(talk, Report(talk.data.get("how"), talk.data.get("condition")))
        return
    else:
        raise NotFoundError
    await talk.keep(FORM, **{**talk.data, step: word, "step": then})
    await ask(talk)


async def message(talk: Talk) -> None:
    """It was said in their own words, by voice or with a picture: nothing more is asked."""
    from handlers.routes import on_message

    said = said_now(talk)
    if said is None:
        talk.say(t("cannot-pass-on"))
    elif talk.data["step"] != LOGGED:
        hotlines.warn(talk, said)
        await _log(talk, Report(talk.data.get("how"), talk.data.get("condition"), [said]))
    elif said.content.group == talk.data["group"]:
        await visits_log.add(talk.tx, talk.account, talk.data["visit"], said)
        talk.say(t("visit-added"), [aside("pairs-helping")])
    else:
        await talk.leave()
        await on_message(talk)


async def _log(talk: Talk, report: Report) -> None:
    """Log it. Of an album the first picture logs, and the others are added."""
    pair_id, visit_id = talk.data["pair"], talk.data["visit"]
    row, visit = await visits_log.log(talk.tx, talk.account, pair_id, visit_id, report)
    group = report.said[0].content.group if report.said else None
    if group is None:
        await talk.leave()
    else:
        await talk.keep(FORM, step=LOGGED, visit=visit.id, group=group)
    await _receipt(talk, row, visit)


async def _receipt(talk: Talk, row: Pair, visit: Visit) -> None:
    """Thanks; and where something was said, the lines it could become a request of."""
    name = await pairs_cards.person_name(talk.tx, row)
    if not visit.said or visit.condition in (Condition.WELL, Condition.SO_SO):
        talk.show(t("visit-logged", name=name), [aside("pairs-helping")])
        return
    rows: Rows = []
    for line in await visits_log.lines(talk.tx, talk.account, visit):
        called = await cards.line_name(talk.tx, row.center_id, line)
        rows.append([tap("button-text", VisitNeed(visit.id, line), text=called)])
    needs = visit.condition == Condition.NEEDS
    text = t("visit-which-line", name=name) if needs else t("visit-logged-or-need", name=name)
    talk.show(text, [*rows, aside("pairs-helping")])


async def need(talk: Talk, chosen: VisitNeed) -> None:
    """What was found becomes a request."""
    if chosen.line not in {line.code for line in CATALOGUE.lines}:
        raise NotFoundError
    row = await visits_log.need(talk.tx, talk.account, chosen.visit_id, chosen.line)
    where = await whereabouts.where_it_is(talk.tx, row)
    text = t("visit-need-filed", name=row.person_name or "", number=row.number, where=where)
    talk.show(text, [[tap("button-open", Open(row.id))], aside("pairs-helping")], request_id=row.id)
