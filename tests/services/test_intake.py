"""What a center takes in."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from services import intake
from tests.services.town import Town


async def test_a_center_offers_the_lines_it_has_switched_on_in_the_catalogues_order(town: Town) -> None:
    here = await town.settle("王秀英")
    there = await town.settle("何春", center="dongxing", village="东头")
    everything = tuple(line.code for line in CATALOGUE.lines)

    assert await town.do(here, intake.lines) == everything
    assert await town.do(there, intake.lines) == tuple(
        code for code in everything if code not in ("shop", "culture")
    )


async def test_who_belongs_nowhere_is_offered_nothing(town: Town) -> None:
    who = await town.settle("王秀英")
    async with town.begin() as tx:
        account = await town.account(tx, who)
        account.current_center_id = None
        assert await intake.lines(tx, account) == ()
        assert await intake.first_reader(tx, account, "health") == "doctor"


async def test_the_first_reader_is_whoever_is_there_but_never_oneself(town: Town) -> None:
    doctor = await town.settle("李医生", "doctor")
    await town.settle("孙丽", "clerk")
    grandma = await town.settle("王秀英")

    assert await town.do(grandma, intake.first_reader, "health") == "doctor"
    assert await town.do(doctor, intake.first_reader, "health") == "clerk"
