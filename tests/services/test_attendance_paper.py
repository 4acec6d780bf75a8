"""The list on paper: who stands on it with which number, what its ticks mean, and the code for the door."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.links import CheckinLink, parse_payload
from domain.messages import Poster, SignupList
from domain.proxies import Whom
from services import attendance, attendance_paper, signups
from services.errors import RefusedError
from tests.services.activities import course, line_of, made, slot_of
from tests.services.steps import refused
from tests.services.test_attendance import day, how, meetings, place, there
from tests.services.town import Town


async def printed(town: Town, officer: int, session_id: int) -> SignupList:
    """The list as it is sent."""
    message = await town.do(officer, attendance_paper.signup_list, session_id)
    assert isinstance(message.attachment, SignupList)
    return message.attachment


async def meant(town: Town, officer: int, session_id: int, typed: str) -> list[str]:
    """The names of those whom ticks mean."""
    return [one.name for one in await town.do(officer, attendance_paper.on_paper, session_id, typed)]


# What is printed


async def test_everybody_is_on_it_by_their_number_in_the_line_with_those_who_wait_apart(town: Town) -> None:
    officer, slot_id, accounts = await day(town, "甲", "乙", "丙", "丁", seats=3)
    (session,) = await meetings(town, slot_id)
    made_ = await printed(town, officer, session.id)
    assert [(one.number, one.name, one.village) for one in made_.rows] == [
        (1, "甲", "上马曲"),
        (2, "乙", "上马曲"),
        (3, "丙", "上马曲"),
    ]
    assert [(one.number, one.name) for one in made_.waiting] == [(4, "丁")]
    assert (made_.title, made_.place, made_.of) == ("果树嫁接", "村部二楼", 1)
    await town.do(accounts[1], signups.cancel, (await place(town, slot_id, "乙")).id)
    again = await printed(town, officer, session.id)
    assert [one.number for one in again.rows] == [1, 3], "nobody moves up on the paper"


async def test_who_signed_somebody_up_and_four_digits_of_a_phone_are_on_it_and_no_more(town: Town) -> None:
    officer, slot_id, (daughter,) = await day(town, "女儿")
    town.passes(days=-1)
    person_id = await town.enrol("王秀英", village="下马曲", phone="13900000042")
    await town.do(daughter, signups.sign_up, slot_id, Whom("王秀英", person_id))
    await town.do(officer, signups.sign_up, slot_id, Whom("打电话来的"), listed=True)
    (session,) = await meetings(town, slot_id)
    made_ = await printed(town, officer, session.id)
    assert [(one.name, one.village, one.by, one.phone) for one in made_.rows] == [
        ("女儿", "上马曲", None, ""),
        ("王秀英", "下马曲", "女儿", "0042"),
        ("打电话来的", "", "培训员", ""),
    ]
    assert "1390000" not in made_.model_dump_json()


async def test_a_course_has_boxes_for_this_session_and_those_that_follow(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    slot_id = await slot_of(town, await made(town, officer, course(town, sessions=9)))
    held = await meetings(town, slot_id)
    for first, expected in ((0, [1, 2, 3, 4, 5, 6]), (3, [4, 5, 6, 7, 8, 9]), (8, [9])):
        made_ = await printed(town, officer, held[first].id)
        assert [one.nth for one in made_.sessions] == expected
        assert made_.of == 9


async def test_the_code_for_the_door_is_of_this_session(town: Town) -> None:
    officer, slot_id, _ = await day(town, sessions=2)
    _, second = await meetings(town, slot_id)
    message = await town.do(officer, attendance_paper.poster, second.id, "bangban_bot")
    assert isinstance(message.attachment, Poster)
    link = message.attachment.link
    assert parse_payload(link.partition("start=")[2]) == CheckinLink(second.id, second.code)
    assert [one.at for one in message.attachment.times] == [second.starts_at]


@pytest.mark.parametrize("role", ["doctor", "volunteer", "township"])
async def test_whoever_does_not_keep_the_list_has_no_paper(town: Town, role: str) -> None:
    _, slot_id, _ = await day(town, "甲")
    (session,), who = await meetings(town, slot_id), await town.settle("某人", role)
    assert await refused(town, who, attendance_paper.signup_list, session.id) == "not-found"
    assert await refused(town, who, attendance_paper.poster, session.id, "bangban_bot") == "not-found"
    assert await refused(town, who, attendance_paper.on_paper, session.id, "1") == "not-found"


# What its ticks mean


async def test_all_are_those_with_a_seat_and_whoever_waited_is_named(town: Town) -> None:
    officer, slot_id, _ = await day(town, "甲", "乙", "丙", "丁", seats=3)
    (session,) = await meetings(town, slot_id)
    assert await meant(town, officer, session.id, "都来了") == ["甲", "乙", "丙"]
    assert await meant(town, officer, session.id, "都来了，除了2") == ["甲", "丙"]
    assert await meant(town, officer, session.id, "1 4") == ["甲", "丁"]
    assert await meant(town, officer, session.id, "没人来") == []
    assert await there(town, session) == set(), "nothing is kept by looking"


async def test_whoever_waited_and_is_ticked_was_let_in(town: Town) -> None:
    officer, slot_id, _ = await day(town, "甲", "乙", seats=1)
    (session,) = await meetings(town, slot_id)
    await town.do(officer, attendance.mark_paper, session.id, [2])
    assert await there(town, session) == {"乙"}
    row = await place(town, slot_id, "乙")
    assert (row.state, row.place, await how(town, session, row)) == ("seated", 2, "paper")


async def test_a_number_given_back_is_passed_over_in_a_range_and_refused_by_itself(town: Town) -> None:
    officer, slot_id, accounts = await day(town, "甲", "乙", "丙")
    (session,) = await meetings(town, slot_id)
    await town.do(accounts[1], signups.cancel, (await place(town, slot_id, "乙")).id)
    assert await meant(town, officer, session.id, "1-3") == ["甲", "丙"]
    assert await meant(town, officer, session.id, "都来了") == ["甲", "丙"]
    assert await refused(town, officer, attendance_paper.on_paper, session.id, "2") == "check-in-no-number"


@pytest.mark.parametrize(("typed", "part"), [("1-2 1S", "1s"), ("1 2 张三", "张三"), ("来了2个", "来了2个")])
async def test_what_cannot_be_read_is_named(town: Town, typed: str, part: str) -> None:
    officer, slot_id, _ = await day(town, "甲", "乙")
    (session,) = await meetings(town, slot_id)
    with pytest.raises(RefusedError) as refusal:
        await town.do(officer, attendance_paper.on_paper, session.id, typed)
    assert (refusal.value.text.id, refusal.value.text.args["part"]) == ("paper-unreadable", part)


async def test_an_empty_list_has_no_numbers(town: Town) -> None:
    officer, slot_id, _ = await day(town)
    (session,) = await meetings(town, slot_id)
    assert await meant(town, officer, session.id, "都来了") == []
    assert await refused(town, officer, attendance_paper.on_paper, session.id, "1") == "check-in-no-number"
    assert (await printed(town, officer, session.id)).rows == ()


async def test_numbers_go_on_when_a_seat_is_given_back_and_taken_again(town: Town) -> None:
    officer, slot_id, (first, _) = await day(town, "甲", "乙")
    town.passes(minutes=-60)
    await town.do(first, signups.cancel, (await place(town, slot_id, "甲")).id)
    await town.do(first, signups.sign_up, slot_id)
    town.passes(minutes=60)
    (session,) = await meetings(town, slot_id)
    assert [(one.place, one.name) for one in await line_of(town, slot_id)] == [(2, "乙"), (3, "甲")]
    assert await meant(town, officer, session.id, "3") == ["甲"]
    assert session.starts_at - town.now == timedelta(minutes=30)
