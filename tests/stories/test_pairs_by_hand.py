"""Standing pairs, step by step: pages, ways back, odd answers, roles lost on the way, other languages."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.person import Person as Someone
from storage import pairs, people, units, visits, volunteers
from storage import roles as stored_roles
from storage.pairs import Pair
from storage.visits import Visit
from tests.stories.conftest import Village
from tests.stories.pairing import grandma_at_home, paired, proposes, volunteer


async def loses(village: Village, who: Someone, role: str) -> None:
    """A role is taken back, past all screens."""
    unit_id = await village.unit_id("maqu")
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        grant = await stored_roles.active_grant(tx, who.id, unit_id, role)
        leader = await people.account(tx, who.id)
        assert grant is not None and leader is not None
        grant.revoked_at = tx.now
        await people.reload(tx, leader)


async def kept(village: Village, pair_id: int = 1) -> Pair:
    """The pair as it is kept."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        found = await pairs.pair(tx, pair_id)
        assert found is not None
        return found


async def at_house(village: Village, officer: Someone, name: str = "王秀英") -> None:
    """The officer has opened a household's screen."""
    await officer.says("/pairs")
    await officer.taps("给一家找帮手")
    await officer.says(name)
    await officer.sees("这家人")


async def open_pair(officer: Someone, kind: str = "正帮着的") -> None:
    """The officer has opened the only pair of a kind."""
    await officer.says("/pairs")
    await officer.taps(kind)
    await officer.taps("王秀英 · 李敏")
    await officer.sees("帮手：李敏")


AROUND = ("返回", "找人说话", "上一页", "下一页", "先不说了")
"""What stands below the choices."""


async def shows(someone: Someone, *path: str) -> None:
    """Every screen on the way offers five choices at most, and a person to talk to."""
    for label in path:
        await someone.taps(label)
        await someone.world.settled()
        message = someone.last
        assert message is not None
        buttons = someone.buttons(message)
        choices = [one for one in buttons if not any(word in one for word in AROUND)]
        assert len(choices) <= 5, (label, choices)
        assert any("找人说话" in one for one in buttons), label


async def test_no_screen_has_more_than_five_choices_and_each_has_a_person(village: Village) -> None:
    second = await volunteer(village, "赵强")
    officer, helper, grandma = await paired(village, second=second, purpose="生产增收")
    for name in ("甲一", "乙二", "丙三", "丁四", "戊五"):
        await volunteer(village, name)
    await village.enrol("王大山")
    await open_pair(officer)
    await officer.taps("写目标")
    await officer.says("养两头猪")
    for who in (officer, helper, second, grandma):
        await who.says("/more")
        await who.sees("您要看哪一样")
    await shows(
        officer, "我管的事", "全中心的结对", "正帮着的", "王秀英 · 李敏", "先歇一阵", "住院了", "先不说了"
    )
    await open_pair(officer)
    await shows(officer, "换个人帮", "甲一", "先不说了")
    await open_pair(officer)
    await shows(officer, "到此为止", "搬走了", "先不说了")
    await open_pair(officer)
    await shows(
        officer, "这家人", "要男的还是女的", "返回", "要会哪种话", "返回", "要会什么", "返回", "不要谁"
    )
    await at_house(village, officer, "王大山")
    await shows(
        officer,
        "找帮手",
        "下一页",
        "戊五",
        "日常照看",
        "每月一次，几号以后",
        "15 号起",
        "甲一",
        "写目标",
        "返回",
    )
    await shows(helper, "我帮的人家", "王秀英", "交给别人", "没有特别的", "先不说了")
    await helper.says("/pairs")
    await shows(helper, "王秀英", "说说进展", "先不说了")
    await helper.says("/pairs")
    await shows(helper, "我这几天不在", "先不说了")
    await helper.says("/pairs")
    await shows(helper, "王秀英", "去过了，记一笔", "去看了看", "好着呢", "没有了")
    await shows(second, "我帮的人家", "王秀英")
    await shows(grandma, "帮我家的人", "这阵不用来", "不在家", "30 天")


