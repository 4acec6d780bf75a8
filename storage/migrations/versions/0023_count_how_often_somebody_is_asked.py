"""Count how often somebody was asked for one task: again, when it was covered and is not any more."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("help_offer", sa.Column("times", sa.Integer(), server_default="1", nullable=False))


def downgrade() -> None:
    op.drop_column("help_offer", "times")
