"""One sprayer, and two who want it: fetched, reminded of, brought back, and the next is asked."""

from __future__ import annotations

from simulator.person import Person as Someone
from tests.stories.conftest import Village
from tests.stories.lending import look, opens, out, places, sprayers
from tests.stories.signing import choices, slot_id


async def wants(who: Someone) -> None:
    """Somebody wants the sprayer."""
    await opens(who, "喷雾器")
    await who.taps("我要借")


async def leaves_number(who: Someone) -> None:
    """Somebody shares their telephone number."""
    await who.says("/phone")
    await who.shares_contact()
    await who.sees("")


async def fetches(keeper: Someone, who: Someone) -> None:
    """It is handed out to somebody who was told that it is kept for them."""
    await keeper.sees("要借")
    await keeper.taps("拿走了")
    await keeper.sees("前还")
    await who.sees("前还回来就行")


async def test_one_sprayer_is_fetched_reminded_of_brought_back_and_the_next_is_asked(
    village: Village,
) -> None:
    keeper, li, wang = [
        await village.person("周干事", "culture"),
        await village.person("李强"),
        await village.person("王海"),
    ]
    await sprayers(village, keeper)
    await opens(li, "喷雾器")
    page = await li.sees("还有 1 个")
    assert "一回借 7 天" in page.text
    await li.taps("我要借")
    await li.sees("给您留着，11月26日 周四 18:00前来拿")
    await fetches(keeper, li)
    await li.sees("12月1日 周二 18:00前还回来就行")

    await wants(wang)
    waits = await wang.sees("都借出去了，您排第 1 位")
    assert "最早12月1日" in waits.text and not wang.has_seen("李强")

    await village.passes(days=5, hours=22, minutes=59)
    assert not li.has_seen("明天该还了")
    await village.passes(minutes=1)
    reminder = await li.sees("明天该还了")
    assert "再借几天" not in str(li.buttons(reminder)), "somebody waits for it"
    await village.passes(days=1)
    await li.sees("今天还")
    await keeper.taps("还回来了")
    await keeper.sees("李强还回来了")
    await li.sees("谢谢您")
    offer = await wang.sees("轮到您借了")
    assert "喷雾器" in offer.text
    await wang.taps("要借", in_=offer)
    await wang.sees("给您留着")
    await keeper.sees("王海要借")


async def test_overdue_is_asked_for_kindly_three_times_and_then_the_keeper_alone_hears(
    village: Village,
) -> None:
    keeper, li = await village.person("周干事", "culture"), await village.person("李强")
    await leaves_number(li)
    await sprayers(village, keeper)
    await wants(li)
    await fetches(keeper, li)
    await village.passes(days=7, hours=23)  # nine in the morning of the day after it was due
    asked = await li.sees("大伙儿等着用，什么时候方便还")
    assert choices(li) == ["📅 今天还", "📅 明天还", "🛠 坏了，或者丢了"]
    await li.taps("明天还", in_=asked)
    await li.sees("好，明天等着您")
    await keeper.sees("李强说明天还《喷雾器》")
    for days in (3, 3):
        await village.passes(days=days)
        await li.sees("什么时候方便还")
    assert not keeper.has_seen("只跟您说")
    before = len(li.screen)
    await village.passes(days=3)
    told = await keeper.sees("只跟您说")
    assert "打个电话问问：13800000002" in told.text
    await village.passes(days=10)
    assert len(li.screen) == before, "the borrower is left in peace"


async def test_a_few_days_more_once_if_nobody_waits(village: Village) -> None:
    keeper, li = await village.person("周干事", "culture"), await village.person("李强")
    await sprayers(village, keeper)
    await wants(li)
    await fetches(keeper, li)
    await village.passes(days=5, hours=23)
    reminder = await li.sees("明天该还了")
    await li.taps("再借几天", in_=reminder)
    card = await li.sees("12月8日 周二 18:00前还")
    assert "再借几天" not in str(li.buttons(card))
    await village.passes(days=1)
    assert not li.has_seen("今天还（")
    await village.passes(days=6)
    await li.sees("明天该还了")


