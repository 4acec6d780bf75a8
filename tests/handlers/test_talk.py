"""Turning pages, and telling what a message is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Message

from domain.messages import Button, Content, t
from domain.tap import unpack
from domain.taps import Page
from handlers.content import content_of
from handlers.talk import CHOICES, aside, folded, left_over, paged, tap

BASE = {
    "message_id": 1,
    "date": int(datetime(2026, 11, 24, tzinfo=UTC).timestamp()),
    "chat": {"id": 1, "type": "private"},
}
FILE = {"file_id": "F", "file_unique_id": "U", "duration": 3, "width": 5, "height": 5, "length": 5}
STICKER = {**FILE, "type": "regular", "is_animated": False, "is_video": False}


def buttons(count: int) -> list[Button]:
    return [tap("button-home", Page("x", n)) for n in range(count)]


@given(st.integers(0, 60), st.integers(-5, 30), st.integers(1, 8))
def test_pages_never_show_more_than_fits_and_together_everything_once(
    count: int, page: int, size: int
) -> None:
    items = buttons(count)
    rows = paged(items, page, lambda n: Page("list", n), size=size)
    shown = [row[0] for row in rows if row[0] in items]

    assert len(shown) <= size
    last = max(0, (count - 1) // size)
    every = [paged(items, n, lambda n: Page("list", n), size=size) for n in range(last + 1)]
    assert [row[0] for rows in every for row in rows if row[0] in items] == items


@given(st.integers(0, 60), st.integers(-5, 30))
def test_turning_pages_leads_only_to_pages_there_are(count: int, page: int) -> None:
    rows = paged(buttons(count), page, lambda n: Page("list", n))
    turns = [
        unpack(button.tap or "") for row in rows for button in row if button.tap and "list" in button.tap
    ]

    assert all(isinstance(turn, Page) and 0 <= turn.number <= max(0, (count - 1) // 5) for turn in turns)


@given(st.integers(0, 2 * CHOICES - 1))
def test_choices_are_five_at_most_and_what_is_left_is_one_screen_further(count: int) -> None:
    items = buttons(count)
    first, then = folded(items, "others"), left_over(items)

    assert len(first) <= CHOICES and len(then) <= CHOICES
    if count <= CHOICES:
        assert [row[0] for row in first] == items
    else:
        assert [row[0] for row in [*first[:-1], *then]] == items
        assert first[-1][0].tap == "go|others"


def test_every_screen_ends_with_back_and_a_person() -> None:
    assert [button.tap for button in aside("more")] == ["go|more", "go|person"]


@pytest.mark.parametrize(
    ("sent", "content"),
    [
        ({"text": "灯坏了"}, Content(text="灯坏了")),
        (
            {
                "photo": [{**FILE, "file_id": "small"}, {**FILE, "file_id": "big"}],
                "caption": "看",
                "media_group_id": "G",
            },
            Content(kind="photo", file_id="big", text="看", group="G"),
        ),
        ({"voice": FILE}, Content(kind="voice", file_id="F")),
        ({"video": FILE, "caption": "看"}, Content(kind="video", file_id="F", text="看")),
        ({"video_note": FILE}, Content(kind="video_note", file_id="F")),
        ({"audio": FILE}, Content(kind="audio", file_id="F")),
        ({"document": FILE}, Content(kind="document", file_id="F")),
        ({"animation": FILE, "document": FILE}, Content(kind="animation", file_id="F")),
        ({"sticker": STICKER}, Content(kind="sticker", file_id="F")),
        (
            {"location": {"latitude": 30.5, "longitude": 104.5}},
            Content(kind="location", latitude=30.5, longitude=104.5),
        ),
        (
            {
                "location": {"latitude": 30.5, "longitude": 104.5},
                "venue": {
                    "location": {"latitude": 30.5, "longitude": 104.5},
                    "title": "村口",
                    "address": "大榕树下",
                },
            },
            Content(kind="venue", latitude=30.5, longitude=104.5, title="村口", text="大榕树下"),
        ),
        (
            {"contact": {"phone_number": "139", "first_name": "王", "last_name": "秀英"}},
            Content(kind="contact", phone="139", title="王 秀英"),
        ),
        (
            {"contact": {"phone_number": "139", "first_name": ""}},
            Content(kind="contact", phone="139", title="139"),
        ),
        ({"dice": {"emoji": "🎲", "value": 3}}, None),
        ({}, None),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, dict) else None,
)
def test_a_message_is_taken_for_what_it_is(sent: dict[str, Any], content: Content | None) -> None:
    message = Message.de_json({**BASE, **sent}, None)

    assert message is not None
    assert content_of(message) == content


def test_a_text_is_named_by_its_id_and_a_button_carries_its_meaning() -> None:
    button = tap("button-text", Page("mine", 2), text="上马曲")

    assert button == Button(text=t("button-text", text="上马曲"), tap="page|mine|2")
