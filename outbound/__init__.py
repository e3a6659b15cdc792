"""How we call out: HTTP sessions on which every call has one total deadline, a size limit and honest errors."""

from outbound.breaker import Breaker, BreakerState
from outbound.errors import (
    BadAddress,
    Broken,
    CertificateRefused,
    OutboundError,
    Redirected,
    Resting,
    TimedOut,
    TooLarge,
    Unreachable,
)
from outbound.session import Answer, Session

__all__ = [
    "Answer",
    "BadAddress",
    "Breaker",
    "BreakerState",
    "Broken",
    "CertificateRefused",
    "OutboundError",
    "Redirected",
    "Resting",
    "Session",
    "TimedOut",
    "TooLarge",
    "Unreachable",
]
