"""What is read out over the village loudspeaker: short lines, and nothing that cannot be said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from domain.messages import Text, t, verbatim
from domain.signs import without_pictures
from domain.spoken import in_words, unmarked

LONG = 20
"""Characters that are said in one breath."""
_LINK = re.compile(
    r"(?:[a-z]+://|www\.)[!-~]*[a-z0-9/=&#%_+-]|[\w.+-]+@[\w.-]+\w"
    r"|(?<![\w.-])(?:[a-z0-9-]+\.)+(?:com|cn|org|net|me)\b(?:/[!-~]*[a-z0-9/=&#%_+-])?",
    re.ASCII | re.IGNORECASE,
)
_LEFT_OF_A_LINK = re.compile(
    r"[（(<《]\s*[>》)）]|[：:]\s*(?=[，。；！？,;]|$)|[ ]+(?=[.,;，。；])", re.MULTILINE
)
_SENTENCE = re.compile("(?:(?<=[。！？；!?;…])|(?<=[。！？；!?;…][”’」』）)]))(?![。！？；!?;…”’」』）)])")
_CLAUSE = re.compile("(?<=[，、,])")
_ENGLISH = re.compile(r"(?<=[.!?;])\s+(?=[^a-z])")


@dataclass(frozen=True)
class Reading:
    """A notice as it is read out.

    lines     a sentence each, or as much of a long one as is said in one breath
    has_link  whether a link was left out, so that people must be told where it is found
    """

    lines: tuple[str, ...]
    has_link: bool = False


def read_aloud(words: str, language: str) -> Reading:
    """A notice's plain words, to be read out in the language they are written in.

    In Chinese, Mandarin: figures become words, in simplified or in traditional characters, and no digit is
    left. In English they stay as they are.
    """
    told, links = _LINK.subn("", without_pictures(words))
    told = _LEFT_OF_A_LINK.sub("", told) if links else told
    paragraphs = "\n".join(" ".join(line.split()) for line in told.splitlines())
    lines = (
        _english(paragraphs) if language == "en" else _chinese(paragraphs, traditional=language == "zh-Hant")
    )
    return Reading(tuple(line for line in lines if re.search(r"\w", line)), links > 0)


def announcement(unit: Text, reading: Reading, *, twice: bool = True) -> Text:
    """All that is said: who speaks, the notice, where its links are, the same again, and that it is over.

    To be written in the language of the reading. Not `twice` for what would then fit into no message.
    """
    notice = [verbatim("\n".join(reading.lines)), *([t("notice-loud-link")] if reading.has_link else [])]
    again = [t("notice-loud-again"), *notice] if twice else []
    return t("lines", items=[t("notice-loud-open", unit=unit), *notice, *again, t("notice-loud-end")])


def _english(paragraphs: str) -> Iterator[str]:
    for line in paragraphs.splitlines():
        yield from (sentence.strip() for sentence in _ENGLISH.split(line))


def _chinese(paragraphs: str, *, traditional: bool) -> Iterator[str]:
    for line in in_words(paragraphs, traditional=traditional).splitlines():
        for sentence in _SENTENCE.split(line):
            yield from _breaths(sentence.strip())


def _breaths(sentence: str) -> list[str]:
    """A long sentence broken after commas, into few parts. What was put into words is never broken."""
    lines = [""]
    for clause in map(unmarked, _CLAUSE.split(sentence)):
        if lines[-1] and len(lines[-1] + clause) > LONG:
            lines.append("")
        lines[-1] = (lines[-1] + clause).lstrip()
    return lines
