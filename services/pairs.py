"""Standing pairs: proposing one, and both agreeing before it begins."""

from __future__ import annotations

from collections.abc import Sequence
from secrets import randbelow

from domain.codewords import code_word
from domain.messages import Outgoing, Text, t
from domain.pairs import ANSWER_WITHIN, LINE_LIMIT, MOST_GOALS, Action, Purpose, Side, State
from domain.units import settings_of
from domain.visits import Plan, Rhythm, may_tell
from services import access, association, pairs_access, pairs_cards, pairs_fit, pairs_print, visits
from services.errors import NotFoundError, RefusedError
from services.outbox import Lane, change_last, tell
from services.pairs_fit import Home
from services.pairs_moves import move, record
from storage import pairs, people, units
from storage.pairs import Pair
from storage.people import Account, Person
from storage.transaction import Tx


async def propose(
    tx: Tx,
    actor: Account,
    center_id: int,
    household_id: int,
    volunteer_id: int,
    *,
    purpose: str,
    rhythm: str,
    after_day: int | None = None,
    second_id: int | None = None,
    goals: Sequence[str] = (),
    request_id: int | None = None,
    person_id: int | None = None,
) -> Pair:
    """Propose a helper for a household of the roster, who is asked first; a second one once it has begun.
    Both are volunteers of the center; without a person it is about whoever is easiest to reach.

    Raises NotFoundError for whoever does not look after the center's pairs, and for what is none of theirs;
    RefusedError when it cannot be: the household has a helper, or the helper does not fit.
    """
    await association.check(tx, actor, center_id)
    await units.lock(tx, center_id)  # two proposals at once would both find room
    home = await pairs_fit.home(tx, center_id, household_id)
    if home.pair is not None:
        raise RefusedError(t("pair-has-one"))
    if request_id is not None:
        await access.request(tx, actor, request_id)
    helper_id = await home.fit(tx, volunteer_id)
    row = Pair(
        center_id=center_id,
        household_id=household_id,
        person_id=(await _person(tx, home, person_id)).id,
        helper_id=helper_id,
        asked_second_id=await _second(tx, home, second_id, helper_id),
        request_id=request_id,
        **_terms(purpose, rhythm, after_day, goals),
        state=State.PROPOSED,
        since=tx.now,
        wake_at=tx.now + ANSWER_WITHIN,
        told=[],
        proposed_by_id=actor.id,
        created_at=tx.now,
    )
    await pairs.add(tx, row)
    record(tx, row, "propose", None, actor)
    helper = await people.account(tx, helper_id)
    if helper is not None:
        await pairs_cards.ask(tx, row, helper, await pairs_cards.ask_helper(tx, row))
    return row


def _terms(purpose: str, rhythm: str, after_day: int | None, goals: Sequence[str]) -> dict[str, object]:
    try:
        plan = Plan(Rhythm(rhythm), after_day)
        kept = [one.strip()[:LINE_LIMIT] for one in goals if one.strip()][:MOST_GOALS]
        return {
            "purpose": Purpose(purpose),
            "rhythm": plan.rhythm,
            "after_day": plan.after_day,
            "goals": kept,
        }
    except ValueError as error:
        raise RefusedError(t("already-answered")) from error


async def _second(tx: Tx, home: Home, volunteer_id: int | None, helper_id: int) -> int | None:
    found = await home.fit(tx, volunteer_id, second=True) if volunteer_id is not None else None
    if found == helper_id:
        raise RefusedError(t("pair-second-same"))
    return found


async def _person(tx: Tx, home: Home, person_id: int | None) -> Person:
    """The person it is about: the one named, else one with an account, else one with a phone number."""
    found = await people.persons_of(tx, home.household.id)
    if person_id is not None:
        found = [one for one in found if one.id == person_id]
    if not found:
        raise NotFoundError
    tied = {one.id: await people.membership_of_person(tx, one.id) is not None for one in found}
    return min(found, key=lambda one: (not tied[one.id], one.phone is None, one.id))


