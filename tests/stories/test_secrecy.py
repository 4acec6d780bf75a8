"""A quarrel is nobody's business but the two sides': every message the bot ever sent is looked at."""

from __future__ import annotations

from simulator.model import Message
from simulator.person import Person as Someone
from tests.stories.conftest import Village

STORY = "隔壁老李占了我家三尺地"
TALK = "他还说要打我儿子"
REASON = "我跟老李是表兄弟"
AGAIN = "和好了又反悔"
SECRETS = (STORY, TALK, REASON, AGAIN, "三尺", "打我", "表兄弟", "反悔")
MISSING = "999999"


async def quarrel(village: Village) -> tuple[Someone, Someone]:
    """A mediation that is taken and talked over: asker and mediator."""
    grandma, mediator = await village.person("王秀英"), await village.person("张和", "mediator")
    await grandma.says(STORY)
    await grandma.taps("矛盾调解")
    await grandma.taps("发出去")
    await grandma.sees("收到了：1007 号")
    await mediator.taps("我来接")
    await mediator.sees(STORY)
    await grandma.taps("看看这件事")
    await grandma.taps("再说几句")
    await grandma.says(TALK)
    await mediator.sees(TALK)
    return grandma, mediator


async def curious(village: Village) -> list[Someone]:
    """Everybody at the center who might want to know."""
    return [
        await village.person("马主任", "director"),
        await village.person("副主任", "deputy"),
        await village.person("孙丽", "clerk"),
        await village.person("李和", "mediator"),
        await village.person("李医生", "doctor"),
        await village.person("赵桂芳"),
        await village.person("钱镇长", "township"),
        await village.person("何主任", "mediator", center="dongxing", village="东头"),
    ]


async def pry(village: Village, *people: Someone) -> None:
    """They try every way in: the desk, the number, and forged buttons of every kind."""
    for someone in people:
        for words in ("/desk", "1007", "/cancel", "/mine"):
            await someone.says(words)
    await village.settled()
    for someone in people:
        screen = next(message for message in reversed(someone.screen) if message.from_bot)
        for data in forged(1):
            await someone.taps_data(screen, data)
        for words in ("让我看看", "1007", "/cancel"):
            await someone.says(words)
    await village.settled()


def forged(request_id: int | str) -> list[str]:
    """Every button there is on a request, forged."""
    moves = (
        "take",
        "start",
        "finish",
        "return",
        "transfer",
        "decline",
        "confirm",
        "refuse",
        "reopen",
        "cancel",
        "hand_over",
    )
    asked = ("word", "hand-on", "ask-cancel")
    return [
        f"open|{request_id}",
        *(f"do|{move}|{request_id}" for move in (*moves, *asked)),
        f"move|{request_id}|health",
        f"move|{request_id}|@health",
        f"rate|{request_id}|5",
        f"speak|{request_id}",
        f"about|{request_id}",
    ]


async def test_the_words_of_a_mediation_reach_the_two_sides_and_nobody_else(village: Village) -> None:
    others = await curious(village)
    grandma, mediator = await quarrel(village)
    await mediator.taps("办不了，转出去", in_=card_of(mediator))
    await mediator.taps("退回去")
    await mediator.says(REASON)
    await mediator.sees("退回去了")
    second = others[3]
    assert "退回来的" in (await second.sees("1007 号")).text
    for someone in others:
        village_words = village.sent_to(someone)
        assert not any(secret in village_words for secret in SECRETS), someone.name

    await second.taps("我来接", in_=await second.sees("1007 号"))
    assert STORY in (await second.sees("王秀英")).text
    assert REASON in (await second.sees("王秀英")).text
    await second.taps("办好了")
    await grandma.taps("👎 没办好")
    await grandma.says(AGAIN)
    await second.sees(AGAIN)
    for someone in others:
        if someone is not second:
            words = village.sent_to(someone)
            assert not any(secret in words for secret in SECRETS), someone.name
    assert AGAIN not in village.sent_to(mediator)


def card_of(holder: Someone) -> Message:
    """The newest message with the holder's buttons."""
    return next(
        message for message in reversed(holder.screen) if any("转出去" in b for b in holder.buttons(message))
    )


async def test_prying_by_desk_number_and_forged_buttons_shows_nothing(village: Village) -> None:
    others = await curious(village)
    del others[3]  # the second mediator may see the card
    grandma, mediator = await quarrel(village)
    await village.settled()
    before = len(mediator.screen), len(grandma.screen)
    await pry(village, *others)
    for someone in others:
        words = village.sent_to(someone)
        assert not any(secret in words for secret in (*SECRETS, "王秀英", "1007 号")), someone.name
    assert (len(mediator.screen), len(grandma.screen)) == before


async def test_somebody_elses_request_looks_exactly_like_one_there_is_not(village: Village) -> None:
    await quarrel(village)
    cheat = await village.person("陈建国")
    screen = cheat.last
    assert screen is not None
    await village.settled()
    messages = len(cheat.screen)
    for theirs, missing in zip(forged(1), forged(MISSING), strict=True):
        await cheat.taps_data(screen, theirs)
        await cheat.taps_data(screen, missing)
    await village.settled()

    assert len(cheat.toasts) == 2 * len(forged(1))
    assert {*cheat.toasts[0::2], *cheat.toasts[1::2]} == {cheat.toasts[0], "这个刚才已经选过啦。"}
    assert cheat.toasts[0::2] == cheat.toasts[1::2]
    assert len(cheat.screen) == messages


async def test_a_former_holder_finds_nothing_any_more(village: Village) -> None:
    _, mediator = await quarrel(village)
    await village.person("李和", "mediator")
    await mediator.taps("办不了，转出去", in_=card_of(mediator))
    await mediator.taps("转给别的岗位")
    await mediator.taps("家里要人帮")
    await mediator.taps("民政办理")
    await mediator.says(REASON)
    await mediator.sees("转过去了")
    await village.settled()
    mark = len(mediator.screen)
    await pry(village, mediator)
    later = "\n".join(message.text for message in mediator.screen[mark:] if message.from_bot)
    assert not any(secret in later for secret in SECRETS)
    assert not any("👤" in message.text for message in mediator.screen)


async def test_before_it_is_taken_not_even_the_mediator_knows_who_and_what(village: Village) -> None:
    mediator, grandma = await village.person("张和", "mediator"), await village.person("王秀英")
    await grandma.says(STORY)
    await grandma.taps("矛盾调解")
    await grandma.taps("发出去")
    await mediator.sees("1007 号")
    await mediator.says("/desk")
    await mediator.taps("1007 号")
    await mediator.sees("您接了才看得到是谁、什么事")
    await mediator.says("1007")
    await mediator.sees("您接了才看得到是谁、什么事")
    words = village.sent_to(mediator)
    assert "王秀英" not in words
    assert "三尺" not in words
