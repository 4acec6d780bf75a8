"""The officer's view: who comes and who waits, more seats, a table, what I make; and the offices' counts."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from domain.activities import Plan, Session
from domain.listtaps import CountsOf, ListAdd, ListDo, ListPerson, ListSeats, ListShow, ListTimes
from domain.tap import Tap
from simulator.model import Message
from simulator.person import Person as Someone
from storage import activities, attendance, signups
from tests.stories.conftest import Village
from tests.stories.lending import hall
from tests.stories.signing import choices, grafting, line, make, slot_id, standings


async def _signs_up(village: Village, *names: str) -> list[Someone]:
    """People who sign up for the only activity there is, one after the other."""
    folk = [await village.person(name) for name in names]
    for one in folk:
        await one.says("/activities")
        await one.taps("果树嫁接")
        await one.taps("🙋 我要报名")
        await one.sees("您")
    return folk


async def _opens_list(officer: Someone, title: str = "果树嫁接") -> Message:
    """The officer goes to the list by what they make."""
    await officer.says("/activities")
    await officer.taps("我办的")
    await officer.taps(title)
    return await officer.sees("的名单")


async def test_the_officer_sees_who_comes_and_who_waits_and_takes_somebody_off(village: Village) -> None:
    officer = await village.person("培训员", "training")
    activity_id = await make(village, officer, grafting(village, seats=2))
    grandma, _, third, _, _ = await _signs_up(village, "王秀英", "李桂芳", "张三", "赵六", "孙七")
    await officer.says("/activities")
    await officer.taps("我办的")
    await officer.sees("《果树嫁接》2 个位子报了 2 个，3 人排队")
    await officer.taps("果树嫁接")
    page = await officer.sees("《果树嫁接》的名单")
    assert "💺 2 个位子｜✅ 2 人来｜⏳ 3 人排队" in page.text
    assert "1. 王秀英（上马曲）✅ 有位子" in page.text and "4. 赵六（上马曲）⏳ 排第 2 位" in page.text
    assert "孙七" not in page.text
    assert choices(officer) == ["1. 王秀英", "2. 李桂芳", "3. 张三", "4. 赵六", "🧰 谁来了、加人、表格"]
    await officer.taps("下一页")
    await officer.sees("5. 孙七（上马曲）⏳ 排第 3 位")
    await officer.taps("上一页")
    await officer.taps("王秀英")
    await officer.sees("✍️ 自己报的，11月24日")
    await officer.taps("替人取消")
    await officer.sees("真的替王秀英取消？")
    assert (await line(village, activity_id))[0].name == "王秀英", "nothing has happened yet"
    await officer.taps("不取消")
    await officer.taps("替人取消")
    await officer.taps("对，取消")
    await officer.sees("1. 王秀英（上马曲）❌ 不来了")
    await grandma.sees("培训员把您的报名取消了")
    await third.sees("轮到您了")
    await officer.taps("返回")
    page = await officer.sees("✅ 1 人来｜🎉 在问 1 人｜⏳ 2 人排队")
    assert "3. 张三（上马曲）🎉 在问，等到 11月24日 14:00" in page.text
    assert await standings(village, activity_id) == [
        ("李桂芳", "seated"),
        ("张三", "offered"),
        ("赵六", "waiting"),
        ("孙七", "waiting"),
    ]


async def test_more_seats_are_given_by_a_tap_or_a_number_and_whoever_sits_stays(village: Village) -> None:
    officer = await village.person("培训员", "training")
    activity_id = await make(village, officer, grafting(village, seats=2))
    *_, third, fourth = await _signs_up(village, "甲乙", "丙丁", "戊己", "庚辛")
    await _opens_list(officer)
    await officer.taps("谁来了、加人、表格")
    await officer.sees("还能这样")
    assert choices(officer) == ["📋 谁来了", "📄 表格", "➕ 加一个人", "💺 加减位子"]
    await officer.taps("加减位子")
    shown = await officer.sees("2 个位子，2 个有人")
    assert choices(officer) == ["➕ 1", "➕ 5", "✏️ 写个数"], "no seat that is taken can be taken away"
    await officer.taps("➕ 1")
    await third.sees("轮到您了")
    await officer.sees("3 个位子，3 个有人")
    await officer.taps("写个数")
    await officer.sees("一共要几个位子")
    await officer.says("二三十个吧")
    await officer.sees("写个数，比如 20")
    await officer.says("两三个")
    await officer.sees("写个数，比如 20")
    await officer.says("2个")
    await officer.sees("已经有 3 个人有位子了")
    assert await village.form(officer) == "seats"
    await officer.says("9999")
    await officer.sees("1 到 2,000")
    await officer.says("二十个")
    await officer.sees("20 个位子，4 个有人")
    await fourth.sees("轮到您了")
    assert choices(officer) == ["➖ 5", "➖ 1", "➕ 1", "➕ 5", "✏️ 写个数"]
    assert await village.form(officer) is None
    ten = ListSeats(await slot_id(village, activity_id), 10).pack()
    await officer.taps_data(shown, ten)
    await officer.taps_data(shown, ten)
    await officer.sees("10 个位子，4 个有人")


async def test_the_officer_puts_somebody_on_the_list_who_has_no_telephone_of_their_own(
    village: Village,
) -> None:
    await village.enrol("刘德海", phone="+8613900001111", village="下马曲")
    officer = await village.person("培训员", "training")
    activity_id = await make(village, officer, grafting(village, seats=2))
    await _opens_list(officer)
    await officer.sees("还没有人报名。")
    await officer.taps("谁来了、加人、表格")
    await officer.taps("加一个人")
    await officer.sees("替谁报名？")
    await officer.says("刘德海")
    await officer.taps("刘德海")
    card = await officer.sees("1. 刘德海（下马曲）✅ 有位子")
    assert "☎️ 139 0000 1111" in card.text or "☎️ 13900001111" in card.text
    assert "✍️ 培训员报的" in card.text
    assert [(one.name, one.signed_by, one.account_id) for one in await line(village, activity_id)] == [
        ("刘德海", "officer", None)
    ]
    await officer.taps("返回")
    await officer.taps("谁来了、加人、表格")
    await officer.taps("加一个人")
    await officer.sees("替谁报名？")
    await officer.says("来走亲戚的 13700002222")
    await officer.taps("就按这个名字报")
    await officer.sees("2. 来走亲戚的")
    assert await village.form(officer) is None
    assert [one.phone for one in await line(village, activity_id)] == ["+8613900001111", "13700002222"]


async def test_of_several_times_one_is_chosen_first(village: Village) -> None:
    doctor = await village.person("李医生", "doctor")
    begins = [village.now() + timedelta(days=1, minutes=20 * number) for number in range(3)]
    times = tuple(Session(starts_at=one, ends_at=one + timedelta(minutes=20)) for one in begins)
    plan = {**grafting(village).model_dump(), "kind": "checkup", "title": "量血压", "seats": 1}
    activity_id = await make(village, doctor, Plan(**{**plan, "sessions": times}))
    await _opens_list(doctor, "量血压")
    await doctor.taps("谁来了、加人、表格")
    await doctor.taps("加一个人")
    await doctor.sees("选哪个时间？")
    assert choices(doctor) == [
        "11月25日 10:00 1 个位子，0 个有人",
        "11月25日 10:20 1 个位子，0 个有人",
        "11月25日 10:40 1 个位子，0 个有人",
    ]
    await doctor.taps("10:20")
    await doctor.sees("替谁约？")
    await doctor.says("王秀英")
    await doctor.taps("就按这个名字约")
    await doctor.sees("1. 王秀英（")
    assert [one.name for one in await line(village, activity_id, 2)] == ["王秀英"]
    await doctor.taps("返回")
    assert "11月25日 10:20 ✅ 约好了" in (await doctor.sees("的名单")).text


def _rows(message: Message) -> list[tuple[Any, ...]]:
    """The rows of the spreadsheet that came with a message."""
    sheet = load_workbook(BytesIO(message.files[-1].data)).worksheets[0]
    return list(sheet.iter_rows(values_only=True))


async def _was_there(village: Village, activity_id: int, name: str, number: int) -> None:
    """Somebody was at one of the sessions."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        sessions = await activities.sessions(tx, activity_id)
        (slot,) = await activities.slots(tx, activity_id)
        row = next(one for one in await signups.active(tx, slot.id) if one.name == name)
        came = attendance.Attendance(
            session_id=sessions[number - 1].id,
            signup_id=row.id,
            at=tx.now,
            how="list",
            by_id=row.signed_by_id,
        )
        await attendance.add(tx, came)


