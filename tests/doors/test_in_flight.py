"""Calls that are not answered yet are counted until their last byte is on its way."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from flask import Flask, Response
from werkzeug.test import Client

from doors.in_flight import InFlight


def app() -> Flask:
    made = Flask("test")

    @made.get("/story")
    def story() -> Response:
        def told() -> Iterator[str]:
            yield "once"
            yield "upon a time"

        return Response(told())

    @made.get("/bug")
    def bug() -> str:
        raise ZeroDivisionError

    made.testing = True  # a bug travels up
    return made


def test_a_call_counts_until_it_is_closed():
    counted = InFlight(app())
    answer = Client(counted).get("/story", buffered=False)
    assert counted.wait(0.0) == 1
    assert answer.text == "onceupon a time"
    answer.close()
    assert counted.wait(0.0) == 0


def test_a_call_that_breaks_does_not_count_for_ever():
    counted = InFlight(app())
    with pytest.raises(ZeroDivisionError):
        Client(counted).get("/bug")
    assert counted.wait(0.0) == 0


def test_whoever_waits_comes_back_with_the_last_answer_or_when_it_takes_too_long():
    counted = InFlight(app())
    answer = Client(counted).get("/story", buffered=False)
    began = time.monotonic()
    assert counted.wait(0.05) == 1
    assert time.monotonic() - began < 5
    closing = threading.Timer(0.05, answer.close)
    closing.start()
    assert counted.wait(30.0) == 0
    closing.join()
    assert time.monotonic() - began < 20
