"""What can go wrong on the way to a server and back.

::

    OutboundError
    ├── BadAddress              the address itself cannot be called
    ├── Unreachable             nobody answers there; nothing was sent
    │   └── CertificateRefused      somebody answers, but cannot prove to be who we asked for
    ├── Resting                 it failed so often that it is left alone for a moment; nothing was sent
    ├── TimedOut                the time was over before the whole answer was here
    └── Broken                  the connection was cut, or what came is no HTTP
        ├── TooLarge                the answer is larger than any true one
        └── Redirected              it sends us elsewhere; we do not follow

The texts name host, path and what happened; never a key, a query or a password.
"""

from __future__ import annotations


class OutboundError(Exception):
    """A call that brought no answer."""


class BadAddress(OutboundError):
    """The address is not one that can be called, or a header holds what cannot be sent."""


class Unreachable(OutboundError):
    """No connection came about: refused, no such host, no route. Nothing was sent."""


class CertificateRefused(Unreachable):
    """The server's certificate is not one that we trust, or TLS failed otherwise. Nothing was sent."""


class Resting(OutboundError):
    """The server failed so often in a row that it is left alone for a moment. Nothing was sent."""


class TimedOut(OutboundError):
    """No whole answer within the time given. Whether the server acted on the call is not known."""


class Broken(OutboundError):
    """Half an answer, or none that can be read. Whether the server acted on the call is not known."""


class TooLarge(Broken):
    """The answer went past the session's limit and was not read to its end."""


class Redirected(Broken):
    """The server sends us elsewhere (`location`); the address is to be mended, a key is never sent on."""

    def __init__(self, message: str, location: str, *, to_https: bool = False) -> None:
        """`to_https`: to itself, by another scheme."""
        super().__init__(message)
        self.location = location
        self.to_https = to_https
