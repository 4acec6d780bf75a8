"""Call the roll after a disaster, and know how each household stands."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)
_OPEN = sa.text("ended_at IS NULL")


def _fk(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}_{target}"))


def upgrade() -> None:
    with op.batch_alter_table("notice_reader") as table:
        table.add_column(sa.Column("note", sa.LargeBinary(), nullable=True))
        table.add_column(sa.Column("request_id", _ID, nullable=True))
        table.create_foreign_key(
            op.f("fk_notice_reader_request_id_service_request"), "service_request", ["request_id"], ["id"]
        )
    _calls()
    _words()
    _boards()


def _calls() -> None:
    op.create_table(
        "roll_call",
        sa.Column("notice_id", _ID, nullable=False),
        sa.Column("center_id", _ID, nullable=False),
        sa.Column("villages", sa.JSON(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("begun_at", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.Column("ended_by_id", sa.BigInteger(), nullable=True),
        sa.Column("report", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("(ended_at is null) = (report is null)", name=op.f("ck_roll_call_ended")),
        _fk("roll_call", "notice_id", "notice"),
        _fk("roll_call", "center_id", "org_unit"),
        _fk("roll_call", "ended_by_id", "account"),
        sa.PrimaryKeyConstraint("notice_id", name=op.f("pk_roll_call")),
    )
    op.create_index("ix_roll_call_center", "roll_call", ["center_id", "notice_id"])
    op.create_index(
        "uq_roll_call_open",
        "roll_call",
        ["center_id"],
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
    op.create_index(
        "ix_roll_call_begun", "roll_call", ["begun_at"], sqlite_where=_OPEN, postgresql_where=_OPEN
    )


def _words() -> None:
    op.create_table(
        "roll_call_word",
        sa.Column("notice_id", _ID, nullable=False),
        sa.Column("household_id", _ID, nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.String(length=10), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("request_id", _ID, nullable=True),
        _fk("roll_call_word", "notice_id", "notice"),
        _fk("roll_call_word", "household_id", "household"),
        _fk("roll_call_word", "account_id", "account"),
        _fk("roll_call_word", "request_id", "service_request"),
        sa.PrimaryKeyConstraint("notice_id", "household_id", "account_id", name=op.f("pk_roll_call_word")),
    )


def _boards() -> None:
    op.create_table(
        "roll_call_board",
        sa.Column("unit_id", _ID, nullable=False),
        sa.Column("look_at", _MOMENT, nullable=True),
        sa.Column("shown", sa.Integer(), nullable=False),
        _fk("roll_call_board", "unit_id", "org_unit"),
        sa.PrimaryKeyConstraint("unit_id", name=op.f("pk_roll_call_board")),
    )
    condition = sa.text("look_at IS NOT NULL")
    op.create_index(
        "ix_roll_call_board_look",
        "roll_call_board",
        ["look_at"],
        sqlite_where=condition,
        postgresql_where=condition,
    )


def downgrade() -> None:
    for name in ("roll_call_board", "roll_call_word", "roll_call"):
        op.drop_table(name)
    with op.batch_alter_table("notice_reader") as table:
        table.drop_constraint(op.f("fk_notice_reader_request_id_service_request"), type_="foreignkey")
        table.drop_column("request_id")
        table.drop_column("note")