async def test_the_list_comes_as_a_spreadsheet_in_which_a_name_is_never_a_formula(village: Village) -> None:
    await village.enrol("刘德海", phone="+8613900001111", village="下马曲")
    officer = await village.person("培训员", "training")
    activity_id = await make(village, officer, grafting(village, seats=3, sessions=3))
    await _signs_up(village, "王秀英", "=cmd()甲", "+1 乙")
    await _opens_list(officer)
    await officer.taps("谁来了、加人、表格")
    await officer.taps("加一个人")
    await officer.sees("替谁报名？")
    await officer.says("刘德海")
    await officer.taps("刘德海")
    await officer.sees("4. 刘德海（下马曲）⏳ 排第 1 位")
    for number in (1, 3):
        await _was_there(village, activity_id, "王秀英", number)
    await _was_there(village, activity_id, "=cmd()甲", 1)
    page = await _opens_list(officer)
    assert "🚪 到过 2 人" in page.text
    await officer.taps("谁来了、加人、表格")
    await officer.taps("表格")
    sheet = await officer.sees("《果树嫁接》的名单。一人一行")
    assert sheet.files[-1].name == "报名表-2026-001.xlsx"
    header, *rows = _rows(sheet)
    assert header == (
        *("号", "姓名", "自然村", "报名情况", "谁报的", "什么时候报的", "电话"),
        *("11月27日 10:00", "11月28日 10:00", "11月29日 10:00"),
    )
    at = "11月24日 10:00"
    assert [tuple(cell or "" for cell in row) for row in rows] == [
        (1, "王秀英", "上马曲", "✅ 有位子", "自己", at, "", "✓", "", "✓"),
        (2, "=cmd()甲", "上马曲", "✅ 有位子", "自己", at, "", "✓", "", ""),
        (3, "+1 乙", "上马曲", "✅ 有位子", "自己", at, "", "", "", ""),
        (4, "刘德海", "下马曲", "⏳ 排第 1 位", "培训员", at, "+8613900001111", "", "", ""),
    ]
    book = load_workbook(BytesIO(sheet.files[-1].data)).worksheets[0]
    assert "f" not in {book.cell(row, 2).data_type for row in range(2, 6)}, "text, whatever it begins with"


