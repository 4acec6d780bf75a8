"""Correct and withdraw what was sent: find a notice's messages in their order, and every message of a row."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("also_id", sa.BigInteger(), nullable=True))
    condition = sa.text("notice_id IS NOT NULL")
    op.create_index(
        "ix_outbox_sweep", "outbox", ["notice_id", "id"], sqlite_where=condition, postgresql_where=condition
    )


def downgrade() -> None:
    op.drop_index("ix_outbox_sweep", table_name="outbox")
    op.drop_column("outbox", "also_id")
