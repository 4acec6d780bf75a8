"""What a request tells: its words in a few lines, and what follows in messages of their own."""

from __future__ import annotations

from domain.messages import Content, Text, t, verbatim
from storage import thread as stored_thread
from storage.requests import ServiceRequest
from storage.thread import RequestEntry
from storage.transaction import Tx

SHOWN_STORY = 1500
"""Characters of a story that fit on a card; a longer one follows in messages of its own."""


def brief(contents: list[Content]) -> Text:
    """A story in a few lines: its words, then what else is attached."""
    words = "\n".join(content.text for content in contents if content.text)
    lines = [verbatim(words if len(words) <= SHOWN_STORY else words[:SHOWN_STORY] + "…")] if words else []
    kinds: dict[str, int] = {}
    for content in contents:
        if content.kind != "text":
            kinds[content.kind] = kinds.get(content.kind, 0) + 1
    lines += [t("attached", kind=kind, count=count) for kind, count in kinds.items()]
    return t("lines", items=lines or [t("story-empty")])


def attachments(contents: list[Content]) -> list[Content]:
    """What must follow a card in messages of its own: media, and the words if they were cut."""
    words = "\n".join(content.text for content in contents if content.text)
    media = [content for content in contents if content.kind != "text"]
    if len(words) <= SHOWN_STORY:
        return media
    return [Content(text=words), *media]


def asked(entries: list[RequestEntry]) -> list[Content]:
    """The asker's side of the thread as contents."""
    return [Content.model_validate(entry.content) for entry in entries if entry.side == "asker"]


async def story(tx: Tx, request: ServiceRequest) -> Text:
    """What the asker said, as it fits on a card."""
    return brief(asked(await stored_thread.entries(tx, request.id)))
