"""A forwarding proxy as a process of its own: `python -m tests.doors.forwarding PORT`, which prints its own port.

As nginx does with `proxy_add_x_forwarded_for`, it adds the address it was called from to what the caller claims.
"""

from __future__ import annotations

import http.client
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

PASSED_ON = ("Authorization", "Content-Type", "X-Forwarded-For")


class Forwarding(BaseHTTPRequestHandler):
    """Passes a request on and the answer back."""

    to: ClassVar[int]

    def do_POST(self) -> None:
        headers = {name: self.headers[name] for name in PASSED_ON if name in self.headers}
        claimed = headers.get("X-Forwarded-For")
        caller = self.client_address[0]
        headers["X-Forwarded-For"] = f"{claimed}, {caller}" if claimed else caller
        headers["X-Forwarded-Host"] = self.headers["Host"]
        headers["X-Forwarded-Proto"] = "http"
        onward = http.client.HTTPConnection("127.0.0.1", self.to, timeout=10)
        try:
            onward.request("POST", self.path, self.rfile.read(int(self.headers["Content-Length"])), headers)
            answer = onward.getresponse()
            body = answer.read()
        finally:
            onward.close()
        self.send_response_only(answer.status)
        for name in ("Content-Type", "Retry-After"):
            if value := answer.getheader(name):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    Forwarding.to = int(sys.argv[1])
    with ThreadingHTTPServer(("127.0.0.1", 0), Forwarding) as server:
        sys.stdout.write(f"{server.server_port}\n")
        sys.stdout.flush()
        server.serve_forever()
