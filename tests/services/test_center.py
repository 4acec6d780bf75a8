"""The overview: who may look, what is counted and what is listed; and how a request is told of."""

from __future__ import annotations

import pytest

from bot.words import translate
from domain.messages import verbatim
from services import center, handling, roles
from services.center import Part
from services.errors import NotFoundError
from storage import units
from storage.requests import ServiceRequest
from tests.services.town import Town

LISTS: tuple[center.Listing, ...] = ("late", "unowned", "risen")


async def unit_id(town: Town, code: str = "maqu") -> int:
    """The id of a unit."""
    async with town.begin() as tx:
        found = await units.unit_by_code(tx, code)
        assert found is not None
        return found.id


async def may(town: Town, who: int, code: str) -> set[str]:
    """What of a unit somebody may see: its counts, and which lists."""
    seen: set[str] = set()
    at = await unit_id(town, code)
    try:
        await town.do(who, center.overview, at)
        seen.add("counts")
    except NotFoundError:
        pass
    for what in LISTS:
        try:
            await town.do(who, center.listed, at, what, 0)
            seen.add(what)
        except NotFoundError:
            pass
    return seen


@pytest.mark.parametrize("role", ["clerk", "director", "deputy"])
async def test_who_leads_a_center_sees_its_counts_and_lists_and_no_other_s(town: Town, role: str) -> None:
    who = await town.settle("马主任", role)

    assert await may(town, who, "maqu") == {"counts", "late", "unowned"}
    assert await may(town, who, "dongxing") == await may(town, who, "qinghe") == set()


async def test_an_office_sees_counts_below_it_and_lists_only_what_rose(town: Town) -> None:
    township, county = await town.settle("钱镇长", "township"), await town.settle("郑县长", "county")

    for code in ("maqu", "dongxing"):
        assert await may(town, township, code) == await may(town, county, code) == {"counts"}
    assert await may(town, township, "qinghe") == {"counts", "risen"}
    assert await may(town, county, "qinghe") == {"counts"}
    assert await may(town, township, "yunling") == set()
    assert await may(town, county, "yunling") == {"counts", "risen"}


@pytest.mark.parametrize("role", ["doctor", "committee", "volunteer", None])
async def test_nobody_else_sees_any_of_it(town: Town, role: str | None) -> None:
    who = await town.settle("李医生", *([role] if role else []))

    assert await may(town, who, "maqu") == await may(town, who, "yunling") == set()
    with pytest.raises(NotFoundError):
        await town.do(who, center.overview, 404)


async def test_a_role_taken_back_takes_the_overview_with_it(town: Town) -> None:
    director, clerk = await town.settle("马主任", "director"), await town.settle("孙丽", "clerk")
    async with town.begin() as tx:
        held = next(grant for grant in (await town.account(tx, clerk)).grants if grant.role == "clerk").id
    await town.do(director, roles.revoke, held)

    assert await may(town, clerk, "maqu") == set()


async def test_each_open_request_is_counted_once(any_town: Town) -> None:
    town = any_town
    director, asker = await town.settle("马主任", "director"), await town.settle("王秀英")
    helper = await town.settle("周敏", "assistance", "training")
    ids = [await town.ask(asker) for _ in range(3)]
    await town.ask(asker, "training")
    await town.do(helper, handling.take, ids[0])
    town.passes(hours=7)  # two of them are late by now, the one that was taken and the training are not

    seen = await town.do(director, center.overview, await unit_id(town))

    assert [
        (translate(part.label, "zh-Hans"), part.held, part.waiting, part.late) for part in seen.parts
    ] == [
        ("🤝 帮扶救助", 1, 0, 2),
        ("🌱 科技培训", 0, 1, 0),
    ]
    assert (seen.whole.open, seen.whole.unowned, seen.whole.late) == (4, 3, 2)
    assert seen.states == [("submitted", 3), ("assigned", 1)]
    assert seen.oldest is not None and seen.oldest.id == ids[0]


async def test_of_centers_the_one_with_most_that_is_late_comes_first(town: Town) -> None:
    county = await town.settle("郑县长", "county")
    here, there = await town.settle("王秀英"), await town.settle("杨秋月", center="dongxing", village="河坝")
    await town.ask(there, center="dongxing")
    town.passes(hours=7)
    for _ in range(3):
        await town.ask(here)

    seen = await town.do(county, center.overview, await unit_id(town, "yunling"))

    assert [(part.unit_id, part.open, part.late) for part in seen.parts] == [
        (await unit_id(town, "dongxing"), 1, 1),
        (await unit_id(town, "maqu"), 3, 0),
    ]
    assert seen.oldest is None


async def test_pages_of_a_list_lose_nothing(town: Town) -> None:
    clerk, asker = await town.settle("孙丽", "clerk"), await town.settle("王秀英")
    ids = [await town.ask(asker) for _ in range(7)]
    at = await unit_id(town)

    pages = [await town.do(clerk, center.listed, at, "unowned", page) for page in range(3)]

    assert [[row.id for row in found.rows] for found in pages] == [ids[:5], ids[5:], []]
    assert {found.total for found in pages} == {7}


async def test_many_parts_are_added_up_and_none_is_lost() -> None:
    parts = [Part(verbatim(str(n)), held=n, waiting=1, late=2, unowned=3) for n in range(14)]

    shown = center.at_most(12, parts)

    assert len(shown) == 12 and shown[:11] == parts[:11]
    assert [part.sums for part in shown] == [1] * 11 + [3]
    assert (shown[-1].held, shown[-1].waiting, shown[-1].late, shown[-1].unowned) == (11 + 12 + 13, 3, 6, 9)
    assert sum(part.open for part in shown) == sum(part.open for part in parts)
    assert center.at_most(12, parts[:12]) == parts[:12]


async def told(town: Town, request_id: int, about: center.About) -> str:
    """How a request is told of."""
    async with town.begin() as tx:
        row = await tx.session.get(ServiceRequest, request_id)
        assert row is not None
        return translate(await center.say(tx, row, about), "zh-Hans")


async def test_a_request_is_told_of_by_who_has_it_and_until_when(town: Town) -> None:
    helper, asker = await town.settle("周敏", "assistance"), await town.settle("王秀英")
    one = await town.ask(asker, topic="meals")
    head = "· 1007 号 🤝 帮扶救助 · 吃饭做饭\n　"

    assert await told(town, one, "due") == f"{head}11月24日 16:30 到期，等救助专干接"
    assert await told(town, one, "waiting") == f"{head}从 11月24日 10:00 起，等救助专干接"
    town.passes(hours=7)
    assert await told(town, one, "due") == f"{head}过了 11月24日 16:30，等救助专干接"
    await town.do(helper, handling.take, one)
    assert (await told(town, one, "due")).endswith("到期，救助专干在办")


@pytest.mark.parametrize("line", ["mediation", "health", "security", "civil-affairs"])
async def test_a_confidential_one_is_only_its_number_and_when_it_is_due(town: Town, line: str) -> None:
    asker = await town.settle("王秀英")
    one = await town.ask(asker, line)
    row = await town.request(one)
    for about in ("due", "waiting"):
        words = await told(town, one, about)  # type: ignore[arg-type]
        assert words.startswith(f"· 🔒 {row.number} 号\n　11月") and words.endswith(" 到期，要保密")
    async with town.begin() as tx:
        assert translate(await center.label(tx, row), "zh-Hans") == f"🔒 {row.number} 号"
