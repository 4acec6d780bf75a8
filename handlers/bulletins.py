"""Market and job information: its topics, what is current of each, and whether one wants to be told."""

from __future__ import annotations

from domain.bulletintaps import BulletinDo, BulletinMute, BulletinNew, BulletinTopic, BulletinWant
from domain.messages import Button, Text, t
from domain.tap import Tap
from domain.taps import Page
from handlers import bulletin_form
from handlers.talk import Rows, Talk, aside, paged, tap
from services import bulletin_cards, bulletins
from services.bulletins import Shelf
from services.errors import NotFoundError
from services.kinds import Bulletin, OrgUnit

ON_PAGE = 3
"""Posts of one page: with wanting the topic and posting that is five choices."""


async def market(talk: Talk, page: int = 0) -> None:
    """The topics, each with how many posts are current."""
    shelves = await bulletins.shelves(talk.tx, talk.account)
    items = [topic_button(one, BulletinTopic(one.topic.code, 0)) for one in shelves]
    talk.show(t("market"), [*paged(items, page, lambda n: Page("market", n)), aside("more")])


def topic_button(one: Shelf, meaning: Tap) -> Button:
    """The button that opens a topic: how many posts it has, and whether they want it."""
    text_id = bulletin_cards.name(one.topic.code)
    args: dict[str, Text | str | int] = {"icon": one.topic.icon, "topic": text_id, "n": one.count}
    if one.wanted:
        return tap("button-bulletin-topic-wanted", meaning, **args)
    return tap("button-bulletin-topic", meaning, **args)


async def topic(talk: Talk, chosen: BulletinTopic) -> None:
    """What is current of a topic, the newest first; to want it, and for whoever may, to post."""
    one, posts = await bulletins.shelf(talk.tx, talk.account, chosen.topic)
    unit = await bulletins.place(talk.tx, talk.account)
    page = min(max(0, chosen.page), max(0, (len(posts) - 1) // ON_PAGE))
    shown = posts[page * ON_PAGE : (page + 1) * ON_PAGE]
    listed = [
        t(
            "bulletin-row",
            words=bulletin_cards.beginning(row.content),
            until=bulletin_cards.last_day(unit, row.ends_on),
        )
        for row in shown
    ] or [t("bulletin-none")]
    text = t(
        "bulletins",
        icon=one.topic.icon,
        topic=bulletin_cards.name(one.topic.code),
        items=listed,
        wanted=t("bulletin-wanted" if one.wanted else "bulletin-not-wanted"),
    )
    looks = [
        tap("button-bulletin-look", BulletinDo("look", row.id), words=bulletin_cards.beginning(row.content))
        for row in posts
    ]
    rows = paged(looks, page, lambda n: BulletinTopic(one.topic.code, n), ON_PAGE)
    talk.show(text, [*rows, *_choices(talk, unit, one), aside("market")])


def _choices(talk: Talk, unit: OrgUnit, one: Shelf) -> Rows:
    rows: Rows = []
    if bulletins.is_member(talk.account, unit.id):
        want = BulletinWant(unit.id, one.topic.code, int(not one.wanted))
        rows.append([tap("button-bulletin-unwant" if one.wanted else "button-bulletin-want", want)])
    if bulletins.may_post(talk.account, unit.id, one.topic):
        rows.append([tap("button-bulletin-new", BulletinNew(one.topic.code))])
    return rows


async def want(talk: Talk, chosen: BulletinWant) -> None:
    """To be told of a topic from now on, or not any more."""
    await bulletins.want(talk.tx, talk.account, chosen.center_id, chosen.topic, on=bool(chosen.on))
    talk.toast(t("bulletin-wants-now" if chosen.on else "bulletin-wants-no-more"))
    await topic(talk, BulletinTopic(chosen.topic, 0))


async def mute(talk: Talk, chosen: BulletinMute) -> None:
    """The same below a post: it stays where it is, with the other button."""
    row = await bulletins.mute(talk.tx, talk.account, chosen.bulletin_id, on=bool(chosen.on))
    talk.toast(t("bulletin-wants-now" if chosen.on else "bulletin-wants-no-more"))
    if talk.query is not None and talk.query.message is not None:
        bulletins.mark(talk.tx, talk.account, row, talk.query.message.message_id, wanted=bool(chosen.on))


async def do(talk: Talk, chosen: BulletinDo) -> None:
    """Read a post; its author gives it another last day, or takes it back."""
    match chosen.action:
        case "look":
            row, unit = await bulletins.seen(talk.tx, talk.account, chosen.bulletin_id)
            look(talk, row, unit)
        case "until":
            await bulletin_form.begin_until(talk, chosen.bulletin_id)
        case "withdraw":
            row, _ = await bulletins.steered(talk.tx, talk.account, chosen.bulletin_id)
            words = bulletin_cards.beginning(row.content)
            rows = [[tap("button-bulletin-withdraw-sure", BulletinDo("withdraw-sure", row.id))]]
            talk.say(t("bulletin-withdraw-sure", words=words), [*rows, aside("market")])
        case "withdraw-sure":
            row = await bulletins.withdraw(talk.tx, talk.account, chosen.bulletin_id)
            talk.show(t("bulletin-withdrawn-now"), [aside("market")])
        case _:
            raise NotFoundError


def look(talk: Talk, row: Bulletin, unit: OrgUnit) -> None:
    """A post as it is, and what its reader can do with it."""
    rows: Rows = []
    if bulletins.may_steer(talk.account, row):
        rows = [
            [tap("button-bulletin-until", BulletinDo("until", row.id))],
            [tap("button-bulletin-withdraw", BulletinDo("withdraw", row.id))],
        ]
    message = bulletin_cards.post(unit, row.topic, row.content, row.ends_on)
    talk.send(message.model_copy(update={"buttons": [*rows, aside("market")]}))
