"""What `script/google-agent` does: writes an agent of either Dialogflow as a zip."""

from __future__ import annotations

import argparse
import json
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from channels.google.agent import NO_ENDPOINT, AgentError, agent
from channels.google.cx_agent import cx_agent

if TYPE_CHECKING:
    from channels.google.agent import Files

#: The oldest date that a zip can hold.
NO_DATE: Final = (1980, 1, 1, 0, 0, 0)


def packed(files: Files) -> bytes:
    """The zip. The same files make the same bytes."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for path, content in files.items():
            entry = ZipInfo(path, NO_DATE)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, json.dumps(content, indent=2, ensure_ascii=False) + "\n")
    return written.getvalue()


def main(arguments: list[str] | None = None) -> str | None:
    """Write the zip; a text when that failed."""
    asked = _parser().parse_args(arguments)
    write = cx_agent if asked.cx else agent
    try:
        files = write(asked.endpoint, asked.language)
    except AgentError as problem:
        return str(problem)
    asked.to.write_bytes(packed(files))
    sys.stdout.write(f"Wrote {asked.to}: {len(files)} files. docs/google.md tells where to restore it.\n")
    return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="script/google-agent", description="Write an agent for Dialogflow, a zip to be restored, from speech/."
    )
    parser.add_argument("--cx", action="store_true", help="for Dialogflow CX (default: ES)")
    parser.add_argument(
        "--endpoint",
        default=NO_ENDPOINT,
        metavar="URL",
        help="the https address of your /google (default: a placeholder)",
    )
    parser.add_argument("--language", default="en", metavar="CODE", help="the agent's first language (default: en)")
    parser.add_argument(
        "--to", type=Path, default=Path("google-agent.zip"), metavar="FILE", help="default: google-agent.zip"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
