"""Ask second helpers whether they would: until they have agreed they are only asked."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_OPEN = sa.text("over_at IS NULL")


def upgrade() -> None:
    with op.batch_alter_table("pair", schema=None) as batch_op:
        batch_op.add_column(sa.Column("asked_second_id", sa.BigInteger(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_pair_asked_second_id_account"), "account", ["asked_second_id"], ["id"]
        )
        batch_op.create_index(
            "ix_pair_asked_second", ["asked_second_id"], sqlite_where=_OPEN, postgresql_where=_OPEN
        )
    # Whoever was named for a pair that has not begun has not been told either, and is asked when it begins.
    named = "agreed_by IS NULL AND over_at IS NULL AND second_id IS NOT NULL"
    op.execute(f"UPDATE pair SET asked_second_id = second_id, second_id = NULL WHERE {named}")


def downgrade() -> None:
    op.execute("UPDATE pair SET second_id = asked_second_id WHERE second_id IS NULL AND over_at IS NULL")
    with op.batch_alter_table("pair", schema=None) as batch_op:
        batch_op.drop_index("ix_pair_asked_second")
        batch_op.drop_constraint(batch_op.f("fk_pair_asked_second_id_account"), type_="foreignkey")
        batch_op.drop_column("asked_second_id")
