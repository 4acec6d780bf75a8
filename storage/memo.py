"""What a transaction keeps in mind, so that a batch of updates asks the database once, not a hundred times.

A hundred people who write at the same moment ask for the same center, desk and duty roster: of the twenty
statements an intake step took, seventeen were repetitions, or were about rows made a moment before.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Iterator
from functools import cache, update_wrapper
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar, cast

from sqlalchemy import Insert, Table, UpdateBase, event, insert, inspect
from sqlalchemy.orm import ORMExecuteState, Session, make_transient_to_detached, object_session
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.sql.schema import ScalarElementColumnDefault

if TYPE_CHECKING:
    from storage.transaction import Tx

P = ParamSpec("P")
R = TypeVar("R")
_MISSING = object()


class Memo:
    """Answers by question, each with the tables it was read from; a table that is written to takes its
    answers along."""

    def __init__(self) -> None:
        self._answers: dict[Hashable, Any] = {}
        self._of_table: dict[Any, set[Hashable]] = {}

    def get(self, question: Hashable) -> Any:
        """The answer, or `_MISSING`."""
        return self._answers.get(question, _MISSING)

    def keep(self, question: Hashable, answer: Any, tables: frozenset[Any]) -> None:
        """Remember an answer that was read from these tables."""
        self._answers[question] = answer
        for table in tables:
            self._of_table.setdefault(table, set()).add(question)

    def forget(self, tables: set[Any]) -> None:
        """These tables were written to."""
        for table in tables & self._of_table.keys():
            for question in self._of_table.pop(table):
                self._answers.pop(question, None)

    def clear(self) -> None:
        """Somebody else may have written to any table."""
        self._answers.clear()
        self._of_table.clear()


class MindfulSession(Session):
    """A session that holds every object it has read or written until its transaction ends, and that lets
    go of what it remembers when that is written over."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.memo = Memo()
        self.locked: set[Any] = set()
        """Rows that were read for update, or made, in this transaction."""
        self.asked_for: set[int] = set()
        """Accounts that were looked for: whichever is not here does not exist."""
        self.forms: dict[int, Any] = {}
        """The forms of those who were looked for, None for nobody's."""
        self.made: set[Any] = set()
        """Rows that were made in this transaction: nothing that others could have written hangs on them."""
        self.idle: set[int] = set()
        """Accounts that were looked for and neither ask for nor hold anything that is open."""
        self.hanging: dict[int, set[Hashable]] = {}
        """What hangs on the requests that were made in this transaction: offers, the card in a group."""
        self.serials: dict[int, int] = {}
        """The last serials of centers whose rows are locked; those in `counted` are not written yet."""
        self.counted: set[int] = set()
        self.ids: dict[Table, Iterator[int]] = {}
        """Ids put aside for new rows (see storage/ids.py)."""
        self.begun: dict[Table, list[dict[str, Any]]] = {}
        """New rows with an id of their own that are written by many at once, before anything that may hang
        on them."""
        self.appended: dict[Table, list[dict[str, Any]]] = {}
        """Rows that are written by many at once, before anything is read or committed."""
        self.settled: list[Any] = []
        """The rows that were ever begun so, in order."""
        self._held: list[Any] = []

    def hangs(self, request_id: int, what: Hashable) -> None:
        """Something was hung on a request."""
        if request_id in self.hanging:
            self.hanging[request_id].add(what)

    def is_bare(self, request_id: int, what: Hashable) -> bool:
        """Whether it is known that this does not hang on a request, because it has only just been made."""
        return request_id in self.hanging and what not in self.hanging[request_id]

    def append(self, row: Any) -> None:
        """Let a row be written whose id nobody needs to know."""
        self.appended.setdefault(row.__table__, []).append(values_of(row))

    @property
    def puts_off(self) -> bool:
        """Whether there are rows that the unit of work knows nothing of."""
        return bool(self.appended or self.begun)

    def write_begun(self) -> None:
        """Write the new rows that have their ids."""
        while self.begun:
            table, rows = self.begun.popitem()
            self.connection().execute(insert(table), rows)

    def write_appended(self) -> None:
        """Write what was appended, with what it hangs on."""
        self.write_begun()
        self.flush()
        while self.appended:
            table, rows = self.appended.popitem()
            self.execute(insert(table), rows)

    def settle(self, row: Any, row_id: int) -> None:
        """A new row with this id is written before anything hangs on it, and one of the session's own from
        now on."""
        values = values_of(row) | {"id": row_id}
        self.begun.setdefault(row.__table__, []).append(values)
        row.id = row_id
        make_transient_to_detached(row)
        for name, value in values.items():
            set_committed_value(row, name, value)
        self.add(row)
        self.settled.append(row)
        _hold(self, row)
        _made(self, row)

    def unsettle(self, beyond: int) -> None:
        """So many rows were begun before; the others were undone and never were."""
        for row in self.settled[beyond:]:
            if row in self:
                self.expunge(row)
        del self.settled[beyond:]

    def delete(self, instance: Any) -> None:
        """Mark an object to be deleted; what was read from its table is forgotten."""
        self.memo.forget({instance.__table__})
        super().delete(instance)


