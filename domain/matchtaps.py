"""What the buttons of matching many households at once mean."""

from __future__ import annotations

from dataclasses import dataclass

from domain.tap import Tap


@dataclass(frozen=True)
class MatchPick(Tap, code="mpick"):
    """Answer a question before a plan is made: the step, and the number of the answer."""

    step: str
    number: int


@dataclass(frozen=True)
class MatchDo(Tap, code="match"):
    """Look at a plan (look, at a page), or decide about it: again, approve, drop."""

    action: str
    plan_id: int
    page: int


@dataclass(frozen=True)
class MatchRow(Tap, code="mrow"):
    """One household of a plan: open, keep (its helper is fixed), strike."""

    action: str
    plan_id: int
    household_id: int
