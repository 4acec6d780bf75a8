"""Find everything by an index: of what is open, so that it does not grow with what is over."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_CLOCKED = "rise_at IS NOT NULL"
_NEW = (
    ("ix_service_request_number", "service_request", ["number"], None),
    ("ix_service_request_asker", "service_request", ["asker_id", "status", "id"], None),
    ("ix_service_request_person", "service_request", ["person_id"], "person_id IS NOT NULL"),
    ("ix_service_request_line", "service_request", ["center_id", "line"], _CLOCKED),
    ("ix_service_request_step", "service_request", ["step", "center_id"], _CLOCKED),
    ("ix_service_request_holder", "service_request", ["holder_id"], f"holder_id IS NOT NULL AND {_CLOCKED}"),
    ("ix_service_request_rise", "service_request", ["rise_at"], _CLOCKED),
    ("ix_service_request_remind", "service_request", ["remind_at"], "remind_at IS NOT NULL"),
    ("ix_service_request_close", "service_request", ["closes_at"], "closes_at IS NOT NULL"),
    ("ix_service_request_merged", "service_request", ["merged_into_id"], "merged_into_id IS NOT NULL"),
    (
        "ix_service_request_follows",
        "service_request",
        ["merged_into_id"],
        f"merged_into_id IS NOT NULL AND {_CLOCKED}",
    ),
    ("ix_offer_out", "offer", ["account_id"], "withdrawn_at IS NULL"),
    ("ix_person_name", "person", ["center_id", "name_key"], None),
    ("ix_person_phone", "person", ["center_id", "phone_key"], None),
    ("ix_outbox_failed", "outbox", ["id"], "state = 'failed'"),
    ("ix_outbox_sent", "outbox", ["chat_id", "message_id"], "message_id IS NOT NULL"),
    ("ix_outbox_key", "outbox", ["chat_id", "key", "method", "id"], "key IS NOT NULL"),
    ("ix_outbox_request", "outbox", ["request_id"], "request_id IS NOT NULL"),
    ("ix_outbox_created", "outbox", ["created_at"], None),
)
_OLD = (
    ("ix_service_request_desk", "service_request", ["center_id", "status", "line", "due_at"]),
    ("ix_service_request_asker_id", "service_request", ["asker_id"]),
    ("ix_service_request_person_id", "service_request", ["person_id"]),
    ("ix_service_request_holder_id", "service_request", ["holder_id"]),
    ("ix_service_request_remind_at", "service_request", ["remind_at"]),
    ("ix_service_request_rise_at", "service_request", ["rise_at"]),
    ("ix_service_request_closes_at", "service_request", ["closes_at"]),
    ("ix_service_request_merged_into_id", "service_request", ["merged_into_id"]),
    ("ix_offer_account_id", "offer", ["account_id"]),
    ("ix_person_name_key", "person", ["name_key"]),
    ("ix_person_phone_key", "person", ["phone_key"]),
    ("ix_outbox_sent", "outbox", ["chat_id", "message_id"]),
    ("ix_outbox_key", "outbox", ["chat_id", "key"]),
    ("ix_outbox_request_id", "outbox", ["request_id"]),
)


def upgrade() -> None:
    for name, table, _ in _OLD:
        op.drop_index(name, table_name=table)
    for name, table, columns, where in _NEW:
        condition = sa.text(where) if where else None
        op.create_index(name, table, columns, sqlite_where=condition, postgresql_where=condition)


def downgrade() -> None:
    for name, table, _, _ in _NEW:
        op.drop_index(name, table_name=table)
    for name, table, columns in _OLD:
        op.create_index(name, table, columns)
