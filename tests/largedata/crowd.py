"""Very many people who sign up, by statements that both engines know."""

from __future__ import annotations

from typing import Any

EACH = 20
"""How many want to come to something; one in ten does not after all, one in five of the others stays away."""

_FOLK = """
folk AS (
    SELECT m.center_id, m.account_id, m.person_id, p.household_id, m.name,
        row_number() OVER (PARTITION BY m.center_id ORDER BY m.account_id) - 1 AS which
    FROM membership m JOIN person p ON p.id = m.person_id
),
crowd AS (SELECT center_id, count(*) AS size FROM folk GROUP BY center_id),
"""
_SIGNUPS = """
INSERT INTO signup (activity_id, slot_id, account_id, subject, person_id, household_id, name, signed_by,
    signed_by_id, signed_at, place, state, skips, changed_at, verdict)
WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {most}), {folk}
wanted AS (
    SELECT a.id AS activity_id, a.kind, a.center_id, a.created_at, s.id AS slot_id, s.seats, numbers.n,
        s.ends_at < '{now}' AS over,
        a.state = 'called-off' AS off,
        CASE a.kind WHEN 'loan' THEN {loans} WHEN 'venue' THEN 1 ELSE {each} END AS many
    FROM activity a JOIN activity_slot s ON s.activity_id = a.id CROSS JOIN numbers
    WHERE numbers.n <= CASE a.kind WHEN 'loan' THEN {loans} WHEN 'venue' THEN 1 ELSE {each} END
)
SELECT w.activity_id, w.slot_id, f.account_id, 'p:' || f.person_id, f.person_id, f.household_id, f.name,
    'self', f.account_id, w.created_at, w.n,
    CASE WHEN w.kind = 'loan' THEN CASE WHEN w.n <= w.many - 3 THEN 'returned' ELSE 'seated' END
        WHEN w.off OR w.n % 10 = 0 THEN 'cancelled'
        WHEN w.n <= w.seats THEN 'seated'
        WHEN w.over THEN 'lapsed' ELSE 'waiting' END,
    0, w.created_at,
    CASE WHEN w.over AND NOT w.off AND w.kind <> 'venue' AND w.n % 10 <> 0 AND w.n <= w.seats
        AND w.n % 3 = 0 THEN 'good' END
FROM wanted w JOIN crowd z ON z.center_id = w.center_id
JOIN folk f ON f.center_id = w.center_id AND f.which = (w.slot_id * 31 + w.n) % z.size
"""
_ATTENDANCE = """
INSERT INTO attendance (session_id, signup_id, at, how, by_id)
SELECT c.id, u.id, c.ends_at, 'list', a.author_id
FROM signup u JOIN activity a ON a.id = u.activity_id JOIN activity_session c ON c.slot_id = u.slot_id
WHERE a.state = 'over' AND u.state = 'seated' AND u.id % 5 <> 0
"""
CAME = """
SELECT u.id, u.activity_id, a.center_id, a.author_id, u.name, a.ends_at, count(*)
FROM attendance t JOIN signup u ON u.id = t.signup_id JOIN activity a ON a.id = u.activity_id
WHERE a.kind = 'course' AND a.serial % 4 = 0
GROUP BY u.id, u.activity_id, a.center_id, a.author_id, u.name, a.ends_at ORDER BY u.id
"""
"""Who was at a course that gives certificates, and how often."""
BORROWED = """
SELECT u.id, u.state, u.signed_at, a.author_id FROM signup u JOIN activity a ON a.id = u.activity_id
WHERE a.kind = 'loan'
"""
"""Whoever has borrowed something, and whether it is back."""


def statements(now: Any, loans: int) -> list[str]:
    """What writes them down; `now` as the driver wants it, `loans` is how often each thing was lent."""
    said = {"now": now, "loans": loans, "each": EACH, "most": max(loans, EACH), "folk": _FOLK}
    return [one.format(**said) for one in (_SIGNUPS, _ATTENDANCE)]
