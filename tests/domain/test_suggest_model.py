"""The linear model: packing, probabilities, and what it is shown of a sentence."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue import CATALOGUE
from domain.suggest import NOT_URGENT
from domain.suggest_model import Model, counted, evidence, models
from domain.suggest_reading import read

WEIGHTS = {"warm": [2.0, -1.0], "cold": [-2.0, 1.5], "dull": [0.0, 0.0]}


def test_weights_survive_packing_to_within_a_step() -> None:
    model = Model.packed(("sun", "snow"), WEIGHTS)
    assert [(ord(step) - ord("O")) * model.scale for step in model.rows["cold"]] == pytest.approx(
        WEIGHTS["cold"], abs=model.scale / 2
    )


def test_every_weight_is_one_printable_character() -> None:
    model = Model.packed(("sun", "snow"), WEIGHTS)
    assert all(len(row) == 2 and row.isascii() and row.isprintable() for row in model.rows.values())


def test_rows_that_tell_nothing_are_dropped() -> None:
    assert set(Model.packed(("sun", "snow"), WEIGHTS).rows) == {"warm", "cold"}


def test_a_packed_model_can_be_written_and_read_again() -> None:
    model = Model.packed(("sun", "snow"), WEIGHTS)
    assert Model.loaded(json.loads(json.dumps(model._asdict()))) == model


def test_the_feature_seen_decides() -> None:
    model = Model.packed(("sun", "snow"), WEIGHTS)
    assert model.probabilities(counted({"warm": 1.0}))["sun"] > 0.9
    assert model.probabilities(counted({"cold": 1.0}))["snow"] > 0.9


def test_unknown_features_leave_all_labels_equal() -> None:
    assert Model.packed(("sun", "snow"), WEIGHTS).probabilities(counted({"fog": 3.0})) == {
        "sun": 0.5,
        "snow": 0.5,
    }


@given(st.dictionaries(st.sampled_from(["warm", "cold", "dull", "fog"]), st.floats(0, 50)))
def test_probabilities_are_shares_of_one(seen: dict[str, float]) -> None:
    shares = Model.packed(("sun", "snow"), WEIGHTS).probabilities(counted(seen))
    assert sum(shares.values()) == pytest.approx(1)
    assert all(0 <= share <= 1 for share in shares.values())


@given(st.dictionaries(st.sampled_from(["warm", "cold"]), st.floats(0, 50), min_size=1))
def test_weights_side_by_side_in_one_number_weigh_as_they_do_one_by_one(seen: dict[str, float]) -> None:
    model = Model.packed(("sun", "snow"), WEIGHTS)
    sums = [0.0, 0.0]
    for feature, value in seen.items():
        for place, weight in enumerate(model.rows[feature]):
            sums[place] += value * (ord(weight) - ord("O"))
    shares = [math.exp((one - max(sums)) * model.scale) for one in sums]
    expected = [share / sum(shares) for share in shares]
    assert list(model.probabilities(counted(seen)).values()) == pytest.approx(expected, abs=1e-3)


def test_the_models_that_ship_know_every_line_emergency_and_topic() -> None:
    known = models()
    assert known.lines.labels == tuple(line.code for line in CATALOGUE.lines)
    assert known.kinds.labels == (NOT_URGENT, *(kind.code for kind in CATALOGUE.emergencies))
    assert {line: model.labels for line, model in known.topics.items()} == {
        line.code: line.topics for line in CATALOGUE.lines
    }


def test_an_alarm_counts_as_much_in_a_long_sentence_as_in_a_short_one() -> None:
    short, long = evidence(read("着火了")), evidence(read("今天赶集回来路过村口看见老王家着火了"))
    assert short["=alarms:fire"] == long["=alarms:fire"]


def test_a_stretch_of_characters_counts_less_in_a_long_sentence() -> None:
    short, long = evidence(read("路灯坏了")), evidence(read("我们那条巷子最里头的路灯坏了好几天没人修"))
    assert short["c路灯"] > long["c路灯"]


def test_a_calming_word_beside_an_alarm_is_evidence_of_its_own() -> None:
    assert "alarm beside calm:past" in evidence(read("去年着火"))
    assert "alarm beside calm:past" not in evidence(read("去年种的苹果"))


def test_a_call_beside_an_alarm_is_evidence_of_its_own() -> None:
    assert "alarm beside call" in evidence(read("着火了快来人"))
    assert "no alarm" in evidence(read("快来买米"))


@given(st.text(max_size=120))
def test_evidence_of_any_text_is_finite(text: str) -> None:
    assert all(0 <= value < 10 for value in evidence(read(text)).values())
