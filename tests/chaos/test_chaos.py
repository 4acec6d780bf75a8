"""A very small chaos: the whole harness on one engine, in a few seconds."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from storage import secrets
from tests.chaos import books
from tests.chaos.correction import Correction
from tests.chaos.plan import Plan
from tests.chaos.run import Outcome, play
from tests.chaos.rush import Rush


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process be treated like that")
async def test_nothing_is_lost_when_the_program_is_killed_while_people_use_it(tmp_path: Path) -> None:
    plan = Plan(seed=5, kills=1, people=3, accounts=30, notices=1, life=0.3, storm=0.0)
    url = f"sqlite+aiosqlite:///{tmp_path / 'bangban.db'}"
    outcome = await play(plan, tmp_path, url, secrets.new_key(), webhook=False)
    assert outcome.wrong == []
    assert outcome.figures["kills"] == 1
    assert outcome.figures["updates"] > 3 * 8
    assert outcome.figures["double_messages"] <= outcome.figures["in_flight_bound"] <= 50


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process be treated like that")
async def test_a_notice_is_corrected_on_its_way_and_every_household_accounted_for(tmp_path: Path) -> None:
    plan = Plan(seed=7, households=60, speed=2.0)
    url = f"sqlite+aiosqlite:///{tmp_path / 'bangban.db'}"
    outcome = await play(plan, tmp_path, url, secrets.new_key(), webhook=False, stage=Correction)
    assert outcome.wrong == []
    wanted = {"households": 60, "reached": 48, "cannot_be_reached": 12, "unaccounted": 0, "wrong_words": 0}
    assert {name: outcome.figures[name] for name in wanted} == wanted
    assert outcome.figures["kills"] == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process be treated like that")
async def test_more_than_there_are_seats_sign_up_in_one_second_and_each_is_told_the_truth(
    tmp_path: Path,
) -> None:
    plan = Plan(seed=9, rush=60, speed=2.0)
    url = f"sqlite+aiosqlite:///{tmp_path / 'bangban.db'}"
    outcome = await play(plan, tmp_path, url, secrets.new_key(), webhook=False, stage=Rush)
    assert outcome.wrong == []
    wanted = {"updates": 60, "seated": 40, "signup_oversold": 0, "signup_untold": 0, "kills": 2}
    assert {name: outcome.figures[name] for name in wanted} == wanted


def test_whatever_is_wrong_is_said() -> None:
    found = books.Findings(["a"], ["b"], ["c"], double_messages=["d"], unexcused=["d"])
    outcome = Outcome(found, {"in_flight_most": 51})
    assert outcome.wrong == [
        "a",
        "b",
        "c",
        "d doubled without a death or a lost answer",
        "51 messages in flight at one death",
    ]
    assert Outcome(books.Findings(double_messages=["d"]), {"in_flight_most": 50}).wrong == []
