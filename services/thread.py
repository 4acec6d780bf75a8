"""The two sides of a request writing to each other through the bot, never seeing each other's account."""

from __future__ import annotations

from collections.abc import Sequence

from domain.merging import SHOWN
from domain.messages import Button, Content, Outgoing, Said, Text, t, verbatim
from domain.requests import STORY_LIMIT, Action, Status
from domain.taps import Speak
from services import access, cards, conflicts, merging, stories, together
from services.access import View
from services.errors import RefusedError
from services.moves import add_entry, log_opening, move
from services.outbox import Lane, tell
from services.tidings import tell_asker
from storage import desk, outbox, people, requests, thread
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx


async def speak(tx: Tx, actor: Account, request_id: int, said: Sequence[Said]) -> Text:
    """Carry messages to the other side, and say to whom they went.

    The asker's words are kept while nobody holds the request: whoever takes it will read them. The
    holder's first word sets the request to "in progress". Raises RefusedError when the request is over.
    """
    row = await access.request(tx, actor, request_id, View.HOLDER)
    if not (row.open or row.status == Status.DONE):
        raise RefusedError(t("refused-over", status=t(f"status-{row.status}")))
    side = "holder" if row.holder_id == actor.id else "asker"
    if side == "asker" and row.anonymous:
        conflicts.check_unrevealing(said)
    for one in said:
        add_entry(tx, row, actor, side, one)
    if side == "holder":
        return await _to_asker(tx, row, actor, said)
    return await _to_holder(tx, row, actor, said)


async def _to_asker(tx: Tx, row: ServiceRequest, holder: Account, said: Sequence[Said]) -> Text:
    main = await merging.lead(tx, row)
    if main.status in (Status.ASSIGNED, Status.REOPENED):
        await move(tx, main, Action.START, holder)
    main.heard_at = tx.now
    await merging.follow(tx, main)
    hearing = await merging.heard_by(tx, row)
    for one in hearing:
        head = t("speech-from", who=t(f"role-{one.holder_role}"), head=await cards.headline(tx, one))
        for account_id in await access.asking_side(tx, one):
            if account := await people.account(tx, account_id):
                _carry(tx, one, account, head, said)
    return t("speech-sent-asker", number=together.numbers(hearing))


async def _to_holder(tx: Tx, row: ServiceRequest, actor: Account, said: Sequence[Said]) -> Text:
    holder = await people.account(tx, row.holder_id) if row.holder_id else None
    if holder is None:
        return t("speech-kept", number=row.number)
    who = await _speaker(tx, row, actor)
    _carry(tx, row, holder, t("speech-from", who=who, head=await cards.headline(tx, row)), said)
    return t("speech-sent-holder", role=t(f"role-{row.holder_role}"), number=row.number)


async def _speaker(tx: Tx, row: ServiceRequest, actor: Account) -> Text:
    """Who speaks, as the holder may know it."""
    if row.anonymous:
        return t("speech-anonymous")
    member = (await people.members(tx, row.center_id, [actor.id])).get(actor.id)
    name = member.name if member else row.asker_name
    return verbatim(name) if name else t("role-villager")


def _carry(tx: Tx, row: ServiceRequest, to: Account, head: Text, said: Sequence[Said]) -> None:
    answer = [[Button(text=t("button-answer"), tap=Speak(row.id).pack())]]
    lane = Lane.URGENT if row.urgent else Lane.ANSWER
    for content in (piece for one in said for piece in _pieces(one.content)):
        if content.kind == "text":
            message = Outgoing(text=t("speech", head=head, words=content.text), buttons=answer)
        else:
            message = Outgoing(text=head, content=content, buttons=answer)
        tell(tx, to, message, lane=lane, request_id=row.id)


def _pieces(content: Content) -> list[Content]:
    """The content in pieces that, with the headline above them, fit into one message each."""
    if content.kind != "text" or len(content.text) <= STORY_LIMIT:
        return [content]
    starts = range(0, len(content.text), STORY_LIMIT)
    return [Content(text=content.text[at : at + STORY_LIMIT]) for at in starts]


async def hand_story(tx: Tx, row: ServiceRequest, holder: Account) -> None:
    """Send the holder what does not fit on the card: media and long words; then what is merged into it,
    each with who asked and the whole story."""
    await _attached(tx, row, holder)
    for child in (await merging.heard_by(tx, row))[1 : SHOWN + 1]:
        await hand_merged(tx, child, holder)


async def hand_merged(tx: Tx, row: ServiceRequest, holder: Account) -> None:
    """Send the holder a request that is merged into one of theirs: its card, and what does not fit on it."""
    log_opening(tx, row, holder)
    tell(tx, holder, await cards.held(tx, row), lane=Lane.ANSWER, key=cards.key(row), request_id=row.id)
    await _attached(tx, row, holder)


async def _attached(tx: Tx, row: ServiceRequest, holder: Account) -> None:
    entries = await thread.entries(tx, row.id)
    head = t("story-of", head=await cards.headline(tx, row))
    said = [Said(content=content, message_id=0) for content in stories.attachments(stories.asked(entries))]
    _carry(tx, row, holder, head, said)


async def edited(tx: Tx, actor: Account, said: Said) -> ServiceRequest | None:
    """A person corrected a message they had sent: the other side reads the new words.

    Returns the request, or None when the message belongs to none that is still talked about.
    """
    entry = await thread.entry_at(tx, actor.id, said.message_id)
    if entry is None or entry.author_id != actor.id:
        return None
    row = await access.request(tx, actor, entry.request_id, View.HOLDER)
    if not (row.open or row.status == Status.DONE):
        return None
    kept = Content.model_validate(entry.content)
    entry.content = kept.model_copy(update={"text": said.content.text}).pack()
    correction = t("speech-corrected", words=said.content.text)
    if row.holder_id == actor.id:
        for one in await merging.heard_by(tx, row):
            await tell_asker(tx, one, correction)
    elif row.holder_id is not None:
        holder = await people.account(tx, row.holder_id)
        head = await cards.headline(tx, row)
        if holder is not None:
            tell(tx, holder, Outgoing(text=t("told-asker", head=head, news=correction)), request_id=row.id)
    return row


async def meant(tx: Tx, actor: Account, reply_to: int | None) -> int | None:
    """The request a message belongs to because of what it replies to, if the actor takes part in it."""
    if reply_to is None:
        return None
    found = await outbox.request_of_message(tx, actor.id, reply_to)
    if found is None:
        entry = await thread.entry_at(tx, actor.id, reply_to)
        found = entry.request_id if entry else None
    row = await requests.request(tx, found) if found else None
    if row is None or not (row.open or row.status == Status.DONE):
        return None
    return row.id if await access.view(tx, actor, row) >= View.HOLDER else None


async def possible(tx: Tx, actor: Account) -> list[ServiceRequest]:
    """The requests an unaddressed message could be about: those asked for, then those held.

    Not what the clerk has filed for others: of that they speak in a reply, or from its card.
    """
    persons = await access.persons(tx, actor)
    asked = await requests.of_asker(tx, actor.id, person_ids=persons, open_only=True, but_filed_by="clerk")
    held = await desk.of_holder(tx, actor.id)
    return [*asked, *(row for row in held if row not in asked and row.asker_id != actor.id)]
