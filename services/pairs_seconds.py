"""The second helper of a pair: asked whether they would, once it has begun; until then it goes on without."""

from __future__ import annotations

from domain.messages import t
from domain.pairs import Side
from services import pairs_cards, pairs_fit, pairs_print, visits
from services.errors import RefusedError
from services.pairs_changes import begun
from services.pairs_moves import record
from storage import people
from storage.pairs import Pair
from storage.people import Account
from storage.transaction import Tx


async def agree(tx: Tx, actor: Account, pair_id: int) -> Pair:
    """Whoever was asked would: they go when the helper cannot, who hears it. Those who look after the pair
    get the card to print again, with both on it."""
    row, _ = await begun(tx, actor, pair_id, Side.STAND_IN)
    row.second_id, row.asked_second_id = actor.id, None
    await pairs_cards.no_more_asked(tx, row, actor.id)
    record(tx, row, "second", row.state, actor)
    await tx.session.flush()
    await visits.assign(tx, row)
    known = await pairs_cards.facts(tx, row)
    news = t("pair-second-agreed", name=known.name, helper=await pairs_cards.helper_name(tx, row, actor.id))
    await pairs_cards.tell_one(tx, row.helper_id, news)
    await pairs_cards.tell_officers(tx, row, news, but=actor, card=await pairs_print.made(tx, row))
    return row


async def decline(tx: Tx, actor: Account, pair_id: int) -> Pair:
    """Whoever was asked would rather not: it costs nothing. Those who look after the pair can name another,
    and it goes on meanwhile."""
    row, _ = await begun(tx, actor, pair_id, Side.STAND_IN)
    row.asked_second_id = None
    await pairs_cards.no_more_asked(tx, row, actor.id)
    record(tx, row, "no-second", row.state, actor)
    who = await pairs_cards.helper_name(tx, row, actor.id)
    news = t("pair-second-declined", name=await pairs_cards.person_name(tx, row), helper=who)
    await pairs_cards.tell_officers(tx, row, news, but=actor, rows=pairs_cards.second_rows(row))
    return row


async def check(tx: Tx, actor: Account, pair_id: int) -> Pair:
    """A pair that a second helper may be named for. Raises as `begun` does, and RefusedError when it has one,
    or somebody is being asked."""
    row, _ = await begun(tx, actor, pair_id, Side.OFFICER)
    if row.second_id is not None or row.asked_second_id is not None:
        raise RefusedError(t("pair-second-there", second=(await pairs_cards.facts(tx, row)).second))
    return row


async def ask(tx: Tx, actor: Account, pair_id: int, volunteer_id: int) -> Pair:
    """Ask somebody to be the second helper. Raises as `check` and `Home.fit` do."""
    row = await check(tx, actor, pair_id)
    home = await pairs_fit.home(tx, row.center_id, row.household_id)
    found = await home.fit(tx, volunteer_id, second=True)
    if found in (row.helper_id, row.next_id):
        raise RefusedError(t("pair-second-same"))
    row.asked_second_id = found
    record(tx, row, "ask-second", row.state, actor)
    asked = await people.account(tx, found)
    if asked is not None:
        await pairs_cards.ask(tx, row, asked, await pairs_cards.ask_second(tx, row))
    return row
