"""The kinds of things that services take and return, named for handlers and schedules."""

from storage.groups import DeskGroup
from storage.leave import Leave
from storage.people import Account, Dialogue, Person
from storage.requests import ServiceRequest
from storage.roles import RoleGrant
from storage.transaction import Database, Tx
from storage.units import OrgUnit

__all__ = [
    "Account",
    "Database",
    "DeskGroup",
    "Dialogue",
    "Leave",
    "OrgUnit",
    "Person",
    "RoleGrant",
    "ServiceRequest",
    "Tx",
]
