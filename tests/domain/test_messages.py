"""Messages as values: they survive being kept as JSON, and a wrong one cannot be made."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import permutations
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from domain import certificates
from domain.messages import (
    Attachment,
    Bar,
    Button,
    Card,
    CardLine,
    Certificate,
    Chart,
    Content,
    Key,
    Kind,
    Moment,
    Outgoing,
    Poster,
    Rows,
    Said,
    Shade,
    Sheet,
    Signature,
    SignupList,
    Table,
    Text,
    t,
    verbatim,
)
from domain.printed import ListRow, ListSession

names = st.text("abcdefgh-", min_size=1, max_size=10)
moments = st.builds(
    Moment, at=st.datetimes(timezones=st.just(UTC)), zone=st.sampled_from(["Asia/Shanghai", "Asia/Urumqi"])
)
leaves = st.one_of(st.text(max_size=20), st.integers(-(10**9), 10**9), moments)


plain = st.builds(Text, id=names, args=st.dictionaries(names, leaves, max_size=2))
nested = st.one_of(leaves, plain, st.lists(plain, max_size=2))
texts = st.builds(Text, id=names, args=st.dictionaries(names, nested, max_size=3))
contents = st.builds(
    Content,
    kind=st.sampled_from(get_args(Kind)),
    text=st.text(max_size=50),
    file_id=st.none() | names,
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
    title=st.none() | st.text(max_size=10),
    phone=st.none() | names,
    group=st.none() | names,
)
buttons = st.builds(Button, text=texts, tap=names)
charts = st.builds(
    lambda title, label, counts: Chart(
        title=title,
        legend=tuple(Shade(text=label, tone="calm") for _ in counts),
        bars=(Bar(label=label, counts=tuple(counts)),),
    ),
    plain,
    plain,
    st.lists(st.integers(0, 99), min_size=1, max_size=3),
)
cards = st.builds(
    Card,
    name=plain,
    title=plain,
    lines=st.lists(st.builds(CardLine, label=plain, value=texts), min_size=1, max_size=3).map(tuple),
    note=st.none() | plain,
)
cells = (
    plain | st.integers(-(10**9), 10**9) | st.text(max_size=20) | st.from_regex(r"1\d{10}", fullmatch=True)
)
tables = st.integers(1, 3).flatmap(
    lambda columns: st.builds(
        Table,
        name=plain,
        header=st.tuples(*[plain] * columns),
        rows=st.lists(st.tuples(*[cells] * columns), max_size=3).map(tuple),
    )
)
some_rows = st.integers(1, 3).flatmap(
    lambda columns: st.builds(
        Rows,
        header=st.tuples(*[st.text(max_size=5)] * columns),
        cells=st.lists(st.tuples(*[st.text(max_size=5)] * columns), max_size=3).map(tuple),
    )
)
sheets = st.builds(
    Sheet,
    name=plain,
    unit=st.text(max_size=10),
    form=st.sampled_from(["notice", "publicity"]),
    kind=plain,
    number=st.none() | names,
    corrected=st.none() | st.text(max_size=10),
    withdrawn=st.booleans(),
    title=st.text(max_size=10),
    body=st.text(max_size=50),
    rows=st.none() | some_rows,
    dated=moments,
    posted=st.none() | st.tuples(moments, moments),
    signatures=st.lists(
        st.builds(Signature, part=st.sampled_from(["author", "checker"]), name=st.none() | names), max_size=2
    ).map(tuple),
    link=st.none() | names,
)
list_rows = st.builds(
    ListRow,
    number=st.integers(1, 10**6),
    name=st.text(max_size=10),
    village=st.text(max_size=5),
    by=st.none() | st.text(max_size=5),
    phone=st.from_regex("[0-9]{0,4}", fullmatch=True),
)
signup_lists = st.builds(
    lambda people, at, **about: SignupList(
        sessions=(ListSession(nth=2, at=at),),
        of=3,
        rows=tuple(people[1:]),
        waiting=tuple(people[:1]),
        **about,
    ),
    people=st.lists(list_rows, max_size=3, unique_by=lambda row: row.number),
    at=moments,
    name=plain,
    unit=st.text(max_size=5),
    title=st.text(max_size=5),
    place=st.text(max_size=5),
)
given_out = st.builds(
    Certificate,
    name=plain,
    unit=st.text(max_size=5),
    person=st.text(max_size=5),
    course=st.text(max_size=5),
    days=st.tuples(moments, moments),
    attended=st.integers(1, 5),
    sessions=st.integers(5, 9),
    number=st.builds(
        certificates.number, st.integers(2000, 2099), st.integers(1, 9999), st.integers(1, 9999)
    ),
    dated=moments,
    link=names,
)
posters = st.builds(
    Poster,
    name=plain,
    purpose=st.sampled_from(["checkin", "signup"]),
    unit=st.text(max_size=5),
    title=st.text(max_size=5),
    place=st.text(max_size=5),
    times=st.lists(moments, min_size=1, max_size=2).map(tuple),
    link=names,
    digits=st.none() | st.from_regex("[0-9]{4}", fullmatch=True),
)
attachments = charts | cards | tables | sheets | signup_lists | given_out | posters
outgoings = st.builds(
    Outgoing,
    text=st.none() | texts,
    content=st.none() | contents,
    attachment=st.none() | attachments,
    buttons=st.lists(st.lists(buttons, max_size=2), max_size=2),
    keys=st.none() | st.lists(st.lists(st.builds(Key, text=texts), max_size=2), max_size=2),
    reply_to=st.none() | st.integers(1, 10**6),
)


@given(texts)
def test_a_text_comes_back_from_its_json(text: Text) -> None:
    assert Text.model_validate(json.loads(json.dumps(text.pack()))) == text


@given(contents)
def test_what_somebody_sent_comes_back_from_its_json(content: Content) -> None:
    assert Content.model_validate(json.loads(json.dumps(content.pack()))) == content


@given(contents, st.integers(1, 2**31))
def test_what_somebody_said_comes_back_with_the_id_of_its_message(content: Content, message_id: int) -> None:
    said = Said(content=content, message_id=message_id)

    assert Said.model_validate(json.loads(json.dumps(said.pack()))) == said


@settings(max_examples=40)
@given(outgoings)
def test_a_message_comes_back_from_its_json(message: Outgoing) -> None:
    assert Outgoing.model_validate(json.loads(json.dumps(message.pack()))) == message


@given(attachments)
def test_what_is_attached_comes_back_as_the_kind_it_was(attachment: Attachment) -> None:
    row = json.loads(json.dumps(Outgoing(attachment=attachment).pack()))

    assert type(Outgoing.model_validate(row).attachment) is type(attachment)


def test_no_two_kinds_of_attachment_have_the_same_fields() -> None:
    """And none can do with what another must have, since a row leaves out what is as usual."""
    for one, other in permutations(get_args(Attachment), 2):
        needed = {name for name, field in one.model_fields.items() if field.is_required()}
        assert not needed <= set(other.model_fields), (one, other)


@given(charts)
def test_a_chart_of_an_older_row_is_still_read(chart: Chart) -> None:
    older = {"text": {"id": "center-overview"}, "chart": chart.pack()}

    assert Outgoing.model_validate(older) == Outgoing(text=t("center-overview"), attachment=chart)


def test_what_has_digits_only_stays_text_in_a_table() -> None:
    table = Table(name=t("a"), header=(t("b"), t("c")), rows=(("13800000001", 3),))

    assert Table.model_validate(json.loads(json.dumps(table.pack()))).rows == (("13800000001", 3),)


def test_what_says_nothing_special_takes_no_room() -> None:
    assert Content(text="水管坏了").pack() == {"text": "水管坏了"}


def test_a_message_taken_from_a_row_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Content(text="一").text = "二"


def test_a_moment_must_say_its_time_zone() -> None:
    with pytest.raises(ValidationError, match="timezone"):
        Moment(at=datetime(2026, 11, 24, 10, 0))  # noqa: DTZ001 - that is what is refused


@pytest.mark.parametrize(
    "meaning",
    [
        {},
        {"tap": "go|home", "url": "https://example.org"},
        {"tap": ""},
        {"tap": "go|" + "x" * 62},
        {"tap": "村" * 22},
    ],
    ids=["none", "two", "empty", "65 bytes", "66 bytes of Chinese"],
)
def test_a_button_means_exactly_one_thing_that_the_network_can_carry(meaning: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Button(text=t("button-home"), **meaning)


def test_a_button_may_be_as_long_as_the_network_allows() -> None:
    assert Button(text=t("button-home"), tap="go|" + "x" * 61).tap


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_knows_whether_it_carries_words(kind: Kind) -> None:
    wordless = {"text", "video_note", "sticker", "location", "venue", "contact"}

    assert Content(kind=kind).captionable == (kind not in wordless)


def test_an_unknown_kind_or_field_is_refused() -> None:
    for wrong in ({"kind": "poll"}, {"colour": "red"}):
        with pytest.raises(ValidationError):
            Content.model_validate(wrong)


def test_somebodys_words_are_a_text_like_any_other() -> None:
    assert verbatim("<b>王</b>") == Text(id="verbatim", args={"text": "<b>王</b>"})


@pytest.mark.parametrize(
    ("shades", "bars"), [(0, [()]), (1, []), (2, [(1,)]), (1, [(1, 2)]), (1, [(-1,)]), (2, [(1, 2), (1,)])]
)
def test_a_chart_that_does_not_add_up_cannot_be_made(shades: int, bars: list[tuple[int, ...]]) -> None:
    with pytest.raises(ValidationError):
        Chart(
            title=t("a"),
            legend=tuple(Shade(text=t("b"), tone="late") for _ in range(shades)),
            bars=tuple(Bar(label=t("c"), counts=counts) for counts in bars),
        )


@pytest.mark.parametrize(
    ("columns", "rows"), [(0, ()), (0, ((),)), (1, ((),)), (2, (("a", 1), ("b",))), (1, (("a", 1),))]
)
def test_a_table_that_is_not_straight_cannot_be_made(columns: int, rows: tuple[tuple[str, ...], ...]) -> None:
    with pytest.raises(ValidationError):
        Table(name=t("a"), header=tuple(t("b") for _ in range(columns)), rows=rows)


@pytest.mark.parametrize(
    ("columns", "cells"), [(0, ()), (1, ((),)), (2, (("a", "b"), ("c",))), (1, (("a", "b"),)), (1, ((1,),))]
)
def test_a_notices_table_is_straight_and_of_words(columns: int, cells: tuple[tuple[str, ...], ...]) -> None:
    with pytest.raises(ValidationError):
        Rows(header=("a",) * columns, cells=cells)


def test_a_table_may_have_no_rows_but_a_card_has_lines() -> None:
    assert Table(name=t("a"), header=(t("b"),), rows=()).rows == ()
    with pytest.raises(ValidationError):
        Card(name=t("a"), title=t("b"), lines=())
