"""The catalogue as data: every part fits, and the numbers are those that were promised to villagers."""

from typing import Any

import pytest
from pydantic import ValidationError

from domain.catalogue import CATALOGUE, Catalogue, Duration, catalogue

DESK_TABLE = {
    "assistance": ("assistance", "normal", "4h", "3d"),
    "civil-affairs": ("civil_affairs", "confidential", "1wd", "20wd"),
    "health": ("doctor", "confidential", "1h", "1d"),
    "mediation": ("mediator", "confidential", "4h", "30d"),
    "security": ("security", "confidential", "30min", "7d"),
    "training": ("training", "normal", "1wd", "5wd"),
    "jobs": ("training", "normal", "1wd", "3wd"),
    "village-affairs": ("committee", "normal", "1wd", "10wd"),
    "shop": ("shopkeeper", "normal", "4h", "2d"),
    "culture": ("culture", "normal", "1wd", "3wd"),
    "environment": ("environment", "normal", "4h", "5d"),
}


def raw() -> dict[str, Any]:
    """The shipped catalogue as plain data that a test may spoil."""
    return CATALOGUE.model_dump(mode="json")


@pytest.mark.parametrize("text", ["30min", "4h", "3d", "1wd", "20wd"])
def test_a_duration_reads_what_it_prints(text: str) -> None:
    assert str(Duration.parse(text)) == text


def test_a_duration_has_an_amount_and_a_unit() -> None:
    duration = Duration.parse("30min")
    assert (duration.amount, duration.unit) == (30, "min")


def test_working_days_and_days_are_different_promises() -> None:
    assert Duration.parse("1d") != Duration.parse("1wd")


@pytest.mark.parametrize("text", ["", "h", "4", "4 h", "-1d", "0h", "1.5h", "2w", "3days", "4h "])
def test_anything_else_is_not_a_duration(text: str) -> None:
    with pytest.raises(ValueError, match=r"duration|greater than 0"):
        Duration.parse(text)


def test_a_duration_cannot_be_changed() -> None:
    duration = Duration.parse("4h")
    with pytest.raises(ValidationError):
        duration.amount = 5  # type: ignore[misc]


def test_the_catalogue_has_the_eleven_lines_and_no_other() -> None:
    assert [line.code for line in CATALOGUE.lines] == list(DESK_TABLE)


@pytest.mark.parametrize("code", DESK_TABLE)
def test_each_line_has_its_desk_secrecy_and_promises(code: str) -> None:
    line = CATALOGUE.line(code)
    assert (line.desk, line.secrecy, str(line.take_up), str(line.finish)) == DESK_TABLE[code]


def test_the_urgent_are_taken_up_within_three_minutes() -> None:
    assert CATALOGUE.urgent_take_up == Duration(amount=3, unit="min")


def test_every_desk_is_a_role_somebody_can_hold() -> None:
    assert {line.desk for line in CATALOGUE.lines} <= {role.code for role in CATALOGUE.roles}


def test_roles_are_listed_in_their_order() -> None:
    orders = [role.order for role in CATALOGUE.roles]
    assert orders == sorted(set(orders))
    assert CATALOGUE.roles[0].code == "villager"
    assert CATALOGUE.roles[-1].code == "county"


def test_one_desk_may_answer_for_two_lines() -> None:
    assert [line.code for line in CATALOGUE.lines_of("training")] == ["training", "jobs"]
    assert CATALOGUE.lines_of("villager") == ()


def test_the_first_menu_has_at_most_five_choices_and_none_is_empty() -> None:
    assert len(CATALOGUE.groups) <= 5
    for group in CATALOGUE.groups:
        assert 1 <= len(CATALOGUE.lines_in(group.code)) <= 5


def test_every_line_is_in_the_menu_exactly_once() -> None:
    listed = [line.code for group in CATALOGUE.groups for line in CATALOGUE.lines_in(group.code)]
    assert sorted(listed) == sorted(DESK_TABLE)


def test_every_line_has_its_own_icon() -> None:
    icons = [line.icon for line in CATALOGUE.lines]
    assert len(set(icons)) == len(icons)


