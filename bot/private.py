"""Files that only their owner may read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from bot.problems import ConfigError

OWNER_ONLY = 0o600


def read_private(path: Path) -> str:
    """The text of a secret file. Raises ConfigError if it cannot be read, or if others can read it."""
    try:
        mode = path.stat().st_mode
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise ConfigError(
            f"The secret file {path} cannot be read: {reason}.", "Check its path and its owner."
        ) from error
    if stat.S_IMODE(mode) & 0o077:
        raise ConfigError(
            f"The secret file {path} can be read by others (mode {stat.S_IMODE(mode):03o}).",
            f"Take that away: chmod 600 {path}",
        )
    return text


def write_private(path: Path, text: str) -> None:
    """Make a secret file for its owner only. Raises FileExistsError rather than replace one."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
