"""What is said of a pair: to its helper, to the household, to those who look after it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.messages import Button, Card, Outgoing, Text, t, verbatim
from domain.pairs import EndReason, PauseReason
from domain.pairtaps import PairDo, PairOther
from domain.taps import Go
from domain.tasks import awake
from domain.units import settings_of
from services import association, cards, pairs_access
from services.outbox import tell
from services.people import names
from storage import people, recall, units
from storage.pairs import Pair
from storage.people import Account
from storage.transaction import Tx

Rows = list[list[Button]]


@dataclass(frozen=True)
class Facts:
    """Who, where and how often; each side is shown its part of it."""

    name: str
    """Of the person it is about."""
    village: Text
    phone: Text
    helper: str
    helper_phone: Text
    second: Text
    purpose: Text
    plan: Text


def do(text_id: str, action: str, row: Pair) -> Button:
    """A button that does something with a pair."""
    return cards.button(text_id, PairDo(action, row.id))


def person_row(*before: Button) -> list[Button]:
    """The row every message ends with: a person to talk to."""
    return [*before, cards.button("button-person", Go("person"))]


def call_key(row: Pair) -> str:
    """The key under which everybody's card to call a household is kept true."""
    return f"pair-call:{row.id}"


def ask_key(row: Pair) -> str:
    """The key of whatever somebody is asked about a pair."""
    return f"pair-ask:{row.id}"


async def ask(tx: Tx, row: Pair, account: Account, question: Outgoing) -> None:
    """Ask somebody about a pair; at night not before the morning."""
    morning = awake(tx.now, settings_of(await units.unit_of(tx, row.center_id)).zone)
    tell(tx, account, question, key=ask_key(row), not_before=morning if morning > tx.now else None)


async def no_more_asked(tx: Tx, row: Pair, account_id: int | None, news: Text | None = None) -> None:
    """Somebody need not be asked any more: a question that was put by for the morning never comes, and
    whoever has read it already is told the news."""
    if account_id is None:
        return
    if not await recall.put_by(tx, account_id, ask_key(row)) and news is not None:
        await tell_one(tx, account_id, news)


def plan(row: Pair) -> Text:
    """How often the household is visited."""
    return t("rhythm-after", day=row.after_day) if row.after_day else t(f"rhythm-{row.rhythm}")


def why(row: Pair) -> Text:
    """Why it rests, ended or never began."""
    known = row.reason in {*PauseReason, *EndReason}
    return t(f"pair-why-{row.reason}") if known else verbatim(row.reason or "—")


def goals(row: Pair) -> list[Text]:
    """Its goals, one a line."""
    return [t("pair-goal-row", goal=goal) for goal in row.goals]


def _phone(*numbers: str | None) -> Text:
    found = next((one for one in numbers if one), None)
    return verbatim(cards.short_phone(found)) if found else t("phone-unknown")


async def person_name(tx: Tx, row: Pair) -> str:
    """The name of the person a pair is about."""
    found = await people.person(tx, row.person_id)
    return found.name if found else "?"


async def helper_name(tx: Tx, row: Pair, account_id: int | None = None) -> str:
    """The name a helper gave at the center: the pair's own, or another's."""
    wanted = account_id or row.helper_id
    return (await names(tx, row.center_id, [wanted])).get(wanted, "?")


async def facts(tx: Tx, row: Pair) -> Facts:
    """All that is said of a pair."""
    person, home = await people.person(tx, row.person_id), await people.household(tx, row.household_id)
    helper = await people.account(tx, row.helper_id)
    at_home = [one.phone for one in await pairs_access.residents(tx, row)]
    return Facts(
        name=person.name if person else "?",
        village=await cards.village_name(tx, home.village_id if home else None),
        phone=_phone(person.phone if person else None, *at_home),
        helper=await helper_name(tx, row),
        helper_phone=_phone(helper.phone if helper else None),
        second=await _second(tx, row),
        purpose=t(f"purpose-{row.purpose}"),
        plan=plan(row),
    )


async def _second(tx: Tx, row: Pair) -> Text:
    """The second helper, or who is asked to be it."""
    if row.second_id is not None:
        return verbatim(await helper_name(tx, row, row.second_id))
    if row.asked_second_id is not None:
        return t("pair-second-asked", name=await helper_name(tx, row, row.asked_second_id))
    return t("pair-no-second")


async def ask_helper(tx: Tx, row: Pair) -> Outgoing:
    """The question to the helper: who and where, but no phone number before both have agreed."""
    known = await facts(tx, row)
    text = t(
        "pair-ask-helper", name=known.name, village=known.village, purpose=known.purpose, plan=known.plan
    )
    buttons = [[do("button-pair-accept", "accept", row)], [do("button-pair-decline", "decline", row)]]
    return Outgoing(text=text, buttons=[*buttons, person_row()])


