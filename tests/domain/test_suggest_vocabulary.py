"""The vocabulary: complete, folded, and found as written, as it sounds and in two parts."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import domain
from domain.catalogue import CATALOGUE
from domain.suggest_reading import fold, read
from domain.suggest_vocabulary import find, index, terms, vocabulary

SECTIONS: dict[str, dict[str, str]] = tomllib.loads(
    Path(domain.__file__).with_name("vocabulary.toml").read_text("utf-8")
)


def all_terms() -> Iterator[str]:
    """Every term of every section."""
    for entries in SECTIONS.values():
        for text in entries.values():
            yield from terms(text)


@pytest.mark.parametrize("topic", [topic for line in CATALOGUE.lines for topic in line.topics])
def test_every_topic_has_words(topic: str) -> None:
    assert len(terms(SECTIONS["topics"][topic])) >= 20


def test_no_words_are_kept_for_topics_that_do_not_exist() -> None:
    assert set(SECTIONS["topics"]) == {topic for line in CATALOGUE.lines for topic in line.topics}


def test_every_kind_of_emergency_has_words() -> None:
    assert set(SECTIONS["alarms"]) == {emergency.code for emergency in CATALOGUE.emergencies}


def test_terms_are_written_as_sentences_are_folded() -> None:
    assert [term for term in all_terms() for part in term.split("…") if fold(part) != part] == []


def test_a_gap_stands_between_parts() -> None:
    gapped = [term.split("…") for term in all_terms() if "…" in term]
    assert gapped
    assert all(all(parts) for parts in gapped)


def test_the_index_that_ships_is_made_from_the_words() -> None:
    made, shipped = index(SECTIONS), vocabulary()
    assert made.written == shipped.written
    assert made.spoken == shipped.spoken
    assert json.loads(json.dumps(made.gapped)) == shipped.gapped


def test_terms_are_listed_once_and_bare() -> None:
    assert terms(" 低保, 五保,\n低保 ,, 微耕机… ") == ["低保", "五保", "微耕机"]


def test_a_word_counts_for_its_topic_and_its_line() -> None:
    found = find(read("想申请低保"))
    assert found.written["topics:living-allowance"] >= 1
    assert found.written["lines:civil-affairs"] >= found.written["topics:living-allowance"]


def test_a_word_with_a_wrong_character_is_heard() -> None:
    found = find(read("垃级"))
    assert found.spoken["topics:rubbish"] + found.written["topics:rubbish"] >= 1


def test_what_is_found_as_written_is_not_heard_again() -> None:
    assert "topics:vaccination" not in find(read("疫苗")).spoken


def test_pinyin_is_heard() -> None:
    assert find(read("yimiao")).spoken["topics:vaccination"] >= 1


def test_english_phrases_are_found_word_by_word() -> None:
    assert find(read("She has CHEST PAIN")).written["alarms:medical"] >= 1
    assert find(read("chestpain")).written["alarms:medical"] == 0


def test_a_term_in_parts_is_found_around_a_few_characters() -> None:
    assert find(read("他拿着一把刀")).written["alarms:violence"] >= 1


def test_a_term_may_have_three_parts() -> None:
    assert find(read("墙突然塌了压住一个人")).written["alarms:trapped"] >= 1


def test_a_term_in_parts_is_not_found_across_a_whole_sentence() -> None:
    near, far = find(read("换个灯泡")), find(read("换" + "了一下院子里面" * 2 + "灯泡"))
    assert near.written["topics:repair"] > far.written["topics:repair"]


def test_calming_and_calling_words_are_found() -> None:
    found = find(read("去年着过火 快来人"))
    assert found.written["calm:past"] >= 1
    assert found.written["calls:now"] >= 1


def test_nothing_is_found_in_nothing() -> None:
    assert find(read("")).written == find(read("")).spoken == {}
