"""Keep standing pairs and their visits."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "pair",
        sa.Column("id", _ID, nullable=False),
        sa.Column("center_id", _ID, nullable=False),
        sa.Column("household_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("helper_id", sa.BigInteger(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.BigInteger(), nullable=True),
        sa.Column("next_id", sa.BigInteger(), nullable=True),
        sa.Column("request_id", _ID, nullable=True),
        sa.Column("purpose", sa.String(length=10), nullable=False),
        sa.Column("rhythm", sa.String(length=7), nullable=False),
        sa.Column("after_day", sa.Integer(), nullable=True),
        sa.Column("goals", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("over_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("code_word", sa.LargeBinary(), nullable=True),
        sa.Column("agreed_by", sa.String(length=9), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("wake_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("wants_other_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seeking_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("progress_month", sa.String(length=7), nullable=True),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("proposed_by_id", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(state in ('ended','declined')) = (over_at is not null)", name=op.f("ck_pair_over")
        ),
        sa.CheckConstraint(
            "after_day is null or (rhythm = 'monthly' and after_day between 2 and 25)",
            name=op.f("ck_pair_after_day"),
        ),
        sa.CheckConstraint("agreed_by in ('household','caller','officer')", name=op.f("ck_pair_agreed_by")),
        sa.CheckConstraint("purpose in ('care','production')", name=op.f("ck_pair_purpose")),
        sa.CheckConstraint("rhythm in ('monthly','twice','weekly')", name=op.f("ck_pair_rhythm")),
        sa.CheckConstraint(
            "state in ('proposed','accepted','active','paused','ended','declined')",
            name=op.f("ck_pair_state"),
        ),
        sa.CheckConstraint(
            "state not in ('active','paused') or (code_word is not null and agreed_by is not null)",
            name=op.f("ck_pair_agreed"),
        ),
        sa.CheckConstraint(
            "state not in ('paused','ended') or reason is not null", name=op.f("ck_pair_reason")
        ),
        sa.CheckConstraint(
            "state not in ('proposed','accepted') or wake_at is not null", name=op.f("ck_pair_answer")
        ),
        sa.CheckConstraint("helper_id <> second_id and helper_id <> next_id", name=op.f("ck_pair_others")),
        sa.ForeignKeyConstraint(["center_id"], ["org_unit.id"], name=op.f("fk_pair_center_id_org_unit")),
        sa.ForeignKeyConstraint(["helper_id"], ["account.id"], name=op.f("fk_pair_helper_id_account")),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_pair_household_id_household")
        ),
        sa.ForeignKeyConstraint(["next_id"], ["account.id"], name=op.f("fk_pair_next_id_account")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_pair_person_id_person")),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], ["account.id"], name=op.f("fk_pair_proposed_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["service_request.id"], name=op.f("fk_pair_request_id_service_request")
        ),
        sa.ForeignKeyConstraint(["second_id"], ["account.id"], name=op.f("fk_pair_second_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair")),
    )
    op.create_index("ix_pair_center", "pair", ["center_id", "state"], unique=False)
    op.create_index(
        "ix_pair_helper",
        "pair",
        ["helper_id"],
        unique=False,
        sqlite_where=sa.text("over_at IS NULL"),
        postgresql_where=sa.text("over_at IS NULL"),
    )
    op.create_index(
        "ix_pair_next",
        "pair",
        ["next_id"],
        unique=False,
        sqlite_where=sa.text("over_at IS NULL"),
        postgresql_where=sa.text("over_at IS NULL"),
    )
    op.create_index(
        "ix_pair_second",
        "pair",
        ["second_id"],
        unique=False,
        sqlite_where=sa.text("over_at IS NULL"),
        postgresql_where=sa.text("over_at IS NULL"),
    )
    op.create_index(
        "ix_pair_wake",
        "pair",
        ["wake_at"],
        unique=False,
        sqlite_where=sa.text("wake_at IS NOT NULL"),
        postgresql_where=sa.text("wake_at IS NOT NULL"),
    )
    op.create_index(
        "uq_pair_household",
        "pair",
        ["household_id"],
        unique=True,
        sqlite_where=sa.text("over_at IS NULL"),
        postgresql_where=sa.text("over_at IS NULL"),
    )
    op.create_table(
        "pair_move",
        sa.Column("id", _ID, nullable=False),
        sa.Column("pair_id", _ID, nullable=False),
        sa.Column("action", sa.String(length=10), nullable=False),
        sa.Column("from_state", sa.String(length=8), nullable=True),
        sa.Column("to_state", sa.String(length=8), nullable=False),
        sa.Column("helper_id", sa.BigInteger(), nullable=False),
        sa.Column("actor_id", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["account.id"], name=op.f("fk_pair_move_actor_id_account")),
        sa.ForeignKeyConstraint(["helper_id"], ["account.id"], name=op.f("fk_pair_move_helper_id_account")),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_pair_move_pair_id_pair")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair_move")),
    )
    op.create_index(op.f("ix_pair_move_pair_id"), "pair_move", ["pair_id"], unique=False)
    op.create_table(
        "household_wish",
        sa.Column("household_id", _ID, nullable=False),
        sa.Column("wishes", sa.LargeBinary(), nullable=False),
        sa.Column("unwanted", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_household_wish_household_id_household")
        ),
        sa.PrimaryKeyConstraint("household_id", name=op.f("pk_household_wish")),
    )
    op.create_table(
        "pair_progress",
        sa.Column("id", _ID, nullable=False),
        sa.Column("pair_id", _ID, nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_pair_progress_by_id_account")),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_pair_progress_pair_id_pair")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair_progress")),
        sa.UniqueConstraint("pair_id", "month", name=op.f("uq_pair_progress_pair_id_month")),
    )
    op.create_table(
        "visit",
        sa.Column("id", _ID, nullable=False),
        sa.Column("pair_id", _ID, nullable=False),
        sa.Column("goer_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=7), nullable=False),
        sa.Column("due_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("remind_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("miss_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("how", sa.String(length=6), nullable=True),
        sa.Column("condition", sa.String(length=5), nullable=True),
        sa.Column("said", sa.LargeBinary(), nullable=False),
        sa.Column("request_id", _ID, nullable=True),
        sa.CheckConstraint("(state = 'done') = (done_at is not null)", name=op.f("ck_visit_done")),
        sa.CheckConstraint("(state = 'due') = (miss_at is not null)", name=op.f("ck_visit_due")),
        sa.CheckConstraint("condition in ('well','so-so','needs')", name=op.f("ck_visit_condition")),
        sa.CheckConstraint("how in ('came','phoned','job','away')", name=op.f("ck_visit_how")),
        sa.CheckConstraint("state = 'due' or remind_at is null", name=op.f("ck_visit_remind")),
        sa.CheckConstraint("state in ('due','done','missed','dropped')", name=op.f("ck_visit_state")),
        sa.CheckConstraint("due_by >= due_from", name=op.f("ck_visit_span")),
        sa.ForeignKeyConstraint(["goer_id"], ["account.id"], name=op.f("fk_visit_goer_id_account")),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_visit_pair_id_pair")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["service_request.id"], name=op.f("fk_visit_request_id_service_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    op.create_index(
        "ix_visit_miss",
        "visit",
        ["miss_at"],
        unique=False,
        sqlite_where=sa.text("miss_at IS NOT NULL"),
        postgresql_where=sa.text("miss_at IS NOT NULL"),
    )
    op.create_index("ix_visit_pair", "visit", ["pair_id", "due_by"], unique=False)
    op.create_index(
        "ix_visit_remind",
        "visit",
        ["remind_at"],
        unique=False,
        sqlite_where=sa.text("remind_at IS NOT NULL"),
        postgresql_where=sa.text("remind_at IS NOT NULL"),
    )
    op.create_index(
        "uq_visit_due",
        "visit",
        ["pair_id"],
        unique=True,
        sqlite_where=sa.text("miss_at IS NOT NULL"),
        postgresql_where=sa.text("miss_at IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_table("visit")
    op.drop_table("pair_progress")
    op.drop_table("household_wish")
    op.drop_table("pair_move")
    op.drop_table("pair")
