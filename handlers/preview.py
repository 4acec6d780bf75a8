"""The look at a draft before it is sent."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from domain.messages import Text, t
from domain.taps import Draft, Go
from handlers import conflicts
from handlers.drafts import DraftForm, drop_row
from handlers.talk import Talk, tap
from services import cards, intake, stories
from services.notice_mention import mention
from services.people import membership


async def show(talk: Talk, draft: DraftForm) -> None:
    """What will be sent, to whom, for whom; nothing has been sent yet."""
    line = CATALOGUE.line(draft.line or "")
    named = await conflicts.spoken_of(talk, draft)
    whom = [*await _whose(talk, draft), *await conflicts.notes(talk, draft, named)]
    text = t(
        "draft-preview",
        line=await cards.line_name(talk.tx, talk.account.current_center_id or 0, line.code),
        role=t(f"role-{await intake.first_reader(talk.tx, talk.account, line.code, draft.kept_from)}"),
        secrecy=_secrecy(draft),
        story=stories.brief(draft.contents),
        whom=t("lines", items=list(whom)),
    )
    rows = [
        [tap("button-send", Draft("send"))],
        [tap("button-rewrite", Draft("rewrite")), tap("button-add", Draft("add"))],
        [tap("button-proxy", Draft("proxy")), tap("button-other-line", Go("lines"))],
        *conflicts.preview_rows(named),
        drop_row(talk),
    ]
    if talk.query is None:
        talk.say_once(text, rows)
    else:
        talk.show(text, rows)


async def _whose(talk: Talk, draft: DraftForm) -> list[Text]:
    """The lines of the preview that say whose matter it is, and about which notice if it is about one."""
    about = await mention(talk.tx, draft.notice)
    return [await _for_whom(talk, draft), *([about] if about is not None else [])]


async def _for_whom(talk: Talk, draft: DraftForm) -> Text:
    if draft.whom is not None:
        village = await cards.village_name(talk.tx, draft.whom.village)
        return t("draft-for-other", name=draft.whom.name, village=village)
    if draft.anonymous:
        return t("anonymous-whom")
    member = membership(talk.account)
    village = await cards.village_name(talk.tx, member.village_id if member else None)
    return t("draft-for-self", name=member.name if member else "", village=village)


def _secrecy(draft: DraftForm) -> Text:
    """Who will read it, as the preview says it."""
    if draft.anonymous:
        return t("anonymous-secret")
    if CATALOGUE.line(draft.line or "").confidential:
        return t("draft-secret")
    return t("draft-normal" if draft.notice is None else "question-secrecy")