async def ask_next(tx: Tx, row: Pair) -> Outgoing:
    """The question to whoever is to take it over, with what they must know."""
    known = await facts(tx, row)
    text = t(
        "pair-ask-next",
        name=known.name,
        village=known.village,
        purpose=known.purpose,
        plan=known.plan,
        note=verbatim(row.note) if row.note else t("pair-no-note"),
    )
    buttons = [[do("button-pair-accept", "take", row)], [do("button-pair-decline", "pass", row)]]
    return Outgoing(text=text, buttons=[*buttons, person_row()])


async def ask_second(tx: Tx, row: Pair) -> Outgoing:
    """The question to whoever would be the second helper: a pair that has begun, and its helper."""
    known = await facts(tx, row)
    text = t("pair-ask-second", helper=known.helper, name=known.name, village=known.village, plan=known.plan)
    buttons = [[do("button-pair-accept", "stand-in", row)], [do("button-pair-decline", "no-second", row)]]
    return Outgoing(text=text, buttons=[*buttons, person_row()])


def second_rows(row: Pair) -> Rows:
    """The way to another second helper, for those who look after a pair that has begun."""
    return [[do("button-pair-second", "second", row)]] if row.agreed_by is not None else []


async def ask_household(tx: Tx, row: Pair) -> Outgoing:
    """The question to the household. Agreeing, it agrees too that its helper may report what is needed."""
    known = await facts(tx, row)
    text = t("pair-ask-household", helper=known.helper, purpose=known.purpose, plan=known.plan)
    buttons = [[do("button-pair-agree", "agree", row)], [do("button-pair-refuse", "refuse", row)]]
    return Outgoing(text=text, buttons=[*buttons, person_row()])


async def ask_by_phone(tx: Tx, row: Pair) -> Outgoing:
    """The card of whoever is to call a household that has no account."""
    known = await facts(tx, row)
    text = t(
        "pair-call",
        name=known.name,
        phone=known.phone,
        helper=known.helper,
        purpose=known.purpose,
        plan=known.plan,
    )
    buttons = [[do("button-pair-they-agree", "agree", row)], [do("button-pair-they-refuse", "refuse", row)]]
    return Outgoing(text=text, buttons=[*buttons, person_row(cards.button("button-desk", Go("desk")))])


async def for_helper(tx: Tx, row: Pair, text_id: str) -> Outgoing:
    """What a helper must know of the household: who, where, phone, and the word at the door."""
    known = await facts(tx, row)
    text = t(
        "pair-to-helper",
        news=t(text_id, name=known.name),
        name=known.name,
        village=known.village,
        phone=known.phone,
        word=row.code_word or "",
        plan=known.plan,
    )
    return Outgoing(text=text, buttons=[person_row(do("button-pair-open", "open", row))])


async def for_household(tx: Tx, row: Pair, news: Text) -> Outgoing:
    """What a household must know of its helper: who, phone, and the word they say at the door."""
    known = await facts(tx, row)
    text = t(
        "pair-to-household",
        news=news,
        helper=known.helper,
        phone=known.helper_phone,
        word=row.code_word or "",
        plan=known.plan,
    )
    return Outgoing(text=text, buttons=household_buttons(row))


def other_button(row: Pair) -> Button:
    """The household's way to somebody else than the helper it has now."""
    return cards.button("button-pair-other", PairOther(row.id, row.turn))


def household_buttons(row: Pair) -> Rows:
    """On every message to a household: somebody else, discreetly; its helper; a person to talk to."""
    return [
        [other_button(row)],
        person_row(do("button-pair-open-home", "open", row)),
    ]


async def tell_household(
    tx: Tx, row: Pair, message: Outgoing, *, but: Account | None = None, by_phone: bool = True
) -> None:
    """Tell everybody of the household who has an account; where nobody has, whoever calls it is asked to."""
    residents = await pairs_access.residents(tx, row)
    for account in residents:
        if but is None or account.id != but.id:
            tell(tx, account, message)
    if not residents and by_phone and message.text is not None:
        known = await facts(tx, row)
        news = t("pair-pass-on", name=known.name, phone=known.phone, news=message.text)
        for caller in await pairs_access.callers(tx, row):
            if but is None or caller.id != but.id:
                tell(tx, caller, Outgoing(text=news, buttons=[person_row()]))


async def tell_officers(
    tx: Tx,
    row: Pair,
    news: Text,
    *,
    but: Account | None = None,
    card: Card | None = None,
    rows: Rows | None = None,
) -> None:
    """Tell those who look after this pair, with a way to look at it; with the card to print, if given."""
    buttons = [*(rows or []), person_row(do("button-pair-open", "open", row))]
    for account in await association.officers(tx, row.center_id, but=row.helper_id):
        if but is None or account.id != but.id:
            tell(tx, account, Outgoing(text=news, attachment=card, buttons=buttons))


async def tell_one(
    tx: Tx, account_id: int | None, news: Text, rows: Rows | None = None, *, but: Account | None = None
) -> None:
    """Tell one person something, with a person to talk to."""
    account = await people.account(tx, account_id) if account_id is not None else None
    if account is not None and (but is None or account.id != but.id):
        tell(tx, account, Outgoing(text=news, buttons=[*(rows or []), person_row()]))
