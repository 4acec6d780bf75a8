"""Keep requests from those they are about, and the name of whoever asks."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "conflict",
        sa.Column("request_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_conflict_account_id_account")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["service_request.id"], name=op.f("fk_conflict_request_id_service_request")
        ),
        sa.PrimaryKeyConstraint("request_id", "account_id", name=op.f("pk_conflict")),
    )
    op.create_index(op.f("ix_conflict_account_id"), "conflict", ["account_id"], unique=False)
    # Not in batch mode: SQLite can add and drop a column by itself, and a copied table would lose its checks.
    op.add_column(
        "service_request", sa.Column("anonymous", sa.Boolean(), server_default=sa.false(), nullable=False)
    )


def downgrade() -> None:
    op.drop_column("service_request", "anonymous")
    op.drop_index(op.f("ix_conflict_account_id"), table_name="conflict")
    op.drop_table("conflict")
