"""Which sentences the code says."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAID_BY_CHANNELS = {"button-season", "trouble", "too-often", "reprompt", "one-moment"}


def used_keys() -> set[str]:
    """Every first argument of a Reply(…) in the code."""
    keys = set()
    for file in [*ROOT.glob("dialogs/*.py"), *ROOT.glob("turns/*.py"), *ROOT.glob("channels/**/*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Reply" and node.args:
                keys |= {leaf.value for leaf in ast.walk(node.args[0]) if isinstance(leaf, ast.Constant)}
    return {key for key in keys if isinstance(key, str) and re.fullmatch(r"[a-z][a-z-]*[a-z]", key)}
