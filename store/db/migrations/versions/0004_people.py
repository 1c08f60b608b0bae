"""Personal settings, operators, links of several kinds, and forgetting people."""

import sqlalchemy as sa
from alembic import op

from store.db.migrations.ddl import BIG, BYTES, FLAG, MOMENT, WORD, child, filled, key

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Widen what is there, then make the new tables."""
    op.add_column(
        "people", sa.Column("quiet_nights", FLAG, nullable=False, server_default=sa.true())
    )
    op.add_column("people", sa.Column("erasures", BIG, nullable=False, server_default="0"))
    op.add_column("people", sa.Column("unreachable_since", MOMENT, nullable=True))
    op.add_column("orders", sa.Column("sealed_for_afterwards", BYTES, nullable=True))
    op.add_column("outbox", sa.Column("kind", WORD, nullable=True))
    with op.batch_alter_table("links") as links:
        links.add_column(sa.Column("purpose", WORD, nullable=False, server_default="SHOP"))
        links.alter_column("shop_id", existing_type=BIG, nullable=True)
        links.alter_column("role", existing_type=WORD, nullable=True)
    op.create_table(
        "kept_kinds",
        *filled(BIG, "person_id"),
        *filled(WORD, "kind"),
        child("kept_kinds", "person_id", "people.id"),
        key("kept_kinds", "person_id", "kind"),
    )
    op.create_table(
        "operators",
        sa.Column("person_id", BIG, nullable=False, autoincrement=False),
        *filled(MOMENT, "since"),
        child("operators", "person_id", "people.id"),
        key("operators", "person_id"),
    )


def downgrade() -> None:
    """Drop the new tables, then narrow what was widened."""
    op.drop_table("operators")
    op.drop_table("kept_kinds")
    op.execute("DELETE FROM links WHERE shop_id IS NULL OR role IS NULL")
    with op.batch_alter_table("links") as links:
        links.alter_column("role", existing_type=WORD, nullable=False)
        links.alter_column("shop_id", existing_type=BIG, nullable=False)
        links.drop_column("purpose")
    op.drop_column("outbox", "kind")
    op.drop_column("orders", "sealed_for_afterwards")
    for column in ("unreachable_since", "erasures", "quiet_nights"):
        op.drop_column("people", column)
