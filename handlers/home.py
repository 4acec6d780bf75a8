"""The first screens: home, help, more, languages, what is kept, and a person to talk to."""

from __future__ import annotations

from domain.languages import LANGUAGES
from domain.messages import Button, Key, t
from domain.taps import Go, Language, Page, PickCenter
from handlers.talk import Rows, Talk, aside, folded, left_over, paged, tap
from services import access, activity_wishes, association, center, notice_access, people
from services.people import membership

KEYS = {
    "key-ask": "menu",
    "key-mine": "mine",
    "key-urgent": "urgent",
    "key-person": "person",
    "key-more": "more",
    "key-desk": "desk",
}
"""The keyboard under the typing box: a text id and the screen it opens."""


def has_desk(talk: Talk) -> bool:
    """Whether this person has any role whose queue they work on."""
    return access.has_desk(talk.account)


def keyboard(talk: Talk) -> list[list[Key]]:
    """At most five large keys; who has a desk finds it first, and a person to talk to under "more"."""
    if has_desk(talk):
        rows = [["key-desk"], ["key-ask", "key-mine"], ["key-urgent", "key-more"]]
    else:
        rows = [["key-ask", "key-mine"], ["key-urgent", "key-person"], ["key-more"]]
    return [[Key(text=t(text_id)) for text_id in row] for row in rows]


async def home(talk: Talk) -> None:
    """Say hello, name the center, and show the keyboard."""
    member = membership(talk.account)
    if member is None and not talk.account.grants:
        await _stranger(talk)
        return
    unit, _phone = await people.reach_center(talk.tx, talk.account) if member else (None, None)
    name = member.name if member else ""
    text = t("home", name=name, center=unit.name) if unit else t("home-office")
    talk.say(text, keys=keyboard(talk))


async def _stranger(talk: Talk) -> None:
    from handlers.join import begin

    await begin(talk)


async def help_screen(talk: Talk) -> None:
    """How to use the bot, in a few lines."""
    rows: Rows = [
        [tap("button-menu", Go("menu"))],
        [tap("button-mine", Go("mine"))],
        [tap("button-privacy", Go("privacy"))],
        aside(),
    ]
    talk.show(t("help-desk") if has_desk(talk) else t("help"), rows)


async def more(talk: Talk) -> None:
    """What is needed now and then."""
    talk.show(t("more"), [*folded(await _more(talk), "more-others"), aside()])


async def more_others(talk: Talk) -> None:
    """What else there is of it, for whoever has more than a screen of it."""
    talk.show(t("more"), [*left_over(await _more(talk)), aside("more")])


async def _more(talk: Talk) -> list[Button]:
    from handlers import activity_wishes, pairs

    items = [row[0] for row in await pairs.more_rows(talk)]
    if membership(talk.account) is not None:
        items.insert(0, tap("button-activities", Go("activities")))
    if has_desk(talk):
        items.insert(0, tap("button-work", Go("work")))
    if membership(talk.account) is not None:
        items.append(tap("button-volunteer", Go("volunteer")))
    return [
        *items,
        tap("button-board", Go("board")),
        tap("button-settings", Go("settings")),
        *([tap("button-market", Go("market"))] if membership(talk.account) is not None else []),
        tap("button-proxies", Go("proxies")),
        *await activity_wishes.more_buttons(talk),
    ]


async def settings(talk: Talk) -> None:
    """What a person can set for themselves."""
    rows = [
        [tap("button-language", Go("language"))],
        [tap("button-centers", Go("centers"))],
        [tap("button-phone", Go("phone"))],
        [tap("button-notice-wishes", Go("notice-wishes"))],
        [tap("button-help", Go("help"))],
    ]
    talk.show(t("settings"), [*rows, aside("more")])


async def work(talk: Talk) -> None:
    """What whoever has a role needs beside their desk."""
    if not has_desk(talk):
        talk.show(t("desk-no-role"), [aside()])
        return
    talk.show(t("work"), [*folded(await _work(talk), "work-others"), aside("more")])


async def work_others(talk: Talk) -> None:
    """What else there is of it, for whoever has more than a screen of it."""
    talk.show(t("work"), [*left_over(await _work(talk)), aside("work")])


async def _work(talk: Talk) -> list[Button]:
    from handlers import pairs

    items = [tap("button-duty", Go("duty"))]
    if notice_access.writes_for(talk.account):
        items.insert(0, tap("button-notices", Go("notices")))
    if center.looked_over(talk.account):
        items.insert(0, tap("button-center", Go("center")))
    if leads(talk):
        items.append(tap("button-roles", Go("roles")))
    items.append(tap("button-leave", Go("leave")))
    if await association.looks_after(talk.tx, talk.account, talk.account.current_center_id):
        items.append(tap("button-volunteers", Go("volunteers")))
    items += [row[0] for row in await pairs.work_rows(talk)]
    if activity_wishes.looks_after(talk.account, talk.account.current_center_id):
        items.append(tap("button-wishes", Go("wishes")))
    return items


def leads(talk: Talk) -> bool:
    """Whether this person may grant roles at their current center."""
    unit = talk.account.current_center_id
    return unit is not None and bool(access.roles_at(talk.account, unit) & {"director", "deputy"})


async def privacy(talk: Talk) -> None:
    """What is kept, and who sees it."""
    talk.show(t("privacy"), [aside("help")])


async def language(talk: Talk) -> None:
    """Choose a language; each is named in itself."""
    rows = [[tap(f"language-{code}", Language(code))] for code in LANGUAGES]
    talk.show(t("language"), [*rows, aside("settings")])


async def pick_language(talk: Talk, chosen: Language) -> None:
    """Speak another language from now on."""
    if chosen.locale not in LANGUAGES:
        talk.refuse(t("not-found"))
        return
    talk.account.locale = chosen.locale
    talk.toast(t("language-chosen"))
    talk.say(t("language-chosen"), keys=keyboard(talk))


async def centers(talk: Talk, page: int = 0) -> None:
    """The centers this person belongs to, and how to join another."""
    names = {unit.id: unit.name for unit in await people.centers(talk.tx)}
    items = [
        tap(
            "center-current" if member.center_id == talk.account.current_center_id else "center-other",
            PickCenter(member.center_id),
            name=names[member.center_id],
        )
        for member in talk.account.memberships
    ]
    items.append(tap("button-join-another", Go("join")))
    talk.show(t("centers"), [*paged(items, page, lambda n: Page("centers", n)), aside("settings")])


async def unknown_command(talk: Talk) -> None:
    """A command there is not."""
    talk.say(
        t("unknown-command"), [[tap("button-menu", Go("menu"))], [tap("button-help", Go("help"))], aside()]
    )
