"""How a story of a standing pair begins, for stories that start in the middle."""

from __future__ import annotations

from typing import Any

from domain.volunteers import Profile
from simulator.person import Person as Someone
from storage import people, units, volunteers
from storage.volunteers import Volunteer
from tests.stories.conftest import Village


async def volunteer(village: Village, name: str, *roles: str, center: str = "maqu", **offers: Any) -> Someone:
    """Somebody registered who offers help at the center, and has left their phone number."""
    someone = await village.person(name, *roles, center=center)
    unit_id = await village.unit_id(center)
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        row = Volunteer(
            account_id=someone.id,
            center_id=unit_id,
            state="active",
            offers=Profile(**offers).model_dump(mode="json"),
            applied_at=tx.now,
            since=tx.now,
        )
        await volunteers.add(tx, row)
        account = await people.account(tx, someone.id)
        assert account is not None
        account.phone = "+8613900000042"
    return someone


async def grandma_at_home(village: Village, name: str = "王秀英") -> Someone:
    """Grandma, who is on the roster and in the chat."""
    await village.enrol(name, phone="13900000002")
    grandma = await village.person(name)
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        (person,) = await people.persons_by_name(tx, unit.id, name)
        members = await people.members(tx, unit.id, [grandma.id])
        members[grandma.id].person_id = person.id
    return grandma


async def proposes(
    officer: Someone,
    helper: str,
    *,
    name: str = "王秀英",
    purpose: str = "日常照看",
    rhythm: str = "每月两次",
    second: str = "先不要第二帮手",
) -> None:
    """From the command to the proposal, by taps."""
    await officer.says("/pairs")
    await officer.sees("结对帮扶，您要看哪一样")
    await officer.taps("给一家找帮手")
    await officer.sees("打他家一个人的名字")
    await officer.says(name)
    await officer.sees("还没有人结对")
    await officer.taps("找帮手")
    await officer.sees("请谁来帮")
    await officer.taps(helper)
    await officer.sees("主要帮什么")
    await officer.taps(purpose)
    await officer.sees("多久去一回")
    await officer.taps(rhythm)
    await officer.sees("第二帮手")
    await officer.taps(second)
    await officer.sees("没错就点")
    await officer.taps("去问问")
    await officer.sees("再问这家人")


async def paired(
    village: Village, *, second: Someone | None = None, **how: str
) -> tuple[Someone, Someone, Someone]:
    """Officer, helper and grandma, who are a pair; with a second helper who agrees too."""
    officer, grandma = await village.person("周敏", "assistance"), await grandma_at_home(village)
    helper = await volunteer(village, "李敏")
    if second is not None:
        how["second"] = second.user.first_name
    await proposes(officer, "李敏", **how)
    await helper.taps("行，我来", in_=await helper.sees("想请您长年帮着一家人"))
    await grandma.taps("👌 行", in_=await grandma.sees("常到您家看看"))
    await helper.sees("到门口先说")
    await grandma.sees("他到门口会说")
    if second is not None:
        await second.taps("行，我来", in_=await second.sees("想请您替一回"))
        await officer.sees(f"{how['second']}答应了")
    return officer, helper, grandma
