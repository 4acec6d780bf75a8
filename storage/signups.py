"""Who has signed up for what: who has a seat, who waits, who was asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    Index,
    String,
    exists,
    func,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Mapped, aliased, mapped_column

from domain.signups import ACTIVE, Standing, of_account, of_person
from storage.activities import Activity, ActivitySlot, later
from storage.base import Base, BigId, EncryptedText, UtcDateTime, partial
from storage.people import Person
from storage.transaction import Tx

_ACTIVE = "state in ('seated','offered','waiting')"
_NOW = {"populate_existing": True}
"""What is read under the activity's lock is as it is now, also if it was read before another had that."""


class Signup(Base):
    """One person's place in a slot, from the first word until it is over; kept then too.

    A person signs up for themself, or somebody does it for them: `account_id` is whoever did.
    """

    __tablename__ = "signup"
    __table_args__ = (
        CheckConstraint(
            "state in ('seated','offered','waiting','cancelled','lapsed','returned')", name="state"
        ),
        CheckConstraint("signed_by in ('self','household','proxy','officer')", name="signed_by"),
        CheckConstraint("(state = 'offered') = (answer_by is not null)", name="offered"),
        CheckConstraint("outward in ('offered','waiting','cancelled','lapsed','unknown')", name="outward"),
        partial("uq_signup_active", "slot_id", "subject", where=_ACTIVE, unique=True),
        Index("ix_signup_slot", "slot_id", "state", "place"),
        Index("ix_signup_activity", "activity_id", "state"),
        Index("ix_signup_account", "account_id", "state"),
        Index("ix_signup_subject", "subject", "state"),
        partial("ix_signup_answer", "answer_by", where="answer_by IS NOT NULL"),
        partial("ix_signup_ask", "ask_at", where="ask_at IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))
    slot_id: Mapped[int] = mapped_column(ForeignKey("activity_slot.id"))
    account_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("account.id"))
    """Whoever signed up; None for somebody whom an officer put on the list."""
    subject: Mapped[str] = mapped_column(String(80))
    """Who it is for, so that one person is on the list once (see services/signups.py)."""
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"), index=True)
    name: Mapped[str] = mapped_column(EncryptedText)
    phone: Mapped[str | None] = mapped_column(EncryptedText)
    """Of whoever has no account, as far as somebody said it."""
    signed_by: Mapped[str] = mapped_column(String(10))
    signed_by_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("account.id"))
    signed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    place: Mapped[int]
    """Their number in the line; whoever has a lower one is asked before."""
    state: Mapped[str] = mapped_column(String(10))
    skips: Mapped[int] = mapped_column(default=0)
    """How often they have not answered."""
    answer_by: Mapped[datetime | None] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    outward: Mapped[str | None] = mapped_column(String(10))
    """How whoever was let in at the door stands as far as others know; None: as they do."""
    still: Mapped[bool | None]
    """Whether they still come after it was changed; None: not asked, or not answered."""
    ask_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When whoever was there is asked how it was; None if they were, or were not there."""
    verdict: Mapped[str | None] = mapped_column(String(10))
    """What they said then; its words are in `remark`."""
    remark: Mapped[str | None] = mapped_column(EncryptedText)
    purpose: Mapped[str | None] = mapped_column(EncryptedText)
    """What they want a room for, if they said it."""

    @property
    def standing(self) -> Standing:
        """How they stand."""
        return Standing(self.state)


async def add(tx: Tx, row: Signup) -> None:
    """Add a place; it has its id afterwards."""
    tx.session.add(row)
    await tx.session.flush()


async def signup(tx: Tx, signup_id: int) -> Signup | None:
    """One person's place, locked until the commit; whoever changes it has the lock of its activity first."""
    return await tx.lock(Signup, signup_id)


async def peek(tx: Tx, signup_id: int) -> Signup | None:
    """One person's place as it was read first: enough to know of which activity it is."""
    return await tx.session.get(Signup, signup_id)


