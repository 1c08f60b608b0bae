"""What the bot remembers: updates, talks, live screens, sent notices, pictures."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "updates",
        sa.Column("seq", BIG, autoincrement=True, nullable=False),
        sa.Column("bot_id", BIG, nullable=False),
        sa.Column("update_id", BIG, nullable=False),
        sa.Column("lane", BIG, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("body", sa.LargeBinary()),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("done_at", MOMENT),
        sa.Column("error", sa.String(200)),
        sa.Column("replies", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("seq", name="pk_updates"),
        sa.UniqueConstraint("bot_id", "update_id", name="uq_updates_bot_id_update_id"),
    )
    op.create_index("ix_updates_done_at", "updates", ["done_at"])
    op.create_table(
        "talks",
        sa.Column("chat_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("parked", sa.Boolean(), nullable=False),
        sa.Column("frames", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "person_id", name="pk_talks"),
    )
    op.create_table(
        "live_screens",
        sa.Column("chat_id", BIG, nullable=False),
        sa.Column("message_id", BIG, nullable=False),
        sa.Column("has_photo", sa.Boolean(), nullable=False),
        sa.Column("covered", sa.Boolean(), nullable=False),
        sa.Column("seq", BIG, nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name="pk_live_screens"),
    )
    op.create_table(
        "sent_notices",
        sa.Column("chat_id", BIG, nullable=False),
        sa.Column("message_id", BIG, nullable=False),
        sa.Column("parcel_id", BIG, nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name="pk_sent_notices"),
    )
    op.create_index("ix_sent_notices_parcel_id", "sent_notices", ["parcel_id"])
    op.create_table(
        "known_pictures",
        sa.Column("bot_id", BIG, nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("file_id", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "content_hash", name="pk_known_pictures"),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in ("known_pictures", "sent_notices", "live_screens", "talks", "updates"):
        op.drop_table(table)
