"""Number the certificates of a center; none was given before."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("certificate") as table:
        table.add_column(sa.Column("center_id", _ID, nullable=False))
        table.add_column(sa.Column("year", sa.Integer(), nullable=False))
        table.add_column(sa.Column("serial", sa.Integer(), nullable=False))
        table.create_foreign_key(
            op.f("fk_certificate_center_id_org_unit"), "org_unit", ["center_id"], ["id"]
        )
        table.create_unique_constraint(
            op.f("uq_certificate_center_id_year_serial"), ["center_id", "year", "serial"]
        )


def downgrade() -> None:
    with op.batch_alter_table("certificate") as table:
        table.drop_constraint(op.f("uq_certificate_center_id_year_serial"))
        table.drop_constraint(op.f("fk_certificate_center_id_org_unit"))
        for name in ("serial", "year", "center_id"):
            table.drop_column(name)