async def active(tx: Tx, slot_id: int) -> list[Signup]:
    """Everybody who has a seat or wants one, in the order of their numbers."""
    query = select(Signup).where(Signup.slot_id == slot_id, Signup.state.in_(ACTIVE))
    return list(await tx.session.scalars(query.order_by(Signup.place, Signup.id), execution_options=_NOW))


async def waited_to_the_end(tx: Tx, slot_id: int, ended: datetime) -> list[Signup]:
    """Who still waited when a slot was over, in the order of their numbers; whoever has been written down
    since by another is left out."""
    again = aliased(Signup)
    listed = exists().where(
        again.slot_id == Signup.slot_id, again.subject == Signup.subject, again.state.in_(ACTIVE)
    )
    query = select(Signup).where(
        Signup.slot_id == slot_id, Signup.state == Standing.LAPSED, Signup.changed_at >= ended, ~listed
    )
    return list(await tx.session.scalars(query.order_by(Signup.place, Signup.id)))


async def of_activity(tx: Tx, activity_id: int) -> list[Signup]:
    """Everybody who has a seat in an activity or wants one, by slot, in the order of their numbers; of a room
    that is everybody who ever had it."""
    return await _by_slot(tx, Signup.activity_id == activity_id)


async def to_come(tx: Tx, activity_id: int, since: datetime) -> list[Signup]:
    """The same of the slots that were not over then."""
    slots = select(ActivitySlot.id).where(later([activity_id], ActivitySlot.ends_at, since))
    return await _by_slot(tx, Signup.slot_id.in_(slots))


async def _by_slot(tx: Tx, wanted: ColumnElement[bool]) -> list[Signup]:
    query = select(Signup).where(wanted, Signup.state.in_(ACTIVE))
    return list(
        await tx.session.scalars(
            query.order_by(Signup.slot_id, Signup.place, Signup.id), execution_options=_NOW
        )
    )


async def taken(tx: Tx, slot_id: int) -> Counter[str]:
    """How many of a slot stand how, of those who have a seat or want one."""
    return (await counts_in(tx, [slot_id]))[slot_id]


async def of_subject(tx: Tx, subject: str) -> list[Signup]:
    """Everywhere somebody has a seat or wants one."""
    query = select(Signup).where(Signup.subject == subject, Signup.state.in_(ACTIVE))
    return list(await tx.session.scalars(query.order_by(Signup.id)))


async def of_slot(tx: Tx, slot_id: int, subject: str) -> Signup | None:
    """Somebody's place in a slot, if they have one or want one."""
    query = select(Signup).where(
        Signup.slot_id == slot_id, Signup.subject == subject, Signup.state.in_(ACTIVE)
    )
    return (await tx.session.scalars(query, execution_options=_NOW)).one_or_none()


async def tie(tx: Tx, account_id: int, person: Person) -> None:
    """Whoever signed up themself at a center is this person of its roster, as has turned out since. Where
    somebody else has signed that person up both places stay as they are: one of them is given up by hand."""
    mine, subject = of_account(account_id), of_person(person.id)
    rows = (await tx.session.scalars(select(Signup).where(Signup.subject == mine))).all()
    for row in sorted(rows, key=lambda one: (one.activity_id, one.id)):
        activity = await tx.lock(Activity, row.activity_id)  # somebody may just be signing that person up
        if activity is None or activity.center_id != person.center_id:
            continue
        if row.standing not in ACTIVE or await of_slot(tx, row.slot_id, subject) is None:
            row.subject, row.person_id, row.household_id = subject, person.id, person.household_id
            await tx.session.flush()


async def in_household(tx: Tx, activity_id: int, household_id: int) -> list[Signup]:
    """Who of a household has a seat in an activity, or wants one."""
    query = select(Signup).where(
        Signup.household_id == household_id, Signup.activity_id == activity_id, Signup.state.in_(ACTIVE)
    )
    return list(await tx.session.scalars(query.order_by(Signup.id), execution_options=_NOW))


