"""Keep the duty roster and leave."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "leave",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_by_id", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_leave_span")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_leave_account_id_account")),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["account.id"], name=op.f("fk_leave_created_by_id_account")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["org_unit.id"], name=op.f("fk_leave_unit_id_org_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leave")),
    )
    with op.batch_alter_table("leave", schema=None) as batch_op:
        batch_op.create_index("ix_leave_account_id_ends_at", ["account_id", "ends_at"], unique=False)
        batch_op.create_index(
            "ix_leave_to_begin",
            ["starts_at"],
            unique=False,
            sqlite_where=sa.text("begun_at IS NULL AND ended_at IS NULL"),
            postgresql_where=sa.text("begun_at IS NULL AND ended_at IS NULL"),
        )

    op.create_table(
        "duty_day",
        sa.Column("grant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("weekday", sa.Integer(), autoincrement=False, nullable=False),
        sa.CheckConstraint("weekday between 0 and 6", name=op.f("ck_duty_day_weekday")),
        sa.ForeignKeyConstraint(
            ["grant_id"], ["role_grant.id"], name=op.f("fk_duty_day_grant_id_role_grant")
        ),
        sa.PrimaryKeyConstraint("grant_id", "weekday", name=op.f("pk_duty_day")),
    )
    op.create_table(
        "duty_exception",
        sa.Column("grant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("works", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["grant_id"], ["role_grant.id"], name=op.f("fk_duty_exception_grant_id_role_grant")
        ),
        sa.PrimaryKeyConstraint("grant_id", "day", name=op.f("pk_duty_exception")),
    )
    op.create_table(
        "duty_told",
        sa.Column("grant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["grant_id"], ["role_grant.id"], name=op.f("fk_duty_told_grant_id_role_grant")
        ),
        sa.PrimaryKeyConstraint("grant_id", name=op.f("pk_duty_told")),
    )


def downgrade() -> None:
    op.drop_table("duty_told")
    op.drop_table("duty_exception")
    op.drop_table("duty_day")
    with op.batch_alter_table("leave", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_leave_to_begin",
            sqlite_where=sa.text("begun_at IS NULL AND ended_at IS NULL"),
            postgresql_where=sa.text("begun_at IS NULL AND ended_at IS NULL"),
        )
        batch_op.drop_index("ix_leave_account_id_ends_at")

    op.drop_table("leave")
