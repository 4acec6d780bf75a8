"""Whom a notice is for: everybody, natural villages, roles, tagged households; or all but those."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from domain.announcing import Announcement, Audience
from domain.messages import Text, listed, t
from domain.noticetaps import NoticeSet
from handlers.notice_form import back_to, keep, setting, unit_of
from handlers.talk import Rows, Talk, paged, tap
from services import notice_options
from services.kinds import OrgUnit

_FIELDS = {"village": "villages", "role": "roles", "tag": "tags"}


async def text(talk: Talk, audience: Audience) -> Text:
    """Whom it is for, in words."""
    return await _audience_text(talk, await unit_of(talk), audience)


async def choose(talk: Talk, said: Announcement, value: str) -> None:
    """Choose whom it is for: everybody, or by natural village, role or tag; or all but those."""
    if value == "all":
        said = said.model_copy(update={"audience": Audience()})
        await keep(talk, said)
    if value == "but":
        audience = said.audience.model_copy(update={"but": not said.audience.but})
        said = said.model_copy(update={"audience": audience})
        await keep(talk, said)
    unit = await unit_of(talk)
    rows: Rows = [[tap("button-notice-to-all", setting("to", "all"))]]
    if unit.kind == "center":
        rows.append([tap("button-notice-to-village", setting("village"))])
    rows += [[tap("button-notice-to-role", setting("role"))], [tap("button-notice-to-tag", setting("tag"))]]
    if not said.audience.everybody:
        rows.append(
            [tap("button-notice-only" if said.audience.but else "button-notice-but", setting("to", "but"))]
        )
    talk.show(t("notice-for-whom", to=await _audience_text(talk, unit, said.audience)), [*rows, back_to()])


def picker(field: str) -> Callable[[Talk, Announcement, str], Awaitable[None]]:
    """A list of what an audience is made of, a tap for each to add it or take it away."""

    async def pick(talk: Talk, said: Announcement, value: str) -> None:
        options = await notice_options.options(talk.tx, await unit_of(talk), field)
        page, number = 0, -1
        if value.startswith("p"):
            page = int(value[1:])
        elif value:
            number = int(value)
            page = number // 5
        if 0 <= number < len(options):
            audience = _toggled(said.audience, field, options[number][0])
            said = said.model_copy(update={"audience": audience})
            await keep(talk, said)
        chosen = _chosen(said.audience, field)
        items = [
            tap("button-picked" if one in chosen else "button-text", setting(field, place), text=words)
            for place, (one, words) in enumerate(options)
        ]
        rows = paged(items, page, lambda n: NoticeSet(field, f"p{n}"))
        talk.show(t(f"notice-which-{field}" if items else "notice-nothing-there"), [*rows, back_to("to")])

    return pick


def _chosen(audience: Audience, field: str) -> Sequence[Any]:
    found: Sequence[Any] = getattr(audience, _FIELDS[field])
    return found


def _toggled(audience: Audience, field: str, one: Any) -> Audience:
    before = _chosen(audience, field)
    after = tuple(other for other in before if other != one) if one in before else (*before, one)
    return Audience.model_validate({**audience.model_dump(), _FIELDS[field]: after})


async def _audience_text(talk: Talk, unit: OrgUnit, audience: Audience) -> Text:
    if audience.everybody:
        return t("notice-to-everybody")
    names = [
        words
        for field in _FIELDS
        for one, words in await notice_options.options(talk.tx, unit, field)
        if one in _chosen(audience, field)
    ]
    if not names:
        return t("notice-to-some")
    return t("notice-to-but", names=listed(names)) if audience.but else listed(names)
