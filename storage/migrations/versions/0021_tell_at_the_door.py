"""Tell at their doors those who have not read a notice."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def _partial(name: str, table: str, column: str) -> None:
    condition = sa.text(f"{column} IS NOT NULL")
    op.create_index(name, table, [column], sqlite_where=condition, postgresql_where=condition)


def _fk(column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_notice_round_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)


def upgrade() -> None:
    op.create_table(
        "notice_round",
        sa.Column("id", _ID, nullable=False),
        sa.Column("notice_id", _ID, nullable=False),
        sa.Column("center_id", _ID, nullable=False),
        sa.Column("village_id", _ID, nullable=True),
        sa.Column("since", _MOMENT, nullable=False),
        sa.Column("look_at", _MOMENT, nullable=True),
        sa.Column("told_short", sa.Boolean(), nullable=False),
        _fk("notice_id", "notice"),
        _fk("center_id", "org_unit"),
        _fk("village_id", "natural_village"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice_round")),
    )
    op.create_index("ix_notice_round_notice", "notice_round", ["notice_id", "center_id"])
    _partial("ix_notice_round_look_at", "notice_round", "look_at")
    op.add_column("notice_door", sa.Column("tries", sa.Integer(), server_default="0", nullable=False))
    op.add_column("notice_door", sa.Column("again_at", _MOMENT, nullable=True))
    _partial("ix_notice_door_again_at", "notice_door", "again_at")
    op.add_column("notice_knock", sa.Column("center_id", sa.BigInteger(), server_default="0", nullable=False))
    op.create_index("ix_notice_knock_account", "notice_knock", ["account_id", "asked_at"])


def downgrade() -> None:
    op.drop_index("ix_notice_knock_account", table_name="notice_knock")
    op.drop_column("notice_knock", "center_id")
    op.drop_index("ix_notice_door_again_at", table_name="notice_door")
    op.drop_column("notice_door", "again_at")
    op.drop_column("notice_door", "tries")
    op.drop_table("notice_round")
