"""Who holds which role where, and the one-time invitations that grant them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId, UtcDateTime, partial
from storage.memo import remembered
from storage.transaction import Tx


class RoleGrant(Base):
    """A role held at a unit, from `granted_at` until `revoked_at`."""

    __tablename__ = "role_grant"
    __table_args__ = (
        partial(
            "uq_role_grant_active", "account_id", "unit_id", "role", where="revoked_at IS NULL", unique=True
        ),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"), index=True)
    role: Mapped[str] = mapped_column(String(20))
    granted_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    """None when it came from the command line."""
    granted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Invitation(Base):
    """A one-time invitation to a role. Only the hash of its token is kept."""

    __tablename__ = "invitation"
    __table_args__ = (CheckConstraint("expires_at > created_at", name="expiry"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    role: Mapped[str] = mapped_column(String(20))
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    used_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


@remembered(RoleGrant)
async def grants_at(tx: Tx, unit_id: int) -> list[RoleGrant]:
    """All active grants at a unit."""
    query = select(RoleGrant).where(RoleGrant.unit_id == unit_id, RoleGrant.revoked_at.is_(None))
    return list(await tx.session.scalars(query.order_by(RoleGrant.role, RoleGrant.id)))


async def grants_in(tx: Tx, unit_ids: Sequence[int]) -> list[RoleGrant]:
    """All active grants at these units, the longest-serving first."""
    found = [grant for unit_id in unit_ids for grant in await grants_at(tx, unit_id)]
    return sorted(found, key=lambda grant: grant.id)


async def holders(tx: Tx, unit_ids: Sequence[int], roles: Sequence[str]) -> list[RoleGrant]:
    """The active grants of these roles at these units, the longest-serving first."""
    return [grant for grant in await grants_in(tx, unit_ids) if grant.role in roles]


async def prefetch(tx: Tx, unit_ids: Collection[int]) -> set[int]:
    """Read the grants at all these units at once; the accounts that hold them."""
    query = select(RoleGrant).where(RoleGrant.unit_id.in_(unit_ids), RoleGrant.revoked_at.is_(None))
    found: dict[int, list[RoleGrant]] = {unit_id: [] for unit_id in unit_ids}
    for grant in await tx.session.scalars(query.order_by(RoleGrant.role, RoleGrant.id)):
        found[grant.unit_id].append(grant)
    for unit_id, grants in found.items():
        grants_at.learn(tx, grants, unit_id)
    return {grant.account_id for grants in found.values() for grant in grants}


async def grant(tx: Tx, grant_id: int) -> RoleGrant | None:
    """One grant."""
    return await tx.session.get(RoleGrant, grant_id)


def add(tx: Tx, row: RoleGrant | Invitation) -> None:
    """Add a grant or an invitation."""
    tx.session.add(row)


async def active_grant(tx: Tx, account_id: int, unit_id: int, role: str) -> RoleGrant | None:
    """The grant by which an account holds this role here now."""
    query = select(RoleGrant).where(
        RoleGrant.account_id == account_id,
        RoleGrant.unit_id == unit_id,
        RoleGrant.role == role,
        RoleGrant.revoked_at.is_(None),
    )
    return (await tx.session.scalars(query)).one_or_none()


async def invitation(tx: Tx, token_hash: str) -> Invitation | None:
    """The invitation with this token's hash, locked until the commit."""
    query = select(Invitation).where(Invitation.token_hash == token_hash).with_for_update()
    return (await tx.session.scalars(query)).one_or_none()
