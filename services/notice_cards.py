"""What a notice looks like to whoever gets it."""

from __future__ import annotations

from domain.activitytaps import ActivityDo
from domain.announcing import Body, Question
from domain.boardtaps import NoticeAsk
from domain.messages import Button, Outgoing, Text, t, verbatim
from domain.notices import snippet
from domain.noticetaps import NoticeRead
from domain.rollcalltaps import RollcallFor
from services.cards import button
from storage.notices import Notice
from storage.units import OrgUnit


def text_key(notice_id: int, part: int = 0) -> str:
    """The key of what each recipient gets: of the message with the heading, or of one after it."""
    return f"notice-text:{notice_id}:{part}" if part else f"notice-text:{notice_id}"


def heading(unit: OrgUnit, kind: str) -> Text:
    """The line above the words: whose notice it is, and of what kind."""
    if kind == "general":
        return t("notice", unit=unit.name)
    return t("notice-of-kind", unit=unit.name, kind=t(f"notice-kind-{kind}"))


def head(unit: OrgUnit, kind: str, body: Body, locale: str, *, notes: tuple[Text, ...] = ()) -> Outgoing:
    """The message with the heading, without buttons; `notes` stand below it (what was corrected)."""
    lines = [heading(unit, kind), *notes]
    answered = [t("notice-answered", question=one.question, answer=one.answer) for one in body.answered]
    text = t("lines", items=lines) if len(lines) > 1 else lines[0]
    content = body.first_for(locale)
    if answered:  # they stand below the words, which then are part of the text
        words = [verbatim(content.text)] if content.text else []
        content = content.model_copy(update={"text": ""})
        text = t("lines", items=[text, *words, *answered])
    return Outgoing(text=text, content=content)


def parts(
    unit: OrgUnit, kind: str, body: Body, locale: str, *, notes: tuple[Text, ...] = ()
) -> list[Outgoing]:
    """All messages of a notice in the order they arrive, without buttons."""
    first = head(unit, kind, body, locale, notes=notes)
    return [first, *(Outgoing(content=one) for one in body.contents[1:])]


def reader_rows(notice_id: int, body: Body, chosen: str | None = None) -> list[list[Button]]:
    """What a reader can tap: to sign up for what is announced, and look at it; that they have read it, or an
    answer, of which the one they gave is marked; and to ask something about it, unless the roll is called:
    then there is no time for that."""
    question = body.question
    rows = [*_activity(body), *_answers(notice_id, question, chosen)]
    if question is not None and question.kind == "rollcall":
        return [*rows, [button("button-rollcall-for", RollcallFor(notice_id, 0, ""))]]
    return [*rows, [button("button-notice-question", NoticeAsk(notice_id))]]


def _activity(body: Body) -> list[list[Button]]:
    if body.activity is None:
        return []
    return [
        [button("button-activity-sign", ActivityDo("sign", body.activity), form=body.manner)],
        [button("button-activity-open", ActivityDo("open", body.activity))],
    ]


def _answers(notice_id: int, question: Question | None, chosen: str | None) -> list[list[Button]]:
    if question is None:
        return [] if chosen is not None else [[button("button-notice-read", NoticeRead(notice_id, ""))]]
    return [
        [
            Button(
                text=t(
                    "button-picked" if code == chosen else "button-text", text=answer_text(question, code)
                ),
                tap=NoticeRead(notice_id, code).pack(),
            )
        ]
        for code in question.answers
    ]


def answer_text(question: Question, code: str) -> Text:
    """The words of an answer."""
    if question.kind == "choices":
        return verbatim(question.choices[int(code)])
    answer = f"{question.kind}-{code}"
    return t(f"notice-answer-{answer}")


def as_it_arrives(
    unit: OrgUnit, notice: Notice, locale: str, *, notes: tuple[Text, ...] = (), chosen: str | None = None
) -> list[Outgoing]:
    """All messages that a recipient gets, in their language, the first of them with the buttons."""
    body = notice.said
    first, *more = parts(unit, notice.kind, body, locale, notes=notes)
    rows = reader_rows(notice.id, body, chosen)
    return [first.model_copy(update={"buttons": rows}), *more]


def beginning(body: Body) -> Text:
    """The beginning of a notice: by that it is told from others."""
    return verbatim(snippet(body.words)) if body.words else t("notice-no-words", kind=body.contents[0].kind)
