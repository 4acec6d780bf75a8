"""Send notices to thousands, a page at a time."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OPEN = sa.text("state in ('running', 'paused')")
_TO_SPOOL = sa.text("state = 'running' AND spooled_at IS NULL")
_OF_NOTICE = sa.text("notice_id IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "notice",
        sa.Column("id", _ID, nullable=False),
        sa.Column("unit_id", _ID, nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("changed_by_id", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("unreachable", sa.Integer(), nullable=False),
        sa.Column("spooled_center_id", sa.BigInteger(), nullable=False),
        sa.Column("spooled_to", sa.BigInteger(), nullable=False),
        sa.Column("spooled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("running_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ran_for", sa.Integer(), nullable=False),
        sa.Column("report_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reported", sa.Integer(), nullable=False),
        sa.CheckConstraint("state in ('running','paused','stopped','done')", name=op.f("ck_notice_state")),
        sa.CheckConstraint(
            "(state = 'running') = (running_since IS NOT NULL)", name=op.f("ck_notice_running")
        ),
        sa.CheckConstraint(
            "(state in ('stopped','done')) = (ended_at IS NOT NULL)", name=op.f("ck_notice_ended")
        ),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_notice_author_id_account")),
        sa.ForeignKeyConstraint(
            ["changed_by_id"], ["account.id"], name=op.f("fk_notice_changed_by_id_account")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["org_unit.id"], name=op.f("fk_notice_unit_id_org_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    op.create_index(op.f("ix_notice_unit_id"), "notice", ["unit_id"])
    op.create_index(op.f("ix_notice_report_at"), "notice", ["report_at"])
    op.create_index("ix_notice_open", "notice", ["state", "unit_id"], sqlite_where=_OPEN, postgresql_where=_OPEN)
    op.create_index("ix_notice_to_spool", "notice", ["id"], sqlite_where=_TO_SPOOL, postgresql_where=_TO_SPOOL)
    _add_notice_id()
    op.create_index(
        "ix_outbox_notice",
        "outbox",
        ["notice_id", "state", "bot_id"],
        sqlite_where=_OF_NOTICE,
        postgresql_where=_OF_NOTICE,
    )
    op.create_index("ix_membership_center_id_account_id", "membership", ["center_id", "account_id"])
    op.drop_index("ix_membership_center_id", table_name="membership")


def _add_notice_id() -> None:
    # Not in batch mode: the outbox is the largest table there is, and SQLite can add a column to it by itself.
    name = "fk_outbox_notice_id_notice"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"ALTER TABLE outbox ADD COLUMN notice_id INTEGER CONSTRAINT {name} REFERENCES notice (id)")
    else:
        op.add_column("outbox", sa.Column("notice_id", sa.BigInteger(), nullable=True))
        op.create_foreign_key(op.f(name), "outbox", "notice", ["notice_id"], ["id"])


def downgrade() -> None:
    # What was on its way goes on as ordinary messages.
    op.create_index("ix_membership_center_id", "membership", ["center_id"])
    op.drop_index("ix_membership_center_id_account_id", table_name="membership")
    op.drop_index("ix_outbox_notice", table_name="outbox")
    op.drop_column("outbox", "notice_id")  # and the foreign key with it, on either engine
    op.drop_table("notice")
