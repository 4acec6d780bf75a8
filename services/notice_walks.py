"""Going from door to door: whoever agrees gets a share of the households, and says what became of each."""

from __future__ import annotations

from domain.doors import PENDING, SHARE, TRIES, Door
from domain.messages import Outgoing, Text, t, verbatim
from services import holders, notice_doorcards, notice_doors
from services.access import LEADERS, roles_at
from services.errors import NotFoundError, RefusedError
from services.notice_access import WRITERS
from services.notice_doorcards import Home
from services.outbox import tell
from services.people import names, tidy_name
from storage import notice_doors as stored
from storage import notices, people, units
from storage.notice_readers import NoticeDoor, NoticeKnock
from storage.notices import Notice
from storage.people import Account
from storage.transaction import Tx


async def _notice(tx: Tx, notice_id: int) -> Notice:
    """A notice that still holds. Raises NotFoundError, or RefusedError when it was withdrawn."""
    notice = await notices.one(tx, notice_id)
    if notice is None:
        raise NotFoundError
    if notice.withdrawn_at is not None:
        raise RefusedError(t("notice-is-withdrawn"))
    return notice


async def _asked(tx: Tx, actor: Account, notice_id: int, *, agreed: bool = True) -> NoticeKnock:
    knock = await stored.knock(tx, notice_id, actor.id)
    if knock is None or (agreed and knock.state != "agreed"):
        raise NotFoundError
    return knock


async def agree(tx: Tx, actor: Account, notice_id: int) -> int:
    """Somebody who was asked goes: they get their share of that natural village, and their list; how many
    households it has. Raises NotFoundError, RefusedError when somebody goes to all of them already."""
    knock = await _asked(tx, actor, notice_id, agreed=False)
    notice = await _notice(tx, notice_id)
    return await _go(tx, actor, notice, knock)


async def _go(tx: Tx, actor: Account, notice: Notice, knock: NoticeKnock) -> int:
    await _share(tx, notice, knock, only=True)
    listed = len(await stored.kept_by(tx, notice.id, actor.id))
    if not listed:
        raise RefusedError(t("door-covered"))
    knock.state = "agreed"
    await show(tx, actor, notice)
    return listed


async def show(tx: Tx, actor: Account, notice: Notice) -> None:
    """Send somebody their list, as the last message in their chat."""
    card = await notice_doorcards.list_card(tx, notice, actor.id)
    tell(tx, actor, card, lane=notice_doors.lane(notice), key=notice_doorcards.list_key(notice.id))


async def _share(tx: Tx, notice: Notice, knock: NoticeKnock, *, only: bool) -> None:
    """Fill somebody's list; with `only`, not beyond the natural village they agreed to."""
    room = SHARE - len(await stored.kept_by(tx, notice.id, knock.account_id))
    if room <= 0:
        return
    found = await stored.free(tx, notice.id, knock.center_id, near=knock.village_id, limit=room, only=only)
    for door in found:
        door.state, door.keeper_id = Door.TAKEN, knock.account_id
        await notice_doors.set_patience(tx, notice, door)
    await tx.session.flush()


async def decline(tx: Tx, actor: Account, notice_id: int) -> None:
    """Somebody who was asked does not go; that costs them nothing. Raises NotFoundError, RefusedError when
    they go already."""
    knock = await _asked(tx, actor, notice_id, agreed=False)
    if knock.state == "agreed":
        raise RefusedError(t("already-answered"))
    knock.state = "declined"


async def more(tx: Tx, actor: Account, notice_id: int) -> None:
    """Whoever is through gets more households of the center, those nearby first. Raises NotFoundError,
    RefusedError while some are still to be told, or when nobody is left."""
    knock = await _asked(tx, actor, notice_id)
    notice = await _notice(tx, notice_id)
    kept = await stored.kept_by(tx, notice.id, actor.id)
    if any(one.state == Door.TAKEN for one in kept):
        raise RefusedError(t("door-first-these"))
    await _share(tx, notice, knock, only=False)
    if len(await stored.kept_by(tx, notice.id, actor.id)) == len(kept):
        raise RefusedError(t("door-covered"))