async def test_what_is_lost_is_settled_with_its_keeper_and_not_lent_until_there_is_one_again(
    village: Village,
) -> None:
    keeper, li, wang = [
        await village.person("周干事", "culture"),
        await village.person("李强"),
        await village.person("王海"),
    ]
    activity_id = await sprayers(village, keeper)
    await wants(li)
    await fetches(keeper, li)
    await wants(wang)
    await wang.sees("您排第 1 位")
    await opens(li, "喷雾器")
    await li.taps("坏了，或者丢了")
    await li.sees("不要紧")
    await keeper.sees("坏了，或者丢了")
    await keeper.taps("还了，坏了")
    await keeper.sees("哪儿坏了")
    await keeper.says("喷头掉了")
    await keeper.sees("喷头掉了")
    await li.sees("谢谢您")
    assert not wang.has_seen("轮到您借了")

    await opens(keeper, "喷雾器")
    await keeper.taps("办这个活动")
    await keeper.taps("谁借着")
    desk = await keeper.sees("一共 1 个：外面 0，这里 0，排队 1")
    assert "先不往外借" in desk.text and "王海" in desk.text
    await keeper.taps("坏了或者丢了的")
    aside = await keeper.sees("李强还回来了，坏了")
    assert "喷头掉了" in aside.text and choices(keeper)[:2] == ["🔧 修好了，又能借了", "❔ 找不到了，不借了"]
    await keeper.taps("修好了")
    await keeper.sees("这里 1")
    await wang.sees("轮到您借了")
    assert [one.state for one in await places(village, activity_id)] == ["offered"]


async def test_what_cannot_be_found_is_lent_no_more_until_it_turns_up(village: Village) -> None:
    keeper, li, wang = [
        await village.person("周干事", "culture"),
        await village.person("李强"),
        await village.person("王海"),
    ]
    activity_id = await sprayers(village, keeper)
    await wants(li)
    await fetches(keeper, li)
    await wants(wang)
    await wang.sees("您排第 1 位")
    await keeper.taps("丢了，还不了")
    await keeper.sees("怎么丢的")
    await keeper.taps("不写了")
    await opens(keeper, "喷雾器")
    await keeper.taps("办这个活动")
    await keeper.taps("谁借着")
    await keeper.taps("坏了或者丢了的")
    await keeper.sees("李强说丢了，还不了")
    await keeper.taps("找不到了")
    desk = await keeper.sees("一共 0 个：外面 0，这里 0，排队 0")
    assert "找不到了，不往外借" in desk.text
    told = await wang.sees("《喷雾器》找不到了，借不了了，您不用再等")
    assert "看看是什么" in str(wang.buttons(told))
    await opens(wang, "喷雾器")
    page = await wang.sees("找不到了，借不了")
    assert "我要借" not in str(wang.buttons(page))
    await wang.taps_data(page, f"sgf|{await slot_id(village, activity_id)}|me|0")
    await village.settled()
    assert "眼下借不了" in wang.toasts[-1]
    await keeper.taps("找到了，又能借了")
    await keeper.sees("一共 1 个：外面 0，这里 1，排队 0")
    await wants(wang)
    await wang.sees("给您留着")


async def test_what_nobody_fetches_goes_to_the_next(village: Village) -> None:
    keeper, li, wang = [
        await village.person("周干事", "culture"),
        await village.person("李强"),
        await village.person("王海"),
    ]
    await sprayers(village, keeper)
    await wants(li)
    await li.sees("给您留着")
    await wants(wang)
    await wang.sees("您排第 1 位")
    await village.passes(days=2, hours=8)
    await wang.sees("轮到您借了")
    gone = await li.sees("没见来拿")
    await keeper.sees("李强不借了")
    await li.taps("再借", in_=gone)
    await li.sees("您排第 1 位")


