"""Sending a message to an address, by apprise. It takes a second to load, and so only where somebody is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from notices import mishaps
from notices.addresses import AddressRefused, check_scheme, scheme_of, secrets_of

if TYPE_CHECKING:
    from collections.abc import Callable

#: Seconds in which somebody has to answer the door, and then to take the message.
CONNECT: Final = 10.0
READ: Final = 30.0
MAIL: Final = frozenset({"mailto", "mailtos"})


class NotSent(Exception):
    """It certainly was not sent."""


class MaySent(Exception):
    """Nobody can tell whether it was sent."""


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody is told: a line, and a sentence or two."""

    title: str
    body: str


def open_post(schemes: frozenset[str], learn: Callable[[str], None] = lambda _: None) -> Post:
    """What sends to addresses of these services; `learn` is told of each secret before anything can log it."""
    return Post(schemes, learn)


class Post:
    """Sends messages. Safe for many threads."""

    def __init__(self, schemes: frozenset[str], learn: Callable[[str], None]) -> None:
        self._schemes, self._learn = schemes, learn

    def check(self, url: str) -> None:
        """Raises AddressRefused where nothing can be sent to an address. Nothing is sent."""
        self._open(url)

    def send(self, url: str, message: Message) -> None:
        """Send it, once. Raises AddressRefused, NotSent or MaySent; their texts do not hold the address."""
        service = self._open(url)
        mishaps.begin()
        if service.notify(title=message.title, body=message.body, body_format="text"):
            return
        if mishaps.may_have_arrived():
            raise MaySent(f"{service.service_name} was given it, and did not say whether it took it")
        raise NotSent(f"{service.service_name} did not take it; the log says more")

    def _open(self, url: str) -> Any:
        check_scheme(url, self._schemes)
        for secret in secrets_of(url):
            self._learn(secret)
        service = _instantiate(url)
        if service is None:
            raise AddressRefused("the service cannot read this address; its page at apprise tells how it is written")
        # An address may ask for other than this.
        service.socket_connect_timeout, service.socket_read_timeout, service.retry = CONNECT, READ, 0
        service.redirects, service.overflow_mode = False, "truncate"
        if scheme_of(url) in MAIL:  # it has one time-out for everything, and servers look mails through
            service.socket_connect_timeout = READ
        copies = any(getattr(service, more, ()) for more in ("cc", "bcc"))
        if len(service) > 1 or len(getattr(service, "targets", ())) > 1 or copies:
            raise AddressRefused("this address goes to several places; give each of them by itself")
        if getattr(service, "template", None):
            raise AddressRefused("this address names a template: a file of this machine, or of another server")
        return service


def _instantiate(url: str) -> Any:
    from apprise import Apprise, AppriseAsset
    from apprise.common import PersistentStoreMode

    asset = AppriseAsset(
        app_id="Overtalkerr",
        app_desc="Overtalkerr",
        app_url="",
        image_url_mask="",
        image_url_logo="",
        secure_logging=True,
        http_redirects=False,
        pem_autogen=False,
        pgp_autogen=False,
        storage_mode=PersistentStoreMode.MEMORY,
    )
    return Apprise.instantiate(url, asset=asset)
