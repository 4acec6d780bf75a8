"""The visits of a pair by the clock: due, reminded of, missed, taken by the second helper; and being away."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from domain import visits as rules
from domain.messages import Button, Moment, Outgoing, t
from domain.officetime import local_day, midnight
from domain.pairs import Side, State
from domain.pairtaps import PairDo, VisitDo
from domain.units import settings_of
from domain.visits import Window
from services import cards, pairs_access, pairs_cards
from services.errors import NotFoundError, RefusedError
from services.outbox import tell
from storage import leave, pairs, people, units, visits
from storage.pairs import Pair
from storage.people import Account
from storage.transaction import Tx
from storage.visits import Visit

MOMENT = timedelta(seconds=1)


async def zone_of(tx: Tx, row: Pair) -> str:
    """The zone whose local days a pair's visits are counted in."""
    return settings_of(await units.unit_of(tx, row.center_id)).zone


async def today(tx: Tx, row: Pair) -> date:
    """The date on the wall at the center."""
    return local_day(tx.now, await zone_of(tx, row))


def last_moment(visit: Visit, zone: str) -> Moment:
    """The last day of a visit's window."""
    return Moment(at=visit.due_by - MOMENT, style="date", zone=zone)


async def begin(tx: Tx, row: Pair) -> Visit:
    """From now on visits fall due: the first one is."""
    return await _put(tx, row, rules.first_window(row.plan, await today(tx, row)))


async def follow(tx: Tx, row: Pair, after: Visit) -> None:
    """The visit after this one falls due, if the pair goes on and none is due yet."""
    if row.state != State.ACTIVE or await visits.due(tx, row.id) is not None:
        return
    last = rules.last_day(after.due_by, await zone_of(tx, row))
    await _put(tx, row, rules.next_window(row.plan, last, await today(tx, row)))


async def _put(tx: Tx, row: Pair, window: Window) -> Visit:
    zone = await zone_of(tx, row)
    due_by = rules.closes(window, zone)
    visit = Visit(
        pair_id=row.id,
        goer_id=await _goer(tx, row, due_by),
        state=rules.State.DUE,
        due_from=midnight(window.first, zone),
        due_by=due_by,
        remind_at=rules.next_reminder(tx.now, due_by, zone),
        miss_at=rules.miss_at(due_by, zone),
        said=[],
    )
    await visits.add(tx, visit)
    return visit


async def _goer(tx: Tx, row: Pair, due_by: datetime) -> int:
    """Who goes: the helper; if they are away on the last day of the window, the second helper who is not."""
    if row.second_id is None:
        return row.helper_id
    away = await leave.away(tx, [row.helper_id, row.second_id], due_by - MOMENT)
    return row.second_id if row.helper_id in away and row.second_id not in away else row.helper_id


async def drop(tx: Tx, row: Pair) -> None:
    """Nobody needs to go any more, for now or for good."""
    visit = await visits.due(tx, row.id)
    if visit is not None:
        visit.state, visit.remind_at, visit.miss_at = rules.State.DROPPED, None, None
        await tx.session.flush()


async def assign(tx: Tx, row: Pair) -> Visit | None:
    """The visit that is due goes to whoever is to go now: somebody is away, or the helper is another one."""
    visit = await visits.due(tx, row.id)
    if visit is not None:
        visit.goer_id = await _goer(tx, row, visit.due_by)
    return visit


async def remind_one(tx: Tx) -> bool:
    """Remind one helper of a visit: once two days before its time is over, once on the last day. Returns
    whether there was anything to do."""
    visit = await visits.to_remind(tx)
    if visit is None:
        return False
    row = await _locked(tx, visit)
    if row is None or visit.remind_at is None or visit.remind_at > tx.now:
        return True  # logged, or reminded of, while it was waited for
    zone = await zone_of(tx, row)
    awake = rules.may_tell(tx.now, zone)
    if awake > tx.now:
        visit.remind_at = awake if awake < visit.due_by else None
        return True
    visit.remind_at = rules.next_reminder(tx.now, visit.due_by, zone)
    if tx.now < visit.due_by:  # else it was slept through, and counts as missed
        visit.goer_id = await _goer(tx, row, visit.due_by)
        await _remind(tx, row, visit, zone)
    return True


