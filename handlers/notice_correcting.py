"""Correcting a notice: say it anew, see it as it will look, one tap changes it everywhere; withdrawing it."""

from __future__ import annotations

import json
from typing import Any
from zlib import crc32

from domain.messages import Outgoing, t, verbatim
from domain.noticetaps import NoticeCorrect, NoticeDo
from handlers import intake
from handlers.notice_form import stop
from handlers.talk import Rows, Talk, aside, tap
from services import notice_changes, notice_withdrawing, notice_writing, notices
from services.errors import NotFoundError, RefusedError

FORM = "notice-correct"


async def begin(talk: Talk, notice_id: int) -> None:
    """Begin to correct one, with its words to take from; another form that is open is finished first."""
    intake.check_free(talk, FORM)
    notice, _ = await notice_changes.correctable(talk.tx, talk.account, notice_id)
    await talk.keep(FORM, notice=notice.id, step="words", words="", translations={})
    if words := notice.said.contents[0].text:
        talk.say(verbatim(words))
    _ask(talk)


def _ask(talk: Talk) -> None:
    talk.say(t("notice-correct-write"), [stop()])


async def ask(talk: Talk) -> None:
    """Ask again for the words, for a translation, or whether to send them."""
    if talk.data["step"] == "translate":
        _ask_translation(talk, talk.data["language"])
    elif talk.data["words"]:
        await _preview(talk)
    else:
        _ask(talk)


async def message(talk: Talk) -> None:
    """The words as they should be, or their translation. Raises RefusedError for anything but words."""
    if talk.message is None or not talk.message.text:
        raise RefusedError(t("notice-correct-words-only"))
    words = notice_writing.checked(talk.text).text
    if talk.data["step"] == "translate":
        said = {**talk.data["translations"], talk.data["language"]: words}
        await talk.keep(FORM, **{**talk.data, "step": "preview", "translations": said})
    else:
        await talk.keep(FORM, **{**talk.data, "step": "preview", "words": words, "translations": {}})
    await _preview(talk)


async def _preview(talk: Talk) -> None:
    """The message as it will look, with what has changed; then the tap that changes it everywhere."""
    notice_id, words, translations = _written(talk)
    try:
        ahead = await notice_changes.look_ahead(talk.tx, talk.account, notice_id, words, translations)
    except NotFoundError:
        await talk.leave()  # the role was taken back meanwhile
        raise
    talk.send(ahead.message)
    missing = [one for one in ahead.notice.said.translations if one not in translations]
    rows: Rows = [
        [tap("button-notice-correct-send", NoticeCorrect("send", notice_id, _mark(talk)))],
        *(
            [tap("button-notice-translate", NoticeCorrect(one, notice_id, 0), language=t(f"language-{one}"))]
            for one in missing
        ),
        [tap("button-notice-again", NoticeCorrect("again", notice_id, 0))],
        stop(),
    ]
    sure = t("notice-correct-sure", n=ahead.people) if ahead.people else t("notice-correct-sure-none")
    talk.say(sure, rows)


def _written(talk: Talk) -> tuple[int, str, dict[str, str]]:
    data: dict[str, Any] = talk.data
    return data["notice"], data["words"], data["translations"]


def _mark(talk: Talk) -> int:
    return crc32(json.dumps(_written(talk), sort_keys=True).encode())


async def do(talk: Talk, chosen: NoticeCorrect) -> None:
    """Change it everywhere, write it anew, or say it in another language."""
    if talk.form is None or talk.form.form != FORM or talk.data["notice"] != chosen.notice_id:
        raise RefusedError(t("already-answered"))
    if chosen.what == "again":
        await begin(talk, chosen.notice_id)
    elif chosen.what == "send":
        await _send(talk, chosen)
    else:
        notice, _ = await notice_changes.correctable(talk.tx, talk.account, chosen.notice_id)
        if chosen.what not in notice.said.translations or not talk.data["words"]:
            raise NotFoundError
        await talk.keep(FORM, **{**talk.data, "step": "translate", "language": chosen.what})
        _ask_translation(talk, chosen.what)


def _ask_translation(talk: Talk, language: str) -> None:
    talk.say(t("notice-translate-ask", language=t(f"language-{language}")), [stop()])


async def _send(talk: Talk, chosen: NoticeCorrect) -> None:
    if _mark(talk) != chosen.mark:
        raise RefusedError(t("already-answered"))
    notice_id, words, translations = _written(talk)
    try:
        await notice_changes.correct(talk.tx, talk.account, notice_id, words, translations)
    except NotFoundError:
        await talk.leave()
        raise
    await talk.leave()
    talk.put(Outgoing(text=t("notice-corrected-now")))


async def ask_withdraw(talk: Talk, notice_id: int) -> None:
    """Ask whether to take it back."""
    notice, words = await notices.one(talk.tx, talk.account, notice_id)
    if notice.withdrawn_at is not None:
        raise RefusedError(t("notice-is-withdrawn"))
    rows: Rows = [
        [tap("button-notice-withdraw-sure", NoticeDo("withdraw-sure", notice.id))],
        aside("notices"),
    ]
    talk.say(t("notice-withdraw-sure", words=words), rows)


async def withdraw(talk: Talk, notice_id: int) -> None:
    """Take it back."""
    await notice_withdrawing.withdraw(talk.tx, talk.account, notice_id)
    talk.put(Outgoing(text=t("notice-withdrawn-now")))
