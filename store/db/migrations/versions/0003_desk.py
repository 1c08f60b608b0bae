"""What the desk needs: shipments, their tracking lines, and what buyers confirmed."""

from alembic import op

from store.db.migrations.ddl import (
    BIG,
    MOMENT,
    TEXT,
    WORD,
    check,
    child,
    filled,
    given,
    index,
    key,
    maybe,
)

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, parents before children."""
    op.create_table(
        "shipments",
        given("order_id"),
        *filled(BIG, "version", "arranged_by"),
        *filled(MOMENT, "arranged_at"),
        *maybe(TEXT, "courier", "service", "number"),
        *maybe(MOMENT, "money_at", "money_missing_at", "returned_at", "goods_at"),
        *maybe(WORD, "goods"),
        check("shipments", "number", "(courier IS NULL) = (number IS NULL)"),
        check("shipments", "goods", "goods IS NULL OR returned_at IS NOT NULL"),
        child("shipments", "arranged_by", "people.id"),
        child("shipments", "order_id", "orders.id", ondelete="CASCADE"),
        key("shipments", "order_id"),
    )
    op.create_table(
        "tracking_lines",
        *filled(BIG, "id", "order_id", "person_id"),
        *filled(TEXT, "words"),
        *filled(MOMENT, "at"),
        child("tracking_lines", "order_id", "shipments.order_id", ondelete="CASCADE"),
        child("tracking_lines", "person_id", "people.id"),
        key("tracking_lines", "id"),
    )
    index("tracking_lines", "order_id")
    op.create_table(
        "cod_confirmations",
        given("order_id"),
        *filled(BIG, "version", "asked_by"),
        *filled(MOMENT, "asked_at"),
        *maybe(MOMENT, "answered_at"),
        *maybe(WORD, "answer"),
        child("cod_confirmations", "asked_by", "people.id"),
        child("cod_confirmations", "order_id", "orders.id", ondelete="CASCADE"),
        key("cod_confirmations", "order_id"),
    )


def downgrade() -> None:
    """Drop the tables, children before parents."""
    for table in ("cod_confirmations", "tracking_lines", "shipments"):
        op.drop_table(table)
