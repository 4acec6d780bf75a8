"""Every button about activities, forged: by a neighbour with the ids of another person, by a director with
those of another center. Nothing changes, no form begins, nobody reads a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from types import ModuleType
from typing import Any

from sqlalchemy import select

from domain import activitytaps, attendancetaps, bulletintaps, lendingtaps, listtaps, wishtaps
from domain.activitytaps import (
    ActivityDo,
    ActivityFound,
    ActivityMake,
    ActivityNew,
    ActivityQr,
    ActivitySend,
    ActivitySet,
    SignFor,
    SignStep,
    SignTimes,
    SignupDo,
    SignWhom,
)
from domain.attendancetaps import (
    ActivityDay,
    CertificateDo,
    CheckIn,
    DayMark,
    DayPaper,
    SessionDay,
    SignupDay,
    VerdictDo,
    WalkIn,
)
from domain.bulletintaps import (
    BulletinDays,
    BulletinDo,
    BulletinFound,
    BulletinMute,
    BulletinNew,
    BulletinSend,
    BulletinTopic,
    BulletinWant,
)
from domain.lendingtaps import (
    BookDays,
    BookInstead,
    BookTake,
    BookTakeDay,
    BookTimes,
    BookWhat,
    LoanDesk,
    LoanDo,
)
from domain.listtaps import CountsOf, ListAdd, ListDo, ListPerson, ListSeats, ListShow, ListStep, ListTimes
from domain.messages import Content
from domain.officetime import local_day
from domain.tap import Tap
from domain.wishtaps import WishDrop, WishKeep, WishMake
from services import activity_wishes, attendance, bulletins, lending, signups, verdicts
from simulator.person import Person as Someone
from storage import activities as stored
from storage import people
from storage.base import Base
from tests.stories.conftest import Village
from tests.stories.lending import hall, sprayers
from tests.stories.signing import checkup, grafting, make, slot_id

AT_ONCE = 20
"""Taps after which is looked what has come of them."""
MODULES = (activitytaps, attendancetaps, bulletintaps, lendingtaps, listtaps, wishtaps)
TABLES = (
    *("activity", "activity_slot", "activity_session", "activity_version", "signup", "attendance", "loan"),
    *("certificate", "activity_wish", "bulletin", "bulletin_subscription", "timetable", "notice"),
)
SECRETS = ("何秀英", "讲得太快", "摆酒席", "绣花")
"""Who comes, what they said of it, what for, and what somebody wishes for."""
SIGNUP = ("open", "yes", "no", "cancel", "again", "fine", "still", "not-still", "burn")
MAKE = ("open", "change", "off", "off-sure", "history", "tell", "tell-sure", "burn")
LOAN = (
    "open",
    "hand",
    "back",
    "broken",
    "gone",
    "away",
    "missing",
    "mended",
    "renew",
    "say-today",
    "say-tomorrow",
    "say-lost",
)


@dataclass(frozen=True)
class Ids:
    """What there is at the center, by its ids: a course that one person came to, a check-up, a sprayer that
    they have fetched, and the hall that they have booked."""

    center: int
    course: int
    slot: int
    session: int
    code: str
    seat: int
    person: int
    checkup: int
    sprayer: int
    loan: int
    hall: int
    hall_slot: int
    booking: int
    wish: int
    post: int
    day: str


async def does(village: Village, who: Someone, use_case: Any, *args: Any, **options: Any) -> Any:
    """Let somebody do something past the chat."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        account = await people.account(tx, who.id)
        assert account is not None
        return await use_case(tx, account, *args, **options)


async def everything(village: Village) -> Ids:
    """One of each, with somebody who has to do with all of it."""
    return (await furnished(village))[-1]


