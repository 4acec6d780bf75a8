"""How what was begun and not sent is spoken of: by how it begins, so that people know which it is."""

from __future__ import annotations

from unicodedata import east_asian_width

from domain.catalogue import CATALOGUE
from domain.messages import Button, Text, t
from domain.suggest import suggest
from domain.taps import Draft
from handlers.drafts import FORM, DraftForm, current
from handlers.talk import Talk, tap

NAMED_BY = 20
"""Columns of a draft that name it, two for a Chinese character: with the words before them they fit on a
phone's button."""


def belongs_button(draft: DraftForm) -> Button:
    """That something is about this draft."""
    name, words = _filed_for(draft), beginning(draft)
    if name is not None:
        return tap("button-unsent-for", Draft("belongs"), name=name)
    return tap("button-unsent-named" if words else "button-unsent", Draft("belongs"), words=words)


def beginning(draft: DraftForm) -> str:
    """How a draft begins; empty if nothing is written in it, or if that is to be kept from others."""
    return "" if _is_secret(draft) else _cut(" ".join(draft.words.split()))


def _is_secret(draft: DraftForm) -> bool:
    """Whether its words are to be kept from who looks at the phone; of one to which no line was chosen it
    counts what it surely is about."""
    likely = suggest(draft.words)
    line = draft.line or (likely.lines[0] if likely.sure else None)
    return draft.anonymous or (line is not None and CATALOGUE.line(line).confidential)


def _filed_for(draft: DraftForm) -> str | None:
    """For whom the clerk files it, who has one after the other at the desk."""
    return draft.whom.name if draft.clerk and draft.whom is not None else None


def _cut(words: str) -> str:
    """As much of it as fits, to the last whole word where words are spaced."""
    width = 0
    for place, sign in enumerate(words):
        width += 2 if east_asian_width(sign) in "WF" else 1
        if width > NAMED_BY:
            whole, _, begun = words[: place + 1].rpartition(" ")
            return (whole if whole and begun.isascii() else words[:place]) + "…"
    return words


def kept(talk: Talk) -> Text:
    """That the open form waits, and which it is if it is a draft."""
    draft = current(talk) if talk.form is not None and talk.form.form == FORM else None
    if draft is None or draft.is_blank:
        return t("form-kept")
    name, words = _filed_for(draft), beginning(draft)
    if name is not None:
        return t("draft-kept-for", name=name)
    return t("draft-kept-named", words=words) if words else t("draft-kept")


def left(draft: DraftForm) -> Text:
    """That this one was left, and whether they go on with it."""
    words = beginning(draft)
    return t("draft-left-named", words=words) if words else t("draft-left")


def dropped(draft: DraftForm) -> Text:
    """That it was this one that is given up, where another is still open."""
    name, words = _filed_for(draft), beginning(draft)
    if name is not None:
        return t("dropped-for", name=name)
    return t("dropped-named", words=words) if words else t("dropped-this")
