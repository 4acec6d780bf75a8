"""The program."""

import sys

# python-telegram-bot imports httpx, and httpx its own command line with three more packages, where they are:
# 4 MB of a bot that speaks through aiohttp. None says that a module is not there; httpx is prepared for that.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
