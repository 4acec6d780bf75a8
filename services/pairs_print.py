"""The card of a pair, to print: all that a household must know, also where there is no phone."""

from __future__ import annotations

from domain.messages import Card, CardLine, Outgoing, t, verbatim
from domain.pairs import Side, State
from domain.units import settings_of
from services import cards, pairs_access, pairs_cards
from services.errors import RefusedError
from storage import people, units
from storage.pairs import Pair
from storage.people import Account
from storage.transaction import Tx


async def card(tx: Tx, actor: Account, pair_id: int) -> Outgoing:
    """The card, for the household and for whoever looks after it.

    Raises NotFoundError when it is none of the actor's business, RefusedError before both have agreed.
    """
    row, _ = await pairs_access.pair(tx, actor, pair_id, Side.OFFICER, Side.HOUSEHOLD)
    if row.state not in (State.ACTIVE, State.PAUSED):
        raise RefusedError(t("pair-card-too-early"))
    known = await pairs_cards.facts(tx, row)
    back = pairs_cards.person_row(pairs_cards.do("button-pair-open", "open", row))
    return Outgoing(text=t("pair-card-made", name=known.name), attachment=await made(tx, row), buttons=[back])


async def made(tx: Tx, row: Pair) -> Card:
    """The card itself: name, phone and code word large, then who goes instead, how often, and the center."""
    known, unit = await pairs_cards.facts(tx, row), await units.unit_of(tx, row.center_id)
    lines = [
        CardLine(label=t("pair-card-helper"), value=verbatim(known.helper), big=True),
        CardLine(label=t("pair-card-phone"), value=known.helper_phone, big=True),
        CardLine(label=t("pair-card-word"), value=verbatim(row.code_word or ""), big=True),
    ]
    if row.second_id is not None:
        second = await people.account(tx, row.second_id)
        phone = cards.short_phone(second.phone) if second and second.phone else t("phone-unknown")
        value = t("pair-card-name-phone", name=known.second, phone=phone)
        lines.append(CardLine(label=t("pair-card-second"), value=value))
    lines.append(CardLine(label=t("pair-card-rhythm"), value=known.plan))
    center = settings_of(unit).phone
    if center is not None:
        lines.append(CardLine(label=verbatim(unit.name), value=verbatim(center)))
    return Card(
        name=t("pair-card-file", name=known.name),
        title=t("pair-card-title", name=known.name),
        lines=tuple(lines),
        note=t("pair-card-note", word=row.code_word or ""),
    )
