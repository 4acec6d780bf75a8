"""Two sides writing to each other: carried to the right one, whole, corrected, and to nobody else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from domain.messages import Content, Said
from domain.requests import STORY_LIMIT
from services import handling, requests, thread
from services.errors import NotFoundError, RefusedError
from services.people import share_phone
from tests.services.town import Town


async def speaks(town: Town, who: int, request_id: int, *said: Said | str) -> str:
    """Say something in a request; the id of the receipt."""
    messages: Sequence[Said] = [town.says(one) if isinstance(one, str) else one for one in said]
    return (await town.do(who, thread.speak, request_id, messages)).id


async def taken(town: Town, line: str = "assistance", desk: str = "assistance") -> tuple[int, int, int]:
    """Asker, holder and the request that was taken."""
    asker, holder = await town.settle("王秀英"), await town.settle("周敏", desk)
    request_id = await town.ask(asker, line)
    await town.do(holder, handling.take, request_id)
    town.forget()
    return asker, holder, request_id


async def test_what_the_asker_says_before_it_is_taken_is_kept_for_the_holder(town: Town) -> None:
    asker, holder = await town.settle("王秀英"), await town.settle("周敏", "assistance")
    request_id = await town.ask(asker, words="家里没人做饭")
    town.forget()

    assert await speaks(town, asker, request_id, "门没锁，直接进来") == "speech-kept"
    assert town.told == {}
    async with town.begin() as tx:
        row = await handling.take(tx, await town.account(tx, holder), request_id)
        from bot.words import translate
        from services import cards

        card = await cards.held(tx, row)
        assert card.text is not None
        assert "家里没人做饭\n门没锁，直接进来" in translate(card.text, "zh-Hans")


async def test_the_asker_is_named_to_the_holder_and_the_holder_only_by_role(any_town: Town) -> None:
    town = any_town
    asker, holder, request_id = await taken(town)

    assert await speaks(town, asker, request_id, "您几点来？") == "speech-sent-holder"
    assert await speaks(town, holder, request_id, "下午三点") == "speech-sent-asker"
    assert "王秀英" in town.last(holder).words
    assert town.last(holder).words.endswith("您几点来？")
    assert "救助专干" in town.last(asker).words
    assert "周敏" not in town.heard(asker)
    assert town.last(asker).taps == [f"speak|{request_id}"]


async def test_the_holders_first_word_sets_to_work_and_later_ones_do_not_again(town: Town) -> None:
    _, holder, request_id = await taken(town)
    await speaks(town, holder, request_id, "我来了")
    await speaks(town, holder, request_id, "开门")

    assert [move[0] for move in await town.history(request_id)] == ["submit", "take", "start"]


@pytest.mark.parametrize(
    "content",
    [
        {"kind": "photo", "file_id": "F", "text": "坏的地方"},
        {"kind": "voice", "file_id": "F"},
        {"kind": "video_note", "file_id": "F"},
        {"kind": "sticker", "file_id": "F"},
        {"kind": "document", "file_id": "F"},
        {"kind": "location", "latitude": 30.5, "longitude": 104.0},
        {"kind": "contact", "phone": "+8613900000009", "title": "老李"},
    ],
    ids=lambda content: content["kind"],
)
async def test_any_kind_of_message_is_carried_as_it_is_both_ways(
    town: Town, content: dict[str, object]
) -> None:
    asker, holder, request_id = await taken(town)
    for who, other in ((asker, holder), (holder, asker)):
        await speaks(town, who, request_id, Said(content=Content.model_validate(content), message_id=5))
        assert town.last(other).message.content == Content.model_validate(content)


@pytest.mark.parametrize("length", [STORY_LIMIT, STORY_LIMIT + 1, 4096, 10_000])
async def test_a_long_text_arrives_whole(town: Town, length: int) -> None:
    asker, holder, request_id = await taken(town)
    words = "".join(chr(0x4E00 + at % 5000) for at in range(length))
    await speaks(town, asker, request_id, words)

    pieces = [one.words.partition("\n")[2] for one in town.told[holder]]
    assert "".join(pieces) == words
    assert all(len(one.words) <= 4096 for one in town.told[holder])


async def test_a_story_too_long_for_the_card_follows_it_whole(town: Town) -> None:
    asker, holder = await town.settle("王秀英"), await town.settle("周敏", "assistance")
    first, second = "甲" * 4000, "乙" * 4000
    request_id = await town.ask(asker, said=[town.says(first), town.says(second)])
    async with town.begin() as tx:
        account = await town.account(tx, holder)
        row = await handling.take(tx, account, request_id)
        await thread.hand_story(tx, row, account)

    pieces = [one.words.partition("\n")[2] for one in town.told[holder] if "的材料" in one.words]
    assert "".join(pieces) == f"{first}\n{second}"


async def test_attachments_follow_the_card_each_once_in_order(town: Town) -> None:
    asker, holder = await town.settle("王秀英"), await town.settle("周敏", "assistance")
    photos = [Said(content=Content(kind="photo", file_id=f"F{n}", group="G"), message_id=n) for n in range(3)]
    request_id = await town.ask(asker, said=[town.says("墙裂了"), *photos])
    async with town.begin() as tx:
        account = await town.account(tx, holder)
        row = await handling.take(tx, account, request_id)
        await thread.hand_story(tx, row, account)

    carried = [one.message.content for one in town.told[holder] if one.message.content]
    assert [content.file_id for content in carried] == ["F0", "F1", "F2"]


async def test_the_new_words_of_an_edited_message_reach_the_other_side_and_the_next_reader(
    town: Town,
) -> None:
    asker, holder, request_id = await taken(town)
    said = town.says("住村东头")
    await speaks(town, asker, request_id, said)
    row = await town.do(
        asker, thread.edited, Said(content=Content(text="住村西头"), message_id=said.message_id)
    )

    assert row is not None
    assert row.id == request_id
    assert "刚才那句改成：住村西头" in town.last(holder).words
    async with town.begin() as tx:
        from storage.thread import entries

        assert [entry.content["text"] for entry in await entries(tx, request_id)][-1] == "住村西头"


async def test_the_holder_may_correct_themselves_too(town: Town) -> None:
    asker, holder, request_id = await taken(town)
    said = town.says("三点来")
    await speaks(town, holder, request_id, said)
    await town.do(holder, thread.edited, Said(content=Content(text="四点来"), message_id=said.message_id))

    assert "刚才那句改成：四点来" in town.last(asker).words


async def test_an_edit_of_what_belongs_to_no_request_changes_nothing(town: Town) -> None:
    asker, _, request_id = await taken(town)
    stranger = await town.settle("陈建国")
    said = town.says("住村东头")
    await speaks(town, asker, request_id, said)
    town.forget()
    edit = Said(content=Content(text="改"), message_id=said.message_id)

    assert await town.do(stranger, thread.edited, edit) is None
    assert await town.do(asker, thread.edited, Said(content=Content(text="改"), message_id=9)) is None
    assert town.told == {}


async def test_nothing_is_corrected_any_more_once_it_is_over(town: Town) -> None:
    asker, _, request_id = await taken(town)
    said = town.says("住村东头")
    await speaks(town, asker, request_id, said)
    await town.do(asker, requests.cancel, request_id)
    town.forget()

    edit = Said(content=Content(text="改"), message_id=said.message_id)
    assert await town.do(asker, thread.edited, edit) is None
    assert town.told == {}


async def test_a_former_holder_corrects_nothing_and_says_nothing(town: Town) -> None:
    _asker, holder, request_id = await taken(town, "mediation", "mediator")
    said = town.says("我来调解")
    await speaks(town, holder, request_id, said)
    await town.do(holder, handling.give_back, request_id, "我是他亲戚")
    town.forget()

    with pytest.raises(NotFoundError):
        await speaks(town, holder, request_id, "还有一句")
    with pytest.raises(NotFoundError):
        await town.do(holder, thread.edited, Said(content=Content(text="改"), message_id=said.message_id))
    assert town.told == {}


async def test_nobody_else_can_say_a_word_in_it(town: Town) -> None:
    _, _, request_id = await taken(town, "mediation", "mediator")
    for who in (
        await town.settle("陈建国"),
        await town.settle("马主任", "director"),
        await town.settle("孙丽", "clerk"),
        await town.settle("张和", "mediator"),
    ):
        with pytest.raises(NotFoundError):
            await speaks(town, who, request_id, "让我看看")


@pytest.mark.parametrize("over", [requests.cancel, requests.confirm])
async def test_when_it_is_over_nothing_is_carried(town: Town, over: object) -> None:
    asker, holder, request_id = await taken(town)
    if over is requests.confirm:
        await town.do(holder, handling.finish, request_id)
        assert await speaks(town, asker, request_id, "等等") == "speech-sent-holder"
    await town.do(asker, over, request_id)  # type: ignore[arg-type]

    for who in (asker, holder):
        with pytest.raises(RefusedError) as refusal:
            await speaks(town, who, request_id, "还在吗")
        assert refusal.value.text.id == "refused-over"


async def test_asker_and_person_acted_for_both_read_the_holder_and_both_may_speak(town: Town) -> None:
    person = await town.enrol("王秀英", phone="+8613900000002")
    grandma = await town.settle("王秀英")
    await town.do(grandma, share_phone, "13900000002")
    proxy, holder = await town.settle("刘小军"), await town.settle("周敏", "assistance")
    request_id = await town.ask(proxy, person_id=person, person_name="王秀英")
    await town.do(holder, handling.take, request_id)
    town.forget()
    await speaks(town, holder, request_id, "明早来")
    await speaks(town, grandma, request_id, "我在家")

    assert [town.last(who).words.splitlines()[-1] for who in (grandma, proxy)] == ["明早来", "明早来"]
    assert town.last(holder).words.splitlines() == ["💬 王秀英 · 1007 号 🤝 帮扶救助", "我在家"]


async def test_a_message_means_the_request_of_what_it_replies_to(any_town: Town) -> None:
    town = any_town
    asker, holder, first = await taken(town)
    second = await town.ask(asker)
    said = town.says("第二件")
    await speaks(town, asker, second, said)
    await speaks(town, holder, first, "第一件")
    async with town.begin() as tx:
        from storage import outbox

        await outbox.mark(
            tx, [{"id": town.last(asker).row.id, "state": "sent", "message_id": 777, "sent_at": town.now}]
        )

    assert await town.do(asker, thread.meant, 777) == first
    assert await town.do(asker, thread.meant, said.message_id) == second
    assert await town.do(asker, thread.meant, 778) is None
    assert await town.do(asker, thread.meant, None) is None
    assert await town.do(holder, thread.meant, 777) is None


async def test_a_reply_to_a_request_that_is_over_means_nothing(town: Town) -> None:
    asker, _, request_id = await taken(town)
    said = town.says("在吗")
    await speaks(town, asker, request_id, said)
    await town.do(asker, requests.cancel, request_id)

    assert await town.do(asker, thread.meant, said.message_id) is None


async def test_what_an_unaddressed_message_could_be_about(any_town: Town) -> None:
    town = any_town
    asker, holder, held = await taken(town)
    waiting, over = await town.ask(asker), await town.ask(asker)
    own = await town.ask(holder, "shop")
    await town.do(asker, requests.cancel, over)

    assert [row.id for row in await town.do(asker, thread.possible)] == [waiting, held]
    assert [row.id for row in await town.do(holder, thread.possible)] == [own, held]
    assert await town.do(await town.settle("陈建国"), thread.possible) == []
