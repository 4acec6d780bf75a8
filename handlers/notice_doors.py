"""From door to door: whoever goes there, relatives elsewhere, and whoever looks over it."""

from __future__ import annotations

from domain.doors import SHARE, Door, Standing
from domain.doortaps import DoorDo, DoorKin, DoorKnock, DoorLeft, DoorList, DoorTake, DoorTold
from domain.messages import Button, Outgoing, Text, t, verbatim
from domain.messages import listed as in_a_row
from domain.noticetaps import NoticeDo
from domain.tap import Tap
from domain.taps import Go
from handlers import intake
from handlers.talk import Rows, Talk, aside, paged, tap
from services import notice_doorcards, notice_kin, notice_left, notice_walks, people, rollcall_doors
from services.errors import NotFoundError, RefusedError
from services.notice_doorcards import Home

WHOM = "door-whom"
"""The form in which somebody types who was told."""
SCREEN = 4
"""Households on one screen, beside what can be done with all of them."""


async def knock(talk: Talk, chosen: DoorKnock) -> None:
    """Whether somebody goes; more households; or none of those that are left."""
    tx, who, notice_id = talk.tx, talk.account, chosen.notice_id
    match chosen.action:
        case "yes":
            count = await notice_walks.agree(tx, who, notice_id)
            talk.put(Outgoing(text=t("door-thanks", n=count)))
        case "no":
            await notice_walks.decline(tx, who, notice_id)
            talk.put(Outgoing(text=t("door-declined")))
        case "more":
            await notice_walks.more(tx, who, notice_id)
            await listed(talk, DoorList(notice_id, 0))
        case "back":
            await notice_walks.give_back(tx, who, notice_id)
            talk.toast(t("door-given-back"))
            await listed(talk, DoorList(notice_id, 0))
        case _:
            raise NotFoundError


async def listed(talk: Talk, chosen: DoorList) -> None:
    """A page of one's list, a tap on a household opens it."""
    notice_id = chosen.notice_id
    text, homes, free = await notice_walks.listed(talk.tx, talk.account, notice_id)
    items = [
        tap("button-door", DoorDo("look", notice_id, one.door.household_id), names=one.names) for one in homes
    ]
    rows = paged(items, chosen.page, lambda n: DoorList(notice_id, n), size=SCREEN)
    if free and len(homes) < SHARE and all(one.door.state == Door.NOBODY for one in homes):
        rows.append([tap("button-door-more", DoorKnock("more", notice_id))])
    elif homes:
        rows.append([tap("button-door-back-all", DoorKnock("back", notice_id))])
    talk.show(text, [*rows, aside()])


async def do(talk: Talk, chosen: DoorDo) -> None:
    """Open a household, or say what became of it."""
    tx, who, notice_id, household_id = talk.tx, talk.account, chosen.notice_id, chosen.household_id
    match chosen.action:
        case "look":
            await _household(talk, notice_id, household_id)
        case "told":
            await _who_was_told(talk, notice_id, household_id)
        case "safe":
            await rollcall_doors.found(tx, who, notice_id, household_id, "safe")
            await _go_on(talk, notice_id, t("door-found-safe"))
        case "help":
            await rollcall_doors.found(tx, who, notice_id, household_id, "help")
            await _go_on(talk, notice_id, t("door-found-help"))
        case "other":
            await _type_whom(talk, notice_id, household_id)
        case "nobody":
            await notice_walks.nobody(tx, who, notice_id, household_id)
            await _go_on(talk, notice_id, t("door-nobody-now"))
        case "moved":
            await notice_walks.moved(tx, who, notice_id, household_id)
            await _go_on(talk, notice_id, t("door-moved-now"))
        case "back":
            await notice_walks.give_back(tx, who, notice_id, household_id)
            await _go_on(talk, notice_id, t("door-given-back"))
        case _:
            raise NotFoundError


async def _go_on(talk: Talk, notice_id: int, said: Text) -> None:
    """Say so with a toast, and back to the list; whoever has none reads it."""
    talk.toast(said)
    if await notice_walks.goes(talk.tx, talk.account, notice_id):
        await listed(talk, DoorList(notice_id, 0))
    else:
        talk.show(said, [_back(NoticeDo("left", notice_id))])


def _back(to: Tap) -> list[Button]:
    return [tap("button-back", to), tap("button-person", Go("person"))]


def _phones(home: Home) -> Text:
    return in_a_row([verbatim(one) for one in home.phones]) if home.phones else t("phone-unknown")


async def _household(talk: Talk, notice_id: int, household_id: int) -> None:
    """What is to be read out, to whom, and what can be said of it afterwards."""
    notice, home = await notice_walks.look(talk.tx, talk.account, notice_id, household_id)
    text = t(
        "door-household",
        names=home.names,
        village=home.village,
        phone=_phones(home),
        words=notice_walks.words(notice, talk.account.locale),
    )
    own = notice_walks.is_keeper(talk.account, home.door)
    if notice.is_rollcall:
        actions = ["safe", "help", "nobody", "back"] if own else ["moved"]
    else:
        actions = ["told", "nobody", "moved", "back"] if own else ["told", "moved"]
    rows = [[tap(f"button-door-{one}", DoorDo(one, notice_id, household_id))] for one in actions]
    back = DoorList(notice_id, 0) if own else NoticeDo("left", notice_id)
    talk.show(text, [*rows, _back(back)])


