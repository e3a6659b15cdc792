"""Who really calls, where proxies stand in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkzeug.middleware.proxy_fix import ProxyFix

if TYPE_CHECKING:
    from flask import Flask


def trust_proxies(app: Flask, hops: int) -> None:
    """Believe what the last `hops` proxies say of the caller's address, scheme and host; 0 believes none."""
    if hops:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
