"""What the cards say of requests that are done together."""

from __future__ import annotations

from collections.abc import Sequence

from domain.merging import SHOWN
from domain.messages import Button, Text, t, verbatim
from domain.taps import Go, Open, Speak
from domain.worktaps import Together, Unmerge
from storage.requests import ServiceRequest


def numbers(rows: Sequence[ServiceRequest]) -> Text:
    """Their numbers in a row; a few of them, if they are many."""
    said = verbatim(rows[0].number)
    for row in rows[1:SHOWN]:
        said = t("numbers-and", numbers=said, number=row.number)
    return said if len(rows) <= SHOWN else t("numbers-more", numbers=said)


def leads(children: Sequence[ServiceRequest]) -> Text:
    """The note on the card of the one that leads."""
    return t("card-note-merged", numbers=numbers(children))


def leads_button(request: ServiceRequest, children: Sequence[ServiceRequest]) -> list[Button]:
    """The row that opens what is merged into it."""
    return [Button(text=t("button-together", count=len(children)), tap=Together(request.id, 0).pack())]


def follows_buttons(request: ServiceRequest) -> list[list[Button]]:
    """What the holder can do with one that is merged: write to its asker alone, or do it by itself again;
    everything else is done on the main one."""
    main = Open(request.merged_into_id or 0)
    return [
        [Button(text=t("button-speak"), tap=Speak(request.id).pack())],
        [Button(text=t("button-unmerge"), tap=Unmerge(request.id).pack())],
        [Button(text=t("button-open-main"), tap=main.pack())],
        [
            Button(text=t("button-desk"), tap=Go("desk").pack()),
            Button(text=t("button-person"), tap=Go("person").pack()),
        ],
    ]
