"""Saying that a need is about somebody at the center, who must not know; and asking without a name."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from domain.messages import Button, Text, t
from domain.taps import Draft, Go, Hide, Hush, Open, Page
from handlers.drafts import DraftForm, current, save
from handlers.talk import Rows, Talk, paged, tap
from services import access, cards, conflicts, whereabouts
from services.access import View
from services.conflicts import Somebody
from services.errors import RefusedError
from services.kinds import ServiceRequest

HEARD = ("voice", "audio", "video", "video_note")
"""Kinds of messages by which the speaker is known."""


def _center(talk: Talk) -> int:
    return talk.account.current_center_id or 0


def _name(somebody: Somebody) -> Text | str:
    return somebody.name or t(f"role-{somebody.roles[0]}")


# Before it is sent


async def spoken_of(talk: Talk, draft: DraftForm) -> Somebody | None:
    """The first person with a role whom the draft names and is not kept from yet."""
    found = await conflicts.spoken_of(talk.tx, talk.account, _center(talk), draft.words)
    return next((one for one in found if one.account_id not in draft.kept_from), None)


def preview_rows(named: Somebody | None) -> Rows:
    """The rows of the preview: keep it from whom it names, with one tap; or from anybody."""
    rows = [[tap("button-hush", Draft("hush"))]]
    if named is not None:
        rows.insert(0, [tap("button-hush-named", Hush(named.grant_id, 1, 0), name=_name(named))])
    return rows


async def notes(talk: Talk, draft: DraftForm, named: Somebody | None) -> list[Text]:
    """What the preview says of it: from whom it is kept, whom it names, by what one is known."""
    people = await conflicts.candidates(talk.tx, talk.account, _center(talk)) if draft.kept_from else []
    lines = [t("kept-from", name=_name(one)) for one in people if one.account_id in draft.kept_from]
    if named is not None:
        lines.append(t("spoken-of", name=_name(named), role=t(f"role-{named.roles[0]}")))
    if draft.anonymous and any(content.kind in HEARD for content in draft.contents):
        lines.append(t("anonymous-voice"))
    return lines


async def page(talk: Talk, number: int) -> None:
    """Turn to a page of those from whom it can be kept."""
    await ask(talk, current(talk), number)


async def ask(talk: Talk, draft: DraftForm, page: int = 0) -> None:
    """Choose from whom it is kept, and whether to give a name."""
    if draft.step != "hush" or draft.line is None:
        raise RefusedError(t("already-answered"))
    may_be_anonymous = CATALOGUE.line(draft.line).anonymous
    items = [
        _toggle(one, on=one.account_id in draft.kept_from, page=page)
        for one in await conflicts.candidates(talk.tx, talk.account, _center(talk))
    ]
    rows = paged(items, page, lambda n: Page("hush", n), size=4 if may_be_anonymous else 5)
    if may_be_anonymous:
        rows.append([_anonymous_button(draft)])
    text = t("hush-anonymous", hush=t("hush")) if may_be_anonymous else t("hush")
    talk.show(text, [*rows, [tap("button-hush-done", Draft("back")), tap("button-person", Go("person"))]])


def _toggle(somebody: Somebody, *, on: bool, page: int) -> Button:
    """A button that always sets what it says, so that an impatient second tap undoes nothing."""
    role, meaning = t(f"role-{somebody.roles[0]}"), Hush(somebody.grant_id, int(not on), page)
    if on:
        return tap("button-hush-on", meaning, name=_name(somebody), role=role)
    return tap("button-hush-off", meaning, name=_name(somebody), role=role)


def _anonymous_button(draft: DraftForm) -> Button:
    if draft.anonymous:
        return tap("button-anonymous-on", Draft("anonymous-off"))
    return tap("button-anonymous-off", Draft("anonymous-on"))


async def hush(talk: Talk, wanted: Hush) -> None:
    """Somebody was chosen, from whom the draft is kept; or not after all."""
    from handlers import intake

    draft = current(talk)
    somebody = await conflicts.chosen(talk.tx, talk.account, _center(talk), wanted.grant_id)
    others = tuple(one for one in draft.kept_from if one != somebody.account_id)
    kept_from = (*others, somebody.account_id) if wanted.on else others
    draft = draft.with_(kept_from=kept_from)
    await save(talk, draft)
    await (ask(talk, draft, wanted.page) if draft.step == "hush" else intake.ask(talk))


def anonymous(talk: Talk, draft: DraftForm, *, on: bool) -> DraftForm:
    """The draft with or without a name. Raises RefusedError where it cannot be without."""
    if on:
        conflicts.check_anonymous(draft.line or "", draft.said, for_other=False)
        if draft.whom is not None:
            talk.say(t("anonymous-not-for-other"))
            return draft.with_(anonymous=True, whom=None)
    return draft.with_(anonymous=on)


def warn_if_named(talk: Talk, before: DraftForm, after: DraftForm) -> None:
    """Say so when another line, or asking for somebody else, ended the asking without a name."""
    if before.anonymous and not after.anonymous:
        talk.say(t("anonymous-line-off") if before.line != after.line else t("anonymous-no-proxy"))


# After it was sent


async def hide(talk: Talk, wanted: Hide) -> None:
    """On one's own request: choose whom it is about, be asked once, and it is kept from them."""
    row = await access.request(talk.tx, talk.account, wanted.request_id, View.ASKER)
    if wanted.grant_id == 0:
        await _choose(talk, row, max(0, wanted.step))
        return
    somebody = await conflicts.chosen(talk.tx, talk.account, row.center_id, wanted.grant_id)
    head = await cards.headline(talk.tx, row)
    back = [tap("button-back", Open(row.id)), tap("button-person", Go("person"))]
    if wanted.step != 1:
        yes = [tap("button-hide-yes", Hide(row.id, wanted.grant_id, 1))]
        talk.show(t("hide-sure", head=head, name=_name(somebody)), [yes, back], request_id=row.id)
        return
    row = await conflicts.exclude(talk.tx, talk.account, row.id, somebody.account_id)
    done = t("hide-done", head=head, name=_name(somebody), where=await whereabouts.where_it_is(talk.tx, row))
    talk.show(done, [back], request_id=row.id)


async def _choose(talk: Talk, row: ServiceRequest, page: int) -> None:
    items = [
        tap(
            "button-hush-off",
            Hide(row.id, one.grant_id, 0),
            name=_name(one),
            role=t(f"role-{one.roles[0]}"),
        )
        for one in await conflicts.candidates_for(talk.tx, talk.account, row)
    ]
    text = t("hide", head=await cards.headline(talk.tx, row)) if items else t("hide-none")
    rows = paged(items, page, lambda n: Hide(row.id, 0, n))
    back = [tap("button-back", Open(row.id)), tap("button-person", Go("person"))]
    talk.show(text, [*rows, back], request_id=row.id)
