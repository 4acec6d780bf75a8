"""What a request looks like to each side: enough to decide, and not a word too much."""

from __future__ import annotations

import pytest

from bot.words import translate
from domain.messages import Content, Outgoing, Said
from services import cards, handling, requests, stories
from services.people import share_phone
from storage import requests as stored
from tests.services.town import Town


async def shown(town: Town, request_id: int, how: str) -> str:
    """A card as it reads."""
    async with town.begin() as tx:
        row = await stored.request(tx, request_id)
        assert row is not None
        card: Outgoing = await getattr(cards, how)(tx, row)
        assert card.text is not None
        return translate(card.text, "zh-Hans")


async def taken(town: Town, line: str, desk: str) -> tuple[int, int, int]:
    """Asker, holder, request."""
    asker, holder = await town.settle("王秀英"), await town.settle("张和", desk)
    request_id = await town.ask(asker, line, "隔壁占了我家的地")
    await town.do(holder, handling.take, request_id)
    return asker, holder, request_id


async def test_an_offer_shows_need_line_natural_village_and_time_but_not_who_and_not_the_words(
    town: Town,
) -> None:
    asker = await town.settle("王秀英", village="柳树湾")
    async with town.begin() as tx:
        village = (await town.account(tx, asker)).memberships[0].village_id
    request_id = await town.ask(asker, "mediation", "隔壁占了我家的地", topic="boundary", village_id=village)
    card = await shown(town, request_id, "offer")

    assert "1007 号 ⚖️ 矛盾调解 · 地界" in card
    assert "马曲村社区服务中心 · 柳树湾" in card
    assert "11月24日" in card
    assert "10:00" in card
    assert "王秀英" not in card
    assert "占了" not in card


async def test_an_urgent_offer_says_so_at_once(town: Town) -> None:
    request_id = await town.ask(await town.settle("王秀英"), "health", urgent=True)

    assert (await shown(town, request_id, "offer")).startswith("🚨🚨")


async def test_a_center_calls_its_lines_by_its_own_names(town: Town) -> None:
    request_id = await town.ask(await town.settle("王秀英"), "health")

    assert "🩺 看病拿药" in await shown(town, request_id, "offer")


async def test_the_holder_sees_who_it_is_the_phone_and_the_story(town: Town) -> None:
    asker, _, request_id = await taken(town, "mediation", "mediator")
    await town.do(asker, share_phone, "+8613800000001")
    card = await shown(town, request_id, "held")

    assert "王秀英" in card
    assert "📱 13800000001" in card
    assert "隔壁占了我家的地" in card
    assert "只有您看得到" in card


async def test_a_proxy_is_named_beside_the_person_acted_for(town: Town) -> None:
    asker, holder = await town.settle("刘小军"), await town.settle("周敏", "assistance")
    request_id = await town.ask(asker, person_name="王秀英", person_phone="13900000009")
    await town.do(holder, handling.take, request_id)
    card = await shown(town, request_id, "held")

    assert "👤 王秀英" in card
    assert "13900000009" in card
    assert "刘小军代办" in card


@pytest.mark.parametrize(
    ("line", "desk", "on_card"), [("assistance", "assistance", True), ("mediation", "mediator", False)]
)
async def test_the_reason_of_a_return_is_on_the_card_unless_it_is_confidential_but_the_taker_always_reads_it(
    town: Town, line: str, desk: str, on_card: bool
) -> None:
    _, holder, request_id = await taken(town, line, desk)
    other = await town.settle("李和", desk)
    await town.do(holder, handling.give_back, request_id, "我是他亲戚")

    assert ("我是他亲戚" in await shown(town, request_id, "offer")) == on_card
    assert "退回来的" in await shown(town, request_id, "offer")
    await town.do(other, handling.take, request_id)
    assert "我是他亲戚" in await shown(town, request_id, "held")


async def test_a_reason_written_in_confidence_stays_off_the_card_of_an_ordinary_line(town: Town) -> None:
    _, holder, request_id = await taken(town, "mediation", "mediator")
    await town.do(holder, handling.transfer, request_id, "assistance", "他们和好了，只是缺人照顾")

    assert "和好" not in await shown(town, request_id, "offer")
    helper = await town.settle("周敏", "assistance")
    await town.do(helper, handling.take, request_id)
    assert "和好" in await shown(town, request_id, "held")


async def test_a_confidential_not_done_shows_its_reason_to_the_next_holder_only(town: Town) -> None:
    asker, holder, request_id = await taken(town, "mediation", "mediator")
    clerk = await town.settle("孙丽", "clerk")
    for _ in range(2):
        await town.do(holder, handling.finish, request_id)
        await town.do(asker, requests.reopen, request_id, "他又来骂我")

    assert "骂我" not in town.heard(clerk)
    assert "又打开了" in town.last(clerk).words
    await town.do(clerk, handling.take, request_id)
    assert "他又来骂我" in await shown(town, request_id, "held")


