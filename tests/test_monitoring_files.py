"""The example board and alert rules name figures that there are."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml

from tests.house import House

FOLDER = Path(__file__).parents[1] / "docs" / "monitoring"
NAME = re.compile(r"\bovertalkerr_\w+")
#: What a histogram or a counter is called where it is read.
SUFFIXES = re.compile(r"_(bucket|count|sum|total)$")


def there_are(house: House) -> set[str]:
    lines = house.client.get("/metrics").text.splitlines()
    return {SUFFIXES.sub("", line.split()[2]) for line in lines if line.startswith("# TYPE")}


def test_the_board_shows_what_there_is(house: House):
    board = json.loads((FOLDER / "grafana.json").read_text())
    asked = [target["expr"] for panel in board["panels"] for target in panel["targets"]]
    named = {SUFFIXES.sub("", name) for expr in asked for name in NAME.findall(expr)}
    assert named <= there_are(house)


def test_alerts_are_raised_by_what_there_is(house: House):
    (group,) = yaml.safe_load((FOLDER / "alerts.yaml").read_text())["groups"]
    named = {SUFFIXES.sub("", name) for rule in group["rules"] for name in NAME.findall(rule["expr"])}
    assert named <= there_are(house)
    assert all(rule["annotations"].keys() == {"summary", "look"} for rule in group["rules"])
