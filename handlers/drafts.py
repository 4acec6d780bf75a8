"""A request that is being put together: what has been said, what it is about, and for whom."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Literal
from zlib import crc32

from pydantic import BaseModel, ConfigDict, Field

from domain import proxies
from domain.catalogue import CATALOGUE
from domain.messages import Button, Content, Said, Text, t
from domain.suggest import Suggestion, suggest, topic_of
from domain.taps import Draft, Go
from handlers import beneath
from handlers.content import content_of
from handlers.talk import DRAFT, WHICH, Talk, dropping, tap
from services.conflicts import check_unrevealing
from services.errors import RefusedError
from services.notice_mention import mention

FORM = DRAFT
MOST = 20
"""Messages one request may begin with; more can be added to its thread."""

LASTS = timedelta(minutes=30)
"""A draft that nobody has gone on with for so long has been left, as a talk has."""

Step = Literal[
    "line",
    "words",
    "preview",
    "rewrite",
    "add",
    "person-name",
    "person-pick",
    "person-phone",
    "person-village",
    "hush",
    "person-kin",
]


HALFWAY = ("person-pick", "person-phone", "person-village", "person-kin")
"""Steps at which it is not settled yet for whom it is."""


class Whom(BaseModel):
    """The person acted for: of the roster (then with an id), or only named."""

    model_config = ConfigDict(frozen=True)

    name: str
    id: int | None = None
    phone: str | None = None
    village: int | None = None
    kin: str | None = None

    @property
    def sought(self) -> proxies.Whom:
        """The same person as the services know them."""
        return proxies.Whom(self.name, self.id, self.phone)


class DraftForm(BaseModel):
    """The form's data; `step` is what is being asked."""

    model_config = ConfigDict(frozen=True)

    step: Step = "line"
    said: tuple[Said, ...] = ()
    unplaced: tuple[Said, ...] = ()
    """What was said since, until it is settled whether it belongs here."""
    left: bool = False
    """Whether it has been put aside and not been taken up again."""
    then: DraftForm | None = None
    """The draft that was left, and is open again when this one is over."""
    line: str | None = None
    topic: str | None = None
    whom: Whom | None = Field(default=None)
    kept_from: tuple[int, ...] = ()
    """Accounts of people with a role whom it is about."""
    anonymous: bool = False
    notice: int | None = None
    """The notice that is asked about."""
    clerk: bool = False
    """Whether the clerk files it for somebody who walked in or phoned: then the person comes first."""
    offered: int | None = None
    """What was said (`mark`) when it was answered with what there is at the center."""

    @property
    def contents(self) -> list[Content]:
        """What has been said so far."""
        return [one.content for one in self.said]

    @property
    def words(self) -> str:
        """The written part of it."""
        return "\n".join(content.text for content in self.contents if content.text)

    @property
    def mark(self) -> int:
        """By which what has been said is told from anything more, a photo as well."""
        return crc32(self.model_dump_json(include={"said"}).encode())

    @property
    def unsettled(self) -> bool:
        """Whether an answer is missing without which it cannot be sent."""
        return bool(self.unplaced) or self.step in HALFWAY

    @property
    def asks_whom(self) -> bool:
        """Whether it is being asked for whom it is."""
        return self.step.startswith("person-")

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been said in it yet, nor for whom it is."""
        return not self.said and self.whom is None

    @property
    def last(self) -> DraftForm:
        """The last of what is not settled, as if nothing else had been said."""
        return DraftForm(said=self.unplaced[-1:])

    @property
    def for_another(self) -> bool:
        """Whether the words are somebody else's, or a question about a notice: no wish is read in them."""
        return self.clerk or self.notice is not None

    def keeping(self, *said: Said, left: bool | None = None) -> DraftForm:
        """The same draft with this beside it, of which it is not settled where it belongs."""
        return self.model_copy(update={"unplaced": said, "left": self.left if left is None else left})

    def put_aside(self) -> DraftForm | None:
        """The draft as it waits while something else is said; of one in which nothing has been said, what
        waits beneath it."""
        return self.then if self.is_blank else self.keeping(*self.unplaced, left=True)

    def corrected(self, said: Said) -> DraftForm | None:
        """The same draft with new words in a message of it, or of what is beside it; None if none is."""
        known = {one.message_id for one in (*self.said, *self.unplaced)}
        if said.message_id not in known:
            return None

        def new(old: tuple[Said, ...]) -> tuple[Said, ...]:
            return tuple(said if one.message_id == said.message_id else one for one in old)

        return self.model_copy(update={"said": new(self.said), "unplaced": new(self.unplaced)})

    @property
    def emergency(self) -> Suggestion | None:
        """What it seems to be about if it sounds urgent: all of it, or any message by itself, which is easily
        missed among others."""
        texts = (self.words, *(content.text for content in self.contents))
        found = (suggest(text) for text in texts if text.strip())
        return next((one for one in found if one.urgent), None)

    def about(self, line: str) -> DraftForm:
        """The same draft with its line settled, and the topic its words name; with a name if it wants one."""
        topic = topic_of(self.words, line) if self.words.strip() else None
        anonymous = self.anonymous and CATALOGUE.line(line).anonymous
        return self.with_(line=line, topic=topic, anonymous=anonymous)

    def with_said(self, *said: Said) -> DraftForm:
        """The same draft saying this. Raises RefusedError when it is too much for one request."""
        if len(said) > MOST:
            raise RefusedError(t("draft-full", most=MOST))
        if self.anonymous:
            check_unrevealing(said)
        draft = self.with_(said=said, step="preview" if self.line else "line")
        return draft.about(self.line) if self.line else draft

    def for_whom(self) -> dict[str, Any]:
        """What a Need says of the person acted for; nothing if it is the asker's own."""
        if self.whom is None:
            return {}
        return {
            "village_id": self.whom.village,
            "person_id": self.whom.id,
            "person_name": self.whom.name,
            "person_phone": self.whom.phone,
            "kin": self.whom.kin,
            "by_clerk": self.clerk,
        }

    def at(self, step: Step) -> DraftForm:
        """The same draft at another step; asking for somebody else needs a name."""
        if step == "person-name":
            return self.with_(step=step, anonymous=False)
        return self.with_(step=step)

    def back(self) -> DraftForm:
        """The same draft to be looked at again; a person who is only half known is nobody yet."""
        whom = None if self.step in HALFWAY or not (self.whom and self.whom.name) else self.whom
        step = "line" if self.line is None else "preview" if self.said else "words"
        return self.with_(step=step, whom=whom)

    def replace(self, *, whom: Whom, step: Step) -> DraftForm:
        """The same draft for this person, at another step."""
        return self.with_(whom=whom, step=step)

    def with_(self, **changed: Any) -> DraftForm:
        """The same draft, changed by whoever is at it again."""
        return self.model_copy(update={**changed, "left": False})


