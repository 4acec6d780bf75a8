"""Keep proxies and calls."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "proxy_relation",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("center_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("proxy_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("person_name", sa.LargeBinary(), nullable=False),
        sa.Column("name_key", sa.String(length=64), nullable=True),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_by", sa.String(length=6), nullable=True),
        sa.Column("ended_by", sa.String(length=6), nullable=True),
        sa.CheckConstraint("confirmed_by in ('person','clerk')", name=op.f("ck_proxy_relation_confirmed_by")),
        sa.CheckConstraint("ended_by in ('person','proxy','clerk')", name=op.f("ck_proxy_relation_ended_by")),
        sa.CheckConstraint(
            "kind in ('household','child','neighbour','other')", name=op.f("ck_proxy_relation_kind")
        ),
        sa.CheckConstraint(
            "state <> 'confirmed' or confirmed_by is not null", name=op.f("ck_proxy_relation_confirmed")
        ),
        sa.CheckConstraint(
            "state in ('asked','confirmed','refused','revoked')", name=op.f("ck_proxy_relation_state")
        ),
        sa.CheckConstraint(
            "(person_id is null) = (name_key is not null)", name=op.f("ck_proxy_relation_who")
        ),
        sa.ForeignKeyConstraint(
            ["center_id"], ["org_unit.id"], name=op.f("fk_proxy_relation_center_id_org_unit")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_proxy_relation_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["proxy_id"], ["account.id"], name=op.f("fk_proxy_relation_proxy_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proxy_relation")),
        sa.UniqueConstraint("proxy_id", "center_id", "name_key", name="uq_proxy_relation_named"),
        sa.UniqueConstraint("proxy_id", "person_id", name=op.f("uq_proxy_relation_proxy_id_person_id")),
    )
    with op.batch_alter_table("proxy_relation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proxy_relation_person_id"), ["person_id"], unique=False)

    op.create_table(
        "call_task",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("center_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("request_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("relation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_name", sa.LargeBinary(), nullable=False),
        sa.Column("person_phone", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("step", sa.String(length=12), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rise_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("done_by_id", sa.BigInteger(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state <> 'open' or due_at is not null", name=op.f("ck_call_task_due")),
        sa.CheckConstraint(
            "state in ('open','agreed','stopped','unreachable','dropped')", name=op.f("ck_call_task_state")
        ),
        sa.CheckConstraint(
            "step in ('clerk','director','township','county')", name=op.f("ck_call_task_step")
        ),
        sa.ForeignKeyConstraint(["center_id"], ["org_unit.id"], name=op.f("fk_call_task_center_id_org_unit")),
        sa.ForeignKeyConstraint(["done_by_id"], ["account.id"], name=op.f("fk_call_task_done_by_id_account")),
        sa.ForeignKeyConstraint(
            ["relation_id"], ["proxy_relation.id"], name=op.f("fk_call_task_relation_id_proxy_relation")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["service_request.id"], name=op.f("fk_call_task_request_id_service_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_task")),
    )
    with op.batch_alter_table("call_task", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_task_relation_id"), ["relation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_call_task_request_id"), ["request_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_call_task_rise_at"), ["rise_at"], unique=False)
        batch_op.create_index("ix_call_task_waiting", ["center_id", "state", "step"], unique=False)
        batch_op.create_index(
            "uq_call_task_open",
            ["request_id"],
            unique=True,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )

    op.create_index("ix_service_request_person_id", "service_request", ["person_id"])
    # Written out: with its check in the column neither engine has to copy the table.
    op.execute(
        "ALTER TABLE service_request ADD COLUMN filed_by VARCHAR(6) DEFAULT 'self' NOT NULL"
        " CONSTRAINT ck_service_request_filed_by CHECK (filed_by in ('self','proxy','clerk'))"
    )
    op.execute("UPDATE service_request SET filed_by = 'proxy' WHERE person_name IS NOT NULL")


def downgrade() -> None:
    with op.batch_alter_table("service_request", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_service_request_filed_by"), type_="check")
        batch_op.drop_column("filed_by")
    op.drop_index("ix_service_request_person_id", "service_request")

    with op.batch_alter_table("call_task", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_call_task_open",
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )
        batch_op.drop_index("ix_call_task_waiting")
        batch_op.drop_index(batch_op.f("ix_call_task_rise_at"))
        batch_op.drop_index(batch_op.f("ix_call_task_request_id"))
        batch_op.drop_index(batch_op.f("ix_call_task_relation_id"))

    op.drop_table("call_task")
    with op.batch_alter_table("proxy_relation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proxy_relation_person_id"))

    op.drop_table("proxy_relation")