async def test_the_asker_sees_where_it_is_who_has_it_by_role_and_by_when(town: Town) -> None:
    asker, holder = await town.settle("王秀英"), await town.settle("张和", "mediator")
    request_id = await town.ask(asker, "mediation", "隔壁占了我家的地")
    assert "已经交给调解员" in await shown(town, request_id, "mine")
    await town.do(holder, handling.take, request_id)
    card = await shown(town, request_id, "mine")
    assert "调解员接了" in card
    assert "隔壁占了我家的地" in card
    assert "张和" not in card
    await town.do(holder, handling.finish, request_id)
    assert "您看办好没有" in await shown(town, request_id, "mine")


@pytest.mark.parametrize(
    ("moves", "buttons"),
    [
        ((), ["speak", "hide|1|0|0", "do|ask-cancel"]),
        ((handling.finish,), ["do|confirm", "do|refuse", "speak"]),
        ((handling.finish, requests.confirm), ["do|reopen"]),
        ((requests.cancel,), []),
    ],
    ids=["taken", "done", "closed", "cancelled"],
)
async def test_the_asker_has_exactly_the_buttons_that_work(
    town: Town, moves: tuple[object, ...], buttons: list[str]
) -> None:
    asker, holder, request_id = await taken(town, "mediation", "mediator")
    for move in moves:
        await town.do(holder if move is handling.finish else asker, move, request_id)  # type: ignore[arg-type]
    async with town.begin() as tx:
        row = await stored.request(tx, request_id)
        assert row is not None
        rows = (await cards.mine(tx, row)).buttons
    taps = [(button.tap or "").removesuffix(f"|{request_id}") for row in rows[:-1] for button in row]

    assert taps == buttons
    assert [button.tap for button in rows[-1]] == ["go|mine", "go|person"]


async def test_a_card_that_is_on_its_way_to_be_reopened_too_late_has_no_button_for_it(town: Town) -> None:
    asker, holder, request_id = await taken(town, "mediation", "mediator")
    await town.do(holder, handling.finish, request_id)
    await town.do(asker, requests.confirm, request_id)
    town.passes(days=14, seconds=1)
    async with town.begin() as tx:
        row = await stored.request(tx, request_id)
        assert row is not None
        assert len((await cards.mine(tx, row)).buttons) == 1


def say(*contents: Content) -> list[Content]:
    return list(contents)


def test_a_story_counts_its_attachments_by_kind() -> None:
    photo, voice = Content(kind="photo", file_id="F"), Content(kind="voice", file_id="F")
    text = translate(stories.brief(say(Content(text="灯坏了"), photo, photo, voice)), "zh-Hans")

    assert text.splitlines() == ["灯坏了", "📷 照片 2 张", "🎤 语音 1 段"]


def test_a_story_of_nothing_says_so() -> None:
    assert translate(stories.brief([]), "zh-Hans") == "（没有写什么）"


def test_a_caption_is_part_of_the_story() -> None:
    photo = Content(kind="photo", file_id="F", text="就是这根杆")

    assert "就是这根杆" in translate(stories.brief([photo]), "zh-Hans")


@pytest.mark.parametrize(("length", "cut"), [(stories.SHOWN_STORY, False), (stories.SHOWN_STORY + 1, True)])
def test_a_long_story_is_cut_on_the_card_and_follows_whole(length: int, cut: bool) -> None:
    words = Content(text="长" * length)
    shown_words = translate(stories.brief([words]), "zh-Hans")

    assert shown_words.endswith("…") == cut
    assert [one.text for one in stories.attachments([words])] == (["长" * length] if cut else [])


def test_what_people_write_is_never_taken_for_markup() -> None:
    words = Content(text="<b>救命</b> & {name} <a href='x'>")

    assert (
        translate(stories.brief([words]), "zh-Hans")
        == "&lt;b&gt;救命&lt;/b&gt; &amp; {name} &lt;a href='x'&gt;"
    )


async def test_a_card_of_hostile_words_reads_as_it_was_written(town: Town) -> None:
    asker, holder = await town.settle("<王>&{x}"), await town.settle("张和", "mediator")
    request_id = await town.ask(asker, "mediation", "<script> { $name } ' \" \\")
    await town.do(holder, handling.take, request_id)
    card = await shown(town, request_id, "held")

    assert "&lt;王&gt;&amp;{x}" in card
    assert "&lt;script&gt; { $name } ' \" \\" in card


async def test_the_thread_grows_onto_the_card_of_the_next_holder(town: Town) -> None:
    asker, _holder, request_id = await taken(town, "mediation", "mediator")
    from services.thread import speak

    await town.do(asker, speak, request_id, [Said(content=Content(text="他昨天又来了"), message_id=9)])

    assert "隔壁占了我家的地\n他昨天又来了" in await shown(town, request_id, "held")