async def take(tx: Tx, actor: Account, notice_id: int, center_id: int, village_id: int | None) -> int:
    """Whoever writes a center's notices goes to a natural village themselves, asked or not; how many
    households are on their list now. Raises NotFoundError, RefusedError as `agree`."""
    notice = await _notice(tx, notice_id)
    row = await stored.round_at(tx, notice.id, center_id, village_id)
    if row is None or not roles_at(actor, center_id) & WRITERS:
        raise NotFoundError
    if len(await stored.kept_by(tx, notice.id, actor.id)) >= SHARE:
        raise RefusedError(t("door-first-these"))
    if not await stored.free(tx, notice.id, center_id, near=village_id, limit=1, only=True):
        raise RefusedError(t("door-covered"))
    knock = await stored.knock(tx, notice.id, actor.id)
    if knock is None:
        knock = NoticeKnock(notice_id=notice.id, account_id=actor.id, state="asked", asked_at=tx.now)
        knock.center_id, knock.village_id = center_id, village_id
        await stored.add(tx, knock)
    knock.center_id, knock.village_id = center_id, village_id
    return await _go(tx, actor, notice, knock)


async def listed(tx: Tx, actor: Account, notice_id: int) -> tuple[Text, list[Home], int]:
    """Somebody's list: its words, the households that are left, and how many more nobody goes to. Raises
    NotFoundError for whoever has not agreed to go."""
    knock = await _asked(tx, actor, notice_id)
    notice = await _notice(tx, notice_id)
    homes = await notice_doorcards.homes(tx, notice, await stored.kept_by(tx, notice.id, actor.id))
    free = await notice_doorcards.free_at(tx, notice.id, knock.center_id)
    return await notice_doorcards.list_text(tx, notice, homes, free), homes, free


async def goes(tx: Tx, actor: Account, notice_id: int) -> bool:
    """Whether somebody has agreed to go to doors about a notice."""
    knock = await stored.knock_of(tx, notice_id, actor.id)
    return knock is not None and knock.state == "agreed"


async def _door(tx: Tx, actor: Account, notice_id: int, household_id: int) -> tuple[Notice, NoticeDoor, int]:
    """A door, locked, with its notice and center, for whoever goes there and for those who write the
    center's notices. Raises NotFoundError."""
    door = await stored.door(tx, notice_id, household_id)
    household = await people.household(tx, household_id)
    if door is None or household is None:
        raise NotFoundError
    if not is_keeper(actor, door) and not roles_at(actor, household.center_id) & WRITERS:
        raise NotFoundError
    return await _notice(tx, notice_id), door, household.center_id


def is_keeper(actor: Account, door: NoticeDoor) -> bool:
    """Whether it is on somebody's own list."""
    return door.keeper_id == actor.id


async def open_door(
    tx: Tx, actor: Account, notice_id: int, household_id: int
) -> tuple[Notice, NoticeDoor, int]:
    """The same for a household that has still to be told. Raises RefusedError when it knows already."""
    notice, door, center_id = await _door(tx, actor, notice_id, household_id)
    if await stored.is_read(tx, notice_id, household_id):
        raise RefusedError(t("door-read-meanwhile"))
    if door.state == Door.TOLD:
        by = await names(tx, center_id, [door.told_by_id or 0])
        raise RefusedError(t("door-told-already", by=by.get(door.told_by_id or 0, "?")))
    if door.state not in PENDING:
        raise RefusedError(t("already-answered"))
    return notice, door, center_id


async def look(tx: Tx, actor: Account, notice_id: int, household_id: int) -> tuple[Notice, Home]:
    """A household that has still to be told, with the notice. Raises NotFoundError or RefusedError."""
    notice, door, _ = await open_door(tx, actor, notice_id, household_id)
    (home,) = await notice_doorcards.homes(tx, notice, [door])
    return notice, home


async def told(tx: Tx, actor: Account, notice_id: int, household_id: int, person_id: int) -> None:
    """This person of a household was told. Raises NotFoundError, RefusedError when it knows already."""
    person = await people.person(tx, person_id)
    if person is None or person.household_id != household_id:
        raise NotFoundError
    await told_somebody(tx, actor, notice_id, household_id, person.name)


