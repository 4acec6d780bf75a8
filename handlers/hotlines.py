"""The emergency numbers, shown as soon as words sound urgent, whatever somebody is in the middle of."""

from __future__ import annotations

from domain.messages import Said, t
from domain.suggest import suggest
from domain.taps import Emergency
from handlers.talk import Talk, tap
from services.outbox import Lane


def sounds_urgent(said: Said) -> bool:
    """Whether these words tell of an emergency."""
    return bool(said.content.text.strip()) and suggest(said.content.text).urgent


def warn(talk: Talk, said: Said) -> None:
    """Show the numbers, and the button that calls the center's people, at once if these words sound urgent;
    what the words are for goes on as usual."""
    found = suggest(said.content.text) if said.content.text.strip() else None
    if found is not None and found.urgent:
        rows = [[tap("button-call-now", Emergency(found.urgent_kind or "medical", 0))]]
        talk.say(t("urgent-numbers-only", first=found.hotline or "120"), rows, lane=Lane.URGENT)
