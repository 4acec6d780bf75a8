"""Words that ask for nothing new, as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.plainwords import Plain, read_plain


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("你好", Plain.HELLO),
        ("您好！", Plain.HELLO),
        ("在嗎？", Plain.HELLO),
        ("Hello", Plain.HELLO),
        ("谢谢啦😊", Plain.THANKS),
        ("謝謝您。", Plain.THANKS),
        ("thank you!", Plain.THANKS),
        ("🙏🙏", Plain.THANKS),
        ("好的", Plain.YES),
        ("👌", Plain.YES),
        ("嗯 嗯", Plain.YES),
        ("我不去了", Plain.PLACE),
        ("去不了了……", Plain.PLACE),
        ("我還來", Plain.PLACE),
        ("I'm not coming", Plain.PLACE),
        ("Not coming", Plain.PLACE),
        ("要报名", None),
        ("我要報名", Plain.ACTIVITIES),
        ("我要办事", Plain.ASK),
        ("我想辦點事。", Plain.ASK),
        ("我要办低保", None),
        ("I need help", Plain.ASK),
        ("I need help at once", None),
        ("算了吧……", Plain.DROP),
        ("我不辦了！", Plain.DROP),
        ("沒事兒了", Plain.DROP),
        ("Never mind.", Plain.DROP),
        ("算了算账", None),
        ("最近有啥活动？", Plain.ACTIVITIES),
    ],
)
def test_a_word_or_two_in_either_script_with_any_marks(words: str, meant: Plain | None) -> None:
    assert read_plain(words) is meant


@pytest.mark.parametrize(
    "words",
    [
        "",
        "🎉",
        "？？？",
        "你好，我家的灯坏了",
        "谢谢，再帮我问问低保",
        "好疼",
        "我不去了医院咋办",
        "报名参加培训",
        "路灯坏了",
        "120",
        "救命",
    ],
)
def test_whatever_says_more_is_none_of_them(words: str) -> None:
    assert read_plain(words) is None


@given(st.text(max_size=60))
def test_anything_at_all_can_be_read(words: str) -> None:
    assert read_plain(words) in (None, *Plain)
