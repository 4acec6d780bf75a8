"""Whether a sentence asks after something that is on, or only names it, and whether that is what there is.

「哪天打疫苗」, 「体检是几号」, 「我要打疫苗」 and a bare 「嫁接」 are about what has that in its title. It is
read by rules, clause by clause, and a clause has to be the question as a whole. Only what the center has is
ever answered, so a rule may be generous.
"""

from __future__ import annotations

import re
from functools import cache

from domain.suggest_reading import LONGEST, fold
from domain.wanting_subjects import bare, is_subject

MOST_CLAUSES = 4
"""Clauses of a sentence that are read: whoever asks such a thing says little else."""
SHORTEST = 2
"""Characters by which something is known."""
BARE, BARE_WORDS = 6, 3
"""Characters, or English words, that are all somebody says, if they only name it."""
_BETWEEN = re.compile(r"[,，。.;；!！?？~…\n]+|(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])")
_WHEN = (
    r"(?:哪一?[天月日]|哪个时[候间]|几月几号|几号|几时|几点钟?|什么时[候间]|啥时[候间]?|"
    r"啥辰光|多久|好久|多咱)"
)
_WHERE = r"(?:哪里|哪儿|哪块|哪个地方|什么地方|啥地方|哪)"
_WHO = (
    r"(?:请问|想?问一?下|打听一?下|听说|我们|咱们?|俺们?|我|这[里边]|村里|今[天晚]|明[天晚]|晚上|镇上|今年|最近|这个?月|下个?月|这周|下周|"
    r"过几天|家里|老人家?|娃儿?|孩子|我[妈爸爹娘娃]|我家|小孩|妇女|冬天|年底){0,3}"
)
_DOES = (
    r"(?:还|再|又|要|能|可以|可|得|有没有|有|是|在|去|来|到|给|开始|通知|安排|组织|举办|举行|办|搞|开|放|做|进行|免费|"
    r"个|一次|一回){0,4}"
)
_END = (
    r"(?:的|呢|啊|吗|嘛|么|呀|哦|吧|哈|哟|噻|嘞|没有|没得|没|不|了|活动|地方|人|开始|举行|办|搞|做|打|弄|来|去|有|开|放|跳|看|"
    r"报名|报|参加|可以|能|得|到|时间|日子){0,5}"
)
_WHAT = r"(?P<what>[\u3400-\u9fffa-z0-9]{2,12}?)"
_WAYS = (
    # 哪天打疫苗 · 老人体检什么时候开始 · 疫苗在哪里打
    rf"{_WHO}{_DOES}{_WHEN}{_DOES}{_WHAT}{_END}",
    rf"{_WHO}{_DOES}{_WHAT}(?:那个|这个)?{_DOES}{_WHEN}{_END}",
    rf"{_WHO}{_DOES}{_WHERE}{_DOES}{_WHAT}{_END}",
    rf"{_WHO}{_DOES}{_WHAT}{_DOES}{_WHERE}{_END}",
    # 有没有体检 · 最近有电影放吗 · 疫苗还有吗
    rf"{_WHO}还?(?:有没有|有没得|有无|可有|有)(?:免费的?)?{_WHAT}{_END}",
    rf"{_WHO}{_WHAT}还?(?:有没有|有没得|有名额|有)(?:了|没|吗|没有|不)?",
    # 我要打疫苗 · 想参加体检 · 体检怎么报名
    rf"{_WHO}(?:想要?|要|需要|准备|打算|能不能|可不可以)(?:去|来|给.{{1,3}}|带.{{1,3}}去?|报名?|参加|做|看|约)?"
    rf"{_WHAT}{_END}",
    rf"{_WHO}(?:报名参加|报名|参加){_WHAT}{_END}",
    rf"{_WHO}{_WHAT}(?:要|得)?(?:怎么|咋|如何|在{_WHERE})(?:报名|报|参加|去|约|预约)(?:的|呢|啊)?",
    # 体检要带什么 · 体检要空腹吗
    rf"{_WHO}{_WHAT}(?:需要|要不要|用不用|要|得)(?:带|准备|空腹)(?:什么|啥|些什么|哪些)?(?:东西)?[吗呢不的]?",
    r"(?:when|where) (?:is|are|will) (?:the |there )?(?:a |an |next )?(?P<what>[a-z]+(?: [a-z]+){0,3}?)"
    r"(?: be| start| on)?",
    r"(?:when|where) can (?:i|we|my [a-z]+) (?:get|have|do|see|join) (?:the |a |an )?"
    r"(?P<what>[a-z]+(?: [a-z]+){0,3})",
    r"(?:is|are) there (?:a |an |any )?(?P<what>[a-z]+(?: [a-z]+){0,3}?)(?: soon| this [a-z]+| here)?",
)
_NEVER = re.compile(
    "家暴|狂犬|咬|抓|没人|坏|丢|吵|骂|打架|打人|打我|偷|骗|疼|痛|晕|死|伤|病了|"
    "补助|补贴|低保|医保|社保|钱|证|卡|办理|投诉|举报|领|发放|"
    "副作用|发烧|结果|报告|不去|不来|不想|不要|取消|退"
)
"""What is a matter for somebody, whatever is on."""
_WIDE = "医生 老师 师傅 专家 村里 村民 老人 妇女 孩子 培训 讲座 比赛 通知 免费 村委会"
_TOO_WIDE = frozenset(_WIDE.split())
"""What is in many a title and says nothing of it."""
_CALLED = {"疫苗": re.compile("防疫针|预防针|预防接种|疫苗接种"), "体检": re.compile("身体检查|检查身体")}
"""What people call a thing otherwise."""


def read(text: str) -> list[str]:
    """What a sentence asks after or names, folded; nothing if it says something else."""
    plain = _folded(text)
    if _NEVER.search(plain):
        return []
    clauses = [one.strip() for one in _BETWEEN.split(plain) if one.strip()]
    named = [one for one in clauses if len(clauses) == 1 and _is_bare(one)]
    return [*named, *(what for clause in clauses[:MOST_CLAUSES] for what in _asked(clause))]


def _folded(text: str) -> str:
    plain = fold(text, LONGEST)
    for known, others in _CALLED.items():
        plain = others.sub(known, plain)
    return plain


def _is_bare(clause: str) -> bool:
    short = len(clause.split()) <= BARE_WORDS if clause.isascii() else len(clause) <= BARE
    return short and is_subject(clause)


@cache
def _ways() -> tuple[re.Pattern[str], ...]:
    """How it is asked: made when somebody writes for the first time."""
    return tuple(map(re.compile, _WAYS))


def _asked(clause: str) -> list[str]:
    found = (way.fullmatch(clause) for way in _ways())
    return [one["what"] for one in found if one is not None and is_subject(one["what"])]


def names(subjects: list[str], title: str) -> bool:
    """Whether one of these is what has this title: it is in the title, or is said more exactly (流感疫苗 for
    打疫苗). How it sounds does not count: what only names something is too short for that."""
    plain = _folded(title)
    return any(_fits(bare(one), plain) for one in subjects)


def _fits(subject: str, title: str) -> bool:
    if len(subject) < SHORTEST or subject in _TOO_WIDE:
        return False
    if subject.isascii():
        return re.search(rf"\b{re.escape(subject)}(?:s|es)?\b", title) is not None
    known = bare(title)
    return subject in title or (len(known) >= SHORTEST and subject.endswith(known) and "给" not in subject)
