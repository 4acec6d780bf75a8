"""Making an activity: what, when, where and for how many; a look at it as it will arrive, and off it goes.

The same form changes one: then it begins with the look at what would be different.
"""

from __future__ import annotations

import json
from typing import Any
from zlib import crc32

from domain.activities import LONGEST_TITLE, Plan, held
from domain.activitytaps import ActivityDo, ActivityMake, ActivityNew, ActivitySend, ActivitySet
from domain.catalogue import CATALOGUE
from domain.messages import Button, Moment, Outgoing, Text, t
from domain.taps import Go, Page
from domain.units import settings_of
from handlers import activity_fields, activity_moving, activity_slots, intake
from handlers.activity_fields import NOTHING, TYPED, Fields
from handlers.activity_slots import ASKED_BY, BESIDE, SAID, STEPS
from handlers.talk import Rows, Talk, aside, paged, tap
from handlers.wording import in_all
from services import (
    activity_access,
    activity_announcing,
    activity_cards,
    activity_changes,
    activity_differences,
    people,
)
from services.activity_announcing import Ahead
from services.activity_differences import FIELDS
from services.errors import NotFoundError, RefusedError
from services.kinds import Activity, OrgUnit

FORM = "activity"


async def screen(talk: Talk, page: int = 0) -> None:
    """What kind is it? For whoever makes none, whom to turn to."""
    found = await activity_access.choices(talk.tx, talk.account)
    if not found:
        talk.show(t("activity-not-yours"), [[tap("button-menu", Go("menu"))], aside()])
        return
    several = len({place.id for place, _ in found}) > 1
    items = [_kind(place, kind, several=several) for place, kind in found]
    rows = paged(items, page, lambda n: Page("activity-new", n))
    talk.show(t("activity-which-kind"), [*rows, aside("work")])


def _kind(place: OrgUnit, kind: str, *, several: bool) -> Button:
    name, meaning = t(f"activity-kind-{kind}"), ActivityNew(place.id, kind)
    if several:
        return tap("button-activity-kind-at", meaning, kind=name, unit=place.name)
    return tap("button-text", meaning, text=name)


async def begin(talk: Talk, chosen: ActivityNew) -> None:
    """Begin to make one of a kind; a form that is open is finished first."""
    await _begin(talk, chosen, {})


async def _begin(talk: Talk, chosen: ActivityNew, known: Fields) -> None:
    """The same with what is known of it already: then the next thing is asked."""
    intake.check_free(talk, FORM)
    if chosen.kind not in activity_access.kinds_of(talk.account, chosen.center_id):
        raise NotFoundError
    steps = STEPS[CATALOGUE.activity(chosen.kind).making]
    step = next(one for one in steps if one not in known)
    plan = {"kind": chosen.kind, **known}
    await talk.keep(FORM, unit=chosen.center_id, plan=plan, step=step, whole=False, activity=None)
    await ask(talk)


async def begin_called(talk: Talk, center_id: int, title: str) -> None:
    """Begin to make one of this name, of the first kind that the actor may make there. Raises as `begin`."""
    kinds = activity_access.kinds_of(talk.account, center_id)
    known = {"title": title} if len(title) <= LONGEST_TITLE else {}
    await _begin(talk, ActivityNew(center_id, kinds[0] if kinds else ""), known)


def stop() -> list[Button]:
    """The row every screen of the form ends with."""
    return [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]


def back_to(what: str = "more") -> list[Button]:
    """The row a screen of settings ends with."""
    return [tap("button-back", ActivitySet(what, "")), tap("button-person", Go("person"))]


def check_open(talk: Talk) -> None:
    """Raises RefusedError when no activity is being made (an old button)."""
    if talk.form is None or talk.form.form != FORM:
        raise RefusedError(t("already-answered"))


def current(talk: Talk) -> Plan:
    """The activity as it is meant so far. Raises RefusedError while something is missing, or for an old
    button."""
    check_open(talk)
    if not talk.data["whole"]:
        raise RefusedError(t("activity-first-these"))
    return Plan.model_validate(talk.data["plan"])


