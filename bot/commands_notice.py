"""`bangban notice`: a notice from the command line, for a county's own systems."""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import UTC, datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from pydantic import ValidationError

from bot.commands_invite import unit_with
from bot.database import opened
from bot.problems import UsageProblem
from bot.settings import Settings, load
from bot.words import translate
from domain.announcing import KINDS, Announcement, Audience, Body
from domain.messages import Content
from domain.times import read_moment
from domain.units import settings_of
from services import notice_writing
from services.errors import NotFoundError, RefusedError
from services.kinds import Notice
from storage import people, units
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit

_KINDS = ", ".join(one.code for one in KINDS)


def notice(
    unit: Annotated[str, typer.Option(help="The code of the center or office it comes from.")],
    author: Annotated[int, typer.Option(help="The account it is sent for: who writes notices there.")],
    words: Annotated[
        str | None, typer.Argument(help="What is said. Without it, what is on the standard input.")
    ] = None,
    kind: Annotated[str, typer.Option(help=f"One of: {_KINDS}.")] = "general",
    village: Annotated[list[str] | None, typer.Option(help="Only this natural village (repeatable).")] = None,
    role: Annotated[list[str] | None, typer.Option(help="Only who has this role (repeatable).")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="Only households so tagged (repeatable).")] = None,
    but: Annotated[bool, typer.Option("--but", help="The other way round: all but those.")] = False,
    at: Annotated[str | None, typer.Option(help='When, as in "2026-12-03 9:30". Without it: now.')] = None,
    urgent: Annotated[bool, typer.Option("--urgent", help="At night too (outage, health).")] = False,
    send: Annotated[bool, typer.Option("--send", help="Send it; without this, only look.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Show whom a notice would reach; with --send, send it (what is about money waits to be signed)."""
    text = words if words is not None else sys.stdin.read()
    parts = {"village": village or [], "role": role or [], "tag": tag or []}
    options = {"kind": kind, "but": but, "at": at, "urgent": urgent, **parts}
    result = asyncio.run(_notice(load(), unit, author, text, options, send=send))
    typer.echo(json.dumps(result, ensure_ascii=False) if as_json else _sentence(result))


async def _notice(
    settings: Settings, code: str, author_id: int, text: str, options: dict[str, Any], *, send: bool
) -> dict[str, Any]:
    async with opened(settings) as database, database.begin() as tx:
        unit, author = await unit_with(tx, code), await people.account(tx, author_id)
        if author is None:
            raise UsageProblem(f"There is no account {author_id}.", "Give one that has written to the bot.")
        tx.bot_id = author.bot_id  # whose process sends its rows
        try:
            said = await _said(tx, unit, text, options)
            return await _do(tx, author, unit, said, send=send)
        except NotFoundError:
            raise UsageProblem(
                f"Account {author_id} writes no notices for {code}.",
                "Give somebody of its committee, its director, or of the office above.",
            ) from None
        except RefusedError as refusal:
            raise UsageProblem(translate(refusal.text, "en"), "Change that, and try again.") from None


async def _said(tx: Tx, unit: OrgUnit, text: str, options: dict[str, Any]) -> Announcement:
    known = {one.name: one.id for one in await units.villages(tx, unit.id)}
    if unknown := [name for name in options["village"] if name not in known]:
        raise UsageProblem(
            f"There is no natural village {unknown[0]} at {unit.code}.",
            f"They are: {', '.join(known) or 'none'}.",
        )
    content = notice_writing.checked(text)
    try:
        return Announcement(
            body=Body(contents=(Content(text=content.text),)),
            kind=options["kind"],
            audience=Audience(
                villages=tuple(known[name] for name in options["village"]),
                roles=tuple(options["role"]),
                tags=tuple(options["tag"]),
                but=options["but"],
            ),
            urgent=options["urgent"],
            send_at=_moment(options["at"], tx.now, settings_of(unit).zone),
        )
    except ValidationError as error:
        raise UsageProblem(
            f"That cannot be sent: {error.errors()[0]['msg']}.", f"The kinds are: {_KINDS}."
        ) from None


def _moment(words: str | None, now: datetime, zone: str) -> datetime | None:
    if words is None:
        return None
    at = read_moment(words, now, zone)
    if at is None:
        raise UsageProblem(f"{words!r} is no moment.", 'Write it as "2026-12-03 9:30".')
    return at.astimezone(UTC)


async def _do(tx: Tx, author: Account, unit: OrgUnit, said: Announcement, *, send: bool) -> dict[str, Any]:
    ahead = await notice_writing.look_ahead(tx, author, unit.id, said)
    waits = ahead.waits.astimezone(ZoneInfo(settings_of(unit).zone)).isoformat() if ahead.waits else None
    result: dict[str, Any] = {
        "unit": unit.code,
        "households": ahead.households,
        "people": ahead.people,
        "unreachable": ahead.unreachable,
        "unwanted": ahead.spared,
        "begins": waits,
        "state": "looked at",
        "number": None,
    }
    if send:
        made = await notice_writing.submit(tx, author, unit.id, said)
        result["state"] = made.state
        result["number"] = made.number if isinstance(made, Notice) else None
    return result


def _sentence(result: dict[str, Any]) -> str:
    reach = f"{result['households']} households, {result['people']} people"
    if result["unreachable"]:
        reach += f", {result['unreachable']} of whom cannot be reached"
    if result["unwanted"]:
        reach += f"; {result['unwanted']} more do not want this kind"
    if result["state"] == "looked at":
        return f"It would go to {reach}. Nothing was sent: add --send."
    named = f"Notice {result['number']}" if result["number"] else "The notice"
    done = {
        "running": "is on its way",
        "paused": "waits for the morning",
        "scheduled": f"waits until {result['begins']}",
        "signing": "waits for the second signature",
    }
    return f"{named} {done[result['state']]}: {reach}."
