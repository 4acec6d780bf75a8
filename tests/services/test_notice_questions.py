"""Questions about a notice by their services: who may ask, who is offered the answer, who adds it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.seed import settle
from domain.announcing import Audience
from domain.messages import Content, Said
from services import handling, notice_questions, requests, thread
from services.requests import Need
from storage import requests as stored
from tests.services.steps import refused
from tests.services.test_notice_board import change, published
from tests.services.test_notices import unit_id
from tests.services.town import Town

LINE = notice_questions.LINE
OFFER = "要不要写进通知"


async def asked(town: Town, who: int, notice_id: int, words: str = "为什么停？", **more: Any) -> int:
    """A question about a notice; the request's id."""
    return await town.ask(who, LINE, words, notice_id=notice_id, **more)


async def answered(town: Town, holder: int, request_id: int, words: str = "修管子。") -> None:
    """Somebody takes it, answers and is done."""
    await town.do(holder, handling.take, request_id)
    if words:
        await town.do(holder, thread.speak, request_id, [town.says(words)])
    await town.do(holder, handling.finish, request_id)


async def test_author_and_leaders_are_offered_the_words_and_not_the_name(any_town: Town) -> None:
    town = any_town
    author, director = await town.settle("郑委员", "committee"), await town.settle("李主任", "director")
    colleague, villager = await town.settle("钱委员", "committee"), await town.settle("王秀英")
    mayor = await town.settle("何镇长", "township")
    request_id = await asked(town, villager, await published(town, author))
    await answered(town, colleague, request_id)
    for who in (author, director):
        assert OFFER in town.heard(who)
        assert "为什么停？" in town.last(who).words and "修管子。" in town.last(who).words
        assert "王秀英" not in town.heard(who)
        assert town.last(who).taps == [f"quest|look|{request_id}|0"]
    for who in (colleague, villager, mayor):
        assert OFFER not in town.heard(who)


async def test_an_offices_notice_is_the_offices(town: Town) -> None:
    mayor, other = await town.settle("何镇长", "township"), await town.settle("赵镇长", "township")
    director, member = await town.settle("李主任", "director"), await town.settle("钱委员", "committee")
    villager = await town.settle("王秀英")
    request_id = await asked(town, villager, await published(town, mayor, code="qinghe"))
    await answered(town, member, request_id)
    assert OFFER in town.heard(mayor) and OFFER in town.heard(other)
    assert OFFER not in town.heard(director)


async def test_it_is_added_once_by_whoever_is_first_and_is_part_of_the_history(any_town: Town) -> None:
    town = any_town
    author, director = await town.settle("郑委员", "committee"), await town.settle("李主任", "director")
    villager = await town.settle("王秀英")
    notice_id = await published(town, author)
    request_id = await asked(town, villager, notice_id)
    await answered(town, author, request_id)
    before = await town.request(request_id)
    notice = await town.do(director, notice_questions.share, request_id, "为什么停水？", "修管子。")
    assert [one.question for one in notice.said.answered] == ["为什么停水？"]
    assert "写进通知了" in town.heard(villager)
    assert (await town.history(request_id))[-1] == ("share", "done", "done", director, None)
    assert (await town.request(request_id)).status == before.status
    for use_case, args in (
        (notice_questions.share, (request_id, "又一遍", "修管子。")),
        (notice_questions.answered, (request_id,)),
    ):
        assert await refused(town, author, use_case, *args) == "already-answered"


async def test_nobody_else_adds_anything(any_town: Town) -> None:
    town = any_town
    author, colleague = await town.settle("郑委员", "committee"), await town.settle("钱委员", "committee")
    villager = await town.settle("王秀英")
    elsewhere = await town.settle("东兴主任", "director", center="dongxing", village=None)
    request_id = await asked(town, villager, await published(town, author))
    assert await refused(town, author, notice_questions.share, request_id, "问", "答") == "refused-state"
    await answered(town, colleague, request_id)
    for who in (colleague, villager, elsewhere):
        assert await refused(town, who, notice_questions.share, request_id, "问", "答") == "not-found"
        assert await refused(town, who, notice_questions.answered, request_id) == "not-found"
    plain = await town.ask(villager, LINE)
    await answered(town, colleague, plain)
    for one in (plain, 10**9):
        assert await refused(town, author, notice_questions.share, one, "问", "答") == "not-found"


