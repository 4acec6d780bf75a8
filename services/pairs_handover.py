"""A pair goes to another helper: the next one agrees first, visits go on in mid-plan, goals stay."""

from __future__ import annotations

from secrets import randbelow

from domain.codewords import code_word
from domain.messages import t
from domain.pairs import LINE_LIMIT, Action, PauseReason, Side, State
from domain.volunteers import Standing
from services import pairs, pairs_cards, pairs_fit, pairs_print, visits
from services.errors import RefusedError
from services.outbox import tell
from services.pairs_changes import begun
from services.pairs_moves import expect, move, record
from storage import pairs as stored
from storage import people, units, volunteers
from storage.pairs import Pair
from storage.people import Account
from storage.transaction import Tx


async def seek(tx: Tx, actor: Account, pair_id: int, note: str | None) -> Pair:
    """A helper cannot go on: those who look after the pairs are asked to find somebody, and read what the
    next one must know. Until then the helper stays."""
    row, _ = await begun(tx, actor, pair_id, Side.HELPER)
    row.seeking_at = row.seeking_at or tx.now
    row.note = _tidy(note) or row.note
    expect(tx, row)
    record(tx, row, "seek", row.state, actor)
    known = await pairs_cards.facts(tx, row)
    await pairs_cards.tell_officers(
        tx, row, t("pair-seeking", name=known.name, helper=known.helper), but=actor
    )
    return row


def _tidy(note: str | None) -> str | None:
    return note.strip()[: 3 * LINE_LIMIT] or None if note else None


async def offer(tx: Tx, actor: Account, pair_id: int, volunteer_id: int, note: str | None = None) -> Pair:
    """Ask somebody to take a pair over. Whoever looks after the pairs may ask anybody who fits; the helper
    the second helper. Who was asked before and has not answered is not asked any more.

    Raises as `Home.fit` does, and RefusedError for whoever has it already or a helper who asks somebody else.
    """
    center_id = await stored.center_of(tx, pair_id)
    if center_id is not None:
        await units.lock(tx, center_id)  # before the pair, as whoever takes a helper's role back does
    row, side = await begun(tx, actor, pair_id, Side.OFFICER, Side.HELPER)
    home = await pairs_fit.home(tx, row.center_id, row.household_id)
    next_id = await home.fit(tx, volunteer_id)
    if next_id == row.helper_id or (side is Side.HELPER and next_id != row.second_id):
        raise RefusedError(t("already-answered"))
    if row.next_id not in (None, next_id):
        not_needed = t("pair-not-begun", name=await pairs_cards.person_name(tx, row))
        await pairs_cards.no_more_asked(tx, row, row.next_id, not_needed)
    row.next_id, row.note = next_id, _tidy(note) or row.note
    if side is Side.HELPER:
        row.seeking_at = row.seeking_at or tx.now
    expect(tx, row)
    record(tx, row, "offer", row.state, actor)
    asked = await people.account(tx, next_id)
    if asked is not None:
        await pairs_cards.ask(tx, row, asked, await pairs_cards.ask_next(tx, row))
    return row


async def offer_second(tx: Tx, actor: Account, pair_id: int, note: str | None) -> Pair:
    """The helper asks the second helper to take it over."""
    row, _ = await begun(tx, actor, pair_id, Side.HELPER)
    second = await volunteers.of_account(tx, row.second_id or 0, row.center_id)
    if second is None:
        raise RefusedError(t("already-answered"))
    return await offer(tx, actor, pair_id, second.id, note)


async def decline(tx: Tx, actor: Account, pair_id: int) -> Pair:
    """Whoever was asked to take it over would rather not; somebody else is sought."""
    row, _ = await begun(tx, actor, pair_id, Side.NEXT)
    row.next_id = None
    await pairs_cards.no_more_asked(tx, row, actor.id)
    record(tx, row, "pass", row.state, actor)
    news = t(
        "pair-next-declined",
        name=await pairs_cards.person_name(tx, row),
        helper=await pairs_cards.helper_name(tx, row, actor.id),
    )
    await pairs_cards.tell_officers(tx, row, news, but=actor)
    return row


