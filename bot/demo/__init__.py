"""A whole story played in front of a seeded village, and the page of phones to go on with.

The real bot talks over HTTP with the simulator and keeps what it knows in a fresh database.
"""

from bot.demo.program import main

__all__ = ["main"]
