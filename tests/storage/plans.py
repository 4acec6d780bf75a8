"""Listening to every query while something happens: how does the database find what it looks for?"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import event

from storage.transaction import Database

_LARGE = """service_request request_move request_entry opening offer conflict outbox seen_update account
membership dialogue household person role_grant duty_day leave proxy_relation call_task group_card
media_copy pair pair_move pair_progress household_wish visit
notice_reader notice_door roll_call_word bulletin bulletin_subscription activity_wish
activity activity_slot activity_session activity_version signup attendance certificate loan"""
LARGE = frozenset(_LARGE.split())
"""Tables that grow with the people, or with what they ask for; the units of a county are few."""
WHEN_SMALL = ("seqscan", "mergejoin", "hashjoin")
"""Ways by which PostgreSQL would rather read all of a table while it is as small as here."""
STEP = 200
"""SQLite's own instructions between two counts."""
OFTEN_ENOUGH = 2
"""How often the same statement is explained."""

_by: ContextVar[str] = ContextVar("by", default="flush")


@dataclass
class Query:
    """One statement as it was sent, however often: how it was planned, and the most it ever looked at."""

    by: str
    statement: str
    scans: set[str] = field(default_factory=set)
    """Large tables that were read from one end to the other."""
    read: int = 0
    """On PostgreSQL the rows that were looked at, on SQLite the instructions it took."""

    times: int = 0

    def __str__(self) -> str:
        return f"{self.by}: reads {self.read}, scans {', '.join(self.scans) or 'nothing'}: {self.statement}"


class Ear:
    """Hears the statements of a database, and which function of storage/ sent them."""

    def __init__(self, database: Database) -> None:
        self.queries: dict[tuple[str, str], Query] = {}
        self.asked: set[str] = set()
        self._sqlite = database.is_sqlite
        self._engine = database.engine.sync_engine
        self._steps = 0
        self._partials: set[str] = set()
        self._explaining = False

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Listen until the end of the block."""
        heard: list[tuple[str, Callable[..., Any]]] = [("before_cursor_execute", self._before)]
        if self._sqlite:
            heard += [("after_cursor_execute", self._after), ("connect", self._count)]
        for name, listener in heard:
            event.listen(self._engine, name, listener)
        yield
        for name, listener in heard:
            event.remove(self._engine, name, listener)

    def overhear(self, monkeypatch: pytest.MonkeyPatch, modules: list[ModuleType]) -> set[str]:
        """Note which public async function of these modules asks; all their names."""
        names = set()
        for module in modules:
            for name, function in inspect.getmembers(module, inspect.iscoroutinefunction):
                if not name.startswith("_") and function.__module__ == module.__name__:
                    full = f"{module.__name__.removeprefix('storage.')}.{name}"
                    monkeypatch.setattr(module, name, self._noting(full, function))
                    names.add(full)
        return names

    def _noting(self, full: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        async def noting(*args: Any, **kwargs: Any) -> Any:
            self.asked.add(full)
            token = _by.set(full)
            try:
                return await function(*args, **kwargs)
            finally:
                _by.reset(token)

        return noting

    def _before(self, connection: Any, _cursor: Any, statement: str, parameters: Any, *rest: Any) -> None:
        *_, many = rest
        if self._explaining or not statement.startswith(("SELECT", "UPDATE", "DELETE", "WITH")):
            return
        self._explaining = True
        try:
            query = self._query(statement)
            query.times += 1
            if query.times <= OFTEN_ENOUGH:
                self._explain(connection, query, statement, parameters[0] if many else parameters)
        finally:
            self._explaining = False
        self._steps = 0

    def _query(self, statement: str) -> Query:
        short = re.sub(r"(\?|\$\d+::\w+)(, (\?|\$\d+::\w+))+", "…", re.sub(r"\s+", " ", statement))
        short = re.sub(r"SELECT (?!count|max|min).*? FROM", "SELECT … FROM", short)
        return self.queries.setdefault((_by.get(), short), Query(_by.get(), short))

    def _after(self, _connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not self._explaining and statement.startswith(("SELECT", "UPDATE", "DELETE", "WITH")):
            query = self._query(statement)
            query.read = max(query.read, self._steps * STEP)

    def _count(self, connection: Any, _record: Any) -> None:
        connection.driver_connection._conn.set_progress_handler(self._step, STEP)

    def _step(self) -> int:
        self._steps += 1
        return 0

    def _explain(self, connection: Any, query: Query, statement: str, parameters: Any) -> None:
        partial = self._partial(connection)
        if self._sqlite:
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            query.scans |= {scan for row in rows for scan in _sqlite_scan(row[3], statement, partial)}
            return
        how = "ANALYZE, TIMING OFF, FORMAT JSON" if statement.startswith("SELECT") else "FORMAT JSON"
        for way in WHEN_SMALL:
            connection.exec_driver_sql(f"SET LOCAL enable_{way} = off")
        ((plan,),) = connection.exec_driver_sql(f"EXPLAIN ({how}) {statement}", parameters)
        nodes = list(_nodes(plan[0]["Plan"]))
        query.read = max(query.read, sum(_looked_at(node) for node in nodes))
        query.scans |= {node["Relation Name"] for node in nodes if _whole(node, partial)} & LARGE

    def _partial(self, connection: Any) -> set[str]:
        """The indexes that have some of the rows only: to read all of such a one is no scan."""
        if not self._partials:
            query = "SELECT indexrelid::regclass::text FROM pg_index WHERE indpred IS NOT NULL"
            if self._sqlite:
                query = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'"
            self._partials = {name for (name,) in connection.exec_driver_sql(query)}
        return self._partials

    def wasteful(self, most: int) -> list[Query]:
        """The statements that scan a large table, or look at more than so much."""
        return [one for one in self.queries.values() if one.scans or one.read > most]


def _sqlite_scan(step: str, statement: str, partial: set[str]) -> set[str]:
    """`SCAN outbox`, `SCAN o USING INDEX …`: all of the table unless the index is a partial one."""
    match = re.match(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?", step)
    if match is None or match[2] in partial:
        return set()
    alias = re.search(rf'"?(\w+)"? AS {match[1]}\b', statement)
    return {alias[1] if alias else match[1]} & LARGE


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("Plans", ()):
        yield from _nodes(child)


def _looked_at(node: dict[str, Any]) -> int:
    if "Actual Rows" not in node or "Relation Name" not in node:
        return 0
    removed = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
    return int((node["Actual Rows"] + removed) * node["Actual Loops"])


def _whole(node: dict[str, Any], partial: set[str]) -> bool:
    if node["Node Type"] == "Seq Scan":
        return True
    by_index = node["Node Type"] in ("Index Scan", "Index Only Scan")
    return by_index and "Index Cond" not in node and node["Index Name"] not in partial
