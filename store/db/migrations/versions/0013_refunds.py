"""Where buyers want their money back, and how often a refund was sent.

A refund that is promised already waits for its buyer's account.
"""

import sqlalchemy as sa
from alembic import op

from store.db.migrations.ddl import BIG, BYTES, MOMENT, child, filled, given, key, maybe

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and the table of remembered accounts."""
    for column in maybe(MOMENT, "sendable_at"):
        op.add_column("refunds", column)
    op.add_column("refunds", sa.Column("attempts", BIG, nullable=False, server_default="0"))
    op.create_table(
        "refund_accounts",
        given("person_id"),
        *filled(BIG, "version"),
        *filled(BYTES, "sealed"),
        *filled(MOMENT, "used_at"),
        child("refund_accounts", "person_id", "people.id"),
        key("refund_accounts", "person_id"),
    )


def downgrade() -> None:
    """Drop them; buyers are asked again."""
    op.drop_table("refund_accounts")
    op.drop_column("refunds", "attempts")
    op.drop_column("refunds", "sendable_at")
