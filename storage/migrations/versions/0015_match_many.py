"""Match many households at once."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_LOOKED_AT = "look_at IS NOT NULL"
_OPEN = "state in ('asked','ready','approved')"


def upgrade() -> None:
    op.create_table(
        "match_plan",
        sa.Column("id", _ID, nullable=False),
        sa.Column("center_id", _ID, nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("tag", sa.String(length=40), nullable=True),
        sa.Column("purpose", sa.String(length=10), nullable=False),
        sa.Column("rhythm", sa.String(length=7), nullable=False),
        sa.Column("fixed", sa.JSON(), nullable=False),
        sa.Column("struck", sa.JSON(), nullable=False),
        sa.Column("matches", sa.JSON(), nullable=False),
        sa.Column("unserved", sa.JSON(), nullable=False),
        sa.Column("proposed", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Boolean(), nullable=False),
        sa.Column("look_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state in ('asked','ready','approved','done','dropped')", name=op.f("ck_match_plan_state")
        ),
        sa.CheckConstraint("purpose in ('care','production')", name=op.f("ck_match_plan_purpose")),
        sa.CheckConstraint("rhythm in ('monthly','twice','weekly')", name=op.f("ck_match_plan_rhythm")),
        sa.CheckConstraint(
            "state not in ('asked','approved') or look_at is not null", name=op.f("ck_match_plan_looked_at")
        ),
        sa.ForeignKeyConstraint(["center_id"], ["org_unit.id"], name=op.f("fk_match_plan_center_id_org_unit")),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_match_plan_by_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_plan")),
    )
    for name, column, where in (
        ("ix_match_plan_look", "look_at", _LOOKED_AT),
        ("ix_match_plan_open", "center_id", _OPEN),
    ):
        condition = sa.text(where)
        op.create_index(name, "match_plan", [column], sqlite_where=condition, postgresql_where=condition)


def downgrade() -> None:
    op.drop_table("match_plan")
