"""A county with two bots on one database: the village talks to one, the township to the other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.app import Bangban
from bot.limits import Limits
from bot.seed import settle
from domain.requests import Status
from services import groups, thread
from simulator.model import Message
from simulator.person import Person as Someone
from simulator.server import Simulator
from storage import groups as bindings
from storage import media, outbox, people
from storage.outbox import OutboxRow
from storage.requests import ServiceRequest
from storage.transaction import Database
from tests.stories.conftest import START, Village
from tests.stories.test_handling import ask

VILLAGE, TOWNSHIP = "1000:village-token", "2000:township-token"


@pytest.fixture
def emptied_url(founded_postgres_url: str) -> str:
    """Several bots share a PostgreSQL."""
    return founded_postgres_url


@dataclass
class County:
    """Two processes, if in one: each bot with connections of its own."""

    sim: Simulator
    village: Village
    township: Village

    async def villager(self, name: str, *roles: str) -> Someone:
        """Somebody who talks to the village's bot."""
        return await self.village.person(name, *roles)

    async def officer(self, name: str, *roles: str) -> Someone:
        """Somebody who talks to the township's bot."""
        someone = self.at_township(self.village.stranger(name))
        async with self.township.database.begin(self.township.now(), self.township.bot.bot_id) as tx:
            await settle(tx, someone.id, center="maqu", name=name, roles_held=roles)
        await someone.starts()
        await someone.sees("")
        return someone

    def at_township(self, someone: Someone) -> Someone:
        """The same person in the chat with the township's bot."""
        return someone.with_bot(self.sim.world.bots[TOWNSHIP])

    async def passes(self, **time: float) -> None:
        """Let time pass for both; the village's process is the first to look at the clock."""
        await self.village.passes(**time)
        await self.township.bot.tick()
        await self.settled()

    async def settled(self) -> None:
        """Wait until both have nothing more to do."""
        for one in (self.village, self.township, self.village):
            await one.settled()


@pytest.fixture
async def county(database: Database) -> AsyncIterator[County]:
    """The example county, which nobody has told that there are two bots."""
    other = Database(database.url)
    async with Simulator() as sim:
        sim.add_bot(VILLAGE, "maqu_bot", "马曲帮办")
        sim.add_bot(TOWNSHIP, "qinghe_bot", "青河帮办")
        stages: list[Village] = []

        def bot(of: Database, token: str) -> Bangban:
            now = lambda: stages[0].now() if stages else START  # noqa: E731
            return Bangban(of, token, api_url=sim.url, limits=Limits.off(), long_poll=1, now=now)

        one, two = bot(database, VILLAGE), bot(other, TOWNSHIP)
        stages.append(Village(sim, one, database))
        async with one, two:
            yield County(sim, stages[0], Village(sim, two, other))
    await other.dispose()


def photos(someone: Someone) -> list[Message]:
    """The photos the bot has sent to somebody."""
    return [message for message in someone.screen if message.from_bot and message.kind == "photo"]


async def test_a_request_rises_to_the_township_and_comes_back_done(county: County) -> None:
    grandma, officer = await county.villager("王秀英"), await county.officer("何敏", "township")
    helper = await county.villager("吴强", "environment")
    taken = await grandma.sends_photo("村口的路灯坏了")
    await grandma.taps("环境与设施")
    await grandma.taps("发出去")
    await helper.sees("1007 号")
    await county.passes(days=2)
    await officer.sees("1007 号")
    await officer.taps("我来接")
    await officer.sees("王秀英")
    await officer.sees("的材料")
    (photo,) = photos(officer)
    assert photo.files[-1].data == taken.files[-1].data
    await grandma.sees("镇上接了")
    await helper.sees("镇上已经接了")

    await officer.taps("跟他说话")
    await officer.says("明天上午来修")
    await grandma.sees("明天上午来修")
    back = await officer.sends_photo("是这一盏吗")
    await grandma.sees("是这一盏吗")
    assert photos(grandma)[-1].files[-1].data == back.files[-1].data
    await county.settled()
    await grandma.says("就是它", reply_to=photos(grandma)[-1])
    await officer.sees("就是它")

    await officer.says("/desk")
    await officer.taps("1007")
    await officer.taps("办好了")
    await grandma.taps("办好了")
    await officer.sees("1007")
    await county.settled()
    async with county.village.database.begin() as tx:
        assert (await tx.session.get_one(ServiceRequest, 1)).status == Status.CLOSED
    assert str(grandma.id) not in county.village.sent_to(officer)


async def test_the_other_bot_hears_at_once_and_not_when_it_next_looks(county: County) -> None:
    grandma, officer = await county.villager("王秀英"), await county.officer("何敏", "township")
    await ask(grandma)  # there is nobody in the village
    await officer.sees("1007 号", timeout=3)
    await officer.taps("我来接")
    await grandma.sees("接了", timeout=3)


async def test_a_photo_that_was_passed_on_once_is_not_fetched_again(county: County) -> None:
    grandma = await county.villager("王秀英")
    first, second = await county.officer("何敏", "township"), await county.officer("罗兵", "township")
    await grandma.sends_photo("村口的路灯坏了")
    await grandma.taps("环境与设施")
    await grandma.taps("发出去")
    await first.taps("我来接")
    await first.sees("的材料")
    await first.taps("办不了，转出去")
    await first.taps("退回去")
    await first.says("我不在镇上")
    await second.taps("我来接")
    await second.sees("的材料")
    await county.settled()
    assert photos(first)[0].files[-1].data == photos(second)[0].files[-1].data
    assert len([call for call in county.sim.world.calls if call.method == "getFile"]) == 1
    async with county.township.database.begin(bot_id=2000) as tx:
        copy = await media.copy(tx, 1)
        assert copy is not None and copy.state == "used"
        assert await media.data(tx, copy.id) is None


