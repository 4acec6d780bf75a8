"""Somebody has come without having signed up: their name, who of that name it is, and they are listed."""

from __future__ import annotations

from domain.attendancetaps import SessionDay, WalkIn
from domain.messages import t
from domain.proxies import Whom
from handlers import intake, passing
from handlers.talk import Rows, Talk, beneath, never_mind, tap
from services import attendance, attendance_cards, cards
from services.attendance import Called
from services.errors import NotFoundError, RefusedError
from services.kinds import Signup

FORM = passing.WALK_IN
SHOWN = 4
"""People of one name that are offered, besides "somebody else"."""


async def begin(talk: Talk, session_id: int) -> None:
    """Ask for a name."""
    intake.check_free(talk, FORM)
    _, session = await attendance.kept(talk.tx, talk.account, session_id)
    attendance.check_marked(session.when, talk.tx)
    await talk.keep(FORM, session=session.id, name="")
    await ask(talk)


async def ask(talk: Talk) -> None:
    """Ask for the name, or who of that name it is."""
    data = talk.data
    if data["name"]:
        await _which(talk, await _called(talk, data["name"]))
        return
    _, session = await attendance.kept(talk.tx, talk.account, data["session"])
    talk.say(t("walk-in-ask", what=await attendance_cards.which(talk.tx, session)), [never_mind()])


async def _called(talk: Talk, name: str) -> Called:
    return await attendance.called(talk.tx, talk.account, talk.data["session"], name)


async def message(talk: Talk) -> None:
    """A name was typed. Whoever is the only one it can be is on the list at once."""
    if not any(one.isalpha() for one in talk.text):
        await ask(talk)
        return
    found = await _called(talk, talk.text)
    if not (found.rows or found.persons):
        await _let_in(talk, Whom(talk.text))
        return
    await talk.keep(FORM, session=talk.data["session"], name=talk.text)
    await _which(talk, found)


async def _which(talk: Talk, found: Called) -> None:
    session_id = talk.data["session"]
    rows: Rows = [
        [tap("button-of-list", WalkIn(session_id, "row", one.id), n=one.place, name=one.name)]
        for one in found.rows
    ]
    for person, village_id in found.persons:
        village = await cards.village_name(talk.tx, village_id)
        button = WalkIn(session_id, "person", person.id)
        rows.append([tap("button-person-of-roster", button, name=person.name, village=village)])
    new = [tap("button-someone-else", WalkIn(session_id, "new", 0))]
    talk.say(t("walk-in-which", name=talk.data["name"]), [*rows[:SHOWN], new, never_mind()])


async def pick(talk: Talk, chosen: WalkIn) -> None:
    """Who of that name it is."""
    form = talk.form
    if form is None or form.form != FORM or form.data["session"] != chosen.session_id:
        raise RefusedError(t("already-answered"))
    name = talk.data["name"]
    match chosen.kind:
        case "row":
            await _done(
                talk, await attendance.let_in(talk.tx, talk.account, chosen.session_id, chosen.number)
            )
        case "person":
            await _let_in(talk, Whom(name, chosen.number))
        case "new":
            await _let_in(talk, Whom(name))
        case _:
            raise NotFoundError


async def _let_in(talk: Talk, whom: Whom) -> None:
    await _done(talk, await attendance.walk_in(talk.tx, talk.account, talk.data["session"], whom))


async def _done(talk: Talk, row: Signup) -> None:
    """On the list; often the next one is at the door already."""
    session_id = talk.data["session"]
    await talk.leave()
    rows: Rows = [[tap("button-walk-in-next", SessionDay("walk-in", session_id, 0))]]
    text = t("walk-in-done", name=row.name, n=row.place)
    talk.show(text, [*rows, beneath(SessionDay("open", session_id, 0))])
