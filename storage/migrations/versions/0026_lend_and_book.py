"""Lend things, and let a room be booked from day to day."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def _fk(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}_{target}"))


def _partial(name: str, table: str, column: str) -> None:
    condition = sa.text(f"{column} IS NOT NULL")
    op.create_index(name, table, [column], sqlite_where=condition, postgresql_where=condition)


def upgrade() -> None:
    op.add_column("signup", sa.Column("purpose", sa.LargeBinary(), nullable=True))
    op.create_index("ix_activity_slot_day", "activity_slot", ["activity_id", "starts_at"])
    _loans()
    op.create_table(
        "timetable",
        sa.Column("activity_id", _ID, nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("grow_at", _MOMENT, nullable=True),
        _fk("timetable", "activity_id", "activity"),
        sa.PrimaryKeyConstraint("activity_id", name=op.f("pk_timetable")),
    )
    _partial("ix_timetable_grow", "timetable", "grow_at")


def _loans() -> None:
    op.create_table(
        "loan",
        sa.Column("signup_id", _ID, nullable=False),
        sa.Column("fetch_by", _MOMENT, nullable=False),
        sa.Column("handed_at", _MOMENT, nullable=True),
        sa.Column("handed_by_id", sa.BigInteger(), nullable=True),
        sa.Column("due_at", _MOMENT, nullable=True),
        sa.Column("returned_at", _MOMENT, nullable=True),
        sa.Column("back_by_id", sa.BigInteger(), nullable=True),
        sa.Column("outcome", sa.String(length=10), nullable=True),
        sa.Column("look_at", _MOMENT, nullable=True),
        sa.Column("reminded", sa.Integer(), nullable=False),
        sa.Column("renewed", sa.Boolean(), nullable=False),
        sa.Column("answer", sa.String(length=10), nullable=True),
        sa.Column("remark", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("(handed_at is null) = (due_at is null)", name=op.f("ck_loan_handed")),
        sa.CheckConstraint("returned_at is null or handed_at is not null", name=op.f("ck_loan_returned")),
        sa.CheckConstraint("(returned_at is null) = (outcome is null)", name=op.f("ck_loan_outcome")),
        sa.CheckConstraint("outcome in ('fine','broken','lost')", name=op.f("ck_loan_outcomes")),
        sa.CheckConstraint("answer in ('today','tomorrow','lost')", name=op.f("ck_loan_answer")),
        _fk("loan", "signup_id", "signup"),
        _fk("loan", "handed_by_id", "account"),
        _fk("loan", "back_by_id", "account"),
        sa.PrimaryKeyConstraint("signup_id", name=op.f("pk_loan")),
    )
    _partial("ix_loan_look", "loan", "look_at")


def downgrade() -> None:
    op.drop_table("timetable")
    op.drop_table("loan")
    op.drop_index("ix_activity_slot_day", "activity_slot")
    op.drop_column("signup", "purpose")
