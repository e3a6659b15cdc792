"""Which request manager it is can be found out late, and can change under the running service."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from errands.watch import ANXIOUS, CALM, Watch, open_watch
from media_backends import BackendFactory, BackendType, Opening
from tests.backends.stand_in import KEY, Fault, Product, StandIn


@pytest.fixture
def server() -> Iterator[StandIn]:
    with StandIn(Product.JELLYSEERR) as opened:
        yield opened


def watch_over(server: StandIn, key: str = KEY) -> Watch:
    return open_watch(Opening(server.url, key, clock=lambda: 1000.0), None, BackendFactory.settle)


def test_a_server_that_is_well_is_looked_at_calmly(server: StandIn):
    watch = watch_over(server)
    assert watch.look() == CALM
    assert (watch.sight.type, watch.sight.certain, watch.sight.reachable, watch.sight.key_accepted) == (
        *("jellyseerr", True),
        *(True, True),
    )
    watch.close()


def test_an_upgrade_from_jellyseerr_to_seerr_is_noticed_at_the_next_look(
    server: StandIn, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.INFO)
    watch = watch_over(server)
    watch.look()
    old = watch.backend
    server.product = Product.SEERR
    assert watch.look() == CALM
    assert (watch.backend.backend_type, watch.sight.type) == (BackendType.SEERR, "seerr")
    assert "The request manager is seerr now, no longer jellyseerr." in caplog.messages
    old.close()
    watch.close()


def test_the_type_that_the_owner_chose_stays(server: StandIn):
    chosen = BackendType.JELLYSEERR
    watch = open_watch(Opening(server.url, KEY, clock=lambda: 1000.0), chosen, BackendFactory.settle)
    server.product = Product.SEERR
    watch.look()
    assert watch.backend.backend_type is chosen
    watch.close()


def test_a_server_that_answers_nonsense_is_not_taken_for_another(server: StandIn):
    watch = watch_over(server)
    before = watch.backend
    server.fault(Fault.STATUS, status=500)
    assert watch.look() == ANXIOUS
    assert watch.backend is before
    server.mend()
    assert watch.look() == CALM
    watch.close()


def test_a_server_that_was_away_at_the_start_is_found_out_when_it_comes(server: StandIn):
    with server.closed():
        watch = watch_over(server)
        assert watch.look() == ANXIOUS
        assert (watch.sight.certain, watch.sight.reachable) == (False, False)
    assert watch.look() == CALM
    assert (watch.backend.backend_type, watch.sight.certain) == (BackendType.JELLYSEERR, True)
    watch.close()


def test_a_wrong_key_is_told_from_a_server_that_is_away(server: StandIn):
    watch = watch_over(server, "wrong")
    assert watch.look() == ANXIOUS
    assert (watch.sight.reachable, watch.sight.key_accepted) == (True, False)
    watch.close()