def test_volunteers_help_where_the_work_is_not_confidential() -> None:
    welcoming = {line.code for line in CATALOGUE.lines if line.volunteers}
    assert welcoming == {"assistance", "shop", "culture", "environment"}
    assert not any(CATALOGUE.line(code).confidential for code in welcoming)


def test_the_shop_wants_volunteers_for_delivery_only() -> None:
    shop = CATALOGUE.line("shop")
    assert shop.welcomes_volunteers("delivery")
    assert not shop.welcomes_volunteers("seed")
    assert not shop.welcomes_volunteers()


def test_other_lines_welcome_volunteers_for_any_topic_or_none() -> None:
    assert CATALOGUE.line("assistance").welcomes_volunteers("meals")
    assert CATALOGUE.line("assistance").welcomes_volunteers()
    assert not CATALOGUE.line("health").welcomes_volunteers("illness")


def test_security_and_village_affairs_may_be_told_without_a_name() -> None:
    assert {line.code for line in CATALOGUE.lines if line.anonymous} == {"security", "village-affairs"}


def test_an_emergency_has_a_hotline_and_a_line_that_hears_of_it() -> None:
    assert CATALOGUE.emergency("medical").hotline == "120"
    assert CATALOGUE.emergency("violence").hotline == "110"
    assert CATALOGUE.emergency("fire").hotline == "119"
    assert {emergency.line for emergency in CATALOGUE.emergencies} == {"health", "security"}


@pytest.mark.parametrize("find", [CATALOGUE.line, CATALOGUE.role, CATALOGUE.group, CATALOGUE.emergency])
def test_an_unknown_code_is_a_key_error(find: Any) -> None:
    with pytest.raises(KeyError, match="nonsense"):
        find("nonsense")


def test_the_catalogue_is_read_once() -> None:
    assert catalogue() is CATALOGUE


def test_a_dumped_catalogue_can_be_read_again() -> None:
    assert Catalogue.model_validate(raw()) == CATALOGUE


def test_a_new_line_is_data_and_no_code() -> None:
    data = raw()
    new = {**data["lines"][0], "code": "ferry", "topics": ["crossing", "tickets", "cargo"]}
    new |= {"take_up": "2h", "volunteer_topics": []}
    grown = Catalogue.model_validate({**data, "lines": [*data["lines"], new]})
    assert grown.line("ferry").take_up == Duration(amount=2, unit="h")


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        (("lines", 0, "desk"), "nobody", "desk unknown"),
        (("lines", 0, "group"), "nowhere", "group unknown"),
        (("lines", 1, "code"), "assistance", "line named twice"),
        (("lines", 1, "topics"), ["care", "b", "c"], "topic named twice"),
        (("lines", 0, "volunteer_topics"), ["seed"], "must be topics of it"),
        (("lines", 0, "secrecy"), "secret", "confidential"),
        (("lines", 0, "take_up"), "soon", "not a duration"),
        (("lines", 0, "colour"), "red", "Extra inputs"),
        (("roles", 1, "code"), "villager", "role named twice"),
        (("emergencies", 0, "hotline"), "911", "119"),
        (("emergencies", 0, "line"), "nowhere", "line unknown"),
    ],
)
def test_parts_that_do_not_fit_are_refused(path: tuple[str, int, str], value: Any, complaint: str) -> None:
    data = raw()
    part, index, field = path
    data[part][index][field] = value
    with pytest.raises(ValidationError, match=complaint):
        Catalogue.model_validate(data)


@pytest.mark.parametrize(
    ("kind", "complaint"), [("course", "only times go on"), ("loan", "only times go on")]
)
def test_only_times_go_on_from_day_to_day(kind: str, complaint: str) -> None:
    data = raw()
    next(one for one in data["activities"] if one["code"] == kind)["goes_on"] = True
    with pytest.raises(ValidationError, match=complaint):
        Catalogue.model_validate(data)


def test_a_sixth_menu_group_is_refused() -> None:
    data = raw()
    data["groups"].append({"code": "more", "icon": "➕"})
    with pytest.raises(ValidationError, match="at most 5"):
        Catalogue.model_validate(data)
