"""The card of a pair: what stands on it, who gets it, and when."""

from __future__ import annotations

import pytest

from bot.words import translate
from domain.messages import Card
from services import pairs, pairs_print
from services.errors import NotFoundError, RefusedError
from tests.services.pairing import Stage, begun, proposed
from tests.services.town import Town


def lines(card: object) -> list[tuple[str, str, bool]]:
    """The lines of a card in words, and whether each is large."""
    assert isinstance(card, Card)
    say = [(translate(one.label, "zh-Hans"), translate(one.value, "zh-Hans"), one.big) for one in card.lines]
    return [(label, value, big) for label, value, big in say]


async def card_of(stage: Stage, who: int) -> object:
    """The card as somebody gets it."""
    return (await stage.town.do(who, pairs_print.card, stage.pair)).attachment


async def test_name_phone_and_word_are_large_and_the_rest_is_there_too(town: Town) -> None:
    stage = await begun(town, second=True)
    word = (await stage.kept()).code_word
    shown = lines(await card_of(stage, stage.grandma))
    assert [(label, big) for label, _, big in shown] == [
        ("帮扶人", True),
        ("电话", True),
        ("暗号", True),
        ("换班的人", False),
        ("多久来一回", False),
        ("马曲村社区服务中心", False),
    ]
    assert shown[0][1] == "李敏" and shown[2][1] == word
    assert shown[3][1].startswith("赵强") and shown[5][1] == "0900-8551101"


async def test_without_a_second_helper_there_is_no_line_for_one(town: Town) -> None:
    stage = await begun(town)
    assert "换班的人" not in [label for label, _, _ in lines(await card_of(stage, stage.officer))]


async def test_before_both_have_agreed_there_is_nothing_to_print(town: Town) -> None:
    stage = await proposed(town)
    with pytest.raises(RefusedError, match="too-early"):
        await card_of(stage, stage.officer)
    await town.do(stage.helper, pairs.accept, stage.pair)
    with pytest.raises(RefusedError, match="too-early"):
        await card_of(stage, stage.grandma)


async def test_nobody_else_gets_it_not_even_who_knows_the_word(town: Town) -> None:
    stage = await begun(town, second=True)
    strangers = [await town.settle("赵桂芳"), await town.settle("孙丽", "clerk"), stage.helper, stage.second]
    for who in strangers:
        with pytest.raises(NotFoundError):
            await card_of(stage, who)


async def test_the_officer_gets_it_unasked_when_the_pair_begins(town: Town) -> None:
    stage = await begun(town)
    word = (await stage.kept()).code_word
    made = [one.message.attachment for one in town.told[stage.officer] if one.message.attachment is not None]
    assert len(made) == 1 and ("暗号", word, True) in lines(made[0])
