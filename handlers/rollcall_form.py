"""Calling the roll: what has happened, a look, and off it goes: two taps from the command."""

from __future__ import annotations

from typing import Any
from zlib import crc32

from domain.languages import LANGUAGES
from domain.messages import Button, t, verbatim
from domain.rollcall import CAUSES
from domain.rollcalltaps import RollcallDo, RollcallNew, RollcallPlace, RollcallReport, RollcallSend
from domain.taps import Go, Page
from handlers import intake, passing
from handlers.talk import Rows, Talk, aside, paged, tap
from locales import format_text
from services import notice_writing, rollcall_access, rollcall_report, rollcall_start
from services.errors import NotFoundError, RefusedError
from services.outbox import Lane
from services.rollcall_start import Wanted

FORM = passing.ROLLCALL
SCREEN = "rollcall"


async def begin(talk: Talk, page: int = 0) -> None:
    """What has happened? Of the first unit one calls the roll for; roll calls that are over are on the next
    page."""
    own = rollcall_access.calls_for(talk.account)
    if not own:
        talk.say(t("rollcall-not-yours"), [[tap("button-menu", Go("menu"))], aside()])
        return
    await _ask_cause(talk, own[0], page)


async def _ask_cause(talk: Talk, unit_id: int, page: int = 0) -> None:
    items = [tap("button-text", RollcallNew(unit_id, one), text=t(f"rollcall-cause-{one}")) for one in CAUSES]
    items += [
        tap("button-rollcall-board", RollcallDo("board", one.id, 0), unit=one.name)
        for one in await rollcall_report.running(talk.tx, talk.account)
    ]
    items += [
        tap("button-rollcall-again", RollcallReport(call.notice_id), unit=center.name)
        for call, center in await rollcall_report.kept(talk.tx, talk.account)
    ]
    if _is_free(talk):
        await talk.keep(FORM, unit=unit_id, cause="", typed="", places=[])
    rows = [*paged(items, page, lambda n: Page(SCREEN, n)), aside("notices")]
    if talk.query is not None:
        talk.show(t("rollcall-what"), rows)
    else:
        talk.say(t("rollcall-what"), rows, lane=Lane.URGENT)


def _is_free(talk: Talk) -> bool:
    return intake.is_free(talk, FORM)


def _kept(talk: Talk) -> dict[str, Any]:
    """What was typed and chosen so far. Raises RefusedError for an old button."""
    if talk.form is None or talk.form.form != FORM:
        raise RefusedError(t("already-answered"))
    return talk.data


async def ask(talk: Talk) -> None:
    """Ask again what has happened."""
    await _ask_cause(talk, talk.data["unit"])


async def message(talk: Talk) -> None:
    """What has happened, in somebody's own words."""
    typed = talk.text.strip()
    if not typed:
        await ask(talk)
        return
    notice_writing.checked(typed)
    await talk.keep(FORM, **{**talk.data, "cause": "", "typed": typed})
    await _look(talk, _wanted(talk, talk.data["unit"], ""))


async def new(talk: Talk, chosen: RollcallNew) -> None:
    """A look at it, with the tap that sends it; without a cause it is asked for."""
    if not chosen.cause:
        await rollcall_access.unit_for(talk.tx, talk.account, chosen.unit_id)
        await _ask_cause(talk, chosen.unit_id)
        return
    if _is_free(talk):
        own = talk.data.get("places", []) if talk.form is not None and talk.form.form == FORM else []
        same = talk.form is not None and talk.data.get("unit") == chosen.unit_id
        places = own if same else []
        await talk.keep(FORM, unit=chosen.unit_id, cause=chosen.cause, typed="", places=places)
    await _look(talk, _wanted(talk, chosen.unit_id, chosen.cause))


def _wanted(talk: Talk, unit_id: int, cause: str) -> Wanted:
    """What the form says by now; without one, a ready sentence to everybody. Raises NotFoundError for a cause
    there is not."""
    kept = talk.data if talk.form is not None and talk.form.form == FORM else {}
    kept = kept if kept.get("unit") == unit_id else {}
    if cause not in ({*CAUSES} if not kept.get("typed") else {*CAUSES, ""}):
        raise NotFoundError
    words = {one: _words(cause, kept.get("typed", ""), one) for one in LANGUAGES}
    return Wanted(unit_id, cause, words, talk.account.locale, tuple(kept.get("places", ())))


