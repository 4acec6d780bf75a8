"""For whom an activity is: everybody, natural villages, women, or who has one of some tags of the roster."""

from __future__ import annotations

from domain.activities import ForWhom, Plan
from domain.activitytaps import ActivitySet
from domain.messages import t
from handlers.activity_form import back_to, keep, unit_of
from handlers.talk import Rows, Talk, paged, tap
from services import activity_cards, notice_options
from services.errors import NotFoundError

SCREENS = ("whom", "village", "tag")
_FIELDS = {"village": "villages", "tag": "tags"}
SIZE = 5


async def choose(talk: Talk, plan: Plan, what: str, value: str) -> None:
    """Choose for whom it is, or among natural villages or tags."""
    if what == "whom":
        await _whom(talk, plan.whom, value)
    else:
        await _pick(talk, plan.whom, what, value)


async def _whom(talk: Talk, whom: ForWhom, value: str) -> None:
    if value == "all":
        whom = ForWhom()
    elif value == "women":
        whom = whom.model_copy(update={"sex": None if whom.sex == "f" else "f"})
    elif value:
        raise NotFoundError
    await keep(talk, {"whom": whom.pack()}, step="preview")
    rows: Rows = [
        [tap("button-activity-for-all", ActivitySet("whom", "all"))],
        [tap("button-notice-to-village", ActivitySet("village", ""))],
        [
            tap(
                "button-picked" if whom.sex == "f" else "button-unpicked",
                ActivitySet("whom", "women"),
                text=t("activity-sex-f"),
            )
        ],
        [tap("button-activity-for-tag", ActivitySet("tag", ""))],
        [tap("button-activity-ready", ActivitySet("preview", ""))],
    ]
    now = t("activity-is-now", now=await activity_cards.for_whom(talk.tx, whom))
    talk.show(t("lines", items=[t("activity-ask-whom"), now]), [*rows, back_to()])


async def _pick(talk: Talk, whom: ForWhom, what: str, value: str) -> None:
    """A tap adds one, another takes it away again."""
    options = await notice_options.options(talk.tx, await unit_of(talk), what)
    field, page = _FIELDS[what], 0
    if value.startswith("p") and value[1:].isdecimal():
        page = int(value[1:])
    elif value:
        number = int(value) if value.isdecimal() else len(options)
        if number >= len(options):
            raise NotFoundError
        whom, page = _toggled(whom, field, options[number][0]), number // SIZE
        await keep(talk, {"whom": whom.pack()})
    chosen = getattr(whom, field)
    items = [
        tap(
            "button-picked" if one in chosen else "button-unpicked", ActivitySet(what, str(place)), text=words
        )
        for place, (one, words) in enumerate(options)
    ]
    rows = paged(items, page, lambda n: ActivitySet(what, f"p{n}"), SIZE)
    rows.append([tap("button-activity-ready", ActivitySet("preview", ""))])
    talk.show(t(f"activity-which-{what}" if items else "notice-nothing-there"), [*rows, back_to("whom")])


def _toggled(whom: ForWhom, field: str, one: int | str) -> ForWhom:
    before = getattr(whom, field)
    after = tuple(other for other in before if other != one) if one in before else (*before, one)
    return ForWhom.model_validate({**whom.model_dump(), field: after})
