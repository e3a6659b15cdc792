"""Home Assistant: a conversation agent for Assist, by the API of Ollama (nothing to install) or by a webhook.

No language model stands behind either: what is said goes through the same rooms as on every channel. The owner's side
is written down in docs/home-assistant.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import Blueprint

from channels import Channel
from channels.homeassistant.described import OPERATIONS
from channels.homeassistant.ollama import open_ollama
from channels.homeassistant.webhook import open_webhook

if TYPE_CHECKING:
    from channels import Front

#: Seconds. Home Assistant itself would wait for longer; whoever stands before a speaker would not.
BUDGET: Final = 8.0


def open_homeassistant(front: Front) -> Blueprint:
    """The blueprint of both ways in."""
    blueprint = Blueprint("homeassistant", __name__)
    blueprint.register_blueprint(open_ollama(front, CHANNEL))
    blueprint.register_blueprint(open_webhook(front, CHANNEL))
    return blueprint


CHANNEL: Final = Channel("homeassistant", BUDGET, open_homeassistant, operations=OPERATIONS)
