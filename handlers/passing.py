"""Forms that give way to everything and are soon forgotten: a few taps and a sentence, so there is little to
lose, and a question that nobody answered must not swallow the next need."""

from __future__ import annotations

from datetime import timedelta

from handlers.talk import Talk

OFFERING, TASK, SEAT_NOTE, EXPENSE, MATCHING = "offering", "task", "seat-note", "expense", "matching"
VOLUNTEER_REASON, EXPENSE_REASON = "volunteer-reason", "expense-reason"
PAIR, PAIR_CHANGE, VISIT = "pair", "pair-change", "visit"
BOARD, QUESTION = "board-find", "question"
BULLETIN = "bulletin"
ROLLCALL, ROLLCALL_WHERE = "rollcall", "rollcall-where"
SIGNING, SEATS = "signing", "seats"
LOAN_REMARK, BOOK_WHAT, BOOK_DAY = "loan-remark", "book-what", "book-day"
CHECKIN, DAY_TICKS, WALK_IN = "checkin", "day-ticks", "walk-in"
REMARK, CERTIFICATE = "remark", "certificate"
ACTIVITY_OFF = "activity-off"
FORMS = (
    *(OFFERING, TASK, SEAT_NOTE, EXPENSE, MATCHING),
    *(VOLUNTEER_REASON, EXPENSE_REASON),
    *(PAIR, PAIR_CHANGE, VISIT),
    *(BOARD, QUESTION),
    BULLETIN,
    *(ROLLCALL, ROLLCALL_WHERE),
    *(SIGNING, SEATS),
    *(LOAN_REMARK, BOOK_WHAT, BOOK_DAY),
    *(CHECKIN, DAY_TICKS, WALK_IN),
    *(REMARK, CERTIFICATE),
    ACTIVITY_OFF,
)
LASTS = timedelta(minutes=30)
"""A form that nobody has gone on with for so long is forgotten: the next message is about something else."""


def is_over(talk: Talk) -> bool:
    """Whether such a form is open that has been forgotten."""
    form = talk.form
    return form is not None and form.form in FORMS and talk.tx.now - form.updated_at > LASTS
