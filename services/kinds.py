"""The kinds of things that services take and return, named for handlers and schedules."""

from storage.activities import Activity, ActivitySession
from storage.bulletins import Bulletin
from storage.calls import CallTask
from storage.expenses import Expense
from storage.groups import DeskGroup
from storage.leave import Leave
from storage.matching import MatchPlan
from storage.notice_board import Posted
from storage.notice_drafts import NoticeDraft
from storage.notices import Notice
from storage.pairs import Pair
from storage.people import Account, Dialogue, Person
from storage.proxies import ProxyRelation
from storage.requests import ServiceRequest
from storage.roles import RoleGrant
from storage.signups import Signup
from storage.tasks import HelpSeat, HelpTask
from storage.transaction import Database, Tx
from storage.units import OrgUnit
from storage.visits import Visit
from storage.volunteers import Volunteer

__all__ = [
    "Account",
    "Activity",
    "ActivitySession",
    "Bulletin",
    "CallTask",
    "Database",
    "DeskGroup",
    "Dialogue",
    "Expense",
    "HelpSeat",
    "HelpTask",
    "Leave",
    "MatchPlan",
    "Notice",
    "NoticeDraft",
    "OrgUnit",
    "Pair",
    "Person",
    "Posted",
    "ProxyRelation",
    "RoleGrant",
    "ServiceRequest",
    "Signup",
    "Tx",
    "Visit",
    "Volunteer",
]
