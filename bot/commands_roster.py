"""`bangban roster`: the households and persons of a center, from a spreadsheet."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from bot.database import opened
from bot.problems import UsageProblem
from bot.settings import Settings, load
from bot.spreadsheets import read_rows, write_rows
from domain.roster import HeaderError, Roster, parse
from domain.units import settings_of
from services.roster import bring
from storage import units
from storage.transaction import Tx
from storage.units import OrgUnit

roster = typer.Typer(help="The households and persons of a center, from a spreadsheet.", no_args_is_help=True)

TEMPLATE = [["户号", "人员编号", "姓名", "性别", "出生日期", "电话", "自然村", "户标签", "人员标签"]]


@roster.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="An XLSX or CSV file; its columns are in docs/roster.md.")],
    center: Annotated[str, typer.Option(help="The code of the center.")],
    apply: Annotated[bool, typer.Option("--apply", help="Write it; without this, only look.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Show what a file would change and what is wrong in it; with --apply, import the rows that are right."""
    asyncio.run(_import(load(), read_rows(file), file, center, apply=apply, as_json=as_json))


@roster.command()
def template(file: Annotated[Path, typer.Argument(help="Where to write it (.xlsx).")]) -> None:
    """Write an empty spreadsheet with the columns of a roster."""
    if file.exists():
        raise UsageProblem(f"{file} is already there.", "Choose another path.")
    write_rows(file, TEMPLATE)
    typer.echo(f"Wrote {file}: one row for each person.")


async def _import(
    settings: Settings, rows: list[list[Any]], file: Path, code: str, *, apply: bool, as_json: bool
) -> None:
    async with opened(settings) as database, database.begin() as tx:
        center = await _center(tx, code)
        found = await _parse(tx, rows, center, file)
        outcome = await bring(tx, center.id, found, apply=apply)
    from bot import roster_report as report

    if as_json:
        typer.echo(json.dumps(report.summary(found, outcome, applied=apply), ensure_ascii=False))
    else:
        report.show(center.name, found, outcome, applied=apply)


async def _center(tx: Tx, code: str) -> OrgUnit:
    center = await units.unit_by_code(tx, code)
    if center is None or center.kind != "center":
        known = ", ".join(one.code for one in await units.units(tx, "center"))
        raise UsageProblem(f"There is no center {code}.", f"The centers are: {known}.")
    return center


async def _parse(tx: Tx, rows: list[list[Any]], center: OrgUnit, file: Path) -> Roster:
    villages = [village.name for village in await units.villages(tx, center.id)]
    today = datetime.now(UTC).astimezone(ZoneInfo(settings_of(center).zone))
    try:
        return parse(rows, villages=villages, this_year=today.year)
    except HeaderError as error:
        raise UsageProblem(
            f"{file}: {error}",
            "docs/roster.md has the columns; `bangban roster template` writes an empty file.",
        ) from error
