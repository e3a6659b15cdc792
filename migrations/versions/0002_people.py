"""People, and in whose name a request is made.

Revision 0002, after 0001.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("speaker", sa.String(length=300), nullable=False),
        sa.Column("user", sa.String(length=200), nullable=True),
        sa.Column("told", sa.Float(), nullable=True),
        sa.Column("seen", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("channel", "speaker", name=op.f("uq_people_channel_speaker")),
    )
    with op.batch_alter_table("owed_requests") as batch:
        batch.add_column(sa.Column("user", sa.String(length=200), nullable=True))


def downgrade() -> None:
    """Go back to the one before."""
    with op.batch_alter_table("owed_requests") as batch:
        batch.drop_column("user")
    op.drop_table("people")
