"""Asking something about a notice; and letting everybody read what was asked and answered."""

from __future__ import annotations

from zlib import crc32

from domain.boardtaps import NoticeAsk, QuestionDo
from domain.messages import Button, t
from domain.taps import Go
from handlers import drafts, intake, passing
from handlers.drafts import DraftForm
from handlers.talk import Rows, Talk, aside, tap
from services import notice_questions
from services.errors import NotFoundError, RefusedError

FORM = passing.QUESTION


async def ask(talk: Talk, chosen: NoticeAsk) -> None:
    """Begin to ask: what is said next is the question. A draft that says something is finished first."""
    if not drafts.is_blank(talk):
        intake.check_free(talk)
    await notice_questions.begin(talk.tx, talk.account, chosen.notice_id)
    line, then = notice_questions.LINE, drafts.beneath_new(talk)
    draft = DraftForm(step="words", line=line, notice=chosen.notice_id, then=then)
    await drafts.save(talk, draft)
    await intake.ask(talk)


async def do(talk: Talk, chosen: QuestionDo) -> None:
    """Look at what would be added to the notice, write the question or the answer anew, or add them."""
    match chosen.action:
        case "look":
            intake.check_free(talk, FORM)
            row, _ = await notice_questions.answered(talk.tx, talk.account, chosen.request_id)
            question, answer = await notice_questions.words(talk.tx, row)
            await _keep(talk, row.id, question, answer)
            await again(talk)
        case "question" | "answer":
            await notice_questions.answered(talk.tx, talk.account, _current(talk, chosen.request_id))
            await talk.keep(FORM, **{**talk.data, "step": chosen.action})
            await again(talk)
        case "send":
            await _send(talk, chosen)
        case _:
            raise NotFoundError


async def _keep(talk: Talk, request_id: int, question: str, answer: str) -> None:
    """What would be added. Where nothing was written (a voice, a picture) the words are asked for."""
    step = "preview" if question and answer else "question" if not question else "answer"
    await talk.keep(FORM, request=request_id, question=question, answer=answer, step=step)


def _current(talk: Talk, request_id: int) -> int:
    """The request whose answer is looked at. Raises RefusedError for an old button."""
    if talk.form is None or talk.form.form != FORM or talk.data["request"] != request_id:
        raise RefusedError(t("already-answered"))
    return request_id


def _mark(talk: Talk) -> int:
    return crc32(f"{talk.data['question']}\n\n{talk.data['answer']}".encode())


def _stop() -> list[Button]:
    return [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]


async def again(talk: Talk) -> None:
    """Show what would be added, or ask for the words of the question or of the answer."""
    data = talk.data
    if data["step"] != "preview":
        talk.say(t(f"question-write-{data['step']}"), [_stop()])
        return
    rows: Rows = [
        [tap("button-question-send", QuestionDo("send", data["request"], _mark(talk)))],
        [tap("button-question-question", QuestionDo("question", data["request"], 0))],
        [tap("button-question-answer", QuestionDo("answer", data["request"], 0))],
        _stop(),
    ]
    shown = t("notice-answered", question=data["question"], answer=data["answer"])
    talk.say(t("question-preview", shown=shown), rows)


async def message(talk: Talk) -> None:
    """The question or the answer, as everybody is to read it."""
    data, words = talk.data, talk.text.strip()
    if data["step"] != "preview" and words:
        said = {"question": data["question"], "answer": data["answer"], data["step"]: words}
        await _keep(talk, data["request"], **said)
    await again(talk)


async def _send(talk: Talk, chosen: QuestionDo) -> None:
    request_id = _current(talk, chosen.request_id)
    if _mark(talk) != chosen.mark:
        raise RefusedError(t("already-answered"))
    question, answer = talk.data["question"], talk.data["answer"]
    try:
        await notice_questions.share(talk.tx, talk.account, request_id, question, answer)
    except NotFoundError:
        await talk.leave()
        raise
    await talk.leave()
    talk.show(t("question-shared"), [aside()])
