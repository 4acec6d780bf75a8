"""Reading notices: one tap, an answer; and which kinds somebody does not want."""

from __future__ import annotations

from domain.messages import t
from domain.noticetaps import NoticeMute, NoticeRead
from domain.rollcall import RANK
from domain.taps import Page
from handlers import rollcall
from handlers.talk import Talk, aside, paged, tap
from services import notice_reading


async def read(talk: Talk, chosen: NoticeRead) -> None:
    """I have read it, or: this is my answer."""
    if chosen.answer in RANK:
        await rollcall.answered(talk, chosen)
        return
    notice = await notice_reading.read(talk.tx, talk.account, chosen.notice_id, chosen.answer)
    talk.toast(t("notice-answer-kept" if chosen.answer else "notice-read-thanks"))
    if talk.query is not None and talk.query.message is not None:
        notice_reading.mark_read(talk.tx, talk.account, notice, talk.query.message.message_id, chosen.answer)


async def wishes(talk: Talk, page: int = 0) -> None:
    """The kinds of notices, each to be had or not."""
    items = [
        tap(
            "button-picked" if wanted else "button-unpicked",
            NoticeMute(kind, int(wanted)),
            text=t(f"notice-kind-{kind}"),
        )
        for kind, wanted in await notice_reading.wishes(talk.tx, talk.account)
    ]
    talk.show(
        t("notice-wishes"), [*paged(items, page, lambda n: Page("notice-wishes", n)), aside("settings")]
    )


async def mute(talk: Talk, chosen: NoticeMute) -> None:
    """Do without a kind of notices, or have it again."""
    await notice_reading.mute(talk.tx, talk.account, chosen.kind, on=bool(chosen.on))
    kinds = [kind for kind, _ in await notice_reading.wishes(talk.tx, talk.account)]
    await wishes(talk, kinds.index(chosen.kind) // 5)
