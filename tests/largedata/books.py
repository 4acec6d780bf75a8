"""The rows that are to be written, table by table, with their ids."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any

from storage import secrets
from tests.largedata.pour import Row, Sink

COLUMNS = {
    "org_unit": "id code kind parent_id path name settings last_serial digest_at",
    "natural_village": "id center_id name active position",
    "household": "id center_id village_id code tags",
    "person": "id center_id household_id code name name_key phone phone_key sex birth_year tags",
    "account": "id bot_id locale reachable current_center_id phone phone_key created_at",
    "membership": "account_id center_id village_id person_id name joined_at consented_at",
    "dialogue": "account_id form data updated_at",
    "role_grant": "id account_id unit_id role granted_at",
    "duty_day": "grant_id weekday",
    "leave": "id account_id unit_id starts_at ends_at begun_at created_by_id created_at",
    "proxy_relation": "id center_id proxy_id person_id person_name kind state created_at confirmed_by",
    "call_task": "id center_id request_id relation_id person_name state step created_at due_at rise_at tries"
    " told",
    "service_request": "id center_id number line topic status urgent step rings asker_id person_id"
    " person_name filed_by village_id holder_id holder_role refusals created_at state_since due_at remind_at"
    " rise_at reminded closes_at reopen_until rating",
    "request_move": "id request_id at actor_id action from_status to_status from_line to_line step",
    "request_entry": "id request_id at author_id side content chat_id message_id",
    "opening": "id request_id account_id at",
    "offer": "id request_id account_id offered_at withdrawn_at",
    "conflict": "request_id account_id since",
    "outbox": "id bot_id chat_id account_id request_id lane method key locale body state attempts not_before"
    " message_id created_at sent_at",
    "seen_update": "bot_id update_id at",
    "activity": "id center_id kind author_id year serial plan version state starts_at ends_at created_at",
    "activity_slot": "id activity_id position seats starts_at ends_at",
    "activity_session": "id activity_id slot_id number starts_at ends_at place code remind_at sum_up_at",
    "activity_version": "activity_id version plan by_id at",
    "timetable": "activity_id until grow_at",
    "certificate": "signup_id activity_id center_id year serial number name attended sessions given_by_id"
    " given_at",
    "loan": "signup_id fetch_by handed_at handed_by_id due_at returned_at back_by_id outcome look_at reminded"
    " renewed",
    "bulletin": "id center_id topic author_id said posted_at ends_on state brought_to brought_at",
    "bulletin_subscription": "account_id center_id topic since",
    "activity_wish": "id center_id account_id key words wished_at told_at met_at",
}
"""What is written of each table; the rest is NULL or what the database says."""


class Books:
    """Rows to be written together, and the moments and ciphertexts they share."""

    def __init__(self, sink: Sink, now: datetime, days: int) -> None:
        self._sink = sink
        self._rows: dict[str, list[Row]] = defaultdict(list)
        self._ids: dict[str, int] = {}
        self._now = now
        self._pool: dict[str, bytes] = {}
        self.past = [sink.moment(now - timedelta(hours=one)) for one in range(days * 24 + 1)]
        """Moments by how many hours ago they were."""
        self.ahead = [sink.moment(now + timedelta(hours=one)) for one in range(1, 24 * 30)]
        """Moments to come, hour by hour."""

    def at(self, **ahead: float) -> Any:
        """A moment from now, as the driver wants it."""
        return self._sink.moment(self._now + timedelta(**ahead))

    def moment(self, at: datetime) -> Any:
        """A moment as the driver wants it."""
        return self._sink.moment(at)

    def hour(self, hours: int) -> Any:
        """The moment so many hours from now, or before it."""
        return self.past[-hours] if hours <= 0 else self.ahead[hours - 1]

    def day(self, day: date) -> Any:
        """A day as the driver wants it."""
        return self._sink.day(day)

    def rows(self, table: str) -> list[Row]:
        """Where rows of a table are added: as COLUMNS says."""
        return self._rows[table]

    async def count_from_there(self) -> None:
        """Let new ids come after those that are there already."""
        for table, columns in COLUMNS.items():
            if columns.startswith("id ") and table != "account":
                ((last,),) = await self._sink.read(f'SELECT coalesce(max(id), 0) FROM "{table}"')
                self._ids[table] = last

    def id(self, table: str) -> int:
        """The next id of a table."""
        self._ids[table] += 1
        return self._ids[table]

    def secret(self, value: Any) -> bytes:
        """The ciphertext of a text, or of JSON; the same one each time."""
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if (known := self._pool.get(text)) is None:
            known = self._pool[text] = secrets.encrypt(text)
        return known

    async def pour(self) -> None:
        """Write what has come together."""
        for table, rows in self._rows.items():
            if rows:
                await self._sink.write(table, COLUMNS[table].split(), rows)
        self._rows.clear()
