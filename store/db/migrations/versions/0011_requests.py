"""Requests to cancel that somebody has to answer, their cards, and deadlines that fire alone."""

import sqlalchemy as sa
from alembic import op

from store.db.migrations.ddl import (
    BIG,
    BYTES,
    FLAG,
    MOMENT,
    TEXT,
    WORD,
    child,
    filled,
    given,
    index,
    key,
    maybe,
)

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; of an order's requests at most one waits."""
    op.create_table(
        "requests",
        *filled(BIG, "id", "version", "order_id", "shop_id"),
        *filled(WORD, "asked_by"),
        *filled(BIG, "asker_id"),
        *filled(TEXT, "reason"),
        *maybe(BYTES, "sealed_words"),
        *filled(MOMENT, "asked_at", "answer_by"),
        *filled(WORD, "state"),
        *maybe(WORD, "decided_by"),
        *maybe(BIG, "decider_id"),
        *maybe(MOMENT, "decided_at"),
        *maybe(TEXT, "decision_reason"),
        child("requests", "asker_id", "people.id"),
        child("requests", "decider_id", "people.id"),
        child("requests", "order_id", "orders.id"),
        child("requests", "shop_id", "shops.id"),
        key("requests", "id"),
    )
    index("requests", "order_id")
    index("requests", "shop_id", "state")
    waits = sa.text("state = 'PENDING'")
    op.create_index(
        "uq_requests_order_id",
        "requests",
        ["order_id"],
        unique=True,
        sqlite_where=waits,
        postgresql_where=waits,
    )
    op.create_table(
        "deadlines",
        *filled(WORD, "timer"),
        given("subject_id"),
        *filled(MOMENT, "due_at"),
        *maybe(MOMENT, "fired_at"),
        *filled(BIG, "tries"),
        key("deadlines", "timer", "subject_id"),
    )
    index("deadlines", "fired_at", "due_at")
    op.create_table(
        "cards",
        given("chat_id"),
        given("message_id"),
        *filled(WORD, "card"),
        *filled(FLAG, "has_photo", "has_buttons"),
        key("cards", "chat_id", "message_id"),
    )
    index("cards", "card")


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("cards")
    op.drop_table("deadlines")
    op.drop_table("requests")