async def test_any_kind_of_file_goes_across(county: County) -> None:
    grandma, officer = await county.villager("王秀英"), await county.officer("何敏", "township")
    await ask(grandma)
    await officer.taps("我来接")
    await grandma.sees("接了")
    await grandma.taps("看看这件事")
    await grandma.taps("再说几句")
    await grandma.sends_voice()
    await grandma.sends_video()
    await grandma.sends_video_note()
    await grandma.sends_sticker()
    await grandma.sends_document("申请表.pdf", b"%PDF")
    for _ in range(3):
        await county.settled()
    paper = next(message for message in officer.screen if message.kind == "document")
    assert (paper.files[0].name, paper.files[0].data) == ("申请表.pdf", b"%PDF")
    kinds = {message.kind for message in officer.screen if message.from_bot}
    assert {"voice", "video", "video_note", "sticker"} <= kinds


async def test_who_talks_to_both_is_answered_where_they_spoke_last(county: County) -> None:
    helper, grandma = await county.villager("吴强", "environment"), await county.villager("王秀英")
    at_township = county.at_township(helper)
    await ask(grandma)
    await helper.sees("1007 号")
    await at_township.starts()
    await at_township.sees("吴强")
    await at_township.says("/desk")
    await at_township.taps("1007")
    await at_township.taps("我来接")
    await grandma.sees("环卫员接了")
    await helper.taps("我来接", in_=next(one for one in helper.screen if "1007" in one.text))
    await helper.sees("1007")  # and the old bot's button works like the new one's


async def test_a_card_changes_in_the_chat_it_lies_in(county: County) -> None:
    first, second = await county.villager("吴强", "environment"), await county.villager("老周", "environment")
    grandma = await county.villager("王秀英")
    await ask(grandma)
    card = await second.sees("1007 号")
    await county.at_township(second).starts()
    await county.at_township(second).sees("老周")
    await first.taps("我来接")
    await second.sees("环卫员已经接了")
    assert not second.buttons(card)
    await county.settled()
    assert not county.at_township(second).has_seen("1007")


async def test_the_same_number_in_another_chat_is_another_message(county: County) -> None:
    grandma, officer = await county.villager("王秀英"), await county.officer("何敏", "township")
    await ask(grandma)
    await officer.taps("我来接")
    about = await grandma.sees("接了")
    elsewhere = county.at_township(grandma)
    while elsewhere.chat.last_id < about.id:
        await elsewhere.starts()
        await elsewhere.sees("王秀英")
    async with county.township.database.begin(county.township.now(), 2000) as tx:
        account = await people.account(tx, grandma.id)
        assert account is not None
        assert await thread.meant(tx, account, about.id) is None
    async with county.village.database.begin(county.village.now(), 1000) as tx:
        account = await people.account(tx, grandma.id)
        assert account is not None
        assert await thread.meant(tx, account, about.id) == 1


async def test_whoever_blocks_the_bot_they_have_left_is_still_there(county: County) -> None:
    officer = await county.villager("何敏", "township")
    await county.at_township(officer).starts()
    await county.at_township(officer).sees("何敏")
    await officer.blocks()
    await county.settled()
    account = await county.village.account(officer)
    assert account is not None and account.reachable
    grandma = await county.villager("王秀英")
    await ask(grandma)
    await county.at_township(officer).sees("1007 号")


async def test_a_group_is_left_by_the_bot_that_is_in_it(county: County) -> None:
    director = await county.villager("马国强", "director")
    await county.village.bind_desk("maqu", "environment", -77, director)
    async with county.township.database.begin(bot_id=2000) as tx:
        await groups.removed(tx, -77)
        await groups.closed(tx, -77, None)
    async with county.village.database.begin(bot_id=1000) as tx:
        assert len(await bindings.in_chat(tx, -77)) == 1


async def test_an_invitation_leads_to_the_bot_it_was_made_in(county: County) -> None:
    director = county.at_township(await county.villager("马国强", "director"))
    await director.starts()
    await director.sees("马国强")
    await director.taps("更多")
    await director.taps("我管的事")
    await director.taps("谁在管什么")
    await director.taps("请一个人")
    await director.taps("村医")
    await director.sees("t.me/qinghe_bot")


async def test_what_cannot_be_said_by_the_bot_they_left_is_said_by_the_other(county: County) -> None:
    officer, grandma = await county.villager("何敏", "township"), await county.villager("王秀英")
    elsewhere = county.at_township(officer)
    await ask(grandma)
    await officer.sees("1007 号")
    await officer.blocks()
    await county.settled()
    await elsewhere.starts()
    await elsewhere.sees("何敏")
    await county.settled()
    async with county.village.database.begin(county.village.now(), 1000) as tx:
        row = await outbox.sent_with_key(tx, officer.id, "card:1", bot_id=1000)
        assert row is not None
        again = {"chat_id": officer.id, "account_id": officer.id, "locale": "zh-Hans", "lane": 1}
        late = OutboxRow(bot_id=1000, method="send", body=row.message, created_at=tx.now, **again)
        outbox.put(tx, late)
    county.village.bot.delivery.hand_over(tx.queued)
    await elsewhere.sees("1007 号")
    account = await county.village.account(officer)
    assert account is not None and account.reachable
