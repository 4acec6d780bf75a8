"""The board by its services: who reads what, what reading there keeps, and finding by words."""

from __future__ import annotations

import pytest

from domain.announcing import Announcement, Answered, Audience, Body, Question
from domain.messages import Content
from domain.notices import ANSWER_MARKS, LONGEST, room_for_answers
from services import notice_board, notice_changes, notice_mention, notice_writing, notices, people
from services.errors import NotFoundError
from services.kinds import Posted
from services.notice_board import BACK
from storage import notice_readers, notice_versions, units
from storage import notices as stored
from storage import people as stored_people
from storage.people import Account
from storage.transaction import Tx
from tests.services.steps import family, refused
from tests.services.town import Town

WORDS = "停水通知：明天上午"
KINDS = {"outage": "停水停电 Water and power"}


async def published(
    town: Town,
    author: int,
    words: str = WORDS,
    *,
    code: str = "maqu",
    kind: str = "general",
    audience: Audience | None = None,
    question: Question | None = None,
) -> int:
    """A notice that has begun; its id."""
    body = Body(contents=(Content(text=words),), question=question)
    said = Announcement(body=body, kind=kind, audience=audience or Audience())
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, code)
        assert unit is not None
        return (await notice_writing.publish(tx, await town.account(tx, author), unit, said)).id


async def listed(tx: Tx, actor: Account) -> list[Posted]:
    """What somebody finds on their board."""
    return await notice_board.posted(tx, actor, await notice_board.place(tx, actor))


async def found(tx: Tx, actor: Account, words: str) -> list[int]:
    """The ids of what somebody finds by these words."""
    unit = await notice_board.place(tx, actor)
    return [one.id for one in await notice_board.find(tx, actor, unit, words, KINDS)]


async def change(town: Town, notice_id: int, **values: object) -> None:
    """Something has become of a notice."""
    async with town.begin() as tx:
        notice = await stored.notice(tx, notice_id)
        assert notice is not None
        for name, value in values.items():
            setattr(notice, name, value)


async def sees(town: Town, who: int, notice_id: int) -> bool:
    """Whether somebody finds a notice on their board; whoever does not cannot open or ask for it either."""
    on_board = notice_id in [one.id for one in await town.do(who, listed)]
    if on_board:
        assert (await town.do(who, notice_board.seen, notice_id))[0].id == notice_id
        return True
    for use_case in (notice_board.seen, notice_board.opened, notice_board.before):
        assert await refused(town, who, use_case, notice_id) == "not-found"
    return False


async def test_everybody_of_the_center_reads_what_is_for_all_also_who_came_later(any_town: Town) -> None:
    town = any_town
    director, villager = await town.settle("主任", "director"), await town.settle("王秀英")
    outsider = await town.settle("外村人", center="dongxing", village=None)
    one = await published(town, director)
    town.passes(seconds=1)
    late = await town.settle("后来的")
    assert [await sees(town, who, one) for who in (director, villager, late, outsider)] == [True] * 3 + [
        False
    ]
    assert await refused(town, villager, notice_board.seen, 10**9) == "not-found"


async def test_what_is_for_a_role_or_a_tag_is_for_those_and_for_who_writes_there(any_town: Town) -> None:
    town = any_town
    director, clerk = await town.settle("主任", "director"), await town.settle("值班", "clerk")
    doctor, villager = await town.settle("马医生", "doctor"), await town.settle("王秀英")
    mayor = await town.settle("何镇长", "township")
    (member,) = await family(town, "赵桂芳")
    async with town.begin() as tx:
        account = await town.account(tx, member)
        person_id = account.memberships[0].person_id
        assert person_id is not None
        person = await stored_people.person(tx, person_id)
        assert person is not None
        person.tags = ["低保"]
    to_doctors = await published(town, director, audience=Audience(roles=("doctor",)))
    to_tagged = await published(town, director, audience=Audience(tags=("低保",)))
    to_others = await published(town, director, audience=Audience(roles=("doctor",), but=True))
    town.passes(seconds=1)
    late_doctor = await town.settle("新医生", "doctor")
    everybody = (director, mayor, doctor, late_doctor, clerk, villager, member)
    assert [await sees(town, who, to_doctors) for who in everybody] == [True] * 3 + [False] * 4
    assert [await sees(town, who, to_tagged) for who in everybody] == [True, True] + [False] * 4 + [True]
    assert [await sees(town, who, to_others) for who in everybody] == [
        *(True, True, False, False),
        *(True, True, True),
    ]


