"""Find what is over at a center, and what is not over of a room whose times go on for years."""

from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_activity_over", "activity", ["center_id", "ends_at"])
    op.create_index("ix_activity_slot_over", "activity_slot", ["activity_id", "ends_at"])


def downgrade() -> None:
    op.drop_index("ix_activity_slot_over", table_name="activity_slot")
    op.drop_index("ix_activity_over", table_name="activity")
