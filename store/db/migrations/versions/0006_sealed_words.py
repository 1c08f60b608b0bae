"""What buyers write is sealed: the message to the seller and the reason in their own words.

A step of the history has no key, so it cannot seal what lies there in plain: it leaves those words
behind, of orders and of checkouts alike, and takes them out of the notices. Nothing else is lost.
"""

from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

from store.db.migrations.ddl import BIG, BYTES, JSON, TEXT, WORD

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# Which fact of which event held words, and which says instead that there are some.
_TOLD = {"order_placed": ("note", "has_note"), "order_cancelled": ("words", "has_words")}
_PLAIN: Mapping[str, tuple[tuple[str, Any], ...]] = {
    "orders": (("note", TEXT), ("cancel_words", TEXT)),
    "checkouts": (("note", TEXT), ("shown", JSON)),
}
_Rewrite = Callable[[dict[str, Any], str, str], dict[str, Any]]


def upgrade() -> None:
    """Plain columns give way to sealed ones; notices only say that there is something to read."""
    for table, columns in _PLAIN.items():
        for name, _ in columns:
            op.drop_column(table, name)
            op.add_column(table, sa.Column(f"sealed_{name}", BYTES, nullable=True))
    _rewrite_payloads(_without_words)


def downgrade() -> None:
    """The plain columns are back, and empty."""
    for table, columns in _PLAIN.items():
        for name, kind in columns:
            op.drop_column(table, f"sealed_{name}")
            op.add_column(table, sa.Column(name, kind, nullable=True))
    _rewrite_payloads(_with_no_words)


def _without_words(payload: dict[str, Any], plain: str, told: str) -> dict[str, Any]:
    kept = {name: value for name, value in payload.items() if name != plain}
    return kept | {told: payload.get(plain) is not None}


def _with_no_words(payload: dict[str, Any], plain: str, told: str) -> dict[str, Any]:
    return {name: value for name, value in payload.items() if name != told} | {plain: None}


def _rewrite_payloads(rewrite: _Rewrite) -> None:
    """In every notice and parcel; a payload that was forgotten stays empty."""
    connection = op.get_bind()
    for name in ("notices", "outbox"):
        table = sa.table(
            name, sa.column("id", BIG), sa.column("event", WORD), sa.column("payload", JSON)
        )
        rows = connection.execute(sa.select(table).where(table.c.event.in_(tuple(_TOLD)))).all()
        for row_id, event, payload in rows:
            if payload:
                connection.execute(
                    sa.update(table)
                    .where(table.c.id == row_id)
                    .values(payload=rewrite(payload, *_TOLD[event]))
                )
