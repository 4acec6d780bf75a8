"""Post market and job information by topic, for those who want it; and keep what people want to learn."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def _fk(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}_{target}"))


def _partial(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(
        name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition
    )


def upgrade() -> None:
    op.create_table(
        "bulletin",
        sa.Column("id", _ID, nullable=False),
        sa.Column("center_id", _ID, nullable=False),
        sa.Column("topic", sa.String(length=30), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("posted_at", _MOMENT, nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=9), nullable=False),
        sa.Column("due_at", _MOMENT, nullable=True),
        sa.Column("brought_to", sa.BigInteger(), nullable=False),
        sa.Column("brought_at", _MOMENT, nullable=True),
        sa.CheckConstraint("state in ('open','withdrawn')", name=op.f("ck_bulletin_state")),
        _fk("bulletin", "center_id", "org_unit"),
        _fk("bulletin", "author_id", "account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulletin")),
    )
    op.create_index("ix_bulletin_topic", "bulletin", ["center_id", "ends_on", "topic"])
    _partial("ix_bulletin_due", "bulletin", ["due_at"], "due_at IS NOT NULL")
    _subscriptions()
    _wishes()


def _subscriptions() -> None:
    table = "bulletin_subscription"
    op.create_table(
        table,
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("center_id", _ID, nullable=False),
        sa.Column("topic", sa.String(length=30), nullable=False),
        sa.Column("since", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=True),
        _fk(table, "account_id", "account"),
        _fk(table, "center_id", "org_unit"),
        sa.PrimaryKeyConstraint("account_id", "center_id", "topic", name=op.f(f"pk_{table}")),
    )
    op.create_index("ix_bulletin_subscription_topic", table, ["center_id", "topic", "account_id"])


def _wishes() -> None:
    table = "activity_wish"
    op.create_table(
        table,
        sa.Column("id", _ID, nullable=False),
        sa.Column("center_id", _ID, nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("wished_at", _MOMENT, nullable=False),
        sa.Column("told_at", _MOMENT, nullable=True),
        sa.Column("met_at", _MOMENT, nullable=True),
        _fk(table, "center_id", "org_unit"),
        _fk(table, "account_id", "account"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    columns = ["center_id", "key", "account_id"]
    _partial("uq_activity_wish_open", table, columns, "met_at IS NULL", unique=True)
    op.create_index("ix_activity_wish_account", table, ["account_id", "center_id", "id"])


def downgrade() -> None:
    op.drop_table("activity_wish")
    op.drop_table("bulletin_subscription")
    op.drop_table("bulletin")
