"""The contract, where it is about following a request: what is being downloaded, trying again, who may decide."""

from __future__ import annotations

import pytest

from media import Availability, Download, Kind, Wish
from media_backends import Ability, BackendBroken, RequestRefused, UserUnknown
from tests.backends.contract import BREAKING_BAD, DUNE, Circumstance, Server, able, film, needs, show
from tests.backends.contract import PATIENCE as T
from tests.backends.servers import SeerrServer


def test_details_tell_the_requests_that_stand(server: Server):
    server.stage(film())
    needs(server, Circumstance.WAITS_FOR_APPROVAL)
    backend = able(server, Ability.DOWNLOADS)
    made = backend.request(Wish(DUNE), timeout=T)
    (told,) = backend.details(Kind.MOVIE, DUNE.id, timeout=T).requests
    assert (told.id, told.kind, told.title_id) == (made.request_id, Kind.MOVIE, DUNE.id)


def test_what_could_not_be_handed_on_is_tried_again(server: Server):
    server.stage(film(), show())
    backend = able(server, Ability.RETRY)
    for wish in (Wish(DUNE), Wish(BREAKING_BAD, (1,))):
        made = backend.request(wish, timeout=T)
        backend.retry(made.request_id, wish.title.kind, timeout=T)
        assert backend.known_request(made.request_id, wish.title.kind, timeout=T) is not None


def test_a_failed_request_is_on_its_way_again(server: Server):
    if not isinstance(server, SeerrServer):
        pytest.skip("only the family tells that a request failed")
    server.stage(film(Availability.FAILED))
    backend = server.open()
    (failed,) = backend.details(Kind.MOVIE, DUNE.id, timeout=T).requests
    backend.retry(failed.id, Kind.MOVIE, timeout=T)
    assert backend.details(Kind.MOVIE, DUNE.id, timeout=T).title.availability is Availability.PROCESSING


def test_what_is_gone_cannot_be_tried_again(server: Server):
    backend = able(server, Ability.RETRY)
    with pytest.raises((RequestRefused, BackendBroken)):
        backend.retry("9999", Kind.MOVIE, timeout=T)
    with pytest.raises(RequestRefused):
        backend.retry("no number", Kind.MOVIE, timeout=T)


def test_only_who_manages_requests_may_decide(server: Server):
    backend = able(server, Ability.DECIDE)
    manager, child = server.add_user("Mia", may_decide=True), server.add_user("Kim")
    assert backend.may_decide(manager, timeout=T)
    assert not backend.may_decide(child, timeout=T)
    with pytest.raises(UserUnknown):
        backend.may_decide("77", timeout=T)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"size": 1000, "sizeLeft": 250, "status": "downloading", "timeLeft": "00:09:10"}, Download(75, 10)),
        ({"size": 1000, "sizeLeft": 1000, "status": "queued", "timeLeft": "1.02:00:00"}, Download(0, 26 * 60)),
        ({"size": 0, "sizeLeft": 0, "status": "downloading"}, Download()),
        ({"size": 1000, "sizeLeft": 990, "status": "warning"}, Download(1, None, "download-stalled")),
        ({"size": 1000, "sizeLeft": 990, "status": "Failed"}, Download(1, None, "download-failed")),
        ({"size": "x", "sizeLeft": None, "status": 7, "timeLeft": "soon"}, Download()),
    ],
)
def test_what_is_being_downloaded_is_told(server: Server, row: dict[str, object], told: Download):
    if not isinstance(server, SeerrServer):
        pytest.skip("only the family lists its downloads")
    server.stage(film(Availability.PROCESSING))
    server.wire.downloads["movie", DUNE.id] = [{"title": "Dune.2021", **row}]
    assert server.open().details(Kind.MOVIE, DUNE.id, timeout=T).downloads == (told,)


def test_a_pack_of_a_season_is_one_download(server: Server):
    if not isinstance(server, SeerrServer):
        pytest.skip("only the family lists its downloads")
    server.stage(show(Availability.PROCESSING))
    pack = {"size": 1000, "sizeLeft": 500, "status": "downloading", "timeLeft": "00:10:00", "downloadId": "A"}
    rows = [{**pack, "episode": {"seasonNumber": 1, "episodeNumber": number}} for number in (1, 2, 3)]
    server.wire.downloads["tv", BREAKING_BAD.id] = list(rows)
    assert server.open().details(Kind.TV, BREAKING_BAD.id, timeout=T).downloads == (Download(50, 10, season=1),)
