"""Notices that are used again: the village's own, and those that every village needs."""

from __future__ import annotations

from domain.announcing import Announcement, Body
from domain.messages import Content, Outgoing, t
from domain.noticetaps import NoticeSeason, NoticeTemplateDo
from domain.recurrence import Rhythm, read_rhythm
from domain.seasons import SEASONS
from domain.taps import Go, Page
from handlers import intake, notice_form
from handlers.talk import Talk, aside, paged, tap
from locales import format_text
from services import notice_access, notice_templates
from services.errors import NotFoundError
from services.kinds import NoticeDraft, OrgUnit

FORM = "notice-rhythm"


async def screen(talk: Talk, page: int = 0) -> None:
    """What is kept, then what every village needs."""
    if not notice_access.writes_for(talk.account):
        talk.show(t("notice-not-yours"), [aside()])
        return
    items = [
        tap("button-notice-template", NoticeTemplateDo("open", one.id), name=one.name or "")
        for one in await notice_templates.of(talk.tx, talk.account)
    ]
    items += [
        tap("button-notice-season", NoticeSeason(one.code), name=t(f"season-{one.code}-name"))
        for one in SEASONS
    ]
    rows = paged(items, page, lambda n: Page("notice-templates", n))
    talk.show(t("notice-templates"), [*rows, aside("notices")])


async def season(talk: Talk, chosen: NoticeSeason) -> None:
    """Keep a notice that every village needs as one's own, in one's own language, and look at it."""
    found = next((one for one in SEASONS if one.code == chosen.season), None)
    places = notice_access.writes_for(talk.account)
    if found is None or not places:
        raise NotFoundError
    locale = talk.account.locale
    words = format_text(f"season-{found.code}", {}, locale)
    said = Announcement(body=Body(contents=(Content(text=words),)), kind=found.kind)
    name = format_text(f"season-{found.code}-name", {}, locale)
    row = await notice_templates.keep(talk.tx, talk.account, places[0], said, name)
    if found.rhythm is not None and row.rhythm is None:
        await notice_templates.come_round(talk.tx, talk.account, row.id, Rhythm.unpack(found.rhythm))
    await _open(talk, row.id)


async def do(talk: Talk, chosen: NoticeTemplateDo) -> None:
    """Look at what is kept, write it again, say when it comes round, or keep it no more."""
    match chosen.action:
        case "open":
            await _open(talk, chosen.draft_id)
        case "use":
            row, unit = await notice_templates.one(talk.tx, talk.account, chosen.draft_id)
            await notice_form.open_with(talk, unit.id, row.said)
            await notice_form.ask(talk)
        case "skip":
            await notice_templates.one(talk.tx, talk.account, chosen.draft_id)
            talk.put(Outgoing(text=t("notice-not-now")))
        case "rhythm":
            await _ask_rhythm(talk, chosen.draft_id)
        case "never":
            await notice_templates.come_round(talk.tx, talk.account, chosen.draft_id, None)
            await _leave(talk)
            await _open(talk, chosen.draft_id)
        case "forget":
            await notice_templates.forget(talk.tx, talk.account, chosen.draft_id)
            talk.put(Outgoing(text=t("notice-forgotten"), buttons=[aside("notice-templates")]))
        case _:
            raise NotFoundError


async def _open(talk: Talk, draft_id: int) -> None:
    row, unit = await notice_templates.one(talk.tx, talk.account, draft_id)
    _show(talk, row, unit)


def _show(talk: Talk, row: NoticeDraft, unit: OrgUnit) -> None:
    card = notice_templates.card(row, unit, talk.tx.now)
    talk.put(card.model_copy(update={"buttons": [*card.buttons, aside("notice-templates")]}))


async def _leave(talk: Talk) -> None:
    if talk.form is not None and talk.form.form == FORM:
        await talk.leave()


async def _ask_rhythm(talk: Talk, draft_id: int) -> None:
    intake.check_free(talk, FORM)
    await notice_templates.one(talk.tx, talk.account, draft_id)
    await talk.keep(FORM, draft=draft_id)
    await ask(talk)


async def ask(talk: Talk) -> None:
    """Ask when it comes round."""
    rows = [
        [tap("button-notice-never", NoticeTemplateDo("never", talk.data["draft"]))],
        [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))],
    ]
    talk.say(t("notice-rhythm-ask"), rows)


async def message(talk: Talk) -> None:
    """When it comes round, in words."""
    rhythm = read_rhythm(talk.text)
    if rhythm is None:
        talk.say(t("notice-rhythm-unclear"))
        await ask(talk)
        return
    draft_id = talk.data["draft"]
    try:
        row = await notice_templates.come_round(talk.tx, talk.account, draft_id, rhythm)
    except NotFoundError:
        await talk.leave()
        raise
    await talk.leave()
    _show(talk, row, await notice_access.unit_for(talk.tx, talk.account, row.unit_id))