async def test_whoever_was_there_and_gave_the_seat_up_is_on_the_spreadsheet_and_not_on_the_list(
    village: Village,
) -> None:
    officer = await village.person("培训员", "training")
    activity_id = await make(village, officer, grafting(village, sessions=2))
    (grandma,) = await _signs_up(village, "王秀英")
    await _was_there(village, activity_id, "王秀英", 1)
    await grandma.says("/activities")
    await grandma.taps("果树嫁接")
    await grandma.taps("取消报名")
    await grandma.sees("您不去了")
    page = await _opens_list(officer)
    assert "🚪 到过 1 人" in page.text and "还没有人报名" in page.text
    await officer.taps("谁来了、加人、表格")
    await officer.taps("表格")
    (_, row) = _rows(await officer.sees("一人一行"))
    assert (row[1], row[3], row[7], row[8]) == ("王秀英", "❌ 不来了", "✓", None)


async def test_what_is_over_is_found_for_ninety_days_with_how_many_came(village: Village) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    activity_id = await make(village, officer, grafting(village, days=1))
    await make(village, officer, grafting(village, days=120, title="养蜂", seats=None))
    await grandma.says("/activities")
    assert "🗂 我办的" not in grandma.buttons()
    await grandma.taps("果树嫁接")
    await grandma.taps("🙋 我要报名")
    await grandma.sees("您报上了")
    await _was_there(village, activity_id, "王秀英", 1)
    village.shift += timedelta(days=1, hours=2)
    await officer.says("/activities")
    await officer.taps("我办的")
    assert "果树嫁接" not in (await officer.sees("《养蜂》0 人报名")).text
    await officer.taps("办完的")
    await officer.sees("《果树嫁接》1 人报名，到过 1 人")
    village.shift += timedelta(days=89, hours=23)
    await officer.taps("返回")
    await officer.taps("办完的")
    await officer.sees("果树嫁接")
    village.shift += timedelta(hours=1)
    await officer.taps("返回")
    await officer.taps("办完的")
    await officer.sees("没有办完的活动")


async def test_the_offices_see_how_many_seats_are_taken_where_and_no_name(village: Village) -> None:
    officer = await village.person("培训员", "training")
    elsewhere = await village.person("外村培训员", "training", center="dongxing", village="东头")
    township = await village.person("镇干事", "township", center="dongxing", village="东头")
    await make(village, officer, grafting(village, seats=2))
    await make(village, elsewhere, grafting(village, seats=None, kind="event", title="坝坝舞"), "dongxing")
    await _signs_up(village, "王秀英", "李桂芳", "张三")
    await township.says("/center")
    await township.taps("活动和位子")
    page = await township.sees("接下来 30 天：")
    assert "马曲村社区服务中心：接下来 1 场，2 个位子报上 2 个，1 人排队；过去 没有" in page.text
    assert "王秀英" not in page.text and "果树嫁接" not in page.text
    await township.taps("表格")
    header, *rows = _rows(await township.sees("只有数，没有人名"))
    assert header[0] == "村" and len(rows) == 2
    assert rows[0][3:] == (1, 2, 2, 0, 1)


