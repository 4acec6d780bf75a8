"""Do two requests together, or one as two: what a request is merged into, and what it was split from."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_COLUMNS = ("merged_into_id", "split_from_id")
_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("service_request", schema=None) as batch_op:
        for column in _COLUMNS:
            batch_op.add_column(sa.Column(column, _ID, nullable=True))
            batch_op.create_foreign_key(
                batch_op.f(f"fk_service_request_{column}_service_request"),
                "service_request",
                [column],
                ["id"],
            )
        batch_op.create_index(
            batch_op.f("ix_service_request_merged_into_id"), ["merged_into_id"], unique=False
        )
        batch_op.create_check_constraint(batch_op.f("ck_service_request_merged"), "merged_into_id <> id")


def downgrade() -> None:
    # What was merged goes on by itself: nothing but the link is lost.
    with op.batch_alter_table("service_request", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_service_request_merged"), type_="check")
        batch_op.drop_index(batch_op.f("ix_service_request_merged_into_id"))
        for column in _COLUMNS:
            batch_op.drop_constraint(
                batch_op.f(f"fk_service_request_{column}_service_request"), type_="foreignkey"
            )
            batch_op.drop_column(column)