async def test_an_offices_notice_narrowed_to_a_role_is_a_secret_for_the_centers_leaders_too(
    town: Town,
) -> None:
    mayor, director = await town.settle("何镇长", "township"), await town.settle("主任", "director")
    one = await published(town, mayor, code="qinghe", audience=Audience(roles=("doctor",)))
    whole = await published(town, mayor, code="qinghe")
    assert not await sees(town, director, one) and await sees(town, director, whole)


async def test_what_was_stopped_is_on_no_board_and_what_was_withdrawn_says_only_so(any_town: Town) -> None:
    town = any_town
    director, villager = await town.settle("主任", "director"), await town.settle("王秀英")
    stopped, withdrawn = await published(town, director), await published(town, director)
    for one in (stopped, withdrawn):
        await town.do(director, notices.stop, one)
    await change(town, withdrawn, withdrawn_at=town.now)
    assert [(one.id, one.withdrawn) for one in await town.do(villager, listed)] == [(withdrawn, True)]
    assert await town.do(villager, found, "停水") == []
    async with town.begin() as tx:
        assert await notice_board.beginnings(tx, await listed(tx, await town.account(tx, villager))) == {}
    assert (await town.do(villager, notice_board.opened, withdrawn)).reader is None
    assert await refused(town, villager, notice_board.before, withdrawn) == "not-found"
    town.passes(seconds=1)
    late = await town.settle("后来的")
    assert (await town.do(villager, notice_board.seen, stopped))[0].id == stopped, "they may have got it"
    assert await refused(town, late, notice_board.seen, stopped) == "not-found"


async def test_the_board_goes_back_two_years(any_town: Town) -> None:
    town = any_town
    director = await town.settle("主任", "director")
    one = await published(town, director)
    town.now += BACK
    assert await sees(town, director, one)
    town.passes(seconds=1)
    assert await town.do(director, listed) == []
    assert (await town.do(director, notice_board.seen, one))[0].id == one, "by its link"


async def test_to_open_a_notice_is_to_have_read_it_for_whom_it_is(any_town: Town) -> None:
    town = any_town
    director, villager = await town.settle("主任", "director"), await town.settle("王秀英")
    one = await published(town, director, question=Question(kind="come"))
    first = (await town.do(villager, notice_board.opened, one)).reader
    assert first is not None and (first.answer, first.read_at) == (None, town.now)
    town.passes(minutes=1)
    late = await town.settle("后来的")
    again = (await town.do(villager, notice_board.opened, one)).reader
    assert again is not None and again.read_at == first.read_at
    assert (await town.do(late, notice_board.opened, one)).reader is None
    async with town.begin() as tx:
        assert await notice_readers.count_readers(tx, one) == 1


async def test_it_is_found_by_words_number_kind_and_whose_it_is(
    any_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice_board, "AT_ONCE", 2)
    town = any_town
    director, villager = await town.settle("主任", "director"), await town.settle("王秀英")
    water = await published(town, director, "明天上午接好水", kind="outage")
    others = [await published(town, director, f"修路{number}") for number in range(4)]
    for words in ("接好水", "停水停电", "POWER", "2026-001", "接好 上午"):
        assert await town.do(villager, found, words) == [water], words
    assert await town.do(villager, found, "修路") == others[::-1]
    assert await town.do(villager, found, "马曲村") == [*others[::-1], water]
    assert await town.do(villager, found, "修桥") == []


async def test_a_month_is_the_centers_own(town: Town) -> None:
    director = await town.settle("主任", "director")
    town.now = town.now.replace(month=11, day=30, hour=15, minute=59, second=59)
    before = await published(town, director)
    town.passes(seconds=1)
    after = await published(town, director)
    async with town.begin() as tx:
        account = await town.account(tx, director)
        unit = await notice_board.place(tx, account)
        months = {one.id: notice_board.month_of(unit, one) for one in await listed(tx, account)}
    assert months == {before: "2026-11", after: "2026-12"}


