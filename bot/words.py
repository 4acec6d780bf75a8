"""What the bot says, written out."""

from __future__ import annotations

from collections.abc import Callable

from domain.messages import Text
from handlers.wording import translate

__all__ = ["Say", "translate"]

Say = Callable[[Text], str]
"""The words of a text in a language that is settled, as people see them and not as HTML."""
