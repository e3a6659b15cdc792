"""What is shown of a title, on a card as on a screen: its name and year, how far it is, its poster."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from dialogs import offered
from media import RequestStatus, Title

if TYPE_CHECKING:
    from media import Availability, CollectionName
    from speech.saying import Speech
    from turns.taking import Taking

LONGEST_ADDRESS: Final = 2000
#: The pictures that cards and screens both take.
PICTURES: Final = (".jpg", ".jpeg", ".png")
#: What XML 1.0 cannot hold, not even escaped.
NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def shown_with(taking: Taking) -> Title | CollectionName | None:
    """What was requested in this turn, else what is on offer."""
    return taking.made.what if taking.made else offered(taking.state)


def heading(shown: Title | CollectionName) -> str:
    """ "Dune (2021)", "Dune Collection"."""
    year = shown.year if isinstance(shown, Title) else None
    return f"{shown.name} ({year})" if year else shown.name


def facts(shown: Title | CollectionName, stands: Availability | RequestStatus, speech: Speech, locale: str) -> str:
    """ "Movie · In your library"."""
    kind = shown.kind if isinstance(shown, Title) else "collection"
    # Whoever approves a request has it fetched.
    known = "processing" if stands is RequestStatus.APPROVED else stands
    label = speech.word("availability-label", locale, availability=known)
    return f"{speech.word('kind-label', locale, kind=kind)} · {label}"


def poster(shown: Title | CollectionName) -> str:
    """The address of its picture, or nothing: Alexa shows PNG and JPEG over https alone."""
    address = (shown.poster if isinstance(shown, Title) else None) or ""
    if len(address) > LONGEST_ADDRESS or not address.startswith("https://"):
        return ""
    try:
        return address if urlsplit(address).path.lower().endswith(PICTURES) else ""
    except ValueError:
        return ""


def clipped(text: str, most: int) -> str:
    """Without what XML cannot hold, at most so many characters."""
    clean = NOT_XML.sub("", text)
    return clean if len(clean) <= most else clean[: most - 1] + "…"
