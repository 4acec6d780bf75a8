"""Emergencies: the numbers to call at once, and the center's people called without another question."""

from __future__ import annotations

from domain.catalogue import CATALOGUE, Emergency
from domain.messages import Content, Said, t
from domain.suggest import Suggestion
from domain.taps import Draft, Go
from handlers import thread
from handlers.drafts import FORM, DraftForm, current, drop_row, save
from handlers.talk import Talk, tap
from services import cards
from services.errors import RefusedError
from services.outbox import Lane
from services.people import membership
from services.requests import Need, submit

CHOICES = ("medical", "violence", "fire", "drowning", "missing")


def alarm(talk: Talk, found: Suggestion) -> None:
    """A sentence sounds urgent: the numbers at once, and one tap that calls the center's people."""
    rows = [
        [tap("button-call-now", Draft(f"urgent-{found.urgent_kind or 'medical'}"))],
        [tap("button-not-urgent", Draft("calm"))],
        drop_row(),
    ]
    talk.say(t("urgent-numbers", first=found.hotline or "120"), rows, lane=Lane.URGENT)


async def ask(talk: Talk) -> None:
    """The emergency key: the numbers at once, and what has happened as four large choices."""
    if membership(talk.account) is None:
        talk.say(t("urgent-numbers-only", first="120"), lane=Lane.URGENT)
        return
    if talk.form is None:
        await save(talk, DraftForm())
    rows = [[tap(f"urgent-{kind}", Draft(f"urgent-{kind}"))] for kind in CHOICES]
    talk.say(t("urgent-what"), [*rows, drop_row()], lane=Lane.URGENT)


def _emergency(kind: str) -> Emergency:
    try:
        return CATALOGUE.emergency(kind)
    except KeyError as error:
        raise RefusedError(t("not-found")) from error


async def call(talk: Talk, kind: str) -> None:
    """Call the center's people at once, whatever form is open; what is sent next goes to them directly."""
    emergency, member = _emergency(kind), membership(talk.account)
    if member is None:
        raise RefusedError(t("join-first"))
    draft = current(talk) if talk.form is not None and talk.form.form == FORM else DraftForm()
    said = draft.said or (Said(content=Content(text="🚨"), message_id=0),)
    where = {"village_id": member.village_id} | draft.for_whom()
    need = Need(line=emergency.line, said=said, urgent=True, **where)
    row = await submit(talk.tx, talk.account, member.center_id, need)
    await talk.keep(thread.FORM, request=row.id)
    text = t("urgent-called", number=row.number, role=cards.waits_for(row), first=emergency.hotline)
    talk.show(text, [[tap("button-stop-talking", Go("stop"))]], request_id=row.id)
