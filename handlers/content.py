"""A Telegram message as a Content: what can be kept and passed on, and what cannot."""

from __future__ import annotations

from telegram import Message

from domain.messages import Content

_FILES: tuple[str, ...] = (
    "voice",
    "video",
    "video_note",
    "animation",
    "audio",
    "document",
    "sticker",
)


def content_of(message: Message) -> Content | None:
    """The message's content, or None for a kind that cannot be passed on (polls, dice, games…)."""
    for read in (_text, _photo, _venue, _location, _contact, _file):
        found = read(message)
        if found is not None:
            return found
    return None


def _text(message: Message) -> Content | None:
    return Content(text=message.text) if message.text else None


def _photo(message: Message) -> Content | None:
    if not message.photo:
        return None
    return Content(
        kind="photo",
        file_id=message.photo[-1].file_id,
        text=message.caption or "",
        group=message.media_group_id,
    )


def _venue(message: Message) -> Content | None:
    venue = message.venue
    if venue is None:
        return None
    return Content(
        kind="venue",
        latitude=venue.location.latitude,
        longitude=venue.location.longitude,
        title=venue.title,
        text=venue.address,
    )


def _location(message: Message) -> Content | None:
    place = message.location
    return Content(kind="location", latitude=place.latitude, longitude=place.longitude) if place else None


def _contact(message: Message) -> Content | None:
    contact = message.contact
    if contact is None:
        return None
    name = " ".join(part for part in (contact.first_name, contact.last_name) if part)
    return Content(kind="contact", phone=contact.phone_number, title=name or contact.phone_number)


def _file(message: Message) -> Content | None:
    for kind in _FILES:
        media = getattr(message, kind)
        if media is not None:
            return Content.model_validate(
                {
                    "kind": kind,
                    "file_id": media.file_id,
                    "file_name": getattr(media, "file_name", None),
                    "text": message.caption or "",
                    "group": message.media_group_id,
                }
            )
    return None