async def keep(talk: Talk, changed: Fields | None = None, **data: Any) -> None:
    """Remember something about the activity, and where the form is at."""
    found = changed or {}
    beside = {field: one for field, one in found.items() if field in BESIDE}
    said = {field: one for field, one in found.items() if field not in SAID and field not in beside}
    plan = {**talk.data["plan"], **said}
    await talk.keep(FORM, **{**talk.data, **beside, "plan": plan, **data})


async def unit_of(talk: Talk) -> OrgUnit:
    """The center it is made for."""
    return await people.center(talk.tx, talk.data["unit"])


async def zone_of(talk: Talk) -> str:
    """The time zone there."""
    return settings_of(await unit_of(talk)).zone


async def ask(talk: Talk) -> None:
    """Ask again what is asked, or whether it is right."""
    if talk.data["step"] in TYPED:
        await question(talk, talk.data["step"])
    else:
        await preview(talk)


async def question(talk: Talk, step: str, *, said: Text | None = None) -> None:
    """Ask for something about it, after `said`; with what it is now, if it is anything yet."""
    lines = [said] if said is not None else [t(f"activity-ask-{step}", kind=talk.data["plan"]["kind"])]
    if talk.data["whole"] and said is None and step in FIELDS:
        if step == "sessions" and held(current(talk).sessions, talk.tx.now):
            lines.append(t("activity-only-coming"))
        now = await activity_differences.value(talk.tx, current(talk), step, await zone_of(talk))
        lines.append(t("activity-is-now", now=now))
    if said is None and step in ("move", "add"):
        lines.append(activity_moving.day_now(talk, current(talk), await zone_of(talk)))
    rows = await _quick(talk, step)
    talk.show(t("lines", items=lines), [*rows, back_to() if talk.data["whole"] else stop()])


async def _quick(talk: Talk, step: str) -> Rows:
    """What is answered often, as buttons."""
    if step == "place":
        name = (await unit_of(talk)).name
        return [[tap("button-text", ActivitySet("place", "here"), text=t("activity-where", place=name))]]
    if step == "household_limit":
        some = [tap("button-activity-some", ActivitySet(step, str(n)), n=n) for n in (1, 2)]
        no = tap("button-activity-no-household_limit", ActivitySet(step, "none"))
        return [*([one] for one in some), [no]]
    if step in activity_moving.TYPED:
        return activity_moving.quick(talk, step, await zone_of(talk))
    if ready := await activity_slots.quick(talk, step, talk.data["unit"]):
        return ready
    return [[tap(f"button-activity-no-{step}", ActivitySet(step, "none"))]] if step in NOTHING else []


async def message(talk: Talk) -> None:
    """The answer to what was asked; what cannot be is asked for again, with why."""
    step = talk.data["step"]
    if step not in TYPED:
        talk.say(t("activity-tap"))
        await preview(talk)
        return
    try:
        found = await activity_fields.read(talk, step, talk.data["plan"], await zone_of(talk))
    except RefusedError as refusal:
        await question(talk, step, said=refusal.text)
        return
    await answered(talk, step, found)


async def answered(talk: Talk, step: str, found: Fields) -> None:
    """Keep an answer, and ask the next question; when there is none left, have a look."""
    if talk.data["whole"]:
        uncut = ASKED_BY.get(step, step) == "times" and "each" not in found
        opens = step == "hours" and talk.data["activity"] is not None
        await keep(talk, found, step="each" if uncut else "since" if opens else "preview")
        await ask(talk)
        return
    steps = STEPS[CATALOGUE.activity(talk.data["plan"]["kind"]).making]
    left = steps[steps.index(ASKED_BY.get(step, step)) + 1 :]
    following = [one for one in left if one not in found]
    await keep(talk, found, step=following[0] if following else "preview", whole=not following)
    await ask(talk)


async def preview(talk: Talk) -> None:
    """The activity as people will see it, then whom it reaches, with the tap that does it. What stands in the
    way of it is said, and can be set right."""
    plan = current(talk)
    await keep(talk, step="preview")
    try:
        changing = talk.data["activity"] is not None
        await (_look_at_change if changing else _look_at_new)(talk, plan)
    except NotFoundError:
        await talk.leave()  # the role was taken back meanwhile: the form must not hold on to whoever had it
        raise
    except RefusedError as refusal:
        talk.say(refusal.text, [[tap("button-activity-settings", ActivitySet("more", ""))], stop()])


