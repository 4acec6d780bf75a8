"""The county's file: what it may say, and how it is told what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Any

import pytest

import bot
from domain.catalogue import CATALOGUE, Duration
from domain.units import Center, County, UnitsError, parse, settings_of

SMALL = """
code = "yunling"
name = "云岭县"

[[townships]]
code = "qinghe"
name = "青河镇"

[[townships.centers]]
code = "maqu"
name = "马曲村社区服务中心"
"""


@dataclass
class Row:
    settings: dict[str, Any]


def example() -> County:
    return parse((Path(bot.__file__).parent / "example.toml").read_text("utf-8"))


def only_center(county: County) -> Center:
    ((center,),) = [township.centers for township in county.townships]
    return center


def settings(county: County, center: Center | None = None) -> Any:
    kept = county.settings(center or only_center(county)).model_dump(mode="json")
    return settings_of(Row(kept))


def problems(text: str) -> list[str]:
    with pytest.raises(UnitsError) as caught:
        parse(text)
    return caught.value.problems


def test_the_example_describes_a_county_a_township_and_two_centers() -> None:
    county = example()

    (township,) = county.townships
    assert (county.name, township.name) == ("云岭县", "青河镇")
    assert [center.code for center in township.centers] == ["maqu", "dongxing"]
    assert township.centers[0].natural_villages == ("上马曲", "下马曲", "柳树湾", "石桥头")


def test_the_example_switches_two_lines_off_in_dongxing() -> None:
    county = example()
    maqu, dongxing = county.townships[0].centers

    assert settings(county, maqu).lines == CATALOGUE.lines
    off = {line.code for line in CATALOGUE.lines} - {line.code for line in settings(county, dongxing).lines}
    assert off == {"shop", "culture"}


def test_what_a_center_leaves_out_is_as_in_the_county() -> None:
    text = SMALL.replace("[[townships]]", 'timezone = "Asia/Urumqi"\nlocale = "en"\n\n[[townships]]')

    here = settings(parse(text))

    assert (here.zone, here.locale, here.hours.zone) == ("Asia/Urumqi", "en", "Asia/Urumqi")


def test_a_center_may_differ_from_the_county() -> None:
    text = SMALL + 'timezone = "Asia/Urumqi"\nlocale = "zh-Hant"\nphone = "+86 900 855-1101"\n'

    here = settings(parse(text))

    assert (here.zone, here.locale, here.phone) == ("Asia/Urumqi", "zh-Hant", "+86 900 855-1101")


def test_a_center_changes_single_days_of_the_countys_office_hours() -> None:
    text = SMALL.replace("[[townships]]", 'office_hours.monday = ["09:00-17:00"]\n[[townships]]')
    text += 'office_hours.friday = ["08:00-11:30"]\n'

    week = settings(parse(text)).hours.week

    assert week[0] == ((time(9), time(17)),)
    assert week[4] == ((time(8), time(11, 30)),)
    assert len(week[1]) == 2


def test_a_line_may_have_its_own_name_and_promises() -> None:
    text = SMALL + 'lines.health = { name = "看病拿药", take_up = "30min", finish = "2wd" }\n'

    here = settings(parse(text))

    health = here.line("health")
    assert here.line_name("health") == "看病拿药"
    assert (health.take_up, health.finish) == (Duration.parse("30min"), Duration.parse("2wd"))
    assert health.topics == CATALOGUE.line("health").topics
    assert here.line_name("shop") is None
    assert here.line("shop") == CATALOGUE.line("shop")


@pytest.mark.parametrize("off", ["false", "{ on = false }"])
def test_a_line_that_is_switched_off_is_gone(off: str) -> None:
    here = settings(parse(SMALL + f"lines.shop = {off}\n"))

    assert here.line("shop") is None
    assert "shop" not in [line.code for line in here.lines]


def test_a_line_may_be_said_to_be_on() -> None:
    assert settings(parse(SMALL + "lines.shop = true\n")).lines == CATALOGUE.lines


def test_a_unit_without_settings_has_the_usual_ones() -> None:
    here = settings_of(Row({}))

    assert here.lines == CATALOGUE.lines
    assert (here.zone, here.locale, here.phone) == ("Asia/Shanghai", "zh-Hans", None)


def test_a_line_that_has_left_the_catalogue_does_no_harm_to_a_kept_unit() -> None:
    here = settings_of(Row({"lines": {"fortune-telling": {"on": True}}}))

    assert here.lines == CATALOGUE.lines


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('phon = "1"', "townships[0].centers[0].phon (in maqu): is not a key that is known here"),
        ('phone = "call me"', "townships[0].centers[0].phone (in maqu): is not written as it must be"),
        ("phone = 110", "townships[0].centers[0].phone (in maqu): must be a text"),
        ('timezone = "Mars"', "townships[0].centers[0].timezone (in maqu): 'Mars' is not a time zone"),
        ('timezone = "../etc/passwd"', "is not a time zone"),
        (
            'locale = "fr"',
            "townships[0].centers[0].locale (in maqu): Input should be 'zh-Hans', 'zh-Hant' or 'en'",
        ),
        ('natural_villages = ["东头", "东头"]', "natural_villages (in maqu): named twice: 东头"),
        ('natural_villages = [" "]', "natural_villages[0] (in maqu): must not be empty"),
        ('natural_villages = "东头"', "natural_villages (in maqu): must be a list"),
        ('office_hours.monday = ["8-9"]', "office_hours.monday (in maqu): '8-9' is not a span of time"),
        ("lines.shopping = false", "lines (in maqu): unknown: shopping; the lines are assistance"),
        (
            'lines.shop = { take_up = "3 days" }',
            "lines.shop.take_up (in maqu): '3 days' is not a length of time",
        ),
        ('lines.shop = { price = "3" }', "lines.shop.price (in maqu): is not a key"),
        ('lines.shop = "off"', "lines.shop (in maqu): must be a table"),
    ],
)
def test_each_mistake_is_told_with_its_place(line: str, sentence: str) -> None:
    (told,) = problems(SMALL + line)

    assert sentence in told


def test_all_mistakes_are_told_at_once() -> None:
    told = problems('name = 1\n[[townships]]\nname = "青河镇"\n')

    assert told == [
        "code: is missing",
        "name: must be a text in quotation marks",
        "townships[0].code: is missing",
    ]


@pytest.mark.parametrize("code", ["Maqu", "马曲", "ma qu", "-maqu", "ma_qu", "a" * 41, ""])
def test_a_code_that_does_not_fit_a_link_is_refused(code: str) -> None:
    assert any("centers[0].code" in one for one in problems(SMALL.replace('"maqu"', f'"{code}"')))


def test_a_code_names_one_unit_only() -> None:
    assert problems(SMALL.replace('"maqu"', '"qinghe"')) == ["the file: code used twice: qinghe"]


def test_a_county_has_townships() -> None:
    assert problems('code = "a"\nname = "b"\ntownships = []') == ["the file: townships must not be empty"]


def test_a_center_is_open_sometimes() -> None:
    closed = "".join(
        f"office_hours.{day} = []\n" for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
    )

    assert problems(SMALL + closed) == ["the file: maqu is never open: give at least one day opening times"]


def test_a_center_offers_something() -> None:
    off = "".join(f"lines.{line.code} = false\n" for line in CATALOGUE.lines)

    assert "at least one line must be on" in problems(SMALL + off)[0]


def test_broken_toml_is_told_with_its_line() -> None:
    (told,) = problems(SMALL + "phone = \n")

    assert told.startswith("This is not TOML:")
    assert "line 12" in told
