"""A notice on paper and over the loudspeaker: for those who have no telephone."""

from __future__ import annotations

from domain.announcing import Body
from domain.links import notice_payload, start_link
from domain.loudspeaker import announcement, read_aloud
from domain.messages import Moment, Outgoing, Sheet, Signature, Text, t, verbatim
from domain.notices import LONGEST
from domain.units import settings_of
from services import notice_access, notice_changes, notice_drafts
from services.errors import RefusedError
from storage.notices import Notice
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit

TITLE = 30
"""Characters of a first line that is a heading, if more follows."""


async def sheet(tx: Tx, actor: Account, notice_id: int, username: str) -> Outgoing:
    """A notice to print and hang up, with a QR code that leads back to it by the bot of this name.

    Raises NotFoundError for whoever may not steer it, RefusedError when it has no words.
    """
    notice, unit = await notice_access.steered(tx, actor, notice_id)
    title, words = _titled(notice.said)
    if not title and not words:
        raise RefusedError(t("notice-no-words-to-print"))
    made = Sheet(
        name=t("notice-sheet-name", number=notice.number),
        unit=unit.name,
        form="publicity" if notice.what.open else "notice",
        kind=t(f"notice-kind-{notice.kind}"),
        number=notice.number or None,
        corrected=await notice_changes.what_changed(tx, notice, actor.locale),
        withdrawn=notice.withdrawn_at is not None,
        title=title,
        body=words,
        dated=Moment(at=notice.created_at, zone=settings_of(unit).zone, style="full"),
        signatures=await _signatures(tx, notice, unit),
        link=start_link(username, notice_payload(notice.id)),
    )
    return Outgoing(text=t("notice-sheet-ready", number=notice.number), attachment=made)


async def _signatures(tx: Tx, notice: Notice, unit: OrgUnit) -> tuple[Signature, ...]:
    """Who wrote it, who signed it; where the books are laid open the supervisors sign by hand."""
    author = await notice_drafts.author_name(tx, notice.author_id, unit)
    found = [Signature(part="author", name=author or None)]
    if notice.what.open or notice.signed_by_id is not None:
        by = notice.signed_by_id
        checker = await notice_drafts.author_name(tx, by, unit) if by is not None else ""
        found.append(Signature(part="checker", name=checker or None))
    if notice.what.open:
        found.append(Signature(part="supervisors"))
    return tuple(found)


def _titled(body: Body) -> tuple[str, str]:
    """A heading, if the first line is one, and the rest; with what was asked and answered since."""
    words = "\n".join(one.text for one in body.contents if one.text)
    first, _, rest = words.partition("\n")
    title, text = (first, rest) if rest.strip() and len(first) <= TITLE else ("", words)
    answered = [f"{one.question}\n{one.answer}" for one in body.answered]
    return title.strip(), "\n".join([text, *answered]).strip()


async def loudspeaker(tx: Tx, actor: Account, notice_id: int) -> Text:
    """What is read out of a notice: short sentences, figures in words; twice, if that fits into a message.

    Raises NotFoundError for whoever may not steer it, RefusedError when it has no words or was withdrawn.
    """
    notice, unit = await notice_access.steered(tx, actor, notice_id)
    if notice.withdrawn_at is not None:
        raise RefusedError(t("notice-is-withdrawn"))
    reading = read_aloud("\n".join(one.text for one in notice.said.contents if one.text), actor.locale)
    if not reading.lines:
        raise RefusedError(t("notice-no-words-to-print"))
    twice = 2 * len("\n".join(reading.lines)) < LONGEST
    return announcement(verbatim(unit.name), reading, twice=twice)
