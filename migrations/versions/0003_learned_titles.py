"""Titles learned from the request manager, and how far the learning has come.

Revision 0003, after 0002.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up to this revision."""
    op.create_table(
        "learned_titles",
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("title_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("original_name", sa.String(length=300), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column("worth", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("language", "kind", "title_id", name=op.f("pk_learned_titles")),
    )
    with op.batch_alter_table("learned_titles", schema=None) as batch_op:
        batch_op.create_index("ix_learned_titles_language_worth", ["language", "worth"], unique=False)

    op.create_table(
        "learning",
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("began", sa.Float(), nullable=False),
        sa.Column("ended", sa.Float(), nullable=True),
        sa.Column("whole", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("language", name=op.f("pk_learning")),
    )


def downgrade() -> None:
    """Go back to the one before."""
    op.drop_table("learning")
    with op.batch_alter_table("learned_titles", schema=None) as batch_op:
        batch_op.drop_index("ix_learned_titles_language_worth")

    op.drop_table("learned_titles")
