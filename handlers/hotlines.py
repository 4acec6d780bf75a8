"""The emergency numbers, shown as soon as words sound urgent, whatever somebody is in the middle of."""

from __future__ import annotations

from domain.messages import Said, t
from domain.suggest import suggest
from handlers.talk import Talk
from services.outbox import Lane


def sounds_urgent(said: Said) -> bool:
    """Whether these words tell of an emergency."""
    return bool(said.content.text.strip()) and suggest(said.content.text).urgent


def warn(talk: Talk, said: Said) -> None:
    """Show the numbers at once if these words sound urgent; what the words are for goes on as usual."""
    if sounds_urgent(said):
        first = suggest(said.content.text).hotline or "120"
        talk.say(t("urgent-numbers-only", first=first), lane=Lane.URGENT)
