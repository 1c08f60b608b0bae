"""Words for writing tables down: kinds of columns and constraints named by the convention."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

BIG: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT: Final = sa.DateTime(timezone=True)
DAY: Final = sa.Date()
WORD: Final = sa.String(40)
TEXT: Final = sa.String()
FLAG: Final = sa.Boolean()
JSON: Final = sa.JSON()
BYTES: Final = sa.LargeBinary()


def filled(kind: Any, *names: str) -> list[sa.Column[Any]]:
    """Columns that are never empty."""
    return [sa.Column(name, kind, nullable=False) for name in names]


def maybe(kind: Any, *names: str) -> list[sa.Column[Any]]:
    """Columns that may be empty."""
    return [sa.Column(name, kind, nullable=True) for name in names]


def given(name: str) -> sa.Column[Any]:
    """A number that comes from outside, never counted up by the database."""
    return sa.Column(name, BIG, nullable=False, autoincrement=False)


def key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    """What tells rows apart."""
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def once(table: str, *columns: str) -> sa.UniqueConstraint:
    """What no two rows may share."""
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def child(
    table: str, column: str, parent: str, *, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    """A column that names a row of another table."""
    name = f"fk_{table}_{column}_{parent.split('.')[0]}"
    return sa.ForeignKeyConstraint([column], [parent], name=name, ondelete=ondelete)


def check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    """A rule that every row keeps."""
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def index(table: str, *columns: str) -> None:
    """Make rows quick to find by these columns."""
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
