"""Remind of what has to be published, find it by month, and know about which notice somebody asks."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "disclosure_rule",
        sa.Column("center_id", _ID, nullable=False),
        sa.Column("duty", sa.String(length=10), nullable=False),
        sa.Column("on", sa.Boolean(), nullable=False),
        sa.Column("every", sa.String(length=7), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("watched", sa.Date(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("every in ('month','quarter','happens')", name=op.f("ck_disclosure_rule_every")),
        sa.CheckConstraint('look_at is null or "on"', name=op.f("ck_disclosure_rule_on")),
        sa.ForeignKeyConstraint(
            ["center_id"], ["org_unit.id"], name=op.f("fk_disclosure_rule_center_id_org_unit")
        ),
        sa.PrimaryKeyConstraint("center_id", "duty", name=op.f("pk_disclosure_rule")),
    )
    condition = sa.text("look_at IS NOT NULL")
    op.create_index(
        "ix_disclosure_rule_look",
        "disclosure_rule",
        ["look_at"],
        sqlite_where=condition,
        postgresql_where=condition,
    )
    op.create_index("ix_notice_board", "notice", ["unit_id", "created_at"])
    op.add_column("service_request", sa.Column("notice_id", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("service_request", "notice_id")
    op.drop_index("ix_notice_board", table_name="notice")
    op.drop_table("disclosure_rule")
