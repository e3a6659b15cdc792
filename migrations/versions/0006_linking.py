"""Linking: codes that are said, tries at them, and what language people spoke where.

Revision 0006, after 0005.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up to this revision."""
    with op.batch_alter_table("people") as batch:
        batch.add_column(sa.Column("locale", sa.String(length=40), nullable=True))
        batch.add_column(sa.Column("zone", sa.String(length=60), nullable=True))
    op.create_table(
        "link_codes",
        sa.Column("code", sa.String(length=4), nullable=False),
        sa.Column("user", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("created", sa.Float(), nullable=False),
        sa.Column("expires", sa.Float(), nullable=False),
        sa.Column("used", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_link_codes")),
    )
    op.create_table(
        "link_tries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.String(length=64), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_tries")),
    )
    with op.batch_alter_table("link_codes") as batch:
        batch.create_index(batch.f("ix_link_codes_expires"), ["expires"], unique=False)
    with op.batch_alter_table("link_tries") as batch:
        batch.create_index(batch.f("ix_link_tries_at"), ["at"], unique=False)


def downgrade() -> None:
    """Go back to the one before."""
    op.drop_table("link_tries")
    op.drop_table("link_codes")
    with op.batch_alter_table("people") as batch:
        for column in ("zone", "locale"):
            batch.drop_column(column)
