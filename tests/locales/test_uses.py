"""Every text the code names is there with what it wants, and every text that is there is named."""

from __future__ import annotations

from collections import Counter

import pytest

from domain.catalogue import CATALOGUE
from locales import LANGUAGES
from tests.locales.expansions import EXPANSIONS, NAMED_ELSEWHERE, ids_of, key_of
from tests.locales.texts import texts
from tests.locales.uses import Use, all_uses, uses_in

MASTER = "zh-Hans"


def _named() -> dict[str, list[Use]]:
    found: dict[str, list[Use]] = {}
    for use in all_uses():
        for text_id in ids_of(use):
            found.setdefault(text_id, []).append(use)
    return found


def test_the_code_names_texts_in_every_package_that_talks() -> None:
    talking = Counter(use.place.split("/")[0] for use in all_uses())
    assert talking["handlers"] > 100 and talking["services"] > 50 and talking["locales"] >= 5


def test_every_id_with_a_part_known_only_at_run_time_is_written_out() -> None:
    unknown = {
        use.place: key_of(use) for use in all_uses() if use.is_pattern and key_of(use) not in EXPANSIONS
    }
    assert unknown == {}


def test_every_function_that_is_given_an_id_is_known() -> None:
    unknown = {
        use.place: use.function for use in all_uses() if not use.id and use.function not in NAMED_ELSEWHERE
    }
    assert unknown == {}


def test_the_tables_hold_nothing_the_code_no_longer_says() -> None:
    patterns = {key_of(use) for use in all_uses() if use.is_pattern}
    functions = {use.function for use in all_uses() if not use.id}
    assert set(EXPANSIONS) - patterns == set()
    assert set(NAMED_ELSEWHERE) - functions == set()


def test_no_text_is_missing() -> None:
    missing = {text_id: uses[0].place for text_id, uses in _named().items() if text_id not in texts(MASTER)}
    assert missing == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_left_over(language: str) -> None:
    assert sorted(set(texts(language)) - set(_named())) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_call_passes_what_the_text_wants(language: str) -> None:
    short = {
        f"{use.place} {text_id}": sorted(texts(language)[text_id].variables - use.arguments)
        for text_id, uses in _named().items()
        for use in uses
        if text_id in texts(language) and use.arguments is not None
        if not texts(language)[text_id].variables <= use.arguments
    }
    assert short == {}


def test_every_line_topic_and_role_of_the_catalogue_has_a_name() -> None:
    ids = [f"line-{line.code}" for line in CATALOGUE.lines]
    ids += [f"topic-{topic}" for line in CATALOGUE.lines for topic in line.topics]
    ids += [f"role-{role.code}" for role in CATALOGUE.roles]
    assert [text_id for text_id in ids if text_id not in texts(MASTER)] == []


def test_no_two_lines_topics_roles_or_states_have_the_same_name() -> None:
    for language in LANGUAGES:
        for prefix in ("line-", "topic-", "role-", "status-", "group-"):
            words = Counter(
                text.words for text_id, text in texts(language).items() if text_id.startswith(prefix)
            )
            assert [name for name, count in words.items() if count > 1] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('t("sent", number=n)', [("sent", {"number"}, False)]),
        ('tap("button-open", Open(1), head=h)', [("button-open", {"head"}, True)]),
        ('cards.button("button-take", Do("take", 1))', [("button-take", set(), True)]),
        ('Button(text=t("button-stars", stars=3), tap=x)', [("button-stars", {"stars"}, True)]),
        ('Key(text=t("key-ask"))', [("key-ask", set(), True)]),
        ('t(f"role-{grant.role}")', [("role-{}", set(), False)]),
        ("t(f\"reason-{data['action']}-done\", head=h)", [("reason-{}-done", {"head"}, False)]),
        ('t("a" if late else f"b-{n}")', [("a", set(), False), ("b-{}", set(), False)]),
        ("t(text_id, **args)", [("", None, False)]),
        ('Text(id="a", args=args)', [("a", None, False)]),
        ('format_text("day", {"day": d, "lunar": m}, language)', [("day", {"day", "lunar"}, False)]),
        ("format_text(text.id, args, language)", [("", None, False)]),
        ('self.button("one")', []),
        ('print("t")', []),
    ],
)
def test_a_use_is_found_however_it_is_written(
    source: str, found: list[tuple[str, set[str] | None, bool]]
) -> None:
    uses = uses_in(source, "x.py")
    assert [(use.id, use.arguments, use.label) for use in uses] == found


def test_a_use_knows_the_function_it_stands_in() -> None:
    source = "async def outer():\n    def inner():\n        return t(x)\n    return t(y)\n"
    assert [use.function for use in uses_in(source, "x.py")] == ["x.py:inner", "x.py:outer"]
    assert [use.place for use in uses_in(source, "x.py")] == ["x.py:3", "x.py:4"]
