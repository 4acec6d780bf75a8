"""Who acts for whom: both lists, agreeing, and ending it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.messages import Button, Text, t
from domain.proxies import Side, Standing
from domain.taps import Acting, Go, Page
from handlers.talk import Rows, Talk, aside, tap
from services import calling, proxies, relations
from services.errors import NotFoundError
from services.kinds import ProxyRelation

List = Callable[..., Awaitable[tuple[list[ProxyRelation], bool]]]


async def screen(talk: Talk) -> None:
    """The two lists."""
    rows = [[tap("button-acting-for", Go("acting-for"))], [tap("button-acted-by", Go("acted-by"))]]
    talk.show(t("proxies"), [*rows, aside("more")])


async def acting_for(talk: Talk, page: int = 0) -> None:
    """For whom I act."""
    await _list(talk, page, "acting-for", proxies.acting_for)


async def acted_by(talk: Talk, page: int = 0) -> None:
    """Who acts for me."""
    await _list(talk, page, "acted-by", proxies.acted_by)


async def _list(talk: Talk, page: int, name: str, read: List) -> None:
    rows, more = await read(talk.tx, talk.account, page)
    items = [[await _item(talk, row)] for row in rows]
    turns = [tap("button-previous", Page(name, page - 1))] if page > 0 else []
    if more:
        turns.append(tap("button-next", Page(name, page + 1)))
    text = t(f"proxies-{name}") if rows else t(f"proxies-{name}-none")
    talk.show(text, [*items, *([turns] if turns else []), aside("proxies")])


async def _item(talk: Talk, row: ProxyRelation) -> Button:
    mine = row.proxy_id == talk.account.id
    name = row.person_name if mine else await calling.proxy_name(talk.tx, row)
    return tap("button-acting", Acting("open", row.id, 0), name=name, state=t(f"standing-{row.state}"))


async def do(talk: Talk, chosen: Acting) -> None:
    """A button about who acts for whom."""
    step = _STEPS.get(chosen.action)
    if step is None:
        raise NotFoundError
    await step(talk, chosen)


async def _open(talk: Talk, chosen: Acting) -> None:
    row, side = await proxies.relation(talk.tx, talk.account, chosen.relation_id)
    rows: Rows = []
    if side is Side.PERSON and row.state != Standing.CONFIRMED:
        rows.append([tap("button-proxy-agree", Acting("agree", row.id, 0))])
    if row.state in (Standing.ASKED, Standing.CONFIRMED):
        end = Acting("end", row.id, 0)
        rows.append([tap("button-give-up", end) if side is Side.PROXY else tap("button-no-more", end)])
    elif side is Side.PROXY and relations.barred(row):
        rows.append([tap("button-ask-again", Acting("ask", row.id, 0))])
    talk.show(await _about(talk, row, side), [*rows, aside(_back(side))])


def _back(side: Side) -> str:
    return "acting-for" if side is Side.PROXY else "acted-by"


async def _about(talk: Talk, row: ProxyRelation, side: Side) -> Text:
    kin, state = t(f"kin-{row.kind}"), t(f"standing-{row.state}")
    if side is Side.PROXY:
        return t("acting-for", name=row.person_name, kin=kin, state=state)
    return t("acted-by", name=await calling.proxy_name(talk.tx, row), kin=kin, state=state)


async def _agree(talk: Talk, chosen: Acting) -> None:
    row = await proxies.agree(talk.tx, talk.account, chosen.relation_id)
    proxy = await calling.proxy_name(talk.tx, row)
    talk.show(t("proxy-agree-done", proxy=proxy), [[tap("button-acted-by", Go("acted-by"))], aside()])


async def _ask_refuse(talk: Talk, chosen: Acting) -> None:
    row, side = await proxies.relation(talk.tx, talk.account, chosen.relation_id)
    if side is not Side.PERSON:
        raise NotFoundError
    sure = Acting("refuse-sure", row.id, chosen.request_id)
    rows = [[tap("button-no-more-yes", sure)], [_keep(row), tap("button-person", Go("person"))]]
    talk.show(t("proxy-refuse-sure", proxy=await calling.proxy_name(talk.tx, row)), rows)


async def _refuse(talk: Talk, chosen: Acting) -> None:
    row = await proxies.refuse(talk.tx, talk.account, chosen.relation_id, chosen.request_id)
    talk.show(t("proxy-refuse-done", proxy=await calling.proxy_name(talk.tx, row)), [aside("acted-by")])


async def _ask_end(talk: Talk, chosen: Acting) -> None:
    row, side = await proxies.relation(talk.tx, talk.account, chosen.relation_id)
    name = row.person_name if side is Side.PROXY else await calling.proxy_name(talk.tx, row)
    yes = tap("button-no-more-yes", Acting("end-sure", row.id, 0))
    text = t("give-up-sure", name=name) if side is Side.PROXY else t("no-more-sure", name=name)
    talk.show(text, [[yes], [_keep(row), tap("button-person", Go("person"))]])


async def _end(talk: Talk, chosen: Acting) -> None:
    row, side = await proxies.end(talk.tx, talk.account, chosen.relation_id)
    if side is Side.PROXY:
        talk.show(t("give-up-done", name=row.person_name), [aside("acting-for")])
    else:
        proxy = await calling.proxy_name(talk.tx, row)
        talk.show(t("no-more-done", proxy=proxy), [aside("acted-by")])


def _keep(row: ProxyRelation) -> Button:
    return tap("button-back", Acting("open", row.id, 0))


async def _ask_again(talk: Talk, chosen: Acting) -> None:
    row = await proxies.ask_again(talk.tx, talk.account, chosen.relation_id)
    talk.show(t("proxy-ask-again-done", name=row.person_name), [aside("proxies")])


_STEPS: dict[str, Callable[[Talk, Acting], Awaitable[None]]] = {
    "open": _open,
    "agree": _agree,
    "refuse": _ask_refuse,
    "refuse-sure": _refuse,
    "end": _ask_end,
    "end-sure": _end,
    "ask": _ask_again,
}
