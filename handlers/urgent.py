"""Emergencies: the numbers to call at once, and the center's people called without another question."""

from __future__ import annotations

from domain.catalogue import Emergency as Kind
from domain.messages import Outgoing, Said, t
from domain.suggest import Suggestion
from domain.taps import Do, Draft, Emergency, Go, Page
from handlers import beneath, drafts, place, thread
from handlers.drafts import DraftForm, drop_row
from handlers.talk import Rows, Talk, aside, paged, tap
from services import emergency, people, whereabouts
from services.kinds import ServiceRequest
from services.outbox import Lane

JOIN = "join"
"""The form of registering."""
CHOICES = ("medical", "violence", "fire", "drowning", "missing")


def alarm(talk: Talk, found: Suggestion) -> None:
    """A sentence sounds urgent: the numbers at once, and one tap that calls the center's people."""
    rows = [
        [tap("button-call-now", Emergency(found.urgent_kind or "medical", 0))],
        [tap("button-not-urgent", Draft("calm"))],
        drop_row(talk),
    ]
    talk.say(t("urgent-numbers", first=found.hotline or "120"), rows, lane=Lane.URGENT)


async def ask(talk: Talk) -> None:
    """The emergency key: the numbers at once, and what has happened as five large choices."""
    rows = [[tap(f"urgent-{kind}", Emergency(kind, 0))] for kind in CHOICES]
    talk.say(t("urgent-what"), [*rows, aside()], lane=Lane.URGENT)


async def call(talk: Talk, chosen: Emergency) -> None:
    """Call the center's people at once, whoever it is and whatever form is open; what is sent next goes to
    them directly, and the form goes on afterwards."""
    what = emergency.kind(chosen.kind)
    center_id = await emergency.center_for(talk.tx, talk.account, said=chosen.center_id or _registering(talk))
    if center_id is None:
        await _ask_center(talk, chosen.kind)
        return
    known = await _known_so_far(talk, what)
    row = await emergency.ring(talk.tx, talk.account, center_id, known)
    await thread.begin_talk(talk, row.id)
    talk.put(await _called(talk, row, what.hotline), request_id=row.id)
    if known.wants_no_name and not known.anonymous:
        talk.say(t("anonymous-urgent"))
    keys = place.keys(talk, with_phone=not row.anonymous)
    talk.say(t("urgent-where"), keys=keys, lane=Lane.URGENT, request_id=row.id)


def _registering(talk: Talk) -> int | None:
    """The center that somebody who is still registering has come to."""
    return talk.data.get("center") if talk.form is not None else None


async def _known_so_far(talk: Talk, what: Kind) -> emergency.Call:
    """What was written in the form that is open, and under what name: it goes with the call."""
    user = talk.query.from_user if talk.query else None
    name = user.full_name if user else None
    if talk.form is not None and talk.form.form == drafts.FORM:
        draft = DraftForm.model_validate(talk.data)
        if drafts.is_left(talk) and draft.emergency is None:  # it is about something else, and waits
            return emergency.Call(what, name=name)
        await beneath.end(talk)
        about, anonymous = draft.kept_from, draft.anonymous
        whom = draft.for_whom()
        return emergency.Call(
            what, (*draft.said, *draft.unplaced), name, about=about, wants_no_name=anonymous, whom=whom
        )
    if talk.form is not None and talk.form.form == JOIN:
        said = [Said.model_validate(one) for one in talk.data["kept"]]
        await talk.keep(JOIN, **{**talk.data, "kept": []})
        return emergency.Call(what, said, talk.data.get("name") or name)
    return emergency.Call(what, name=name)


async def _called(talk: Talk, row: ServiceRequest, first: str) -> Outgoing:
    where = await whereabouts.where_it_is(talk.tx, row)
    text = t("urgent-called", number=row.number, where=where, first=first)
    rows: Rows = [
        [tap("button-false-alarm", Do("false-alarm", row.id))],
        [tap("button-stop-talking", Go("stop"))],
    ]
    return Outgoing(text=text, buttons=rows)


async def _ask_center(talk: Talk, kind: str, page: int = 0) -> None:
    items = [
        tap("button-text", Emergency(kind, unit.id), text=unit.name) for unit in await people.centers(talk.tx)
    ]
    if not items:
        talk.show(t("urgent-numbers-only", first=emergency.kind(kind).hotline), [aside()])
        return
    talk.show(t("urgent-which-center"), [*paged(items, page, lambda n: Page(f"sos-{kind}", n)), aside()])


async def page_centers(kind: str, talk: Talk, page: int) -> None:
    """Another page of centers for whoever has not said yet where they are."""
    emergency.kind(kind)
    await _ask_center(talk, kind, page)