async def test_every_step_leads_back_to_the_one_before(village: Village) -> None:
    officer = await village.person("周敏", "assistance")
    await village.enrol("王秀英")
    await volunteer(village, "李敏")
    await at_house(village, officer)
    for label in ("找帮手", "李敏", "日常照看", "每周一次", "先不要第二帮手", "写目标"):
        await officer.taps(label)
    await officer.sees("一行打一个")
    for question in ("没错就点", "第二帮手眼下没有", "多久去一回", "主要帮什么", "请谁来帮", "这家人"):
        await officer.taps("返回")
        await officer.sees(question)
    await officer.taps("先不说了")
    await officer.sees("好，不办了")
    assert await village.form(officer) is None
    assert await village.count(Pair) == 0


async def test_candidates_come_in_pages_and_a_second_helper_is_chosen_among_the_others(
    village: Village,
) -> None:
    officer = await village.person("周敏", "assistance")
    await village.enrol("王秀英")
    for name in ("甲一", "乙二", "丙三", "丁四", "戊五"):
        await volunteer(village, name)
    await at_house(village, officer)
    await officer.taps("找帮手")
    first = await officer.sees("请谁来帮")
    assert "丁四" in first.text and "戊五" not in first.text
    await officer.taps("下一页")
    assert "戊五" in (await officer.sees("请谁来帮")).text
    await officer.taps("戊五")
    await officer.taps("日常照看")
    await officer.taps("每周一次")
    second = await officer.sees("第二帮手请谁")
    assert "甲一" in second.text and "戊五" not in second.text
    assert len(officer.buttons(second)) <= 7
    await officer.taps("甲一")
    assert "第二帮手：甲一" in (await officer.sees("没错就点")).text
    await officer.taps("去问问")
    await officer.sees("去问戊五了")
    row = await kept(village)
    assert row.second_id is None and row.asked_second_id not in (None, row.helper_id)


async def test_what_is_typed_where_only_a_tap_makes_sense_asks_again(village: Village) -> None:
    officer = await village.person("周敏", "assistance")
    await village.enrol("王秀英")
    await volunteer(village, "李敏")
    await at_house(village, officer)
    for label, question in (("找帮手", "请谁来帮"), ("李敏", "主要帮什么"), ("日常照看", "多久去一回")):
        await officer.taps(label)
        await officer.sees(question)
        await officer.says("随便")
        await officer.sees(question)
        await officer.sends_sticker()
        await officer.sees(question)


async def test_old_buttons_of_the_form_change_nothing(village: Village) -> None:
    officer = await village.person("周敏", "assistance")
    await village.enrol("王秀英")
    await volunteer(village, "李敏")
    await at_house(village, officer)
    await officer.taps("找帮手")
    asked = await officer.sees("请谁来帮")
    await officer.taps("李敏")
    await officer.sees("主要帮什么")
    for data in (
        "ppick|helper|1",
        "ppick|second|1",
        "psay|house|helper",
        "psay|look|propose",
        "psay|back|helper",
    ):
        await officer.taps_data(asked, data)
        await village.settled()
        assert "已经选过" in officer.toasts[-1]
    for data in ("psay|purpose|money", "page|pair-next|1"):
        await officer.taps_data(asked, data)
        await village.settled()
        assert officer.toasts[-1]
    assert await village.count(Pair) == 0


@pytest.mark.parametrize("data", ["ppick|helper|404", "ppick|helper|0", "ppick|helper|-1"])
async def test_a_volunteer_there_is_not_cannot_be_chosen(village: Village, data: str) -> None:
    officer = await village.person("周敏", "assistance")
    await village.enrol("王秀英")
    await volunteer(village, "李敏")
    await at_house(village, officer)
    await officer.taps("找帮手")
    await officer.taps_data(await officer.sees("请谁来帮"), data)
    await village.settled()
    assert "没找到" in officer.toasts[-1]


