"""A word or two that ask for nothing new: a greeting, thanks, yes or no to a question about a place."""

from __future__ import annotations

import unicodedata
from enum import StrEnum


class Plain(StrEnum):
    """What is meant: hello; thanks; yes, to whatever was asked last; that one goes somewhere, or does not;
    what there is to sign up for; that one wants to ask for something, and has not said what; never mind."""

    HELLO = "hello"
    THANKS = "thanks"
    YES = "yes"
    PLACE = "place"
    ACTIVITIES = "activities"
    ASK = "ask"
    DROP = "drop"


_SIMPLE = str.maketrans(
    "謝來報訂約動麼還們嗎曉嘍勞煩誰這裡參辦個點沒發兒", "谢来报订约动么还们吗晓喽劳烦谁这里参办个点没发儿"
)
_WORDS = {
    Plain.HELLO: (
        "你好 您好 你们好 大家好 在吗 在不在 有人吗 有人在吗 喂 早上好 上午好 中午好 下午好 晚上好 hi hello"
    ),
    Plain.THANKS: (
        "谢谢 谢谢你 谢谢您 谢谢你们 谢谢啦 谢谢了 多谢 多谢了 感谢 辛苦了 麻烦了 麻烦你了 "
        "麻烦您了 thanks thankyou thx 👍 🙏 🌹"
    ),
    Plain.YES: (
        "好 好的 好吧 好嘞 好啊 行 行的 行吧 可以 嗯 嗯嗯 哦 知道了 晓得了 明白了 收到 ok okay yes 👌"
    ),
    Plain.PLACE: (
        "去 我去 去的 要去 我要去 来 我来 来的 还来 我还来 要 我要 不去 不去了 我不去 "
        "我不去了 去不了 去不了了 我去不了 我去不了了 不来 不来了 我不来了 来不了 来不了了 "
        "我来不了了 不要 不要了 不报了 取消 取消报名 不订了 不约了 不借了 imcoming imnotcoming notcoming "
        "icantcome cancel"
    ),
    Plain.ACTIVITIES: (
        "报名 我要报名 我想报名 想报名 怎么报名 活动 有什么活动 有啥活动 有哪些活动 "
        "最近有什么活动 最近有啥活动 参加活动 我要参加活动 activities signup"
    ),
    Plain.ASK: (
        "我要办事 我想办事 要办事 想办事 办事 我要办个事 我想办个事 要办个事 想办个事 我要办点事 我想办点事 "
        "要办点事 想办点事 我有事要办 有事要办 ineedhelp"
    ),
    Plain.DROP: (
        "算了 算了吧 那算了 那算了吧 不办了 我不办了 先不办了 不用了 不用办了 不用啦 那不用了 不弄了 不填了 "
        "不发了 我不发了 没事了 没事儿了 nevermind forgetit dropit"
    ),
}
_MEANT = {word: plain for plain, words in _WORDS.items() for word in words.split()}
_SIGNS = frozenset("👍🙏🌹👌")


def read_plain(text: str) -> Plain | None:
    """What a message that says nothing else means; None for any other. Marks, blanks and which script it is
    in do not matter."""
    words = unicodedata.normalize("NFKC", text).lower().translate(_SIMPLE)
    said = "".join(one for one in words if one.isalnum())
    signs = [one for one in words if one in _SIGNS]
    return _MEANT.get(said or (signs[0] if signs else ""))
