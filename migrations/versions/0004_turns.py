"""Turns: whose turn it is in a conversation, what was answered last, and who asked for what a moment ago.

Revision 0004, after 0003.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up to this revision."""
    with op.batch_alter_table("conversations") as batch:
        batch.add_column(sa.Column("lease", sa.String(length=40), nullable=True))
        batch.add_column(sa.Column("leased_until", sa.Float(), server_default=sa.text("0"), nullable=False))
        batch.add_column(sa.Column("answers", sa.JSON(none_as_null=True), nullable=True))
    op.create_table(
        "askings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owed", sa.Integer(), nullable=False),
        sa.Column("asker", sa.String(length=64), nullable=False),
        sa.Column("turn", sa.String(length=64), nullable=False),
        sa.Column("created", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owed"], ["owed_requests.id"], name=op.f("fk_askings_owed_owed_requests"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_askings")),
    )
    with op.batch_alter_table("askings") as batch:
        for column in ("asker", "owed", "turn"):
            batch.create_index(batch.f(f"ix_askings_{column}"), [column], unique=False)


def downgrade() -> None:
    """Go back to the one before."""
    op.drop_table("askings")
    with op.batch_alter_table("conversations") as batch:
        for column in ("answers", "leased_until", "lease"):
            batch.drop_column(column)
