"""Logging a visit, in three taps or one message; and what was found on it becoming a request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain import visits as rules
from domain.messages import Content, Moment, Said, Text, t
from domain.pairs import Side
from domain.proxies import Kin, Standing, Whom
from domain.proxies import Side as ProxySide
from domain.suggest import suggest, topic_of
from domain.units import settings_of
from domain.visits import Condition, How
from services import pairs_access, pairs_cards, requests, stories, visits
from services.errors import NotFoundError, RefusedError
from services.requests import Need
from storage import people, proxies, units
from storage import visits as stored
from storage.pairs import Pair
from storage.people import Account
from storage.proxies import ProxyRelation
from storage.requests import ServiceRequest
from storage.transaction import Tx
from storage.visits import Visit

GOES = (Side.HELPER, Side.SECOND)
MOST = 5
"""Messages that are kept of one visit."""
SHOWN = 3
"""Visits that are shown with a pair."""


@dataclass(frozen=True)
class Report:
    """How a visit was. Whoever says it in their own words need not tap anything."""

    how: str | None = None
    condition: str | None = None
    said: Sequence[Said] = ()


async def to_log(tx: Tx, actor: Account, pair_id: int, visit_id: int) -> tuple[Pair, Visit | None]:
    """The visit that somebody who helps is about to log: the one they tapped, else the one that is due by
    now or was missed; None where none is: then it is one more. Raises as `pairs_access.pair` does, and
    RefusedError when it was logged already."""
    row, _ = await pairs_access.pair(tx, actor, pair_id, *GOES)
    if row.agreed_by is None:
        raise NotFoundError
    if visit_id:
        visit = await stored.visit(tx, visit_id)
        if visit is None or visit.pair_id != row.id:
            raise NotFoundError
        if visit.state not in (rules.State.DUE, rules.State.MISSED):
            raise RefusedError(t("visit-logged-already"))
        return row, visit
    due = await stored.due(tx, row.id)
    if due is not None and due.due_from <= tx.now:
        return row, due
    return row, await stored.missed(tx, row.id)


async def log(tx: Tx, actor: Account, pair_id: int, visit_id: int, report: Report) -> tuple[Pair, Visit]:
    """A visit was made: the next one falls due. Whoever needs something is made known to those who look after
    the pairs. Raises as `to_log` does."""
    how = How(report.how) if report.how else None
    condition = Condition(report.condition) if report.condition else None
    row, visit = await to_log(tx, actor, pair_id, visit_id)
    if visit is None:
        visit = Visit(pair_id=row.id, state=rules.State.DONE, due_from=tx.now, due_by=tx.now, done_at=tx.now)
        visit.goer_id = actor.id
        await stored.add(tx, visit)
    visit.goer_id, visit.how, visit.condition = actor.id, how, condition
    visit.said = [one.pack() for one in report.said[:MOST]]
    visit.state, visit.done_at, visit.remind_at, visit.miss_at = rules.State.DONE, tx.now, None, None
    await tx.session.flush()
    await visits.follow(tx, row, visit)
    if condition is Condition.NEEDS:
        news = t(
            "visit-found-need",
            name=await pairs_cards.person_name(tx, row),
            helper=await pairs_cards.helper_name(tx, row, actor.id),
            words=words(visit),
        )
        await pairs_cards.tell_officers(tx, row, news, but=actor)
    return row, visit


def contents(visit: Visit) -> list[Content]:
    """What was said or sent of a visit."""
    return [Said.model_validate(one).content for one in visit.said]


def words(visit: Visit) -> Text:
    """The same in a few lines."""
    return stories.brief(contents(visit)) if visit.said else t("visit-no-words")


async def _done(tx: Tx, actor: Account, visit_id: int) -> tuple[Pair, Visit]:
    """A visit that the actor made. Raises NotFoundError."""
    visit = await stored.visit(tx, visit_id)
    if visit is None or visit.goer_id != actor.id or visit.state != rules.State.DONE:
        raise NotFoundError
    row, _ = await pairs_access.pair(tx, actor, visit.pair_id, *GOES)
    return row, visit


async def add(tx: Tx, actor: Account, visit_id: int, said: Said) -> Visit:
    """Something more about a visit that the actor made: a photo, a word."""
    _, visit = await _done(tx, actor, visit_id)
    if len(visit.said) >= MOST:
        raise RefusedError(t("draft-full", most=MOST))
    visit.said = [*visit.said, said.pack()]
    return visit


async def lines(tx: Tx, actor: Account, visit: Visit) -> list[str]:
    """The service lines that what was found is likely to be about, the likeliest first."""
    row, _ = await _done(tx, actor, visit.id)
    offered = await _offered(tx, row)
    spoken = "\n".join(one.text for one in contents(visit) if one.text)
    return [line for line in suggest(spoken).lines if line in offered]


async def _offered(tx: Tx, row: Pair) -> set[str]:
    unit = await units.unit_of(tx, row.center_id)
    return {line.code for line in settings_of(unit).lines}


async def need(tx: Tx, actor: Account, visit_id: int, line: str) -> ServiceRequest:
    """What was found on a visit becomes a request for the person it is about, filed by whoever found it. The
    household agreed to that when it agreed to its helper, so it is not asked again.

    Raises RefusedError when that has been done, when nothing was said, for a line that is off, and for a
    helper who, as the person said elsewhere, shall not file for them.
    """
    row, visit = await _done(tx, actor, visit_id)
    if visit.request_id is not None:
        raise RefusedError(t("already-answered"))
    if not visit.said:
        raise RefusedError(t("draft-empty"))
    if line not in await _offered(tx, row):
        raise RefusedError(t("line-off"))
    person = await people.person(tx, row.person_id)
    home = await people.household(tx, row.household_id)
    if person is None or home is None:
        raise NotFoundError
    said = [Said.model_validate(one) for one in visit.said]
    spoken = "\n".join(one.content.text for one in said if one.content.text)
    await _may_file(tx, actor, row, Whom(person.name, person.id, person.phone))
    found = Need(
        line=line,
        said=said,
        topic=topic_of(spoken, line) if spoken.strip() else None,
        village_id=home.village_id,
        person_id=person.id,
        person_name=person.name,
        person_phone=person.phone,
        kin=Kin.OTHER,
    )
    request = await requests.submit(tx, actor, row.center_id, found)
    visit.request_id = request.id
    return request


async def _may_file(tx: Tx, actor: Account, row: Pair, whom: Whom) -> None:
    """The household's word for its helper counts as the person's word for the proxy; it undoes no refusal."""
    relation = await proxies.between(tx, actor.id, row.center_id, whom)
    by = ProxySide.PERSON if row.agreed_by == Side.HOUSEHOLD else ProxySide.CLERK
    agreed = {"state": Standing.CONFIRMED, "confirmed_by": by, "answered_at": tx.now}
    if relation is None:
        about = {"center_id": row.center_id, "proxy_id": actor.id, "kind": Kin.OTHER, "created_at": tx.now}
        whose = {"person_id": whom.person_id, "person_name": whom.name}
        await proxies.add(tx, ProxyRelation(**about, **whose, **agreed))
    elif relation.state == Standing.ASKED:
        relation.state, relation.confirmed_by, relation.answered_at = Standing.CONFIRMED, by, tx.now


async def past(tx: Tx, row: Pair) -> list[Text]:
    """The last visits of a pair, one a line: for the officer and its helpers."""
    return [await _past(tx, row, visit) for visit in await stored.past(tx, row.id, limit=SHOWN)]


async def _past(tx: Tx, row: Pair, visit: Visit) -> Text:
    day = Moment(at=visit.done_at or visit.due_by, style="date", zone=await visits.zone_of(tx, row))
    facts = [t(f"visit-how-{visit.how}")] if visit.how else []
    facts += [t(f"visit-condition-{visit.condition}")] if visit.condition else []
    facts += [words(visit)] if visit.said else []
    said = facts[0] if facts else t("visit-no-words")
    for fact in facts[1:]:
        said = t("and-then", first=said, then=fact)
    return t("visit-row", day=day, said=said)


async def media(tx: Tx, row: Pair) -> list[Content]:
    """The voices and pictures of the last visits, the newest first: for the officer and its helpers."""
    found = [contents(visit) for visit in await stored.past(tx, row.id, limit=SHOWN)]
    return [one for said in found for one in said if one.kind != "text"]
