"""Which message put a key for contacts in place of a phone's keyboard, so that it goes again."""

import sqlalchemy as sa
from alembic import op

from store.db.migrations.ddl import BIG

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Live screens know of the key that stands with them."""
    op.add_column("live_screens", sa.Column("contact_key", BIG, nullable=True))


def downgrade() -> None:
    """A key that stands now is forgotten; the next keyboard of the phone's own ends it."""
    op.drop_column("live_screens", "contact_key")
