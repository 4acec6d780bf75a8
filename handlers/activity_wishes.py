"""Wanting to learn something: asked whether to note it, taken back; and for officers what people wish for."""

from __future__ import annotations

from collections.abc import Sequence

from domain import wanting
from domain.messages import Button, Said, Text, t, verbatim
from domain.taps import About, Draft, Go, Page
from domain.wanting_subjects import key, meets
from domain.wishtaps import WishDrop, WishKeep, WishMake
from handlers import activity_form
from handlers.drafts import FORM, DraftForm, current, drop_row, settle
from handlers.talk import WHICH, Rows, Talk, aside, paged, remind, tap
from services import activity_cards, activity_lists, activity_wishes
from services.activity_wishes import Wished
from services.errors import RefusedError
from services.kinds import Activity
from services.people import membership

SHOWN = 4
"""Wishes on a page for whoever has a button more below them."""


async def find(talk: Talk, wanted: str) -> list[Activity]:
    """What there is at the center that is what somebody wants, the next first."""
    center_id = talk.account.current_center_id
    if center_id is None or membership(talk.account) is None:
        return []
    listed = await activity_lists.listed(talk.tx, talk.account, center_id)
    return [one for one in listed if meets(key(wanted), one.planned.title)]


async def offer(talk: Talk, draft: DraftForm, ways: Rows | None = None) -> bool:
    """If the draft wants to learn something, say what there is, or ask whether to note it; beneath it `ways`
    lead on, else to a request. Returns False for any other, and for what is urgent."""
    wanted = wanting.read(draft.words)
    if wanted is None:
        return False
    most = 3 if ways is None else 2
    ways = ways or [[tap("button-wish-other", Draft("calm"))], drop_row(talk)]
    await _answer(talk, draft, wanted, most, ways)
    return True


async def offer_beside(talk: Talk, said: Said, open_ids: Sequence[int], *, alone: bool = True) -> bool:
    """The same for whoever has requests under way, with one tap for what was meant for one of them, if it is
    all of which that is asked (`alone`). Nothing can be crossed out here: it would be read as giving up the
    request. Returns False as `offer`."""
    draft = DraftForm(said=(said,))
    wanted = wanting.read(draft.words)
    if wanted is None:
        return False
    which = Go("resume")
    meant = About(open_ids[0]) if alone and len(open_ids) == 1 else which
    rows: Rows = [[tap("button-wish-under-way", meant)], [tap("button-wish-other", which)], aside()]
    await _answer(talk, draft, wanted, 2, rows)
    return True


async def _answer(talk: Talk, draft: DraftForm, wanted: str, most: int, ways: Rows) -> None:
    """What there is of it, so many at most, and a tap to note it; beneath, what else it can be."""
    found = await find(talk, wanted)
    text = t("learning-found", words=wanted) if found else t("learning-none", words=wanted)
    opening = [[one] for one in await activity_cards.found(talk.tx, found[:most])]
    talk.say(text, [*opening, [tap("button-wish-keep", WishKeep(draft.mark))], *ways])


def said_before(talk: Talk) -> DraftForm | None:
    """What was said that is not settled yet: a draft, or words that may belong to a request."""
    if talk.form is None or talk.form.form not in (FORM, WHICH):
        return None
    if talk.form.form == FORM:
        return current(talk)
    return DraftForm.model_validate({"unplaced": talk.data["said"]})


async def keep(talk: Talk, chosen: WishKeep) -> None:
    """Note it: they are told when there is one."""
    draft = said_before(talk)
    wish = draft.last if draft is not None and draft.unplaced else draft
    wanted = wanting.read(wish.words) if wish is not None and wish.mark == chosen.mark else None
    if draft is None or wanted is None:
        raise RefusedError(t("already-answered"))
    center_id = talk.account.current_center_id or 0
    row = await activity_wishes.record(talk.tx, talk.account, center_id, wanted)
    await settle(talk)
    rows = [[tap("button-wish-drop", WishDrop(row.id), words=row.words)], aside()]
    talk.show(t("wish-kept", words=row.words), rows)
    remind(talk)


async def drop(talk: Talk, chosen: WishDrop) -> None:
    """Not wanted any more."""
    words = await activity_wishes.drop(talk.tx, talk.account, chosen.wish_id)
    talk.show(t("wish-dropped", words=words), [aside()])


async def screen(talk: Talk, page: int = 0) -> None:
    """For whoever could make a course: what people wish for, and by how many; for everybody else their own
    wishes."""
    if not activity_wishes.looks_after(talk.account, talk.account.current_center_id):
        await own(talk, page)
        return
    wished = await activity_wishes.wished(talk.tx, talk.account)
    items = [tap("button-wish-make", WishMake(one.first_id), words=one.words, n=one.people) for one in wished]
    mine = await activity_wishes.own(talk.tx, talk.account)
    rows = paged(items, page, lambda n: Page("wishes", n), SHOWN if mine else SHOWN + 1)
    if mine:
        rows.append([tap("button-wishes-own", Go("wishes-own"))])
    talk.show(t("wishes") if wished else t("wishes-none"), [*rows, aside("work")])


async def own(talk: Talk, page: int = 0) -> None:
    """One's own wishes, each with a tap to take it back."""
    mine = await activity_wishes.own(talk.tx, talk.account)
    items = [tap("button-wish-drop", WishDrop(one.id), words=one.words) for one in mine]
    rows = paged(items, page, lambda n: Page("wishes-own", n))
    talk.show(t("wishes-own") if mine else t("wishes-own-none"), [*rows, aside("more")])


async def more_buttons(talk: Talk) -> list[Button]:
    """What there is of it under "more": a button for whoever wishes for something."""
    return (
        [tap("button-wishes-own", Go("wishes-own"))]
        if await activity_wishes.own(talk.tx, talk.account)
        else []
    )


async def make(talk: Talk, chosen: WishMake) -> None:
    """Make one of what this wish and those like it are for."""
    wished, said = await activity_wishes.to_make(talk.tx, talk.account, chosen.wish_id)
    await begin_one(talk, wished, said)


async def begin_one(talk: Talk, wished: Wished, said: list[str]) -> None:
    """Begin to make a course of it: how many wish for it, and in which words; then the form."""
    items: list[Text] = [verbatim(one) for one in said]
    text = t("wish-make", n=wished.people, words=wished.words, items=t("lines", items=list(items)))
    talk.show(text, [aside("wishes")])
    talk.spoke = True
    await activity_form.begin_called(talk, wished.center_id, wished.words)
