"""What a post of market and job information looks like to whoever reads it."""

from __future__ import annotations

from datetime import date

from domain.bulletintaps import BulletinMute
from domain.catalogue import CATALOGUE
from domain.messages import Button, Content, Moment, Outgoing, Text, t, verbatim
from domain.notices import snippet
from domain.officetime import midnight
from domain.taps import Go
from domain.units import settings_of
from services.cards import button
from storage.bulletins import Bulletin
from storage.units import OrgUnit


def key(bulletin_id: int) -> str:
    """The key of what each of its readers was sent."""
    return f"bulletin:{bulletin_id}"


def name(topic: str) -> Text:
    """What a topic is called."""
    return t(f"bulletin-topic-{topic}")


def last_day(unit: OrgUnit, ends_on: date) -> Moment:
    """The last day of a post, as the calendar there has it."""
    zone = settings_of(unit).zone
    return Moment(at=midnight(ends_on, zone), style="date", zone=zone)


def post(unit: OrgUnit, topic: str, content: Content, ends_on: date) -> Outgoing:
    """A post without buttons: its topic, whose it is and until when, above what it says."""
    text = t(
        "bulletin",
        icon=CATALOGUE.bulletin(topic).icon,
        topic=name(topic),
        unit=unit.name,
        until=last_day(unit, ends_on),
    )
    return Outgoing(text=text, content=content)


def as_it_arrives(unit: OrgUnit, row: Bulletin, *, wanted: bool) -> Outgoing:
    """A post as whoever wants its topic gets it; `wanted` says whether they still do."""
    message = post(unit, row.topic, row.content, row.ends_on)
    return message.model_copy(update={"buttons": reader_rows(row, wanted=wanted)})


def reader_rows(row: Bulletin, *, wanted: bool) -> list[list[Button]]:
    """What whoever gets it can tap: that they want no more of these, or do after all."""
    topic = name(row.topic)
    text = t("button-bulletin-mute" if wanted else "button-bulletin-unmute", topic=topic)
    mute = Button(text=text, tap=BulletinMute(row.id, int(not wanted)).pack())
    return [[mute], [button("button-person", Go("person"))]]


def beginning(content: Content) -> Text:
    """The beginning of a post: by that it is told from others."""
    return verbatim(snippet(content.text)) if content.text else t("bulletin-photo")
