"""Overseerr, Jellyseerr and Seerr: one API, three names.

What the three do not share stands here as data; what each answer means was measured on Overseerr 1.34, Jellyseerr 2.7
and Seerr 3.1.
"""

from __future__ import annotations

from backends.seerr.family import SeerrFamily
from backends.seerr.statuses import OVERSEERR_STATUSES
from media_backends import Ability, BackendType


class OverseerrBackend(SeerrFamily):
    """Overseerr, which knows no blocklist and takes specials always."""

    backend_type = BackendType.OVERSEERR
    media_statuses = OVERSEERR_STATUSES
    always = SeerrFamily.always | {Ability.SPECIALS}
    dies_without_tvdb = True  # a 500 to an administrator, and the request is gone


class JellyseerrBackend(SeerrFamily):
    """Jellyseerr: Overseerr for Jellyfin and Emby, with a blocklist."""

    backend_type = BackendType.JELLYSEERR
    dies_without_tvdb = True  # a 201, and then the whole server exits


class SeerrBackend(SeerrFamily):
    """Seerr, which both have become."""

    backend_type = BackendType.SEERR


BACKENDS = (OverseerrBackend, JellyseerrBackend, SeerrBackend)
