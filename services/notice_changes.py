"""What changes in a notice after it was sent: it is corrected, or a question about it is answered.

Every version is kept. Whoever has it gets it changed in place (services/notice_sweeping.py), whoever has not
gets it as it is now, with what has changed above the words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from domain import notices as rules
from domain.announcing import Answered, Body
from domain.messages import Outgoing, Text, listed, t
from domain.rewording import Change, changes
from services import notice_access, notice_cards, notice_drafts, notice_writing, progress
from services.errors import RefusedError
from services.outbox import tell
from storage import notice_sweep, notice_versions, people, units
from storage.notice_versions import NoticeVersion
from storage.notices import Notice
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit

Notes = Callable[[str], tuple[Text, ...]]
"""What is said above the words of a notice, to readers of a language."""


@dataclass(frozen=True)
class Correction:
    """What a correction would do: the message as it will look, and how many have the old one."""

    notice: Notice
    message: Outgoing
    people: int


async def notes(tx: Tx, notice: Notice) -> Notes:
    """What is said above the words of a notice that was corrected: what is different from how it was first
    sent, because that is what somebody may have in mind."""
    if notice.version > 1:
        versions = await notice_versions.of_notice(tx, notice.id)
        if any(one.why == "corrected" for one in versions):
            return partial(_noted, versions[0].said, notice.said)
    return lambda _locale: ()


async def what_changed(tx: Tx, notice: Notice, locale: str) -> Text | None:
    """What is different in a notice that was corrected, in a few words; None if it was not."""
    versions = await notice_versions.of_notice(tx, notice.id)
    if not any(one.why == "corrected" for one in versions):
        return None
    found = _changes(versions[0].said, notice.said, locale)
    return listed([_said(one) for one in found]) if found else t("notice-sheet-anew")


def _noted(first: Body, now: Body, locale: str) -> tuple[Text, ...]:
    found = _changes(first, now, locale)
    if not found:
        return (t("notice-corrected-all"),)
    return (t("notice-corrected", changes=listed([_said(one) for one in found])),)


def _changes(first: Body, now: Body, locale: str) -> list[Change]:
    if locale in first.translations and locale in now.translations:
        return changes(first.translations[locale], now.translations[locale])
    if locale not in now.translations:
        return changes(first.contents[0].text, now.contents[0].text)
    return []


def _said(change: Change) -> Text:
    if change.before and change.after:
        return t("notice-change", before=change.before, after=change.after)
    if change.after:
        return t("notice-change-added", words=change.after)
    return t("notice-change-gone", words=change.before)


async def changeable(tx: Tx, actor: Account, notice_id: int) -> tuple[Notice, OrgUnit]:
    """A notice that this account may change, locked, and its unit. Raises NotFoundError, RefusedError when it
    was withdrawn or is a roll call."""
    notice, unit = await notice_access.steered(tx, actor, notice_id)
    if notice.withdrawn_at is not None:
        raise RefusedError(t("notice-is-withdrawn"))
    check_no_rollcall(notice)
    return notice, unit


def check_no_rollcall(notice: Notice) -> None:
    """Raises RefusedError for a roll call: it is ended instead, because what people have answered must not
    vanish with the question."""
    if notice.is_rollcall:
        raise RefusedError(t("rollcall-not-changed"))


async def correctable(tx: Tx, actor: Account, notice_id: int) -> tuple[Notice, OrgUnit]:
    """One whose words this account may correct. Raises as `changeable`; RefusedError also for what is about
    money: two have signed those words; and for what announces an activity, whose words follow that."""
    notice, unit = await changeable(tx, actor, notice_id)
    if notice.said.activity is not None:
        raise RefusedError(t("activity-notice-follows"))
    if notice.what.money:
        raise RefusedError(t("notice-correct-money"))
    return notice, unit


async def look_ahead(
    tx: Tx, actor: Account, notice_id: int, words: str, translations: Mapping[str, str]
) -> Correction:
    """What a correction would do. Raises as `correct`."""
    notice, unit = await correctable(tx, actor, notice_id)
    body = await _corrected(tx, notice, words, translations)
    first = (await notice_versions.of_notice(tx, notice.id))[0].said
    noted = _noted(first, body, actor.locale)
    message = notice_cards.head(unit, notice.kind, body, actor.locale, notes=noted)
    return Correction(notice, message, (await progress.progress_of(tx, notice)).sent)


async def correct(
    tx: Tx, actor: Account, notice_id: int, words: str, translations: Mapping[str, str]
) -> Notice:
    """Let a notice say this instead, everywhere it has been sent and from now on. What was translated and is
    not in `translations` (by locale) is said in these words too.

    Raises NotFoundError when the actor may not; RefusedError when it was withdrawn or is about money, for
    words that cannot be sent, and for those it has already.
    """
    notice, unit = await correctable(tx, actor, notice_id)
    await _change(tx, actor, notice, unit, await _corrected(tx, notice, words, translations), "corrected")
    await tell_author_by_whom(tx, actor, notice, unit, "corrected")
    return notice


async def _corrected(tx: Tx, notice: Notice, words: str, translations: Mapping[str, str]) -> Body:
    text = notice_writing.checked(words).text
    body = notice.said
    if body.contents[0].kind != "text":  # the words of a caption stay one
        first = (await notice_versions.of_notice(tx, notice.id))[0].said
        most = max(rules.CAPTION, len(first.contents[0].text))
        if len(text) > most:
            raise RefusedError(t("notice-long", longest=most, length=len(text)))
    new = body.with_words(text).model_copy(update={"translations": dict(translations)})
    if new == body:
        raise RefusedError(t("notice-correct-same"))
    return new


async def append(tx: Tx, actor: Account, notice_id: int, question: str, answer: str) -> Notice:
    """Let a question about a notice and its answer be read below its words, wherever it was sent. Where there
    is no room for all of them the oldest give way.

    Raises NotFoundError when the actor may not; RefusedError when it was withdrawn, for an empty question or
    answer, or for one that is too long by itself.
    """
    notice, unit = await changeable(tx, actor, notice_id)
    question, answer = question.strip(), answer.strip()
    if not question or not answer:
        raise RefusedError(t("notice-empty"))
    body = notice.said
    room = rules.room_for_answers(len(body.contents[0].text), caption=body.contents[0].kind != "text")
    kept: list[Answered] = []
    for one in (Answered(question=question, answer=answer), *reversed(body.answered)):
        room -= len(one.question) + len(one.answer) + rules.ANSWER_MARKS
        if room < 0:
            break
        kept.insert(0, one)
    if not kept:
        raise RefusedError(t("notice-answer-long"))
    await _change(tx, actor, notice, unit, body.model_copy(update={"answered": tuple(kept)}), "answered")
    return notice


async def reword(tx: Tx, actor: Account, notice: Notice, body: Body) -> None:
    """Let a notice say this, for whoever may change what it announces. It must be locked."""
    if body != notice.said:
        await _change(tx, actor, notice, await units.unit_of(tx, notice.unit_id), body, "corrected")


async def _change(tx: Tx, actor: Account, notice: Notice, unit: OrgUnit, body: Body, why: str) -> None:
    notice.body = body.pack()
    await keep_version(tx, actor, notice, why)
    if notice.state == "paused":
        await _reword_waiting(tx, notice, unit)
    await progress.tell_author(tx, notice, await progress.progress_of(tx, notice))


async def keep_version(tx: Tx, actor: Account, notice: Notice, why: str) -> None:
    """Keep what a notice says now as its next version, and let what was sent be gone over."""
    notice.version += 1
    version = NoticeVersion(
        notice_id=notice.id, version=notice.version, body=notice.body, why=why, by_id=actor.id, at=tx.now
    )
    await notice_versions.add(tx, version)
    await notice_sweep.begin(tx, notice)


async def _reword_waiting(tx: Tx, notice: Notice, unit: OrgUnit) -> None:
    """What waits while a notice is paused goes out with the new words. While it runs its rows are in the
    memory of whoever sends them, with the old ones, and are changed as soon as they have gone out."""
    noted, key = await notes(tx, notice), notice_cards.text_key(notice.id)
    for locale in await notice_sweep.locales_waiting(tx, notice.id):
        message, *_ = notice_cards.as_it_arrives(unit, notice, locale, notes=noted(locale))
        await notice_sweep.reword_waiting(tx, notice.id, key, locale, message)


async def tell_author_by_whom(tx: Tx, actor: Account, notice: Notice, unit: OrgUnit, what: str) -> None:
    """The author hears that somebody else has corrected or withdrawn their notice."""
    author = await people.account(tx, notice.author_id)
    if author is None or author.id == actor.id:
        return
    by = await notice_drafts.author_name(tx, actor.id, unit)
    text = t(f"notice-{what}-by", by=by, words=notice_cards.beginning(notice.said))
    tell(tx, author, Outgoing(text=text))
