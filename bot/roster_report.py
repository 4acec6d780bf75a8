"""What an import of a roster changes and what is wrong in the file: as tables for a terminal, and as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from domain.cells import Why
from domain.roster import Problem, Roster
from services.roster import Outcome

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


def summary(found: Roster, outcome: Outcome, *, applied: bool) -> dict[str, Any]:
    """It as `bangban roster import --json` prints it (docs/roster.md)."""
    return {
        "applied": applied,
        "rows": found.rows,
        **asdict(outcome),
        "ignored_columns": list(found.ignored),
        "problems": [{**asdict(problem), "said": _words(problem)} for problem in found.problems],
    }


def show(center: str, found: Roster, outcome: Outcome, *, applied: bool) -> None:
    """Print it for people."""
    console = Console()
    counts = Table("", "new", "changed", "same", "untouched", box=box.SIMPLE)
    for name, group in (("households", outcome.households), ("persons", outcome.persons)):
        counts.add_row(name, *(str(number) for number in asdict(group).values()))
    console.print(f"{center}: {found.rows} rows", markup=False)
    console.print(counts)
    if found.ignored:
        console.print(f"Columns that are not read: {', '.join(found.ignored)}", markup=False)
    if found.problems:
        _show_problems(console, found)
    done = "Imported." if applied else "Nothing has been written. To import the rows that are right: --apply"
    console.print(done, markup=False)


def _show_problems(console: Console, found: Roster) -> None:
    table = Table("row", "column", "value", "why", box=box.SIMPLE)
    for problem in found.problems:
        cells = (str(problem.row), problem.column, problem.value, _words(problem))
        table.add_row(*(Text(cell) for cell in cells))
    rows = len({problem.row for problem in found.problems})
    console.print(f"Rows that are wrong and left out: {rows}")
    console.print(table)


def _words(problem: Problem) -> str:
    return WORDS[problem.why].format(other=problem.other_row)
