"""Every table, so that the metadata is whole."""

from storage import (
    conflicts,
    duty,
    groups,
    leave,
    outbox,
    people,
    requests,
    roles,
    units,
    updates,
    vault,
)
from storage.base import Base

__all__ = [
    "Base",
    "conflicts",
    "duty",
    "groups",
    "leave",
    "outbox",
    "people",
    "requests",
    "roles",
    "units",
    "updates",
    "vault",
]
