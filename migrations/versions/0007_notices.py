"""Telling people: their addresses, the messages to them, and what they heard by voice.

Revision 0007, after 0006.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up to this revision."""
    _add_addresses()
    _add_notices()
    with op.batch_alter_table("followers") as batch:
        batch.add_column(sa.Column("heard", sa.Float(), nullable=True))


def downgrade() -> None:
    """Go back to the one before."""
    with op.batch_alter_table("followers") as batch:
        batch.drop_column("heard")
    op.drop_table("notices")
    op.drop_table("addresses")


def _add_addresses() -> None:
    op.create_table(
        "addresses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("speaker", sa.String(length=300), nullable=False),
        sa.Column("url", sa.String(length=1000), nullable=False),
        sa.Column("events", sa.JSON(), nullable=False),
        sa.Column("quiet", sa.String(length=20), nullable=False),
        sa.Column("created", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_addresses")),
        sa.UniqueConstraint("channel", "speaker", "url", name=op.f("uq_addresses_channel_speaker_url")),
    )


def _add_notices() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("way", sa.String(length=20), nullable=False),
        sa.Column("target", sa.String(length=64), nullable=False),
        sa.Column("locale", sa.String(length=20), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("speaker", sa.String(length=300), nullable=False),
        sa.Column("request", sa.Integer(), nullable=True),
        sa.Column("event", sa.Integer(), nullable=True),
        sa.Column("what", sa.JSON(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("created", sa.Float(), nullable=False),
        sa.Column("tried", sa.Float(), nullable=True),
        sa.Column("settled", sa.Float(), nullable=True),
        sa.Column("result", sa.String(length=20), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.UniqueConstraint("key", name=op.f("uq_notices_key")),
    )
    with op.batch_alter_table("notices") as batch:
        batch.create_index(batch.f("ix_notices_created"), ["created"], unique=False)
        batch.create_index("ix_notices_request_channel_speaker", ["request", "channel", "speaker"], unique=False)