async def test_the_roster_is_not_for_browsing_by_numbers(village: Village) -> None:
    officer = await village.person("周敏", "assistance")
    await village.enrol("王秀英")
    await village.enrol("王秀英", village="柳树湾")
    await village.enrol("赵桂芳")
    await officer.says("/pairs")
    await officer.taps("给一家找帮手")
    await officer.says("王秀英")
    await officer.taps_data(await officer.sees("是哪一位"), "ppick|which|3")
    await village.settled()
    assert "没找到" in officer.toasts[-1]
    assert "赵桂芳" not in village.sent_to(officer)


async def test_whoever_loses_the_role_half_way_is_not_kept_in_the_form(village: Village) -> None:
    officer, other = await village.person("周敏", "assistance"), await village.person("吴强", "assistance")
    await village.enrol("王秀英")
    await volunteer(village, "李敏")
    await at_house(village, officer)
    await loses(village, officer, "assistance")
    await officer.taps("找帮手")
    await village.settled()
    assert "没找到" in officer.toasts[-1]
    assert await village.form(officer) is None
    await officer.says("/pairs")
    await officer.sees("您眼下没有结对的人家")
    await other.says("/pairs")
    await other.sees("结对帮扶，您要看哪一样")


async def test_a_form_about_a_pair_that_is_over_meanwhile_lets_go(village: Village) -> None:
    officer, helper, _ = await paired(village)
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("先歇一阵")
    await open_pair(officer)
    await officer.taps("到此为止")
    await officer.taps("搬走了")
    await officer.taps("对，到此为止")
    await officer.sees("王秀英家的结对到此为止")
    await helper.taps("住院了", in_=await helper.sees("为什么先歇一阵"))
    await village.settled()
    assert "已经结束" in helper.toasts[-1]
    assert await village.form(helper) is None


async def test_days_that_cannot_be_are_answered_kindly(village: Village) -> None:
    _, helper, _ = await paired(village)
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("先歇一阵")
    await helper.says("去看病")
    await helper.sees("歇到哪天")
    for typed, answer in (
        ("过几天", "没看明白是哪一天"),
        ("今天", "那一天已经过了"),
        ("2027-11-23", "太远啦"),
    ):
        await helper.says(typed)
        await helper.sees(answer)
    await helper.taps("14 天")
    await helper.sees("王秀英家先歇着")
    row = await kept(village)
    assert (row.state, row.reason) == ("paused", "去看病")


async def test_a_helper_hands_over_to_the_second_helper_by_three_taps(village: Village) -> None:
    second = await volunteer(village, "赵强")
    officer, helper, grandma = await paired(village, second=second)
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("交给别人")
    await helper.taps("没有特别的")
    await helper.taps("赵强")
    await helper.sees("去问赵强了")
    asked = await second.sees("想请您接着帮")
    assert "没有特别的" in asked.text
    await second.taps("这家不行", in_=asked)
    await second.sees("好，没关系")
    await officer.sees("赵强接不了王秀英家")
    assert (await kept(village)).helper_id == helper.id
    await grandma.does_not_see("换赵强")


async def test_a_helper_ends_it_and_both_sides_are_thanked(village: Village) -> None:
    officer, helper, grandma = await paired(village)
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("到此为止")
    await helper.says("我要出去打工了")
    await helper.sees("真的到此为止")
    await helper.says("对")
    await helper.sees("真的到此为止")
    await helper.taps("对，到此为止")
    await helper.sees("王秀英家的结对到此为止")
    await grandma.sees("李敏往后不专门来了")
    assert "我要出去打工了" in (await officer.sees("结对完了")).text
    assert "打工" not in village.sent_to(grandma)


async def test_an_old_button_after_the_end_says_so(village: Village) -> None:
    officer, helper, grandma = await paired(village)
    told = await grandma.sees("他到门口会说")
    await open_pair(officer)
    await officer.taps("到此为止")
    await officer.taps("日子好过了")
    await officer.taps("对，到此为止")
    await officer.sees("到此为止")
    await grandma.taps("想换个人", in_=told)
    await village.settled()
    assert "已经结束" in grandma.toasts[-1]
    await helper.taps_data(await helper.sees("到门口先说"), "pair|open|1")
    await village.settled()
    assert "已经结束" in helper.toasts[-1]