def current(talk: Talk) -> DraftForm:
    """The draft this person is at. Raises RefusedError when there is none (an old button)."""
    if talk.form is None or talk.form.form != FORM:
        raise RefusedError(t("draft-gone"))
    return DraftForm.model_validate(talk.form.data)


async def save(talk: Talk, draft: DraftForm) -> None:
    """Keep the draft."""
    await talk.keep(FORM, **draft.model_dump(mode="json", exclude_defaults=True))


async def settle(talk: Talk) -> None:
    """What was said last is answered and needs no request: what else is open goes on without it, or it was
    all."""
    form = talk.form.form if talk.form is not None else None
    if form == FORM and (draft := current(talk)).unplaced:
        await save(talk, draft.keeping(*draft.unplaced[:-1]))
    elif form == WHICH and (before := talk.data["said"][:-1]):
        await talk.keep(WHICH, **{**talk.data, "said": before, "wish": False})
    else:
        await beneath.end(talk)


def beneath_new(talk: Talk) -> DraftForm | None:
    """What is to wait beneath a draft that is begun now: the one that is open, or that waits beneath a form
    which gives way."""
    if talk.form is not None and talk.form.form == FORM:
        return current(talk).put_aside()
    then = beneath.waiting(talk)
    return DraftForm.model_validate(then["data"]).put_aside() if then and then["form"] == FORM else None


def is_blank(talk: Talk) -> bool:
    """Whether the open form is a draft in which nothing has been said yet."""
    return talk.form is not None and talk.form.form == FORM and current(talk).is_blank


def is_left(talk: Talk) -> bool:
    """Whether the draft that is open has been put aside, or silent for so long: what comes next may be about
    something else."""
    if talk.form is None or talk.form.form != FORM:
        return False
    return talk.data.get("left", False) or is_silent(talk)


def is_silent(talk: Talk) -> bool:
    """Whether nobody has gone on for so long with the form that is open."""
    return talk.form is not None and talk.tx.now - talk.form.updated_at > LASTS


async def take_up_again(talk: Talk) -> DraftForm:
    """The open draft, which they are at again."""
    draft = current(talk).model_copy(update={"left": False})
    await save(talk, draft)
    return draft


def said_now(talk: Talk) -> Said | None:
    """What was just sent; None for what cannot be passed on."""
    content = content_of(talk.message) if talk.message else None
    if content is None or talk.message is None:
        return None
    return Said(content=content.came_by(talk.tx.bot_id), message_id=talk.message.message_id)


async def question(talk: Talk, draft: DraftForm) -> Text:
    """What is asked at the step a draft is at."""
    about = await mention(talk.tx, draft.notice) if draft.step == "words" else None
    return t("question-say", notice=about) if about is not None else t(f"draft-{draft.step}")


def ways_out(talk: Talk, draft: DraftForm) -> list[list[Button]]:
    """The rows under a question about a draft: back to looking at it, if there is anything, or drop it."""
    return [[tap("button-back", Draft("back"))], drop_row(talk)] if draft.line else [drop_row(talk)]


def drop_row(talk: Talk) -> list[Button]:
    """The row every question of the form ends with."""
    return [tap("button-drop", dropping(talk)), tap("button-person", Go("person"))]
