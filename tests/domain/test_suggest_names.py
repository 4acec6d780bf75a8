"""Names, forms of address and short answers: nobody is in need by being named, whatever it sounds like."""

from __future__ import annotations

from itertools import product

import pytest
from zhconv import convert

from domain.suggest import suggest

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任"
    "沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔"
    "向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包"
)
_CALLED = """
大爷 大妈 大娘 大叔 大婶 大伯 大哥 大姐 大嫂 大姨 奶奶 爷爷 老爹 阿姨 叔 婶 嫂 哥 姐 妹 弟 爷 婆 婆婆 伯
伯伯 姨 姨妈 舅 舅舅 舅妈 姑 姑姑 叔叔 婶婶 婶子 嫂子 哥哥 姐姐 妹妹 弟弟 爸爸 妈妈 老师 主任 医生 大夫
护士 师傅 老板 书记 村长 会计 队长 校长 站长 先生 女士 同志 老汉 老头 老太太 二叔 四婶 三爷 二娃 阿公
阿婆 工 总 家
"""
CALLED = _CALLED.split()
_GIVEN = """
秀英 桂英 玉兰 秀珍 春花 芳 红 霞 建国 国强 志明 永福 满仓 伟 军 强 海波 水生 铁柱 大山
"""
GIVEN = _GIVEN.split()
_PEOPLES = """
扎西 卓玛 扎西卓玛 次仁 达瓦 尼玛 格桑 央金 白玛 拉姆 多吉 德吉 索朗 平措 次旦卓嘎 洛桑 丹增 桑吉 才让
买买提 艾山 阿卜杜拉 阿依古丽 吐尔逊 玉素甫 麦麦提 库尔班 古丽 巴特尔 其其格 乌云 吉克阿依
"""
PEOPLES = _PEOPLES.split()
_ANSWERS = """
今天 明天 今晚 明天下午 周三 下午两点 三点半 没有 好的 好 行 可以 不去了 去不了 来不了 不来了 我来了
我到了 一个人 两个人 三个人 四个 我自己 自己去 我爸 我妈 我哥 我弟 我孙女 我爷爷 老头子 老伴 宝宝
邻居大妈 隔壁老王 在地里 在家 不清楚 不知道 都来 谢谢 打电话 没有电话 打扫卫生 打牌 杀年猪 烧烤 喝酒
吃席 爬山 广场舞 累死了 忙死了 太远 火烧坪 断头崖 雷打石 大河村 三组 村东头 桥头 河边 七十八岁
中午
"""
ANSWERS = _ANSWERS.split()

_IN_A_WORD = """
救命 打劫 要生了 见红了 扭打起来了 三个人打我 两个人掉河里了 刘大爷摔了 娃烫了
王大姐被人打劫 人倒了 王婶被砍了 老刘被人打伤了
"""
IN_A_WORD = _IN_A_WORD.split()


def alarming(words: list[str]) -> list[tuple[str, str]]:
    """Those that are taken for an emergency, in either script, with which."""
    both = dict.fromkeys(one for word in words for one in (word, convert(word, "zh-hant")))
    return [(one, kind) for one in both if (kind := suggest(one).urgent_kind)]


def test_a_name_and_a_form_of_address_alone_are_never_an_emergency() -> None:
    assert len(SURNAMES) >= 120 and len(CALLED) >= 60
    assert alarming([surname + called for surname, called in product(SURNAMES, CALLED)]) == []


def test_a_form_of_address_or_a_short_name_alone_is_none() -> None:
    assert alarming([*CALLED, *SURNAMES]) == []
    assert alarming([before + surname for before, surname in product("老小大阿", SURNAMES)]) == []


def test_a_full_name_is_none() -> None:
    assert alarming([surname + given for surname, given in product(SURNAMES, GIVEN)]) == []


def test_names_of_those_who_have_no_surname_are_none() -> None:
    assert alarming([*PEOPLES, *(name + called for name, called in product(PEOPLES, CALLED))]) == []


@pytest.mark.parametrize(
    "said",
    ["{}，13812345678", "{} 13812345678", "给{}报名", "帮{}", "还有{}", "{}和李大爷", "{}，75岁", "{}来"],
)
def test_what_is_said_around_a_name_makes_it_none(said: str) -> None:
    some = [surname + called for surname in SURNAMES[:40] for called in ("大爷", "大姐", "婶", "奶奶")]
    assert alarming([said.format(name) for name in some]) == []


def test_short_answers_are_none() -> None:
    assert alarming(ANSWERS) == []


@pytest.mark.parametrize(
    ("happened", "kind"),
    [
        ("{}叫不醒了", "medical"),
        ("{}喝农药了", "poisoning"),
        ("{}掉河里了", "drowning"),
        ("{}上吊了", "suicide"),
        ("{}走丢了", "missing"),
        ("{}家着火了", "fire"),
        ("{}被埋了", "trapped"),
    ],
)
def test_what_has_happened_to_somebody_is_one_whatever_their_name(happened: str, kind: str) -> None:
    names = ("刘大爷", "王大姐", "姚婶", "老李", "张奶奶", "我爸", "我孙女", "卓玛", "买买提", "江红", "小张")
    said = [happened.format(name) for name in names]
    assert [(one, suggest(one).urgent_kind) for one in said] == [(one, kind) for one in said]


@pytest.mark.parametrize(
    "text",
    IN_A_WORD,
)
def test_what_is_said_in_a_word_is_still_heard(text: str) -> None:
    assert suggest(text).urgent
