"""The documents name all there is: chat commands and keys, roles, targets; and their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from domain.catalogue import CATALOGUE
from handlers.home import KEYS
from handlers.screens import COMMANDS
from locales import format_text

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    [ROOT / "README.md", ROOT / "DECISIONS.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]
)


def _read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("command", ["start", *COMMANDS])
def test_every_chat_command_is_documented(command: str) -> None:
    assert f"`/{command}`" in _read("docs/chat.md")


def test_no_chat_command_is_documented_that_there_is_not() -> None:
    named = set(re.findall(r"^\| `/([a-z]+)`", _read("docs/chat.md"), re.MULTILINE))
    assert named == {"start", *COMMANDS}


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_the_keyboard_is_documented_as_it_is_written(key: str) -> None:
    assert f"| {format_text(key, {}, 'zh-Hans')} |" in _read("docs/chat.md")


@pytest.mark.parametrize("role", [role.code for role in CATALOGUE.roles])
def test_every_role_is_documented_with_its_name_in_the_chat(role: str) -> None:
    assert f"| `{role}` | {format_text(f'role-{role}', {}, 'zh-Hans')} |" in _read("docs/roles.md")


def test_every_target_of_the_makefile_explains_itself() -> None:
    targets = re.findall(r"^\.PHONY: (\S+)$", _read("Makefile"), re.MULTILINE)
    explained = re.findall(r"^([a-z-]+):.*## \S", _read("Makefile"), re.MULTILINE)
    assert sorted(targets) == sorted(explained)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_to_a_file_that_is_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)\)", page.read_text("utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


def test_every_dependency_has_a_reason_in_the_decisions() -> None:
    project = _read("pyproject.toml")
    names = re.findall(r'^    "([A-Za-z0-9.-]+)(?:\[\w+\])?[><=]', project, re.MULTILINE)
    reasons = _read("DECISIONS.md").lower()
    assert [name for name in names if name.lower() not in reasons] == []


def test_the_lock_files_pin_with_hashes_and_name_no_index() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        lock = _read(name)
        pinned = re.findall(r"^[a-z0-9][^ ]*==[^ ]+ ", lock, re.MULTILINE)
        assert len(pinned) > 20
        assert lock.count("--hash=sha256:") >= len(pinned)
        assert "://" not in lock
        assert "find-links" not in lock
