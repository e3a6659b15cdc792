"""Names that platforms send, cut to what the tables take."""

from __future__ import annotations


def storable(name: str) -> str:
    """As it is kept: 300 characters at most; a platform may send half a character, which becomes a question mark."""
    return name[:300].encode("utf-8", "replace").decode()
