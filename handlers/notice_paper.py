"""A notice for those who have no telephone: the sheet for the board, and what the loudspeaker says."""

from __future__ import annotations

from domain.boardtaps import BoardRead
from domain.noticetaps import NoticePaper
from domain.taps import Go
from handlers.talk import Talk, tap
from services import notice_paper
from services.errors import NotFoundError


async def make(talk: Talk, chosen: NoticePaper, username: str) -> None:
    """Make the sheet, or the text to be read out."""
    if chosen.what == "sheet":
        talk.send(await notice_paper.sheet(talk.tx, talk.account, chosen.notice_id, username))
    elif chosen.what == "loud":
        text = await notice_paper.loudspeaker(talk.tx, talk.account, chosen.notice_id)
        back = [tap("button-back", BoardRead(chosen.notice_id, 0)), tap("button-person", Go("person"))]
        talk.say(text, [back])
    else:
        raise NotFoundError
