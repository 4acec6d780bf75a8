"""The catalogue: service lines, menu groups, roles and kinds of emergency, read from catalogue.toml."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

Unit = Literal["min", "h", "d", "wd"]
Hotline = Literal["120", "110", "119"]
Code = Annotated[str, Field(pattern=r"^[a-z]+([-_][a-z]+)*$")]

_DURATION = re.compile(r"(\d+)(min|h|d|wd)")


class Frozen(BaseModel):
    """Data that is read once, never changed, and says so when a field is unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Duration(Frozen):
    """An amount of time in the unit a promise is made in.

    `min`, `h` and `d` count a center's office time, `wd` its working days: only a calendar can turn a
    duration into a moment. An urgent promise counts the same minutes on the wall clock.
    """

    amount: int = Field(gt=0)
    unit: Unit

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "30min", "4h", "3d" or "1wd"; ValueError for anything else."""
        match = _DURATION.fullmatch(text)
        if match is None:
            raise ValueError(f"not a duration: {text!r}")
        return cls.model_validate({"amount": int(match[1]), "unit": match[2]})

    def __str__(self) -> str:
        return f"{self.amount}{self.unit}"


def _duration(value: Any) -> Any:
    return Duration.parse(value) if isinstance(value, str) else value


Promise = Annotated[Duration, BeforeValidator(_duration)]


class Role(Frozen):
    """What a person may be at a center; `order` is the order in which roles are listed."""

    code: Code
    order: int


class Group(Frozen):
    """One large choice of the first menu: a few lines under one name."""

    code: Code
    icon: str


class Line(Frozen):
    """A service line: which desk answers, how discreetly, how soon, and what it is asked for."""

    code: Code
    group: Code
    desk: Code
    secrecy: Literal["normal", "confidential"]
    take_up: Promise
    finish: Promise
    icon: str
    topics: tuple[Code, ...] = Field(default=(), max_length=6)
    volunteers: bool = False
    volunteer_topics: tuple[Code, ...] = ()
    anonymous: bool = False

    @property
    def confidential(self) -> bool:
        """Whether only the holder and the asker may read what a request says."""
        return self.secrecy == "confidential"

    def welcomes_volunteers(self, topic: str | None = None) -> bool:
        """Whether a request about this topic may be offered to volunteers."""
        return self.volunteers and (not self.volunteer_topics or topic in self.volunteer_topics)


class Emergency(Frozen):
    """A kind of emergency: the number to show first, and the line that hears of it."""

    code: Code
    hotline: Hotline
    line: Code


class Skill(Frozen):
    """Something volunteers can do: for which topics it is wanted, how people say that they can, and which
    limits rule it out."""

    code: Code
    topics: tuple[Code, ...]
    words: tuple[str, ...] = Field(min_length=1)
    barred_by: tuple[Code, ...] = ()


class ActivityKind(Frozen):
    """A kind of what people sign up for: how one signs up, and the roles that may make it.

    once          whether one person has one of its times only
    goes_on       whether its times go on from day to day
    certificates  whether whoever was there can be given one
    days          how long a loan lasts
    """

    code: Code
    icon: str
    form: Literal["seats", "times", "loan"]
    roles: tuple[Code, ...] = Field(min_length=1)
    once: bool = False
    goes_on: bool = False
    certificates: bool = False
    days: int | None = Field(default=None, ge=1, le=60)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.goes_on and self.form != "times":
            raise ValueError(f"{self.code}: only times go on")
        if (self.form == "loan") != (self.days is not None):
            raise ValueError(f"{self.code}: a loan, and nothing else, lasts so many days")
        return self

    @property
    def making(self) -> str:
        """How it is made: as one signs up for it, but times that go on are not like those of a day."""
        return "goes-on" if self.goes_on else self.form


class Association(Frozen):
    """What is known of the volunteers' association: people's limits, and the bodies its people come from."""

    limits: tuple[Code, ...]
    bodies: tuple[Code, ...]


class BulletinTopic(Frozen):
    """A topic of market and job information: whose posts it is made of, and which needs it may answer."""

    code: Code
    icon: str
    roles: tuple[Code, ...] = Field(min_length=1)
    answers: tuple[Code, ...] = ()


class Wishes(Frozen):
    """Wishes to learn something: how many of the same are worth telling, and to which roles."""

    enough: int = Field(gt=1)
    roles: tuple[Code, ...] = Field(min_length=1)


class Catalogue(Frozen):
    """Everything a center can be asked for. Refuses to exist when its parts do not fit together."""

    urgent_take_up: Promise
    step_times: dict[Code, Promise]
    """How long each step above the desk keeps a request that nobody takes."""
    roles: tuple[Role, ...]
    groups: tuple[Group, ...] = Field(min_length=1, max_length=5)
    lines: tuple[Line, ...] = Field(min_length=3)
    talk: Line
    """A person to talk to: asked for by a button on every screen, not chosen from the menu."""
    emergencies: tuple[Emergency, ...]
    skills: tuple[Skill, ...]
    activities: tuple[ActivityKind, ...]
    association: Association
    bulletins: tuple[BulletinTopic, ...]
    wishes: Wishes

    def line(self, code: str) -> Line:
        """The line with this code, the talk with a person included; KeyError if there is none."""
        return _find((*self.lines, self.talk), code)

    def role(self, code: str) -> Role:
        """The role with this code; KeyError if there is none."""
        return _find(self.roles, code)

    def group(self, code: str) -> Group:
        """The group with this code; KeyError if there is none."""
        return _find(self.groups, code)

    def emergency(self, code: str) -> Emergency:
        """The kind of emergency with this code; KeyError if there is none."""
        return _find(self.emergencies, code)

    def skill(self, code: str) -> Skill:
        """The skill with this code; KeyError if there is none."""
        return _find(self.skills, code)

    def activity(self, code: str) -> ActivityKind:
        """The kind of activity with this code; KeyError if there is none."""
        return _find(self.activities, code)

    def bulletin(self, code: str) -> BulletinTopic:
        """The topic of market and job information with this code; KeyError if there is none."""
        return _find(self.bulletins, code)

    def bulletin_for(self, need: str | None) -> BulletinTopic | None:
        """The topic of market and job information that may answer a need of this topic, if there is one."""
        return next((topic for topic in self.bulletins if need in topic.answers), None)

    def skill_for(self, topic: str | None) -> str | None:
        """The skill that requests about a topic need, if one is known."""
        return next((skill.code for skill in self.skills if topic in skill.topics), None)

    def lines_in(self, group: str) -> tuple[Line, ...]:
        """The lines of a menu group, in the catalogue's order."""
        return tuple(line for line in self.lines if line.group == group)

    def lines_of(self, role: str) -> tuple[Line, ...]:
        """The lines a role answers for: one desk may have several."""
        return tuple(line for line in (*self.lines, self.talk) if line.desk == role)

    @property
    def _topics(self) -> tuple[str, ...]:
        return tuple(topic for line in self.lines for topic in line.topics)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        _unique("role", [role.code for role in self.roles])
        _unique("group", [group.code for group in self.groups])
        _unique("line", [line.code for line in self.lines])
        _unique("emergency", [emergency.code for emergency in self.emergencies])
        _unique("activity", [kind.code for kind in self.activities])
        _known("activity's role", [role for kind in self.activities for role in kind.roles], self.roles)
        _unique("topic", [topic for line in self.lines for topic in line.topics])
        _unique("skill", [skill.code for skill in self.skills])
        _unique("skill's topic", [topic for skill in self.skills for topic in skill.topics])
        _among("skill's topic", [one for skill in self.skills for one in skill.topics], self._topics)
        barring = [one for skill in self.skills for one in skill.barred_by]
        _among("skill's limit", barring, self.association.limits)
        _known("desk", [line.desk for line in (*self.lines, self.talk)], self.roles)
        _known("step", list(self.step_times), self.roles)
        _unique("bulletin's topic", [topic.code for topic in self.bulletins])
        _known("bulletin's role", [role for topic in self.bulletins for role in topic.roles], self.roles)
        answered = [one for topic in self.bulletins for one in topic.answers]
        _unique("topic of a need", answered)
        _among("bulletin's topic of a need", answered, self._topics)
        _known("wishes' role", list(self.wishes.roles), self.roles)
        _known("group", [line.group for line in self.lines], self.groups)
        _known("emergency's line", [emergency.line for emergency in self.emergencies], self.lines)
        for line in self.lines:
            if len(line.topics) < 3:
                raise ValueError(f"{line.code} needs at least three topics")
            if not set(line.volunteer_topics) <= set(line.topics):
                raise ValueError(f"volunteer_topics of {line.code} must be topics of it")
        return self


_T = TypeVar("_T", Role, Group, Line, Emergency, Skill, ActivityKind, BulletinTopic)


def _find(items: tuple[_T, ...], code: str) -> _T:
    for item in items:
        if item.code == code:
            return item
    raise KeyError(code)


def _unique(what: str, codes: list[str]) -> None:
    twice = {code for code in codes if codes.count(code) > 1}
    if twice:
        raise ValueError(f"{what} named twice: {sorted(twice)}")


def _known(what: str, codes: list[str], items: tuple[Role | Group | Line, ...]) -> None:
    _among(what, codes, [item.code for item in items])


def _among(what: str, codes: list[str], known: Iterable[str]) -> None:
    unknown = set(codes).difference(known)
    if unknown:
        raise ValueError(f"{what} unknown: {sorted(unknown)}")


@cache
def catalogue() -> Catalogue:
    """The catalogue that ships with the program, read once."""
    return Catalogue.model_validate(tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")))


CATALOGUE: Final = catalogue()
