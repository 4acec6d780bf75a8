"""What is shown to whoever goes from door to door: the question whether they go, and their list."""

from __future__ import annotations

from dataclasses import dataclass

from domain.doors import Door
from domain.doortaps import DoorKnock, DoorList, DoorTake
from domain.messages import Outgoing, Text, t, verbatim
from domain.taps import Go
from services import notice_cards
from services.cards import button, short_phone
from services.outbox import change_last
from storage import notice_doors, people, units
from storage.notice_doors import NoticeRound
from storage.notice_readers import NoticeDoor
from storage.notices import Notice
from storage.people import Person
from storage.transaction import Tx

NAMED = 4
"""Persons of a household that are named: more do not fit beside one another."""


@dataclass(frozen=True)
class Home:
    """A household on somebody's list: its door, who lives there, and the natural village."""

    door: NoticeDoor
    persons: list[Person]
    village: Text

    @property
    def names(self) -> Text:
        """Those who live there, by name."""
        return names(self.persons)

    @property
    def phones(self) -> list[str]:
        """Their telephone numbers as people dial them here."""
        return list(dict.fromkeys(short_phone(one.phone) for one in self.persons if one.phone))


def list_key(notice_id: int) -> str:
    """The key under which the list of whoever goes there is kept true."""
    return f"notice-list:{notice_id}"


def names(persons: list[Person]) -> Text:
    """A household by the names of the roster."""
    shown = "、".join(one.name for one in persons[:NAMED])
    if len(persons) > NAMED:
        return t("door-names-more", names=shown, n=len(persons))
    return verbatim(shown) if shown else t("door-names-none")


async def about(tx: Tx, notice: Notice) -> Text:
    """Which notice it is: whose, and how it begins."""
    unit = await units.unit_of(tx, notice.unit_id)
    return t("door-about", unit=unit.name, words=notice_cards.beginning(notice.said))


async def place(tx: Tx, notice: Notice, center_id: int, village_id: int | None) -> Text:
    """A natural village (None: the households in none), with its center where the notice goes to many."""
    village = await units.village(tx, village_id) if village_id is not None else None
    name = verbatim(village.name) if village is not None else t("door-no-village")
    if center_id == notice.unit_id:
        return name
    center = await units.unit_of(tx, center_id)
    return t("door-place", center=center.name, village=name)


async def offer(tx: Tx, notice: Notice, row: NoticeRound, count: int) -> Outgoing:
    """The question whether somebody goes: how many and where, and nothing about who lives there."""
    text = t(
        "door-offer",
        about=await about(tx, notice),
        place=await place(tx, notice, row.center_id, row.village_id),
        n=count,
    )
    rows = [
        [button("button-door-yes", DoorKnock("yes", notice.id))],
        [button("button-door-no", DoorKnock("no", notice.id))],
        [button("button-person", Go("person"))],
    ]
    return Outgoing(text=text, buttons=rows)


async def nobody_goes(tx: Tx, notice: Notice, row: NoticeRound, count: int, *, may_take: bool) -> Outgoing:
    """That nobody goes to a natural village; whoever may can go themselves."""
    text = t(
        "door-nobody-goes",
        about=await about(tx, notice),
        place=await place(tx, notice, row.center_id, row.village_id),
        n=count,
    )
    take = button("button-door-take", DoorTake(notice.id, row.center_id, row.village_id or 0))
    rows = [[take]] if may_take else []
    return Outgoing(text=text, buttons=[*rows, [button("button-person", Go("person"))]])


async def homes(tx: Tx, notice: Notice, found: list[NoticeDoor]) -> list[Home]:
    """Households with all that whoever goes there has to know."""
    persons = await notice_doors.homes(tx, [one.household_id for one in found])
    made = []
    for one in found:
        household = await people.household(tx, one.household_id)
        center_id = household.center_id if household is not None else notice.unit_id
        where = await place(tx, notice, center_id, one.village_id)
        made.append(Home(one, persons[one.household_id], where))
    return made


def line(home: Home) -> Text:
    """A household in one line: who, where, and the telephone."""
    phone = home.phones[0] if home.phones else t("phone-unknown")
    return t(
        "door-row-again" if home.door.state == Door.NOBODY else "door-row",
        names=home.names,
        village=home.village,
        phone=phone,
    )


async def list_text(tx: Tx, notice: Notice, listed: list[Home], free: int) -> Text:
    """Who is still to be told; `free` more are nobody's."""
    head = await about(tx, notice)
    if listed:
        return t("door-list", about=head, items=[line(one) for one in listed])
    return t("door-list-done-more", about=head, n=free) if free else t("door-list-done", about=head)


async def list_card(tx: Tx, notice: Notice, account_id: int) -> Outgoing:
    """The list of whoever goes there, with the way to its households."""
    listed = await homes(tx, notice, await notice_doors.kept_by(tx, notice.id, account_id))
    knock = await notice_doors.knock_of(tx, notice.id, account_id)
    free = await free_at(tx, notice.id, knock.center_id) if knock is not None else 0
    rows = []
    if listed:
        rows = [[button("button-door-list", DoorList(notice.id, 0))]]
    elif free:
        rows = [[button("button-door-more", DoorKnock("more", notice.id))]]
    text = await list_text(tx, notice, listed, free)
    return Outgoing(text=text, buttons=[*rows, [button("button-person", Go("person"))]])


async def free_at(tx: Tx, notice_id: int, center_id: int) -> int:
    """To how many households of a center nobody goes yet."""
    found = await notice_doors.counts(tx, notice_id)
    return sum(n for (center, _, state), n in found.items() if (center, state) == (center_id, Door.OPEN))


async def refresh(tx: Tx, notice: Notice, account_id: int) -> None:
    """Keep somebody's list true, in place."""
    account = await people.contact(tx, account_id)
    if account is not None and account.reachable:
        await change_last(tx, account, await list_card(tx, notice, account_id), key=list_key(notice.id))
