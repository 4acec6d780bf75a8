"""What has changed in a notice since it was first sent."""

from __future__ import annotations

from domain.announcing import Answered
from domain.messages import Text, t
from domain.notice_search import everything_said
from domain.notices import LONGEST
from services import notice_access
from services.errors import RefusedError
from storage import notice_versions
from storage.notice_versions import NoticeVersion
from storage.notices import Notice
from storage.people import Account
from storage.transaction import Tx


def notes(notice: Notice) -> tuple[Text, ...]:
    """What is said above the words of a notice that was corrected."""
    return (t("notice-corrected"),) if notice.version > 1 else ()


async def append(tx: Tx, actor: Account, notice_id: int, question: str, answer: str) -> Notice:
    """Add a question that was asked about a notice, and its answer, for everybody to read.

    Raises NotFoundError for whoever may not steer it, RefusedError when it was withdrawn, when one of the two
    is empty, or when the whole would not fit into a message any more.
    """
    notice, _ = await notice_access.steered(tx, actor, notice_id)
    if notice.withdrawn_at is not None:
        raise RefusedError(t("notice-is-withdrawn"))
    question, answer = question.strip(), answer.strip()
    if not question or not answer:
        raise RefusedError(t("notice-empty"))
    added = Answered(question=question, answer=answer)
    body = notice.said.model_copy(update={"answered": (*notice.said.answered, added)})
    if (length := len(everything_said(body))) > LONGEST:
        raise RefusedError(t("notice-long", longest=LONGEST, length=length))
    notice.body = body.pack()
    notice.version += 1
    version = NoticeVersion(
        notice_id=notice.id,
        version=notice.version,
        body=notice.body,
        why="answered",
        by_id=actor.id,
        at=tx.now,
    )
    await notice_versions.add(tx, version)
    return notice
