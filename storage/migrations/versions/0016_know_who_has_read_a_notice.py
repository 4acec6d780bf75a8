"""Write notices of many kinds, and know which households have read them."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)
_LOOKED_AT = (
    ("ix_notice_rests", "rests_until", "rests_until IS NOT NULL"),
    ("ix_notice_sweep", "id", "sweep_until IS NOT NULL"),
    ("ix_notice_doors", "doors_at", "doors_at IS NOT NULL"),
)


def _new() -> tuple[sa.Column[Any], ...]:
    return (
    sa.Column("kind", sa.String(length=10), server_default="general", nullable=False),
    sa.Column("year", sa.Integer(), nullable=True),
    sa.Column("serial", sa.Integer(), nullable=True),
    sa.Column("urgent", sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column("audience", sa.JSON(), nullable=True),
    sa.Column("signed_by_id", sa.BigInteger(), nullable=True),
    sa.Column("version", sa.Integer(), server_default="1", nullable=False),
    sa.Column("rests_until", _MOMENT, nullable=True),
    sa.Column("withdrawn_at", _MOMENT, nullable=True),
    sa.Column("sweep_from", sa.BigInteger(), nullable=True),
    sa.Column("sweep_until", sa.BigInteger(), nullable=True),
    sa.Column("households", sa.Integer(), server_default="0", nullable=False),
    sa.Column("doors_at", _MOMENT, nullable=True),
    )




def upgrade() -> None:
    for column in _new():
        op.add_column("notice", column)
    op.create_index("uq_notice_number", "notice", ["unit_id", "year", "serial"], unique=True)
    for name, indexed, where in _LOOKED_AT:
        condition = sa.text(where)
        op.create_index(name, "notice", [indexed], sqlite_where=condition, postgresql_where=condition)
    _drafts()
    _versions()
    _readers()
    _doors()
    _mutes()


def _fk(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}_{target}"))


def _drafts() -> None:
    op.create_table(
        "notice_draft",
        sa.Column("id", _ID, nullable=False),
        sa.Column("unit_id", _ID, nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("announcement", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=9), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("signed_by_id", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("name", sa.String(length=60), nullable=True),
        sa.Column("rhythm", sa.String(length=40), nullable=True),
        sa.Column("look_at", _MOMENT, nullable=True),
        sa.Column("notice_id", _ID, nullable=True),
        sa.CheckConstraint(
            "state in ('signing','scheduled','template','sent','returned','dropped')",
            name=op.f("ck_notice_draft_state"),
        ),
        sa.CheckConstraint(
            "state <> 'scheduled' or look_at is not null", name=op.f("ck_notice_draft_scheduled")
        ),
        sa.CheckConstraint(
            "(state = 'sent') = (notice_id is not null)", name=op.f("ck_notice_draft_sent")
        ),
        _fk("notice_draft", "unit_id", "org_unit"),
        _fk("notice_draft", "author_id", "account"),
        _fk("notice_draft", "signed_by_id", "account"),
        _fk("notice_draft", "notice_id", "notice"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice_draft")),
    )
    op.create_index("ix_notice_draft_unit", "notice_draft", ["unit_id", "state"])
    condition = sa.text("look_at IS NOT NULL")
    op.create_index(
        "ix_notice_draft_look", "notice_draft", ["look_at"], sqlite_where=condition, postgresql_where=condition
    )


def _versions() -> None:
    op.create_table(
        "notice_version",
        sa.Column("notice_id", _ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("why", sa.String(length=9), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        _fk("notice_version", "notice_id", "notice"),
        _fk("notice_version", "by_id", "account"),
        sa.PrimaryKeyConstraint("notice_id", "version", name=op.f("pk_notice_version")),
    )


def _readers() -> None:
    op.create_table(
        "notice_reader",
        sa.Column("notice_id", _ID, nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("household_id", _ID, nullable=True),
        sa.Column("read_at", _MOMENT, nullable=False),
        sa.Column("answer", sa.String(length=10), nullable=True),
        sa.Column("answered_at", _MOMENT, nullable=True),
        _fk("notice_reader", "notice_id", "notice"),
        _fk("notice_reader", "account_id", "account"),
        _fk("notice_reader", "household_id", "household"),
        sa.PrimaryKeyConstraint("notice_id", "account_id", name=op.f("pk_notice_reader")),
    )
    op.create_index("ix_notice_reader_household", "notice_reader", ["notice_id", "household_id"])


def _doors() -> None:
    op.create_table(
        "notice_door",
        sa.Column("notice_id", _ID, nullable=False),
        sa.Column("household_id", _ID, nullable=False),
        sa.Column("village_id", _ID, nullable=True),
        sa.Column("state", sa.String(length=6), nullable=False),
        sa.Column("keeper_id", sa.BigInteger(), nullable=True),
        sa.Column("told_by_id", sa.BigInteger(), nullable=True),
        sa.Column("whom", sa.LargeBinary(), nullable=True),
        sa.Column("told_at", _MOMENT, nullable=True),
        _fk("notice_door", "notice_id", "notice"),
        _fk("notice_door", "household_id", "household"),
        _fk("notice_door", "village_id", "natural_village"),
        _fk("notice_door", "keeper_id", "account"),
        _fk("notice_door", "told_by_id", "account"),
        sa.PrimaryKeyConstraint("notice_id", "household_id", name=op.f("pk_notice_door")),
    )
    op.create_index("ix_notice_door_keeper", "notice_door", ["keeper_id", "state"])
    op.create_table(
        "notice_knock",
        sa.Column("notice_id", _ID, nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("village_id", _ID, nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("asked_at", _MOMENT, nullable=False),
        _fk("notice_knock", "notice_id", "notice"),
        _fk("notice_knock", "account_id", "account"),
        _fk("notice_knock", "village_id", "natural_village"),
        sa.PrimaryKeyConstraint("notice_id", "account_id", name=op.f("pk_notice_knock")),
    )


def _mutes() -> None:
    op.create_table(
        "notice_mute",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        _fk("notice_mute", "account_id", "account"),
        sa.PrimaryKeyConstraint("account_id", "kind", name=op.f("pk_notice_mute")),
    )


def downgrade() -> None:
    for table in (
        "notice_mute",
        "notice_knock",
        "notice_door",
        "notice_reader",
        "notice_version",
        "notice_draft",
    ):
        op.drop_table(table)
    for name, _, _ in _LOOKED_AT:
        op.drop_index(name, table_name="notice")
    op.drop_index("uq_notice_number", table_name="notice")
    for column in reversed(_new()):
        op.drop_column("notice", column.name)
