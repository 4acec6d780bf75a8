"""The documents tell of every setting, command, option and column; and of none that there is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from bot.cli import app
from bot.settings import PREFIX, Settings
from domain.roster import COLUMNS

DOCS = Path(__file__).parents[2] / "docs"
SETTINGS = (DOCS / "settings.md").read_text("utf-8")
COMMANDS = (DOCS / "command-line.md").read_text("utf-8")
ROSTER = (DOCS / "roster.md").read_text("utf-8")
NAMES = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}


def commands(group: Any, before: str = "bangban") -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{before} {name}")
        else:
            yield f"{before} {name}", command


ALL = dict(commands(typer.main.get_command(app)))


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_setting_is_described(name: str) -> None:
    assert f"| `{name}` |" in SETTINGS


def test_no_setting_is_described_that_there_is_not() -> None:
    assert set(re.findall(rf"{PREFIX}[A-Z_]+[A-Z]", SETTINGS + COMMANDS)) == NAMES


@pytest.mark.parametrize(
    ("name", "default"),
    [
        (name, field.default)
        for name, field in Settings.model_fields.items()
        if isinstance(field.default, str) and field.default
    ],
)
def test_defaults_are_told_as_they_are(name: str, default: str) -> None:
    (line,) = [line for line in SETTINGS.splitlines() if line.startswith(f"| `{PREFIX}{name.upper()}` |")]

    assert f"`{default}`" in line


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_command_has_its_section(name: str) -> None:
    assert f"\n## {name}\n" in COMMANDS


def test_no_command_has_a_section_that_there_is_not() -> None:
    assert set(re.findall(r"^## (bangban .*)$", COMMANDS, re.MULTILINE)) == set(ALL)


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_option_is_told_in_its_section(name: str) -> None:
    section = COMMANDS.split(f"\n## {name}\n")[1].partition("\n## ")[0]
    options = [option for param in ALL[name].params for option in param.opts if option.startswith("--")]

    assert [option for option in options if option not in section and option != "--help"] == []


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_command_and_option_explains_itself(name: str) -> None:
    assert ALL[name].help
    assert all(getattr(param, "help", "") for param in ALL[name].params)


@pytest.mark.parametrize(("field", "word"), [(field, word) for field in COLUMNS for word in COLUMNS[field]])
def test_every_word_for_a_column_is_told(field: str, word: str) -> None:
    (line,) = [
        line
        for line in ROSTER.splitlines()
        if line.startswith(f"| {COLUMNS[field][0]} ") and line.count("|") == 4
    ]

    assert re.search(rf"(?<![\w]){re.escape(word)}(?![\w])", line)


def test_links_between_documents_lead_somewhere() -> None:
    for document in DOCS.glob("*.md"):
        text = document.read_text("utf-8")
        for target, anchor in re.findall(r"\]\(([\w-]+\.md)(?:#([\w-]+))?\)", text):
            headings = re.findall(r"^#+ (.*)$", (DOCS / target).read_text("utf-8"), re.MULTILINE)
            assert not anchor or anchor in {heading.lower().replace(" ", "-") for heading in headings}
