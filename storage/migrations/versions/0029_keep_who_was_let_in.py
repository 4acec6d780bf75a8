"""Keep how whoever is let in at the door stands as far as others know."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("signup") as table:
        table.add_column(sa.Column("outward", sa.String(length=10), nullable=True))
        table.create_check_constraint(
            op.f("ck_signup_outward"), "outward in ('offered','waiting','cancelled','lapsed','unknown')"
        )


def downgrade() -> None:
    with op.batch_alter_table("signup") as table:
        table.drop_constraint(op.f("ck_signup_outward"))
        table.drop_column("outward")
