"""Roles: who may give them, the one-time invitations by which they are given, and taking them back."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from domain.catalogue import CATALOGUE
from domain.messages import t
from services import handover, volunteers_leaving
from services.access import LEADERS, roles_at
from services.errors import NotFoundError, RefusedError
from storage import people, roles, units
from storage.people import Account
from storage.roles import Invitation, RoleGrant
from storage.transaction import Tx
from storage.units import OrgUnit

__all__ = [
    "InvitationInfo",
    "accept",
    "create_invitation",
    "give",
    "grant",
    "invitable_roles",
    "look_up",
    "may_invite",
    "overview",
    "revoke",
    "roles_at",
    "take_back",
]

OFFICES = frozenset({"township", "county"})
VOLUNTEER = "volunteer"
"""Whoever has this role is in the association of the center."""
VALID_FOR = timedelta(days=7)


class NotAllowedError(RefusedError):
    """This person may not give roles here, or not this one."""

    def __init__(self) -> None:
        super().__init__(t("role-not-allowed"))


class InvitationUnknownError(RefusedError):
    """Nobody made an invitation with this token."""

    def __init__(self) -> None:
        super().__init__(t("invitation-unknown"))


class InvitationUsedError(RefusedError):
    """Somebody has already accepted this invitation."""

    def __init__(self) -> None:
        super().__init__(t("invitation-used"))


class InvitationExpiredError(RefusedError):
    """This invitation was not accepted in time."""

    def __init__(self) -> None:
        super().__init__(t("invitation-expired"))


class LastDirectorError(RefusedError):
    """A center is never left without a director."""

    def __init__(self) -> None:
        super().__init__(t("role-last-director"))


@dataclass(frozen=True)
class InvitationInfo:
    """What an invitation is for."""

    unit: OrgUnit
    role: str


def invitable_roles(unit_kind: str) -> tuple[str, ...]:
    """The roles that can be given at a county, a township or a center, in the catalogue's order."""
    if unit_kind in OFFICES:
        return (unit_kind,)
    return tuple(role.code for role in CATALOGUE.roles if role.code not in {"villager", *OFFICES})


def may_invite(actor: Account | None, unit: OrgUnit) -> bool:
    """Whether somebody may give roles at a unit: its own leaders, and the offices above it.

    None is the command line, which may: whoever can run it has the database in hand.
    """
    if actor is None or roles_at(actor, unit.id) & LEADERS:
        return True
    above = set(unit.ancestors) - {unit.id}
    return any(grant.unit_id in above and grant.role in OFFICES for grant in actor.grants)


def _check(actor: Account | None, unit: OrgUnit, role: str) -> None:
    if role not in invitable_roles(unit.kind) or not may_invite(actor, unit):
        raise NotAllowedError


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def create_invitation(
    tx: Tx, *, unit: OrgUnit, role: str, created_by: Account | None, valid: timedelta = VALID_FOR
) -> str:
    """Make a one-time invitation and return its token (32 of A-Z, a-z, 0-9, "_", "-"), never kept.

    Raises NotAllowedError.
    """
    _check(created_by, unit, role)
    token = secrets.token_urlsafe(24)
    invitation = Invitation(
        token_hash=_hash(token),
        unit_id=unit.id,
        role=role,
        created_by_id=created_by.id if created_by else None,
        created_at=tx.now,
        expires_at=tx.now + valid,
    )
    roles.add(tx, invitation)
    return token


async def look_up(tx: Tx, token: str) -> InvitationInfo:
    """What a token invites to, if it can still be accepted.

    Raises InvitationUnknownError, InvitationUsedError or InvitationExpiredError.
    """
    return await _info(tx, await _open_invitation(tx, token))


async def _open_invitation(tx: Tx, token: str) -> Invitation:
    invitation = await roles.invitation(tx, _hash(token))
    if invitation is None:
        raise InvitationUnknownError
    if invitation.used_at is not None:
        raise InvitationUsedError
    if invitation.expires_at <= tx.now:
        raise InvitationExpiredError
    return invitation


async def _info(tx: Tx, invitation: Invitation) -> InvitationInfo:
    unit = await units.unit(tx, invitation.unit_id)
    if unit is None:
        raise InvitationUnknownError
    return InvitationInfo(unit, invitation.role)


async def accept(tx: Tx, account: Account, token: str) -> InvitationInfo:
    """Use an invitation up: the account holds the role from now on. Raises as `look_up` does."""
    invitation = await _open_invitation(tx, token)
    info = await _info(tx, invitation)
    invitation.used_at, invitation.used_by_id = tx.now, account.id
    await give(tx, account, info.unit, info.role, invitation.created_by_id)
    return info


async def grant(tx: Tx, *, account: Account, unit: OrgUnit, role: str, by: Account | None) -> RoleGrant:
    """Give a role directly. Giving it again changes nothing. Raises NotAllowedError."""
    _check(by, unit, role)
    return await give(tx, account, unit, role, by.id if by else None)


async def give(tx: Tx, account: Account, unit: OrgUnit, role: str, by_id: int | None) -> RoleGrant:
    """Give a role to whoever has come by it rightly: the caller has made sure of that."""
    held = await roles.active_grant(tx, account.id, unit.id, role)
    if held is not None:
        return held
    given = RoleGrant(
        account_id=account.id, unit_id=unit.id, role=role, granted_by_id=by_id, granted_at=tx.now
    )
    roles.add(tx, given)
    await people.reload(tx, account)
    return given


async def overview(tx: Tx, unit: OrgUnit) -> list[tuple[RoleGrant, str]]:
    """Who holds which role at a unit, each with the name they gave there."""
    grants = await roles.grants_at(tx, unit.id)
    named = await people.members(tx, unit.id, {grant.account_id for grant in grants})
    return [(one, named[one.account_id].name if one.account_id in named else "?") for one in grants]


async def revoke(tx: Tx, actor: Account, grant_id: int) -> RoleGrant:
    """Take a role back; only the director or a deputy of the same unit may. Nothing waits for whoever has
    lost it: what they held in it goes back to the desk, what they were offered for it moves on.

    Raises NotFoundError (also when it is none of the actor's business) or LastDirectorError.
    """
    held = await roles.grant(tx, grant_id)
    if held is None:
        raise NotFoundError
    await units.lock(tx, held.unit_id)  # two leaders must not send each other away at once
    await people.reload(tx, actor)
    if not roles_at(actor, held.unit_id) & LEADERS or held not in await roles.grants_at(tx, held.unit_id):
        raise NotFoundError
    if await roles.holders(tx, [held.unit_id], ["director"]) == [held]:
        raise LastDirectorError
    await take_back(tx, held)
    return held


async def take_back(tx: Tx, held: RoleGrant) -> None:
    """A role is no longer held, whoever has said so: what was held in it goes on with others. Who was a
    volunteer by it is none any more."""
    held.revoked_at = tx.now
    if holder := await people.account(tx, held.account_id):
        await people.reload(tx, holder)
        await handover.no_longer_theirs(tx, holder)
    if held.role == VOLUNTEER:
        await volunteers_leaving.role_lost(tx, held.account_id, held.unit_id)
