"""Asking after what is on, or only naming it, as people say it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import asking
from domain.asking import names, read

EXAMPLES = Path(asking.__file__).parent / "examples"
HERE = (
    "打疫苗",
    "老年人免费体检",
    "放电影《地道战》",
    "果树嫁接",
    "广场舞",
    "清理河道",
    "防诈骗讲座",
    "量血压",
)
"""What may be on at a center."""


def found(words: str, *titles: str) -> list[str]:
    """Which of these it is about."""
    subjects = read(words)
    return [one for one in titles or HERE if names(subjects, one)]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("哪天打疫苗", "打疫苗"),
        ("疫苗几号打", "打疫苗"),
        ("打疫苗在哪里", "打疫苗"),
        ("你好，请问哪天打疫苗？", "打疫苗"),
        ("什么时候打防疫针", "打疫苗"),
        ("几时打预防针", "打疫苗"),
        ("流感疫苗还有吗", "打疫苗"),
        ("想給小孩打疫苗", "打疫苗"),
        ("我要打疫苗", "打疫苗"),
        ("请问老人体检什么时候开始", "老年人免费体检"),
        ("体检是哪天", "老年人免费体检"),
        ("哪天開始體檢", "老年人免费体检"),
        ("今年还有体检吗", "老年人免费体检"),
        ("我妈要体检", "老年人免费体检"),
        ("检查身体是哪天", "老年人免费体检"),
        ("体检要空腹吗", "老年人免费体检"),
        ("体检要带什么", "老年人免费体检"),
        ("报名体检", "老年人免费体检"),
        ("体检怎么报名", "老年人免费体检"),
        ("听说要放电影，几点", "放电影《地道战》"),
        ("电影几点开始", "放电影《地道战》"),
        ("晚上有电影没得", "放电影《地道战》"),
        ("电影在哪看", "放电影《地道战》"),
        ("广场舞几点跳", "广场舞"),
        ("今晚有广场舞吗", "广场舞"),
        ("清理河道几点去", "清理河道"),
        ("我想参加清理河道", "清理河道"),
        ("嫁接", "果树嫁接"),
        ("疫苗", "打疫苗"),
    ],
)
def test_what_is_on_is_found_by_asking_after_it_or_naming_it(words: str, title: str) -> None:
    assert found(words) == [title]


@pytest.mark.parametrize(
    "words",
    [
        "打了疫苗发烧",
        "被猫抓了 要打狂犬疫苗吗",
        "谁家放电影太吵",
        "广场舞太吵了",
        "不想打疫苗",
        "河道堵了",
        "体检报告啥时候出",
        "体检补助什么时候发",
        "家暴怎么办 有没有法律讲座",
        "没信号 手机",
        "给羊打疫苗",
        "人不舒服 想看医生",
        "讲座",
        "老人",
        "活动",
        "检",
        "我家果树去年嫁接的苗子今年都枯了，咋办",
        "",
    ],
)
def test_what_is_a_matter_for_somebody_is_not(words: str) -> None:
    assert found(words, *HERE, "法律讲座", "手机课", "家庭医生签约", "老人健康讲座") == []


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("When is the vaccination?", "Vaccination day"),
        ("is there a film this week", "Film night"),
        ("where is the health check", "Health check"),
        ("when can I get the hair cuts", "Hair cuts"),
        ("vaccination", "Vaccination day"),
    ],
)
def test_it_is_found_in_english(words: str, title: str) -> None:
    assert found(words, "Vaccination day", "Film night", "Health check", "Hair cuts") == [title]


def test_more_than_a_name_that_asks_nothing_is_no_question() -> None:
    assert found("果树嫁接刀子") == []
    assert found("我们村的果树嫁接以后都活了") == []


def test_only_the_first_clauses_are_read() -> None:
    assert found("天气好，" * asking.MOST_CLAUSES + "哪天打疫苗") == []
    assert found("天气好，" * (asking.MOST_CLAUSES - 1) + "哪天打疫苗") == ["打疫苗"]


def test_of_the_examples_none_of_another_desk_s_is_taken_for_what_is_on() -> None:
    at = {"health", "training", "culture"}
    taken = {
        path.stem: [line for line in path.read_text("utf-8").splitlines() if found(line)]
        for path in EXAMPLES.glob("*.txt")
    }
    assert {desk: lines for desk, lines in taken.items() if lines and desk not in at} == {}
    assert len(taken["health"]) > 5, "these are found"


@given(st.text(max_size=300))
def test_whatever_is_written_is_read(words: str) -> None:
    assert all(one in HERE for one in found(words))
