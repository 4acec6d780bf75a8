"""An activity's list in the chat of whoever keeps it: who comes, one person's place, and the spreadsheet."""

from __future__ import annotations

from domain.activitytaps import ActivityDo
from domain.attendance import VERDICTS
from domain.listtaps import ListDo, ListPerson, ListShow, ListTimes
from domain.messages import Button, Moment, Outgoing, Text, t, verbatim
from domain.signups import ACTIVE
from domain.tap import Tap
from domain.taps import Go
from handlers.talk import Talk, paged, tap
from services import activity_access, activity_cards, cards, signup_lists, signup_table
from services.errors import NotFoundError
from services.kinds import Signup
from services.signup_lists import Counts, Entry, Listing

PAGE = 4
"""People of a page; the fifth choice is what else can be done."""


def under(meaning: Tap) -> list[Button]:
    """The row that leads back, and to a person to talk to."""
    return [tap("button-back", meaning), tap("button-person", Go("person"))]


async def show(talk: Talk, chosen: ListShow) -> None:
    """A page of the list, how many there are of whom, and what was said afterwards."""
    found = await signup_lists.listing(talk.tx, talk.account, chosen.activity_id)
    page = min(max(chosen.page, 0), max(0, (len(found.rows) - 1) // PAGE))
    shown = await signup_lists.entries(talk.tx, found, found.rows[page * PAGE : (page + 1) * PAGE])
    items = [_line(found, one) for one in shown]
    buttons = [_opens(one) for one in found.rows]
    rows = paged(buttons, page, lambda n: ListShow(chosen.activity_id, n), size=PAGE)
    has_day, more = bool(activity_cards.day_rows(found.activity)), ListDo("more", chosen.activity_id)
    rows.append([tap("button-list-more-day", more) if has_day else tap("button-list-more", more)])
    form = found.activity.planned.manner
    text = t(
        "signup-list",
        title=found.activity.planned.title,
        counts=_counted(found.counts, form),
        items=items or [t("signup-list-nobody", form=form)],
    )
    talk.show(text, [*rows, under(ActivityDo("manage", chosen.activity_id))])


def _opens(row: Signup) -> Button:
    return tap("button-list-person", ListPerson("open", row.id), n=row.place, name=row.name)


def _line(found: Listing, entry: Entry) -> Text:
    """One person with the number they have on paper; where there are several times, with theirs."""
    row = entry.signup
    at = _time(found, row)
    standing = entry.standing if at is None else t("signup-list-at", at=at, standing=entry.standing)
    return t("signup-list-row", n=row.place, name=row.name, village=entry.village, standing=standing)


def _time(found: Listing, row: Signup) -> Moment | None:
    own = next(one for one in found.slots if one.id == row.slot_id)
    if len(found.slots) == 1 or own.starts_at is None:
        return None
    return Moment(at=own.starts_at, zone=found.zone, style="short")


def _counted(counts: Counts, form: str) -> list[Text]:
    seats = t("signup-list-any") if counts.seats is None else t("signup-list-seats", n=counts.seats)
    lines = [
        t(
            "signup-list-counts",
            form=form,
            seats=seats,
            coming=counts.seated,
            asked=counts.offered,
            waiting=counts.waiting,
        )
    ]
    if counts.came:
        lines.append(t("signup-list-came", n=counts.came))
    if counts.said is not None:
        lines.append(t("signup-list-said", **{one: counts.said[one] for one in VERDICTS}))
    return lines


async def do(talk: Talk, chosen: ListDo) -> None:
    """What there is to be done with a list, or the spreadsheet."""
    match chosen.action:
        case "more":
            await _more(talk, chosen.activity_id)
        case "table":
            table = await signup_table.make(talk.tx, talk.account, chosen.activity_id)
            found = await signup_lists.kept(talk.tx, talk.account, chosen.activity_id)
            text = t("signup-table", title=found.planned.title)
            talk.send(Outgoing(text=text, attachment=table, buttons=[under(ListShow(chosen.activity_id, 0))]))
        case _:
            raise NotFoundError


async def _more(talk: Talk, activity_id: int) -> None:
    activity = await signup_lists.kept(talk.tx, talk.account, activity_id)
    rows = [*activity_cards.day_rows(activity), [tap("button-list-table", ListDo("table", activity_id))]]
    if activity.state == "open":
        rows.append([tap("button-list-add", ListTimes(activity_id, "add", 0))])
        if activity_access.makes(talk.account, activity.center_id, activity.kind):
            rows.append([tap("button-list-seats", ListTimes(activity_id, "seats", 0))])
    title = activity.planned.title
    talk.show(t("signup-list-more", title=title), [*rows, under(ListShow(activity_id, 0))])


async def person(talk: Talk, chosen: ListPerson) -> None:
    """One person's place; taken off the list only after a question: they are told of it."""
    if chosen.action == "cancel-sure":
        await signup_lists.cancel(talk.tx, talk.account, chosen.signup_id)
    found, entry = await signup_lists.person(talk.tx, talk.account, chosen.signup_id)
    if chosen.action == "cancel" and entry.signup.standing in ACTIVE:
        rows = [
            [tap("button-list-cancel-sure", ListPerson("cancel-sure", chosen.signup_id))],
            [tap("button-list-keep", ListPerson("open", chosen.signup_id))],
        ]
        talk.show(
            t("signup-list-sure", name=entry.signup.name), [*rows, [tap("button-person", Go("person"))]]
        )
    else:
        talk.show(*_card(found, entry))


async def place(talk: Talk, row: Signup) -> None:
    """Show somebody's place to whoever has put them on the list; often the next one is to be put there as
    well."""
    text, rows = _card(*await signup_lists.person(talk.tx, talk.account, row.id))
    more = [tap("button-list-another", ListTimes(row.activity_id, "add", 0))]
    talk.show(text, [more, *rows])


def _card(found: Listing, entry: Entry) -> tuple[Text, list[list[Button]]]:
    row = entry.signup
    lines = [_line(found, entry)]
    if row.phone:
        lines.append(t("signup-list-phone", phone=verbatim(cards.short_phone(row.phone))))
    lines.append(t("signup-list-by", form=found.activity.planned.manner, by=entry.by, at=entry.at))
    ids = [one.id for one in found.rows]
    page = ids.index(row.id) // PAGE if row.id in ids else 0
    rows = [[tap("button-list-cancel", ListPerson("cancel", row.id))]] if row.standing in ACTIVE else []
    return t("lines", items=lines), [*rows, under(ListShow(found.activity.id, page))]
