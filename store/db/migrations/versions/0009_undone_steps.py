"""Steps that were taken back, when a shipment should arrive, and what a shop paid for one.

What shops paid for the parcels of older orders is not known; it counts as nothing.
"""

import sqlalchemy as sa
from alembic import op

from store.db.migrations.ddl import BIG, DAY, MOMENT, WORD, child, filled, index, key, maybe

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_DAYS = ("eta_from", "eta_to")


def upgrade() -> None:
    """Add the columns and the table of steps that were taken back."""
    paid = sa.Column("shipping_paid_by_shop", BIG, nullable=False, server_default="0")
    op.add_column("orders", paid)
    for column in (*maybe(DAY, *_DAYS), *maybe(MOMENT, "corrected_at")):
        op.add_column("shipments", column)
    with op.batch_alter_table("order_moments") as moments:
        moments.add_column(sa.Column("person_id", BIG, nullable=True))
        moments.create_foreign_key(
            "fk_order_moments_person_id_people", "people", ["person_id"], ["id"]
        )
    op.create_table(
        "undone_steps",
        *filled(BIG, "id", "order_id", "undone_by"),
        *filled(WORD, "moment"),
        *filled(MOMENT, "at", "undone_at"),
        *maybe(BIG, "person_id"),
        child("undone_steps", "order_id", "orders.id", ondelete="CASCADE"),
        child("undone_steps", "person_id", "people.id"),
        child("undone_steps", "undone_by", "people.id"),
        key("undone_steps", "id"),
    )
    index("undone_steps", "order_id")


def downgrade() -> None:
    """Drop them; steps that were taken back are forgotten."""
    op.drop_table("undone_steps")
    with op.batch_alter_table("order_moments") as moments:
        moments.drop_constraint("fk_order_moments_person_id_people", type_="foreignkey")
        moments.drop_column("person_id")
    for name in (*_DAYS, "corrected_at"):
        op.drop_column("shipments", name)
    op.drop_column("orders", "shipping_paid_by_shop")
