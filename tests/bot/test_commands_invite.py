"""Links: for the villagers, and one-time for a role."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.qr import qr_png
from domain.links import CenterLink, RoleLink, parse_payload
from services import roles
from simulator.server import Simulator
from storage.transaction import Database
from tests.conftest import Finished, Terminal

URL = "sqlite+aiosqlite:///data/bangban.db"


@pytest.fixture
def place(furnished: Terminal) -> Terminal:
    """A terminal where links are made."""
    return furnished


def invite(place: Terminal, *words: object) -> Finished:
    return place.bangban("invite", "--username", "bangban_bot", *words)


def payload(finished: Finished) -> CenterLink | RoleLink | None:
    assert finished.status == 0
    (link,) = re.findall(r"^https://t\.me/bangban_bot\?start=(\S+)$", finished.out, re.MULTILINE)
    return parse_payload(link)


def invitations() -> int:
    database = sqlite3.connect("data/bangban.db")
    try:
        return int(database.execute("SELECT count(*) FROM invitation").fetchone()[0])
    finally:
        database.close()


def test_a_center_has_a_link_for_everybody(place: Terminal) -> None:
    finished = invite(place, "--center", "maqu")

    assert payload(finished) == CenterLink("maqu")
    assert "马曲村社区服务中心" in finished.out
    assert invitations() == 0


def test_a_role_has_a_link_for_one_person(place: Terminal) -> None:
    first, second = (invite(place, "--center", "maqu", "--role", "doctor") for _ in range(2))

    assert isinstance(payload(first), RoleLink)
    assert payload(first) != payload(second)
    assert "doctor" in first.out
    assert invitations() == 2


def test_an_office_is_invited_by_its_unit(place: Terminal) -> None:
    assert isinstance(payload(invite(place, "--unit", "qinghe", "--role", "township")), RoleLink)
    assert isinstance(payload(invite(place, "--unit", "yunling", "--role", "county")), RoleLink)


@pytest.mark.parametrize("days", [1, 30])
async def test_an_invitation_is_good_for_as_long_as_is_said(place: Terminal, days: int) -> None:
    words = ("--center", "maqu", "--role", "director", "--days", days)
    link = payload(await asyncio.to_thread(invite, place, *words))

    assert isinstance(link, RoleLink)
    now = datetime.now(UTC)
    database = Database(URL)
    try:
        async with database.begin(now + timedelta(days=days, minutes=-1)) as tx:
            assert (await roles.look_up(tx, link.token)).role == "director"
        async with database.begin(now + timedelta(days=days, minutes=1)) as tx:
            with pytest.raises(roles.InvitationExpiredError):
                await roles.look_up(tx, link.token)
    finally:
        await database.dispose()


def test_the_end_is_told_in_the_centers_own_time(place: Terminal) -> None:
    assert re.search(
        r"until \d{4}-\d\d-\d\d \d\d:\d\d \(Asia/Shanghai\)",
        invite(place, "--center", "maqu", "--role", "clerk").out,
    )


def test_a_link_can_be_a_picture(place: Terminal) -> None:
    assert invite(place, "--center", "maqu", "--qr", "maqu.png").status == 0

    assert Path("maqu.png").read_bytes() == qr_png("https://t.me/bangban_bot?start=c-maqu")


def test_a_picture_is_a_png_of_a_useful_size() -> None:
    picture = qr_png("https://t.me/bangban_bot?start=r-" + "x" * 32)

    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(picture[at : at + 4]) for at in (16, 20))
    assert width == height >= 400


async def test_telegram_is_asked_for_the_bots_name(place: Terminal, sim: Simulator) -> None:
    place.set(BOT_TOKEN="1000:demo-token-of-the-simulator", API_URL=sim.url)

    finished = await asyncio.to_thread(place.bangban, "invite", "--center", "maqu")

    assert "https://t.me/bangban_demo_bot?start=c-maqu" in finished.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "--center CODE or --unit CODE"),
        (["--center", "maqu", "--unit", "maqu"], "--center CODE or --unit CODE"),
        (["--center", "nowhere"], "The units are: yunling, qinghe, maqu, dongxing"),
        (["--unit", "qinghe"], "qinghe is a township"),
        (["--center", "maqu", "--role", "king"], "The roles are: volunteer, assistance"),
        (["--center", "maqu", "--role", "villager"], "There is no role villager"),
        (["--unit", "qinghe", "--role", "doctor"], "The roles are: township."),
        (["--center", "maqu", "--qr", "nowhere/x.png"], "nowhere/x.png cannot be written"),
        (["--center", "maqu", "--role", "doctor", "--qr", "nowhere/x.png"], "cannot be written"),
    ],
)
def test_what_cannot_be_is_told(place: Terminal, words: list[str], said: str) -> None:
    finished = invite(place, *words)

    assert finished.status == 2
    assert said in finished.err
    assert "https://" not in finished.out


def test_an_invitation_that_was_not_shown_was_not_made(place: Terminal) -> None:
    invite(place, "--center", "maqu")

    invite(place, "--center", "maqu", "--role", "doctor", "--qr", "nowhere/x.png")

    assert invitations() == 0


@pytest.mark.parametrize("days", ["0", "366", "soon"])
def test_a_number_of_days_that_makes_no_sense_is_refused(place: Terminal, days: str) -> None:
    assert invite(place, "--center", "maqu", "--role", "doctor", "--days", days).status == 2


def test_without_token_and_name_one_is_told(place: Terminal) -> None:
    finished = place.bangban("invite", "--center", "maqu")

    assert finished.status == 2
    assert "There is no bot token" in finished.err
