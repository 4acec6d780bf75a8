"""What somebody wants to learn, in the form in which wishes for the same thing meet.

「嫁接」, 「果树嫁接」, 「嫁接技术」, 「学嫁接的手艺」 and the typing error 「嫁结」 are one subject: what
is around a subject is dropped, what else it is called is made one word, and it is compared as it sounds.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from domain.suggest_reading import fold, sounds

LONGEST = 12
"""Characters of a Chinese subject; what is longer is a story."""

_PIECE = re.compile(r"[\u3400-\u9fff]+|[a-z0-9+#]+")
_PART = re.compile(r"[和与及跟、，,；;/＋+（）()：:·\s]|以及")
_BEFORE = re.compile(
    "^(?:学习|学|想|怎么样|怎么|怎样|如何|咋样|咋个|咋|一下|一点|点儿|点|一门|门|一个|个|这个|那个|些|"
    "春季|夏季|秋季|冬季|农村|农业|老年人?|妇女|免费|初级|中级|高级|基础|简单|新型|现代|传统|"
    "使用|用|驾驶|操作|开|跳|打|做|弄|搞|拍|种植|种|栽培|栽|养殖|养|喂|烧|写|拉|吹|弹|当|考|听)(?=..)|"
    "^(?:an?|the|how|to) (?=.)"
)
_AFTER = re.compile(
    "(?<=..)(?:技术|技能|技艺|技巧|手艺活?|方法|办法|知识|本事|本领|工艺|"
    "培训班|陪训班|培训课|培训|学习班|兴趣班|提高班|速成班|班|课程|课|讲座|教学|"
    "种植|养殖|栽培|栽种|饲养|操作|驾驶|使用|制作|"
    "资格证|证书|证|工|师傅|师|员|术|队|团|社|活儿|的)$|"
    "(?<=[a-z]) (?:skills?|techniques?|basics?|courses?|class(?:es)?|lessons?|training)$"
)
_REPAIRS = re.compile("^修理?(?![剪枝脚行理])(.{2,})$|^(.{2,})(?:修理|(?<![维装进])修)$")
_TURNED = re.compile("^(嫁接|修剪|维修|防治|加工|扦插|整形)(.{2,})$")
"""What is done, before what it is done to: 嫁接果树 is 果树嫁接."""
_CALLED = {
    "养蜂": "蜜蜂 蜂 中蜂",
    "养猪": "生猪 猪",
    "养鸡": "土鸡 鸡",
    "养鱼": "鱼",
    "养牛": "肉牛 牛",
    "养羊": "山羊 羊",
    "种菜": "蔬菜",
    "种药": "中药材 药材",
    "挖掘机": "挖机 钩机 勾机",
    "电焊": "焊接 焊工 焊",
    "画画": "绘画 美术",
    "做菜": "炒菜 做饭 烧菜 厨艺 厨师 烹饪 烹调",
    "剪枝": "修枝 修剪 整枝 整形修剪",
    "短视频": "视频 抖音 快手",
    "电商": "网店 网上卖货 网上卖东西 电商卖货 电子商务",
    "直播": "直播带货 带货",
    "广场舞": "舞 跳舞 舞蹈",
    "手机": "智能手机 玩手机",
    "电脑": "计算机",
    "书法": "毛笔字 毛笔",
    "太极": "太极拳",
    "学车": "车 开车 驾照 驾驶",
}
"""What else a subject is called, by the word it is known by; a single character only if it stands alone."""
_GENERIC = """
技术 技能 技艺 手艺 本事 本领 知识 文化 东西 习 点 什么 啥 农业 农村 农技 实用
种植 养殖 科技 技术活 手艺活 新 培训 陪训 课 班 一门手艺 门手艺 新技术 新东西
农业技术 实用技术 农业知识 职业 职业技能 科学 法 活动 文体活动 学习 报名 参加 使用
好 样 坏 会 完 这 那 它 这个 那个 这些 一样 别的 其他 点啥 点什么 技术培训
"""
_NO_SUBJECTS = frozenset(_GENERIC.split())
"""What is no subject: whoever says no more than that has to be asked."""


def is_subject(words: str) -> bool:
    """Whether these (folded) words name something that can be learned."""
    return bool(words) and words not in _NO_SUBJECTS and bare(words) not in _NO_SUBJECTS


@lru_cache(maxsize=500)
def key(subject: str) -> str:
    """The form in which wishes for the same thing are found: syllables and words with blanks between. Empty
    for what says nothing."""
    heard = _heard(bare(fold(subject)))
    names = _known_by()
    for at in range(len(heard)):
        known = names.get(heard[at:])
        if known is not None and (at == 0 or len(heard) - at > 1):
            return " ".join((*heard[:at], *known))
    return " ".join(heard)


def same(one: str, other: str) -> bool:
    """Whether two keys are one subject: alike, or one says more exactly what the other says (果树嫁接, 嫁接).

    The last part of a subject says what it is: there may be more before it, and nothing after it.
    """
    short, long = sorted((one.split(), other.split()), key=len)
    if short == long:
        return bool(short)
    says_enough = len(short) > 1 or (len(short) == 1 and len(short[0]) > 6)  # no syllable is that long
    return says_enough and long[-len(short) :] == short


def meets(wish: str, title: str) -> bool:
    """Whether a wish, by its key, is for what has this title; a title may name several subjects."""
    plain = fold(title)
    return any(same(wish, key(part)) for part in (plain, *_PART.split(plain)) if part)


def bare(words: str) -> str:
    """A folded subject without what is around it."""
    words = words.strip(" 。，,.!！?？~…")
    while True:
        if found := _REPAIRS.match(words):
            return f"{bare(found[1] or found[2])}维修"
        shorter = _BEFORE.sub("", _AFTER.sub("", words))
        if shorter == words:
            return _TURNED.sub(r"\2\1", words)
        words = shorter


def _heard(words: str) -> tuple[str, ...]:
    """How it sounds, syllable by syllable."""
    parts: list[str] = []
    for piece in _PIECE.findall(words):
        parts += [piece] if piece.isascii() else sounds(piece)
    return tuple(parts)


@cache
def _known_by() -> dict[tuple[str, ...], tuple[str, ...]]:
    """What a subject is known by, as it sounds: 跳午 is 广场舞 too."""
    names = {_heard(word): _heard(word) for word in _CALLED}
    return names | {_heard(other): _heard(word) for word, some in _CALLED.items() for other in some.split()}