async def test_the_household_wishes_are_opened_from_the_pair_too(village: Village) -> None:
    officer, _, _ = await paired(village)
    await open_pair(officer)
    await officer.taps("这家人")
    assert "帮手：李敏（正帮着）" in (await officer.sees("想要什么样的人")).text
    await officer.taps("不要谁")
    await officer.taps("李敏")
    assert "✅ 李敏" in officer.buttons(await officer.sees("不要谁？"))
    await officer.taps("✅ 李敏")
    await officer.taps("返回")
    assert "谁都行" in (await officer.sees("想要什么样的人")).text


async def test_an_officer_of_two_centers_changes_over_first(village: Village) -> None:
    officer, _, _ = await paired(village)
    elsewhere = await village.unit_id("dongxing")
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        account = await people.account(tx, officer.id)
        assert account is not None
        account.current_center_id = elsewhere
    await officer.taps_data(await officer.sees("结上对了"), "pair|house|1")
    await village.settled()
    assert "请先换过去再看" in officer.toasts[-1]


async def test_lists_come_in_pages(village: Village) -> None:
    officer = await village.person("周敏", "assistance")
    helper = await volunteer(village, "李敏", ceiling=5)
    for name in ("甲一", "乙二", "丙三", "丁四", "戊五"):
        await village.enrol(name)
        await proposes(officer, "李敏", name=name)
    await officer.says("/pairs")
    await officer.taps("等回话的 5 家")
    first = await officer.sees("这几家等着回话")
    assert "甲一" in first.text and "戊五" not in first.text
    await officer.taps("下一页")
    assert "戊五" in (await officer.sees("这几家等着回话")).text
    await helper.says("/pairs")
    assert "丁四" in (await helper.sees("您帮着这几家")).text
    await helper.taps("下一页")
    assert "戊五" in (await helper.sees("您帮着这几家")).text
    await helper.taps("戊五")
    await helper.sees("想请您长年帮着一家人")


async def test_a_proposal_is_taken_back_in_the_chat(village: Village) -> None:
    officer = await village.person("周敏", "assistance")
    await village.enrol("王秀英")
    helper = await volunteer(village, "李敏")
    await proposes(officer, "李敏")
    await open_pair(officer, "等回话的 1 家")
    await officer.taps("不问了")
    await officer.sees("王秀英家的这回不问了")
    await helper.sees("这回先不用您去了")
    await officer.says("/pairs")
    assert not any("等回话" in button for button in officer.buttons(await officer.sees("您要看哪一样")))


async def test_nothing_new_is_an_answer_too(village: Village) -> None:
    officer, helper, grandma = await paired(village)
    await open_pair(officer)
    await officer.taps("写目标")
    await officer.says("  ")
    await officer.says("种三亩花椒")
    await officer.sees("🎯 种三亩花椒")
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("说说进展")
    assert "🎯 种三亩花椒" in (await helper.sees("这个月怎么样了")).text
    await helper.taps("没有新的")
    await helper.sees("好，记下了")
    await grandma.says("/pairs")
    assert "📈 2026-11：没有新的" in (await grandma.sees("李敏帮着您家")).text
    await village.passes(days=4)
    assert "这个月" not in (await helper.sees("11月30日 周一以前")).text  # it has been said already


async def test_away_without_a_second_helper_the_officer_is_asked_to_see_to_it(village: Village) -> None:
    officer, helper, _ = await paired(village)
    await helper.says("/pairs")
    await helper.taps("我这几天不在")
    await helper.taps("7 天")
    await helper.sees("没有要别人替您去的")
    await officer.sees("李敏不在，王秀英家这回没有别人去")
    stranger = await village.person("陈建国")
    await stranger.taps_data(stranger.last or (await stranger.sees("")), "go|pairs-away")
    await village.settled()
    assert "没找到" in stranger.toasts[-1]


