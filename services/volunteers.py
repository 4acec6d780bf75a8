"""Volunteers: offering help, being taken on, resting, and leaving the association again."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from domain.duty import WEEKDAYS
from domain.helptaps import VolunteerDo
from domain.messages import Button, Outgoing, Text, listed, t, verbatim
from domain.requests import REASON_LIMIT
from domain.taps import Go
from domain.units import settings_of
from domain.volunteers import MOST_HOUSEHOLDS, STEPS, IllegalStepError, Part, Profile, Standing, Step, after
from services import association, cards, people, roles, taskcards, volunteers_leaving
from services.errors import NotFoundError, RefusedError
from services.outbox import change_last, tell
from storage import roles as stored_roles
from storage import tasks, units, visits, volunteers
from storage.people import Account
from storage.transaction import Tx
from storage.volunteers import Volunteer

OWN = frozenset({Step.APPLY, Step.PAUSE, Step.RESUME, Step.LEAVE})
"""What volunteers do themselves; everything else is the officer's."""
NEEDS_REASON = frozenset({Step.SUSPEND})
ENDED = frozenset({Standing.SUSPENDED, Standing.LEFT})


def key(row: Volunteer) -> str:
    """The key under which the officers' cards of an applicant are kept true."""
    return f"volunteer:{row.id}"


async def own(tx: Tx, actor: Account) -> Volunteer | None:
    """How the actor stands with the association of their current center."""
    if actor.current_center_id is None:
        return None
    return await volunteers.of_account(tx, actor.id, actor.current_center_id)


async def one(tx: Tx, actor: Account, volunteer_id: int) -> Volunteer:
    """A volunteer, locked, for themselves or for the officer. Raises NotFoundError."""
    row = await volunteers.volunteer(tx, volunteer_id)
    if row is None or (
        row.account_id != actor.id
        and not await association.looks_after(tx, actor, row.center_id, but=row.account_id)
    ):
        raise NotFoundError
    return row


async def for_officer(tx: Tx, actor: Account, volunteer_id: int) -> Volunteer:
    """A volunteer, locked, for whoever looks after the association. Nobody decides about themselves.

    Raises NotFoundError.
    """
    row = await one(tx, actor, volunteer_id)
    await association.check(tx, actor, row.center_id, but=row.account_id)
    return row


async def check(tx: Tx, center_id: int, profile: Profile) -> None:
    """Raises RefusedError when a profile says something that a center does not know, or offers nothing."""
    known = {village.id for village in await units.villages(tx, center_id)}
    tongues = settings_of(await units.unit_of(tx, center_id)).tongues
    skills, association_of = {one.code for one in CATALOGUE.skills}, CATALOGUE.association
    if not profile.skills:
        raise RefusedError(t("volunteer-no-skill"))
    if not (
        set(profile.skills) <= skills
        and set(profile.villages) <= known
        and set(profile.tongues) <= set(tongues)
        and set(profile.limits) <= set(association_of.limits)
        and profile.body in (None, *association_of.bodies)
        and all(0 <= one < 21 for one in profile.times)
        and 1 <= profile.ceiling <= MOST_HOUSEHOLDS
    ):
        raise NotFoundError


async def offer(tx: Tx, actor: Account, center_id: int, profile: Profile) -> Volunteer:
    """The actor offers help, or changes what they offer. New ones are vetted by the officer, the only officer
    by those who lead the center; whoever was invited to be a volunteer has been vetted already.

    Raises NotFoundError for a center they do not belong to, RefusedError while they are suspended.
    """
    if all(member.center_id != center_id for member in actor.memberships):
        raise NotFoundError
    await check(tx, center_id, profile)
    row = await volunteers.of_account(tx, actor.id, center_id)
    if row is None:
        row = Volunteer(
            account_id=actor.id,
            center_id=center_id,
            state=Standing.APPLIED,
            offers=profile.model_dump(mode="json"),
            applied_at=tx.now,
            since=tx.now,
        )
        await volunteers.add(tx, row)
        await _vet(tx, actor, row)
        return row
    if row.state == Standing.SUSPENDED:
        raise RefusedError(t("volunteer-suspended-now", reason=row.reason or ""))
    row.offers = profile.model_dump(mode="json")
    if row.state in (Standing.DECLINED, Standing.LEFT):
        _step(tx, row, Step.APPLY)
        row.applied_at = tx.now
        await _vet(tx, actor, row)
    return row


async def _vet(tx: Tx, actor: Account, row: Volunteer) -> None:
    if await stored_roles.active_grant(tx, actor.id, row.center_id, roles.VOLUNTEER) is not None:
        _step(tx, row, Step.ACCEPT)
        return
    vetting = await association.officers(tx, row.center_id, but=actor.id)
    if not vetting and await association.looks_after(tx, actor, row.center_id):
        _step(tx, row, Step.ACCEPT)  # whoever vets the others, and nobody else is there to vet them
        await _role(tx, row)
    for officer in vetting:
        tell(tx, officer, await card(tx, row), key=key(row))


async def step(tx: Tx, actor: Account, volunteer_id: int, what: Step, reason: str = "") -> Volunteer:
    """Change how a volunteer stands; the other side hears of it.

    Raises NotFoundError when it is not for the actor to do, RefusedError when it cannot be done now, or
    without a reason.
    """
    row = await one(tx, actor, volunteer_id)
    if (what in OWN) != (row.account_id == actor.id) or what is Step.APPLY:
        raise NotFoundError
    reason = reason.strip()[:REASON_LIMIT]
    if what in NEEDS_REASON and not reason:
        raise RefusedError(t("refused-reason-missing"))
    _step(tx, row, what)
    row.reason = reason or None
    if what not in OWN:
        row.decided_by_id = actor.id
    await _role(tx, row)
    await _tell(tx, actor, row, what)
    return row


