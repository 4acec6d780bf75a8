"""Offer tasks to volunteers."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_AT = sa.DateTime(timezone=True)


def _points(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))


def upgrade() -> None:
    op.create_table(
        "help_task",
        sa.Column("id", _ID, nullable=False),
        sa.Column("request_id", _ID, nullable=False),
        sa.Column("center_id", _ID, nullable=False),
        sa.Column("skill", sa.String(length=20), nullable=True),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("sex", sa.String(length=1), nullable=True),
        sa.Column("code_word", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("look_at", _AT, nullable=True),
        sa.Column("told_short", sa.Boolean(), nullable=False),
        sa.Column("created_by_id", sa.BigInteger(), nullable=False),
        sa.Column("created_at", _AT, nullable=False),
        sa.CheckConstraint("state in ('open','over','cancelled')", name=op.f("ck_help_task_state")),
        sa.CheckConstraint("seats between 1 and 20", name=op.f("ck_help_task_seats")),
        sa.CheckConstraint("part between 0 and 2", name=op.f("ck_help_task_part")),
        sa.CheckConstraint("sex in ('f','m')", name=op.f("ck_help_task_sex")),
        _points("help_task", "request_id", "service_request"),
        _points("help_task", "center_id", "org_unit"),
        _points("help_task", "created_by_id", "account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_task")),
    )
    op.create_index("ix_help_task_request", "help_task", ["request_id", "state"])
    _index_where("ix_help_task_look", "help_task", "look_at")

    op.create_table(
        "help_offer",
        sa.Column("id", _ID, nullable=False),
        sa.Column("task_id", _ID, nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("offered_at", _AT, nullable=False),
        sa.CheckConstraint(
            "state in ('out','accepted','refused','covered')", name=op.f("ck_help_offer_state")
        ),
        _points("help_offer", "task_id", "help_task"),
        _points("help_offer", "account_id", "account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_offer")),
        sa.UniqueConstraint("task_id", "account_id", name=op.f("uq_help_offer_task_id_account_id")),
    )
    op.create_index("ix_help_offer_account", "help_offer", ["account_id", "offered_at"])

    op.create_table(
        "help_seat",
        sa.Column("id", _ID, nullable=False),
        sa.Column("task_id", _ID, nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("look_at", _AT, nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("taken_at", _AT, nullable=False),
        sa.Column("ended_at", _AT, nullable=True),
        sa.CheckConstraint(
            "state in ('accepted','on_way','there','done','released','missed','cancelled')",
            name=op.f("ck_help_seat_state"),
        ),
        sa.CheckConstraint("minutes between 0 and 1440", name=op.f("ck_help_seat_minutes")),
        _points("help_seat", "task_id", "help_task"),
        _points("help_seat", "account_id", "account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_seat")),
        sa.UniqueConstraint("task_id", "account_id", name=op.f("uq_help_seat_task_id_account_id")),
    )
    op.create_index("ix_help_seat_account", "help_seat", ["account_id", "state"])
    _index_where("ix_help_seat_look", "help_seat", "look_at")

    op.create_table(
        "expense",
        sa.Column("id", _ID, nullable=False),
        sa.Column("center_id", _ID, nullable=False),
        sa.Column("seat_id", _ID, nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("fen", sa.Integer(), nullable=False),
        sa.Column("what", sa.LargeBinary(), nullable=False),
        sa.Column("receipt", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("asked_at", _AT, nullable=False),
        sa.Column("decided_at", _AT, nullable=True),
        sa.Column("decided_by_id", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("fen > 0", name=op.f("ck_expense_fen")),
        sa.CheckConstraint("state in ('asked','approved','declined')", name=op.f("ck_expense_state")),
        sa.CheckConstraint("(state = 'asked') = (decided_at is null)", name=op.f("ck_expense_decided")),
        sa.CheckConstraint("decided_by_id <> account_id", name=op.f("ck_expense_not_by_oneself")),
        _points("expense", "center_id", "org_unit"),
        _points("expense", "seat_id", "help_seat"),
        _points("expense", "account_id", "account"),
        _points("expense", "decided_by_id", "account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expense")),
    )
    op.create_index("ix_expense_seat_id", "expense", ["seat_id"])
    op.create_index("ix_expense_waiting", "expense", ["center_id", "state"])


def _index_where(name: str, table: str, column: str) -> None:
    where = sa.text(f"{column} IS NOT NULL")
    op.create_index(name, table, [column], sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    for table in ("expense", "help_seat", "help_offer", "help_task"):
        op.drop_table(table)