async def furnished(village: Village) -> tuple[Someone, Someone, Ids]:
    """The same, with the director who made it all, and whoever has to do with it."""
    director, villager = await village.person("马主任", "director"), await village.person("何秀英")
    await village.enrol("李大爷")
    center = await village.unit_id("maqu")
    course = await make(village, director, grafting(village, days=0.02, certificate=True))
    lent, room = await sprayers(village, director), await hall(village, director)
    slot, free = await slot_id(village, course), await slot_id(village, room, 2)
    seat = await does(village, villager, signups.sign_up, slot)
    loan = await does(village, villager, signups.sign_up, await slot_id(village, lent))
    await does(village, director, lending.hand_out, loan.id)
    booking = await does(village, villager, signups.sign_up, await slot_id(village, room))
    await does(village, villager, say_what_for, booking.id)
    wish = await does(village, villager, activity_wishes.record, center, "绣花")
    today = local_day(village.now(), "Asia/Shanghai")
    until = today + timedelta(days=3)
    post = await does(village, director, bulletins.post, center, "prices", Content(text="苹果两块"), until)
    times = await make(village, director, checkup(village, 3))
    async with village.database.begin(village.now()) as tx:
        (session,) = await stored.sessions(tx, course)
        (person,) = await people.persons_by_name(tx, center, "李大爷")
    await does(village, villager, attendance.check_in, session.id, session.code)
    await does(village, villager, verdicts.say, seat.id, "poor")
    await does(village, villager, verdicts.remark, seat.id, "讲得太快")
    return (
        director,
        villager,
        Ids(
            *(center, course, slot, session.id, session.code, seat.id, person.id, times, lent, loan.id),
            *(room, free, booking.id, wish.id, post.id, f"{today + timedelta(days=1)}"),
        ),
    )


async def say_what_for(tx: Any, account: Any, signup_id: int) -> None:
    """What the hall is wanted for."""
    from services import venues

    await venues.say_what_for(tx, account, signup_id, "摆酒席")


def of_others(ids: Ids) -> list[Tap]:
    """What nobody may tap who has nothing to do with these, whatever center they belong to."""
    about, seats = (ids.session, ids.code), (ids.seat, ids.loan, ids.booking)
    return [
        *(ActivityDo(do, ids.course) for do in ("manage", "burn")),
        *(ActivityNew(ids.center, kind) for kind in ("course", "loan", "nothing", "")),
        *(ActivitySet(what, value) for what in ("more", "place", "seats") for value in ("", "none")),
        *(ActivitySend(how, 0) for how in ("tell", "quiet", "change", "burn")),
        *(ActivityMake(do, one) for do in MAKE for one in (ids.course, ids.hall)),
        *(SignupDo(do, one) for do in SIGNUP for one in (*seats, 0, 10**12)),
        ActivityQr(ids.course),
        *(SignFor(ids.slot, who, 1) for who in (f"p{ids.person}", "r1", "n", "p", "px", "p²", "")),
        CheckIn("one", *about, ids.seat),
        *(CheckIn(do, ids.session, "AAAAAAAA", ids.seat) for do in ("one", "all", "look")),
        *(ActivityDay(do, ids.course, 0) for do in ("open", "said", "certificates", "burn")),
        *(SessionDay(do, ids.session, 0) for do in ("open", "list", "paper", "walk-in", "keep", "burn")),
        *(DayMark(ids.session, ids.seat, here, 0) for here in (0, 1)),
        *(DayPaper(what, ids.session) for what in ("list", "poster", "burn")),
        *(
            WalkIn(ids.session, kind, n)
            for kind, n in (("row", ids.seat), ("person", ids.person), ("new", 0))
        ),
        *(SignupDay(one) for one in seats),
        *(VerdictDo(word, ids.seat) for word in ("good", "more", "burn")),
        CertificateDo("all", ids.course),
        *(CertificateDo(do, ids.seat) for do in ("one", "mine", "look", "revoke", "revoke-sure", "burn")),
        *(BulletinDo(do, ids.post) for do in ("until", "withdraw", "withdraw-sure", "burn")),
        BulletinDays(3),
        BulletinSend(0),
        *(LoanDo(do, one) for do in LOAN for one in (ids.loan, ids.seat)),
        LoanDesk(ids.sprayer, 0),
        *(BookDays(ids.hall, lendingtaps.VILLAGE, 0), BookTimes(ids.hall, lendingtaps.VILLAGE, ids.day, 0)),
        *(BookTake(do, ids.hall_slot) for do in ("take", "take-sure", "day-sure", "free", "held", "burn")),
        BookTakeDay(ids.hall, ids.day),
        BookInstead(ids.booking, ids.hall_slot),
        BookWhat(ids.booking),
        ListShow(ids.course, 0),
        *(ListDo(do, ids.course) for do in ("more", "table", "burn")),
        *(ListTimes(ids.course, what, 0) for what in ("add", "seats", "burn")),
        *(ListStep(ids.checkup, "add", step) for step in ("...0", ".0.8.0", "burn")),
        *(ListPerson(do, one) for do in ("open", "cancel", "cancel-sure") for one in seats),
        *(ListAdd(ids.slot, who, 1) for who in ("me", f"p{ids.person}", "type", "n")),
        *(ListSeats(ids.slot, count) for count in (0, 1, 99, -1)),
        *(CountsOf(ids.center, what, 0) for what in ("", "table")),
        WishKeep(0),
        *(WishDrop(ids.wish), WishMake(ids.wish)),
    ]


