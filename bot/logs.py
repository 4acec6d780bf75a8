"""The log: a sentence on each line, then its fields. No tokens, and nothing that anybody wrote."""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from collections.abc import Iterable
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, TextIO

_STANDARD = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_TOKEN = re.compile(r"(?<!\d)(\d{4,}):[A-Za-z0-9_-]{8,}")
_QUOTING = (ValueError, LookupError, TypeError, AssertionError)
"""Errors whose text often repeats the value they are about."""
TALKATIVE = ("telegram", "aiohttp", "asyncio", "sqlalchemy", "aiosqlite", "alembic", "apscheduler", "httpx")
"""Libraries that write whole updates, statements or addresses into the log when asked for detail."""


def setup(level: str, *, as_json: bool, secrets: Iterable[str] = (), stream: TextIO | None = None) -> None:
    """Send the log to standard error (or `stream`); `secrets` are masked wherever they appear."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter((JsonLines if as_json else Lines)(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))


class Lines(logging.Formatter):
    """`2026-03-02T01:30:00Z INFO bot.updates The batch took effect. count=3`."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        """The whole line, without secrets."""
        line = self.line(record)
        for secret in self._secrets:
            line = line.replace(secret, "***")
        return _TOKEN.sub(r"\1:***", line)

    def line(self, record: logging.LogRecord) -> str:
        """Time, level, logger, sentence, fields; a traceback on the lines below."""
        words = [_time(record), record.levelname, record.name, record.getMessage()]
        words += [f"{name}={value}" for name, value in fields(record).items()]
        line = " ".join(words).replace("\n", " ")
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line

    def formatException(  # noqa: N802 - logging's own name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """The traceback; the text of an error that may quote somebody's words is left out."""
        return "\n".join(_chain(ei[1])) if ei[1] is not None else ""


class JsonLines(Lines):
    """The same as one JSON object on each line."""

    def line(self, record: logging.LogRecord) -> str:
        """Keys: at, level, logger, said; the fields; traceback."""
        entry: dict[str, Any] = {
            "at": _time(record),
            "level": record.levelname,
            "logger": record.name,
            "said": record.getMessage(),
            **fields(record),
        }
        if record.exc_info:
            entry["traceback"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False, default=str)


def fields(record: logging.LogRecord) -> dict[str, Any]:
    """What was passed as `extra`."""
    return {name: value for name, value in vars(record).items() if name not in _STANDARD}


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _chain(error: BaseException) -> list[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [*_chain(before), "  which led to"] if before else []
    lines += [frame.rstrip("\n") for frame in traceback.format_tb(error.__traceback__)]
    words = "" if isinstance(error, _QUOTING) else f": {error}"
    return [*lines, f"{type(error).__qualname__}{words}"]
