"""A household's screen, for whoever looks after pairs: its helper, and what it wishes of one, in two taps."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from domain.messages import Text, t
from domain.pairtaps import PairDo, PairPick, PairSay
from domain.taps import Page
from handlers.pairs_draft import PairForm, house_of
from handlers.talk import Rows, Talk, paged, tap
from services import pairs_cards, pairs_house
from services.errors import NotFoundError

Question = tuple[Text, Rows]
ANY = "any"
SHOWN = 4
WISHES = ("sex", "tongue", "skill", "unwanted")


async def house(talk: Talk, form: PairForm, _page: int) -> Question:
    """Who lives there, who helps, what is wished."""
    found = await house_of(talk, form)
    pair = found.home.pair
    helper = t("house-helper-none")
    if pair is not None:
        name, state = await pairs_cards.helper_name(talk.tx, pair), t(f"pair-state-{pair.state}")
        helper = t("house-helper", helper=name, state=state)
    text = t(
        "house",
        persons=[t("house-person", name=one.name) for one in found.persons],
        village=found.village,
        helper=helper,
        wishes=pairs_house.wishes(found.home),
    )
    first = tap("button-pair-find", PairSay("house", "helper"))
    if pair is not None and pair.agreed_by is not None:
        first = tap("button-pair-print", PairDo("print", pair.id))  # the pair itself is in the lists
    elif pair is not None:
        first = tap("button-pair-open", PairDo("open", pair.id))
    wishes = [[tap(f"button-wish-{wish}", PairSay("house", wish))] for wish in WISHES]
    return text, [[first], *wishes]


async def sex(_talk: Talk, _form: PairForm, _page: int) -> Question:
    """A woman or a man?"""
    rows = [[tap(f"button-sex-{word}", PairSay("sex", word))] for word in ("f", "m", ANY)]
    return t("wish-which-sex"), rows


async def tongue(talk: Talk, form: PairForm, page: int) -> Question:
    """Which language must be understood?"""
    found = await house_of(talk, form)
    items = [
        tap("button-text", PairPick("tongue", number), text=word)
        for number, word in enumerate(found.tongues, start=1)
    ]
    rows = paged(items, page, lambda n: Page("pair-form", n), SHOWN)
    return t("wish-which-tongue"), [*rows, [tap("button-sex-any", PairPick("tongue", 0))]]


async def skill(talk: Talk, form: PairForm, page: int) -> Question:
    """Which skills are needed?"""
    known = (await house_of(talk, form)).home.wish.skills
    items = [
        tap(
            "button-chosen" if one.code in known else "button-text",
            PairSay("skill", one.code),
            text=t(f"skill-{one.code}"),
        )
        for one in CATALOGUE.skills
    ]
    return t("wish-which-skill"), paged(items, page, lambda n: Page("pair-form", n), SHOWN)


async def unwanted(talk: Talk, form: PairForm, page: int) -> Question:
    """Whom do they not want?"""
    found = await house_of(talk, form)
    items = [
        tap(
            "button-chosen" if one.account_id in found.home.unwanted else "button-text",
            PairPick("unwanted", one.id),
            text=name,
        )
        for one, name in await pairs_house.known(talk.tx, found)
    ]
    return t("wish-which-unwanted"), paged(items, page, lambda n: Page("pair-form", n), SHOWN)


async def said(talk: Talk, form: PairForm, word: str) -> PairForm:
    """A wish was tapped."""
    found = await house_of(talk, form)
    if form.step == "skill":
        await pairs_house.wish_skill(talk.tx, found, word)
        return form
    await pairs_house.wish_sex(talk.tx, found, None if word == ANY else word)
    return form.at("house")


async def picked(talk: Talk, form: PairForm, value: int) -> PairForm:
    """A language, or somebody they do not want, was tapped."""
    found = await house_of(talk, form)
    if form.step == "unwanted":
        await pairs_house.want(talk.tx, found, value)
        return form
    if not 0 <= value <= len(found.tongues):
        raise NotFoundError
    await pairs_house.wish_tongue(talk.tx, found, found.tongues[value - 1] if value else None)
    return form.at("house")
