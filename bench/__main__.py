"""script/bench NAME [options]: run one measurement; without a name, list them."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path


def main() -> None:
    """Run the measurement that the first argument names."""
    known = sorted(found.name for found in pkgutil.iter_modules([str(Path(__file__).parent)]) if found.name[0] != "_")
    runnable = [name for name in known if hasattr(importlib.import_module(f"bench.{name}"), "main")]
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in runnable:
        sys.exit(f"script/bench NAME, where NAME is one of: {', '.join(runnable)}")
    importlib.import_module(f"bench.{name}").main(sys.argv[2:])


main()
