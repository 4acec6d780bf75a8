"""What the buttons of wishes to learn something mean."""

from __future__ import annotations

from dataclasses import dataclass

from domain.tap import Tap


@dataclass(frozen=True)
class WishKeep(Tap, code="wkeep"):
    """Note what the draft wants to learn. Its mark is with it, so that an old button notes no other."""

    mark: int


@dataclass(frozen=True)
class WishDrop(Tap, code="wdrop"):
    """I do not want that any more."""

    wish_id: int


@dataclass(frozen=True)
class WishMake(Tap, code="wmake"):
    """Make what this wish, and those like it, are for."""

    wish_id: int
