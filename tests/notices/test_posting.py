"""Messages by apprise, to servers on real sockets."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from logs import Cleaner
from notices import posting
from notices.addresses import ON_REQUEST, SCHEMES, AddressRefused, allowed, digest, secrets_of, shown
from notices.posting import MaySent, Message, NotSent, Post, open_post
from tests.notices.receivers import HUNG_UP, Got, hangs_up, takes_json, takes_mail

MESSAGE = Message("Dune: ready to watch", "Dune is in your library now. “Enjoy!” Ärger & <b>")


@pytest.fixture
def post() -> Post:
    return open_post(allowed(frozenset({"json"})))


@pytest.fixture
def receiver() -> Iterator[Got]:
    with takes_json() as got:
        yield got


def test_a_message_arrives_as_it_was_written(post: Post, receiver: Got):
    post.send(receiver.url, MESSAGE)
    assert (receiver.titles, receiver.bodies) == ([MESSAGE.title], [MESSAGE.body])


def test_a_mail_arrives_as_it_was_written(post: Post):
    with takes_mail() as mailbox:
        post.send(mailbox.url, MESSAGE)
    assert mailbox.titles == [MESSAGE.title]
    assert "Dune is in your library now. “Enjoy!” Ärger" in mailbox.bodies[0]


@pytest.mark.parametrize("status", [400, 403, 500, 503])
def test_what_is_refused_was_not_sent(post: Post, receiver: Got, status: int):
    receiver.status = status
    with pytest.raises(NotSent) as problem:
        post.send(receiver.url, MESSAGE)
    assert "hush" not in str(problem.value)


def test_where_nobody_answers_nothing_was_sent(post: Post):
    with pytest.raises(NotSent):
        post.send("json://127.0.0.1:9/hush-hush-token", MESSAGE)


def test_of_an_answer_that_does_not_come_nobody_knows(post: Post, receiver: Got, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(posting, "READ", 0.2)
    done = threading.Event()
    receiver.on_arrival = lambda: (done.wait(5), None)[1]
    began = time.monotonic()
    with pytest.raises(MaySent):
        post.send(receiver.url, MESSAGE)
    assert time.monotonic() - began < 3
    done.set()
    assert receiver.titles == [MESSAGE.title]


def test_of_a_connection_that_is_cut_off_once_it_arrived_nobody_knows(post: Post, receiver: Got):
    receiver.status = HUNG_UP
    with pytest.raises(MaySent):
        post.send(receiver.url, MESSAGE)
    assert receiver.titles == [MESSAGE.title]


def test_a_mail_that_is_not_acknowledged_may_have_been_taken(post: Post):
    with takes_mail() as mailbox:
        mailbox.status = HUNG_UP
        with pytest.raises(MaySent):
            post.send(mailbox.url, MESSAGE)
    assert mailbox.titles == [MESSAGE.title]


def test_a_mail_server_that_thinks_for_long_may_have_taken_it(post: Post, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(posting, "CONNECT", 0.2)
    monkeypatch.setattr(posting, "READ", 0.3)
    done = threading.Event()
    with takes_mail() as mailbox:
        mailbox.on_arrival = lambda: (done.wait(5), None)[1]
        with pytest.raises(MaySent):
            post.send(mailbox.url, MESSAGE)
        done.set()
    assert mailbox.titles == [MESSAGE.title]


def test_a_mail_that_is_refused_was_not_sent(post: Post):
    with takes_mail() as mailbox:
        mailbox.status = 451
        with pytest.raises(NotSent):
            post.send(mailbox.url, MESSAGE)


@pytest.mark.parametrize("service", ["json", "ntfy", "gotify", "hassio", "matrix", "mailto"])
def test_every_service_with_a_host_that_cuts_off_is_told_from_one_where_nobody_is(post: Post, service: str):
    path = {"matrix": "/%23room", "ntfy": "/hush-topic", "mailto": "?from=a@example.com&to=b@example.com"}
    address = f"{service}://{'u:p@' * (service == 'matrix')}127.0.0.1:{{}}{path.get(service, '/hush-hush-token')}"
    with pytest.raises(NotSent):
        post.send(address.format(9), MESSAGE)
    if service != "mailto":  # it hangs up before anything is said
        with hangs_up() as port, pytest.raises(MaySent):
            post.send(address.format(port), MESSAGE)


def test_what_is_too_long_for_a_service_arrives_shortened_and_once(post: Post, receiver: Got):
    post.send(f"{receiver.url}?overflow=split", Message("Dune: declined", "because " * 5000))
    assert receiver.titles == ["Dune: declined"]
    assert receiver.bodies[0].startswith("because because")


@pytest.mark.parametrize("asking", ["", "?redirect=yes", "?redirect=yes&retry=2"])
def test_nobody_is_led_on_to_another_address(post: Post, receiver: Got, asking: str):
    with takes_json() as elsewhere:
        receiver.status, receiver.location = 307, elsewhere.url.replace("json", "http")
        with pytest.raises(NotSent):
            post.send(f"{receiver.url}{asking}", MESSAGE)
    assert elsewhere.titles == []


@pytest.mark.parametrize(
    "url",
    [
        "",
        "syslog://",
        "file:///etc/passwd",
        "windows://",
        "dbus://",
        "macosx://",
        "exec://rm",
        "https://example.com/hook",
        "jsons://example.com/hook",
        "tgram://nonsense",
        "discord://only-one-part",
        "json://user:pass@[broken",
        "tgram://123456789:abcdefghij_abcdefghijabcdefghij12345/12/13",
        "mailto://u:p@example.com?to=a@example.com,b@example.com",
        "mailto://u:p@example.com?to=a@example.com&cc=b@example.com",
        "mailto://u:p@example.com?to=a@example.com&bcc=b@example.com",
        f"discord://123456789012345678/{'a' * 64}?template=/etc/hostname",
        f"discord://123456789012345678/{'a' * 64}?templ%61te=http://127.0.0.1:9/",
        "tgram://123456789:abcdefghij_abcdefghijabcdefghij12345/12?template=/etc/hostname",
        "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/?template=/etc/hostname",
    ],
)
def test_what_is_no_address_that_may_be_used_is_refused_and_not_repeated(post: Post, url: str):
    with pytest.raises(AddressRefused) as problem:
        post.check(url)
    assert not url or url.partition("://")[2] not in str(problem.value) or url.endswith("://")


def test_only_what_the_owner_may_allow_can_be_allowed():
    assert allowed(frozenset({"jsons"})) == SCHEMES | {"jsons"}
    with pytest.raises(AddressRefused, match="syslog"):
        allowed(frozenset({"syslog"}))
    dangerous = {"syslog", "rsyslog", "file", "dbus", "glib", "qt", "gnome", "kde", "windows", "macosx", "exec", "smtp"}
    assert not dangerous & (SCHEMES | ON_REQUEST)


@pytest.mark.parametrize(
    ("url", "mask"),
    [
        ("ntfys://ntfy.example.com/hush-topic", "ntfys://ntfy.example.com/…"),
        ("discord://123456789012345678/hush-token", "discord://…"),
        ("mailto://ann:hush-password@example.com", "mailto://example.com/…"),
        ("mailto://ann:hush@[broken", "mailto://…"),
    ],
)
def test_an_address_is_shown_without_what_opens_it(url: str, mask: str):
    assert shown(url) == mask
    assert url not in digest(url)


def test_every_secret_part_is_known():
    secrets = secrets_of("mailto://ann:hush%2Bpassword@mail.example.com?to=someone@example.org")
    assert {"hush%2Bpassword", "hush+password"} <= secrets
    assert "mail.example.com" not in secrets
    assert "123456789012345678" in secrets_of("discord://123456789012345678/hush-token")


def test_each_secret_is_learned_before_anything_can_log_it(receiver: Got):
    learned: list[str] = []
    open_post(allowed(frozenset({"json"})), learned.append).send(receiver.url, MESSAGE)
    assert {receiver.url, "hush-hush-token"} <= set(learned)


def test_no_log_holds_the_address(
    post: Post, receiver: Got, caplog: pytest.LogCaptureFixture, clean: Callable[..., str]
):
    receiver.status = 500
    with caplog.at_level("DEBUG"), pytest.raises(NotSent):
        post.send(receiver.url, MESSAGE)
    text = clean(receiver.url, caplog.text)
    assert re.search("hush", text) is None


@pytest.fixture
def clean() -> Callable[[str, str], str]:
    """As the log of a service cleans what it writes."""

    def cleaned(url: str, text: str) -> str:
        cleaner = Cleaner(())
        for secret in secrets_of(url):
            cleaner.learn(secret)
        return cleaner.clean(text)

    return cleaned
