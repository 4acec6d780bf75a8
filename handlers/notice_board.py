"""The notice board: months, what was published in each, finding something by its words, and reading it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from domain.announcing import KINDS
from domain.boardtaps import BoardFind, BoardMonth, BoardRead, NoticeAsk
from domain.messages import Button, Text, t, verbatim
from domain.notice_search import tidied
from domain.notices import snippet
from domain.noticetaps import NoticeDo, NoticePaper
from domain.tap import Tap
from domain.taps import Go, Page
from handlers import intake, join, passing
from handlers.talk import Rows, Talk, aside, paged, tap
from locales import spellings
from services import notice_access, notice_board, notice_cards, notice_changes
from services.errors import NotFoundError
from services.kinds import OrgUnit, Posted
from services.notice_board import Opened

FORM = passing.BOARD
MONTHS = 3
"""Months on one screen, beside searching and what has to be published."""
VERSIONS = 5
"""Earlier versions that are shown, the latest of them."""


@cache
def _kinds() -> dict[str, str]:
    """What each kind is called in any language: by that it is found too. Not before somebody looks for one:
    it takes all words of all languages."""
    return {one.code: " ".join(sorted(spellings(f"notice-kind-{one.code}"))) for one in KINDS}


async def board(talk: Talk, page: int = 0) -> None:
    """The months in which something was published, the newest first."""
    unit = await notice_board.place(talk.tx, talk.account)
    found = await notice_board.posted(talk.tx, talk.account, unit)
    months = Counter(notice_board.month_of(unit, one) for one in found)
    items = [
        tap("button-board-month", BoardMonth(month, 0), **_month(month), n=count)
        for month, count in months.items()
    ]
    rows = paged(items, page, lambda n: Page("board", n), size=MONTHS)
    if found:
        rows.append([tap("button-board-find", Go("board-find"))])
    rows.append([tap("button-disclosure", Go("disclosure"))])
    text = t("board", unit=unit.name) if found else t("board-empty", unit=unit.name)
    talk.show(text, [*rows, aside("more")])


def _month(month: str) -> dict[str, Text | int]:
    year, _, number = month.partition("-")
    return {"year": verbatim(year), "month": int(number)}  # a year has no thousands


async def month(talk: Talk, chosen: BoardMonth) -> None:
    """A page of what was published in a month. A month in which nothing was has no button: it is forged."""
    unit = await notice_board.place(talk.tx, talk.account)
    found = await notice_board.posted(talk.tx, talk.account, unit)
    there = [one for one in found if notice_board.month_of(unit, one) == chosen.month]
    if not there:
        raise NotFoundError
    title = t("board-of-month", unit=unit.name, **_month(chosen.month))
    await _list(talk, unit, title, there, chosen.page, lambda n: BoardMonth(chosen.month, n))


async def _list(
    talk: Talk, unit: OrgUnit, title: Text, found: Sequence[Posted], page: int, turn: Callable[[int], Tap]
) -> None:
    """A page of notices: in the text what each is, and a button to read it."""
    page = min(max(page, 0), (len(found) - 1) // 5)
    shown = found[page * 5 : page * 5 + 5]
    words = await notice_board.beginnings(talk.tx, shown)
    items = [
        t(
            "board-row",
            day=notice_board.day_of(unit, one),
            kind=t(f"notice-kind-{one.kind}"),
            number=one.number,
            words=_beginning(one, words),
        )
        for one in shown
    ]
    beginnings = {one.id: _beginning(one, words) for one in shown}
    buttons = [
        tap("button-board-read", BoardRead(one.id, 0), number=one.number, words=beginnings.get(one.id, ""))
        for one in found
    ]
    talk.show(t("board-list", title=title, items=items), [*paged(buttons, page, turn), aside("board")])


def _beginning(one: Posted, words: dict[int, str]) -> Text:
    if one.withdrawn:
        return t("board-is-withdrawn")
    return verbatim(snippet(words[one.id])) if words.get(one.id) else t("board-no-words")


async def ask_words(talk: Talk) -> None:
    """Ask what is looked for."""
    intake.check_free(talk, FORM)
    await talk.keep(FORM)
    talk.say(t("board-find"), [_stop()])


def _stop() -> list[Button]:
    return [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]


async def words(talk: Talk) -> None:
    """What is looked for was typed. The form is over by that: the buttons carry the words."""
    typed = tidied(talk.text)
    if not typed:
        talk.say(t("board-find"), [_stop()])
        return
    await talk.leave()
    await find(talk, BoardFind(typed, 0))


async def find(talk: Talk, chosen: BoardFind) -> None:
    """A page of the notices in which the words are found."""
    unit = await notice_board.place(talk.tx, talk.account)
    found = await notice_board.find(talk.tx, talk.account, unit, chosen.words, _kinds())
    if not found:
        again = [tap("button-board-find-again", Go("board-find"))]
        talk.show(t("board-not-found", words=chosen.words), [again, aside("board")])
        return
    title = t("board-found", words=chosen.words, n=len(found))
    await _list(talk, unit, title, found, chosen.page, lambda n: BoardFind(chosen.words, n))


async def read(talk: Talk, chosen: BoardRead) -> None:
    """Read a notice, or what it said before."""
    if chosen.before:
        await _before(talk, chosen.notice_id)
    else:
        await _show(talk, await notice_board.opened(talk.tx, talk.account, chosen.notice_id))


async def _show(talk: Talk, opened: Opened) -> None:
    """All its messages, then which it is and what can be done with it."""
    notice, unit = opened.notice, opened.unit
    about = t(
        "board-notice",
        number=notice.number,
        day=notice_board.day_of(unit, notice),
        kind=t(f"notice-kind-{notice.kind}"),
        unit=unit.name,
    )
    if notice.withdrawn_at is not None:
        talk.show(t("lines", items=[about, t("board-is-withdrawn")]), [aside("board")])
        return
    body = notice.said
    locale, noted = talk.account.locale, await notice_changes.notes(talk.tx, notice)
    first, *more = notice_cards.parts(unit, notice.kind, body, locale, notes=noted(locale))
    rows: Rows = [[tap("button-notice-question", NoticeAsk(notice.id))]]
    asks = body.question is not None or body.activity is not None
    if asks and opened.reader is not None:
        answers = notice_cards.reader_rows(notice.id, body, opened.reader.answer or "")
        first, rows = first.model_copy(update={"buttons": answers}), []
    for one in (first, *more):
        talk.send(one)
    if notice.version > 1:
        rows.append([tap("button-board-before", BoardRead(notice.id, 1))])
    talk.say(about, [*rows, *writer_rows(talk, opened), aside("board")])


def writer_rows(talk: Talk, opened: Opened) -> Rows:
    """What whoever steers a notice finds beneath it on the board."""
    if not notice_access.may_steer(talk.account, opened.notice, opened.unit):
        return []
    notice_id = opened.notice.id
    return [
        [tap("button-board-progress", NoticeDo("look", notice_id))],
        [tap("button-notice-sheet", NoticePaper("sheet", notice_id))],
        [tap("button-notice-loud", NoticePaper("loud", notice_id))],
    ]


async def _before(talk: Talk, notice_id: int) -> None:
    """What it said before, version by version."""
    notice, unit, versions = await notice_board.before(talk.tx, talk.account, notice_id)
    for one in versions[-VERSIONS:]:
        note = t("board-version", n=one.version, at=notice_board.moment_of(unit, one.at))
        talk.send(notice_cards.head(unit, notice.kind, one.said, talk.account.locale, notes=(note,)))
    back = [tap("button-back", BoardRead(notice.id, 0)), tap("button-person", Go("person"))]
    talk.say(t("board-before" if versions else "board-before-none"), [back])


async def follow(talk: Talk, notice_id: int) -> None:
    """The link of a printed notice: read it. Whoever belongs to no center of it registers with one first, and
    reads it then. Raises NotFoundError for none, or one that is not for them."""
    centers = await notice_board.to_join(talk.tx, talk.account, notice_id)
    if centers:
        await join.begin(talk, center_id=centers[0] if len(centers) == 1 else None, notice=notice_id)
    else:
        await _show(talk, await notice_board.opened(talk.tx, talk.account, notice_id))
