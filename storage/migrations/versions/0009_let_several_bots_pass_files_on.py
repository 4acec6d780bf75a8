"""Let several bots work on one database: copies of files, and by which bot something was written."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ASKED = sa.text("state = 'asked'")


def upgrade() -> None:
    op.create_table(
        "media_copy",
        sa.Column("id", _ID, nullable=False),
        sa.Column("from_bot_id", sa.BigInteger(), nullable=False),
        sa.Column("to_bot_id", sa.BigInteger(), nullable=False),
        sa.Column("file_key", sa.String(length=64), nullable=False),
        sa.Column("file_id", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("filled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("name", sa.String(length=100), nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.Column("own_file_id", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("state in ('asked','ready','refused','used')", name=op.f("ck_media_copy_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media_copy")),
        sa.UniqueConstraint("to_bot_id", "from_bot_id", "file_key", name=op.f("uq_media_copy_to_bot_id_from_bot_id_file_key")),
    )
    op.create_index(
        "ix_media_copy_asked",
        "media_copy",
        ["from_bot_id"],
        sqlite_where=_ASKED,
        postgresql_where=_ASKED,
    )
    op.create_index("ix_media_copy_asked_at", "media_copy", ["asked_at"])
    with op.batch_alter_table("request_entry", schema=None) as batch_op:
        batch_op.add_column(sa.Column("bot_id", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("request_entry", schema=None) as batch_op:
        batch_op.drop_column("bot_id")
    op.drop_index("ix_media_copy_asked_at", table_name="media_copy")
    op.drop_index("ix_media_copy_asked", table_name="media_copy")
    op.drop_table("media_copy")
