"""What a command says when it cannot do what it was asked."""

from __future__ import annotations


class CommandError(Exception):
    """It cannot be done; the text says why, and what would help."""