async def told_somebody(tx: Tx, actor: Account, notice_id: int, household_id: int, whom: str) -> None:
    """Somebody of that name was told at a household's door, of the roster or not; otherwise as `told`."""
    notice, door, _ = await open_door(tx, actor, notice_id, household_id)
    door.whom = tidy_name(whom)
    await close(tx, notice, door, Door.TOLD, actor)


async def close(tx: Tx, notice: Notice, door: NoticeDoor, state: Door, by: Account) -> None:
    """Nobody has to go to a door any more; it comes off the list of whoever else was going there."""
    keeper = door.keeper_id
    door.state, door.told_by_id, door.told_at, door.again_at = state, by.id, tx.now, None
    await tx.session.flush()
    if keeper is not None and keeper != by.id:
        await notice_doorcards.refresh(tx, notice, keeper)


async def moved(tx: Tx, actor: Account, notice_id: int, household_id: int) -> None:
    """A household does not live there any more: it is off the list, and the clerk hears that the roster is
    out of date. Raises as `told`."""
    notice, door, center_id = await open_door(tx, actor, notice_id, household_id)
    await close(tx, notice, door, Door.MOVED, actor)
    await _tell_clerk(tx, notice, door, center_id, gone=True)


async def nobody(tx: Tx, actor: Account, notice_id: int, household_id: int) -> None:
    """Nobody was there: whoever goes there goes again later; after the second time the clerk hears of it, and
    it is off their list. Raises as `told`, and NotFoundError for anybody else."""
    notice, door, center_id = await open_door(tx, actor, notice_id, household_id)
    if not is_keeper(actor, door):
        raise NotFoundError
    if door.state == Door.NOBODY:
        raise RefusedError(t("door-again-later"))
    door.state, door.tries = Door.NOBODY, door.tries + 1
    if door.tries < TRIES:
        await notice_doors.set_again(tx, notice, door)
        return
    door.keeper_id, door.again_at = None, None
    await _tell_clerk(tx, notice, door, center_id, gone=False)


async def _tell_clerk(tx: Tx, notice: Notice, door: NoticeDoor, center_id: int, *, gone: bool) -> None:
    """The clerk, where there is none the leaders, hear that a household is away, or gone for good."""
    unit = await units.unit_of(tx, center_id)
    clerks = await holders.of_roles(tx, unit, ["clerk"]) or await holders.of_roles(tx, unit, sorted(LEADERS))
    (home,) = await notice_doorcards.homes(tx, notice, [door])
    about = await notice_doorcards.about(tx, notice)
    line = notice_doorcards.line(home)
    text = t("door-gone", about=about, home=line) if gone else t("door-away", about=about, home=line)
    for one in clerks:
        tell(tx, one, Outgoing(text=text))


async def give_back(tx: Tx, actor: Account, notice_id: int, household_id: int | None = None) -> None:
    """Somebody does not get to a household after all, or to any that is left on their list: others are asked.
    Raises NotFoundError."""
    await _asked(tx, actor, notice_id)
    notice = await _notice(tx, notice_id)
    kept = await stored.kept_by(tx, notice.id, actor.id)
    given = [one for one in kept if household_id in (None, one.household_id)]
    if household_id is not None and not given:
        raise NotFoundError
    locked = [await stored.door(tx, notice.id, one.household_id) for one in given]
    own = [one for one in locked if one is not None and is_keeper(actor, one) and one.state in PENDING]
    await notice_doors.let_go(tx, notice, own)


async def came_off(tx: Tx, notice: Notice, household_id: int | None) -> None:
    """A household has read it after all: it comes off the list of whoever was going there."""
    if household_id is None or notice.doors_at is not None:
        return
    door = await stored.door_of(tx, notice.id, household_id)
    if door is not None and door.keeper_id is not None and door.state in PENDING:
        await notice_doorcards.refresh(tx, notice, door.keeper_id)


def words(notice: Notice, locale: str) -> Text:
    """What is to be read out, in the language of whoever reads it."""
    said = notice.said.first_for(locale).text or notice.said.words
    return verbatim(said) if said else t("door-no-words")
