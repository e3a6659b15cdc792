"""The table of moves as docs/conversation.md shows it: a diagram and a table, drawn from dialogs.ROWS.

Where a move leads is seen by making it: in every sample of the state, at every sample of the event.

python -m tests.dialogs.diagram        writes both anew
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from dialogs import ROWS, step
from dialogs.states import SPEAKING_STATES, Offering
from dialogs.table import Row
from tests.samples import EVENTS, STATES

PAGE: Final = Path(__file__).parents[2] / "docs" / "conversation.md"
BEGINS, ENDS = "<!-- moves: made by tests/dialogs/diagram.py -->\n", "<!-- end of moves -->"
ANYWHERE: Final = "Anywhere"

Edges = dict[tuple[str, str], list[str]]


def drawn() -> str:
    """Both, as Markdown."""
    return f"{_diagram()}\n{_table()}\n"


def _diagram() -> str:
    lines = ["```mermaid", "stateDiagram-v2", "    [*] --> Idle", f'    state "wherever somebody speaks" as {ANYWHERE}']
    lines += [f"    {source} --> {target}: {', '.join(names)}" for (source, target), names in _edges().items()]
    return "\n".join([*lines, "    Finished --> [*]", "```", ""])


def _edges() -> Edges:
    """What leads from where to where; what leads back to the same place is told by the table alone."""
    edges: Edges = defaultdict(list)
    for source, row in _rows():
        for target in _targets(row) if source != ANYWHERE else _elsewhere(row):
            if target != source:
                _add(edges[source, target], _name(row))
    return edges


def _add(names: list[str], name: str) -> None:
    if name not in names:
        names.append(name)


def _table() -> str:
    lines = ["| where | what happens | move | leads to |", "|---|---|---|---|"]
    told: set[tuple[str, str, str]] = set()
    for source, row in _rows():
        if (source, _name(row), _move(row)) in told:
            continue
        told.add((source, _name(row), _move(row)))
        where, leads = (source, _targets(row)) if source != ANYWHERE else ("anywhere", _from_anywhere(row))
        lines.append(f"| {where} | {_name(row)} | `{_move(row)}` | {', '.join(leads)} |")
    return "\n".join(lines)


def _rows() -> Iterator[tuple[str, Row]]:
    """Each row with its state's name, or "Anywhere" where the same move is made wherever somebody can speak."""
    states: dict[tuple[type, str], set[type]] = defaultdict(set)
    for row in ROWS:
        states[row.event, _move(row)].add(row.state)
    everywhere = {pair for pair, those in states.items() if those >= set(SPEAKING_STATES)}
    for row in ROWS:
        yield (ANYWHERE if (row.event, _move(row)) in everywhere else row.state.__name__), row


def _from_anywhere(row: Row) -> list[str]:
    """Where a move leads that is the same everywhere: seen from an open offer, which it may leave open."""
    targets = _targets(replace(row, state=Offering))
    return ["where it stood" if target == Offering.__name__ else target for target in targets]


def _elsewhere(row: Row) -> list[str]:
    return [target for target in _from_anywhere(row) if target != "where it stood"]


def _targets(row: Row) -> list[str]:
    """Names of the states that the move leads to, in the order of the samples."""
    found: dict[str, None] = {}
    for state in STATES:
        for event in EVENTS if isinstance(state, row.state) else ():
            if isinstance(event, row.event):
                found[type(step(state, event).state).__name__] = None
    return list(found)


def _name(row: Row) -> str:
    name = getattr(row.event, "name", None)
    return name if isinstance(name, str) else row.event.__name__


def _move(row: Row) -> str:
    name: str = row.move.__name__
    return name


def on_page(page: str) -> str:
    """The part of the page between the marks."""
    found = re.search(f"{re.escape(BEGINS)}(.*){re.escape(ENDS)}", page, re.DOTALL)
    return found.group(1) if found else ""


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(text.replace(BEGINS + on_page(text), BEGINS + drawn()), encoding="utf-8")
