"""What people type that is no need, for the suggestion to learn: answers to questions, and whose name it is;
and the same names with what has happened to somebody.

They are put together from domain/answers.toml: some of each kind, the same ones every time.
"""

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import domain

ANSWERS: Final = Path(domain.__file__).with_name("answers.toml")

_SURNAMES_EACH: Final = 6
"""So many surnames with each form of address and each given name: enough to learn both apart."""
_AROUND_EACH: Final = 40
"""So many names with each of the words around them."""
_HAPPENED_EACH: Final = 6
"""So many names with each thing that happened, and as many others of whom no name is said."""


class Answer(NamedTuple):
    """A few words, and the kind of emergency that they are; None for none."""

    kind: str | None
    text: str


def answers(path: Path = ANSWERS) -> list[Answer]:
    """Every answer of the file, then names as they are put together, each once; then what happened."""
    parts = tomllib.loads(path.read_text("utf-8"))
    words = {about: text.split() for about, text in parts["words"].items()}
    lists = {about: text.split() for about, text in parts["names"].items()}
    chooser = random.Random(1)
    names = list(dict.fromkeys(_names(lists, chooser)))
    around = _around(lists["around"], names, lists["mistaken"], chooser)
    said = (word for some in words.values() for word in some)
    calm = dict.fromkeys((*said, *names, *lists["mistaken"], *around))
    happened = _happened(parts["happened"], names, words["people"], chooser)
    return [*(Answer(None, text) for text in calm), *happened]


def _names(lists: Mapping[str, Sequence[str]], chooser: random.Random) -> Iterator[str]:
    """The forms of address by themselves and with surnames, names of three characters, and those of peoples
    who have no surnames."""
    surnames, called = lists["surnames"], lists["called"]
    yield from called
    yield from lists["peoples"]
    for form in (*called, *lists["given"]):
        yield from (surname + form for surname in chooser.sample(surnames, _SURNAMES_EACH))
    for surname in surnames:
        yield from (before + surname for before in lists["before"])
        yield from (surname + form for form in chooser.sample(called, _SURNAMES_EACH))
    for name in (*lists["peoples"], *lists["given"]):
        yield from (name + form for form in chooser.sample(called, _SURNAMES_EACH // 2))


def _around(
    frames: Sequence[str], names: Sequence[str], mistaken: Sequence[str], chooser: random.Random
) -> Iterator[str]:
    """Names with a word before or after them: some, and all that sound as an emergency does."""
    for frame in frames:
        some = chooser.sample(names, _AROUND_EACH)
        yield from (frame.replace("…", name) for name in (*some, *mistaken))


def _happened(
    kinds: Mapping[str, str], names: Sequence[str], people: Sequence[str], chooser: random.Random
) -> Iterator[Answer]:
    """Somebody, and what has happened to them."""
    for kind, frames in kinds.items():
        for frame in frames.split():
            some = (chooser.sample(each, _HAPPENED_EACH) for each in (names, people))
            yield from (Answer(kind, frame.replace("…", one)) for each in some for one in each)