@event.listens_for(MindfulSession, "loaded_as_persistent")
@event.listens_for(MindfulSession, "pending_to_persistent")
def _hold(session: MindfulSession, instance: Any) -> None:
    session._held.append(instance)


@event.listens_for(MindfulSession, "pending_to_persistent")
def _made(session: MindfulSession, instance: Any) -> None:
    place = inspect(instance).identity_key
    session.locked.add(place)
    session.made.add(place)


@event.listens_for(MindfulSession, "transient_to_pending")
def _added(session: MindfulSession, instance: Any) -> None:
    session.memo.forget({instance.__table__})


def _changed(instance: Any, *_: Any) -> None:
    session = object_session(instance)
    if isinstance(session, MindfulSession):
        session.memo.forget({instance.__table__})


@cache
def _watch(table: Any) -> None:
    """Let every change of a row be noticed at once, before it is written."""
    for column in table.__table__.columns:
        event.listen(getattr(table, column.name), "set", _changed)


@event.listens_for(MindfulSession, "before_flush")
def _flushes(session: MindfulSession, *_: Any) -> None:
    session.write_begun()


@event.listens_for(MindfulSession, "after_soft_rollback")
def _rolled_back(session: MindfulSession, _previous: Any) -> None:
    for kept in (
        session.memo,
        session.locked,
        session.asked_for,
        session.forms,
        session.made,
        session.idle,
        session.serials,
        session.counted,
        session.ids,
        session.begun,
        session.appended,
        session.hanging,
    ):
        kept.clear()


@event.listens_for(MindfulSession, "do_orm_execute")
def _executes(state: ORMExecuteState) -> None:
    session = cast(MindfulSession, state.session)
    statement = state.statement
    if isinstance(statement, UpdateBase):
        session.memo.forget({statement.table})
    looks = not isinstance(statement, UpdateBase) or (
        statement.table in {*session.appended, *session.begun} and not isinstance(statement, Insert)
    )
    if session.puts_off and looks:
        session.write_appended()


def values_of(row: Any) -> dict[str, Any]:
    """What a row that is not in the database yet would be inserted with, in the order of its columns."""
    given = row.__dict__
    return {
        name: default if (value := given.get(name)) is None else value
        for name, default in _plan(row.__table__)
    }


@cache
def _plan(table: Table) -> tuple[tuple[str, Any], ...]:
    """The columns to fill, each with the value it has if none is given."""
    defaults = {
        column.name: column.default.arg
        for column in table.columns
        if isinstance(column.default, ScalarElementColumnDefault)
    }
    return tuple((column.name, defaults.get(column.name)) for column in table.columns if column.name != "id")


class Remembered(Generic[P, R]):
    """A query whose answers are remembered. A list is given as a new one each time."""

    def __init__(
        self, ask: Callable[Concatenate[Tx, P], Awaitable[R]], tables: tuple[type[Any], ...]
    ) -> None:
        self._ask = ask
        self._tables = frozenset(table.__table__ for table in tables)
        update_wrapper(self, ask)
        for table in tables:
            _watch(cast(Hashable, table))

    async def __call__(self, tx: Tx, /, *args: P.args, **options: P.kwargs) -> R:
        session, question = tx.mind, self._question(*args, **options)
        found = session.memo.get(question)
        if found is _MISSING:
            found = await self._ask(tx, *args, **options)
            session.memo.keep(question, found, self._tables)
        return list(found) if isinstance(found, list) else found  # type: ignore[return-value]

    def peek(self, tx: Tx, /, *args: P.args, **options: P.kwargs) -> R | None:
        """The answer if it is remembered."""
        found = tx.mind.memo.get(self._question(*args, **options))
        return None if found is _MISSING else cast(R, found)

    def learn(self, tx: Tx, answer: R, /, *args: P.args, **options: P.kwargs) -> None:
        """The answer is known without asking, until one of the tables is written to."""
        tx.mind.memo.keep(self._question(*args, **options), answer, self._tables)

    def _question(self, *args: P.args, **options: P.kwargs) -> Hashable:
        return (self._ask, *map(_fixed, args), *((name, _fixed(one)) for name, one in options.items()))


def remembered(
    *tables: type[Any],
) -> Callable[[Callable[Concatenate[Tx, P], Awaitable[R]]], Remembered[P, R]]:
    """Ask the database once in a transaction for each set of arguments (hashable, or lists of such), and
    again after any of these tables has been written to."""
    return lambda ask: Remembered(ask, tables)


def _fixed(value: Any) -> Hashable:
    return tuple(value) if isinstance(value, list) else value
