"""What was typed into a form is looked for by the moment at which it has to be forgotten."""

from alembic import op

from store.db.migrations.ddl import index

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Talks are found by their end."""
    index("talks", "expires_at")


def downgrade() -> None:
    """Nobody looks for it any more."""
    op.drop_index("ix_talks_expires_at", table_name="talks")