async def test_a_center_sees_its_own_counts_by_kind_and_its_villagers_none(village: Village) -> None:
    officer, culture = await village.person("培训员", "training"), await village.person("文化员", "culture")
    director, grandma = await village.person("马主任", "director"), await village.person("王秀英")
    elsewhere = await village.person("外村培训员", "training", center="dongxing", village="东头")
    await make(village, officer, grafting(village, seats=20))
    await make(village, culture, grafting(village, kind="event", title="坝坝舞", seats=None))
    await make(village, elsewhere, grafting(village, seats=9), "dongxing")
    await director.says("/center")
    await director.taps("活动和位子")
    page = await director.sees("接下来 30 天：2 场，20 个位子报上 0 个")
    assert "🌱 培训班：接下来 1 场" in page.text and "🎭 文体活动：接下来 1 场" in page.text
    assert "东兴" not in page.text
    for unit, who in (("dongxing", director), ("maqu", grandma), ("maqu", officer), ("maqu", elsewhere)):
        for what in ("", "table", "nonsense"):
            await who.says("/help")
            shown = await who.sees("")
            await who.taps_data(shown, CountsOf(await village.unit_id(unit), what, 0).pack())
            await village.settled()
            assert "接下来 30 天" not in who.last.text, (unit, what)
        assert len(who.toasts) >= 3


async def test_a_forged_button_shows_nobody_a_list_they_do_not_keep(village: Village) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    doctor, clerk = await village.person("李医生", "doctor"), await village.person("张文书", "clerk")
    stranger = await village.person("外村培训员", "training", center="dongxing", village="东头")
    activity_id = await make(village, officer, grafting(village))
    await _signs_up(village, "李桂芳")
    (row,) = await line(village, activity_id)
    slot = await slot_id(village, activity_id)
    forged: list[Tap] = [
        ListShow(activity_id, 0),
        ListDo("more", activity_id),
        ListDo("table", activity_id),
        ListTimes(activity_id, "add", 0),
        ListTimes(activity_id, "seats", 0),
        ListPerson("open", row.id),
        ListPerson("cancel-sure", row.id),
        ListAdd(slot, "type", 0),
        ListAdd(slot, "me", 1),
        ListSeats(slot, 9),
        ListSeats(slot, -1),
        ListShow(10**9, 0),
        ListPerson("open", 10**9),
        ListSeats(10**9, 1),
    ]
    for who in (grandma, doctor, stranger):
        await who.says("/help")
        shown = await who.sees("")
        for number, one in enumerate(forged, start=1):
            await who.taps_data(shown, one.pack())
            await village.settled()
            assert len(who.toasts) == number, one
        assert "李桂芳" not in village.sent_to(who)
    await clerk.says("/help")
    shown = await clerk.sees("")
    await clerk.taps_data(shown, ListShow(activity_id, 0).pack())
    await clerk.sees("李桂芳（上马曲）✅ 有位子")
    await clerk.taps("谁来了、加人、表格")
    await clerk.sees("还能这样")
    assert choices(clerk) == ["📋 谁来了", "📄 表格", "➕ 加一个人"], (
        "who is at the door does not make more seats"
    )
    await clerk.taps_data(shown, ListSeats(slot, 9).pack())
    await village.settled()
    assert len(clerk.toasts) == 1
    assert await standings(village, activity_id) == [("李桂芳", "seated")]
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        (kept,) = await activities.slots(tx, activity_id)
        assert kept.seats == 2


async def test_the_seats_of_a_booked_time_that_is_over_do_not_change_any_more(village: Village) -> None:
    officer = await village.person("文化干事", "culture")
    slot = await slot_id(village, await hall(village, officer))
    await officer.says("/help")
    shown = await officer.sees("")
    await village.passes(hours=7, minutes=59)
    await officer.taps_data(shown, ListSeats(slot, -1).pack())
    await officer.sees("一共要几个位子")
    await village.passes(minutes=1)
    for seats in (0, 3):
        await officer.taps_data(shown, ListSeats(slot, seats).pack())
        await village.settled()
        assert "这个时间已经过了" in officer.toasts[-1]
    await officer.says("3")
    await officer.sees("这个时间已经过了")
    assert await village.form(officer) is None
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        kept = await activities.slot(tx, slot)
        assert kept is not None and kept.seats == 1
