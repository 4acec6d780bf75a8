<%!
def plain(code):
    lines = (line for line in code.splitlines() if not line.strip().startswith("# ###"))
    return "\n".join(lines).strip()
%>"""${message}."""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    ${plain(upgrades or "pass")}


def downgrade() -> None:
    ${plain(downgrades or "pass")}
