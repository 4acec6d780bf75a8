"""What was open waits beneath whatever interrupts it, and is open again when that is over."""

from __future__ import annotations

from typing import Any

from handlers.talk import DRAFT, Talk

SPEAK = "speak"
"""The form of a talk with the other side of a request."""


def interrupted(talk: Talk, by: str) -> dict[str, Any] | None:
    """The form that is open, to be kept as `then` in the form `by`, which interrupts it. A talk gives way,
    and so does an older one of the same kind: then what waits beneath those."""
    if talk.form is None:
        return None
    if talk.form.form in (by, SPEAK):
        return talk.data.get("then")
    return {"form": talk.form.form, "data": talk.data}


def waiting(talk: Talk) -> dict[str, Any] | None:
    """The form that waits beneath the one that is open, if any. A draft keeps only another draft."""
    then = talk.data.get("then") if talk.form is not None else None
    if then is not None and talk.form is not None and talk.form.form == DRAFT:
        return {"form": DRAFT, "data": then}
    return then


async def end(talk: Talk) -> None:
    """The form that is open is over. What waited beneath it is open again; a draft as one that was left."""
    then = waiting(talk)
    await talk.leave()
    if then is not None:
        left = {"left": True} if then["form"] == DRAFT else {}
        await talk.keep(then["form"], **{**then["data"], **left})