async def words_of(talk: Talk, plan: Plan, center_id: int) -> dict[str, str]:
    """What the notice says of it, by language."""
    return in_all(await activity_cards.described(talk.tx, plan, center_id))


async def _look_at_new(talk: Talk, plan: Plan) -> None:
    words = await words_of(talk, plan, talk.data["unit"])
    ahead = await activity_announcing.look_ahead(talk.tx, talk.account, talk.data["unit"], plan, words)
    for one in ahead.messages:
        talk.send(one)
    mark = _mark(talk)
    rows: Rows = [
        [tap("button-activity-publish", ActivitySend("tell", mark))],
        [tap("button-activity-quietly", ActivitySend("quiet", mark))],
        [tap("button-activity-settings", ActivitySet("more", ""))],
    ]
    zone = await zone_of(talk)
    lines = [*activity_fields.doubtful(plan, zone), *reach(ahead, zone)]
    talk.say(t("activity-sure", lines=lines), [*rows, stop()])


def reach(ahead: Ahead, zone: str) -> list[Text]:
    """How many would be told, and when."""
    lines = [t("activity-reaches", households=ahead.households, people=ahead.people)]
    if ahead.spared:
        lines.append(t("notice-spares", n=ahead.spared))
    if ahead.waits is not None:
        lines.append(t("notice-begins-at", at=Moment(at=ahead.waits, zone=zone, style="moment")))
    return lines


async def _look_at_change(talk: Talk, plan: Plan) -> None:
    data = talk.data
    change = await activity_changes.look_ahead(
        talk.tx, talk.account, data["activity"], plan, data["version"], activity_moving.how(talk)
    )
    described = await activity_cards.described(talk.tx, plan, data["unit"])
    talk.send(Outgoing(text=t("lines", items=described), content=plan.picture))
    zone = await zone_of(talk)
    told = activity_moving.consequences(change, zone)
    lines = [*activity_fields.doubtful(plan, zone), *change.lines, *told]
    rows: Rows = [
        [tap("button-activity-change-sure", ActivitySend("change", _mark(talk)))],
        [tap("button-activity-settings", ActivitySet("more", ""))],
    ]
    talk.say(t("activity-change-look", lines=lines), [*rows, stop()])


def _mark(talk: Talk) -> int:
    said = [talk.data["plan"], *(talk.data.get(one) for one in BESIDE)]
    return crc32(json.dumps(said, sort_keys=True).encode())


async def send(talk: Talk, chosen: ActivitySend) -> None:
    """Make it, or change it."""
    plan = current(talk)
    changing = talk.data["activity"] is not None
    if chosen.mark != _mark(talk) or chosen.how not in (("change",) if changing else ("tell", "quiet")):
        raise RefusedError(t("already-answered"))
    words = await words_of(talk, plan, talk.data["unit"])
    try:
        await (_change(talk, plan, words) if changing else _publish(talk, plan, words, chosen.how))
    except NotFoundError:
        await talk.leave()
        raise


async def _publish(talk: Talk, plan: Plan, words: dict[str, str], how: str) -> None:
    told = how == "tell"
    made = await activity_announcing.publish(talk.tx, talk.account, talk.data["unit"], plan, words, tell=told)
    await talk.leave()
    look = [tap("button-activity-open", ActivityDo("open", made.id))]
    rows = [*_to_tell(made), look, *activity_cards.maker_rows(talk.account, made), aside("work")]
    text = t("activity-made-told" if told else "activity-made", number=made.number)
    talk.put(Outgoing(text=text, buttons=rows))


async def _change(talk: Talk, plan: Plan, words: dict[str, str]) -> None:
    data = talk.data
    changed = await activity_changes.change(
        talk.tx, talk.account, data["activity"], plan, data["version"], words, activity_moving.how(talk)
    )
    await talk.leave()
    rows = [*_to_tell(changed), *activity_cards.maker_rows(talk.account, changed), aside("work")]
    told = changed.notice_id is not None
    talk.put(Outgoing(text=t("activity-change-done-too" if told else "activity-change-done"), buttons=rows))


def _to_tell(activity: Activity) -> Rows:
    """The button that announces what nobody has been told of."""
    told = activity.notice_id is not None
    return [] if told else [[tap("button-activity-tell", ActivityMake("tell", activity.id))]]
