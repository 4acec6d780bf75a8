"""The keys that sensitive columns are encrypted with."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class KeysMissingError(RuntimeError):
    """The encryption keys have not been installed yet."""


class WrongKeyError(RuntimeError):
    """None of the installed keys opens this value: the key file belongs to another database."""


class _Vault:
    fernet: MultiFernet | None = None
    pepper: bytes = b""


def install(keys: Sequence[str]) -> None:
    """Use these Fernet keys from now on, the first for writing and all for reading.

    The fingerprint of phone numbers is made with the *last* key, so that adding a new key in front
    does not lose the people known by their number. Raises ValueError for a malformed key.
    """
    if not keys:
        raise ValueError("at least one key is needed")
    _Vault.fernet = MultiFernet([Fernet(key) for key in keys])
    decrypt_short.cache_clear()
    _Vault.pepper = hashlib.sha256(b"phone:" + keys[-1].encode()).digest()


def new_key() -> str:
    """Make a fresh Fernet key."""
    return Fernet.generate_key().decode()


def _fernet() -> MultiFernet:
    if _Vault.fernet is None:
        raise KeysMissingError
    return _Vault.fernet


def encrypt(text: str) -> bytes:
    """Turn text into ciphertext."""
    return encrypt_bytes(text.encode())


def decrypt(token: bytes) -> str:
    """Turn ciphertext back into text. Raises WrongKeyError when no key fits."""
    return decrypt_bytes(token).decode()


def encrypt_bytes(data: bytes) -> bytes:
    """Turn a file into ciphertext."""
    return _fernet().encrypt(data)


def decrypt_bytes(token: bytes) -> bytes:
    """Turn ciphertext back into a file. Raises WrongKeyError when no key fits."""
    try:
        return _fernet().decrypt(bytes(token))
    except InvalidToken as error:
        raise WrongKeyError from error


@lru_cache(maxsize=4096)
def decrypt_short(token: bytes) -> str:
    """The same for what is read again and again: the names and phones of those who work at a center.

    Opening one takes 20 microseconds, and a batch reads a hundred of them.
    """
    return decrypt(token)


def fingerprint(value: str) -> str:
    """A keyed hash by which an encrypted value can still be looked up (64 hex digits)."""
    _fernet()
    return hmac.new(_Vault.pepper, value.encode(), hashlib.sha256).hexdigest()