def _words(cause: str, typed: str, locale: str) -> str:
    what = format_text(f"rollcall-said-{cause}", {}, locale) if cause else typed
    return format_text("rollcall-said", {"what": what}, locale)


def _mark(wanted: Wanted) -> int:
    if wanted.cause and not wanted.places:
        return 0
    return crc32(repr((wanted.words[wanted.locale], wanted.places)).encode())


async def _look(talk: Talk, wanted: Wanted) -> None:
    seen = await rollcall_start.look(talk.tx, talk.account, wanted)
    send = RollcallSend(wanted.unit_id, wanted.cause, _mark(wanted))
    rows: Rows = [[tap("button-rollcall-send", send)]]
    if _is_free(talk):
        some = RollcallPlace(0, 0)
        is_center = seen.unit.kind == "center"
        rows.append([tap("button-rollcall-villages" if is_center else "button-rollcall-centers", some)])
    others = [one for one in rollcall_access.calls_for(talk.account) if one != wanted.unit_id]
    rows += [await _elsewhere(talk, one) for one in others[:2]]
    text = t(
        "rollcall-look",
        unit=seen.unit.name,
        places=verbatim("、".join(await _names(talk, wanted))) if wanted.places else t("rollcall-everywhere"),
        words=wanted.words[wanted.locale],
        people=seen.people,
        households=seen.households,
    )
    if talk.query is not None:
        talk.show(text, [*rows, _stop()])
    else:
        talk.say(text, [*rows, _stop()], lane=Lane.URGENT)


async def _names(talk: Talk, wanted: Wanted) -> list[str]:
    known = dict(await rollcall_start.places(talk.tx, talk.account, wanted.unit_id))
    return [known[one] for one in wanted.places if one in known]


async def _elsewhere(talk: Talk, unit_id: int) -> list[Button]:
    unit = await rollcall_access.unit_for(talk.tx, talk.account, unit_id)
    return [tap("button-rollcall-elsewhere", RollcallNew(unit.id, ""), unit=unit.name)]


def _stop() -> list[Button]:
    return [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]


async def place(talk: Talk, chosen: RollcallPlace) -> None:
    """Choose natural villages, or centers: a tap takes one in, another out again."""
    kept = _kept(talk)
    options = await rollcall_start.places(talk.tx, talk.account, kept["unit"])
    named, places = dict(options), list(kept["places"])
    if chosen.place_id and chosen.place_id not in named:
        raise NotFoundError
    if chosen.place_id:
        places = (
            [one for one in places if one != chosen.place_id]
            if chosen.place_id in places
            else [*places, chosen.place_id]
        )
        await talk.keep(FORM, **{**kept, "places": places})
    items = [
        tap(
            "button-picked" if one in places else "button-unpicked",
            RollcallPlace(one, chosen.page),
            text=verbatim(name),
        )
        for one, name in options
    ]
    rows = paged(items, chosen.page, lambda n: RollcallPlace(0, n))
    ready = [tap("button-rollcall-chosen", Go("rollcall-look")), tap("button-person", Go("person"))]
    talk.show(t("rollcall-which"), [*rows, ready])


async def look(talk: Talk) -> None:
    """Back to the look, with what was chosen."""
    kept = _kept(talk)
    await _look(talk, _wanted(talk, kept["unit"], kept["cause"]))


async def send(talk: Talk, chosen: RollcallSend) -> None:
    """Off it goes; those who watch have the board in the same moment."""
    wanted = _wanted(talk, chosen.unit_id, chosen.cause)
    if _mark(wanted) != chosen.mark:
        raise RefusedError(t("already-answered"))
    begun = await rollcall_start.start(talk.tx, talk.account, wanted)
    if talk.form is not None and talk.form.form == FORM:
        await talk.leave()
    talk.toast(t("rollcall-begun", n=len(begun)))
