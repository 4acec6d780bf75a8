"""Bind desks to groups."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "desk_group",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=False),
        sa.Column("bound_by_id", sa.BigInteger(), nullable=False),
        sa.Column("bound_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["bound_by_id"], ["account.id"], name=op.f("fk_desk_group_bound_by_id_account")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["org_unit.id"], name=op.f("fk_desk_group_unit_id_org_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_group")),
        sa.UniqueConstraint("unit_id", "role", name=op.f("uq_desk_group_unit_id_role")),
    )
    with op.batch_alter_table("desk_group", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_desk_group_chat_id"), ["chat_id"], unique=False)

    op.create_table(
        "group_card",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("request_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("alone", sa.Boolean(), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["desk_group.id"],
            name=op.f("fk_group_card_group_id_desk_group"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["service_request.id"], name=op.f("fk_group_card_request_id_service_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_card")),
    )
    with op.batch_alter_table("group_card", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_group_card_group_id"), ["group_id"], unique=False)
        batch_op.create_index(
            "ix_group_card_chat",
            ["chat_id"],
            unique=False,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.create_index(
            "uq_group_card_open",
            ["request_id"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("thread_id", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_column("thread_id")

    with op.batch_alter_table("group_card", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_group_card_open",
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.drop_index(
            "ix_group_card_chat",
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_group_card_group_id"))

    op.drop_table("group_card")
    with op.batch_alter_table("desk_group", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_desk_group_chat_id"))

    op.drop_table("desk_group")
