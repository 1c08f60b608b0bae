"""Where a shop takes money that is sent: bank accounts and e-wallets."""

import sqlalchemy as sa
from alembic import op

from store.db.migrations.ddl import BIG, BYTES, FLAG, MOMENT, TEXT, WORD, child, filled, index, key

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table; no shop offers an account before its file is loaded again."""
    op.create_table(
        "shop_accounts",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        *filled(BIG, "shop_id", "position"),
        *filled(WORD, "kind"),
        *filled(TEXT, "name"),
        *filled(BYTES, "sealed_number", "sealed_holder"),
        *filled(FLAG, "is_active"),
        *filled(MOMENT, "created_at"),
        key("shop_accounts", "id"),
        child("shop_accounts", "shop_id", "shops.id", ondelete="CASCADE"),
    )
    index("shop_accounts", "shop_id")


def downgrade() -> None:
    """Drop the table; the shop files still hold what stood in it."""
    op.drop_table("shop_accounts")
