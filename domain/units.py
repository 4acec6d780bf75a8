"""How a county is set up: one TOML file with its townships, their centers, and what each center offers."""

from __future__ import annotations

import json
import tomllib
from functools import lru_cache
from typing import Annotated, Any, Literal, Protocol, Self, cast
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    ValidationError,
    field_validator,
    model_validator,
)

from domain.catalogue import CATALOGUE, Duration, Frozen, Line
from domain.week import Week

Kind = Literal["county", "township", "center"]
Locale = Literal["zh-Hans", "zh-Hant", "en"]


class UnitsError(ValueError):
    """The file does not describe a county. `problems` has one sentence for each thing to mend."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def _promise(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return Duration.parse(value)
    except ValueError:
        raise ValueError(f'{value!r} is not a length of time: write "30min", "4h", "3d" or "1wd"') from None


def _line_settings(value: Any) -> Any:
    return {"on": value} if isinstance(value, bool) else value


Promise = Annotated[Duration, BeforeValidator(_promise)]
UnitCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
VillageName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Tongue = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20)]
Phone = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 ()-]{1,19}$")]


class LineSettings(Frozen):
    """What a center changes about a line of the catalogue."""

    on: bool = True
    name: Name | None = None
    take_up: Promise | None = None
    finish: Promise | None = None

    def applied_to(self, line: Line) -> Line:
        """The line with this center's own promises."""
        own = {"take_up": self.take_up, "finish": self.finish}
        return line.model_copy(update={field: value for field, value in own.items() if value is not None})


Lines = dict[str, Annotated[LineSettings, BeforeValidator(_line_settings)]]


class UnitSettings(Frozen):
    """What is kept of a unit beside its name: the JSON of a row."""

    phone: Phone | None = None
    timezone: str = "Asia/Shanghai"
    locale: Locale = "zh-Hans"
    office_hours: Week = Week()
    lines: Lines = Field(default_factory=dict)
    tongues: tuple[Tongue, ...] = ()


def _once(names: tuple[str, ...]) -> tuple[str, ...]:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"named twice: {', '.join(twice)}")
    return names


def _zone(value: str | None) -> str | None:
    if value is not None:
        try:
            ZoneInfo(value)
        except (ValueError, OSError, KeyError):
            raise ValueError(f'{value!r} is not a time zone: write it as "Asia/Shanghai"') from None
    return value


class Center(Frozen):
    """A service center. What it leaves out is as in the county."""

    code: UnitCode
    name: Name
    phone: Phone | None = None
    natural_villages: Annotated[tuple[VillageName, ...], AfterValidator(_once)] = ()
    timezone: str | None = None
    locale: Locale | None = None
    office_hours: Week | None = None
    lines: Lines = Field(default_factory=dict)
    tongues: Annotated[tuple[Tongue, ...], AfterValidator(_once)] | None = None
    """What is spoken here: languages and dialects, as people call them."""

    _knows_zone = field_validator("timezone")(_zone)

    @field_validator("lines")
    @classmethod
    def _offers_something(cls, lines: Lines) -> Lines:
        known = {line.code for line in CATALOGUE.lines}
        if unknown := sorted(set(lines) - known):
            raise ValueError(f"unknown: {', '.join(unknown)}; the lines are {', '.join(sorted(known))}")
        if all(code in lines and not lines[code].on for code in known):
            raise ValueError("at least one line must be on")
        return lines


class Township(Frozen):
    """A township and its centers."""

    code: UnitCode
    name: Name
    phone: Phone | None = None
    centers: tuple[Center, ...] = ()


