"""Sign up for activities, wait for a seat, be there."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
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
    _activities()
    _slots()
    _sessions()
    _versions()
    _signups()
    _attendance()
    _certificates()


def _activities() -> None:
    op.create_table(
        "activity",
        sa.Column("id", _ID, nullable=False),
        sa.Column("center_id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("starts_at", _MOMENT, nullable=True),
        sa.Column("ends_at", _MOMENT, nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("notice_id", _ID, nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("state in ('open','called-off','over')", name=op.f("ck_activity_state")),
        _fk("activity", "center_id", "org_unit"),
        _fk("activity", "author_id", "account"),
        _fk("activity", "notice_id", "notice"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
        sa.UniqueConstraint("center_id", "year", "serial", name=op.f("uq_activity_center_id_year_serial")),
    )
    op.create_index("ix_activity_coming", "activity", ["center_id", "state", "starts_at"])
    _partial("ix_activity_end", "activity", ["ends_at"], "state = 'open' AND ends_at IS NOT NULL")


def _slots() -> None:
    op.create_table(
        "activity_slot",
        sa.Column("id", _ID, nullable=False),
        sa.Column("activity_id", _ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=True),
        sa.Column("starts_at", _MOMENT, nullable=True),
        sa.Column("ends_at", _MOMENT, nullable=True),
        sa.CheckConstraint("seats >= 1", name=op.f("ck_activity_slot_seats")),
        _fk("activity_slot", "activity_id", "activity"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_slot")),
        sa.UniqueConstraint("activity_id", "position", name=op.f("uq_activity_slot_activity_id_position")),
    )


def _sessions() -> None:
    op.create_table(
        "activity_session",
        sa.Column("id", _ID, nullable=False),
        sa.Column("activity_id", _ID, nullable=False),
        sa.Column("slot_id", _ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("starts_at", _MOMENT, nullable=False),
        sa.Column("ends_at", _MOMENT, nullable=False),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("remind_at", _MOMENT, nullable=True),
        sa.Column("sum_up_at", _MOMENT, nullable=True),
        sa.Column("reminded_to", sa.BigInteger(), nullable=True),
        _fk("activity_session", "activity_id", "activity"),
        _fk("activity_session", "slot_id", "activity_slot"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_session")),
        sa.UniqueConstraint("slot_id", "number", name=op.f("uq_activity_session_slot_id_number")),
    )
    op.create_index("ix_activity_session_activity", "activity_session", ["activity_id", "starts_at"])
    _partial("ix_activity_session_remind", "activity_session", ["remind_at"], "remind_at IS NOT NULL")
    _partial("ix_activity_session_sum_up", "activity_session", ["sum_up_at"], "sum_up_at IS NOT NULL")


def _versions() -> None:
    op.create_table(
        "activity_version",
        sa.Column("activity_id", _ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        _fk("activity_version", "activity_id", "activity"),
        _fk("activity_version", "by_id", "account"),
        sa.PrimaryKeyConstraint("activity_id", "version", name=op.f("pk_activity_version")),
    )


def _signups() -> None:
    op.create_table(
        "signup",
        sa.Column("id", _ID, nullable=False),
        sa.Column("activity_id", _ID, nullable=False),
        sa.Column("slot_id", _ID, nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("person_id", _ID, nullable=True),
        sa.Column("household_id", _ID, nullable=True),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("signed_by", sa.String(length=10), nullable=False),
        sa.Column("signed_by_id", sa.BigInteger(), nullable=False),
        sa.Column("signed_at", _MOMENT, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("skips", sa.Integer(), nullable=False),
        sa.Column("answer_by", _MOMENT, nullable=True),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.Column("still", sa.Boolean(), nullable=True),
        sa.Column("ask_at", _MOMENT, nullable=True),
        sa.Column("verdict", sa.String(length=10), nullable=True),
        sa.Column("remark", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "state in ('seated','offered','waiting','cancelled','lapsed','returned')",
            name=op.f("ck_signup_state"),
        ),
        sa.CheckConstraint(
            "signed_by in ('self','household','proxy','officer')", name=op.f("ck_signup_signed_by")
        ),
        sa.CheckConstraint(
            "(state = 'offered') = (answer_by is not null)", name=op.f("ck_signup_offered")
        ),
        _fk("signup", "activity_id", "activity"),
        _fk("signup", "slot_id", "activity_slot"),
        _fk("signup", "account_id", "account"),
        _fk("signup", "person_id", "person"),
        _fk("signup", "household_id", "household"),
        _fk("signup", "signed_by_id", "account"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signup")),
    )
    active = "state in ('seated','offered','waiting')"
    _partial("uq_signup_active", "signup", ["slot_id", "subject"], active, unique=True)
    op.create_index("ix_signup_slot", "signup", ["slot_id", "state", "place"])
    op.create_index("ix_signup_activity", "signup", ["activity_id", "state"])
    op.create_index("ix_signup_account", "signup", ["account_id", "state"])
    op.create_index("ix_signup_subject", "signup", ["subject", "state"])
    op.create_index(op.f("ix_signup_person_id"), "signup", ["person_id"])
    op.create_index(op.f("ix_signup_household_id"), "signup", ["household_id"])
    _partial("ix_signup_answer", "signup", ["answer_by"], "answer_by IS NOT NULL")
    _partial("ix_signup_ask", "signup", ["ask_at"], "ask_at IS NOT NULL")


def _attendance() -> None:
    op.create_table(
        "attendance",
        sa.Column("session_id", _ID, nullable=False),
        sa.Column("signup_id", _ID, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("how", sa.String(length=10), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("how in ('code','list','paper','walk-in')", name=op.f("ck_attendance_how")),
        _fk("attendance", "session_id", "activity_session"),
        _fk("attendance", "signup_id", "signup"),
        _fk("attendance", "by_id", "account"),
        sa.PrimaryKeyConstraint("session_id", "signup_id", name=op.f("pk_attendance")),
    )
    op.create_index(op.f("ix_attendance_signup_id"), "attendance", ["signup_id"])


def _certificates() -> None:
    op.create_table(
        "certificate",
        sa.Column("signup_id", _ID, nullable=False),
        sa.Column("activity_id", _ID, nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("attended", sa.Integer(), nullable=False),
        sa.Column("sessions", sa.Integer(), nullable=False),
        sa.Column("given_by_id", sa.BigInteger(), nullable=False),
        sa.Column("given_at", _MOMENT, nullable=False),
        _fk("certificate", "signup_id", "signup"),
        _fk("certificate", "activity_id", "activity"),
        _fk("certificate", "given_by_id", "account"),
        sa.PrimaryKeyConstraint("signup_id", name=op.f("pk_certificate")),
        sa.UniqueConstraint("number", name=op.f("uq_certificate_number")),
    )
    op.create_index(op.f("ix_certificate_activity_id"), "certificate", ["activity_id"])


def downgrade() -> None:
    for name in (
        "certificate",
        "attendance",
        "signup",
        "activity_version",
        "activity_session",
        "activity_slot",
        "activity",
    ):
        op.drop_table(name)
