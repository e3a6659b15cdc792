"""Alexa: a skill hosted by ourselves, spoken to by Amazon over HTTPS."""

from typing import Final

from flask import Blueprint

from channels import Channel, Front


def open_alexa(front: Front) -> Blueprint:
    """The blueprint of this channel."""
    del front
    return Blueprint("alexa", __name__)


CHANNEL: Final = Channel("alexa", 6.5, open_alexa)
