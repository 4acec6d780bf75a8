"""Refusals that are expected: they are answered, not logged as failures; and what is the machine's fault."""

from __future__ import annotations

from domain.messages import Text, t
from storage.transaction import is_infrastructure

__all__ = ["NotFoundError", "RefusedError", "is_infrastructure"]


class RefusedError(Exception):
    """A use case says no, with words for the person who asked. Nothing has been changed."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.id)
        self.text = text


class NotFoundError(RefusedError):
    """There is no such thing, or it is none of this person's business: both look the same."""

    def __init__(self) -> None:
        super().__init__(t("not-found"))
