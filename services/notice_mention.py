"""Which notice something is about, in a line."""

from __future__ import annotations

from domain.messages import Text, t, verbatim
from domain.notices import snippet
from storage import notices, units
from storage.notices import Notice
from storage.transaction import Tx


async def mention(tx: Tx, notice_id: int | None) -> Text | None:
    """The notice that is asked about: its number, whose it is, and how it begins. Of one that is for holders
    of a role or households with a tag only, the beginning is left out: cards are read by others too."""
    notice = await notices.one(tx, notice_id) if notice_id is not None else None
    return await named(tx, notice) if notice is not None else None


async def named(tx: Tx, notice: Notice) -> Text:
    """The same of a notice that is known."""
    unit = await units.unit_of(tx, notice.unit_id)
    if notice.for_whom.telling or notice.withdrawn_at is not None or not notice.said.words:
        return t("notice-mention-number", number=notice.number, unit=unit.name)
    words = verbatim(snippet(notice.said.words))
    return t("notice-mention", number=notice.number, unit=unit.name, words=words)
