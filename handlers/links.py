"""/start: what the link leads to that somebody followed, or the beginning."""

from __future__ import annotations

from domain.links import ActivityLink, CenterLink, NoticeLink, RoleLink, parse_payload
from domain.messages import t
from handlers import activities, home, invited, join, notice_board
from handlers.talk import Talk
from services import units
from services.errors import NotFoundError
from services.people import membership


async def start(talk: Talk, payload: str) -> None:
    """/start, with or without a link: a center's, an invitation's, a notice's, an activity's, or none."""
    link = parse_payload(payload) if payload else None
    known = False
    if isinstance(link, RoleLink):
        known = True
        await invited.opened(talk, link.token)
    elif isinstance(link, NoticeLink):
        known = await _notice(talk, link)
    elif isinstance(link, ActivityLink):
        known = await _activity(talk, link)
    elif isinstance(link, CenterLink):
        known = await _center(talk, link)
    if known:
        return
    if payload:
        talk.say(t("link-unknown"))
    await _beginning(talk)


async def _notice(talk: Talk, link: NoticeLink) -> bool:
    try:
        await notice_board.follow(talk, link.notice_id)
    except NotFoundError:
        return False
    return True


async def _activity(talk: Talk, link: ActivityLink) -> bool:
    try:
        await activities.follow(talk, link.activity_id)
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