async def test_an_elder_borrows_through_a_neighbour(village: Village) -> None:
    keeper, neighbour = await village.person("周干事", "culture"), await village.person("李强")
    activity_id = await sprayers(village, keeper)
    await opens(neighbour, "喷雾器")
    await neighbour.taps("替别人借")
    await neighbour.says("王秀英")
    await neighbour.taps("就按这个名字借")
    await neighbour.sees("给王秀英留着")
    await keeper.sees("王秀英要借")
    await keeper.taps("拿走了")
    await neighbour.sees("王秀英拿走了")
    assert [row.name for _, row in await out(village, activity_id)] == ["王秀英"]


async def test_the_keeper_finds_who_has_it_and_nobody_else_does(village: Village) -> None:
    keeper, li, wang, clerk = [
        await village.person("周干事", "culture"),
        await village.person("李强"),
        await village.person("王海"),
        await village.person("前台", "clerk"),
    ]
    await leaves_number(li)
    activity_id = await sprayers(village, keeper, seats=2)
    await wants(li)
    await fetches(keeper, li)
    await wants(wang)
    await wang.sees("给您留着")
    await opens(clerk, "喷雾器")
    await clerk.taps("办这个活动")
    await clerk.taps("谁借着")
    desk = await clerk.sees("一共 2 个：外面 1，这里 1，排队 0")
    assert "李强11月24日" in desk.text and "王海要借" in desk.text
    await clerk.taps("李强")
    card = await clerk.sees("12月1日 周二 18:00前还")
    assert "📞 13800000002" in card.text and len(choices(clerk)) <= 5
    (loan, row), _ = await out(village, activity_id)
    page = await wang.sees("给您留着")
    for data in (f"lon|back|{row.id}", f"lon|open|{row.id}", f"lds|{activity_id}|0", f"lon|renew|{row.id}"):
        await wang.taps_data(page, data)
        await village.settled()
    assert not wang.has_seen("李强") and loan.out
    (still, _), _ = await out(village, activity_id)
    assert still.out and not still.renewed
    await wang.taps_data(page, look(activity_id))
    await village.settled()
    assert not wang.has_seen("李强")


async def test_what_is_out_is_brought_back_and_not_called_off(village: Village) -> None:
    keeper, li = await village.person("周干事", "culture"), await village.person("李强")
    activity_id = await sprayers(village, keeper)
    await wants(li)
    card = await li.sees("给您留着")
    await fetches(keeper, li)
    await li.taps("不借了", in_=card)
    await village.settled()
    assert "还回来就行" in li.toasts[-1]
    ((loan, _),) = await out(village, activity_id)
    assert loan.out


async def test_a_sentence_finds_the_sprayer_before_it_becomes_a_request(village: Village) -> None:
    keeper, li = await village.person("周干事", "culture"), await village.person("李强")
    await sprayers(village, keeper)
    await li.says("你好，想借个打药机")
    found = await li.sees("这个村里有")
    assert "《喷雾器》还有 1 个" in found.text
    await li.taps("喷雾器", in_=found)
    await li.sees("一回借 7 天")
    assert await village.form(li) is None
    await li.taps("我要借")
    await li.sees("给您留着")


async def test_what_is_something_else_after_all_becomes_a_request(village: Village) -> None:
    keeper, li = await village.person("周干事", "culture"), await village.person("李强")
    await sprayers(village, keeper)
    await li.says("想借喷雾器，给外村亲戚寄去")
    await li.sees("这个村里有")
    await li.taps("另外有事")
    await li.sees("是哪方面的事")
    await li.taps("不办了")
    await li.sees("")
    await li.says("想借个梯子")
    await li.does_not_see("这个村里有")


async def test_on_the_list_of_a_thing_there_is_no_word_of_who_came(village: Village) -> None:
    keeper = await village.person("周干事", "culture")
    await sprayers(village, keeper)
    await opens(keeper, "喷雾器")
    await keeper.taps("办这个活动")
    await keeper.taps("都有谁")
    await keeper.sees("《喷雾器》的名单")
    await keeper.taps("🧰 加人、位子、表格")
    await keeper.sees("还能这样")
    assert not any("谁来了" in one for one in keeper.buttons())
