"""Certificates: giving them, having one's own again, and looking whether one is true."""

from __future__ import annotations

import re

from domain.attendancetaps import ActivityDay, CertificateDo, SignupDay
from domain.links import CertificateLink, certificate_payload
from domain.messages import Button, Text, t
from handlers import intake, join, passing
from handlers.talk import Rows, Talk, aside, beneath, never_mind, paged, tap
from locales import spellings
from services import activity_access, attendance_cards, certificates
from services.attendance_cards import Days
from services.certificates import Candidate
from services.errors import NotFoundError

FORM = passing.CERTIFICATE
_NUMBER = re.compile(r"(\D*)(20\d\d\W+\d{3,9}\W+\d{2,10})\W*")
"""A number as it stands on the paper, and what is said before it: a day (2026-11-30) has no part of three
digits."""
SHOWN = 4
"""People on one page, beneath the button for all of them."""


async def follow(talk: Talk, link: CertificateLink) -> None:
    """The code on a certificate. Whoever belongs to no center registers with the one that gave it first."""
    center_id = await certificates.to_join(talk.tx, talk.account, link.number)
    if center_id is not None:
        await join.begin(talk, center_id=center_id, link=certificate_payload(link.number))
        return
    await _verify(talk, link.number)


async def _verify(talk: Talk, typed: str) -> bool:
    """Say what is known of a number. Returns whether anything is."""
    found = await certificates.verify(talk.tx, talk.account, typed)
    if found is None:
        talk.say(t("certificate-unknown"), [aside()])
        return False
    if found.revoked is not None:
        number, title = found.given.number, found.course
        text = t("certificate-void", number=number, title=title, unit=found.unit, at=found.revoked)
        talk.say(text, [aside()])
        return True
    text = t(
        "certificate-true",
        number=found.given.number,
        name=found.given.name,
        title=found.course,
        first=found.days[0],
        last=found.days[1],
        attended=found.given.attended,
        sessions=found.given.sessions,
        unit=found.unit,
        by=found.by,
        dated=found.dated,
    )
    talk.say(text, [aside()])
    return True


async def typed(talk: Talk) -> bool:
    """Somebody typed nothing but a certificate's number, or asks about a certificate with it. False for
    anything else."""
    said = _NUMBER.fullmatch(talk.text)
    if said is None:
        return False
    before = said[1].casefold()
    if before.strip() and not any(word in before for word in spellings("certificate-word")):
        return False
    await _verify(talk, said[2])
    return True


async def screen(talk: Talk) -> None:
    """/certificate, with a number or without."""
    number = talk.text.partition(" ")[2].strip()
    if number:
        await _verify(talk, number)
        return
    intake.check_free(talk, FORM)
    await talk.keep(FORM)
    await ask(talk)


async def ask(talk: Talk) -> None:
    """Ask for a number again."""
    talk.say(t("certificate-ask"), [never_mind()])


async def message(talk: Talk) -> None:
    """A number; whatever has no digits is about something else."""
    from handlers.routes import on_message

    if not any(ch.isdigit() for ch in talk.text):
        await talk.leave()
        await on_message(talk)
    elif await _verify(talk, talk.text):
        await talk.leave()


async def listed(talk: Talk, activity_id: int, page: int) -> None:
    """Everybody who was at a course, to give certificates to."""
    activity, found = await certificates.candidates(talk.tx, talk.account, activity_id)
    due = sum(one.enough and one.given is None for one in found)
    rows: Rows = []
    if due:
        rows.append([tap("button-give-all", CertificateDo("all", activity.id), n=due)])
    items = [_person(one) for one in found]
    rows += paged(items, page, lambda n: ActivityDay("certificates", activity.id, n), size=SHOWN)
    given = sum(one.holds for one in found)
    title = activity.planned.title
    text = (
        t("certificates", title=title, due=due, given=given) if found else t("certificates-none", title=title)
    )
    talk.show(text, [*rows, beneath(ActivityDay("open", activity.id, -1))])


def _person(one: Candidate) -> Button:
    name = one.signup.name
    if one.given is not None:
        look = CertificateDo("look", one.signup.id)
        return tap("button-given" if one.holds else "button-revoked", look, name=name)
    return tap(
        "button-give" if one.enough else "button-give-all-the-same",
        CertificateDo("one", one.signup.id),
        name=name,
        n=one.attended,
        of=one.sessions,
    )


async def do(talk: Talk, chosen: CertificateDo, username: str) -> None:
    """Give them, to all or to one; or have one's own again."""
    tx, who = talk.tx, talk.account
    match chosen.action:
        case "all":
            given = await certificates.give_all(tx, who, chosen.number, username)
            talk.toast(t("certificates-given", n=len(given)))
            await listed(talk, chosen.number, 0)
        case "one":
            one = await certificates.give(tx, who, chosen.number, username)
            talk.toast(t("certificate-given", name=one.name))
            await listed(talk, one.activity_id, 0)
        case "look" | "revoke":
            await _given(talk, chosen)
        case "revoke-sure":
            revoked = await certificates.revoke(tx, who, chosen.number)
            talk.toast(t("certificate-revoked", name=revoked.name))
            await listed(talk, revoked.activity_id, 0)
        case "mine":
            talk.send(await certificates.again(tx, who, chosen.number, username))
        case _:
            raise NotFoundError


async def _given(talk: Talk, chosen: CertificateDo) -> None:
    """One that was given: it is sent again, or revoked if it counts; that is asked once more."""
    activity, one = await certificates.candidate(talk.tx, talk.account, chosen.number)
    if one.given is None:
        raise NotFoundError
    about = {"name": one.given.name, "number": one.given.number}
    back = beneath(ActivityDay("certificates", activity.id, 0))
    if chosen.action == "revoke" and one.holds:
        sure = tap("button-revoke-sure", CertificateDo("revoke-sure", one.signup.id))
        talk.show(t("certificate-revoke", **about), [[sure], back])
        return
    rows: Rows = [[tap("button-give-again", CertificateDo("one", one.signup.id))]]
    if one.holds:
        rows.append([tap("button-revoke", CertificateDo("revoke", one.signup.id))])
    text = t("certificate-given-one", **about) if one.holds else t("certificate-revoked-one", **about)
    talk.show(text, [*rows, back])


async def days(talk: Talk, chosen: SignupDay) -> None:
    """How often somebody was there, and their certificate."""
    found = await attendance_cards.days(talk.tx, talk.account, chosen.signup_id)
    rows: Rows = []
    if found.certificate is not None:
        rows.append([tap("button-my-certificate", CertificateDo("mine", found.signup.id))])
    keeps = activity_access.keeps_list(talk.account, found.activity)
    back = beneath(ActivityDay("open", found.activity.id, -1)) if keeps else aside()
    talk.show(t("lines", items=await _days(talk, found)), [*rows, back])


async def _days(talk: Talk, found: Days) -> list[Text]:
    lines = [t("days-head", title=found.activity.planned.title, name=found.signup.name)]
    if found.all == 1:
        lines.append(t("days-was-there") if found.came else t("days-nothing"))
    else:
        lines.append(t("days-count", n=len(found.came), past=found.past, all=found.all))
    for session in found.came:
        at = await attendance_cards.moment(talk.tx, session)
        lines.append(t("days-session", n=session.number, at=at))
    if found.certificate is not None:
        lines.append(t("days-certificate", number=found.certificate.number))
    return lines
