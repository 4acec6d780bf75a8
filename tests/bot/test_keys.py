"""The secret keys: from the environment, from a file, or made; never readable by others."""

from __future__ import annotations

import stat

import pytest

from bot import keys
from bot.private import write_private
from bot.problems import ConfigError
from bot.settings import load
from storage import secrets
from tests.conftest import Terminal


def test_without_any_there_are_none_yet(terminal: Terminal) -> None:
    assert keys.install(load()) is False


def test_keys_that_were_made_are_found_again(terminal: Terminal) -> None:
    (terminal.place / "data").mkdir()
    keys.make(load())
    sealed = secrets.encrypt("王秀英")

    assert keys.install(load()) is True
    assert secrets.decrypt(sealed) == "王秀英"


def test_a_key_file_is_for_its_owner_only(terminal: Terminal) -> None:
    (terminal.place / "data").mkdir()
    keys.make(load())

    mode = (terminal.place / "data" / "secret.keys").stat().st_mode

    assert stat.S_IMODE(mode) == 0o600


def test_a_key_file_is_never_replaced(terminal: Terminal) -> None:
    (terminal.place / "data").mkdir()
    keys.make(load())
    before = (terminal.place / "data" / "secret.keys").read_text()

    with pytest.raises(FileExistsError):
        keys.make(load())

    assert (terminal.place / "data" / "secret.keys").read_text() == before


def test_a_key_file_that_others_can_read_is_refused(terminal: Terminal) -> None:
    (terminal.place / "data").mkdir()
    keys.make(load())
    (terminal.place / "data" / "secret.keys").chmod(0o640)

    with pytest.raises(ConfigError, match="can be read by others"):
        keys.install(load())


def test_keys_of_the_environment_come_first(terminal: Terminal) -> None:
    newest, oldest = secrets.new_key(), secrets.new_key()
    secrets.install([oldest])
    old = secrets.encrypt("旧")
    terminal.set(SECRET_KEYS=f" {newest} , {oldest} ")

    assert keys.install(load()) is True

    assert secrets.decrypt(old) == "旧"
    fresh = secrets.encrypt("新")
    secrets.install([oldest])
    with pytest.raises(secrets.WrongKeyError):
        secrets.decrypt(fresh)


def test_a_new_key_is_written_above_the_old_one(terminal: Terminal) -> None:
    old, new = secrets.new_key(), secrets.new_key()
    secrets.install([old])
    sealed, mark = secrets.encrypt("旧"), secrets.fingerprint("13800000001")
    write_private(terminal.place / "keys", f"# keys\n\n{new}\n{old}\n")
    terminal.set(SECRET_KEYS_FILE=terminal.place / "keys")

    keys.install(load())

    assert secrets.decrypt(sealed) == "旧"
    assert secrets.fingerprint("13800000001") == mark


@pytest.mark.parametrize(
    ("text", "why"), [("", "it is empty"), ("# only this\n", "it is empty"), ("short\n", "malformed")]
)
def test_a_file_without_keys_is_refused(terminal: Terminal, text: str, why: str) -> None:
    write_private(terminal.place / "keys", text)
    terminal.set(SECRET_KEYS_FILE=terminal.place / "keys")

    with pytest.raises(ConfigError, match=why):
        keys.install(load())


def test_a_file_of_bytes_is_refused(terminal: Terminal) -> None:
    path = terminal.place / "keys"
    path.write_bytes(b"\xff\xfe\x00")
    path.chmod(0o600)
    terminal.set(SECRET_KEYS_FILE=path)

    with pytest.raises(ConfigError, match="it is not text"):
        keys.install(load())


def test_a_malformed_key_of_the_environment_is_refused_and_not_repeated(terminal: Terminal) -> None:
    terminal.set(SECRET_KEYS="not-a-key")

    with pytest.raises(ConfigError, match="BANGBAN_SECRET_KEYS does not hold") as caught:
        keys.install(load())
    assert "not-a-key" not in str(caught.value)
