"""The command line: `bangban --help`."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tomllib
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Annotated

import typer

from bot import database, logs
from bot.commands_invite import invite
from bot.commands_notice import notice
from bot.commands_roster import roster
from bot.problems import Problem, UsageProblem, explain
from bot.settings import Settings, load
from storage import steps

EXAMPLE = Path(__file__).with_name("example.toml")

app = typer.Typer(
    name="bangban",
    help="帮办: a village's community service center, in the chat people already have open.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def options(
    debug: Annotated[  # main() asks for it: it is needed when a command fails
        bool, typer.Option("--debug", help="Show where in the program a problem arose.")
    ] = False,
) -> None:
    """Settings come from the environment (BANGBAN_…): see docs/settings.md."""


@app.command()
def run(
    wait: Annotated[
        bool | None,
        typer.Option(
            "--wait/--no-wait",
            help="Stand by while another process serves this bot, or end. [default: wait on PostgreSQL]",
        ),
    ] = None,
) -> None:
    """Serve the bot until it is stopped (Ctrl+C, or SIGTERM)."""
    settings = load()
    logs.setup(settings.log_level, as_json=settings.log_json, secrets=[settings.token()])
    from bot import serve

    asyncio.run(serve.run(settings, wait=wait))


@app.command()
def demo(
    once: Annotated[bool, typer.Option("--once", help="Play the story, then stop.")] = False,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Where the page of phones is served.")
    ] = None,
) -> None:
    """Play a whole story on this machine, without a token, and serve a page of phones to try it on."""
    from bot import demo as demonstration

    raise typer.Exit(demonstration.main(once=once, port=port))


@app.command()
def init(
    path: Annotated[Path, typer.Argument(help="Where to write it.")] = Path("bangban.toml"),
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Write an example of the file that describes a county and its centers."""
    if path.exists() and not force:
        raise UsageProblem(f"{path} is already there.", "Choose another path, or replace it with --force.")
    try:
        shutil.copyfile(EXAMPLE, path)
    except OSError as error:
        raise UsageProblem(
            f"{path} cannot be written: {error.strerror}.", "Choose a directory that exists and is yours."
        ) from error
    typer.echo(f"Wrote {path}. Change it to your county, then: bangban doctor")


@app.command()
def migrate() -> None:
    """Bring the database to this version's tables (`run` does so by itself)."""
    settings = load()
    database.make_data_dir(settings.data_dir)
    asyncio.run(_migrate(settings))


async def _migrate(settings: Settings) -> None:
    await database.upgrade(settings)
    typer.echo(f"The database is at step {steps.newest()}.")


@app.command()
def doctor() -> None:
    """Look at everything the bot stands on, and say what to do about what is wrong."""
    from rich.console import Console

    from bot import doctor as examination

    if not asyncio.run(examination.report(load(), Console())):
        raise typer.Exit(1)


app.command()(invite)
app.command()(notice)
app.add_typer(roster, name="roster")


@app.command()
def suggest() -> None:
    """Read a sentence on each line and write the service lines it may be about, as JSON."""
    from bot.evaluate import suggest_stream

    suggest_stream(sys.stdin.buffer, sys.stdout.buffer)


@app.command()
def version() -> None:
    """Print the version."""
    typer.echo(f"bangban {_version()}")


def _version() -> str:
    try:
        return metadata.version("bangban")
    except metadata.PackageNotFoundError:  # run from a working copy
        project = Path(__file__).parent.parent / "pyproject.toml"
        return str(tomllib.loads(project.read_text("utf-8"))["project"]["version"])


def main() -> None:
    """The entry point: expected problems are told in two sentences, without a traceback."""
    try:
        app()
    except Exception as error:
        if "--debug" in sys.argv[1:]:
            raise
        _tell(explain(error) or _failure(error))


def _failure(error: Exception) -> Problem:
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return Problem(
        f"Bangban failed at {at} ({type(error).__name__}).",
        "This is a mistake in the program. `bangban --debug …` shows where; please report that.",
    )


def _tell(problem: Problem) -> None:
    from rich.console import Console

    console = Console(stderr=True, soft_wrap=True, highlight=False)
    console.print(problem.what, style="bold red", markup=False)
    console.print(problem.remedy, markup=False)
    sys.exit(problem.status)


if __name__ == "__main__":
    main()
