"""Every table, so that the metadata is whole."""

from storage import duty, leave, outbox, people, requests, roles, units, updates, vault
from storage.base import Base

__all__ = ["Base", "duty", "leave", "outbox", "people", "requests", "roles", "units", "updates", "vault"]
