"""What villagers want to learn, read from what they say; and what is none, whatever words are in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import domain
from domain.suggest import suggest
from domain.wanting import LONGEST_CLAUSE, MOST_CLAUSES, read

WISHES = {
    "想学嫁接": "嫁接",
    "有没有教电焊的": "电焊",
    "什么时候再办养蜂的班": "养蜂",
    "我想报名学开叉车": "开叉车",
    "我娃想学画画": "画画",
    "想学育秧": "育秧",
    "想學育雛": "育雛",
    "想跳广场舞": "跳广场舞",
    "I want to learn grafting": "grafting",
    "我想学果树嫁接，啥时候有人教": "果树嫁接",
    "俺寻思学个烧电焊，啥时候开班，远近都中": "烧电焊",
    "俺想学学养鹌鹑，恁那儿有没有人讲讲咋养": "养鹌鹑",
    "额屋里人想学剪窗花，有老师没": "剪窗花",
    "我媳妇想学美甲 咱这嘎达教不教": "美甲",
    "𠊎想学养竹鼠，有冇先生来教": "养竹鼠",
    "我想学整面包，有冇夜晚嘅堂可以读": "整面包",
    "想學水電維修，請問何時開班": "水電維修",
    "請問茶藝課程還有名額嗎": "茶藝",
    "我想學果樹嫁接": "果樹嫁接",
    "想學電焊，邊度有得學": "電焊",
    "我孫女想學畫畫": "畫畫",
    "想跳廣場舞": "跳廣場舞",
    "果树剪枝培训在哪儿上": "果树剪枝",
    "今年有没有种香菇的课": "种香菇",
    "月嫂班什么时候开": "月嫂",
    "养牛的培训班还办不办": "养牛",
    "嫁接课": "嫁接",
    "月嫂培训": "月嫂",
    "学焊工": "焊工",
    "学炒菜": "炒菜",
    "学养鱼": "养鱼",
    "报名参加嫁接培训": "嫁接",
    "抱名参加养蜂培训": "养蜂",
    "报个名 学电商卖货": "电商卖货",
    "替我男人报电工班": "电工",
    "给我奶奶报防跌倒的课": "防跌倒",
    "妇女能不能报名学做月嫂": "做月嫂",
    "五十八了还能不能学育婴员": "育婴员",
    "普工想学焊不锈钢": "焊不锈钢",
    "俺几个老姊妹想学个腰鼓": "腰鼓",
    "聋哑人也想学做糕点": "做糕点",
    "村里能不能教教我们咋用灭火器": "用灭火器",
    "能不能请老师来讲讲蓝莓咋种": "蓝莓",
    "想听专家讲讲矮化密植": "矮化密植",
    "有人教剪纸吗": "剪纸",
    "有没有老师教书法": "书法",
    "镇上有没有学理发的地方": "理发",
    "哪里能学修手机": "修手机",
    "手机维修去哪里学": "手机维修",
    "植保无人机怎么学": "植保无人机",
    "什么时候教养鸡": "养鸡",
    "下次啥时候办香菇种植的培训": "香菇种植",
    "还办直播带货的班吗": "直播带货",
    "养蜂班还有名额吗": "养蜂",
    "叉车班怎么报名": "叉车",
    "谁教太极拳": "太极拳",
    "谁会编竹筐教教我": "编竹筐",
    "恁教教俺开收割机": "开收割机",
    "教教我们咋用智能手机": "用智能手机",
    "我和我媳妇都想学做豆腐": "做豆腐",
    "儿子想学挖掘机，要多少钱": "挖掘机",
    "闺女想学会计": "会计",
    "我妈想学用微信": "用微信",
    "老人想学怎么用手机": "用手机",
    "我也想去学开车": "开车",
    "在家没事，想学点缝纫": "缝纫",
    "想学门修家电的手艺": "修家电",
    "想学一下短视频": "短视频",
    "想学做直播卖货": "做直播卖货",
    "我想跟师傅学木工": "木工",
    "想找个师傅学打铁": "打铁",
    "孩子放假了，想让他学书法": "书法",
    "想报名养蜂班": "养蜂",
    "我想报个茶艺班": "茶艺",
    "想参加合唱队": "合唱队",
    "晚上想跳广场舞，在哪里跳": "跳广场舞",
    "我想打太极拳": "打太极拳",
    "想加入舞蹈队": "舞蹈队",
    "娃娃想学打乒乓，有没有教练": "打乒乓",
    "想学葫芦丝": "葫芦丝",
    "返乡回来，想学大棚种菜": "大棚种菜",
    "想学防身术，有没有老师": "防身术",
    "I would like to learn how to keep bees": "keep bees",
    "my son wants to learn welding": "welding",
    "want learn CPR": "cpr",
    "Is there a course on beekeeping?": "beekeeping",
    "When does the next e-commerce course start?": "e-commerce",
    "do you have sewing classes": "sewing",
    "can somebody teach me to use a smartphone": "use a smartphone",
    "where can I learn to drive a forklift": "drive a forklift",
    "I'd like to sign up for the pruning course": "pruning",
    "I want to join the dance group": "dance",
    "Ｉ　ｗａｎｔ　ｔｏ　ｌｅａｒｎ　ｗｅｌｄｉｎｇ": "welding",
    "我想学ＰＳ": "ps",
    "想学c1驾照": "c1驾照",
    "你好，我想学种草莓": "种草莓",
    "请问有没有学电脑的班": "电脑",
    "听说要办养猪的培训班": "养猪",
    "学电脑，多少钱": "电脑",
    "学车": "车",
    "想学修车": "修车",
}
"""As villagers say it, in many words and several dialects and scripts: what they want to learn."""
NONE = (
    "想学的人都走了",
    "地里的果树嫁接的苗死了",
    "低保怎么申请",
    "我家老头子发烧两天了",
    "嫁接的枝条活不了怎么办",
    "报名参加培训",
    "我要报名学习",
    "想学点技术",
    "我想学门手艺",
    "俺想学个手艺，恁那有啥班",
    "残疾人能学什么手艺",
    "技术培训什么时候",
    "报名培训班",
    "孩子上学路太远",
    "学费太贵交不起",
    "我想学校门口装个路灯",
    "学生营养餐不好吃",
    "学历不够能不能找活干",
    "学前班几点放学",
    "小学门口的灯坏了",
    "孩子考上大学，学费差五千",
    "没有人想学嫁接",
    "我不想学开车了",
    "谁想学开车啊，累死",
    "别人都想学养蜂，就我不会",
    "养蜂的老张住院了",
    "教电焊的师傅触电了",
    "去年学的电焊没学会，工具丢了",
    "想跳河",
    "晚上想借活动室跳舞",
    "跳广场舞的音响太吵了",
    "戏班子几点到",
    "我下夜班，后面有人跟着",
    "上班的路断了",
    "村里有没有老年食堂",
    "有没有人会开锁",
    "有人开赌场",
    "村里能不能办个幼儿园",
    "什么时候开村民大会",
    "能不能办残疾证",
    "想参加志愿队",
    "报名参军",
    "想报名新农合",
    "请个人来讲讲公道",
    "想请教一下怎么交医保",
    "教我的老师搬走了",
    "找人教训他一顿",
    "番茄卷叶子怎么办",
    "养鸡场臭得很",
    "学游泳的娃掉水库里了，快来人",
    "家里着火了，我想学怎么灭火",
    "1007",
    "好",
    "谢谢",
    "I want to know why my request was refused",
    "my son wants to learn why it was closed",
    "the class is full",
    "my grafted trees died",
    "I need a doctor",
)
"""What is no wish to learn something, or says no more than that."""
ELSEWHERE = (
    *("assistance", "civil-affairs", "environment", "health", "jobs"),
    *("mediation", "security", "shop", "village-affairs"),
)
"""Service lines whose examples are about something else."""


@pytest.mark.parametrize(("sentence", "subject"), WISHES.items())
def test_a_wish_is_read(sentence: str, subject: str) -> None:
    assert read(sentence) == subject


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_wish_is_not_taken_for_one(sentence: str) -> None:
    assert read(sentence) is None


def test_there_are_enough_sentences_to_believe_it() -> None:
    assert len(WISHES) >= 80 and len(NONE) >= 40 and not WISHES.keys() & {*NONE}


def examples(line: str) -> list[str]:
    """The sentences from which a service line is learned."""
    path = Path(domain.__file__).parent / "examples" / f"{line}.txt"
    lines = (one.strip() for one in path.read_text("utf-8").splitlines())
    return [one for one in lines if one and one[0] not in "[#"]


def test_what_people_ask_other_desks_for_is_hardly_ever_taken_for_a_wish() -> None:
    said = [one for line in ELSEWHERE for one in examples(line)]
    taken = [one for one in said if read(one) is not None]
    assert len(said) > 7_000 and len(taken) <= 4, taken


@pytest.mark.parametrize(
    "sentence",
    [
        "学游泳的娃掉水库里了，快来人",
        "教电焊的师傅触电了，人倒地上了",
        "我娃想学画画，刚才画着画着抽筋了，叫不醒",
        "家里着火了！想学怎么用灭火器",
        "男人打我，往死里打，想学防身术",
    ],
)
def test_what_is_urgent_is_never_a_wish(sentence: str) -> None:
    parts = (sentence, *re.split("[，！]", sentence))
    assert any(suggest(part).urgent for part in parts) and read(sentence) is None


def test_the_wish_may_come_after_something_else_but_not_after_a_long_story() -> None:
    before = "今天天气好，"
    assert read(before * (MOST_CLAUSES - 1) + "我想学养蜂") == "养蜂"
    assert read(before * MOST_CLAUSES + "我想学养蜂") is None
    assert read("说" * LONGEST_CLAUSE + "，我想学养蜂") == "养蜂"
    assert read("我想学养蜂" + "呢" * LONGEST_CLAUSE) is None


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("想学车", "车"),
        ("想学画", "画"),
        ("想学不锈钢焊接", "不锈钢焊接"),
        ("想学点好的", None),
        ("想学它", None),
    ],
)
def test_a_subject_may_be_short_and_must_say_something(sentence: str, subject: str | None) -> None:
    assert read(sentence) == subject


def test_it_is_said_back_in_the_script_it_was_written_in() -> None:
    assert read("我想學養蜂") == "養蜂" and read("我想学养蜂") == "养蜂"
    assert read("ＩＷＡＮＴ") is None and read("I WANT TO LEARN WELDING!") == "welding"


@given(st.text(max_size=200) | st.text("我想学教嫁接的班什么时候有没有 ，a", max_size=90))
@settings(max_examples=200, deadline=None)
def test_whatever_is_written_is_answered_and_a_wish_is_in_the_sentence(sentence: str) -> None:
    found = read(sentence)
    assert found is None or 0 < len(found) <= len(sentence)
