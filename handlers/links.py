"""/start: what the link leads to that somebody followed, or the beginning."""

from __future__ import annotations

from collections.abc import Awaitable

from domain.links import (
    ActivityLink,
    CenterLink,
    CertificateLink,
    CheckinLink,
    NoticeLink,
    RoleLink,
    parse_payload,
)
from domain.messages import t
from handlers import activities, certificates, checkin, home, invited, join, notice_board
from handlers.talk import Talk
from services import units
from services.errors import NotFoundError
from services.people import membership


async def start(talk: Talk, payload: str) -> None:
    """/start, with or without a link."""
    if payload and await follow(talk, payload):
        return
    if payload:
        talk.say(t("link-unknown"))
    await _beginning(talk)


async def follow(talk: Talk, payload: str) -> bool:
    """Go where a link leads: a center's, an invitation's, a notice's, an activity's, the one at its door,
    or a certificate's. False for none that is known."""
    match parse_payload(payload):
        case RoleLink(token):
            await invited.opened(talk, token)
        case CenterLink() as link:
            return await _center(talk, link)
        case NoticeLink(notice_id):
            return await _found(notice_board.follow(talk, notice_id))
        case ActivityLink(activity_id):
            return await _found(activities.follow(talk, activity_id))
        case CheckinLink() as link:
            return await _found(checkin.follow(talk, link))
        case CertificateLink() as link:
            await certificates.follow(talk, link)
        case _:
            return False
    return True


async def _found(going: Awaitable[None]) -> bool:
    try:
        await going
    except NotFoundError:
        return False
    return True


async def _center(talk: Talk, link: CenterLink) -> bool:
    unit = await units.by_code(talk.tx, link.code)
    if unit is None or unit.kind != "center":
        return False
    if not await join.at_home(talk, unit.id):
        await join.begin(talk, center_id=unit.id)
    return True


async def _beginning(talk: Talk) -> None:
    if membership(talk.account) is not None or talk.account.grants:
        await home.home(talk)
    elif talk.form is not None and talk.form.form == join.FORM:
        await join.ask(talk)
    else:
        await join.begin(talk)