async def last_place(tx: Tx, slot_id: int) -> int:
    """The highest number in the line of a slot that was ever given. Each standing's is the end of a part of
    the index: what was lent for years has thousands of numbers."""
    of_slot = select(func.max(Signup.place).label("place")).where(Signup.slot_id == slot_id)
    highest = union_all(*(of_slot.where(Signup.state == one) for one in Standing)).subquery()
    return await tx.session.scalar(select(func.max(highest.c.place))) or 0


async def counts_in(tx: Tx, slot_ids: Collection[int]) -> dict[int, Counter[str]]:
    """How many of each of these slots stand how, of those who have a seat or want one."""
    query = select(Signup.slot_id, Signup.state, func.count()).where(
        Signup.slot_id.in_(slot_ids), Signup.state.in_(ACTIVE)
    )
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for slot_id, state, count in await tx.session.execute(query.group_by(Signup.slot_id, Signup.state)):
        found[slot_id][state] = count
    return found


async def near(
    tx: Tx, account_id: int, subjects: Collection[str], *, since: datetime, limit: int
) -> list[Signup]:
    """What somebody has signed up for, for themself and for others, and what others have for them, as long as
    it is not called off and was not over by `since`; what begins first at the top, and last what is lent: it
    has no time."""
    query = (
        select(Signup)
        .join(ActivitySlot, ActivitySlot.id == Signup.slot_id)
        .join(Activity, Activity.id == Signup.activity_id)
        .where(
            Signup.id.in_(await _own(tx, account_id, subjects)),
            Activity.state != "called-off",
            or_(ActivitySlot.ends_at.is_(None), ActivitySlot.ends_at > since),
        )
        .order_by(ActivitySlot.starts_at.is_(None), ActivitySlot.starts_at, Signup.id)
        .limit(limit)
    )
    return list(await tx.session.scalars(query))


async def near_in(tx: Tx, account_id: int, subjects: Collection[str], activity_id: int) -> list[Signup]:
    """The same of one activity, whatever has become of it."""
    own = await _own(tx, account_id, subjects)
    query = select(Signup).where(Signup.id.in_([one for one in own if own[one] == activity_id]))
    return list(await tx.session.scalars(query.order_by(Signup.id)))


async def _own(tx: Tx, account_id: int, subjects: Collection[str]) -> dict[int, int]:
    """The places that somebody has to do with, and of which activity each is. They are looked for first and
    by themselves: a planner may else begin with all slots to come, or with all who ever had a room."""
    query = select(Signup.id, Signup.activity_id).where(
        or_(Signup.account_id == account_id, Signup.subject.in_(subjects)), Signup.state.in_(ACTIVE)
    )
    return {one.id: one.activity_id for one in await tx.session.execute(query)}


async def next_waiting(tx: Tx, slot_id: int) -> Signup | None:
    """Whoever of a slot is asked next, locked."""
    query = (
        select(Signup)
        .where(Signup.slot_id == slot_id, Signup.state == Standing.WAITING)
        .order_by(Signup.place)
        .limit(1)
        .with_for_update()
    )
    return (await tx.session.scalars(query, execution_options=_NOW)).one_or_none()


async def ahead_of(tx: Tx, row: Signup) -> int:
    """How many of a slot wait and are asked before somebody. Who was let in at the door and signed up since
    keeps the number they have on paper; in the line they are behind all who waited by then."""
    since = row.outward is not None and row.signed_at > row.changed_at
    before = Signup.signed_at < row.signed_at if since else Signup.place < row.place
    query = select(func.count()).where(
        Signup.slot_id == row.slot_id, Signup.state == Standing.WAITING, before
    )
    return await tx.session.scalar(query) or 0


async def unanswered(tx: Tx) -> Signup | None:
    """An offer whose time to answer is over, the oldest first; not locked: its activity's lock is taken
    first."""
    query = select(Signup).where(Signup.answer_by <= tx.now).order_by(Signup.answer_by).limit(1)
    return (await tx.session.scalars(query)).one_or_none()