class County(Frozen):
    """A county: the whole file."""

    code: UnitCode
    name: Name
    phone: Phone | None = None
    timezone: str = "Asia/Shanghai"
    locale: Locale = "zh-Hans"
    office_hours: Week = Week()
    tongues: Annotated[tuple[Tongue, ...], AfterValidator(_once)] = ()
    townships: tuple[Township, ...]

    _knows_zone = field_validator("timezone")(_zone)

    @model_validator(mode="after")
    def _codes_differ(self) -> Self:
        if not self.townships:
            raise ValueError("townships must not be empty")
        codes = [self.code]
        for township in self.townships:
            codes += [township.code, *(center.code for center in township.centers)]
        twice = sorted({code for code in codes if codes.count(code) > 1})
        if twice:
            raise ValueError(f"code used twice: {', '.join(twice)}")
        return self

    @model_validator(mode="after")
    def _open_at_all(self) -> Self:
        centers = [center for township in self.townships for center in township.centers]
        units: list[County | Center] = [self, *centers]
        for unit in units:
            if not self.settings(unit).office_hours.ever_open:
                raise ValueError(f"{unit.code} is never open: give at least one day opening times")
        return self

    def settings(self, unit: County | Township | Center) -> UnitSettings:
        """The settings of one of its units, with what it leaves out filled in."""
        here = unit if isinstance(unit, Center) else None
        return UnitSettings(
            phone=unit.phone,
            timezone=(here and here.timezone) or self.timezone,
            locale=(here and here.locale) or self.locale,
            office_hours=self.office_hours.changed_by(here.office_hours if here else None),
            lines=here.lines if here else {},
            tongues=self.tongues if here is None or here.tongues is None else here.tongues,
        )


def parse(text: str) -> County:
    """Read the TOML of a county. Raises UnitsError with everything that is wrong at once."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnitsError([f"This is not TOML: {error}."]) from error
    try:
        return County.model_validate(data)
    except ValidationError as error:
        raise UnitsError([_sentence(data, one) for one in error.errors()]) from error


_KIND = {
    "missing": "is missing",
    "extra_forbidden": "is not a key that is known here",
    "string_pattern_mismatch": "is not written as it must be: {pattern}",
    "string_too_short": "must not be empty",
    "string_type": "must be a text in quotation marks",
    "tuple_type": "must be a list in square brackets",
    "model_type": "must be a table",
}


def _sentence(data: Any, error: Any) -> str:
    path, near = _path(data, error["loc"])
    words = _KIND.get(error["type"], error["msg"]).format(**error.get("ctx", {}))
    return f"{path or 'the file'}{near}: {words.removeprefix('Value error, ')}"


def _path(data: Any, location: tuple[int | str, ...]) -> tuple[str, str]:
    """The place as TOML writes it, and which unit that is."""
    path, near = "", ""
    for key in location:
        path += f"[{key}]" if isinstance(key, int) else f".{key}"
        try:
            data = data[key]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(data, dict) and isinstance(data.get("code"), str):
            near = f" (in {data['code']})"
    return path.lstrip("."), near


class HasSettings(Protocol):
    """A row that carries the JSON of a unit's settings."""

    @property
    def settings(self) -> dict[str, Any]:
        """What UnitSettings dumped."""


class CenterSettings:
    """What a unit's settings mean: its lines with its own promises, its office hours, its language."""

    def __init__(self, kept: UnitSettings) -> None:
        self.phone = kept.phone
        self.zone = kept.timezone
        self.locale = kept.locale
        self.hours = kept.office_hours.hours(kept.timezone)
        self.tongues = kept.tongues
        changes = {line.code: kept.lines.get(line.code, LineSettings()) for line in CATALOGUE.lines}
        self.lines = tuple(
            changes[line.code].applied_to(line) for line in CATALOGUE.lines if changes[line.code].on
        )
        """The lines that are on, in the catalogue's order."""
        self._names = {code: change.name for code, change in changes.items()}

    def line(self, code: str) -> Line | None:
        """The line as this center keeps it; None if it is off or unknown."""
        return next((line for line in self.lines if line.code == code), None)

    def line_name(self, code: str) -> str | None:
        """What this center calls a line, if it has a name of its own for it."""
        return self._names.get(code)


def settings_of(unit: HasSettings) -> CenterSettings:
    """The settings of a unit's row."""
    kept = unit.settings
    known = unit.__dict__.get("_meaning")  # the row lives for a transaction, and is asked a dozen times
    if known is None or known[0] is not kept:
        known = unit.__dict__["_meaning"] = (kept, _settings(json.dumps(kept)))
    return cast(CenterSettings, known[1])


@lru_cache(maxsize=4096)
def _settings(kept: str) -> CenterSettings:
    """They are asked for at every step of a request, and reading them takes a third of a millisecond."""
    return CenterSettings(UnitSettings.model_validate_json(kept))
