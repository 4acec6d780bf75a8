"""What an id with a part only known at run time can turn out to be: written down, never guessed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.menu import MENU
from bot.typesetting import LIST_COLUMNS
from domain import (
    announcing,
    attendance,
    bulletins,
    disclosure,
    doors,
    lending,
    matching,
    pairs,
    rollcall,
    seasons,
    signups,
    tasks,
    visits,
    volunteers,
)
from domain.catalogue import CATALOGUE
from domain.duty import WEEKDAYS
from domain.languages import LANGUAGES
from domain.leave import Fault
from domain.proxies import Call, Kin, Standing
from domain.requests import Status
from handlers import activity_fields, activity_slots, offering
from handlers import matching as match
from handlers.home import KEYS
from handlers.pairs import KINDS
from handlers.pairs_asking import PAUSES
from handlers.pairs_wishes import WISHES
from services import activity_counts, activity_differences, signup_table
from services.disclosure import CHOICES
from services.lending import OUTCOMES
from tests.locales.uses import Use

LINES = [*(line.code for line in CATALOGUE.lines if line.code != "contact"), "contact"]
REASONED = ("return", "transfer", "decline", "refuse", "reopen", "word")
HELD = (Status.ASSIGNED, Status.IN_PROGRESS, Status.REOPENED)
OVER = (Status.DONE, Status.CLOSED, Status.CANCELLED, Status.DECLINED)
_ON_PAIRS = """accept decline agree refuse they-agree they-refuse open open-home withdraw house hand
hand-over stays pause pause-home resume end print second"""
PAIR_BUTTONS = [
    *(f"button-pair-{word}" for word in _ON_PAIRS.split()),
    "button-goals",
    "button-progress",
    "button-visit-media",
]
"""What a button does with a pair."""
BACK_AT_DESK = (Status.RETURNED, Status.TRANSFERRED, Status.REOPENED)

NOT_OF_SEATS = (signups.Standing.WAITING, signups.Standing.RETURNED)
OVER_FOR_BORROWERS = (signups.Standing.CANCELLED, signups.Standing.LAPSED, signups.Standing.RETURNED)

EXPANSIONS: dict[tuple[str, ...], list[str]] = {
    ("line-{}",): LINES,
    ("topic-{}",): [topic for line in CATALOGUE.lines for topic in line.topics],
    ("group-{}",): [group.code for group in CATALOGUE.groups],
    ("role-{}",): [role.code for role in CATALOGUE.roles],
    ("status-{}",): [*Status],
    ("where-{}", "due", "role"): [*HELD],
    ("where-{}",): [*OVER],
    ("card-why-{}",): [*BACK_AT_DESK],
    ("card-why-{}-reason", "reason"): [*BACK_AT_DESK],
    ("desk-{}-row", "due", "head", "village"): ["urgent", "late", "held", "new"],
    ("reason-{}", "head"): [*REASONED],
    ("reason-{}-done", "head"): [*REASONED],
    ("center-list-{}", "items", "n"): ["late", "unowned", "risen"],
    ("refused-merge-{}",): ["same", "apart", "over"],
    ("draft-{}",): ["words", "rewrite", "add", "person-name", "person-phone", "person-pick"],
    ("kin-{}",): [*Kin],
    ("standing-{}",): [*Standing],
    ("proxies-{}",): ["acting-for", "acted-by"],
    ("proxies-{}-none",): ["acting-for", "acted-by"],
    ("call-was-{}",): [state for state in Call if state is not Call.OPEN],
    ("urgent-{}",): ["medical", "violence", "fire", "drowning", "missing"],
    ("language-{}",): [*LANGUAGES],
    ("weekday-{}",): [str(weekday) for weekday in WEEKDAYS],
    ("leave-fault-{}", "furthest", "longest"): [*Fault],
    ("button-leave-{}",): [
        "now",
        "tomorrow",
        "today",
        "until-tomorrow",
        "one",
        "two",
        "three",
        "week",
    ],
    ("notice-{}",): ["running", "paused", "stopped", "done"],
    ("notice-{}-by", "by", "words"): ["corrected", "withdrawn"],
    ("notice-row-{}", "words"): ["signing", "scheduled"],
    ("notice-kind-{}",): [one.code for one in announcing.KINDS],
    ("notice-answer-{}",): [
        f"{kind}-{code}"
        for kind in ("yesno", "come", "rollcall")
        for code in announcing.Question(kind=kind).answers
    ],
    ("notice-asks-{}",): ["yesno", "come", "choices", "rollcall"],
    ("notice-which-{}",): ["village", "role", "tag"],
    ("notice-draft-{}",): ["signing", "scheduled", "sent", "returned", "dropped", "template"],
    ("notice-signed-{}",): ["sent", "scheduled"],
    ("season-{}-name",): [one.code for one in seasons.SEASONS],
    ("season-{}",): [one.code for one in seasons.SEASONS],
    ("notice-kept-{}",): ["signing", "scheduled"],
    ("notice-sheet-{}", "unit"): ["notice", "publicity"],
    ("notice-sheet-{}",): ["author", "checker", "supervisors"],
    ("printed-column-{}",): [*LIST_COLUMNS],
    ("printed-poster-{}",): ["checkin", "signup"],
    ("printed-no-phone-{}",): ["checkin", "signup"],
    ("printed-digit-{}",): [*"0123456789"],
    ("disclosure-{}",): [one.code for one in disclosure.DUTIES],
    ("disclosure-every-{}",): [*CHOICES],
    ("disclosure-told-{}", "due", "period", "unit", "what"): [*disclosure.Stage],
    ("bulletin-topic-{}",): [topic.code for topic in CATALOGUE.bulletins],
    ("bulletin-fault-{}", "furthest"): [*bulletins.Fault],
    ("question-write-{}",): ["question", "answer"],
    ("rollcall-cause-{}",): [*rollcall.CAUSES],
    ("rollcall-said-{}",): [*rollcall.CAUSES],
    ("rollcall-kept-{}",): [*rollcall.RANK],
    ("notice-answer-rollcall-{}",): [*rollcall.RANK],
    ("rollcall-list-{}", "items", "n"): ["help", "silent"],
    ("rollcall-list-{}-none",): ["help", "silent"],
    ("rollcall-standing-{}",): [*rollcall.STANDINGS],
    ("rollcall-column-{}",): ["household", "village", "answer", "at", "by"],
    ("button-door-{}",): ["told", "nobody", "moved", "back", "safe", "help"],
    ("door-missing-{}", "keeper", "names"): [*doors.NOT_YET],
    ("activity-kind-{}",): [one.code for one in CATALOGUE.activities],
    ("activity-ask-{}", "kind"): [*activity_fields.TYPED],
    ("activity-open-{}",): [*activity_slots.HOURS],
    ("activity-field-{}",): [*activity_differences.FIELDS, "items", "people", "times"],
    ("activity-no-{}",): [
        *activity_fields.NOTHING,
        "place",
    ],
    ("button-activity-no-{}",): [*activity_fields.NOTHING],
    ("activity-sex-{}",): ["f", "m"],
    ("activity-which-{}",): ["village", "tag"],
    ("signup-is-{}", "form"): ["called-off", "over"],
    ("signup-{}", "form", "who"): [one for one in signups.Standing if one not in NOT_OF_SEATS],
    ("signup-late-{}", "form"): [one for one in signups.Standing if one is not signups.Standing.OFFERED],
    ("signup-passed-{}", "facts", "form", "host", "name"): [
        signups.Standing.WAITING,
        signups.Standing.LAPSED,
        "begun",
        "over",
    ],
    ("signup-waiting-{}", "form", "host", "who"): ["begun", "over"],
    ("signup-column-{}",): [*signup_table.COLUMNS],
    ("activity-counts-{}",): [*activity_counts.COLUMNS],
    ("loan-{}", "who"): [signups.Standing.OFFERED, *OVER_FOR_BORROWERS],
    ("loan-due-{}", "at", "title", "who"): [one for one in lending.Word if one is not lending.Word.KEEPER],
    ("loan-heard-{}",): [*lending.Answer],
    ("loan-told-{}", "name", "title"): [*lending.Answer],
    ("loan-said-{}",): [*lending.Answer],
    ("loan-keep-{}", "name"): [*OUTCOMES],
    ("button-verdict-{}",): [*attendance.VERDICTS],
    ("skill-{}",): [skill.code for skill in CATALOGUE.skills],
    ("limit-{}",): [*CATALOGUE.association.limits],
    ("body-{}",): [*CATALOGUE.association.bodies],
    ("sex-{}",): ["f", "m"],
    ("part-{}",): ["0", "1", "2"],
    ("offering-{}",): [*offering.STEPS],
    ("offered-{}",): ["applied", "active", "paused"],
    ("volunteer-{}",): [*volunteers.Standing],
    ("volunteer-own-{}", "reason"): ["applied", "active", "paused", "suspended"],
    ("volunteer-told-{}", "center", "reason"): ["accept", "decline", "suspend", "reinstate"],
    ("volunteer-done-{}",): ["pause", "resume", "leave"],
    ("volunteer-noted-{}",): ["accept", "decline", "suspend", "reinstate"],
    ("volunteer-why-{}", "name"): ["decline", "suspend"],
    ("button-volunteer-{}",): [
        "accept",
        "decline",
        "suspend",
        "reinstate",
        "pause",
        "resume",
        "leave",
        "leave-sure",
    ],
    ("seat-{}",): [*tasks.Seat],
    ("seat-{}", "card"): ["remind", "nudge", "ask_done"],
    ("button-took-{}",): ["half", "one", "two", "four"],
    ("task-{}",): ["over", "cancelled"],
    ("task-ask-{}",): ["skill", "seats", "when", "part", "sex"],
    ("task-wish-{}",): ["any", "f", "m"],
    ("task-sex-{}",): ["f", "m"],
    ("task-helper-{}", "facts", "name"): ["released", "missed"],
    ("task-helper-late-{}", "facts", "name"): ["released", "missed"],
    ("expense-{}", "reason"): ["approved", "declined"],
    ("expense-ask-{}",): ["amount", "what", "receipt"],
    ("purpose-{}",): [*pairs.Purpose],
    ("rhythm-{}",): [*visits.Rhythm],
    ("pair-state-{}",): [*pairs.State],
    ("pair-why-{}",): [*pairs.PauseReason, *pairs.EndReason],
    ("pair-cannot-{}",): [*pairs.Objection],
    ("pairs-{}", "items"): [*KINDS],
    ("button-pairs-{}", "n"): [*KINDS],
    ("button-wish-{}",): [*WISHES],
    ("button-sex-{}",): ["f", "m", "any"],
    ("wish-sex-{}",): ["f", "m"],
    ("button-visit-{}",): [*visits.How, *visits.Condition],
    ("visit-how-{}",): [*visits.How],
    ("visit-condition-{}",): [*visits.Condition],
    ("match-ask-{}",): [*match.STEPS],
    ("match-column-{}",): ["household", "village", "helper", "why"],
    ("match-reason-{}",): [one for one in matching.Reason if one is not matching.Reason.SKILLS],
    ("match-bar-{}",): [*matching.Bar],
    ("match-row-{}", "helper", "name", "village", "why"): ["with", "fixed", "struck"],
    ("command-{}",): [*MENU],
    ("day-near-{}",): ["0", "1", "2"],
    ("lunar-month-{}",): [str(number) for number in range(1, 13)],
    ("lunar-day-{}",): [str(number) for number in range(1, 31)],
}
"""By the pattern and the names of its arguments: what stands in the place of "{}"."""

NAMED_ELSEWHERE: dict[str, list[str]] = {
    "handlers/home.py:keyboard": [*KEYS],
    "handlers/routes.py:on_message": [*KEYS],
    "handlers/talk.py:tap": [],
    "services/cards.py:button": [],
    "services/pairs_cards.py:do": PAIR_BUTTONS,
    "handlers/pairs_views.py:_do": PAIR_BUTTONS,
    "handlers/pairs_asking.py:_say": [
        *(f"button-why-{why}" for why in (*PAUSES, *pairs.EndReason)),
        "button-in-days",
        "button-until-open",
        "button-end-sure",
        "button-no-note",
        "button-hand-center",
        "button-progress-nothing",
    ],
    "services/pairs_cards.py:for_helper": ["pair-begun-helper", "pair-taken-over", "pair-standing-in"],
    "services/pairs_handover.py:_needs_somebody": [
        "pair-next-gone",
        "pair-second-gone",
        "pair-helper-gone-before",
        "pair-stood-in",
        "pair-helper-gone",
    ],
    "services/duty.py:_check": ["desk-no-role", "role-not-allowed", "duty-day-over"],
    "domain/texts.py:t": [],
    "handlers/wording.py:translate": [],
    "locales/translator.py:spellings": [],
}
"""Functions that are given an id: the ids they take from a table, or none if their callers name them."""


def key_of(use: Use) -> tuple[str, ...]:
    """The key of a pattern in EXPANSIONS."""
    return (use.id, *sorted(use.arguments or ()))


def ids_of(use: Use) -> Iterator[str]:
    """Every id a use can name. KeyError when that is not written down here."""
    if not use.id:
        yield from NAMED_ELSEWHERE[use.function]
    elif use.is_pattern:
        yield from (use.id.replace("{}", part) for part in EXPANSIONS[key_of(use)])
    else:
        yield use.id
