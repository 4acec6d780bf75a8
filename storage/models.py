"""Every table, so that the metadata is whole."""

from storage import groups, outbox, people, requests, roles, units, updates, vault
from storage.base import Base

__all__ = ["Base", "groups", "outbox", "people", "requests", "roles", "units", "updates", "vault"]
