"""Every table, so that the metadata is whole."""

from storage import outbox, people, requests, roles, units, updates
from storage.base import Base

__all__ = ["Base", "outbox", "people", "requests", "roles", "units", "updates"]
