"""Errors that can be mended from outside are told as problems; others are not."""

from __future__ import annotations

import errno

import pytest

from bot.lock import AlreadyRunningError, LockLostError
from bot.problems import ConfigError, Problem, UsageProblem, database_away, explain
from bot.transport import ApiError, Unreachable, WrongTokenError
from storage.secrets import WrongKeyError
from storage.steps import DatabaseNewerError


@pytest.mark.parametrize(
    ("error", "status", "what", "remedy"),
    [
        (WrongTokenError(), 2, "does not know this bot token", "@BotFather"),
        (Unreachable("TimeoutError"), 1, "does not answer (TimeoutError)", "BANGBAN_API_URL"),
        (
            ApiError(400, "Bad Request: bad webhook"),
            1,
            "Telegram refuses: 400 Bad Request",
            "BANGBAN_WEBHOOK_URL",
        ),
        (AlreadyRunningError("this bot is already served by process 7"), 1, "process 7", "--wait"),
        (LockLostError("gone"), 1, "another process may have taken over", "Start it again"),
        (WrongKeyError(), 2, "do not open this database", "BANGBAN_SECRET_KEYS_FILE"),
        (DatabaseNewerError("0009"), 1, "step 0009", "newer version"),
        (
            OSError(errno.EADDRINUSE, "Address already in use"),
            2,
            "cannot be listened on",
            "BANGBAN_HEALTH_LISTEN",
        ),
        (OSError(errno.ENOSPC, "No space left on device"), 1, "No space left", "disk"),
        (UsageProblem("a", "b"), 2, "a", "b"),
        (ConfigError("a", "b"), 2, "a", "b"),
        (Problem("a", "b"), 1, "a", "b"),
    ],
)
def test_each_is_told_with_what_to_do(error: Exception, status: int, what: str, remedy: str) -> None:
    problem = explain(error)

    assert problem is not None
    assert problem.status == status
    assert what in problem.what
    assert remedy in problem.remedy


def test_a_problem_is_found_among_those_that_came_together() -> None:
    group = ExceptionGroup("loops", [KeyError("x"), ExceptionGroup("inner", [WrongTokenError()])])

    problem = explain(group)

    assert problem is not None
    assert "bot token" in problem.what


@pytest.mark.parametrize("error", [KeyError("x"), RuntimeError("x"), ExceptionGroup("x", [ValueError("y")])])
def test_a_mistake_of_the_program_is_no_problem_of_the_user(error: Exception) -> None:
    assert explain(error) is None


def test_a_database_problem_is_told_in_one_line() -> None:
    assert database_away(OSError("first\nsecond")).what == "The database cannot be used: first."
    assert database_away(TimeoutError()).what == "The database cannot be used: TimeoutError."