async def test_reopened_it_waits_and_is_offered_again_when_it_is_answered(town: Town) -> None:
    author, villager = await town.settle("郑委员", "committee"), await town.settle("王秀英")
    request_id = await asked(town, villager, await published(town, author))
    await answered(town, author, request_id)
    await town.do(villager, requests.reopen, request_id, "没说清楚")
    assert await refused(town, author, notice_questions.answered, request_id) == "refused-state"
    town.forget()
    await town.do(author, handling.finish, request_id)
    assert OFFER in town.heard(author)
    await town.do(author, notice_questions.share, request_id, "问", "答")
    await town.do(villager, requests.reopen, request_id, "还是没说清楚")
    town.forget()
    director = await town.settle("李主任", "director")
    await town.do(director, handling.take, request_id)
    await town.do(director, handling.finish, request_id)
    assert OFFER not in town.heard(author), "everybody can read it already"


@pytest.mark.parametrize("why", ["silent", "withdrawn", "secret", "kept"])
async def test_some_are_not_offered(town: Town, why: str) -> None:
    author, director = await town.settle("郑委员", "committee"), await town.settle("李主任", "director")
    villager, mediator = await town.settle("王秀英"), await town.settle("张和", "mediator")
    notice_id = await published(town, director)
    request_id = await asked(town, villager, notice_id, about=[director] if why == "kept" else [])
    if why == "withdrawn":
        await change(town, notice_id, withdrawn_at=town.now)
    holder = author
    if why == "secret":
        await town.do(author, handling.take, request_id)
        await town.do(author, handling.transfer, request_id, "mediation", "是两家的事")
        holder = mediator
    await answered(town, holder, request_id, "" if why == "silent" else "修管子。")
    assert OFFER not in town.heard(director)
    if why in ("secret", "kept"):
        assert await refused(town, director, notice_questions.answered, request_id) == "not-found"


async def test_who_may_not_read_a_notice_cannot_ask_about_it(any_town: Town) -> None:
    town = any_town
    director, villager = await town.settle("李主任", "director"), await town.settle("王秀英")
    narrowed = await published(town, director, audience=Audience(roles=("doctor",)))
    center = await unit_id(town, "maqu")
    said = [Said(content=Content(text="什么事？"), message_id=1)]
    for one in (narrowed, 10**9):
        assert await refused(town, villager, notice_questions.begin, one) == "not-found"
        need = Need(line=LINE, said=said, notice_id=one)
        assert await refused(town, villager, requests.submit, center, need) == "not-found"
    async with town.begin() as tx:
        assert await stored.count(tx) == 0


async def test_asking_goes_to_a_center_of_the_notice_that_one_belongs_to(town: Town) -> None:
    director = await town.settle("李主任", "director")
    here, there = await unit_id(town, "maqu"), await unit_id(town, "dongxing")
    notice_id = await published(town, director)
    migrant = await town.settle("打工的")
    async with town.begin() as tx:
        await settle(tx, migrant, center="dongxing", name="打工的")
        assert (await town.account(tx, migrant)).current_center_id == there
    await town.do(migrant, notice_questions.begin, notice_id)
    async with town.begin() as tx:
        assert (await town.account(tx, migrant)).current_center_id == here


async def test_a_long_question_is_shown_short_and_kept_whole(town: Town) -> None:
    author, villager = await town.settle("郑委员", "committee"), await town.settle("王秀英")
    shown = notice_questions.SHOWN
    request_id = await asked(town, villager, await published(town, author), "问" * (shown + 1))
    await answered(town, author, request_id, "答" * shown)
    words = town.last(author).words
    assert "问" * shown + "…" in words and "答" * shown in words and "答…" not in words
    async with town.begin() as tx:
        row = await stored.request(tx, request_id)
        assert row is not None
        assert await notice_questions.words(tx, row) == ("问" * (shown + 1), "答" * shown)
