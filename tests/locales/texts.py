"""The .ftl files as they are written: every text with its file, its variables and its own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from locales import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Written:
    """One text of one language.

    words     its own words, without what is filled in; the variants of a choice one after the other
    variables what it wants to be filled in with
    choices   each variable it chooses by, with the keys of the variants, "other" included
    """

    id: str
    language: str
    file: str
    words: tuple[str, ...]
    variables: frozenset[str]
    choices: tuple[tuple[str, frozenset[str]], ...]

    def keys_of(self, variable: str) -> frozenset[str]:
        """All keys this text has a variant for, when it chooses by this variable."""
        return frozenset(key for name, keys in self.choices if name == variable for key in keys)


class _Reader(Visitor):
    def __init__(self) -> None:
        self.words: list[str] = []
        self.variables: set[str] = set()
        self.choices: list[tuple[str, frozenset[str]]] = []

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.words.append(node.value)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        keys = frozenset(
            key.name if isinstance(key, ast.Identifier) else key.value
            for key in (variant.key for variant in node.variants)
        )
        assert isinstance(node.selector, ast.VariableReference), "choose by a variable only"
        self.choices.append((node.selector.id.name, keys))
        self.generic_visit(node)


def resources(language: str) -> Iterator[tuple[Path, ast.Resource]]:
    """Each file of a language, parsed."""
    for path in sorted((ROOT / "locales" / language).glob("*.ftl")):
        yield path, FluentParser(with_spans=False).parse(path.read_text("utf-8"))


def read(language: str, path: Path, message: ast.Message) -> Written:
    """One message, taken apart."""
    reader = _Reader()
    reader.visit(message)
    return Written(
        id=message.id.name,
        language=language,
        file=path.name,
        words=tuple(reader.words),
        variables=frozenset(reader.variables),
        choices=tuple(reader.choices),
    )


@cache
def texts(language: str) -> dict[str, Written]:
    """All texts of a language by id; of an id that is there twice, the first."""
    found: dict[str, Written] = {}
    for path, resource in resources(language):
        for entry in resource.body:
            if isinstance(entry, ast.Message):
                found.setdefault(entry.id.name, read(language, path, entry))
    return found


def every_text() -> list[Written]:
    """All texts of all languages."""
    return [text for language in LANGUAGES for text in texts(language).values()]
