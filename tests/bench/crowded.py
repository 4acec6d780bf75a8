"""A large data set: many residents on the rosters, and many requests that were closed long ago."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from storage import secrets

NUMBERED = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)"
HOUSEHOLDS = f"""{NUMBERED}
INSERT INTO household (id, center_id, code, tags)
SELECT i, m.center_id, 'h' || i, '[]' FROM n JOIN membership m ON m.rowid = 1 + i % :members
"""
RESIDENTS = f"""{NUMBERED}
INSERT INTO person (id, center_id, household_id, code, name, name_key, phone, phone_key, tags)
SELECT i, h.center_id, h.id, 'p' || i, :secret, hex(randomblob(32)), :secret, hex(randomblob(32)), '[]'
FROM n JOIN household h ON h.id = 1 + i % (:count / 3)
"""
REQUESTS = f"""{NUMBERED}
INSERT INTO service_request (id, center_id, number, line, status, urgent, step, rings, asker_id, person_id,
    filed_by, anonymous, refusals, created_at, state_since, reminded)
SELECT i, m.center_id, 'L' || i, 'environment', 'closed', 0, 'desk', 0, m.account_id, 1 + i % :residents,
    'self', 0, 0, '2026-01-01 00:00:00.000000', '2026-01-05 00:00:00.000000', 0
FROM n JOIN membership m ON m.rowid = 1 + i % :members
"""
HISTORY = """
INSERT INTO request_move (request_id, at, actor_id, action, to_status, to_line)
SELECT id, created_at, asker_id, 'submit', 'submitted', line FROM service_request WHERE number LIKE 'L%'
"""
STORIES = """
INSERT INTO request_entry (request_id, at, author_id, side, content, chat_id, message_id)
SELECT id, created_at, asker_id, 'asker', :secret, asker_id, id FROM service_request WHERE number LIKE 'L%'
"""


async def fill(url: str, residents: int, requests: int) -> None:
    """Put so many residents and requests into a SQLite database that has centers with members."""
    secret = secrets.encrypt('{"text":"路灯不亮了"}')
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        members = (await connection.execute(text("SELECT count(*) FROM membership"))).scalar()
        homes = {"count": residents // 3, "members": members}
        asked = {"count": requests, "members": members, "residents": residents}
        await connection.execute(text(HOUSEHOLDS), homes)
        await connection.execute(text(RESIDENTS), {"count": residents, "secret": secret})
        await connection.execute(text(REQUESTS), asked)
        await connection.execute(text(HISTORY))
        await connection.execute(text(STORIES), {"secret": secret})
    await engine.dispose()
