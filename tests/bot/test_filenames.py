"""Names of files, whoever thought of them."""

from __future__ import annotations

import sys

import pytest

from bot.filenames import safe_name


@pytest.mark.parametrize(
    "name", ["申请表.pdf", "您家的帮扶人", "Mrs Wang's list (2).xlsx", "ཡུལ་མི།", "e\u0301te\u0301"]
)
def test_a_name_in_any_script_stays_as_it_is(name: str) -> None:
    assert safe_name(name) == name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a\r\nb/c", "ab_c"),
        ("..\\..\\名单.xlsx", "_.._名单.xlsx"),
        ('a:b*c?d"e<f>g|h', "a_b_c_d_e_f_g_h"),
        ("名单\u202efdp.exe", "名单fdp.exe"),
        ("CON", "CON_"),
        ("lpt1.pdf", "lpt1_.pdf"),
        (" 名单. ", "名单"),
        (".hidden", "hidden"),
    ],
)
def test_what_some_file_system_does_not_allow_is_taken_out(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@pytest.mark.parametrize("name", ["", "\n", "..", " ", "\u200d"])
def test_a_name_of_which_nothing_is_left_is_file(name: str) -> None:
    assert safe_name(name) == "file"


def test_a_name_is_as_long_as_file_systems_allow_and_no_longer() -> None:
    assert safe_name("王" * 85) == "王" * 85
    assert len(safe_name("王" * 300).encode()) <= 255


def test_the_name_is_the_same_on_a_machine_that_knows_only_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "getfilesystemencoding", lambda: "ascii")
    assert safe_name("帮扶卡 王秀英") == "帮扶卡 王秀英"
