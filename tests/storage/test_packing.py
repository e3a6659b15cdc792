"""Values to JSON and back."""

from __future__ import annotations

import json
from dataclasses import dataclass, make_dataclass
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import intents
import media
from dialogs import states as dialog_states
from dialogs.states import Finished, Idle, Offering, Searching
from intents import AskFor
from media import Reply
from storage.conversations import PACKING
from storage.outbox import OUTCOMES, WISHES
from storage.packing import Packing, Unpackable, pack
from tests.samples import FACTS, STATES, TWO_DUNES, everything_spoken


def through_json(value: Any) -> Any:
    return json.loads(json.dumps(pack(value)))


@pytest.mark.parametrize("state", STATES, ids=lambda state: type(state).__name__)
def test_every_state_comes_back_as_it_was(state: dialog_states.State):
    assert PACKING.unpack(through_json(state)) == state


def test_every_state_that_a_step_leads_to_comes_back():
    for spoken in everything_spoken():
        assert PACKING.unpack(through_json(spoken.state)) == spoken.state


def test_every_outcome_comes_back_as_it_was():
    for fact in FACTS:
        if type(fact).__name__ in {"Taken", "AlreadyThere", "Refused"}:
            assert OUTCOMES.unpack(through_json(fact)) == fact


texts = st.text(st.characters(), max_size=20)
years = st.none() | st.tuples(st.integers(1900, 2030), st.integers(1900, 2030))
numbers = st.lists(st.integers(0, 90), min_size=1, max_size=5).map(tuple)
seasons = st.one_of(
    st.none(),
    numbers.map(intents.NumberedSeasons),
    st.integers(0, 90).map(intents.SeasonsOnward),
    st.sampled_from(intents.SeasonGroup).map(intents.GroupedSeasons),
)
asked = st.builds(AskFor, texts, st.none() | st.sampled_from(media.Kind), years, seasons)
titles = st.builds(
    media.Title,
    kind=st.sampled_from(media.Kind),
    id=st.integers(),
    name=texts,
    year=st.none() | st.integers(),
    availability=st.sampled_from(media.Availability),
    overview=texts,
)
gaps = st.one_of(st.none(), texts, st.integers(), numbers, st.just(()))
replies = st.builds(Reply, texts, st.dictionaries(texts.filter(lambda text: text != "$"), gaps), st.booleans())
states = st.one_of(
    st.just(Idle()),
    st.builds(Searching, asked),
    st.builds(Offering, asked, st.lists(titles, min_size=1, max_size=3).map(tuple), texts),
    st.builds(Finished, replies),
)


@given(states)
@settings(max_examples=60, deadline=None)
def test_any_state_comes_back_as_it_was(state: dialog_states.State):
    assert PACKING.unpack(through_json(state)) == state


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8) | st.just("$"), inner, max_size=3),
    max_leaves=8,
)


@given(anything)
@settings(max_examples=80, deadline=None)
def test_what_was_never_packed_is_refused(stored: Any):
    if stored != {"$": "Idle"}:
        with pytest.raises(Unpackable):
            PACKING.unpack(stored)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("candidates", [{"$": "Title", "kind": "radio"}]),
        ("asked", "dune"),
        ("asked", None),
        ("asked", {"$": "Idle"}),
        ("candidates", "Dune"),
        ("candidates", [{"$": "AskFor"}]),
        ("today", 7),
        ("at", "one"),
    ],
)
def test_a_field_of_another_kind_is_refused(field: str, value: Any):
    with pytest.raises(Unpackable):
        PACKING.unpack(through_json(TWO_DUNES) | {field: value})


def test_an_enums_value_that_we_do_not_know_is_refused():
    stored = through_json(Searching(AskFor("dune", media.Kind.MOVIE)))
    stored["asked"]["kind"] = "radio"
    with pytest.raises(Unpackable, match="radio"):
        PACKING.unpack(stored)


def test_a_field_too_many_or_too_few_is_refused():
    stored = through_json(TWO_DUNES)
    with pytest.raises(Unpackable):
        PACKING.unpack({**stored, "more": 1})
    del stored["at"]
    with pytest.raises(Unpackable):
        PACKING.unpack(stored)


@dataclass(frozen=True)
class Before:
    name: str


def fingerprint(*fields: tuple[str, Any]) -> str:
    return Packing(make_dataclass("Before", fields), {}).fingerprint


def test_the_fingerprint_changes_with_the_shape():
    shapes = [
        fingerprint(("name", str)),
        fingerprint(("name", int)),
        fingerprint(("name", str), ("more", int)),
        fingerprint(("other", str)),
        fingerprint(("name", media.Kind)),
    ]
    assert len(set(shapes)) == len(shapes)


def sized(**sizes: str) -> type[StrEnum]:
    return StrEnum("Size", sizes)  # type: ignore[return-value]


def test_the_fingerprint_changes_with_the_values_of_an_enum():
    assert fingerprint(("size", sized(S="s"))) != fingerprint(("size", sized(S="s", L="l")))


def test_the_fingerprint_stays_while_the_shape_does():
    assert Packing(Before, {}).fingerprint == Packing(Before, {}).fingerprint
    assert len({PACKING.fingerprint, WISHES.fingerprint, OUTCOMES.fingerprint}) == 3
