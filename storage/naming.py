"""Names that platforms send, and what servers say, as the tables take them."""

from __future__ import annotations

from typing import Final

#: Of what a server says of a difficulty, so many characters are kept.
MOST_SAID: Final = 2000


def storable(name: str, most: int = 300) -> str:
    """As it is kept: so many characters at most, half a one as a question mark, and without NUL, which not every
    database can keep.
    """
    return name[:most].replace("\0", "").encode("utf-8", "replace").decode()
