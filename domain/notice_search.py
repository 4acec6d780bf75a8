"""Finding a notice by typed words: whichever script, case or width they are typed in."""

from __future__ import annotations

import unicodedata

from domain.announcing import Body

LONGEST = 40
"""Bytes of the words that are looked for: a button that turns the pages carries them."""


def folded(text: str) -> str:
    """The same for everything that only looks different: width, case, simplified or traditional."""
    from zhconv import convert  # slow to load, and only needed once somebody looks for something

    return str(convert(unicodedata.normalize("NFKC", text).casefold(), "zh-hans"))


def tidied(words: str) -> str:
    """What was typed, as a button can carry it: on one line, and cut where it is too long."""
    line = " ".join(words.replace("|", " ").split())
    return line.encode()[:LONGEST].decode(errors="ignore").strip()


def everything_said(body: Body) -> str:
    """All the words of a notice: of its messages, of its translations, and of what was asked and answered."""
    texts = [word for one in body.contents for word in (one.text, one.title, one.file_name) if word]
    answered = [word for one in body.answered for word in (one.question, one.answer)]
    return "\n".join([*texts, *body.translations.values(), *answered])


def matches(words: str, said: str) -> bool:
    """Whether each of the words is found in what is said, anywhere."""
    where = folded(said)
    return all(word in where for word in folded(words).split())
