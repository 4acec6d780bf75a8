"""Let no request be stuck: when the clock acts on it, and who has been told."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_OPEN = "status not in ('done','closed','cancelled','declined')"
_NEVER_STUCK = "status in ('done','closed','cancelled','declined') or rise_at is not null"


def upgrade() -> None:
    with op.batch_alter_table("service_request", schema=None) as batch_op:
        batch_op.add_column(sa.Column("rings", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("asker_name", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("remind_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("rise_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("heard_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("reminded", sa.Integer(), nullable=False, server_default="0"))
    # What is open already is looked at when its promise falls due.
    op.execute(f"UPDATE service_request SET rise_at = coalesce(due_at, state_since) WHERE {_OPEN}")
    with op.batch_alter_table("service_request", schema=None) as batch_op:
        batch_op.alter_column("rings", server_default=None)
        batch_op.alter_column("reminded", server_default=None)
        batch_op.create_index(batch_op.f("ix_service_request_remind_at"), ["remind_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_service_request_rise_at"), ["rise_at"], unique=False)
        batch_op.create_check_constraint(batch_op.f("ck_service_request_never_stuck"), _NEVER_STUCK)
    op.add_column("request_move", sa.Column("step", sa.String(length=12), nullable=True))
    op.add_column("offer", sa.Column("passed_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("offer", schema=None) as batch_op:
        batch_op.drop_column("passed_at")
    with op.batch_alter_table("request_move", schema=None) as batch_op:
        batch_op.drop_column("step")
    with op.batch_alter_table("service_request", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_service_request_never_stuck"), type_="check")
        batch_op.drop_index(batch_op.f("ix_service_request_rise_at"))
        batch_op.drop_index(batch_op.f("ix_service_request_remind_at"))
        for column in ("reminded", "heard_at", "rise_at", "remind_at", "asker_name", "rings"):
            batch_op.drop_column(column)
    # Steps that the older program does not know.
    op.execute("UPDATE service_request SET step = 'desk' WHERE step = 'duty'")
    op.execute("UPDATE service_request SET step = 'director' WHERE step = 'deputy'")
