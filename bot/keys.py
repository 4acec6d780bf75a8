"""The secret keys that sensitive columns are encrypted with: given, found in a file, or made."""

from __future__ import annotations

from pathlib import Path

from bot.private import read_private, write_private
from bot.problems import ConfigError
from bot.settings import PREFIX, Settings
from storage import secrets

HEADER = """\
# Bangban's secret keys, one on each line, the newest first.
# Keep a copy in a safe place: without them what is encrypted in the database is lost.
"""


def install(settings: Settings) -> bool:
    """Use the keys of the environment, or of the key file; False if there are none yet.

    Raises ConfigError for a malformed key, and for a key file that others can read.
    """
    keys = [key.get_secret_value() for key in settings.secret_keys]
    if keys:
        _install(keys, f"{PREFIX}SECRET_KEYS")
    elif settings.secret_keys_file.exists():
        _install(_lines(settings.secret_keys_file), str(settings.secret_keys_file))
    else:
        return False
    return True


def _lines(path: Path) -> list[str]:
    lines = (line.strip() for line in read_private(path).splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _install(keys: list[str], where: str) -> None:
    try:
        secrets.install(keys)
    except ValueError as error:
        raise ConfigError(
            f"{where} does not hold secret keys: {'a key is malformed' if keys else 'it is empty'}.",
            "A key is 44 characters, as the program makes them at its first start. Put the right one back.",
        ) from error


def make(settings: Settings) -> None:
    """Make the key file with one fresh key, and use it."""
    key = secrets.new_key()
    write_private(settings.secret_keys_file, f"{HEADER}{key}\n")
    secrets.install([key])