async def accept(tx: Tx, actor: Account, pair_id: int) -> Pair:
    """The helper would: now the household is asked, in the chat or by whoever calls it."""
    row, side = await pairs_access.pair(tx, actor, pair_id, Side.HELPER)
    move(tx, row, Action.ACCEPT, actor, side)
    row.wake_at = tx.now + ANSWER_WITHIN
    await pairs_cards.no_more_asked(tx, row, actor.id)
    residents = await pairs_access.residents(tx, row)
    for account in residents:
        await pairs_cards.ask(tx, row, account, await pairs_cards.ask_household(tx, row))
    if not residents:
        await _call(tx, row)
    return row


async def _call(tx: Tx, row: Pair) -> None:
    """Whoever calls the household gets a card for it."""
    callers = await pairs_access.callers(tx, row)
    row.told = [account.id for account in callers]
    for account in callers:
        tell(tx, account, await pairs_cards.ask_by_phone(tx, row), key=pairs_cards.call_key(row))


async def decline(tx: Tx, actor: Account, pair_id: int) -> Pair:
    """The helper would rather not with this household. It costs nothing, and the household never hears it."""
    row, side = await pairs_access.pair(tx, actor, pair_id, Side.HELPER)
    move(tx, row, Action.DECLINE, actor, side)
    await pairs_cards.no_more_asked(tx, row, actor.id)
    news = t(
        "pair-helper-declined", name=await pairs_cards.person_name(tx, row), helper=await _helper(tx, row)
    )
    await pairs_cards.tell_officers(tx, row, news)
    return row


async def agree(tx: Tx, actor: Account, pair_id: int) -> tuple[Pair, Side]:
    """The household agrees, itself or by whoever called it: the pair begins, and everybody is told."""
    row, side = await pairs_access.pair(tx, actor, pair_id, Side.HOUSEHOLD, Side.CALLER, Side.OFFICER)
    row.agreed_by, row.code_word = side, code_word(randbelow)
    move(tx, row, Action.AGREE, actor, side)
    await _answered(tx, row, actor, t("pair-call-agreed"))
    await visits.begin(tx, row)
    await _tell_begun(tx, row)
    return row, side


async def _tell_begun(tx: Tx, row: Pair) -> None:
    helper = await people.account(tx, row.helper_id)
    second = await people.account(tx, row.asked_second_id) if row.asked_second_id is not None else None
    known = await pairs_cards.facts(tx, row)
    if helper is not None:
        tell(tx, helper, await pairs_cards.for_helper(tx, row, "pair-begun-helper"))
    message = await pairs_cards.for_household(tx, row, t("pair-begun-household", helper=known.helper))
    await pairs_cards.tell_household(tx, row, message, by_phone=False)  # whoever asked it tells it the word
    if second is not None:
        await pairs_cards.ask(tx, row, second, await pairs_cards.ask_second(tx, row))
    news = t("pair-begun-officer", name=known.name, helper=known.helper)
    await pairs_cards.tell_officers(tx, row, news, card=await pairs_print.made(tx, row))


async def refuse(tx: Tx, actor: Account, pair_id: int) -> tuple[Pair, Side]:
    """The household does not want this helper, who hears it kindly and is not proposed to it again."""
    row, side = await pairs_access.pair(tx, actor, pair_id, Side.HOUSEHOLD, Side.CALLER, Side.OFFICER)
    move(tx, row, Action.REFUSE, actor, side)
    await pairs_fit.want(tx, row.household_id, row.helper_id, wanted=False)
    await _answered(tx, row, actor, t("pair-call-refused"))
    name = await pairs_cards.person_name(tx, row)
    await pairs_cards.tell_one(tx, row.helper_id, t("pair-not-begun", name=name))
    news = t("pair-household-refused", name=name, helper=await _helper(tx, row))
    await pairs_cards.tell_officers(tx, row, news, but=actor)
    return row, side


