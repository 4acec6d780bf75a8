"""What a sentence may want that needs no request: to borrow what there is, or to learn something."""

from __future__ import annotations

from handlers import activity_wishes, borrowing
from handlers.drafts import DraftForm
from handlers.talk import Talk


async def offer(talk: Talk, draft: DraftForm) -> bool:
    """Show what there is at the center, or have a wish noted; the draft can still be a request. Returns False
    for any other."""
    return await borrowing.offer(talk, draft) or await activity_wishes.offer(talk, draft)
