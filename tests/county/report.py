"""What came of it: a table for people, and one line of JSON."""

from __future__ import annotations

import json
from typing import Any

from rich.console import Console
from rich.table import Table

from storage.requests import OPEN
from storage.transaction import Tx
from tests.county import census
from tests.county.life import Life

_WORDS = {
    "requests": "requests",
    "finished": "of which over: done, closed, declined or cancelled",
    "open": "still open",
    "in_time": "share taken up in time",
    "stuck": "stuck: open with no due time or no owner",
    "lost": "lost: asked or said, and not kept or not told",
    "lapses": "holders who were silent and lost it",
    "reopened": "reopened by their askers",
    "urgent": "urgent ones",
    "urgent_taken_within_minutes": "minutes until an urgent one was taken (median)",
    "rings": "rings after the first",
    "refused": "deeds refused: somebody was faster, or it was over",
    "tasks": "times that volunteers were called for",
    "seats_wanted": "hands wanted",
    "asked": "volunteers asked",
    "seats_filled": "hands found, of those who came or are to come",
    "seats_done": "of which done",
    "seats_missed": "promised and not come, without a word",
    "seats_released": "promised and taken back",
    "seats_called_off": "promised and not needed after all",
    "unnoticed": "unnoticed: not come, and the household or the holder was not told",
    "overasked": "overasked: asked a fourth time within a week",
    "expenses": "expenses asked for",
    "pairs": "households that got a helper of their own",
    "visits_made": "visits made",
    "visits_missed": "visits missed, made up for or not",
    "visits_unnoticed": "of which nobody was told",
    "messages": "messages of the bot",
}


async def figures(tx: Tx, life: Life) -> dict[str, Any]:
    """All the figures, those of the books and those of the database."""
    books, by_status = life.books, await census.statuses(tx)
    rising = await census.rises(tx)
    return {
        "requests": by_status.total(),
        "finished": sum(by_status[status] for status in census.OVER),
        "open": sum(by_status[status] for status in OPEN),
        "in_time": books.in_time(),
        "stuck": len(life.stuck),
        "lost": len(life.lost) + abs(by_status.total() - len(books.entries)),
        "rising": rising,
        "lapses": (await census.moves(tx, "lapse")).total(),
        "rings": (await census.moves(tx, "ring")).total(),
        "urgent": sum(entry.is_urgent for entry in books.entries.values()),
        "urgent_taken_within_minutes": books.urgent_minutes(),
        "reopened": books.done["refuse"] + books.done["reopen"],
        "refused": books.refused.total(),
        "left": books.done["left"],
        "holidays": books.done["holiday"],
        "messages": books.messages,
        **life.helping.books.figures(),
        **await life.pairing.figures(tx),
        "unsent": await census.unsent(tx),
    }


def show(found: dict[str, Any], life: Life, console: Console) -> None:
    """Print the figures in words, and by how many steps requests rose."""
    table = Table("what", "how many", title=f"{len(life.folk.above)} centers, {len(life.folk.by_id)} people")
    for key, words in _WORDS.items():
        table.add_row(words, str(found[key]))
    for step, times in found["rising"].items():
        table.add_row(f"risen to: {step}", str(times))
    for reason, times in sorted(life.books.refused.items()):
        table.add_row(f"  refused: {reason}", str(times))
    for what, times in sorted(life.books.done.items()):
        table.add_row(f"  {what}", str(times))
    console.print(table)


def line(found: dict[str, Any]) -> str:
    """The figures as one line."""
    return json.dumps(found)
