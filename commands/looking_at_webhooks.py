"""Looking at the webhooks: whether they may come, whether they came, and what to paste where."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from commands.findings import good, note
from commands.tables import when
from storage.deliveries import KEEP, Deliveries

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Engine

    from commands.findings import Finding
    from settings import Settings

NAMES: Final = {"overseerr": "Overseerr, Jellyseerr or Seerr", "ombi": "Ombi", "generic": "a program of your own"}
DAYS: Final = round(KEEP / 86_400)


def look_at_webhooks(engine: Engine, settings: Settings) -> Finding:
    """The last ones, or how to get any."""
    if not settings.webhook_secret.get_secret_value():
        return note("webhooks", f"WEBHOOK_SECRET is not set, so none is taken in: {_otherwise(settings)}")
    last = Deliveries(engine, time.time).last()
    if last:
        return good("webhooks", f"The last came {_told(last)}.")
    return note("webhooks", f"None came in the last {DAYS} days. {_paste(settings)}")


def _told(last: Mapping[str, float]) -> str:
    newest_first = sorted(last.items(), key=lambda one: -one[1])
    return ", ".join(f"from {NAMES.get(sender, sender)} at {when(moment)}" for sender, moment in newest_first)


def _otherwise(settings: Settings) -> str:
    every = settings.reconcile_minutes
    looks = f"what became of requests is looked for every {every:g} minutes" if every else "and nobody looks for news"
    return f"{looks}. docs/webhooks.md leads through it."


def _paste(settings: Settings) -> str:
    port = settings.port
    return (
        "In its settings, under Notifications, Webhook, paste "
        f"http://THIS-MACHINE:{port}/webhooks/overseerr (or …/jellyseerr, …/seerr, …/ombi) and the value of "
        "WEBHOOK_SECRET as the Authorization header (for Ombi: as the Application Token), then send a test. "
        "docs/webhooks.md leads through it."
    )
