"""Every table, so that the metadata is whole."""

from storage import (
    calls,
    conflicts,
    duty,
    groups,
    leave,
    media,
    notices,
    offers,
    outbox,
    people,
    proxies,
    requests,
    roles,
    thread,
    units,
    updates,
    vault,
)
from storage.base import Base

__all__ = [
    "Base",
    "calls",
    "conflicts",
    "duty",
    "groups",
    "leave",
    "media",
    "notices",
    "offers",
    "outbox",
    "people",
    "proxies",
    "requests",
    "roles",
    "thread",
    "units",
    "updates",
    "vault",
]
