"""Changing times that people have chosen: where a day of them goes, what more there is, and from which day on
a room has other hours."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from domain.activities import MOST_TIMES, Plan, Session
from domain.activitytaps import ActivitySet
from domain.days import read_day
from domain.messages import Button, Moment, Text, t, verbatim
from domain.moving import Move, Rearranged, add_times, by_day, crowded, move_day, read_more, read_move
from domain.officetime import local_day, midnight
from domain.timetable import Times, cut, read_times
from handlers import activity_slots
from handlers.talk import Rows, Talk, tap
from services import activities, activity_differences, timetable_hours
from services.activity_changes import Change, How
from services.errors import NotFoundError, RefusedError

Fields = dict[str, Any]
"""Some of a packed Plan, and what is kept beside it."""
OPENS = frozenset({"times", "add"})
"""What opens one of these questions."""
FOLLOWING, LATER = (1, 2, 7), 60
"""Ready choices: days after the one that is moved, and minutes."""


def coming(plan: Plan, now: datetime, zone: str) -> dict[str, tuple[Session, ...]]:
    """The days that have times which have not begun, with these."""
    ahead = [one for one in plan.sessions if one.starts_at > now]
    return {str(day): times for day, times in by_day(ahead, zone).items()}


def day_button(day: str, times: Sequence[Session], zone: str) -> Button:
    """The button by which one of several days is chosen."""
    at = Moment(at=times[0].starts_at, zone=zone, style="date")
    return tap("button-activity-times-on", ActivitySet("times", day), day=at, n=len(times))


def day_now(talk: Talk, plan: Plan, zone: str) -> Text:
    """What the day that is changed is now. Raises RefusedError when all of it has begun."""
    found = coming(plan, talk.tx.now, zone).get(talk.data["day"])
    if found is None:
        raise RefusedError(t("activity-has-been"))
    return t("activity-is-now", now=activity_differences.times_of_day(found, zone))


def how(talk: Talk) -> How:
    """What was said of a change beside the plan."""
    was, since = talk.data.get("was"), talk.data.get("since")
    return How(
        tuple(was) if was is not None else None, date.fromisoformat(since) if since is not None else None
    )


def consequences(change: Change, zone: str) -> list[Text]:
    """What else a change does: whom it is told, and what of a room stays."""
    lines = []
    if change.since is not None:
        day = Moment(at=midnight(change.since, zone), zone=zone, style="date")
        lines += [t("activity-change-since", day=day)]
        lines += [t("activity-change-stay", n=change.stay)] if change.stay else []
    lines += [t("activity-change-asks", n=change.asked)] if change.asked else []
    lines += [t("activity-change-tells", n=change.told)] if change.told else []
    if change.since is not None and not change.asked and not change.told:
        lines.append(t("activity-change-nobody"))
    return [verbatim(""), *lines] if lines else []


async def _move(talk: Talk, _step: str, plan: Fields, zone: str) -> Fields:
    """Where the day goes; or more times, if that is what they say."""
    if (more := read_more(talk.text)) is not None:
        return _add(talk, plan, more, zone)
    day = date.fromisoformat(talk.data["day"])
    move = read_move(talk.text, day, talk.tx.now, zone)
    if move is None:
        raise RefusedError(t("activity-move-unclear"))
    return _moved(talk, plan, day, move, zone)


def _moved(talk: Talk, plan: Fields, day: date, move: Move, zone: str) -> Fields:
    before = _sessions(plan)
    found = move_day(before, day, move, talk.tx.now, zone)
    if found is None:
        raise RefusedError(t("activity-has-been"))
    return _rearranged(talk, plan, before, found)


def _sessions(plan: Fields) -> list[Session]:
    return [Session.model_validate(one) for one in plan["sessions"]]


def _rearranged(talk: Talk, plan: Fields, before: Sequence[Session], found: Rearranged) -> Fields:
    if crowded(before, found):
        raise RefusedError(t("activity-times-meet"))
    activities.check_times(talk.tx, [one for one in found.sessions if one not in before])
    was = found.after(tuple(talk.data["was"])).was
    return {**activity_slots.begun_by(plan, found.sessions), "was": [*was]}


async def _more(talk: Talk, _step: str, plan: Fields, zone: str) -> Fields:
    """More times, on the same day if none is said."""
    more = read_more(talk.text)
    return _add(talk, plan, talk.text if more is None else more, zone)


def _add(talk: Talk, plan: Fields, words: str, zone: str) -> Fields:
    before, day = _sessions(plan), talk.data["day"]
    said = _read(f"{day} {words}", talk, zone) or _read(words, talk, zone)
    if said is None:
        raise RefusedError(t("activity-add-unclear"))
    if said.seats not in (None, plan["seats"]):
        raise RefusedError(t("activity-add-seats", n=plan["seats"]))
    usual = before[0].ends_at - before[0].starts_at
    more = said.sessions if said.cut else cut(said.sessions, usual) or said.sessions
    if len(before) + len(more) > MOST_TIMES:
        raise RefusedError(t("activity-many-times", highest=MOST_TIMES))
    return _rearranged(talk, plan, before, add_times(before, more))


def _read(words: str, talk: Talk, zone: str) -> Times | None:
    found = read_times(words, talk.tx.now, zone)
    return found if found.sessions else None


async def _since(talk: Talk, _step: str, _plan: Fields, zone: str) -> Fields:
    """From which day on."""
    words = talk.text.strip(" 。.").removeprefix("从").removeprefix("從").removeprefix("from ")
    for end in ("起", "开始", "開始"):
        words = words.removesuffix(end)
    day = read_day(words, local_day(talk.tx.now, zone))
    if day is None:
        raise RefusedError(t("activity-since-unclear"))
    return _from(talk, day, zone)


def _from(talk: Talk, day: date, zone: str) -> Fields:
    return {"since": timetable_hours.first_day(talk.tx, day, zone).isoformat()}


TYPED: dict[str, Callable[[Talk, str, Fields, str], Awaitable[Fields]]] = {
    "move": _move,
    "add": _more,
    "since": _since,
}
"""Questions of a change alone, by step."""


def quick(talk: Talk, step: str, zone: str) -> Rows:
    """The ready choices of such a question."""
    if step == "move":
        day = date.fromisoformat(talk.data["day"])
        rows = [[_to(day + timedelta(days=number), zone)] for number in FOLLOWING]
        rows.append([tap("button-activity-hour-later", ActivitySet("move", str(LATER)))])
        return [*rows, [tap("button-activity-add-times", ActivitySet("add", ""))]]
    if step == "since":
        tomorrow = local_day(talk.tx.now, zone) + timedelta(days=1)
        monday = tomorrow + timedelta(days=-tomorrow.weekday() % 7)
        return [[_opening(one, zone)] for one in dict.fromkeys((tomorrow, monday))]
    return []


def _to(day: date, zone: str) -> Button:
    at = Moment(at=midnight(day, zone), zone=zone, style="date")
    return tap("button-activity-move-to", ActivitySet("move", str(day)), day=at)


def _opening(day: date, zone: str) -> Button:
    at = Moment(at=midnight(day, zone), zone=zone, style="date")
    return tap("button-activity-since", ActivitySet("since", str(day)), day=at)


def tapped(talk: Talk, step: str, value: str, zone: str) -> Fields:
    """What a ready choice says. Raises NotFoundError for what is none."""
    plan = talk.data["plan"]
    if step == "move" and value == str(LATER):
        move = Move(by=timedelta(minutes=LATER))
        return _moved(talk, plan, date.fromisoformat(talk.data["day"]), move, zone)
    day = date.fromisoformat(activity_slots.day_of(value))
    if step == "move":
        return _moved(talk, plan, date.fromisoformat(talk.data["day"]), Move(day=day), zone)
    if step == "since":
        return _from(talk, day, zone)
    raise NotFoundError
