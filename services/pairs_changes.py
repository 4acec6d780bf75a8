"""What can happen to a pair: resting, going on, ending, and its household wanting somebody else."""

from __future__ import annotations

from datetime import date

from domain import leave as leave_rules
from domain.messages import Outgoing, t
from domain.pairs import Action, EndReason, Side, State
from domain.visits import morning
from services import association, pairs, pairs_access, pairs_cards, pairs_fit, visits
from services.errors import RefusedError
from services.leave import fault_text
from services.outbox import tell
from services.pairs_moves import expect, move, record
from storage.pairs import Pair
from storage.people import Account
from storage.transaction import Tx

PEOPLE = (Side.OFFICER, Side.HELPER, Side.HOUSEHOLD)


async def begun(tx: Tx, actor: Account, pair_id: int, *allowed: Side) -> tuple[Pair, Side]:
    """A pair that has begun, if the actor is on one of these sides of it. Raises as `pairs_access.pair` does,
    and RefusedError for one that has not begun or is over."""
    row, side = await pairs_access.pair(tx, actor, pair_id, *allowed)
    if row.state not in (State.ACTIVE, State.PAUSED):
        raise RefusedError(t("pair-refused-state", state=t(f"pair-state-{row.state}")))
    return row, side


async def check_until(tx: Tx, row: Pair, until: date) -> None:
    """Raises RefusedError for a day on which a pause cannot end: today or before, or too far off."""
    today = await visits.today(tx, row)
    wrong = leave_rules.Fault.PAST if until <= today else leave_rules.fault(until, None, today)
    if wrong:
        raise RefusedError(fault_text(wrong))


async def pause(tx: Tx, actor: Account, pair_id: int, reason: str, until: date | None) -> Pair:
    """No visits fall due until the morning of a day, or until somebody says so; both sides are told."""
    row, side = await begun(tx, actor, pair_id, *PEOPLE)
    if until is not None:
        await check_until(tx, row, until)
    move(tx, row, Action.PAUSE, actor, side, reason)
    row.wake_at = morning(until, await visits.zone_of(tx, row)) if until is not None else None
    await visits.drop(tx, row)
    known, why = await pairs_cards.facts(tx, row), pairs_cards.why(row)
    rows = [[pairs_cards.do("button-pair-open", "open", row)]]
    news = t("pair-paused-helper", name=known.name, why=why)
    await pairs_cards.tell_one(tx, row.helper_id, news, rows, but=actor)
    message = Outgoing(
        text=t("pair-paused-household", helper=known.helper), buttons=pairs_cards.household_buttons(row)
    )
    await pairs_cards.tell_household(tx, row, message, but=actor)
    news = t("pair-paused-officer", name=known.name, helper=known.helper, why=why)
    await pairs_cards.tell_officers(tx, row, news, but=actor)
    return row


async def resume(tx: Tx, actor: Account, pair_id: int) -> Pair:
    """Visits fall due again. Raises RefusedError while it rests because nobody is there to make them."""
    row, side = await begun(tx, actor, pair_id, *PEOPLE)
    if pairs_access.is_deserted(row):
        raise RefusedError(t("pair-needs-helper"))
    await pairs.resumed(tx, row, actor, side)
    return row


async def end(tx: Tx, actor: Account, pair_id: int, reason: str) -> Pair:
    """The pair is over, and both are told kindly; a household whose person has died is not written to."""
    row, side = await begun(tx, actor, pair_id, Side.OFFICER, Side.HELPER)
    known, asked_second_id = await pairs_cards.facts(tx, row), row.asked_second_id
    move(tx, row, Action.END, actor, side, reason)
    await visits.drop(tx, row)
    await pairs_cards.tell_one(tx, row.helper_id, t("pair-ended-helper", name=known.name), but=actor)
    await pairs_cards.tell_one(tx, row.second_id, t("pair-ended-helper", name=known.name), but=actor)
    await pairs_cards.no_more_asked(tx, row, asked_second_id, t("pair-not-begun", name=known.name))
    if row.reason != EndReason.DIED:
        news = Outgoing(text=t("pair-ended-household", helper=known.helper))
        buttons = [pairs_cards.person_row()]
        await pairs_cards.tell_household(tx, row, news.model_copy(update={"buttons": buttons}))
    news_text = t("pair-ended-officer", name=known.name, helper=known.helper, why=pairs_cards.why(row))
    await pairs_cards.tell_officers(tx, row, news_text, but=actor)
    return row


async def want_other(tx: Tx, actor: Account, pair_id: int, turn: int) -> Pair:
    """The household would like somebody else than its helper of this `turn`. Those who look after the pair
    hear it, and nobody else: the helper learns nothing until they act, and never why. A household that was
    only asked says no by it. Raises RefusedError when that helper does not come any more.
    """
    row, _ = await pairs_access.pair(tx, actor, pair_id, Side.HOUSEHOLD)
    if row.turn != turn:
        raise RefusedError(t("pair-other-gone"))
    if row.state == State.ACCEPTED:
        return (await pairs.refuse(tx, actor, pair_id))[0]
    if row.wants_other_at is not None:
        return row
    row.wants_other_at = tx.now
    await pairs_fit.want(tx, row.household_id, row.helper_id, wanted=False)
    expect(tx, row)
    record(tx, row, "want_other", row.state, actor)
    buttons = [
        [pairs_cards.do("button-pair-hand", "hand", row)],
        [pairs_cards.do("button-pair-stays", "stays", row)],
        pairs_cards.person_row(pairs_cards.do("button-pair-open", "open", row)),
    ]
    known = await pairs_cards.facts(tx, row)
    text = t("pair-wants-other", name=known.name, helper=known.helper)
    for officer in await association.officers(tx, row.center_id, but=row.helper_id):
        tell(tx, officer, Outgoing(text=text, buttons=buttons))
    return row


async def stays(tx: Tx, actor: Account, pair_id: int) -> Pair:
    """The household keeps the helper it has, as it told whoever looks after the pairs, and nobody is sought
    any more; whoever was asked to take it over hears so. What was written for them may be about the one who
    stays, and is gone if the household had wanted somebody else.

    Raises RefusedError while nobody is there to keep.
    """
    row, _ = await begun(tx, actor, pair_id, Side.OFFICER)
    if pairs_access.is_deserted(row):
        raise RefusedError(t("pair-needs-helper"))
    if row.wants_other_at is not None:
        await pairs_fit.want(tx, row.household_id, row.helper_id, wanted=True)
        row.note = None
    not_needed = t("pair-not-begun", name=await pairs_cards.person_name(tx, row))
    await pairs_cards.no_more_asked(tx, row, row.next_id, not_needed)
    row.wants_other_at = row.seeking_at = row.next_id = None
    record(tx, row, "stays", row.state, actor)
    return row
