"""The methods that the simulator plays, by name, and what each of them gets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.errors import bad_request, not_simulated
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


# Arguments that would change what a call means, in ways that are not played.
UNPLAYED = frozenset(
    {"rich_message", "suggested_post_parameters", "direct_messages_topic_id", "allow_paid_broadcast"}
)


def refuse_unplayed(args: dict[str, Any]) -> None:
    """`ApiError` rather than act as if such an argument were not there."""
    if "business_connection_id" in args:
        raise bad_request("business connection not found")
    for name in UNPLAYED & args.keys():
        if args[name]:
            raise not_simulated(f"field {name}")


def plays(*names: str) -> Callable[[Handler], Handler]:
    """Register a function as what these methods do."""

    def register(handler: Handler) -> Handler:
        for name in names:
            HANDLERS[name] = handler
        return handler

    return register
