"""Keep volunteers."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "volunteer",
        sa.Column("id", _ID, nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("center_id", _ID, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("offers", sa.JSON(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "state in ('applied','active','paused','suspended','declined','left')",
            name=op.f("ck_volunteer_state"),
        ),
        sa.CheckConstraint(
            "state <> 'suspended' or reason is not null", name=op.f("ck_volunteer_suspended")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_volunteer_account_id_account")),
        sa.ForeignKeyConstraint(["center_id"], ["org_unit.id"], name=op.f("fk_volunteer_center_id_org_unit")),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["account.id"], name=op.f("fk_volunteer_decided_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteer")),
        sa.UniqueConstraint("account_id", "center_id", name=op.f("uq_volunteer_account_id_center_id")),
    )
    op.create_index("ix_volunteer_center", "volunteer", ["center_id", "state"])


def downgrade() -> None:
    op.drop_table("volunteer")
