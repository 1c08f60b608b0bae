"""Payments by hand, what buyers claim, what came, what goes back, and a ledger of all of it."""

import sqlalchemy as sa
from alembic import op

from store.db.migrations.ddl import (
    BIG,
    BYTES,
    FLAG,
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
    once,
)

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_LIVE = "state IN ('OPEN', 'CLAIMED', 'NOT_FOUND', 'DISPUTED')"


def upgrade() -> None:
    """Make the tables, parents before children; a checkout remembers the account it chose."""
    _make_payments()
    _make_money()
    with op.batch_alter_table("checkouts") as table:
        table.add_column(sa.Column("account_id", BIG, nullable=True))
        table.create_foreign_key(
            "fk_checkouts_account_id_shop_accounts", "shop_accounts", ["account_id"], ["id"]
        )


def downgrade() -> None:
    """Drop the tables, children before parents."""
    with op.batch_alter_table("checkouts") as table:
        table.drop_constraint("fk_checkouts_account_id_shop_accounts", type_="foreignkey")
        table.drop_column("account_id")
    for table_name in ("ledger", "refunds", "receipts", "claims", "payments"):
        op.drop_table(table_name)


def _make_payments() -> None:
    op.create_table(
        "payments",
        given("order_id"),
        *filled(BIG, "version"),
        *filled(WORD, "method"),
        *maybe(BIG, "account_id"),
        *filled(BIG, "due", "unique_code", "received"),
        *filled(WORD, "state"),
        *filled(FLAG, "rest_asked"),
        *filled(MOMENT, "opened_at", "expires_at"),
        *maybe(BIG, "ruled_by"),
        *maybe(MOMENT, "ruled_at"),
        check("payments", "received", "received >= 0"),
        child("payments", "account_id", "shop_accounts.id"),
        child("payments", "order_id", "orders.id"),
        child("payments", "ruled_by", "people.id"),
        key("payments", "order_id"),
    )
    _one("uq_payments_account_id_due", "payments", ["account_id", "due"], where=_LIVE)
    op.create_table(
        "claims",
        *filled(BIG, "id", "version", "order_id", "shop_id", "number"),
        *filled(MOMENT, "claimed_at"),
        *maybe(TEXT, "proof"),
        *filled(WORD, "state"),
        *maybe(BIG, "amount"),
        *maybe(WORD, "booked"),
        *maybe(TEXT, "reason"),
        *maybe(BIG, "decider_id"),
        *maybe(MOMENT, "decided_at"),
        child("claims", "decider_id", "people.id"),
        child("claims", "order_id", "payments.order_id"),
        child("claims", "shop_id", "shops.id"),
        key("claims", "id"),
        once("claims", "order_id", "number"),
    )
    index("claims", "proof")
    index("claims", "shop_id", "state")
    _one("uq_claims_order_id", "claims", ["order_id"], where="state = 'WAITING'")


def _make_money() -> None:
    op.create_table(
        "receipts",
        *filled(BIG, "id"),
        *filled(TEXT, "key"),
        *filled(BIG, "order_id", "amount"),
        *filled(WORD, "booked"),
        *maybe(BIG, "by"),
        *filled(MOMENT, "at"),
        check("receipts", "amount", "amount > 0"),
        child("receipts", "by", "people.id"),
        child("receipts", "order_id", "orders.id"),
        key("receipts", "id"),
        once("receipts", "key"),
    )
    index("receipts", "order_id")
    op.create_table(
        "refunds",
        *filled(BIG, "id", "version"),
        *filled(TEXT, "key"),
        *filled(BIG, "order_id", "shop_id"),
        *filled(WORD, "cause"),
        *filled(BIG, "amount"),
        *filled(WORD, "state"),
        *maybe(BYTES, "sealed_account"),
        *filled(MOMENT, "promised_at"),
        *maybe(MOMENT, "sent_at"),
        *maybe(BIG, "sent_by"),
        *maybe(TEXT, "proof"),
        *maybe(MOMENT, "settled_at"),
        check("refunds", "amount", "amount > 0"),
        child("refunds", "order_id", "orders.id"),
        child("refunds", "sent_by", "people.id"),
        child("refunds", "shop_id", "shops.id"),
        key("refunds", "id"),
        once("refunds", "key"),
    )
    index("refunds", "order_id")
    index("refunds", "shop_id", "state")
    op.create_table(
        "ledger",
        *filled(BIG, "id"),
        *filled(TEXT, "key"),
        *filled(BIG, "order_id"),
        *filled(WORD, "entry", "book"),
        *filled(BIG, "amount"),
        *filled(MOMENT, "at"),
        child("ledger", "order_id", "orders.id"),
        key("ledger", "id"),
        once("ledger", "key", "entry", "book"),
    )
    index("ledger", "order_id")


def _one(name: str, table: str, columns: list[str], *, where: str) -> None:
    """Of the rows of which this is so no two are alike."""
    only = sa.text(where)
    op.create_index(name, table, columns, unique=True, sqlite_where=only, postgresql_where=only)
