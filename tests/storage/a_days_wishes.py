"""What happens on a day about wishes to learn something: noted, told, looked at, taken back, met."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from services import activity_wishes
from storage import units
from tests.services.town import Town


async def wishing(town: Town) -> None:
    """Enough people want to learn grafting, one of them not any more; then there is a course."""
    teacher = await town.settle("何老师", "training")
    people = [await town.settle(f"想学的{number}") for number in range(CATALOGUE.wishes.enough)]
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
    rows = [await town.do(one, activity_wishes.record, unit.id, "果树嫁接") for one in people]
    await town.do(teacher, activity_wishes.wished)
    await town.do(teacher, activity_wishes.to_make, rows[0].id)
    await town.do(people[0], activity_wishes.own)
    await town.do(people[0], activity_wishes.drop, rows[0].id)
    async with town.begin() as tx:
        told = [one.id for one in await activity_wishes.wishers(tx, unit.id, "嫁接培训班")]
        await activity_wishes.met(tx, unit.id, "嫁接培训班", told)
