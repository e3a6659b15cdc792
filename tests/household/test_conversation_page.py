"""docs/conversation.md shows what is so: the moves of the table, dialogues of today, and examples that are heard."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from intents import Context
from intents.hearing import hear
from tests.dialogs import diagram
from tests.house import House
from tests.household import page
from tests.household.living import backend_of, live
from tests.speech.languages import LANGUAGES, grammar_of

TEXT = page.PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r'^\| ([^|]+) \| "([^"]+)" \| (\w+) \|$', TEXT, re.MULTILINE)
CONTEXTS = {
    "Is that the one you want?": [Context.OFFER],
    "Which one?": [Context.LIST],
    "Which seasons?": [Context.SEASONS],
    "Shall I try again?": [Context.RETRY],
    "none is open": [Context.NOTHING],
    "any": list(Context),
}


def test_the_moves_are_those_of_the_table():
    assert diagram.on_page(TEXT) == diagram.drawn(), "run: python -m tests.dialogs.diagram"


def test_the_dialogues_are_held_like_this(build_house: Callable[..., House]):
    shown = page.dialogues(lambda person: live(person, build_house(backend_of(person))))
    assert page.on_page(TEXT) == shown, "run: python -m tests.household.page"


def test_ten_dialogues_are_shown_in_every_language():
    assert len(page.SHOWN) == 10
    assert {name[:2] for name in page.SHOWN} == set(LANGUAGES)


@pytest.mark.parametrize(("question", "said", "intent"), EXAMPLES)
def test_what_can_be_said_is_understood(question: str, said: str, intent: str):
    for context in CONTEXTS[question]:
        assert hear(said, grammar_of("en"), context, 2026).name == intent, context


def test_every_question_has_examples():
    assert {question for question, _, _ in EXAMPLES} == set(CONTEXTS)
