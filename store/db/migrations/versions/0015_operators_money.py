"""What operators look after: money that they collect for shops, and refunds that are late.

A refund that did not arrive has called the operators already.
"""

import sqlalchemy as sa
from alembic import op

from store.db.migrations.ddl import FLAG, MOMENT, TEXT, maybe

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; no shop's money is collected by operators yet."""
    _add_flag("shops", "operator_collects")
    _add_flag("refunds", "by_operator")
    for column in (*maybe(MOMENT, "called_at"), *maybe(TEXT, "reference")):
        op.add_column("refunds", column)
    for column in maybe(TEXT, "charge"):
        op.add_column("receipts", column)
    op.execute("UPDATE refunds SET called_at = sendable_at WHERE state = 'FAILED'")


def downgrade() -> None:
    """Drop them."""
    op.drop_column("receipts", "charge")
    for name in ("reference", "called_at", "by_operator"):
        op.drop_column("refunds", name)
    op.drop_column("shops", "operator_collects")


def _add_flag(table: str, name: str) -> None:
    op.add_column(table, sa.Column(name, FLAG, nullable=False, server_default=sa.false()))
