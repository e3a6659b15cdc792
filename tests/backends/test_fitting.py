"""The check of our calls against the servers' own documents: it must be able to find fault."""

from __future__ import annotations

import json

import pytest

from tests.backends.books import Product
from tests.backends.door import Heard
from tests.backends.fitting import misfits


def call(method: str, target: str, body: object = None) -> Heard:
    return Heard(method, f"/api/v1{target}", {}, b"" if body is None else json.dumps(body).encode())


@pytest.mark.parametrize("product", Product)
@pytest.mark.parametrize(
    "heard",
    [
        call("GET", "/search?query=dune%20year%3A1984&page=1&language=en"),
        call("GET", "/tv/1396?language=de"),
        call("GET", "/request?take=20&skip=0&sort=added"),
        call("POST", "/request", {"mediaType": "tv", "mediaId": 1396, "is4k": False, "seasons": [0, 2]}),
        call("POST", "/request/7/approve"),
        call("DELETE", "/request/7"),
    ],
)
def test_what_the_servers_take_fits(product: Product, heard: Heard):
    assert misfits(product.lower(), heard) == []


@pytest.mark.parametrize("product", Product)
@pytest.mark.parametrize(
    ("heard", "why"),
    [
        (call("GET", "/search?page=1"), "query is missing"),
        (call("GET", "/search?query=dune&year=1984"), "year is not known"),
        (call("GET", "/search?query=dune&query=dune"), "query stands there twice"),
        (call("GET", "/search?query=dune&page=abc"), "page is no number"),
        (call("GET", "/search?query=dune&language="), "language is empty"),
        (call("GET", "/request?filter=declined"), "filter is none of"),
        (call("GET", "/movie/abc"), "is no call of"),
        (call("GET", "/nothing"), "is no call of"),
        (call("POST", "/request/7/adopt"), "is no call of"),
        (call("POST", "/request", {"mediaId": 1}), "body.mediaType is missing"),
        (call("POST", "/request", {"mediaType": "film", "mediaId": 1}), "body.mediaType is none of"),
        (call("POST", "/request", {"mediaType": "movie", "mediaId": "1"}), "body.mediaId is no number"),
        (call("POST", "/request", {"mediaType": "movie", "mediaId": 1, "is4k": "yes"}), "body.is4k is no boolean"),
        (call("POST", "/request", {"mediaType": "tv", "mediaId": 1, "seasons": 2}), "body.seasons fits none"),
        (call("POST", "/request", {"mediaType": "tv", "mediaId": 1, "seasons": ["2"]}), "body.seasons fits none"),
        (call("POST", "/request", {"mediaType": "tv", "mediaId": 1, "seasons": [-1]}), "body.seasons fits none"),
        (call("DELETE", "/request/7", {"id": 7}), "it takes no body"),
    ],
)
def test_what_they_refuse_does_not(product: Product, heard: Heard, why: str):
    assert any(why in one for one in misfits(product.lower(), heard))
