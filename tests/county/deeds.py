"""What people do, each by one call of a service as the chat would make it; and what the books say of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from domain.catalogue import CATALOGUE
from domain.messages import Content, Said
from domain.requests import Action
from domain.units import settings_of
from services import (
    access,
    cards,
    emergency,
    handling,
    handover,
    leave,
    people,
    requests,
    roles,
    thread,
)
from services.outbox import tell
from services.requests import Need
from storage import roles as grants
from storage import units
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx
from tests.county import place
from tests.county.books import Entry, Word
from tests.county.folk import Person

if TYPE_CHECKING:
    from tests.county.life import Life

HOW_MUCH = {"assistance": 4, "civil-affairs": 3, "health": 5, "environment": 3, "shop": 2}
"""How often the lines are asked for; the others once."""
TELLS_OF_LEAVE = 2 / 3
"""How many of those with a role say beforehand that they will be away."""
WAITS = 0.85
WHY = "这事我办不了，请别人看看"


class Deeds:
    """The deeds of everybody in one life of a county."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self.books = life.books
        self.folk = life.folk

    # -- asking

    async def ask(self, tx: Tx, who: Person, *, urgently: bool) -> None:
        """Ask for something, for oneself or for somebody else; who had left is back by writing."""
        me = await self._back(tx, who)
        word, said = self._word(who, "家里的事想请你们帮个忙")
        unit = await units.unit_by_code(tx, who.center)
        assert unit is not None
        if urgently:
            kind = who.rng.choice(CATALOGUE.emergencies)
            row = await emergency.ring(tx, me, unit.id, emergency.Call(kind, [said], who.name))
        else:
            lines = settings_of(unit).lines
            line = who.rng.choices(lines, [HOW_MUCH.get(one.code, 1) for one in lines])[0]
            need = Need(line=line.code, said=[said], topic=who.rng.choice(line.topics))
            self._for_somebody(who, need)
            member = people.membership(me)
            need.village_id = member.village_id if member else None
            row = await requests.submit(tx, me, unit.id, need)
        if row.id in self.books.entries:  # called twice for the same
            await self._note(tx, row, who, word)
        else:
            self.books.asked(_entry(row, word))
            self.life.minds.has_asked(who, row.id, tx.now, is_urgent=row.urgent)

    def _for_somebody(self, who: Person, need: Need) -> None:
        if who.rng.random() < 0.1:
            other = who.rng.choice(self.folk.of(who.center))
            need.person_name, need.person_phone = other.name, other.phone
            need.person_id = other.person_id if other is not who and who.rng.random() < 0.7 else None

    async def speak(self, tx: Tx, who: Person, request_id: int) -> None:
        """Write in the thread of a request, on whichever side one is."""
        word, said = self._word(who, "再说一句")
        await thread.speak(tx, await self._me(tx, who), request_id, [said])
        row = await access.request(tx, await self._me(tx, who), request_id)
        await self._note(tx, row, who, word)

    async def correct(self, tx: Tx, who: Person, request_id: int) -> None:
        """Edit the message that a request began with."""
        first = self.books.entries[request_id].words[0]
        said = Said(content=Content(text=f"刚才写错了，{first.mark}"), message_id=first.message_id)
        await thread.edited(tx, await self._me(tx, who), said)
        self.books.touched.add(request_id)

    async def _note(self, tx: Tx, row: ServiceRequest, who: Person, word: Word) -> None:
        """Who must get to read what was just said."""
        asking = await access.asking_side(tx, row)
        if row.holder_id == who.id:
            readers = [one for one in asking if one != who.id]
        else:
            readers = [row.holder_id] if row.holder_id else []
        word.readers = tuple(one for one in readers if self.folk.can_read(one))
        self.books.said(row.id, word)

    # -- the asker, later

    async def cancel(self, tx: Tx, who: Person, request_id: int) -> None:
        """Not needed any more."""
        await requests.cancel(tx, await self._me(tx, who), request_id)
        self._ended(request_id, "cancel", tx.now)

    async def confirm(self, tx: Tx, who: Person, request_id: int) -> None:
        """Done; and rate it, now and then with a word."""
        me = await self._me(tx, who)
        await requests.confirm(tx, me, request_id)
        self.books.happened(request_id, "confirm", tx.now)
        if who.rng.random() < 0.5:
            await requests.rate(tx, me, request_id, who.rng.choice((1, 3, 4, 5, 5, 5)))
            self.books.happened(request_id, "rate", tx.now)
            if who.rng.random() < 0.3:
                await requests.add_rating_word(tx, me, request_id, "多谢你们")

    async def reopen(self, tx: Tx, who: Person, request_id: int, action: Action) -> None:
        """Not done, or not over."""
        await requests.reopen(tx, await self._me(tx, who), request_id, "还是老样子", action)
        self.books.happened(request_id, action, tx.now)

    # -- whoever has a role

    async def take(self, tx: Tx, who: Person, request_id: int) -> None:
        """Take it, and read what the asker wrote: the card with the whole story, as the chat shows it."""
        me = await self._me(tx, who)
        row = await handling.take(tx, me, request_id)
        tell(tx, me, await cards.held(tx, row), key=cards.key(row), request_id=row.id)
        await thread.hand_story(tx, row, me)
        asking = await access.asking_side(tx, row)
        for word in self.books.entries[request_id].words:
            if word.author in asking:
                word.readers = (*word.readers, who.id)
        self.books.happened(request_id, "take", tx.now)

    async def start(self, tx: Tx, who: Person, request_id: int) -> None:
        """Set to work."""
        await handling.start(tx, await self._me(tx, who), request_id)
        self.books.happened(request_id, "start", tx.now)

    async def finish(self, tx: Tx, who: Person, request_id: int) -> None:
        """It is done; whoever waits for helpers mostly waits until they have been there."""
        until = self.life.helping.waits_until(request_id, tx.now)
        if until is not None and who.rng.random() < WAITS:
            self.life.plan(who, place.whole(until, 5), partial(self.finish, request_id=request_id))
            return
        await handling.finish(tx, await self._me(tx, who), request_id)
        self._ended(request_id, "finish", tx.now)

    async def give_back(self, tx: Tx, who: Person, request_id: int) -> None:
        """Somebody else should do it."""
        await handling.give_back(tx, await self._me(tx, who), request_id, WHY)
        self.books.happened(request_id, "return", tx.now)

    async def decline(self, tx: Tx, who: Person, request_id: int) -> None:
        """It cannot be done."""
        await handling.decline(tx, await self._me(tx, who), request_id, WHY)
        self._ended(request_id, "decline", tx.now)

    async def transfer(self, tx: Tx, who: Person, request_id: int) -> None:
        """It is another line's."""
        me = await self._me(tx, who)
        row = await access.request(tx, me, request_id)
        line = who.rng.choice(await handling.other_lines(tx, row))
        await handling.transfer(tx, me, request_id, line, WHY)
        self.books.entries[request_id].line = line
        self._ended(request_id, "transfer", tx.now)

    # -- coming and going

    async def leave_chat(self, tx: Tx, who: Person) -> None:
        """Block the bot, which hears of it."""
        who.has_blocked = who.is_known_gone = True
        await handover.gone(tx, who.id)
        self.books.done["left"] += 1

    async def fall_silent(self, tx: Tx, who: Person) -> None:
        """A lost phone: the bot will find out when it next writes."""
        who.has_blocked = True
        self.books.done["left"] += 1

    async def come_back(self, tx: Tx, who: Person) -> None:
        """Write to the bot again."""
        await self._back(tx, who)

    async def go_on_holiday(self, tx: Tx, who: Person, until: datetime) -> None:
        """Be away, and look at nothing meanwhile; most who have a role say so before."""
        who.away_until = until
        self.books.done["holiday"] += 1
        if who.roles and who.rng.random() < TELLS_OF_LEAVE:
            me = await self._me(tx, who)
            first, last = (one.astimezone(place.CHINA).date() for one in (tx.now, until - timedelta(days=1)))
            await leave.enter(tx, me, me, first, max(first, last))
            self.books.done["leave"] += 1

    async def give_role(self, tx: Tx, who: Person, other: Person, role: str) -> None:
        """A director gives somebody a role at the center."""
        unit = await units.unit_by_code(tx, who.center)
        assert unit is not None
        await roles.grant(
            tx, account=await self._me(tx, other), unit=unit, role=role, by=await self._me(tx, who)
        )
        if (unit.code, role) not in other.roles:
            other.roles.append((unit.code, role))
        self.books.done["role given"] += 1

    async def take_role_back(self, tx: Tx, who: Person) -> None:
        """A director takes a role back from somebody of the center."""
        unit = await units.unit_by_code(tx, who.center)
        assert unit is not None
        grants_there = await grants.grants_at(tx, unit.id)
        others = [one for one in grants_there if one.account_id != who.id and one.role != roles.VOLUNTEER]
        if not others:
            return
        held = await roles.revoke(tx, await self._me(tx, who), who.rng.choice(others).id)
        self.folk.by_id[held.account_id].roles.remove((unit.code, held.role))
        self.books.done["role taken back"] += 1

    # -- the parts

    def _ended(self, request_id: int, what: str, at: datetime) -> None:
        self.books.happened(request_id, what, at)
        self.life.helping.over(request_id, at)

    async def _me(self, tx: Tx, who: Person) -> Account:
        return await people.meet(tx, who.id, None)

    async def _back(self, tx: Tx, who: Person) -> Account:
        self.books.done["came back"] += who.has_blocked
        who.has_blocked = who.is_known_gone = False
        return await people.meet(tx, who.id, "zh-Hans")

    def _word(self, who: Person, words: str) -> tuple[Word, Said]:
        mark = self.books.mark()
        who.said += 1
        said = Said(content=Content(text=f"{words}，{mark}"), message_id=who.said)
        return Word(mark, who.id, who.said), said


def _entry(row: ServiceRequest, word: Word) -> Entry:
    return Entry(
        id=row.id,
        center=row.center_id,
        number=row.number,
        line=row.line,
        asker=row.asker_id,
        at=row.created_at,
        promise=row.due_at,
        is_urgent=row.urgent,
        words=[word],
    )
