"""One language's texts, each of them taken apart when it is first said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Message
from fluent.syntax import FluentParser, ast

_START = re.compile(r"^(-?[a-zA-Z][a-zA-Z0-9_-]*) *=", re.MULTILINE)
"""Where an entry begins. Nothing else in Fluent has a name and "=" at the beginning of a line: the lines of
a text are indented, a remark begins with "#"."""


class Bundle(FluentBundle):
    """The texts of one language: all as they are written, and those that were said as trees.

    The trees of a whole language are five megabytes and a tenth of a second. One by one a text takes some
    fifty microseconds, once, and a village says a few hundred of them in a day.
    """

    def __init__(self, language: str, files: Iterable[str]) -> None:
        # Telegram shows texts of mixed direction as they are; isolating marks would be seen as boxes.
        super().__init__([language], use_isolating=False)
        self._written = {name: source for file in files for name, source in _entries(file)}
        self._parser = FluentParser(with_spans=False)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all texts."""
        return frozenset(filter(self.has_message, self._written))

    def has_message(self, message_id: str) -> bool:
        """Whether there is a text with this id; what is named "-…" is only for use in other texts."""
        return message_id in self._written and not message_id.startswith("-")

    def _lookup(self, entry_id: str, term: bool = False) -> Message:
        name = f"-{entry_id}" if term else entry_id
        if name not in self._compiled:
            entry = self._parser.parse_entry(self._written[name])
            if not isinstance(entry, ast.Message | ast.Term):
                raise LookupError(name)
            self._compiled[name] = self._compiler(entry)
        return self._compiled[name]


def _entries(file: str) -> Iterator[tuple[str, str]]:
    """The entries of a file: name, and what is written from there to the next one."""
    starts = list(_START.finditer(file))
    for start, after in zip_longest(starts, starts[1:]):
        yield start[1], file[start.start() : after and after.start()]
