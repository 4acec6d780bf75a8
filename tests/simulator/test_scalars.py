"""Single values, as a form or JSON may carry them."""

from typing import Any

import pytest

from simulator.scalars import SCALARS, SchemaError, Upload, json_string, limited

FILE = Upload("x", "text/plain", b"x")


@pytest.mark.parametrize(
    ("kind", "given", "meant"),
    [
        ("Integer", 5, 5),
        ("Integer", "5", 5),
        ("Integer", "-1002000000001", -1_002_000_000_001),
        ("Float", 5, 5.0),
        ("Float", "30.66", 30.66),
        ("Float", "-1e-3", -0.001),
        ("String", "五", "五"),
        ("String", 5, "5"),
        ("String", "", ""),
        ("Boolean", True, True),
        ("Boolean", "True", True),
        ("Boolean", "yes", True),
        ("Boolean", "1", True),
        ("Boolean", "false", False),
        ("Boolean", "0", False),
        ("InputFile", FILE, FILE),
    ],
)
def test_a_value_is_understood(kind: str, given: Any, meant: Any) -> None:
    understood = SCALARS[kind](given, "x")
    assert understood == meant
    assert type(understood) is type(meant)


@pytest.mark.parametrize(
    ("kind", "given", "named"),
    [
        ("Integer", "5x", "Number"),
        ("Integer", "", "Number"),
        ("Integer", " 5", "Number"),
        ("Integer", 5.0, "Number"),
        ("Integer", True, "Number"),
        ("Integer", "9" * 20, "Number"),
        ("Integer", "٥", "Number"),
        ("Float", "nan", "Number"),
        ("Float", "1,5", "Number"),
        ("Float", False, "Number"),
        ("String", True, "String"),
        ("String", ["x"], "String"),
        ("String", FILE, "String"),
        ("Boolean", "maybe", "Boolean"),
        ("Boolean", 1, "Boolean"),
        ("InputFile", "x", "InputFile"),
    ],
)
def test_a_value_that_means_nothing_is_refused(kind: str, given: Any, named: str) -> None:
    with pytest.raises(SchemaError, match=f'^Field "x" must be of type {named}$'):
        SCALARS[kind](given, "x")


def test_half_a_surrogate_pair_is_no_text() -> None:
    assert json_string("🏟", "x") == "🏟"
    with pytest.raises(SchemaError, match=r"^Strings must be encoded in UTF-8$"):
        json_string("\ud83c", "x")


@pytest.mark.parametrize(("text", "fits"), [("", False), ("中", True), ("中" * 3, True), ("中" * 4, False)])
def test_lengths_in_bytes_count_utf8(text: str, fits: bool) -> None:
    check = limited(SCALARS["String"], {"min": 1, "max": 9, "unit": "bytes"})
    if fits:
        assert check(text, "x") == text
    else:
        bound = "must not exceed 9" if text else "must be at least 1"
        with pytest.raises(SchemaError, match=f'^Field "x" length {bound}$'):
            check(text, "x")


def test_without_a_limit_a_check_is_left_alone() -> None:
    assert limited(SCALARS["String"], {}) is SCALARS["String"]


def test_an_error_is_said_of_the_object_that_holds_the_value_but_once() -> None:
    inner = SchemaError('Field "text" must be of type String').inside("button")
    assert str(inner) == 'Can\'t parse button: Field "text" must be of type String'
    assert inner.inside("keyboard") is inner
    code = SchemaError("BUTTON_DATA_INVALID")
    assert code.inside("button") is code
