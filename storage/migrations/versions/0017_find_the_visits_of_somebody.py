"""Find the visits that somebody has made by an index: their own card counts them."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_visit_goer", "visit", ["goer_id", "state"])


def downgrade() -> None:
    op.drop_index("ix_visit_goer", "visit")