async def test_a_helper_with_a_role_is_away_from_their_desk_too(village: Village) -> None:
    officer, grandma = await village.person("周敏", "assistance"), await grandma_at_home(village)
    helper = await volunteer(village, "李敏", "environment")
    await proposes(officer, "李敏")
    await helper.taps("行，我来", in_=await helper.sees("想请您长年帮着一家人"))
    await grandma.taps("👌 行", in_=await grandma.sees("常到您家看看"))
    await helper.says("/pairs")
    await helper.taps("我这几天不在")
    await helper.taps("7 天")
    await helper.says("/leave")
    await helper.sees("正不在：11月24日 周二到12月1日 周二")


async def test_a_need_left_for_later_is_known_to_the_officer(village: Village) -> None:
    officer, helper, _ = await paired(village)
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("去过了，记一笔")
    await helper.taps("打了电话")
    await helper.taps("缺点什么")
    await helper.taps("回头再说")
    await helper.sees("记下了，王秀英家")
    assert "没有多说" in (await officer.sees("说缺点什么")).text


async def test_a_need_can_be_a_voice_note(village: Village) -> None:
    officer, helper, _ = await paired(village)
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("去过了，记一笔")
    await helper.taps("去看了看")
    await helper.taps("缺点什么")
    await helper.sends_voice()
    await helper.sees("替他家提上去吗")
    await helper.taps("帮扶救助")
    await helper.sees("替王秀英提上去了")
    await officer.taps("我来接", in_=await officer.sees("1007 号"))
    await village.settled()
    assert "voice" in {message.kind for message in officer.screen}


async def test_the_second_helper_sees_the_household_and_can_log(village: Village) -> None:
    second = await volunteer(village, "赵强")
    await paired(village, second=second)
    await second.says("/pairs")
    await second.taps("王秀英")
    view = await second.sees("帮手：李敏；第二帮手：赵强")
    assert "13900000002" in view.text
    assert [button for button in second.buttons(view) if "到此为止" in button] == []
    await second.taps("去过了，记一笔")
    await second.says("替李敏去了一趟，都好")
    await second.sees("记下了，王秀英家")
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        assert (await tx.session.get_one(Visit, 1)).goer_id == second.id


async def test_a_helper_who_blocks_the_bot_is_missed_and_somebody_else_goes(village: Village) -> None:
    second = await volunteer(village, "赵强")
    officer, helper, _ = await paired(village, second=second)
    await helper.blocks()
    await village.passes(days=7)
    await second.sees("您能去看看吗")
    await officer.sees("这回没人去")


async def test_somebody_who_offers_no_help_any_more_is_not_named(village: Village) -> None:
    officer = await village.person("周敏", "assistance")
    await village.enrol("王秀英")
    helper = await volunteer(village, "李敏")
    await at_house(village, officer)
    for label in ("找帮手", "李敏", "日常照看", "每周一次", "先不要第二帮手"):
        await officer.taps(label)
    unit_id = await village.unit_id("maqu")
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        row = await volunteers.of_account(tx, helper.id, unit_id)
        assert row is not None
        row.state = "paused"
    await officer.taps("去问问")
    await village.settled()
    assert "他现在不接" in officer.toasts[-1]
    assert await village.count(Pair) == 0


@pytest.mark.parametrize(
    ("language", "asked", "word"),
    [
        ("en", "Would you help a household for good?", "At the door say"),
        ("zh-Hant", "想請您長年幫著", "到門口先說"),
    ],
)
async def test_each_reads_it_in_their_own_language(
    village: Village, language: str, asked: str, word: str
) -> None:
    officer, grandma = await village.person("周敏", "assistance"), await grandma_at_home(village)
    helper = await volunteer(village, "李敏")
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        account = await people.account(tx, helper.id)
        assert account is not None
        account.locale = language
    await proposes(officer, "李敏")
    await helper.taps_data(await helper.sees(asked), "pair|accept|1")
    await grandma.taps("👌 行", in_=await grandma.sees("常到您家看看"))
    await helper.sees(word)
    await grandma.sees("他到门口会说")


