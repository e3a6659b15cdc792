"""The example board and alert rules name figures that there are."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

from tests.house import House

FOLDER = Path(__file__).parents[1] / "docs" / "monitoring"
NAME = re.compile(r"\bovertalkerr_\w+")
#: What a histogram or a counter is called where it is read.
SUFFIXES = re.compile(r"_(bucket|count|sum|total)$")


#: Over a gauge these take each step down for a new beginning, and what went for something that came.
OF_COUNTERS = re.compile(r"\b(?:rate|irate|increase)\((overtalkerr_\w+)")


def there_are(house: House) -> dict[str, str]:
    """Each figure, and of what kind it is."""
    lines = house.client.get("/metrics").text.splitlines()
    return {SUFFIXES.sub("", line.split()[2]): line.split()[3] for line in lines if line.startswith("# TYPE")}


def shown_on_the_board() -> list[str]:
    board = json.loads((FOLDER / "grafana.json").read_text())
    return [target["expr"] for panel in board["panels"] for target in panel["targets"]]


def alerts() -> list[dict[str, Any]]:
    (group,) = yaml.safe_load((FOLDER / "alerts.yaml").read_text())["groups"]
    rules: list[dict[str, Any]] = group["rules"]
    return rules


def named(asked: list[str], pattern: re.Pattern[str]) -> set[str]:
    return {SUFFIXES.sub("", name) for expr in asked for name in pattern.findall(expr)}


def test_the_board_shows_what_there_is(house: House):
    assert named(shown_on_the_board(), NAME) <= there_are(house).keys()


def test_alerts_are_raised_by_what_there_is(house: House):
    assert named([rule["expr"] for rule in alerts()], NAME) <= there_are(house).keys()
    assert all(rule["annotations"].keys() == {"summary", "look"} for rule in alerts())


def test_only_what_never_goes_down_is_taken_for_a_counter(house: House):
    asked = [*shown_on_the_board(), *(rule["expr"] for rule in alerts())]
    kinds = there_are(house)
    assert {kinds[name] for name in named(asked, OF_COUNTERS)} == {"counter", "histogram"}
