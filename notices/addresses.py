"""Addresses that messages go to: which may be used, and how they are shown. Each is a secret."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Services that tell people something. Never one that writes files, runs programs or pops up on this machine.
SCHEMES: Final = frozenset(
    {
        *("mailto", "mailtos"),
        "discord",
        "tgram",
        *("ntfy", "ntfys"),
        "pover",
        *("hassio", "hassios"),
        *("gotify", "gotifys"),
        "slack",
        *("matrix", "matrixs"),
    }
)
#: Those that post to any address: only where the owner allows them by name.
ON_REQUEST: Final = frozenset({"json", "jsons", "form", "forms"})
#: Of these, the host is a host; of others, it is part of the secret.
_WITH_A_HOST: Final = ON_REQUEST | SCHEMES - {"discord", "tgram", "pover", "slack"}
#: Shorter parts of an address are words that may stand anywhere.
_SECRET_LENGTH: Final = 8
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)


class AddressRefused(ValueError):
    """It cannot be used; the text says why, and never holds the address."""


def scheme_of(url: str) -> str:
    """ "ntfys" of "ntfys://…"; empty where there is none."""
    found = _SCHEME.match(url.strip())
    return found[1].lower() if found else ""


def allowed(more: frozenset[str]) -> frozenset[str]:
    """The schemes that may be used, with those that the owner allows beyond. Raises AddressRefused for others."""
    if strangers := more - ON_REQUEST:
        names, known = ", ".join(sorted(strangers)), ", ".join(sorted(ON_REQUEST))
        raise AddressRefused(f"{names} cannot be allowed; what can is {known}")
    return SCHEMES | more


def check_scheme(url: str, schemes: frozenset[str]) -> None:
    """Raises AddressRefused for an address that is none, or of a service that may not be used."""
    scheme = scheme_of(url)
    if scheme not in schemes:
        what = f"{scheme}:// may not be used" if scheme else "this is no address of a service"
        hint = " (the owner may allow it by NOTICE_MORE_SCHEMES)" if scheme in ON_REQUEST else ""
        raise AddressRefused(f"{what}{hint}; what may is {', '.join(sorted(schemes))}, each with ://")


def check_schemes(named: Mapping[str, Iterable[str]], schemes: frozenset[str]) -> None:
    """The same for the addresses in each of these settings; the text names the setting."""
    for name, urls in named.items():
        for url in urls:
            try:
                check_scheme(url, schemes)
            except AddressRefused as problem:
                raise AddressRefused(f"{name} is not allowed: {problem}.") from None


def shown(url: str) -> str:
    """As it may be shown: the service, and the host where that is no secret."""
    scheme = scheme_of(url)
    host = _host(url) if scheme in _WITH_A_HOST else None
    return f"{scheme or '?'}://{f'{host}/' if host else ''}…"


def digest(url: str) -> str:
    """What finds an address again in the settings, without being it."""
    return sha256(url.encode()).hexdigest()[:32]


def secrets_of(url: str) -> frozenset[str]:
    """The address, and each part of it that may be a secret of its own: a library may log those."""
    body = url.partition("://")[2]
    host = _host(url) if scheme_of(url) in _WITH_A_HOST else None
    parts = {part for part in re.split(r"[/?&=:@#]", body) if len(part) >= _SECRET_LENGTH and part != host}
    return frozenset({url, *parts, *(unquote(part) for part in parts)})


def _host(url: str) -> str | None:
    try:
        return urlsplit(url.strip()).hostname
    except ValueError:
        return None
