"""Where the code names a text: found in its syntax tree, so that no way of writing it is missed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tests.locales.texts import ROOT

PACKAGES = ("bot", "handlers", "services", "schedules", "storage", "domain", "locales")
CALLS = {"t", "tap", "button", "format_text", "spellings"}
"""Functions whose first argument is the id of a text."""
LABELS = {"tap", "button"}
"""Those whose text stands on a button, besides `Button(text=…)` and `Key(text=…)`."""


@dataclass(frozen=True)
class Use:
    """One place that names a text.

    id        the id; where a part of it is only known at run time, "{}" stands for that part; empty
              when nothing of it is written here
    arguments what is filled in by name; None when that is only known at run time (`**args`, a mapping)
    label     whether the text stands on a button or a key
    """

    place: str
    function: str
    id: str
    arguments: frozenset[str] | None
    label: bool

    @property
    def is_pattern(self) -> bool:
        """Whether a part of the id is only known at run time."""
        return "{}" in self.id


def _ids(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from _ids(node.body)
        yield from _ids(node.orelse)
    else:
        yield ""


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _named(call: ast.Call, name: str) -> ast.expr | None:
    """The id a call is given, if it is a call that names a text; a method of its own object is not."""
    if name == "Text":
        return next((keyword.value for keyword in call.keywords if keyword.arg == "id"), None)
    own_method = isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "self"
    return call.args[0] if name in CALLS and call.args and not own_method else None


def _arguments(name: str, call: ast.Call) -> frozenset[str] | None:
    if name == "Text":
        return None
    if name == "format_text":
        mapping = call.args[1]
        if isinstance(mapping, ast.Dict) and all(isinstance(key, ast.Constant) for key in mapping.keys):
            return frozenset(str(key.value) for key in mapping.keys if isinstance(key, ast.Constant))
        return None
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else frozenset(name for name in names if name)


class _Finder(ast.NodeVisitor):
    def __init__(self, path: str) -> None:
        self.path = path
        self.functions: list[str] = []
        self.uses: list[Use] = []
        self.labels: set[int] = set()

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.functions.append(node.name)
        self.generic_visit(node)
        self.functions.pop()

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_Call(self, node: ast.Call) -> None:
        name = _name(node.func)
        if name in ("Button", "Key"):
            self.labels |= {id(keyword.value) for keyword in node.keywords if keyword.arg == "text"}
        named = _named(node, name)
        if named is not None:
            use = Use(
                place=f"{self.path}:{node.lineno}",
                function=f"{self.path}:{self.functions[-1] if self.functions else ''}",
                id="",
                arguments=_arguments(name, node),
                label=name in LABELS or id(node) in self.labels,
            )
            self.uses += [replace(use, id=text_id) for text_id in _ids(named)]
        self.generic_visit(node)


def uses_in(source: str, path: str) -> list[Use]:
    """The uses in one module's source."""
    finder = _Finder(path)
    finder.visit(ast.parse(source))
    return finder.uses


def _modules() -> Iterator[Path]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


@cache
def all_uses() -> tuple[Use, ...]:
    """The uses in all the code that talks to people."""
    return tuple(
        use
        for path in _modules()
        for use in uses_in(path.read_text("utf-8"), path.relative_to(ROOT).as_posix())
    )