async def _who_was_told(talk: Talk, notice_id: int, household_id: int) -> None:
    _, home = await notice_walks.look(talk.tx, talk.account, notice_id, household_id)
    rows: Rows = [
        [tap("button-text", DoorTold(notice_id, household_id, one.id), text=verbatim(one.name))]
        for one in home.persons[: notice_doorcards.NAMED]
    ]
    rows.append([tap("button-door-other", DoorDo("other", notice_id, household_id))])
    talk.show(t("door-who", names=home.names), [*rows, _back(DoorDo("look", notice_id, household_id))])


async def told(talk: Talk, chosen: DoorTold) -> None:
    """One of the household was told."""
    notice_id = chosen.notice_id
    await notice_walks.told(talk.tx, talk.account, notice_id, chosen.household_id, chosen.person_id)
    await _go_on(talk, notice_id, t("door-told-now"))


async def _type_whom(talk: Talk, notice_id: int, household_id: int) -> None:
    """Somebody else was told: their name is typed."""
    await notice_walks.look(talk.tx, talk.account, notice_id, household_id)
    intake.check_free(talk, WHOM)
    await talk.keep(WHOM, notice=notice_id, household=household_id)
    await ask_whom(talk)


async def ask_whom(talk: Talk) -> None:
    """Ask for the name."""
    talk.say(t("door-who-else"), [[tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]])


async def whom(talk: Talk) -> None:
    """The name of whoever was told."""
    notice_id, household_id = talk.data["notice"], talk.data["household"]
    try:
        await notice_walks.look(talk.tx, talk.account, notice_id, household_id)
    except RefusedError:
        await talk.leave()
        raise
    await notice_walks.told_somebody(talk.tx, talk.account, notice_id, household_id, talk.text)
    await talk.leave()
    talk.say(t("door-told-now"))
    if await notice_walks.goes(talk.tx, talk.account, notice_id):
        await listed(talk, DoorList(notice_id, 0))


async def kin(talk: Talk, chosen: DoorKin) -> None:
    """A relative has told them."""
    name = await notice_kin.confirm(talk.tx, talk.account, chosen.notice_id, chosen.household_id)
    talk.put(Outgoing(text=t("door-kin-thanks", name=name)))


async def places(talk: Talk, notice_id: int, page: int = 0) -> None:
    """How many have not been reached, by natural village; a tap on one names them for whoever may know."""
    _, unit, found = await notice_left.groups(talk.tx, talk.account, notice_id)
    missing = [one for one in found if one.left]
    items = [notice_left.line(one) for one in missing[: notice_left.MOST]]
    buttons = [
        tap(
            "button-door-place",
            DoorLeft(notice_id, one.center_id, one.village_id or 0, 0),
            place=one.label,
            n=one.left,
        )
        for one in missing
        if one.named
    ]
    text = t("door-places", unit=unit.name, items=items) if items else t("door-places-none", unit=unit.name)
    rows = paged(buttons, page, lambda n: DoorLeft(notice_id, 0, 0, n))
    talk.show(text, [*rows, _back(NoticeDo("look", notice_id))])


async def missing(talk: Talk, chosen: DoorLeft) -> None:
    """The households of a natural village that have not been reached, and who goes there."""
    notice_id, center_id = chosen.notice_id, chosen.center_id
    if not center_id:
        await places(talk, notice_id, chosen.page)
        return
    village_id = chosen.village_id or None
    left = await notice_left.missing(talk.tx, talk.account, notice_id, center_id, village_id)
    keepers = await people.names(talk.tx, center_id, [one.keeper_id for one in left if one.keeper_id])
    last = max(0, (len(left) - 1) // SCREEN)
    page = min(max(chosen.page, 0), last)
    items = [
        t(
            f"door-missing-{one.state}",
            names=notice_doorcards.names(one.persons),
            keeper=keepers.get(one.keeper_id or 0, "?"),
        )
        for one in left[page * SCREEN : (page + 1) * SCREEN]
    ]
    buttons = [
        tap(
            "button-door",
            DoorDo("look", notice_id, one.household_id),
            names=notice_doorcards.names(one.persons),
        )
        for one in left
    ]
    rows = paged(buttons, page, lambda n: DoorLeft(notice_id, center_id, chosen.village_id, n), size=SCREEN)
    if any(one.state == Standing.OPEN for one in left):
        rows.append([tap("button-door-take", DoorTake(notice_id, center_id, chosen.village_id))])
    text = t("door-missing", n=len(left), items=items) if items else t("door-missing-none")
    talk.show(text, [*rows, _back(NoticeDo("left", notice_id))])


async def take(talk: Talk, chosen: DoorTake) -> None:
    """Go there oneself."""
    village_id = chosen.village_id or None
    count = await notice_walks.take(talk.tx, talk.account, chosen.notice_id, chosen.center_id, village_id)
    talk.put(Outgoing(text=t("door-thanks", n=count)))