async def test_whoever_belongs_nowhere_has_no_board_and_may_join_where_it_went(town: Town) -> None:
    director, mayor = await town.settle("主任", "director"), await town.settle("何镇长", "township")
    own, whole = await published(town, director), await published(town, mayor, code="qinghe")
    elsewhere = await town.settle("外村人", center="dongxing", village=None)
    async with town.begin() as tx:
        stranger = await people.meet(tx, 4_999, "zh")
        with pytest.raises(NotFoundError):
            await notice_board.place(tx, stranger)
        maqu = await units.unit_by_code(tx, "maqu")
        assert maqu is not None
        assert await notice_board.to_join(tx, stranger, own) == [maqu.id]
        assert len(await notice_board.to_join(tx, stranger, whole)) == 2
    assert await town.do(elsewhere, notice_board.to_join, own) == [maqu.id]
    assert await town.do(elsewhere, notice_board.to_join, whole) == []
    assert await town.do(director, notice_board.to_join, own) == []
    assert await refused(town, director, notice_board.to_join, 10**9) == "not-found"


async def test_question_and_answer_are_added_as_a_version_of_their_own(any_town: Town) -> None:
    town = any_town
    director, villager = await town.settle("主任", "director"), await town.settle("王秀英")
    one = await published(town, director)
    await town.do(director, notice_changes.append, one, " 几点？ ", "九点。")
    await town.do(director, notice_changes.append, one, "多久？", "两个钟头。")
    notice, _, before = await town.do(villager, notice_board.before, one)
    assert (notice.version, notice.said.answered) == (
        3,
        (Answered(question="几点？", answer="九点。"), Answered(question="多久？", answer="两个钟头。")),
    )
    assert [(row.version, row.why, len(row.said.answered)) for row in before] == [
        (1, "written", 0),
        (2, "answered", 1),
    ]
    async with town.begin() as tx:
        assert len(await notice_versions.of_notice(tx, one)) == 3


@pytest.mark.parametrize(
    ("question", "answer", "why"),
    [
        (" ", "答", "notice-empty"),
        ("问", "", "notice-empty"),
        ("问", "长" * (LONGEST + 500), "notice-answer-long"),
    ],
)
async def test_what_cannot_be_added_is_refused(town: Town, question: str, answer: str, why: str) -> None:
    director, villager = await town.settle("主任", "director"), await town.settle("王秀英")
    one = await published(town, director)
    assert await refused(town, director, notice_changes.append, one, question, answer) == why
    assert await refused(town, villager, notice_changes.append, one, "问", "答") == "not-found"
    assert (await town.do(director, notice_board.seen, one))[0].version == 1
    await change(town, one, withdrawn_at=town.now)
    assert await refused(town, director, notice_changes.append, one, "问", "答") == "notice-is-withdrawn"


async def test_as_much_is_added_as_one_message_holds(town: Town) -> None:
    director = await town.settle("主任", "director")
    one = await published(town, director)
    room = room_for_answers(len(WORDS), caption=False) - len("问") - ANSWER_MARKS
    too_long = "长" * (room + 1)
    assert await refused(town, director, notice_changes.append, one, "问", too_long) == "notice-answer-long"
    await town.do(director, notice_changes.append, one, "问", "长" * room)


async def test_a_mention_says_the_beginning_only_of_what_everybody_may_read(town: Town) -> None:
    director = await town.settle("主任", "director")
    plain = await published(town, director)
    narrowed = await published(town, director, audience=Audience(roles=("doctor",)))
    withdrawn = await published(town, director)
    await change(town, withdrawn, withdrawn_at=town.now)
    async with town.begin() as tx:
        texts = [await notice_mention.mention(tx, one) for one in (plain, narrowed, withdrawn, None, 10**9)]
    assert [one and one.id for one in texts] == [
        "notice-mention",
        "notice-mention-number",
        "notice-mention-number",
        None,
        None,
    ]
