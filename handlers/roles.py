"""The director's side of roles: who has which, invitations, and taking a role back."""

from __future__ import annotations

from domain.links import role_payload, start_link
from domain.messages import t
from domain.taps import Go, Page
from domain.worktaps import InviteRole, RevokeRole
from handlers.talk import Talk, aside, paged, tap
from services import people, roles
from services.errors import RefusedError
from services.kinds import OrgUnit


async def _led(talk: Talk) -> OrgUnit:
    """The current center, if this person may give roles there. Raises RefusedError."""
    unit = await people.center(talk.tx, talk.account.current_center_id or 0)
    if not roles.may_invite(talk.account, unit):
        raise RefusedError(t("role-not-allowed"))
    return unit


async def overview(talk: Talk, page: int = 0) -> None:
    """Who holds which role at this center; a tap on one asks whether to take it back."""
    unit = await _led(talk)
    items = [
        tap("button-grant", RevokeRole(grant.id, 0), role=t(f"role-{grant.role}"), name=name)
        for grant, name in await roles.overview(talk.tx, unit)
    ]
    rows = paged(items, page, lambda n: Page("roles", n), size=3)
    text = t("roles", center=unit.name)
    ways_on = [[tap("button-invite", Go("invite"))], [tap("button-groups", Go("groups"))]]
    talk.show(text, [*ways_on, *rows, aside("work")])


async def choose(talk: Talk, page: int = 0) -> None:
    """Choose the role to invite somebody to."""
    unit = await _led(talk)
    items = [
        tap("button-text", InviteRole(role), text=t(f"role-{role}"))
        for role in roles.invitable_roles(unit.kind)
    ]
    talk.show(t("invite-which"), [*paged(items, page, lambda n: Page("invite", n)), aside("roles")])


async def invite(talk: Talk, chosen: InviteRole, username: str) -> None:
    """Make the invitation: a link and a QR picture, good once and for a week."""
    unit = await _led(talk)
    token = roles.create_invitation(talk.tx, unit=unit, role=chosen.role, created_by=talk.account)
    link = start_link(username, role_payload(token))
    text = t("invite-made", role=t(f"role-{chosen.role}"), center=unit.name, link=link)
    talk.say(text, [aside("roles")], qr=link)


async def revoke(talk: Talk, chosen: RevokeRole) -> None:
    """Take a role back, after asking once."""
    await _led(talk)
    if not chosen.sure:
        rows = [[tap("button-revoke-yes", RevokeRole(chosen.grant_id, 1))], aside("roles")]
        talk.show(t("revoke-sure"), rows)
        return
    grant = await roles.revoke(talk.tx, talk.account, chosen.grant_id)
    talk.show(t("revoked", role=t(f"role-{grant.role}")), [aside("roles")])