async def take_over(tx: Tx, actor: Account, pair_id: int) -> Pair:
    """The next helper agrees, and is the helper. A pair that rests because its helper was gone goes on; any
    other keeps resting."""
    row, side = await begun(tx, actor, pair_id, Side.NEXT)
    quiet = row.wants_other_at is not None
    former = await _give(tx, row, actor.id, actor, side)
    await pairs_cards.no_more_asked(tx, row, actor.id)
    await _tell_new(tx, row, "pair-taken-over")
    name = await pairs_cards.person_name(tx, row)
    news = t("pair-somebody-nearer", name=name) if quiet else t("pair-handed-over", name=name)
    await pairs_cards.tell_one(tx, former, news)
    helper = await pairs_cards.helper_name(tx, row)
    card = await pairs_print.made(tx, row)
    await pairs_cards.tell_officers(tx, row, t("pair-over-to", name=name, helper=helper), card=card)
    return row


async def _give(tx: Tx, row: Pair, to: int, actor: Account | None, side: Side) -> int:
    """The pair is another helper's now, with a new word at the door: the former one knows the old. Returns
    who had it."""
    former, row.helper_id = row.helper_id, to
    if row.second_id == to:
        row.second_id = None
    if row.asked_second_id == to:
        row.asked_second_id = None
    row.next_id = row.seeking_at = row.wants_other_at = None
    row.turn += 1
    row.code_word, row.wake_at = code_word(randbelow), None if row.state == State.ACTIVE else row.wake_at
    move(tx, row, Action.HAND_OVER, actor, side)
    if row.state == State.PAUSED and row.reason == PauseReason.GONE:
        move(tx, row, Action.RESUME, None, Side.CENTER)
        await visits.begin(tx, row)
    await tx.session.flush()
    await visits.assign(tx, row)
    return former


async def _tell_new(tx: Tx, row: Pair, text_id: str) -> None:
    """The new helper and the household hear of each other."""
    helper = await people.account(tx, row.helper_id)
    if helper is not None:
        tell(tx, helper, await pairs_cards.for_helper(tx, row, text_id))
    name = await pairs_cards.helper_name(tx, row)
    message = await pairs_cards.for_household(tx, row, t("pair-new-helper", helper=name))
    await pairs_cards.tell_household(tx, row, message)


async def helper_gone(tx: Tx, account_id: int, center_id: int) -> None:
    """A volunteer of a center has stopped or was suspended. What they helped with goes to the second helper
    for the time being; where there is none it rests, and those who look after the pairs find somebody."""
    for row in await stored.of_next(tx, account_id):
        if await _is_at(tx, row, center_id):
            row.next_id = None
            await _needs_somebody(tx, row, "pair-next-gone")
    seconds = [*await stored.of_second(tx, account_id), *await stored.of_asked_second(tx, account_id)]
    for row in seconds:
        if await _is_at(tx, row, center_id):
            row.second_id = row.asked_second_id = None
            await _needs_somebody(tx, row, "pair-second-gone", pairs_cards.second_rows(row))
            await visits.assign(tx, row)
    for row in await stored.of_helper(tx, account_id):
        if await _is_at(tx, row, center_id):
            await _without_helper(tx, row)


async def _is_at(tx: Tx, row: Pair, center_id: int) -> bool:
    """Whether a pair belongs to a center; if so it is locked now."""
    return row.center_id == center_id and await stored.pair(tx, row.id) is not None


async def _needs_somebody(tx: Tx, row: Pair, text_id: str, rows: pairs_cards.Rows | None = None) -> None:
    await pairs_cards.tell_officers(
        tx, row, t(text_id, name=await pairs_cards.person_name(tx, row)), rows=rows
    )


async def _without_helper(tx: Tx, row: Pair) -> None:
    if row.state in (State.PROPOSED, State.ACCEPTED):
        await pairs.withdraw(tx, None, row.id)
        await _needs_somebody(tx, row, "pair-helper-gone-before")
    elif await _can_stand_in(tx, row):
        await _give(tx, row, row.second_id or 0, None, Side.CENTER)
        row.seeking_at = tx.now
        expect(tx, row)
        await _tell_new(tx, row, "pair-standing-in")
        await _needs_somebody(tx, row, "pair-stood-in")
    else:
        row.seeking_at = tx.now
        if row.state == State.ACTIVE:
            move(tx, row, Action.PAUSE, None, Side.CENTER, PauseReason.GONE)
        row.reason, row.wake_at = PauseReason.GONE, None  # whatever it rested for: nobody is there to go on
        expect(tx, row)
        await visits.drop(tx, row)
        await _needs_somebody(tx, row, "pair-helper-gone")


async def _can_stand_in(tx: Tx, row: Pair) -> bool:
    second = await volunteers.of_account(tx, row.second_id, row.center_id) if row.second_id else None
    return second is not None and second.state == Standing.ACTIVE
