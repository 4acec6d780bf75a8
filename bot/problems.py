"""Problems that whoever runs the program can mend: what is wrong, and what to do about it."""

from __future__ import annotations

import errno

from bot.lock import AlreadyRunningError, LockLostError
from bot.transport import ApiError, Unreachable, WrongTokenError
from storage.secrets import WrongKeyError
from storage.steps import DatabaseNewerError
from storage.transaction import is_infrastructure


class Problem(Exception):  # noqa: N818 - it is told, not a failure of the program
    """Something expected that stops the program: the machine, or what it talks to (exit status 1)."""

    status = 1

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}\n{remedy}")
        self.what = what
        self.remedy = remedy


class UsageProblem(Problem):
    """The command cannot be carried out as it was given (exit status 2)."""

    status = 2


class ConfigError(UsageProblem):
    """A setting, the county's file or a key file is not as it must be (exit status 2)."""


_KNOWN: list[tuple[type[Exception], type[Problem], str, str]] = [
    (
        WrongTokenError,
        ConfigError,
        "Telegram does not know this bot token.",
        "Ask @BotFather for it (/mybots, API Token), then set BANGBAN_BOT_TOKEN or BANGBAN_BOT_TOKEN_FILE.",
    ),
    (
        Unreachable,
        Problem,
        "The Bot API does not answer ({error}).",
        "Check the network of this machine, BANGBAN_API_URL, and BANGBAN_PROXY if one is needed.",
    ),
    (
        ApiError,
        Problem,
        "Telegram refuses: {error}.",
        "If it is about the webhook, check BANGBAN_WEBHOOK_URL; else try again later.",
    ),
    (
        AlreadyRunningError,
        Problem,
        "It does not start: {error}.",
        "Nothing is wrong if that one answers. To run this one instead stop it first; or let this one stand "
        "by and take over when the other ends: bangban run --wait",
    ),
    (
        LockLostError,
        Problem,
        "It stopped, because another process may have taken over ({error}).",
        "Nothing is lost. Start it again (a service does so by itself); if this comes often, look at the "
        "network to the database, and whether this machine stands still for seconds at a time.",
    ),
    (
        WrongKeyError,
        ConfigError,
        "The secret keys do not open this database.",
        "Put back the key file that was in use with it (BANGBAN_SECRET_KEYS_FILE), or restore both from the "
        "same backup; several bots on one database have the same keys. Without the right key what is "
        "encrypted is lost.",
    ),
    (
        DatabaseNewerError,
        Problem,
        "The database is at step {error}, which this version of the program does not know.",
        "Install the newer version again, or restore a backup made with this one.",
    ),
]


def explain(error: BaseException) -> Problem | None:
    """The problem behind an error, if it is one that can be mended from outside."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, BaseExceptionGroup):
        return next(filter(None, map(explain, error.exceptions)), None)
    for kind, problem, what, remedy in _KNOWN:
        if isinstance(error, kind):
            return problem(what.format(error=error), remedy)
    if isinstance(error, OSError):
        return _machine(error)
    return database_away(error) if is_infrastructure(error) else None


def _machine(error: OSError) -> Problem:
    if error.errno in (errno.EADDRINUSE, errno.EADDRNOTAVAIL):
        return ConfigError(
            f"An address cannot be listened on: {error.strerror or error}.",
            "Give BANGBAN_WEBHOOK_LISTEN, BANGBAN_HEALTH_LISTEN or --port one that is free on this machine.",
        )
    return Problem(
        f"This machine refuses: {error}.", "Check the disk, the network and the rights of this user."
    )


def database_away(error: BaseException) -> Problem:
    """The database, or the machine under it, does not do what it must."""
    first_line = str(getattr(error, "orig", None) or error).partition("\n")[0]
    return Problem(
        f"The database cannot be used: {first_line or type(error).__name__}.",
        "Check that it runs, that BANGBAN_DATABASE_URL is right, and that the disk is neither full nor "
        "read-only. `bangban doctor` looks at each of these.",
    )
