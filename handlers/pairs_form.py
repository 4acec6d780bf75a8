"""Making a pair: the household, its helper, what for, how often, who else; a look, and off it goes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.messages import Button, t
from domain.pairs import Purpose, goals_of
from domain.pairtaps import PairFrom, PairPick, PairSay
from domain.taps import Go
from domain.visits import AFTER, Rhythm
from handlers import pairs_wishes
from handlers.pairs_draft import PairForm, Step, check_free, current, save
from handlers.pairs_questions import QUESTIONS
from handlers.talk import Talk, aside, tap
from services import association, pairs, pairs_house, people
from services.errors import NotFoundError, RefusedError
from services.kinds import Pair, Person


async def begin(talk: Talk) -> None:
    """A new pair: begin with whom it is for."""
    check_free(talk)
    center_id = talk.account.current_center_id or 0
    await association.check(talk.tx, talk.account, center_id)
    await _go(talk, PairForm(center=center_id))


async def begin_from(talk: Talk, chosen: PairFrom) -> None:
    """A new pair for the person a request is for."""
    check_free(talk)
    person = await pairs_house.of_request(talk.tx, talk.account, chosen.request_id)
    await _go(talk, _for(PairForm(center=person.center_id, request=chosen.request_id), person))


async def open_house(talk: Talk, row: Pair) -> None:
    """The household of a pair, with what it wishes."""
    check_free(talk)
    form = PairForm(center=row.center_id, person=row.person_id, household=row.household_id)
    await _go(talk, form.at("house"))


def _for(form: PairForm, person: Person) -> PairForm:
    return form.at("house", name=person.name, person=person.id, household=person.household_id)


async def _go(talk: Talk, form: PairForm, page: int = 0) -> None:
    """Keep the form, and show what it is at."""
    await save(talk, form)
    text, rows = await QUESTIONS[form.step](talk, form, page)
    talk.show(text, [*rows, _way_out(form)])


def _way_out(form: PairForm) -> list[Button]:
    before = BEFORE.get(form.step)
    back = tap("button-back", PairSay("back", form.step)) if before else tap("button-never-mind", Go("drop"))
    return [back, tap("button-person", Go("person"))]


async def ask(talk: Talk) -> None:
    """Ask the question the form is at again."""
    await _go(talk, current(talk))


async def turn(talk: Talk, page: int) -> None:
    """Turn to another page of the choices."""
    await _go(talk, current(talk), page)


async def message(talk: Talk) -> None:
    """Something was typed: a name, a day of the month, the goals."""
    form, words = current(talk), talk.text.strip()
    if form.step in ("who", "which"):
        await _named(talk, form, words)
    elif form.step == "after":
        await _go(talk, _after(form, int(words) if words.isdecimal() else 0))
    elif form.step == "goals" and goals_of(words):
        await _go(talk, form.at("look", goals=goals_of(words)))
    else:
        await ask(talk)


async def _named(talk: Talk, form: PairForm, words: str) -> None:
    await association.check(talk.tx, talk.account, form.center)
    found = await people.find_persons(talk.tx, form.center, words)
    if not found:
        text = t("pair-nobody", name=people.tidy_name(words))
        talk.say(text, [_way_out(form)])
    elif len(found) == 1:
        await _go(talk, _for(form, found[0][0]))
    else:
        await _go(talk, form.at("which", name=words))


async def pick(talk: Talk, chosen: PairPick) -> None:
    """A person, a volunteer or a day was tapped."""
    form = current(talk)
    if chosen.step != form.step or form.step not in _PICKED:
        raise RefusedError(t("already-answered"))
    await _go(talk, await _PICKED[form.step](talk, form, chosen.value))


async def _pick_person(talk: Talk, form: PairForm, value: int) -> PairForm:
    person, _ = await people.person(talk.tx, form.center, value, named=form.name)
    return _for(form, person)


async def _pick_helper(talk: Talk, form: PairForm, value: int) -> PairForm:
    await pairs_house.volunteer_name(talk.tx, form.center, value)
    return form.at("purpose", volunteer=value)


async def _pick_day(_talk: Talk, form: PairForm, value: int) -> PairForm:
    return _after(form, value)


def _after(form: PairForm, day: int) -> PairForm:
    if day not in AFTER:
        raise RefusedError(t("pair-day-odd", first=AFTER.start, last=AFTER.stop - 1))
    return form.at("second", rhythm=Rhythm.MONTHLY, after=day)


async def _pick_second(talk: Talk, form: PairForm, value: int) -> PairForm:
    if value:
        await pairs_house.volunteer_name(talk.tx, form.center, value)
    return form.at("look", second=value or None)


async def say(talk: Talk, chosen: PairSay) -> None:
    """A word was tapped: a purpose, a rhythm, a wish, where to go on."""
    form, word = current(talk), chosen.word
    if chosen.step == "back" and word == form.step and form.step in BEFORE:
        await _go(talk, form.at(BEFORE[form.step]))
    elif chosen.step != form.step:
        raise RefusedError(t("already-answered"))
    elif form.step == "look" and word == "propose":
        await _propose(talk, form)
    else:
        await _go(talk, await _said(talk, form, word))


async def _said(talk: Talk, form: PairForm, word: str) -> PairForm:
    match form.step, word:
        case "house", ("helper" | "sex" | "tongue" | "skill" | "unwanted"):
            return form.at(word)
        case "purpose", ("care" | "production"):
            return form.at("rhythm", purpose=Purpose(word))
        case "rhythm", "after":
            return form.at("after")
        case "rhythm", ("monthly" | "twice" | "weekly"):
            return form.at("second", rhythm=Rhythm(word), after=None)
        case "look", "goals":
            return form.at("goals")
        case (("sex" | "skill"), _):
            return await pairs_wishes.said(talk, form, word)
    raise NotFoundError


async def _propose(talk: Talk, form: PairForm) -> None:
    row = await pairs.propose(
        talk.tx,
        talk.account,
        form.center,
        form.household,
        form.volunteer,
        purpose=form.purpose,
        rhythm=form.rhythm,
        after_day=form.after,
        second_id=form.second,
        goals=form.goals,
        request_id=form.request,
        person_id=form.person,
    )
    await talk.leave()
    helper = await pairs_house.volunteer_name(talk.tx, row.center_id, form.volunteer)
    talk.show(t("pair-proposed", helper=helper), [aside("pairs-desk")])


BEFORE: dict[str, Step] = {
    "which": "who",
    "helper": "house",
    "purpose": "helper",
    "rhythm": "purpose",
    "after": "rhythm",
    "second": "rhythm",
    "look": "second",
    "goals": "look",
    "sex": "house",
    "tongue": "house",
    "skill": "house",
    "unwanted": "house",
}
"""The step that back leads to."""
_PICKED: dict[str, Callable[[Talk, PairForm, int], Awaitable[PairForm]]] = {
    "which": _pick_person,
    "helper": _pick_helper,
    "after": _pick_day,
    "second": _pick_second,
    "tongue": pairs_wishes.picked,
    "unwanted": pairs_wishes.picked,
}