def of_another_center(ids: Ids) -> list[Tap]:
    """What everybody at the center may tap, and nobody else."""
    return [
        *(ActivityDo(do, ids.course) for do in ("look", "open", "sign")),
        *(SignTimes(ids.checkup, other, 0) for other in (0, 1)),
        *(SignStep(ids.checkup, 0, step) for step in ("...0", "20261203.0.8.1", "burn")),
        SignWhom(ids.slot, 0),
        *(SignFor(ids.slot, who, 1) for who in ("me", "type")),
        ActivityFound(ids.course),
        *(CheckIn(do, ids.session, ids.code, 0) for do in ("all", "look")),
        *(BookDays(ids.hall, whose, 0) for whose in (lendingtaps.SELF, lendingtaps.OTHER)),
        BookTimes(ids.hall, lendingtaps.SELF, ids.day, 0),
        BulletinDo("look", ids.post),
        *(BulletinWant(ids.center, "prices", on) for on in (0, 1)),
        *(BulletinMute(ids.post, on) for on in (0, 1)),
        BulletinTopic("nothing", 0),
        BulletinFound("nothing"),
        BulletinNew("nothing"),
    ]


def classes(*modules: ModuleType) -> set[type[Tap]]:
    """All kinds of taps that these modules make."""
    found = [one for module in modules for one in vars(module).values() if isinstance(one, type)]
    return {one for one in found if issubclass(one, Tap) and one is not Tap}


async def kept(village: Village) -> dict[str, list[Any]]:
    """All that is kept of activities."""
    async with village.database.begin(village.now()) as tx:
        found = {}
        for name in TABLES:
            rows = (await tx.session.execute(select(Base.metadata.tables[name]))).all()
            found[name] = sorted(map(repr, rows))
        return found


def batched(taps: list[Tap], size: int) -> list[list[Tap]]:
    """So many at a time."""
    return [taps[start : start + size] for start in range(0, len(taps), size)]


async def forges(village: Village, who: Someone, taps: list[Tap]) -> None:
    """Somebody taps all of these beneath the menu; each is answered, and nothing comes of it."""
    await who.says("/menu")
    await village.passes()  # what the clock does is done before it is looked at
    screen = next(message for message in reversed(who.screen) if message.from_bot)
    before = await kept(village)
    for some in batched(taps, AT_ONCE):
        village.sim.world.toasts.pop(who.id, None)
        for one in some:
            await who.taps_data(screen, one.pack())
        await village.settled()
        assert len(who.toasts) == len(some), f"one of {some} was not refused"
        assert await village.form(who) is None, some
    assert await kept(village) == before
    assert not any(secret in village.sent_to(who) for secret in SECRETS)


def test_every_kind_of_tap_is_forged() -> None:
    ids = Ids(*range(4), "", *range(10), "")  # type: ignore[arg-type]
    assert {type(one) for one in of_others(ids) + of_another_center(ids)} == classes(*MODULES)


async def test_a_neighbour_with_the_ids_of_another_person_finds_nothing(village: Village) -> None:
    ids, nosy = await everything(village), await village.person("好奇的")
    await forges(village, nosy, of_others(ids))


async def test_the_director_of_another_center_finds_nothing(village: Village) -> None:
    ids = await everything(village)
    far = await village.person("外村主任", "director", center="dongxing", village=None)
    await forges(village, far, of_others(ids) + of_another_center(ids))
    assert "嫁接" not in village.sent_to(far) and "苹果" not in village.sent_to(far)
