"""`bangban roster`: the households and persons of a center, from a spreadsheet."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.database import opened
from bot.problems import UsageProblem
from bot.settings import Settings, load
from bot.spreadsheets import read_rows, write_rows
from domain.cells import Why
from domain.roster import HeaderError, Problem, Roster, parse
from domain.units import settings_of
from services.roster import Outcome, bring
from storage import units
from storage.transaction import Tx
from storage.units import OrgUnit

roster = typer.Typer(help="The households and persons of a center, from a spreadsheet.", no_args_is_help=True)

WORDS: dict[Why, str] = {
    Why.MISSING: "is empty",
    Why.TOO_LONG: "is too long",
    Why.NOT_A_NAME: "is not a name",
    Why.NOT_A_PHONE: "is not a phone number (write one, such as 13800000001; as text, not rounded)",
    Why.NOT_A_SEX: "is not 男 or 女 (m, f)",
    Why.NOT_A_BIRTH: "is not a year or date of birth (write 1956 or 1956-03-02)",
    Why.UNKNOWN_VILLAGE: "is not a natural village of this center",
    Why.OTHER_VILLAGE: "is another natural village than the household has in row {other}",
    Why.SAME_ROW: "is the same as row {other}",
    Why.SAME_PERSON: "is already in this household in row {other}, with other details",
}
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
    if as_json:
        typer.echo(json.dumps(_summary(found, outcome, apply), ensure_ascii=False))
    else:
        _show(Console(), center.name, found, outcome, apply)


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


def _summary(found: Roster, outcome: Outcome, apply: bool) -> dict[str, Any]:
    return {
        "applied": apply,
        "rows": found.rows,
        **asdict(outcome),
        "ignored_columns": list(found.ignored),
        "problems": [{**asdict(problem), "said": _words(problem)} for problem in found.problems],
    }


def _words(problem: Problem) -> str:
    return WORDS[problem.why].format(other=problem.other_row)


def _show(console: Console, center: str, found: Roster, outcome: Outcome, apply: bool) -> None:
    counts = Table("", "new", "changed", "same", "untouched", box=box.SIMPLE)
    for name, group in (("households", outcome.households), ("persons", outcome.persons)):
        counts.add_row(name, *(str(number) for number in asdict(group).values()))
    console.print(f"{center}: {found.rows} rows", markup=False)
    console.print(counts)
    if found.ignored:
        console.print(f"Columns that are not read: {', '.join(found.ignored)}", markup=False)
    if found.problems:
        _show_problems(console, found)
    done = "Imported." if apply else "Nothing has been written. To import the rows that are right: --apply"
    console.print(done, markup=False)


def _show_problems(console: Console, found: Roster) -> None:
    table = Table("row", "column", "value", "why", box=box.SIMPLE)
    for problem in found.problems:
        cells = (str(problem.row), problem.column, problem.value, _words(problem))
        table.add_row(*(Text(cell) for cell in cells))
    rows = len({problem.row for problem in found.problems})
    console.print(f"Rows that are wrong and left out: {rows}")
    console.print(table)
