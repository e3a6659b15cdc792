"""What happens after the request: jobs, requests that are followed, their timeline, and webhooks that came in.

Revision 0005, after 0004.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up to this revision."""
    _add_deliveries()
    _add_jobs()
    _add_followed_requests()
    _add_followers()
    _add_request_events()


def downgrade() -> None:
    """Go back to the one before."""
    for table in ("request_events", "followers", "followed_requests", "jobs", "deliveries"):
        op.drop_table(table)


def _add_deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sender", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("received", sa.Float(), nullable=False),
        sa.Column("done", sa.Float(), nullable=True),
        sa.Column("result", sa.String(length=200), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("sender", "key", name=op.f("uq_deliveries_sender_key")),
    )
    with op.batch_alter_table("deliveries") as batch:
        batch.create_index(batch.f("ix_deliveries_received"), ["received"], unique=False)


def _add_jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("created", sa.Float(), nullable=False),
        sa.Column("due", sa.Float(), nullable=False),
        sa.Column("leased_until", sa.Float(), nullable=False),
        sa.Column("lease", sa.String(length=40), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("died", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
        sa.UniqueConstraint("key", name=op.f("uq_jobs_key")),
    )
    with op.batch_alter_table("jobs") as batch:
        batch.create_index(
            "ix_jobs_alive_due",
            ["due"],
            unique=False,
            sqlite_where=sa.text("died IS NULL"),
            postgresql_where=sa.text("died IS NULL"),
        )


def _add_followed_requests() -> None:
    op.create_table(
        "followed_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owed", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("title_key", sa.String(length=40), nullable=False),
        sa.Column("wish", sa.JSON(), nullable=False),
        sa.Column("user", sa.String(length=200), nullable=True),
        sa.Column("request_id", sa.String(length=64), nullable=True),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("ready", sa.JSON(), nullable=False),
        sa.Column("created", sa.Float(), nullable=False),
        sa.Column("updated", sa.Float(), nullable=False),
        sa.Column("checked", sa.Float(), server_default=sa.text("0"), nullable=False),
        sa.Column("closed", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["owed"], ["owed_requests.id"], name=op.f("fk_followed_requests_owed_owed_requests"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_followed_requests")),
        sa.UniqueConstraint("owed", name=op.f("uq_followed_requests_owed")),
    )
    with op.batch_alter_table("followed_requests") as batch:
        batch.create_index(batch.f("ix_followed_requests_closed"), ["closed"], unique=False)
        batch.create_index("ix_followed_requests_kind_request_id", ["kind", "request_id"], unique=False)
        batch.create_index(batch.f("ix_followed_requests_title_key"), ["title_key"], unique=False)
        batch.create_index(batch.f("ix_followed_requests_updated"), ["updated"], unique=False)


def _add_followers() -> None:
    op.create_table(
        "followers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("speaker", sa.String(length=300), nullable=False),
        sa.Column("locale", sa.String(length=20), nullable=False),
        sa.Column("created", sa.Float(), nullable=False),
        sa.Column("muted", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["request"],
            ["followed_requests.id"],
            name=op.f("fk_followers_request_followed_requests"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_followers")),
        sa.UniqueConstraint("request", "channel", "speaker", name=op.f("uq_followers_request_channel_speaker")),
    )


def _add_request_events() -> None:
    op.create_table(
        "request_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request", sa.Integer(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("ready", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request"],
            ["followed_requests.id"],
            name=op.f("fk_request_events_request_followed_requests"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_events")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("request_events") as batch:
        batch.create_index(batch.f("ix_request_events_request"), ["request"], unique=False)
