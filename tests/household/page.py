"""Dialogues of the household for docs/conversation.md, as the service itself holds them.

python -m tests.household.page        writes them anew
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.household.living import Lived, homes
from tests.household.people import Person, everybody

PAGE: Final = Path(__file__).parents[2] / "docs" / "conversation.md"
BEGINS, ENDS = "<!-- dialogues: made by tests/household/page.py -->\n", "<!-- end of dialogues -->"
#: Whose dialogues are shown, by their ids.
SHOWN: Final = (
    "en-bit-by-bit-down-to-the-older-one",
    "de-one-of-a-list-by-who-is-in-it",
    "fr-asks-what-it-is-about-and-who-is-in-it",
    "es-what-is-missing-of-a-show",
    "en-meant-the-other-show-and-sees-it-when-asked-for-seasons",
    "en-a-whole-collection",
    "it-changes-their-mind-and-takes-it-back",
    "nl-yes-but-in-4K",
    "pt-not-out-yet-and-asks-what-they-asked-for",
    "en-is-not-found-twice-then-says-it-right",
)
#: What a locale is called on the page.
SPEAKS: Final = {
    "de-DE": "German",
    "en-US": "English",
    "es-ES": "Spanish",
    "fr-FR": "French",
    "it-IT": "Italian",
    "nl-NL": "Dutch",
    "pt-BR": "Brazilian Portuguese",
}


def dialogues(live: Callable[[Person], Lived]) -> str:
    """All of them, as Markdown."""
    people = {person.id: person for person in everybody()}
    return "\n".join(_dialogue(live(people[name])) for name in SHOWN)


def _dialogue(lived: Lived) -> str:
    name, speaks = lived.person.name, SPEAKS[lived.person.locale]
    lines = [f"**{name[0].upper()}{name[1:]}** ({speaks})\n"]
    for turn in lived.said:
        lines += [f'- "{turn.said}"', f"  > {turn.heard.speech}", ""]
    requested = ", ".join(f"`{one}`" for one in lived.requested) or "nothing"
    return "\n".join([*lines, f"Requested: {requested}\n"])


def on_page(page: str) -> str:
    """The part of the page between the marks."""
    found = re.search(f"{re.escape(BEGINS)}(.*){re.escape(ENDS)}", page, re.DOTALL)
    return found.group(1) if found else ""


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch, homes(Path(scratch)) as live_there:
        text = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(text.replace(BEGINS + on_page(text), BEGINS + dialogues(live_there)), encoding="utf-8")
