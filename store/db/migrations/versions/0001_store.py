"""The tables of the shop as it opened."""

from alembic import op

from store.db.migrations.ddl import (
    BIG,
    BYTES,
    DAY,
    FLAG,
    JSON,
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

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "people",
    "shops",
    "courier_services",
    "shop_members",
    "links",
    "categories",
    "products",
    "variants",
    "media",
    "pictures",
    "addresses",
    "checkouts",
    "orders",
    "order_lines",
    "order_moments",
    "notices",
    "outbox",
)


def upgrade() -> None:
    """Make all tables, parents before children."""
    _create_people()
    _create_shops()
    _create_members_and_links()
    _create_products()
    _create_variants()
    _create_pictures()
    _create_addresses_and_checkouts()
    _create_orders()
    _create_order_parts()
    _create_inbox()


def downgrade() -> None:
    """Drop all tables, children before parents."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_people() -> None:
    op.create_table(
        "people",
        given("id"),
        *filled(TEXT, "name"),
        *filled(WORD, "language"),
        *filled(FLAG, "language_chosen"),
        *filled(MOMENT, "created_at"),
        *maybe(WORD, "zone", "address_zone"),
        key("people", "id"),
    )


def _create_shops() -> None:
    op.create_table(
        "shops",
        *filled(BIG, "id", "version", "free_cancel_minutes"),
        *filled(TEXT, "slug", "name", "province", "city"),
        *filled(WORD, "language", "zone"),
        *filled(FLAG, "verified"),
        *filled(JSON, "closed_days"),
        *filled(MOMENT, "created_at"),
        *maybe(BIG, "free_shipping_from"),
        check("shops", "free_cancel_minutes", "free_cancel_minutes BETWEEN 0 AND 60"),
        key("shops", "id"),
        once("shops", "slug"),
    )
    op.create_table(
        "courier_services",
        *filled(BIG, "id", "shop_id", "fee", "days_from", "days_to"),
        *filled(TEXT, "courier", "service"),
        *filled(WORD, "reach"),
        check("courier_services", "fee", "fee >= 0"),
        child("courier_services", "shop_id", "shops.id", ondelete="CASCADE"),
        key("courier_services", "id"),
        once("courier_services", "shop_id", "courier", "service", "reach"),
    )


def _create_members_and_links() -> None:
    op.create_table(
        "shop_members",
        *filled(BIG, "shop_id", "person_id"),
        *filled(WORD, "role"),
        *filled(MOMENT, "joined_at"),
        child("shop_members", "person_id", "people.id"),
        child("shop_members", "shop_id", "shops.id", ondelete="CASCADE"),
        key("shop_members", "shop_id", "person_id"),
    )
    index("shop_members", "person_id")
    op.create_table(
        "links",
        *filled(TEXT, "token_hash"),
        *filled(BIG, "shop_id"),
        *filled(WORD, "role"),
        *filled(MOMENT, "created_at", "expires_at"),
        *maybe(MOMENT, "used_at"),
        *maybe(BIG, "used_by"),
        child("links", "shop_id", "shops.id", ondelete="CASCADE"),
        key("links", "token_hash"),
    )


def _create_products() -> None:
    op.create_table(
        "categories",
        *filled(BIG, "id"),
        *filled(TEXT, "name"),
        key("categories", "id"),
        once("categories", "name"),
    )
    op.create_table(
        "products",
        *filled(BIG, "id", "version", "shop_id", "category_id"),
        *filled(TEXT, "code", "title", "description"),
        *filled(MOMENT, "created_at"),
        child("products", "category_id", "categories.id"),
        child("products", "shop_id", "shops.id"),
        key("products", "id"),
        once("products", "shop_id", "code"),
    )


def _create_variants() -> None:
    op.create_table(
        "variants",
        *filled(BIG, "id", "product_id", "position", "price", "stock", "listed_stock"),
        *filled(TEXT, "sku", "name"),
        *maybe(BIG, "original_price"),
        check("variants", "price", "price > 0"),
        check("variants", "stock", "stock >= 0"),
        child("variants", "product_id", "products.id", ondelete="CASCADE"),
        key("variants", "id"),
        once("variants", "product_id", "sku"),
    )


def _create_pictures() -> None:
    op.create_table(
        "media",
        *filled(TEXT, "hash", "mime"),
        *filled(BYTES, "content"),
        key("media", "hash"),
    )
    op.create_table(
        "pictures",
        *filled(BIG, "product_id", "position"),
        *filled(TEXT, "media_hash"),
        child("pictures", "media_hash", "media.hash"),
        child("pictures", "product_id", "products.id", ondelete="CASCADE"),
        key("pictures", "product_id", "position"),
    )


def _create_addresses_and_checkouts() -> None:
    op.create_table(
        "addresses",
        *filled(BIG, "id", "version", "person_id"),
        *filled(BYTES, "sealed"),
        *filled(MOMENT, "created_at", "used_at"),
        child("addresses", "person_id", "people.id"),
        key("addresses", "id"),
    )
    index("addresses", "person_id")
    op.create_table(
        "checkouts",
        given("buyer_id"),
        *filled(BIG, "version", "variant_id", "quantity"),
        *filled(TEXT, "key"),
        *filled(FLAG, "is_open"),
        *filled(WORD, "payment"),
        *filled(MOMENT, "touched_at"),
        *maybe(BIG, "address_id"),
        *maybe(TEXT, "courier", "service", "note"),
        *maybe(JSON, "shown"),
        child("checkouts", "address_id", "addresses.id", ondelete="SET NULL"),
        child("checkouts", "buyer_id", "people.id"),
        child("checkouts", "variant_id", "variants.id"),
        key("checkouts", "buyer_id"),
        once("checkouts", "key"),
    )


def _create_orders() -> None:
    op.create_table(
        "orders",
        *filled(
            BIG,
            "id",
            "version",
            "checkout_version",
            "buyer_id",
            "shop_id",
            "subtotal",
            "shipping_fee",
            "total",
        ),
        *filled(TEXT, "ref", "checkout_key", "courier", "service"),
        *filled(WORD, "status", "payment"),
        *filled(DAY, "eta_from", "eta_to"),
        *filled(BYTES, "sealed_address"),
        *filled(MOMENT, "placed_at", "ship_by"),
        *maybe(TEXT, "note", "cancel_reason", "cancel_words"),
        *maybe(MOMENT, "hold_until", "cancelled_at"),
        *maybe(WORD, "cancelled_by"),
        check("orders", "total", "total = subtotal + shipping_fee"),
        child("orders", "buyer_id", "people.id"),
        child("orders", "shop_id", "shops.id"),
        key("orders", "id"),
        once("orders", "checkout_key"),
        once("orders", "ref"),
    )
    index("orders", "buyer_id", "checkout_version")
    index("orders", "buyer_id", "status")
    index("orders", "shop_id", "status")


def _create_order_parts() -> None:
    op.create_table(
        "order_lines",
        *filled(BIG, "order_id", "position", "product_id", "variant_id", "unit_price", "quantity"),
        *filled(TEXT, "title", "variant_name"),
        *maybe(TEXT, "picture"),
        *maybe(BIG, "original_price"),
        check("order_lines", "quantity", "quantity > 0"),
        child("order_lines", "order_id", "orders.id", ondelete="CASCADE"),
        child("order_lines", "product_id", "products.id"),
        child("order_lines", "variant_id", "variants.id"),
        key("order_lines", "order_id", "position"),
    )
    op.create_table(
        "order_moments",
        *filled(BIG, "order_id"),
        *filled(WORD, "moment"),
        *filled(MOMENT, "at"),
        child("order_moments", "order_id", "orders.id", ondelete="CASCADE"),
        key("order_moments", "order_id", "moment"),
    )


def _create_inbox() -> None:
    op.create_table(
        "notices",
        *filled(BIG, "id", "person_id", "event_version"),
        *filled(WORD, "kind"),
        *filled(TEXT, "subject", "event"),
        *filled(JSON, "payload"),
        *filled(MOMENT, "created_at"),
        *maybe(BIG, "shop_id"),
        *maybe(MOMENT, "read_at"),
        child("notices", "person_id", "people.id"),
        child("notices", "shop_id", "shops.id"),
        key("notices", "id"),
    )
    index("notices", "person_id", "kind", "read_at")
    index("notices", "person_id", "subject")
    op.create_table(
        "outbox",
        *filled(BIG, "id", "recipient_id", "event_version", "tries"),
        *filled(TEXT, "key", "event"),
        *filled(WORD, "recipient_kind", "state"),
        *filled(JSON, "payload"),
        *filled(MOMENT, "not_before", "created_at"),
        *maybe(BIG, "notice_id"),
        *maybe(MOMENT, "sent_at"),
        child("outbox", "notice_id", "notices.id"),
        key("outbox", "id"),
        once("outbox", "key"),
    )
    index("outbox", "recipient_kind", "recipient_id", "state", "id")
    index("outbox", "state", "not_before")
