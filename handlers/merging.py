"""The holder of a request does it together with another, by itself again, or as two."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from domain.merging import SHOWN
from domain.messages import Button, t
from domain.taps import Do, Go, Open
from domain.worktaps import Beside, Merge, Split, Together, Unmerge
from handlers import beneath
from handlers.talk import Talk, aside, paged, remind, tap
from services import cards, merging, splitting
from services.kinds import ServiceRequest

FORM = "split"


def _back(to: Open | Do | Beside | Split) -> list[Button]:
    return [tap("button-back", to), tap("button-person", Go("person"))]


def hand_on_rows(row: ServiceRequest) -> list[list[Button]]:
    """What else can be done with a request than to hand it on."""
    return [[tap("button-merge", Beside(row.id, 0))], [tap("button-split", Split(row.id, ""))]]


async def together(talk: Talk, chosen: Together) -> None:
    """What is merged into a request, to be looked at one by one."""
    rows = await merging.merged_into(talk.tx, talk.account, chosen.request_id)
    items = [tap("button-text", Open(row.id), text=await cards.short(talk.tx, row)) for row in rows]
    turns = paged(items, chosen.page, lambda n: Together(chosen.request_id, n), SHOWN)
    text = t("together") if rows else t("together-none")
    talk.show(text, [*turns, _back(Open(chosen.request_id))], request_id=chosen.request_id)


async def beside(talk: Talk, chosen: Beside) -> None:
    """Choose what it is done together with."""
    page = max(0, chosen.page)
    rows, more = await merging.beside_it(talk.tx, talk.account, chosen.request_id, page, SHOWN)
    if not rows and page == 0:
        talk.show(t("merge-none"), [_back(Do("hand-on", chosen.request_id))], request_id=chosen.request_id)
        return
    items = [
        [tap("button-text", Merge(chosen.request_id, row.id, 0), text=await cards.short(talk.tx, row))]
        for row in rows
    ]
    turns = [tap("button-previous", Beside(chosen.request_id, page - 1))] if page else []
    turns += [tap("button-next", Beside(chosen.request_id, page + 1))] if more else []
    buttons = [*items, *([turns] if turns else []), _back(Do("hand-on", chosen.request_id))]
    talk.show(t("merge-which"), buttons, request_id=chosen.request_id)


async def merge(talk: Talk, chosen: Merge) -> None:
    """Ask once, then do the two together."""
    if chosen.sure != 1:
        main, child = await merging.pair(talk.tx, talk.account, chosen.request_id, chosen.other_id)
        text = t(
            "merge-sure",
            main=await cards.headline(talk.tx, main),
            child=await cards.headline(talk.tx, child),
            number=main.number,
        )
        yes = [tap("button-merge-yes", Merge(chosen.request_id, chosen.other_id, 1))]
        talk.show(text, [yes, _back(Beside(chosen.request_id, 0))], request_id=main.id)
        return
    main = await merging.merge(talk.tx, talk.account, chosen.request_id, chosen.other_id)
    talk.toast(t("toast-merged"))
    talk.put(await cards.held(talk.tx, main), request_id=main.id)


async def unmerge(talk: Talk, chosen: Unmerge) -> None:
    """By itself again."""
    row = await merging.unmerge(talk.tx, talk.account, chosen.request_id)
    talk.toast(t("toast-unmerged"))
    talk.put(await cards.held(talk.tx, row), request_id=row.id)


async def split(talk: Talk, chosen: Split) -> None:
    """What the second matter is about: its group, its line, and then a sentence."""
    row = await merging.held(talk.tx, talk.account, chosen.request_id)
    offered = [CATALOGUE.line(code) for code in await splitting.lines(talk.tx, row)]
    group = chosen.line.removeprefix("@")
    if not chosen.line:
        rows = [
            [tap(f"group-{one.code}", Split(row.id, f"@{one.code}"))]
            for one in CATALOGUE.groups
            if any(line.group == one.code for line in offered)
        ]
        talk.show(t("split-which"), [*rows, _back(Do("hand-on", row.id))], request_id=row.id)
    elif chosen.line.startswith("@"):
        names = [
            (line.code, await cards.line_name(talk.tx, row.center_id, line.code))
            for line in offered
            if line.group == group
        ]
        rows = [[tap("button-text", Split(row.id, code), text=name)] for code, name in names]
        talk.show(t("split-which"), [*rows, _back(Split(row.id, ""))], request_id=row.id)
    else:
        then = beneath.interrupted(talk, FORM)
        await talk.keep(FORM, request=row.id, line=chosen.line, then=then)
        await ask_sentence(talk)


async def ask_sentence(talk: Talk) -> None:
    """Ask for the second matter in a sentence, which its asker and its holder will read."""
    row = await merging.held(talk.tx, talk.account, talk.data["request"])
    stop = [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]
    talk.say(t("split-words", head=await cards.headline(talk.tx, row)), [stop], request_id=row.id)


async def sentence(talk: Talk) -> None:
    """The sentence was written: there are two now."""
    data = talk.data
    if not talk.text.strip():
        talk.say(t("reason-in-words"))
        await ask_sentence(talk)
        return
    await beneath.end(talk)
    second = await splitting.split(talk.tx, talk.account, data["request"], data["line"], talk.text)
    back = [[tap("button-open", Open(data["request"]))], aside("desk")]
    talk.say(t("split-done", head=await cards.headline(talk.tx, second)), back, request_id=data["request"])
    remind(talk)
