"""How we call out: HTTP sessions on which every call has one total deadline, a size limit and honest errors."""

from outbound.errors import (
    BadAddress,
    Broken,
    CertificateRefused,
    OutboundError,
    Redirected,
    TimedOut,
    TooLarge,
    Unreachable,
)
from outbound.session import Answer, Session

__all__ = [
    "Answer",
    "BadAddress",
    "Broken",
    "CertificateRefused",
    "OutboundError",
    "Redirected",
    "Session",
    "TimedOut",
    "TooLarge",
    "Unreachable",
]
