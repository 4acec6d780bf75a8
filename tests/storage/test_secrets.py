"""Encryption, and the fingerprints by which what is encrypted can be looked up."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import secrets
from storage.secrets import KeysMissingError, WrongKeyError


@given(st.text())
def test_what_was_encrypted_can_be_read_with_the_key(text: str) -> None:
    secrets.install([secrets.new_key()])

    assert secrets.decrypt(secrets.encrypt(text)) == text


def test_the_same_words_never_look_the_same(keys: str) -> None:
    assert secrets.encrypt("王秀英") != secrets.encrypt("王秀英")


def test_another_key_does_not_open_it(keys: str) -> None:
    sealed = secrets.encrypt("王秀英")
    secrets.install([secrets.new_key()])

    with pytest.raises(WrongKeyError):
        secrets.decrypt(sealed)


@pytest.mark.parametrize("broken", [b"", b"x", b"gAAAAA", "王".encode()])
def test_what_was_never_encrypted_is_not_opened(keys: str, broken: bytes) -> None:
    with pytest.raises(WrongKeyError):
        secrets.decrypt(broken)


def test_new_words_are_written_with_the_newest_key() -> None:
    old, new = secrets.new_key(), secrets.new_key()
    secrets.install([old])
    before = secrets.encrypt("旧")

    secrets.install([new, old])
    after = secrets.encrypt("新")

    assert secrets.decrypt(before) == "旧"
    secrets.install([new])
    assert secrets.decrypt(after) == "新"


def test_a_fingerprint_is_the_same_every_time_and_tells_nothing(keys: str) -> None:
    first = secrets.fingerprint("13800000001")

    assert re.fullmatch(r"[0-9a-f]{64}", first)
    assert first == secrets.fingerprint("13800000001")
    assert first != secrets.fingerprint("13800000002")
    assert "138" not in first or first.count("13800000001") == 0


def test_a_fingerprint_outlives_a_newer_key_but_not_another_last_one() -> None:
    old, new = secrets.new_key(), secrets.new_key()
    secrets.install([old])
    mark = secrets.fingerprint("13800000001")

    secrets.install([new, old])
    assert secrets.fingerprint("13800000001") == mark
    secrets.install([new])
    assert secrets.fingerprint("13800000001") != mark


@pytest.mark.parametrize("keys_", [[], ["short"], [""], ["x" * 44], [secrets.new_key(), "bad"]])
def test_what_is_no_key_is_refused(keys_: list[str]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        secrets.install(keys_)


def test_keys_that_were_refused_leave_the_old_ones_in_place(keys: str) -> None:
    sealed = secrets.encrypt("王秀英")
    with pytest.raises(ValueError, match=r".+"):
        secrets.install([secrets.new_key(), "bad"])

    assert secrets.decrypt(sealed) == "王秀英"


@pytest.mark.parametrize(
    "work", [lambda: secrets.encrypt("x"), lambda: secrets.decrypt(b"x"), lambda: secrets.fingerprint("x")]
)
def test_without_keys_nothing_is_read_or_written(monkeypatch: pytest.MonkeyPatch, work: object) -> None:
    monkeypatch.setattr(secrets._Vault, "fernet", None)

    with pytest.raises(KeysMissingError):
        work()  # type: ignore[operator]
