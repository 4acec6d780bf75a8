"""What the makers of an activity do with it once there is one: change it, call it off, announce it."""

from __future__ import annotations

from domain.activitytaps import ActivityDo, ActivityMake, ActivitySet
from domain.messages import Moment, Outgoing, t
from handlers import activity_form, activity_settings, intake, passing
from handlers.activity_form import FORM, reach, stop
from handlers.talk import Rows, Talk, aside, beneath, tap
from handlers.wording import in_all
from services import activity_access, activity_announcing, activity_cards, activity_changes
from services.errors import NotFoundError, RefusedError

OFF = passing.ACTIVITY_OFF
VERSIONS = 8
"""Changes that are shown, the latest of them."""


async def do(talk: Talk, chosen: ActivityMake) -> None:
    """Look at what there is to be done, or do it."""
    act = {
        "open": _open,
        "change": _change,
        "off": _off,
        "off-sure": _off_sure,
        "history": _history,
        "tell": _tell,
        "tell-sure": _tell_sure,
    }.get(chosen.action)
    if act is None:
        raise NotFoundError
    await act(talk, chosen.activity_id)


async def _open(talk: Talk, activity_id: int) -> None:
    activity = await activity_access.made_by(talk.tx, talk.account, activity_id)
    rows: Rows = []
    if activity.state == "open":
        rows.append([tap("button-activity-change", ActivityMake("change", activity_id))])
        rows.append([tap("button-activity-off", ActivityMake("off", activity_id))])
        if activity.notice_id is None:
            rows.append([tap("button-activity-tell", ActivityMake("tell", activity_id))])
    rows.append([tap("button-activity-history", ActivityMake("history", activity_id))])
    facts = await activity_cards.facts(talk.tx, activity)
    back = beneath(ActivityDo("manage", activity_id))
    talk.show(t("activity-make", number=activity.number, facts=facts), [*rows, back])


async def _change(talk: Talk, activity_id: int) -> None:
    """Begin to change it, in the form by which it was made; another that is open is finished first."""
    intake.check_free(talk, FORM)
    activity, plan = await activity_changes.begin(talk.tx, talk.account, activity_id)
    begun = {"unit": activity.center_id, "activity": activity.id, "version": activity.version}
    was = [*range(len(plan.sessions))] if plan.form == "times" else None
    beside = {"was": was, "since": None}
    await talk.keep(FORM, **begun, **beside, plan=plan.pack(), step="preview", whole=True)
    await activity_settings.choose(talk, ActivitySet("more", ""))


async def _off(talk: Talk, activity_id: int) -> None:
    """Ask why."""
    intake.check_free(talk, OFF)
    await activity_changes.begin(talk.tx, talk.account, activity_id)
    await talk.keep(OFF, activity=activity_id, reason="")
    await ask_why(talk)


async def ask_why(talk: Talk) -> None:
    """Ask for the reason again, or whether to call it off."""
    if talk.data["reason"]:
        await _sure(talk)
    else:
        talk.say(t("activity-off-why"), [stop()])


async def why(talk: Talk) -> None:
    """The reason; then once more, with how many hear it."""
    if not talk.text.strip():
        talk.say(t("activity-words-only"), [stop()])
        return
    reason = activity_changes.checked_reason(talk.text)
    await talk.keep(OFF, **{**talk.data, "reason": reason})
    await _sure(talk)


async def _sure(talk: Talk) -> None:
    activity_id, reason = talk.data["activity"], talk.data["reason"]
    try:
        count = await activity_changes.places(talk.tx, talk.account, activity_id)
    except RefusedError:
        await talk.leave()
        raise
    rows: Rows = [[tap("button-activity-off-sure", ActivityMake("off-sure", activity_id))], stop()]
    talk.say(t("activity-off-sure", reason=reason, n=count), rows)


async def _off_sure(talk: Talk, activity_id: int) -> None:
    if talk.form is None or talk.form.form != OFF or talk.data["activity"] != activity_id:
        raise RefusedError(t("already-answered"))
    reason = talk.data["reason"]
    await talk.leave()
    _, plan = await activity_changes.begin(talk.tx, talk.account, activity_id)
    words = in_all(
        [t("activity-called-off", form=plan.manner, title=activity_cards.title(plan), reason=reason)]
    )
    await activity_changes.call_off(talk.tx, talk.account, activity_id, reason, words)
    talk.put(Outgoing(text=t("activity-off-done"), buttons=[aside("work")]))


async def _history(talk: Talk, activity_id: int) -> None:
    """Who changed what, and when; the latest first: if all of it is more than a message, what is cut off is
    the oldest."""
    activity, versions = await activity_changes.history(talk.tx, talk.account, activity_id)
    zone = await activity_cards.zone_of(talk.tx, activity)
    items = [
        t(
            "activity-version" if number else "activity-version-first",
            at=Moment(at=one.at, zone=zone, style="short"),
            by=one.by,
            lines=one.lines,
        )
        for number, one in enumerate(versions)
    ]
    talk.show(t("lines", items=items[::-1][:VERSIONS]), [beneath(ActivityMake("open", activity_id))])


async def _words(talk: Talk, activity_id: int) -> dict[str, str]:
    activity = await activity_access.made_by(talk.tx, talk.account, activity_id)
    return await activity_form.words_of(talk, activity.planned, activity.center_id)


async def _tell(talk: Talk, activity_id: int) -> None:
    """One that was made quietly, as it will arrive, with the tap that sends it."""
    words = await _words(talk, activity_id)
    ahead = await activity_announcing.look_again(talk.tx, talk.account, activity_id, words)
    activity = await activity_access.made_by(talk.tx, talk.account, activity_id)
    for one in ahead.messages:
        talk.send(one)
    zone = await activity_cards.zone_of(talk.tx, activity)
    rows: Rows = [[tap("button-activity-tell", ActivityMake("tell-sure", activity_id))], aside("work")]
    talk.say(t("activity-sure", lines=reach(ahead, zone)), rows)


async def _tell_sure(talk: Talk, activity_id: int) -> None:
    words = await _words(talk, activity_id)
    await activity_announcing.announce(talk.tx, talk.account, activity_id, words)
    talk.put(Outgoing(text=t("activity-told"), buttons=[aside("work")]))
