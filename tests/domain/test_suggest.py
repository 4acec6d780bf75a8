"""The suggestion, on sentences as villagers write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.catalogue import CATALOGUE
from domain.suggest import suggest, topic_of

LINES = {line.code for line in CATALOGUE.lines}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("家里老人没人做饭", "assistance"),
        ("房顶漏雨 老人自己修不了", "assistance"),
        ("麦子熟了没人割 儿子都在外地", "assistance"),
        ("低保怎么申请", "civil-affairs"),
        ("合作医疗报销要带什么", "civil-affairs"),
        ("残疾证到期了去哪换", "civil-affairs"),
        ("娃发烧了", "health"),
        ("什么时候打疫苗", "health"),
        ("买的药好像是假药", "health"),
        ("邻居占了我家宅基地边 吵了好几年", "mediation"),
        ("三个儿子都不养我", "mediation"),
        ("他欠我两万块不还", "mediation"),
        ("家里的羊被人偷了", "security"),
        ("有人打电话说我中奖了 要先转账", "security"),
        ("村里有人天天聚众赌博", "security"),
        ("老公经常打我", "security"),
        ("想学嫁接果树", "training"),
        ("麦子长虫了打什么药", "training"),
        ("猪不吃食是啥病", "training"),
        ("苹果收购价多少", "jobs"),
        ("广东那边厂里还招人吗", "jobs"),
        ("白菜卖不出去", "jobs"),
        ("村里的账什么时候公开", "village-affairs"),
        ("土地流转一亩多少钱", "village-affairs"),
        ("什么时候选举村主任", "village-affairs"),
        ("买两袋尿素", "shop"),
        ("能不能送袋米到我家", "shop"),
        ("要一瓶除草剂", "shop"),
        ("今晚广场舞几点开始", "culture"),
        ("农家书屋能借书吗", "culture"),
        ("路灯坏了", "environment"),
        ("自来水停了三天", "environment"),
        ("水沟堵了 污水流到路上", "environment"),
    ],
)
def test_a_plain_sentence_finds_its_line(text: str, line: str) -> None:
    assert suggest(text).lines[0] == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("屋头莫得人照看老汉儿", "assistance"),
        ("俺娘九十了没人照应", "assistance"),
        ("我唔舒服 想睇医生", "health"),
        ("崽闹肚子了咋整", "health"),
        ("婆娘跑回娘屋 哪个去劝哈", "mediation"),
        ("贼娃子把鸡偷了", "security"),
        ("俺想出去打工 恁有门路没", "jobs"),
        ("屋头没得盐巴了", "shop"),
        ("俺庄又停水了", "environment"),
        ("坝坝舞几点跳", "culture"),
    ],
)
def test_dialect_is_understood(text: str, line: str) -> None:
    assert suggest(text).lines[0] == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("低宝咋申请", "civil-affairs"),
        ("医苗啥时候打", "health"),
        ("买化飞", "shop"),
        ("鹿灯坏了", "environment"),
        ("拉圾没人收", "environment"),
        ("想学架接", "training"),
        ("有人赌搏", "security"),
        ("借叔 农家书物", "culture"),
    ],
)
def test_wrong_characters_of_the_same_sound_are_forgiven(text: str, line: str) -> None:
    assert suggest(text).lines[0] == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("發燒頭痛", "health"),
        ("廣場舞幾點", "culture"),
        ("垃圾沒人收", "environment"),
        ("yao mai huafei", "shop"),
        ("dibao zenme shenqing", "civil-affairs"),
        ("two bags of fertilizer please", "shop"),
        ("my roof is leaking and I am old", "assistance"),
        ("child has fever", "health"),
        ("someone stole my chicken", "security"),
        ("looking for job in factory", "jobs"),
    ],
)
def test_traditional_characters_pinyin_and_english_are_understood(text: str, line: str) -> None:
    assert suggest(text).lines[0] == line


def test_the_same_sentence_in_either_script_is_the_same() -> None:
    assert suggest("爺爺發燒了 想請醫生來看看") == suggest("爷爷发烧了 想请医生来看看")


def test_the_need_may_come_late_in_a_long_story() -> None:
    story = "同志你好 我是从贵州嫁过来的 今天赶集回来路过村口 孩子他爹在外面做工 家里就我一个人 "
    assert suggest(story + "想问一下低保怎么申请").lines[0] == "civil-affairs"
    assert suggest(story + "门口的路灯坏了好久").lines[0] == "environment"


@pytest.mark.parametrize(
    ("text", "kind", "hotline"),
    [
        ("我妈喊胸口痛得很", "medical", "120"),
        ("爷爷倒在院子里叫不醒", "medical", "120"),
        ("娃喝了农药", "poisoning", "120"),
        ("羊水破了", "birth", "120"),
        ("从房顶摔下来了 血止不住", "injury", "120"),
        ("孩子掉河里了 快来人", "drowning", "120"),
        ("他拿刀砍人", "violence", "110"),
        ("她站在楼顶要跳", "suicide", "110"),
        ("三岁的娃找不到了", "missing", "110"),
        ("隔壁房子着火了", "fire", "119"),
        ("房子塌了 人压在里面", "trapped", "119"),
    ],
)
def test_an_emergency_names_the_number_to_call(text: str, kind: str, hotline: str) -> None:
    suggestion = suggest(text)
    assert suggestion.urgent
    assert (suggestion.urgent_kind, suggestion.hotline) == (kind, hotline)


@pytest.mark.parametrize(
    "text",
    [
        "爺爺暈倒了 叫不醒",
        "wo jia zhao huo le kuai lai",
        "胸口藤 喘不上七",
        "house is on fire",
        "俺爹喘不上来气了 恁快来",
    ],
)
def test_an_emergency_is_noticed_in_any_spelling(text: str) -> None:
    assert suggest(text).urgent


@pytest.mark.parametrize(
    "text",
    [
        "去年着过火 想问救灾款",
        "灭火器过期了",
        "防溺水培训什么时候",
        "胸口不疼了 想约个时间检查",
        "前年被蛇咬过 现在腿发麻",
        "上次打架的事 派出所怎么处理的",
        "想学急救",
        "烟雾报警器有卖吗",
        "看戏热闹死了",
        "低保怎么申请",
    ],
)
def test_what_is_past_prevented_or_over_is_not_urgent(text: str) -> None:
    suggestion = suggest(text)
    assert not suggestion.urgent
    assert suggestion.hotline is None
    assert suggestion.urgent_kind is None


def test_the_lines_that_hear_of_emergencies_come_first_in_one() -> None:
    for text in ("我妈喊胸口痛得很", "他拿刀砍人", "隔壁房子着火了"):
        assert set(suggest(text).lines[:2]) == {"health", "security"}
    assert suggest("我妈喊胸口痛得很").lines[0] == "health"
    assert suggest("他拿刀砍人").lines[0] == "security"


def test_a_clear_sentence_is_sure_and_a_vague_one_is_not() -> None:
    assert suggest("低保怎么申请").sure
    assert not suggest("我想问个事").sure


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("买两袋尿素", "fertiliser"),
        ("路灯坏了", "lamps"),
        ("低保怎么申请", "living-allowance"),
        ("村里有人天天聚众赌博", "gambling"),
        ("农家书屋能借书吗", "reading-room"),
    ],
)
def test_the_topic_says_the_need_without_the_persons_words(text: str, topic: str) -> None:
    assert topic_of(text, suggest(text).lines[0]) == topic


def test_the_topic_follows_the_line_the_person_chose() -> None:
    assert topic_of("想买打虫子的农药", "shop") == "pesticide"
    assert topic_of("想买打虫子的农药", "training") == "pests"


def test_a_line_without_learned_topics_has_none() -> None:
    assert topic_of("低保怎么申请", "ferry") is None


@pytest.mark.parametrize("text", ["", "   ", "🍎", "？？？"])
def test_nothing_readable_still_offers_three_lines_and_claims_nothing(text: str) -> None:
    suggestion = suggest(text)
    assert suggestion.lines == tuple(line.code for line in CATALOGUE.lines[:3])
    assert not suggestion.sure
    assert topic_of(text, suggestion.lines[0]) is None
    assert not suggestion.urgent


def test_a_very_long_message_is_read_like_its_beginning() -> None:
    assert suggest("路灯坏了" + "啊" * 4000).lines[0] == "environment"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gets_three_different_lines(text: str) -> None:
    suggestion = suggest(text)
    assert len(set(suggestion.lines)) == 3
    assert set(suggestion.lines) <= LINES
    assert suggestion.urgent == (suggestion.hotline is not None)
    topic = topic_of(text, suggestion.lines[0])
    assert topic is None or topic in CATALOGUE.line(suggestion.lines[0]).topics


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="我娘火水痛药低保路灯刀abc 去年没", max_size=60))
def test_the_same_text_always_gets_the_same_answer(text: str) -> None:
    assert suggest(text) == suggest(text)
