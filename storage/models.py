"""Every table, so that the metadata is whole."""

from storage import outbox, people, requests, roles, units, updates, vault
from storage.base import Base

__all__ = ["Base", "outbox", "people", "requests", "roles", "units", "updates", "vault"]
