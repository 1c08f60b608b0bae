"""What buyer and shop write to each other about an order."""

import sqlalchemy as sa
from alembic import op

from store.db.migrations.ddl import BIG, BYTES, MOMENT, WORD, child, filled, index, key, maybe

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of messages."""
    op.create_table(
        "messages",
        sa.Column("id", BIG, nullable=False),
        *filled(BIG, "order_id"),
        *filled(WORD, "by"),
        *filled(BIG, "author_id"),
        *maybe(BYTES, "sealed_words"),
        *filled(MOMENT, "at"),
        child("messages", "order_id", "orders.id", ondelete="CASCADE"),
        child("messages", "author_id", "people.id"),
        key("messages", "id"),
    )
    index("messages", "order_id", "id")
    index("messages", "author_id")


def downgrade() -> None:
    """Drop it with everything that was written."""
    op.drop_table("messages")
