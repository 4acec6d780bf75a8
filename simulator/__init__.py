"""A stand-in for Telegram: the Bot API over HTTP, people who use it, and a page of phones."""

from simulator.errors import ApiError
from simulator.faults import Fault, Faults
from simulator.limits import Limits
from simulator.model import Bot, Chat, Message, User
from simulator.person import Person
from simulator.server import Simulator
from simulator.world import Call, World

__all__ = [
    "ApiError",
    "Bot",
    "Call",
    "Chat",
    "Fault",
    "Faults",
    "Limits",
    "Message",
    "Person",
    "Simulator",
    "User",
    "World",
]
