"""Quantities, money, shares and telephone numbers in figures, as they are said in Mandarin."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from domain.numerals import called, cardinal, told
from domain.spoken_times import DASH, Rules

PAUSE = "\ue002"
"""Where a comma is to be heard, though no clause ends there."""

_LONGEST = 16
"""Digits of a number that people can still grasp; a longer one is of an account or a paper."""
_N = rf"(?<![\d.,])(?P<n>(?:\d{{1,3}}(?:,\d{{3}}){{1,5}}|\d{{1,{_LONGEST}}})(?!\d)(?:\.\d+)?)"
_SCALE = r"(?P<scale>[百千](?![克瓦米分])[万萬亿億]?|[万萬亿億]|)"
_FACTORS = {"": 1, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_MEASURES = (
    "个個只隻名位户戶人家条條张張斤亩畝天周週辆輛台臺套份本件间間栋棟幢扇头頭口根棵株袋箱桶瓶碗包双雙对對层層座"
    "所场場批项項倍米里公厘釐毫吨噸升克度小分秒种種门門节節篇页頁车車处處块塊角毛圈遍回趟顿頓片笔筆股平立岁歲"
)
"""Before these 2 is 两: what is counted or weighed. Not what is numbered (月, 号, 楼, 组, 级), and not 两."""
_TELEPHONE = "电话|電話|手机|手機|打|拨|撥|致电|致電|热线|熱線|报警|報警|急救|火警"
_YUAN = r"(?:元|块|塊|圆|圓)"
_PER = r"(?P<per>(?:/[一-龥]{1,2})*)"


def _scaled(figures: str, scale: str = "") -> str:
    """1,250.5 is 一千二百五十点五, 3.5万 is 三万五千; what begins with 0 or never ends is a code."""
    whole, point, part = figures.replace(",", "").partition(".")
    if not point and (len(whole) > _LONGEST or (len(whole) > 1 and whole.startswith("0"))):
        return _in_fours(whole)
    amount = _amount(figures, scale)
    if amount == int(amount) and (scale or not point):
        return cardinal(int(amount))
    return f"{cardinal(int(whole))}点{told(part)}{scale}"


def _amount(figures: str, scale: str) -> Decimal:
    amount = Decimal(figures.replace(",", ""))
    for unit in scale:
        amount *= _FACTORS[unit]
    return amount


def _counted(number: int) -> str:
    return "两" if number == 2 else cardinal(number)


def _quantity(found: re.Match[str]) -> str:
    number = _scaled(found["n"], found["scale"])
    return found["nth"] + ("两" if number == "二" and found["measure"] and not found["nth"] else number)


def _money(found: re.Match[str]) -> str:
    """Yuan, mao and fen, with a 零 where a place between them is empty, as the rules for cheques have it
    (支付结算办法, annex 1): 一千二百五十块零五毛, 三块零五分."""
    per = found["per"].replace("/", "每")
    amount = _amount(found["n"], found["scale"]) * 100
    if amount != int(amount):
        return f"{_scaled(found['n'], found['scale'])}块{per}"
    yuan, part = divmod(int(amount), 100)
    jiao, fen = divmod(part, 10)
    words = f"{_counted(yuan)}块" if yuan or not part else ""
    words += "零" if yuan and part and (not jiao or yuan % 10 == 0) else ""
    words += f"{_counted(jiao)}毛" if jiao else ""
    return words + (f"{_counted(fen)}分" if fen else "") + per


def _share(found: re.Match[str]) -> str:
    of = "千分之" if found["sign"] == "‰" else "百分之"
    sides = [side for side in (found["n"], found["to"]) if side]
    return "到".join(of + ("百" if side == "100" and of == "百分之" else _scaled(side)) for side in sides)


def _pair(word: str, *, turned: bool = False) -> Callable[[re.Match[str]], str]:
    def said(found: re.Match[str]) -> str:
        one, other = (cardinal(int(figures)) for figures in found.groups())
        return f"{other}{word}{one}" if turned else f"{one}{word}{other}"

    return said


def _in_fours(digits: str) -> str:
    """A long number in fours; of seven digits, as of a telephone, the first three by themselves."""
    first = 3 if len(digits) == 7 else 4 if len(digits) > 5 else len(digits)
    fours = (digits[at : at + 4] for at in range(first, len(digits), 4))
    return PAUSE.join(called(group) for group in (digits[:first], *fours))


def _groups(found: re.Match[str]) -> str:
    return PAUSE.join(called(group) for group in found.groups() if group)


CODE_RULES: Rules = (
    (r"(?m)^[(（]?(\d{1,2})(?:[)）]|[.、](?=\D))[ \t]*", lambda found: f"第{cardinal(int(found[1]))}，"),
    (r"(?<![\d.])(?:\+?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)", _groups),
    (r"(?<!\d)[(（]?(0\d{2,3})[)）]?[- ]?(\d{3,4})[- ]?(\d{4})(?!\d)", _groups),
    (r"(?<!\d)([48]00)[- ]?(?:(\d{3})[- ]?(\d{4})|(\d{4})[- ]?(\d{3}))(?!\d)", _groups),
    (
        rf"((?:{_TELEPHONE})[是：: ]{{0,2}})(\d{{3,8}})(?![\d元{_MEASURES}])",
        lambda found: found[1] + _in_fours(found[2]),
    ),
    (r"(?<!\d)(\d{3,5})(?=(?:政务|政務|服务|服務|便民|市民)*(?:热线|熱線|电话|電話))", _groups),
    (r"(\d+):(\d+)(?=的?(?:比例|兑|兌|稀释|稀釋|配))", _pair("比")),
    (r"(?<![\d.,/])(\d+)/(\d+)(?=以[上下]|的|多)", _pair("分之", turned=True)),
)
"""What must be found before dates and times are: telephone numbers, and what only looks like a time."""

AMOUNT_RULES: Rules = (
    (rf"(?<![0-9A-Za-z])-(?=\d+(?:\.\d+)?(?:{DASH}-?\d+(?:\.\d+)?)?度)", lambda _: "零下"),
    (r"(?<=[：:（(为為是达達到])-(?=\d)", lambda _: "负"),
    (r"(?<=[〔\[【（(])((?:19|20)\d\d)(?=[〕\]】）)])", lambda found: told(found[1])),
    (r"(?<!\d)((?:19|20)\d\d)-(\d{3})(?!\d)", lambda found: f"{told(found[1])}杠{called(found[2])}"),
    (r"(?<![\d.,/])(\d+)/(\d+)(?![\d/])", _pair("分之", turned=True)),
    (r"(?<!\d)(\d+):(\d+)(?!\d)", _pair("比")),
    (rf"{_N}(?:{DASH}(?P<to>\d+(?:\.\d+)?))?\s*(?P<sign>[%％‰])", _share),
    (rf"[¥￥]\s*{_N}{_SCALE}{_YUAN}?{_PER}", _money),
    (rf"{_N}{_SCALE}{_YUAN}{_PER}", _money),
    (r"(?<=[A-Za-z])\d{3,}", lambda found: called(found[0])),
    (r"(?<![\d.,])(\d{3,})(?=[号號室])", lambda found: called(found[1])),
    (rf"(?<![\d.,])\d{{9,}}(?![.,]?\d|[万萬亿億{_MEASURES}])", lambda found: _in_fours(found[0])),
    (
        rf"(?P<nth>第?){_N}{_SCALE}(?=(?P<measure>(?:{DASH}\d+(?:\.\d+)?)?(?:[{_MEASURES}]|年(?![级級]))|))",
        _quantity,
    ),
    (r"\d+", lambda found: _scaled(found[0])),
)
"""Anything else in figures; the last leaves none."""
