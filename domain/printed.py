"""What is printed for an activity: the list for the day, the certificate, the poster at the place."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from domain import certificates
from domain.texts import Moment, Text, Value

MOST_SESSIONS = 6
"""Columns of boxes that one list has room for."""


class ListSession(Value):
    """One session of an activity: its how many-eth it is, and when it begins."""

    nth: int = Field(default=1, ge=1)
    at: Moment


class ListRow(Value):
    """Somebody on the list.

    number  what is typed afterwards to tick them; nobody else on the list has it
    by      who signed them up, if they did not do so themselves
    phone   its last four digits: enough to tell two people of one name apart, too few to ring anybody up
    """

    number: int = Field(ge=1)
    name: str
    village: str = ""
    by: str | None = None
    phone: str = Field(default="", pattern=r"^[0-9]{0,4}$")


class SignupList(Value):
    """The list of an activity, to tick by hand who has come.

    name      of the file, without its ending
    sessions  those there are boxes for
    of        how many sessions the activity has
    waiting   who comes if others do not, first come first
    """

    name: Text
    unit: str
    title: str
    place: str
    sessions: tuple[ListSession, ...] = Field(min_length=1, max_length=MOST_SESSIONS)
    of: int = Field(default=1, ge=1)
    rows: tuple[ListRow, ...]
    waiting: tuple[ListRow, ...] = ()

    @model_validator(mode="after")
    def _clear(self) -> Self:
        numbers = [row.number for row in (*self.rows, *self.waiting)]
        if len(set(numbers)) != len(numbers):
            raise ValueError("two people have one number")
        if beyond := [one.nth for one in self.sessions if one.nth > self.of]:
            raise ValueError(f"of {self.of} sessions there is none that is number {beyond[0]}")
        return self

    @property
    def last(self) -> int:
        """The highest number of anybody on it."""
        return max((row.number for row in (*self.rows, *self.waiting)), default=0)


class Certificate(Value):
    """That somebody has taken part in a course, on paper.

    name      of the file, without its ending
    days      of the first and the last session
    attended  how many of its sessions they sat
    number    see domain/certificates.py; one whose check digit is wrong is refused
    dated     the day it is given
    link      where anybody can check it; shown as a QR code
    """

    name: Text
    unit: str
    person: str
    course: str
    days: tuple[Moment, Moment]
    attended: int = Field(ge=1)
    sessions: int
    number: str
    dated: Moment
    link: str

    @model_validator(mode="after")
    def _true(self) -> Self:
        if self.attended > self.sessions:
            raise ValueError(f"{self.attended} sessions of {self.sessions}")
        if certificates.heard(self.number) != self.number:
            raise ValueError(f"no number of a certificate: {self.number!r}")
        return self


class Poster(Value):
    """A QR code to hang up: at the place, for whoever has come, or anywhere, for whoever wants to.

    name    of the file, without its ending
    times   of the session, or of all of them
    link    shown as the code
    digits  four of them, to be sent by whoever cannot scan
    """

    name: Text
    purpose: Literal["checkin", "signup"]
    unit: str
    title: str
    place: str
    times: tuple[Moment, ...] = Field(min_length=1)
    link: str
    digits: str | None = Field(default=None, pattern=r"^[0-9]{4}$")
