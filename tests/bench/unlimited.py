"""`bangban run` for a Bot API without limits: `python -m tests.bench.unlimited`, settings as always.

Everything is as bot/serve.py puts it together; only Telegram's own limits are not kept, since it is the
program's speed that is to be measured and not theirs.
"""

from __future__ import annotations

import functools

from bot import cli, serve
from bot.app import Bangban
from bot.limits import Limits

if __name__ == "__main__":
    setattr(serve, "Bangban", functools.partial(Bangban, limits=Limits.off()))  # noqa: B010
    cli.app(["run"])
