"""A service hears many languages, and builds a grammar when somebody first speaks the language."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from intents.grammar import Grammar
from speech.hearing import grammar
from turns.learned import Grammars, LearnedTitles


class Workshop:
    """Builds grammars and remembers which."""

    def __init__(self) -> None:
        self.built: list[str] = []

    def build(self, language: str) -> Grammar:
        self.built.append(language)
        return grammar("en")


def test_a_grammar_is_built_when_it_is_first_needed():
    workshop = Workshop()
    grammars = Grammars(workshop.build, ("de", "en"))
    assert workshop.built == ["en"]  # whatever else nobody taught us is heard as English, at once
    assert grammars.of("de") is grammars.of("de")
    assert workshop.built == ["en", "de"]


def test_what_nobody_taught_us_is_heard_as_english():
    workshop = Workshop()
    grammars = Grammars(workshop.build, ("de",))
    assert len({id(grammars.of(language)) for language in ("en", "xx", "tlh", "")}) == 1
    assert workshop.built == ["en"]


def test_many_who_speak_at_once_share_one_grammar():
    workshop, start = Workshop(), Barrier(8)
    grammars = Grammars(workshop.build, ("de", "en"))

    def speak(_: int) -> Grammar:
        start.wait()
        return grammars.of("de")

    with ThreadPoolExecutor(8) as people:
        assert len({id(each) for each in people.map(speak, range(8))}) == 1
    assert workshop.built == ["en", "de"]


def test_whoever_asks_for_a_title_speaks_the_language():
    learned = LearnedTitles(Grammars(grammar, ("de", "en")).of, "en")
    assert learned.is_spoken("en")
    assert not learned.is_spoken("de")
    learned.of("de")
    assert learned.is_spoken("de")
