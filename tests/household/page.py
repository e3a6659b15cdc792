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
#: Whose dialogues are shown.
SHOWN: Final = (
    "bit by bit, down to the older one",
    "the Dune of 1984, told apart by its year",
    "one of a list by who is in it",
    "asks how many seasons there are",
    "meant the other show, and sees it when asked for seasons",
    "a whole collection",
    "is not found twice, then says it right",
    "yes, but in 4K, on a server without",
)


def dialogues(live: Callable[[Person], Lived]) -> str:
    """All of them, as Markdown."""
    people = {person.name: person for person in everybody()}
    return "\n".join(_dialogue(live(people[name])) for name in SHOWN)


def _dialogue(lived: Lived) -> str:
    lines = [f"**{lived.person.name[0].upper()}{lived.person.name[1:]}**\n"]
    for turn in (*lived.turns, *lived.afterwards):
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