def _step(tx: Tx, row: Volunteer, what: Step) -> None:
    try:
        row.state = after(what, Standing(row.state))
    except IllegalStepError as error:
        raise RefusedError(t("volunteer-is", state=t(f"volunteer-{row.state}"))) from error
    row.since = tx.now


async def _role(tx: Tx, row: Volunteer) -> None:
    """Whoever is taken on holds the role; whoever has gone, or must not help for now, does not."""
    account = await people.known(tx, row.account_id)
    held = await stored_roles.active_grant(tx, row.account_id, row.center_id, roles.VOLUNTEER)
    if row.state == Standing.ACTIVE and account is not None:
        await roles.give(
            tx, account, await units.unit_of(tx, row.center_id), roles.VOLUNTEER, row.decided_by_id
        )
    elif row.state in ENDED and held is not None:
        await roles.take_back(tx, held)
    if row.state in ENDED:
        await volunteers_leaving.let_go(tx, row)


async def _tell(tx: Tx, actor: Account, row: Volunteer, what: Step) -> None:
    if what is Step.LEAVE:
        await volunteers_leaving.tell_officers(tx, row)
    if what in OWN:
        return
    account = await people.known(tx, row.account_id)
    if account is not None:
        news = t(f"volunteer-told-{what}", reason=row.reason or "", center=await _center_name(tx, row))
        tell(tx, account, Outgoing(text=news, buttons=[own_row()]))
    for officer in await association.officers(tx, row.center_id, but=row.account_id):
        if officer.id != actor.id:
            await change_last(tx, officer, await card(tx, row), key=key(row))


def own_row() -> list[Button]:
    """The row under a piece of news for a volunteer: their own card, or a person to talk to."""
    return [cards.button("button-volunteer", Go("volunteer")), cards.button("button-person", Go("person"))]


async def _center_name(tx: Tx, row: Volunteer) -> str:
    return (await units.unit_of(tx, row.center_id)).name


async def name(tx: Tx, row: Volunteer) -> str:
    """The name a volunteer gave at the center."""
    return (await people.names(tx, row.center_id, [row.account_id])).get(row.account_id, "?")


async def card(tx: Tx, row: Volunteer) -> Outgoing:
    """What the officer sees of a volunteer, with what they can do now."""
    account = await people.known(tx, row.account_id)
    phone = cards.short_phone(account.phone) if account and account.phone else t("phone-unknown")
    lines = [await said(tx, row.center_id, row.profile)]
    if row.reason:
        lines.append(t("volunteer-reason", reason=row.reason))
    text = t(
        "volunteer-card",
        name=await name(tx, row),
        phone=phone,
        state=t(f"volunteer-{row.state}"),
        offers=t("lines", items=list(lines)),
    )
    steps = [one for one in _OFFICERS_STEPS if row.state in _sources(one)]
    rows = [[cards.button(f"button-volunteer-{one}", VolunteerDo(one, row.id))] for one in steps]
    aside = [cards.button("button-volunteers", Go("volunteers")), cards.button("button-person", Go("person"))]
    return Outgoing(text=text, buttons=[*rows, aside])


_OFFICERS_STEPS = (Step.ACCEPT, Step.DECLINE, Step.SUSPEND, Step.REINSTATE)


def _sources(what: Step) -> frozenset[Standing]:
    return STEPS[what][0]


async def said(tx: Tx, center_id: int, profile: Profile) -> Text:
    """What somebody offers, in a few lines."""
    names = {village.id: village.name for village in await units.villages(tx, center_id, active_only=False)}
    places = [verbatim(names[one]) for one in profile.villages if one in names]
    items = [
        t("volunteer-places", items=listed(places)) if places else t("volunteer-anywhere"),
        times_text(profile),
    ]
    if profile.skills:
        items.insert(0, t("volunteer-skills", items=listed([t(f"skill-{one}") for one in profile.skills])))
    if profile.tongues:
        items.append(t("volunteer-tongues", items=listed([verbatim(one) for one in profile.tongues])))
    if profile.limits:
        items.append(t("volunteer-limits", items=listed([t(f"limit-{one}") for one in profile.limits])))
    if profile.body:
        items.append(t("volunteer-body", body=t(f"body-{profile.body}")))
    return t("lines", items=list(items))


def times_text(profile: Profile) -> Text:
    """When somebody is usually free."""
    if not profile.times:
        return t("volunteer-any-time")
    days = sorted({one // len(Part) for one in profile.times})
    parts = sorted({one % len(Part) for one in profile.times})
    on = listed([t(f"weekday-{weekday}") for weekday in days])
    if len(parts) == len(Part):
        return t("volunteer-days", days=on)
    at = listed([t(f"part-{part}") for part in parts])
    return (
        t("volunteer-parts", parts=at)
        if len(days) == len(WEEKDAYS)
        else t("volunteer-times", days=on, parts=at)
    )


LAST = 3
"""The times that a volunteer's own card tells of."""


async def history(tx: Tx, row: Volunteer) -> list[Text]:
    """What a volunteer has done, for themselves alone: tasks, how long they took, and the last few of them;
    and visits to households they look after, of which nobody is asked how long they took."""
    count, minutes = await tasks.done_by(tx, row.account_id)
    found = [t("volunteer-did", n=count, hours=minutes // 60, minutes=minutes % 60)] if count else []
    for _, task in await tasks.last_done(tx, row.account_id, LAST):
        what, when = await taskcards.what(tx, task), await taskcards.when(tx, task)
        found.append(t("volunteer-did-row", what=what, when=when))
    visited = await visits.made_by(tx, row.account_id)
    return [*found, t("volunteer-visited", n=visited)] if visited else found
