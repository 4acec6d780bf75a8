"""The methods that the simulator plays, by name, and what each of them gets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.model import Bot
from simulator.scalars import Upload
from simulator.world import World

Handler = Callable[["Request"], Any]
HANDLERS: dict[str, Handler] = {}


@dataclass(slots=True)
class Request:
    """A checked call: who calls, with which arguments and files; `method` as Telegram spells it."""

    world: World
    bot: Bot
    method: str
    args: dict[str, Any]
    uploads: Mapping[str, Upload]


def plays(*names: str) -> Callable[[Handler], Handler]:
    """Register a function as what these methods do."""

    def register(handler: Handler) -> Handler:
        for name in names:
            HANDLERS[name] = handler
        return handler

    return register