async def withdraw(tx: Tx, actor: Account | None, pair_id: int) -> Pair:
    """Take a proposal back that nobody has answered, or that is not needed any more. Nobody as the actor is
    the center itself: its helper is gone."""
    if actor is not None:
        row, side = await pairs_access.pair(tx, actor, pair_id, Side.OFFICER)
    else:
        row, side = await pairs.pair_of(tx, pair_id), Side.CENTER
    was_asked = row.state == State.ACCEPTED
    move(tx, row, Action.WITHDRAW, actor, side)
    name = await pairs_cards.person_name(tx, row)
    news = t("pair-not-begun", name=name) if side is Side.OFFICER else None
    await pairs_cards.no_more_asked(tx, row, row.helper_id, news)
    await _answered(tx, row, actor, t("pair-call-off"), t("pair-taken-back") if was_asked else None)
    return row


async def _answered(tx: Tx, row: Pair, actor: Account | None, why: Text, at_home: Text | None = None) -> None:
    """Nobody of the household has to answer any more (and may be told something), and nobody to call it:
    every card says so, and shows no telephone number."""
    for resident in await pairs_access.residents(tx, row):
        await pairs_cards.no_more_asked(tx, row, resident.id, at_home)
    gone = Outgoing(text=t("pair-call-gone", name=await pairs_cards.person_name(tx, row), why=why))
    for account_id in row.told:
        account = await people.account(tx, account_id)
        if account is not None:
            own = actor is not None and account.id == actor.id
            lane = Lane.ANSWER if own else Lane.NOTIFICATION
            await change_last(tx, account, gone, key=pairs_cards.call_key(row), lane=lane)
    row.told = []


async def _helper(tx: Tx, row: Pair) -> str:
    return await pairs_cards.helper_name(tx, row)


async def wake_one(tx: Tx) -> bool:
    """Look at one pair whose time has come: a pause is over, or nobody has answered or acted for three days.
    Returns whether there was one."""
    row = await pairs.to_wake(tx)
    if row is None:
        return False
    zone = settings_of(await units.unit_of(tx, row.center_id)).zone
    awake = may_tell(tx.now, zone)
    if awake > tx.now:
        row.wake_at = awake
    elif row.state == State.PAUSED and not pairs_access.is_deserted(row):
        await resumed(tx, row, None, Side.CENTER)
    else:
        news = await _left_open(tx, row)
        row.wake_at = tx.now + ANSWER_WITHIN if news is not None else None
        if news is not None:
            await pairs_cards.tell_officers(tx, row, news)
    return True


async def _left_open(tx: Tx, row: Pair) -> Text | None:
    """What those who look after a pair hear of again, because nobody has answered or acted."""
    name, helper = await pairs_cards.person_name(tx, row), await _helper(tx, row)
    if row.state == State.PROPOSED:
        return t("pair-unanswered-helper", name=name, helper=helper)
    if row.state == State.ACCEPTED:
        return t("pair-unanswered-household", name=name, helper=helper)
    if row.next_id is not None:
        asked = await pairs_cards.helper_name(tx, row, row.next_id)
        return t("pair-unanswered-helper", name=name, helper=asked)
    if row.wants_other_at is not None:
        return t("pair-wants-other", name=name, helper=helper)
    return t("pair-still-seeking", name=name) if row.seeking_at is not None else None


async def resumed(tx: Tx, row: Pair, actor: Account | None, side: Side) -> None:
    """Visits fall due again, and both hear it."""
    move(tx, row, Action.RESUME, actor, side)
    await visits.begin(tx, row)
    known = await pairs_cards.facts(tx, row)
    rows = [[pairs_cards.do("button-pair-open", "open", row)]]
    await pairs_cards.tell_one(tx, row.helper_id, t("pair-resumed-helper", name=known.name), rows, but=actor)
    message = Outgoing(
        text=t("pair-resumed-household", helper=known.helper), buttons=pairs_cards.household_buttons(row)
    )
    await pairs_cards.tell_household(tx, row, message, but=actor)
