"""What a notice is before it is sent: its kind, what it says, whom it is for, and when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from domain.activities import MOST_TAGS, ForWhom
from domain.messages import Content, Value

MOST_CONTENTS = 10
"""Messages one notice consists of; as many photos as an album of the chat network has."""
MOST_CHOICES = 4
"""With the button to ask something that is five."""
DOORS_AFTER = 24 * 60
"""Minutes after which somebody goes to those who have not read a notice, where its author wants that though
it is not usual for its kind."""
ROLLCALL_DOORS = timedelta(minutes=10)
"""The same for a roll call."""


@dataclass(frozen=True)
class NoticeKind:
    """A kind of notice.

    money    needs the signature of a second person
    alarm    may break the night's rest, if its author says so; `always` does so by itself
    always   nobody is spared it, whatever they wish
    open     whether it lays something open (公示), so that the supervisors sign it on paper
    doors    after how many minutes households that have not read it are told at their doors, unless its
             author wants otherwise; None for never
    """

    code: str
    money: bool = False
    alarm: bool = False
    always: bool = False
    open: bool = False
    doors: int | None = None


KINDS = (
    NoticeKind("general"),
    NoticeKind("outage", alarm=True, doors=2 * 60),
    NoticeKind("meeting", doors=24 * 60),
    NoticeKind("health", alarm=True),
    NoticeKind("market"),
    NoticeKind("finance", money=True, open=True),
    NoticeKind("aid", money=True, open=True, doors=24 * 60),
    NoticeKind("policy"),
    NoticeKind("land", open=True, doors=24 * 60),
    NoticeKind("disaster", alarm=True, always=True, doors=30),
    NoticeKind("activity"),
)
"""What villages announce, the most frequent first."""
_BY_CODE = {one.code: one for one in KINDS}


def kind_of(code: str) -> NoticeKind:
    """The kind with this code. Raises KeyError."""
    return _BY_CODE[code]


class Question(Value):
    """What is asked under a notice; to answer is to have read it.

    kind     yesno, come ("will you come?"), choices, or rollcall ("are you safe?")
    choices  the author's own, for kind "choices" only
    """

    kind: Literal["yesno", "come", "choices", "rollcall"]
    choices: tuple[Annotated[str, StringConstraints(min_length=1, max_length=40)], ...] = ()

    @model_validator(mode="after")
    def _meant(self) -> Self:
        if (self.kind == "choices") != bool(self.choices) or len(self.choices) == 1:
            raise ValueError("choices are of an author's own question, and at least two")
        if len(self.choices) > MOST_CHOICES:
            raise ValueError(f"{len(self.choices)} choices; at most {MOST_CHOICES}")
        return self

    @property
    def answers(self) -> tuple[str, ...]:
        """The codes by which answers are kept."""
        if self.kind == "choices":
            return tuple(str(number) for number in range(len(self.choices)))
        return {"yesno": ("yes", "no"), "come": ("yes", "no", "maybe"), "rollcall": ("safe", "help", "away")}[
            self.kind
        ]


class Answered(Value):
    """A question somebody asked about a notice, and what was answered, for all to read."""

    question: str
    answer: str


class Body(Value):
    """What a notice says.

    contents      its messages, the first of which carries the heading
    translations  the words of the first message in other languages, by locale
    activity      what it announces, so that one can sign up under it; its id
    manner        how having a place in that is spoken of (see `Plan.manner`)
    """

    contents: tuple[Content, ...] = Field(min_length=1, max_length=MOST_CONTENTS)
    translations: dict[str, str] = Field(default_factory=dict)
    question: Question | None = None
    answered: tuple[Answered, ...] = ()
    activity: int | None = None
    manner: str = "seats"

    @model_validator(mode="before")
    @classmethod
    def _older(cls, kept: Any) -> Any:
        """Notices used to be one message."""
        return {"contents": [kept]} if isinstance(kept, dict) and "contents" not in kept else kept

    @property
    def words(self) -> str:
        """The words of its first message that has any."""
        return next((one.text for one in self.contents if one.text), "")

    def first_for(self, locale: str) -> Content:
        """The first message, in the reader's language if it was translated."""
        words = self.translations.get(locale)
        return self.contents[0].model_copy(update={"text": words}) if words else self.contents[0]

    def with_words(self, words: str) -> Self:
        """The same saying this in its first message; what was translated is not true any more."""
        first = self.contents[0].model_copy(update={"text": words})
        return self.model_copy(update={"contents": (first, *self.contents[1:]), "translations": {}})


class Audience(Value):
    """Who gets a notice of a center: those in one of these natural villages, with one of these roles, or of a
    household with one of these tags; with `but`, everybody else. And of all those only whom an activity does
    not leave out, by the rule by which they can sign up for it (`only`): whom the roster does not know gets
    it too."""

    villages: tuple[int, ...] = ()
    roles: tuple[str, ...] = ()
    tags: tuple[str, ...] = Field(default=(), max_length=MOST_TAGS)
    but: bool = False
    only: ForWhom = ForWhom()

    @property
    def everybody(self) -> bool:
        """Whether nobody is left out."""
        return self._names_nobody and self.only.everybody

    @property
    def _names_nobody(self) -> bool:
        return not (self.villages or self.roles or self.tags)

    @property
    def telling(self) -> bool:
        """Whether it says something of somebody that a notice is for them: a role or a tag, and not where
        they live."""
        return bool(self.roles or self.tags or self.only.tags)

    def includes(
        self, *, village: int | None = None, roles: Collection[str] = (), tags: Collection[str] = ()
    ) -> bool:
        """Whether somebody of this natural village, with these roles and tags, gets it; `only` is for whoever
        knows the person."""
        if self._names_nobody:
            return True
        named = village in self.villages or bool({*self.roles} & {*roles}) or bool({*self.tags} & {*tags})
        return named != self.but

    def includes_household(self, village: int | None, tags: Collection[str]) -> bool:
        """Whether a household as such is meant: by its natural village or its tags. One that is meant only
        for somebody's role is not counted: the role is theirs, not their family's. `only` is as above."""
        if self._names_nobody:
            return True
        if not self.villages and not self.tags:
            return self.but
        return (village in self.villages or bool({*self.tags} & {*tags})) != self.but


class Announcement(Value):
    """A notice as it is written: everything but where and by whom.

    urgent   whether it may break the night's rest
    send_at  None for at once
    doors    whether households that have not read it are told at their doors; None: as with its kind
    """

    body: Body
    kind: str = "general"
    audience: Audience = Audience()
    urgent: bool = False
    send_at: AwareDatetime | None = None
    doors: bool | None = None

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if self.kind not in _BY_CODE:
            raise ValueError(f"no kind of notice: {self.kind}")
        if self.urgent and not kind_of(self.kind).alarm:
            raise ValueError(f"{self.kind} is never urgent")
        return self

    @property
    def is_alarm(self) -> bool:
        """Whether it goes out at night too."""
        return self.urgent or kind_of(self.kind).always

    @property
    def doors_after(self) -> timedelta | None:
        """How long after it was sent those who have not read it are told at their doors."""
        if self.body.question is not None and self.body.question.kind == "rollcall":
            return ROLLCALL_DOORS
        usual = kind_of(self.kind).doors
        if self.doors is False or (self.doors is None and usual is None):
            return None
        return timedelta(minutes=usual if usual is not None else DOORS_AFTER)
