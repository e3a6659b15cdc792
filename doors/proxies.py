"""Who really calls, where proxies stand in front."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

from werkzeug.middleware.proxy_fix import ProxyFix

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from ipaddress import IPv4Network, IPv6Network
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from flask import Flask


@dataclass(frozen=True, slots=True)
class TrustedProxies:
    """How many stand one behind the other, and where the last of them may call from."""

    hops: int
    networks: Sequence[IPv4Network | IPv6Network]

    def includes(self, address: str) -> bool:
        """True where the caller at this address is one of them."""
        try:
            parsed = ip_address(address)
        except ValueError:
            return False
        real = getattr(parsed, "ipv4_mapped", None) or parsed
        return any(real in network for network in self.networks)


def trust_proxies(app: Flask, proxies: TrustedProxies) -> None:
    """Believe what they say of the caller's address, scheme and host; nobody else is believed, none where hops is 0."""
    if not proxies.hops:
        return
    plain = app.wsgi_app
    fixed = ProxyFix(plain, x_for=proxies.hops, x_proto=proxies.hops, x_host=proxies.hops)
    app.wsgi_app = _choose(plain, fixed, proxies)  # type: ignore[method-assign,assignment]


def _choose(plain: WSGIApplication, fixed: WSGIApplication, proxies: TrustedProxies) -> WSGIApplication:
    def call(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        return (fixed if proxies.includes(environ.get("REMOTE_ADDR", "")) else plain)(environ, start)

    return call
