"""`bangban invite`: links by which villagers find their center, and people are given their roles."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot import telegram_api
from bot.database import opened
from bot.problems import UsageProblem
from bot.qr import qr_png
from bot.settings import Settings, load
from domain.links import center_payload, role_payload, start_link
from domain.units import settings_of
from services import roles
from storage import units
from storage.transaction import Tx
from storage.units import OrgUnit


@dataclass(frozen=True)
class Ticket:
    """What a link will carry, and what it is for, in words."""

    payload: str
    title: str
    note: str


def invite(
    center: Annotated[str | None, typer.Option(help="The code of a center.")] = None,
    unit: Annotated[str | None, typer.Option(help="The code of any unit: county, township, center.")] = None,
    role: Annotated[
        str | None, typer.Option(help="Invite one person to this role. Without it: the villagers' own link.")
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=365, help="How long an invitation is good for.")] = 7,
    qr: Annotated[Path | None, typer.Option(help="Also write the link as a QR code to this PNG.")] = None,
    username: Annotated[
        str | None, typer.Option(help="The bot's username, so that Telegram need not be asked.")
    ] = None,
) -> None:
    """Print the link to a center, or a one-time invitation to a role."""
    if (center is None) == (unit is None):
        raise UsageProblem("It is not clear where to invite to.", "Give either --center CODE or --unit CODE.")
    asyncio.run(_invite(load(), str(center or unit), role, timedelta(days=days), qr, username))


async def _invite(
    settings: Settings, code: str, role: str | None, valid: timedelta, qr: Path | None, username: str | None
) -> None:
    bot = username or await telegram_api.username(settings)
    async with opened(settings) as database, database.begin() as tx:
        ticket = await _ticket(tx, code, role, valid)
        link = start_link(bot, ticket.payload)
        if qr:
            _write(qr, qr_png(link))
    typer.echo(f"{ticket.title}\n{link}\n{ticket.note}")


async def _ticket(tx: Tx, code: str, role: str | None, valid: timedelta) -> Ticket:
    unit = await unit_with(tx, code)
    if role is None:
        if unit.kind != "center":
            raise UsageProblem(
                f"Villagers belong to centers, and {code} is a {unit.kind}.", "Give a center, or a --role."
            )
        return Ticket(center_payload(code), unit.name, "For everybody in the village, for ever.")
    if role not in (offered := roles.invitable_roles(unit.kind)):
        raise UsageProblem(f"There is no role {role} at {code}.", f"The roles are: {', '.join(offered)}.")
    token = roles.create_invitation(tx, unit=unit, role=role, created_by=None, valid=valid)
    until = _local(tx.now + valid, settings_of(unit).zone)
    note = f"For one person, once, until {until}. Whoever follows it first is asked to accept the role."
    return Ticket(role_payload(token), f"{unit.name}: {role}", note)


async def unit_with(tx: Tx, code: str) -> OrgUnit:
    """The unit with this code. Raises UsageProblem."""
    unit = await units.unit_by_code(tx, code)
    if unit is None:
        known = ", ".join(one.code for one in await units.units(tx))
        raise UsageProblem(f"There is no unit {code}.", f"The units are: {known}.")
    return unit


def _local(moment: datetime, zone: str) -> str:
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M} ({zone})"


def _write(path: Path, picture: bytes) -> None:
    try:
        path.write_bytes(picture)
    except OSError as error:
        raise UsageProblem(
            f"{path} cannot be written: {error.strerror}.", "Choose another path for --qr."
        ) from error