async def test_with_every_list_filled_the_desk_shows_five_choices_and_the_rest_one_screen_further(
    village: Village,
) -> None:
    officer, helper, _ = await paired(village)
    states: list[dict[str, object]] = [
        {"state": "active", "seeking_at": village.now()},
        {"state": "proposed", "wake_at": village.now() + timedelta(days=3)},
        {"state": "paused", "reason": "away"},
        {"state": "active"},
    ]
    for number in range(len(states)):
        await village.enrol(f"老人{number}")
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        for number, how in enumerate(states):
            (person,) = await people.persons_by_name(tx, unit.id, f"老人{number}")
            about = {"person_id": person.id, "household_id": person.household_id, "center_id": unit.id}
            terms = {"purpose": "care", "rhythm": "monthly", "goals": [], "code_word": "米", "told": []}
            by = {"helper_id": helper.id, "proposed_by_id": officer.id, "agreed_by": "household"}
            row = Pair(**about, **terms, **by, since=tx.now, created_at=tx.now, **how)
            await pairs.add(tx, row)
        missed = {"state": "missed", "due_from": tx.now - timedelta(days=9), "due_by": tx.now}
        await visits.add(tx, Visit(pair_id=row.id, goer_id=helper.id, **missed))
    await officer.says("/pairs")
    seen = await officer.sees("结对帮扶，您要看哪一样")
    first = officer.buttons(seen)
    assert len(first) == 5 + 2 and "还有别的" in first[4]
    await officer.taps("还有别的")
    await village.settled()
    assert officer.last is not None
    rest = officer.buttons(officer.last)
    assert [one.split()[-2] for one in rest[:-2]] == ["1", "3"]  # those that rest, and those that go on
    for kind in ("要换人的", "没人去看的", "等回话的"):
        assert any(kind in one for one in first)


async def test_a_second_helper_says_no_in_one_tap_and_the_officer_names_another(village: Village) -> None:
    zhao, he = await volunteer(village, "赵强"), await volunteer(village, "何芳")
    officer, grandma = await village.person("周敏", "assistance"), await grandma_at_home(village)
    helper = await volunteer(village, "李敏")
    await proposes(officer, "李敏", second="赵强")
    await helper.taps("行，我来")
    await grandma.taps("👌 行", in_=await grandma.sees("常到您家看看"))
    await zhao.taps("这家不行", in_=await zhao.sees("想请您替一回"))
    await zhao.sees("没关系")
    await officer.taps("找第二帮手", in_=await officer.sees("赵强当不了"))
    await officer.sees("第二帮手请谁")
    await officer.says("何芳吧")
    await officer.taps("何芳", in_=await officer.sees("第二帮手请谁"))
    await officer.sees("去问何芳了")
    await officer.says("/pairs")
    await officer.taps("正帮着的")
    await officer.taps("王秀英 · 李敏")
    await officer.sees("第二帮手：正问着何芳")
    await he.says("/pairs")
    await he.taps("王秀英")
    await he.taps("行，我来", in_=await he.sees("想请您替一回"))
    await he.sees("您是第二帮手")
    await helper.sees("何芳答应了")


async def test_what_is_proposed_at_night_is_asked_in_the_morning(village: Village) -> None:
    officer, _ = await village.person("周敏", "assistance"), await grandma_at_home(village)
    helper = await volunteer(village, "李敏")
    await village.passes(hours=12, minutes=30)  # half past ten in the evening
    await proposes(officer, "李敏")
    await helper.does_not_see("想请您长年帮着一家人")
    await village.passes(hours=8, minutes=29)
    assert not helper.has_seen("想请您长年帮着一家人")
    await village.passes(minutes=2)
    village.bot.delivery.poke()  # its own clock has not gone on by that much
    await helper.sees("想请您长年帮着一家人")