async def _locked(tx: Tx, visit: Visit) -> Pair | None:
    """The pair of a visit, locked, then the visit, as it is now: in the order in which people lock them."""
    row = await pairs.pair(tx, visit.pair_id)
    await visits.visit(tx, visit.id)
    return row


async def _remind(tx: Tx, row: Pair, visit: Visit, zone: str) -> None:
    known = await pairs_cards.facts(tx, row)
    last = last_moment(visit, zone)
    on_last_day = rules.last_day(visit.due_by, zone) == local_day(tx.now, zone)
    news = [
        t("visit-last-day", name=known.name, village=known.village)
        if on_last_day
        else t("visit-soon", name=known.name, village=known.village, last=last)
    ]
    if visit.goer_id != row.helper_id:
        news.append(t("visit-instead", helper=known.helper))
    buttons = log_rows(row, visit)
    month = rules.month(local_day(tx.now, zone))
    if row.goals and row.progress_month != month and visit.goer_id == row.helper_id:
        row.progress_month = month
        news.append(t("visit-and-progress", goals=pairs_cards.goals(row)))
        buttons.insert(1, [cards.button("button-progress", PairDo("progress", row.id))])
    goer = await people.account(tx, visit.goer_id)
    if goer is not None:
        tell(tx, goer, Outgoing(text=t("lines", items=list(news)), buttons=buttons))


def log_rows(row: Pair, visit: Visit) -> list[list[Button]]:
    """Logging a visit, and looking at its pair."""
    return [
        [cards.button("button-visit-log", VisitDo("log", row.id, visit.id))],
        pairs_cards.person_row(pairs_cards.do("button-pair-open", "open", row)),
    ]


async def miss_one(tx: Tx) -> bool:
    """One visit whose time is over and that nobody logged: the second helper is asked to go, and those who
    look after the pairs are told. Returns whether there was anything to do."""
    visit = await visits.to_miss(tx)
    if visit is None:
        return False
    row = await _locked(tx, visit)
    if row is None or visit.miss_at is None or visit.miss_at > tx.now:
        return True  # logged, or missed, while it was waited for
    zone = await zone_of(tx, row)
    awake = rules.may_tell(tx.now, zone)
    if awake > tx.now:
        visit.miss_at = awake
        return True
    visit.state, visit.remind_at, visit.miss_at = rules.State.MISSED, None, None
    await tx.session.flush()
    await follow(tx, row, visit)
    await _tell_missed(tx, row, visit)
    return True


async def _tell_missed(tx: Tx, row: Pair, visit: Visit) -> None:
    known = await pairs_cards.facts(tx, row)
    goer = await pairs_cards.helper_name(tx, row, visit.goer_id)
    other = row.helper_id if visit.goer_id == row.second_id else row.second_id
    if other is not None:
        take = [[cards.button("button-visit-take", VisitDo("take", row.id, visit.id))]]
        news = t("visit-asked-instead", name=known.name, village=known.village, helper=goer)
        await pairs_cards.tell_one(tx, other, news, take)
    missed = t("visit-missed-asked", name=known.name) if other else t("visit-missed-you", name=known.name)
    log = [[cards.button("button-visit-log-late", VisitDo("log", row.id, visit.id))]]
    await pairs_cards.tell_one(tx, visit.goer_id, missed, log)
    asked = t("visit-second-asked") if other else t("visit-nobody-asked")
    await pairs_cards.tell_officers(tx, row, t("visit-missed", name=known.name, helper=goer, asked=asked))


async def take(tx: Tx, actor: Account, pair_id: int, visit_id: int) -> tuple[Pair, Visit]:
    """Whoever was asked instead goes. Raises NotFoundError when it is none of their business, RefusedError
    when it is not missed any more."""
    row, _ = await pairs_access.pair(tx, actor, pair_id, Side.HELPER, Side.SECOND)
    visit = await visits.visit(tx, visit_id)
    if visit is None or visit.pair_id != row.id:
        raise NotFoundError
    if visit.state != rules.State.MISSED:
        raise RefusedError(t("visit-over"))
    if visit.goer_id != actor.id:
        missed_by, visit.goer_id = visit.goer_id, actor.id
        news = t(
            "visit-taken",
            name=await pairs_cards.person_name(tx, row),
            helper=await pairs_cards.helper_name(tx, row, actor.id),
        )
        await pairs_cards.tell_one(tx, missed_by, news)
        await pairs_cards.tell_officers(tx, row, news, but=actor)
    return row, visit
