"""Posting market and job information: words or a photo, until when, a look, and one tap."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from zlib import crc32

from domain.bulletins import READY
from domain.bulletintaps import BulletinDays, BulletinNew, BulletinSend
from domain.days import read_day
from domain.messages import Button, Content, Text, t
from domain.taps import Go
from handlers import intake, passing
from handlers.content import content_of
from handlers.talk import Rows, Talk, aside, tap
from services import bulletin_cards, bulletins
from services.errors import RefusedError
from services.kinds import OrgUnit

FORM = passing.BULLETIN


async def begin(talk: Talk, chosen: BulletinNew) -> None:
    """Begin to write a post of a topic at one's current center."""
    intake.check_free(talk, FORM)
    unit = await bulletins.posting(talk.tx, talk.account, talk.account.current_center_id or 0, chosen.topic)
    await talk.keep(FORM, step="words", center=unit.id, topic=chosen.topic)
    await ask(talk)


async def begin_until(talk: Talk, bulletin_id: int) -> None:
    """Begin to give a post another last day."""
    intake.check_free(talk, FORM)
    row, unit = await bulletins.steered(talk.tx, talk.account, bulletin_id)
    await talk.keep(FORM, step="until", center=unit.id, topic=row.topic, bulletin=row.id)
    await ask(talk)


def _stop() -> list[Button]:
    return [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]


async def _unit(talk: Talk) -> OrgUnit:
    """The center it is for. Whoever may not post there any more is not kept in the form."""
    try:
        if "bulletin" in talk.data:
            return (await bulletins.steered(talk.tx, talk.account, talk.data["bulletin"]))[1]
        return await bulletins.posting(talk.tx, talk.account, talk.data["center"], talk.data["topic"])
    except RefusedError:
        await talk.leave()
        raise


def _data(talk: Talk) -> dict[str, Any]:
    """What the form knows. Raises RefusedError for an old button."""
    if talk.form is None or talk.form.form != FORM:
        raise RefusedError(t("already-answered"))
    return talk.data


async def ask(talk: Talk) -> None:
    """Ask what the form is at: the words, the last day, or whether to send it."""
    unit, step = await _unit(talk), talk.data["step"]
    if step == "words":
        talk.show(t("bulletin-write", topic=bulletin_cards.name(talk.data["topic"])), [_stop()])
    elif step == "until":
        talk.show(t("bulletin-until"), [*_day_rows(talk, unit), _stop()])
    else:
        await _preview(talk, unit)


def _day_rows(talk: Talk, unit: OrgUnit) -> Rows:
    first = bulletins.goes_out_on(talk.tx, unit)
    days = [(count, bulletin_cards.last_day(unit, first + timedelta(days=count))) for count in READY]
    return [[tap("button-bulletin-days", BulletinDays(count), day=day)] for count, day in days]


async def message(talk: Talk) -> None:
    """What it says, or its last day; said again before it is sent, it takes the place of what was said."""
    if talk.data["step"] == "until":
        await _typed_day(talk)
        return
    found = content_of(talk.message) if talk.message else None
    content = bulletins.checked(found).came_by(talk.tx.bot_id)
    step = "sure" if "until" in talk.data else "until"
    await talk.keep(FORM, **{**talk.data, "step": step, "said": content.pack()})
    await ask(talk)


async def _typed_day(talk: Talk) -> None:
    unit = await _unit(talk)
    day = read_day(talk.text, bulletins.today(talk.tx, unit))
    if day is None:
        talk.say(t("bulletin-day-unclear"), [*_day_rows(talk, unit), _stop()])
        return
    await _until(talk, unit, day)


async def pick_days(talk: Talk, chosen: BulletinDays) -> None:
    """One of the days that were offered."""
    if _data(talk)["step"] != "until" or chosen.days not in READY:
        raise RefusedError(t("already-answered"))
    unit = await _unit(talk)
    await _until(talk, unit, bulletins.goes_out_on(talk.tx, unit) + timedelta(days=chosen.days))


async def _until(talk: Talk, unit: OrgUnit, day: date) -> None:
    data = talk.data
    if "bulletin" in data:
        await bulletins.end_on(talk.tx, talk.account, data["bulletin"], day)
        await talk.leave()
        until = bulletin_cards.last_day(unit, day)
        talk.show(t("bulletin-until-now", until=until), [aside("market")])
        return
    bulletins.check_last_day(day, bulletins.goes_out_on(talk.tx, unit))
    await talk.keep(FORM, **{**data, "step": "sure", "until": day.isoformat()})
    await ask(talk)


def _written(talk: Talk) -> tuple[Content, date]:
    return Content.model_validate(talk.data["said"]), date.fromisoformat(talk.data["until"])


async def _preview(talk: Talk, unit: OrgUnit) -> None:
    """The post as it arrives, then to how many it goes, with the tap that sends it."""
    topic, (content, day) = talk.data["topic"], _written(talk)
    talk.send(bulletin_cards.post(unit, topic, content, day))
    lines = [await _goes_to(talk, unit)]
    if bulletins.waits(talk.tx, unit):
        lines.append(t("bulletin-at-night"))
    rows = [
        [tap("button-bulletin-send", BulletinSend(_mark(talk)))],
        [tap("button-bulletin-again", BulletinNew(topic))],
        _stop(),
    ]
    talk.say(t("bulletin-sure", lines=lines), rows)


async def _goes_to(talk: Talk, unit: OrgUnit) -> Text:
    topic = talk.data["topic"]
    count = await bulletins.readers(talk.tx, unit, topic)
    name = bulletin_cards.name(topic)
    if not count:
        return t("bulletin-goes-to-nobody", topic=name)
    return t("bulletin-goes-to", topic=name, n=count)


def _mark(talk: Talk) -> int:
    written = repr([talk.data[part] for part in ("center", "topic", "said", "until")])
    return crc32(written.encode())


async def send(talk: Talk, chosen: BulletinSend) -> None:
    """Send it."""
    if _data(talk)["step"] != "sure" or _mark(talk) != chosen.mark:
        raise RefusedError(t("already-answered"))
    unit, (content, day) = await _unit(talk), _written(talk)
    await bulletins.post(talk.tx, talk.account, unit.id, talk.data["topic"], content, day)
    night = bulletins.waits(talk.tx, unit)
    await talk.leave()
    talk.show(t("bulletin-sent-at-night" if night else "bulletin-sent"), [aside("market")])
