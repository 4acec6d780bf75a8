"""An invitation to a role: opened by its link, accepted or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from domain.messages import t
from domain.taps import Go
from domain.worktaps import AcceptRole
from handlers import beneath, home
from handlers.talk import Talk, aside, tap
from services import roles

FORM = "invited"


async def opened(talk: Talk, token: str, kept: Sequence[dict[str, Any]] = ()) -> None:
    """Say what the invitation is, and ask; whoever does not belong to that center yet registers first.

    `kept` is what was written before registering; it is taken up after the answer.
    """
    from handlers import join

    info = await roles.look_up(talk.tx, token)
    if info.unit.kind == "center" and all(one.center_id != info.unit.id for one in talk.account.memberships):
        await join.begin(talk, center_id=info.unit.id, token=token)
        return
    await talk.keep(FORM, token=token, kept=list(kept), then=beneath.interrupted(talk, FORM))
    rows = [
        [tap("button-accept-role", AcceptRole(1))],
        [tap("button-decline-role", AcceptRole(0))],
        [tap("button-person", Go("person"))],
    ]
    talk.say(t("invited", role=t(f"role-{info.role}"), unit=info.unit.name), rows)


async def ask(talk: Talk) -> None:
    """Ask again."""
    token, kept = talk.data["token"], talk.data["kept"]
    await opened(talk, token, kept)


async def answered(talk: Talk, answer: AcceptRole) -> None:
    """The invitation is accepted, or not."""
    from handlers import join

    if talk.form is None or talk.form.form != FORM:
        talk.toast(t("already-answered"))
        return
    token, kept = talk.data["token"], talk.data["kept"]
    await beneath.end(talk)
    if answer.agreed:
        await _accept(talk, token)
    else:
        talk.show(t("invited-declined"), [aside()])
    await join.take_up(talk, kept)


async def _accept(talk: Talk, token: str) -> None:
    info = await roles.accept(talk.tx, talk.account, token)
    talk.show(t("invited-accepted", role=t(f"role-{info.role}"), unit=info.unit.name))
    if info.unit.kind == "center":
        talk.account.current_center_id = info.unit.id
    await home.home(talk)
