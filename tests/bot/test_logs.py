"""The log: readable, complete, and without secrets or anybody's words."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Callable, Iterator

import pytest

from bot import logs

TOKEN = "987654321:AAF_abc-DEF0123456789abcdefghijklmn"
WORDS = "胸口痛得很"
log = logging.getLogger("bot.test")
Log = Callable[..., io.StringIO]


@pytest.fixture
def log_to() -> Iterator[Log]:
    """Set the log up on a string; put it back as it was afterwards."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level

    def setup(level: str = "INFO", *, as_json: bool = False, secrets: tuple[str, ...] = ()) -> io.StringIO:
        stream = io.StringIO()
        logs.setup(level, as_json=as_json, secrets=secrets, stream=stream)
        return stream

    yield setup
    logging.captureWarnings(False)
    root.handlers, root.level = before, level


def test_a_line_is_time_level_place_sentence_and_fields(log_to: Log) -> None:
    stream = log_to()

    log.info("The batch took effect.", extra={"action": "batch", "count": 3})

    line = stream.getvalue().rstrip()
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ INFO bot\.test The batch took effect\. action=batch count=3", line
    )


def test_json_has_the_same_on_one_line(log_to: Log) -> None:
    stream = log_to(as_json=True)

    log.warning("Late by %s.", "3 min", extra={"unit": "马曲村"})

    entry = json.loads(stream.getvalue())
    assert stream.getvalue().count("\n") == 1
    assert (entry["level"], entry["said"], entry["unit"]) == ("WARNING", "Late by 3 min.", "马曲村")


def test_a_sentence_stays_on_its_line(log_to: Log) -> None:
    stream = log_to()

    log.info("one\ntwo")

    assert stream.getvalue().count("\n") == 1


@pytest.mark.parametrize("as_json", [False, True])
def test_tokens_are_masked_wherever_they_are(log_to: Log, as_json: bool) -> None:
    stream = log_to(as_json=as_json)

    log.info(f"POST https://api.telegram.org/bot{TOKEN}/getMe", extra={"url": f"/bot{TOKEN}/x"})
    try:
        raise OSError(f"cannot reach bot{TOKEN}")
    except OSError:
        log.exception("It failed.")

    assert TOKEN[10:] not in stream.getvalue()
    assert "987654321:***" in stream.getvalue()


def test_a_given_secret_is_masked_whatever_it_looks_like(log_to: Log) -> None:
    stream = log_to(secrets=("1000:demo", ""))

    log.info("bot1000:demo/getMe")

    assert "bot***/getMe" in stream.getvalue()


def test_a_traceback_names_the_place_and_the_kind(log_to: Log) -> None:
    stream = log_to()

    try:
        raise OSError("disk full")
    except OSError:
        log.exception("It failed.")

    assert "test_logs.py" in stream.getvalue()
    assert "OSError: disk full" in stream.getvalue()


@pytest.mark.parametrize("kind", [ValueError, KeyError, TypeError, AssertionError, UnicodeError])
@pytest.mark.parametrize("as_json", [False, True])
def test_errors_that_quote_what_people_wrote_are_cut_short(
    log_to: Log, kind: type[Exception], as_json: bool
) -> None:
    stream = log_to(as_json=as_json)

    try:
        try:
            raise kind(WORDS)
        except kind as error:
            raise RuntimeError("could not be handled") from error
    except RuntimeError:
        log.exception("It failed.")

    assert WORDS not in stream.getvalue()
    assert kind.__name__ in stream.getvalue()
    assert "RuntimeError: could not be handled" in stream.getvalue()


@pytest.mark.parametrize("library", ["telegram.ext.Application", "aiosqlite", "sqlalchemy.engine.Engine"])
def test_libraries_do_not_write_whole_updates_into_the_log(log_to: Log, library: str) -> None:
    stream = log_to("DEBUG")

    logging.getLogger(library).debug("update: %s", WORDS)
    log.debug("ours")

    assert WORDS not in stream.getvalue()
    assert "ours" in stream.getvalue()


def test_a_quiet_log_keeps_what_matters(log_to: Log) -> None:
    stream = log_to("ERROR")

    log.warning("not this")
    log.error("but this")

    assert "not this" not in stream.getvalue()
    assert "but this" in stream.getvalue()
