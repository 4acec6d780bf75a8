"""How a story of a request begins, for tests that start in the middle."""

from __future__ import annotations

from typing import Any

import pytest

from services import handling
from services.errors import RefusedError
from tests.services.town import Town


async def refused(town: Town, who: int, use_case: Any, *args: Any) -> str:
    """The text id with which somebody is refused."""
    with pytest.raises(RefusedError) as refusal:
        await town.do(who, use_case, *args)
    return refusal.value.text.id


async def taken(town: Town, line: str = "assistance", desk: str = "assistance") -> tuple[int, int, int]:
    """A request that somebody at its desk has taken: asker, holder, request."""
    asker, holder = await town.settle("王秀英"), await town.settle("周敏", desk)
    request_id = await town.ask(asker, line)
    await town.do(holder, handling.take, request_id)
    return asker, holder, request_id


async def done(town: Town) -> tuple[int, int, int]:
    """A request whose holder says that it is done: asker, holder, request."""
    asker, holder, request_id = await taken(town)
    await town.do(holder, handling.finish, request_id)
    return asker, holder, request_id
