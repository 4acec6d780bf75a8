"""A request that is really two: its holder makes the second one of it."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from domain.messages import Content, Said, t, verbatim
from domain.requests import STORY_LIMIT
from domain.suggest import topic_of
from domain.units import settings_of
from services import merging, routing, whereabouts
from services.errors import NotFoundError, RefusedError
from services.moves import add_entry, record
from services.requests import Need, file
from services.tidings import tell_asker
from storage import conflicts, people, thread, units
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx


async def lines(tx: Tx, row: ServiceRequest) -> tuple[str, ...]:
    """The lines its center offers, of which the second one may be; its own as well."""
    return tuple(line.code for line in settings_of(await units.unit_of(tx, row.center_id)).lines)


async def split(tx: Tx, actor: Account, request_id: int, line: str, words: str) -> ServiceRequest:
    """Make a second request of one that is two, for the same asker and in the holder's words.

    It is offered afresh to the line's people, the holder among them if it is theirs to do. Pictures and
    voices go with it only where those who could see them here may see them there.
    """
    row = await merging.held(tx, actor, request_id)
    if line not in await lines(tx, row):
        raise RefusedError(t("line-off"))
    words = words.strip()[:STORY_LIMIT]
    if not words:
        raise RefusedError(t("refused-words-missing"))
    second = await _second(tx, row, line, words)
    add_entry(tx, second, actor, "asker", Said(content=Content(text=words), message_id=0))
    if not row.anonymous and (line == row.line or not CATALOGUE.line(row.line).confidential):
        await _copy_media(tx, row, second)
    record(tx, second, actor, "split", was=(second.status, second.line), reason=row.number)
    record(tx, row, actor, "split", was=(row.status, row.line), reason=second.number)
    await routing.place(tx, second)
    where = await whereabouts.where_it_is(tx, second)
    role = t(f"role-{row.holder_role}")
    await tell_asker(
        tx, second, t("told-split", number=row.number, role=role, words=verbatim(words), where=where)
    )
    return second


async def _second(tx: Tx, row: ServiceRequest, line: str, words: str) -> ServiceRequest:
    asker = await people.account(tx, row.asker_id)
    if asker is None:
        raise NotFoundError
    need = Need(
        line=line,
        said=(),
        topic=topic_of(words, line),
        village_id=row.village_id,
        person_id=row.person_id,
        person_name=row.person_name,
        person_phone=row.person_phone,
        asker_name=row.asker_name,
        about=await conflicts.accounts(tx, row.id),
    )
    second = await file(tx, asker, row.center_id, need, filed_by=row.filed_by)
    second.anonymous = row.anonymous
    second.split_from_id = row.id
    return second


async def _copy_media(tx: Tx, row: ServiceRequest, second: ServiceRequest) -> None:
    """The asker's pictures, voices and files; without the message they were sent in, which stays with the
    first: a reply to it is meant for that."""
    for entry in await thread.entries(tx, row.id):
        content = Content.model_validate(entry.content)
        author = await people.account(tx, entry.author_id)
        if entry.side == "asker" and content.kind != "text" and author is not None:
            add_entry(tx, second, author, "asker", Said(content=content, message_id=0))
