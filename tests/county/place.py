"""Where it happens: a county made from a seed, its centers unlike each other as real ones are."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from domain.officetime import is_working_day
from domain.units import Center, County, LineSettings, Township
from domain.week import Week

CHINA = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 9, 6, 16, 0, tzinfo=UTC)
"""Midnight before Monday 7 September 2026: two make-up workdays, Mid-Autumn and the National Day's week are
to come, and the calendar knows the whole year."""
PER_TOWNSHIP = 6

_FIRST = "马刘陈王李张杨赵周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯于董萧程"
_SECOND = "家湾沟坪塘岭曲桥坝坡"
_SIDES = ("上", "下", "东", "西", "前", "后")
_SHORT_FRIDAY = Week(friday=("08:30-12:00",))
_SATURDAYS_TOO = Week(saturday=("09:00-12:00",))


def county(rng: Random, centers: int) -> County:
    """A county with this many centers, six to a township."""
    codes = list(range(centers))
    townships = tuple(
        Township(
            code=f"t{number}",
            name=f"{_FIRST[number % len(_FIRST)]}{_SECOND[number % len(_SECOND)]}镇",
            centers=tuple(_center(rng, one) for one in codes[at : at + PER_TOWNSHIP]),
        )
        for number, at in enumerate(range(0, centers, PER_TOWNSHIP))
    )
    return County(code="county", name="云岭县", townships=townships)


def _center(rng: Random, number: int) -> Center:
    name = _FIRST[number % len(_FIRST)] + rng.choice(_SECOND)
    villages = tuple(f"{side}{name}" for side in rng.sample(_SIDES, rng.randint(2, 4)))
    lines = {code: LineSettings(on=False) for code in ("shop", "culture", "training") if rng.random() < 0.15}
    if rng.random() < 0.2:
        lines["assistance"] = LineSettings.model_validate({"take_up": "2h", "finish": "2d"})
    week = rng.choices((None, _SHORT_FRIDAY, _SATURDAYS_TOO), (6, 2, 2))[0]
    return Center(
        code=f"c{number}",
        name=f"{name}村社区服务中心",
        natural_villages=villages,
        office_hours=week,
        lines=lines,
    )


def whole(at: datetime, minutes: int) -> datetime:
    """The next whole so many minutes of the hour, or this very moment if it is one."""
    return at + (-(at - START) % timedelta(minutes=minutes))


def by_day(at: datetime, rng: Random) -> datetime:
    """This moment if people are up then, else some time in the first hours of the next morning."""
    local = at.astimezone(CHINA)
    if 7 <= local.hour < 21:
        return at
    morning = local.date() + timedelta(days=local.hour >= 21)
    return datetime.combine(morning, time(7), CHINA).astimezone(UTC) + timedelta(minutes=rng.randint(0, 150))


def by_working_day(at: datetime, rng: Random) -> datetime:
    """The same, for those who mostly leave the center's affairs alone when it is closed."""
    while not is_working_day(at.astimezone(CHINA).date()) and rng.random() < 0.7:
        at += timedelta(days=1)
    return by_day(at, rng)
