"""What is different in an activity that was changed, in words: what it was, and what it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from domain.activities import Plan, Session
from domain.messages import Moment, Text, t, verbatim
from domain.money import yuan
from domain.moving import by_day
from domain.units import settings_of
from services import activity_cards
from storage import units
from storage.transaction import Tx

FIELDS = (
    *("title", "sessions", "hours", "place", "bring", "cost", "certificate"),
    *("about", "whom", "seats", "days", "closes_at", "household_limit", "picture"),
)
"""What can be changed, in the order in which it is told."""
TOLD = frozenset({"title", "sessions", "place", "bring", "cost", "certificate"})
"""What those who have signed up have to know."""


def fields(before: Plan, after: Plan) -> set[str]:
    """What is different."""
    return {one for one in FIELDS if getattr(before, one) != getattr(after, one)}


async def lines(
    tx: Tx, center_id: int, before: Plan, after: Plan, only: Collection[str] = FIELDS
) -> list[Text]:
    """What is different, a line each; `only` of these fields."""
    zone = settings_of(await units.unit_of(tx, center_id)).zone
    found: list[Text] = []
    for field in FIELDS:
        if field not in only or getattr(before, field) == getattr(after, field):
            continue
        if field == "sessions":
            found += (_sessions if after.form == "seats" else _days)(before, after, zone)
            continue
        was, is_now = [await value(tx, plan, field, zone) for plan in (before, after)]
        found.append(t("activity-change", what=t(f"activity-field-{field}"), before=was, after=is_now))
    return found


def _sessions(before: Plan, after: Plan, zone: str) -> Iterator[Text]:
    """Session by session, in their order: moved, given up, or added."""
    one_only = len(before.sessions) == len(after.sessions) == 1
    for number, (old, new) in enumerate(zip_longest(before.sessions, after.sessions), start=1):
        if old == new:
            continue
        what = t("activity-field-sessions") if one_only else t("activity-session", n=number)
        if old is None:
            yield t("activity-session-added", what=what, after=_when(new, zone))
        elif new is None:
            yield t("activity-session-gone", what=what, before=_when(old, zone))
        else:
            yield t("activity-change", what=what, before=_when(old, zone), after=_when(new, zone))


def _days(before: Plan, after: Plan, zone: str) -> Iterator[Text]:
    """Day by day, because there may be many times: those of a day are other ones, or on another day."""
    olds, news = by_day(before.sessions, zone), by_day(after.sessions, zone)
    for day in [one for one in olds if one in news and olds[one] != news[one]]:
        yield _change(times_of_day(olds[day], zone), times_of_day(news[day], zone))
    gone = [times for day, times in olds.items() if day not in news]
    fresh = [times for day, times in news.items() if day not in olds]
    for old, new in zip_longest(gone, fresh):
        what = t("activity-field-sessions")
        if old is None:
            yield t("activity-session-added", what=what, after=times_of_day(new, zone))
        elif new is None:
            yield t("activity-session-gone", what=what, before=times_of_day(old, zone))
        else:
            yield _change(times_of_day(old, zone), times_of_day(new, zone))


def _change(before: Text, after: Text) -> Text:
    return t("activity-change", what=t("activity-field-sessions"), before=before, after=after)


def times_of_day(times: Sequence[Session], zone: str) -> Text:
    """The times of a day: from when to when, and how many."""
    return t("activity-times-of-day", span=activity_cards.over(times, zone), n=len(times))


def one_time(before: Session, after: Session, zone: str) -> Text:
    """What a time that somebody has chosen was, and what it is."""
    return _change(_when(before, zone), _when(after, zone))


def _when(session: Session, zone: str) -> Text:
    at, until = activity_cards.span(session, zone)
    if session.place:
        return t("activity-span-where", at=at, until=until, place=session.place)
    return t("activity-span", at=at, until=until)


async def value(tx: Tx, plan: Plan, field: str, zone: str) -> Text:
    """What a field says, in words."""
    said = getattr(plan, field)
    if field == "days":
        return t("activity-days", n=plan.lasts)
    if field == "whom":
        return await activity_cards.for_whom(tx, plan.whom)
    if field == "sessions":
        return t("lines", items=[_when(one, zone) for one in plan.sessions])
    if field == "hours" and plan.hours is not None:
        return activity_cards.opening(plan.hours)
    if field == "certificate":
        return t("activity-yes" if said else "activity-no")
    if not said:
        return t(f"activity-no-{field}")
    if field == "picture":
        return t("activity-a-picture")
    if field == "closes_at":
        return t("activity-at", at=Moment(at=said, zone=zone, style="moment"))
    if field == "cost":
        return t("activity-yuan", yuan=yuan(said))
    return t("activity-people", n=said) if isinstance(said, int) else verbatim(said)
