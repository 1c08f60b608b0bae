"""Which group is a shop's own."""

import sqlalchemy as sa
from alembic import op

from store.db.migrations.ddl import BIG, MOMENT, filled, key, maybe

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table; of the groups that have not ended no two are of one shop or chat."""
    op.create_table(
        "shop_groups",
        sa.Column("number", BIG, autoincrement=True, nullable=False),
        *filled(BIG, "shop_id", "chat_id"),
        *filled(sa.String(128), "title"),
        *filled(BIG, "bound_by"),
        *filled(MOMENT, "bound_at"),
        *maybe(MOMENT, "ended_at"),
        key("shop_groups", "number"),
    )
    now = sa.text("ended_at IS NULL")
    for column in ("shop_id", "chat_id"):
        op.create_index(
            f"uq_shop_groups_{column}",
            "shop_groups",
            [column],
            unique=True,
            sqlite_where=now,
            postgresql_where=now,
        )


def downgrade() -> None:
    """Drop the table, and the links that only it understands."""
    op.drop_table("shop_groups")
    op.execute("DELETE FROM links WHERE purpose = 'GROUP'")
