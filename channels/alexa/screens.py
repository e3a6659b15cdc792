"""What a device with a screen shows: one document of our own (`screen.json`), and the words and pictures in it.

The directive and what a touch sends back:
https://developer.amazon.com/en-US/docs/alexa/alexa-presentation-language/apl-interface.html
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from channels.alexa.names import TOUCHED
from channels.alexa.reading import SCREEN, drawn_for
from channels.alexa.showing import clipped, facts, heading, poster, shown_with
from dialogs import Button, buttons
from dialogs.states import ChoosingSeasons, Offering
from media import Availability
from turns.touching import choices, named, scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialogs.states import State
    from media import CollectionName, Title
    from speech.saying import Speech
    from turns.taking import Taking

Json = dict[str, Any]

#: Asks for nothing from elsewhere but posters, and knows no title: that is in the data beside it.
DOCUMENT: Final[Json] = json.loads(Path(__file__).with_name("screen.json").read_text(encoding="utf-8"))
LONGEST_HEADING: Final = 120
LONGEST_WORDS: Final = 300
#: A show may have fifty seasons; whoever wants one of the later ones says so.
MOST_BUTTONS: Final = 24


def draw(taking: Taking, words: str, speech: Speech, locale: str, viewer: str) -> Iterator[Json]:
    """The directive that shows this turn's answer; none where a conversation ends with nothing to show."""
    shown = shown_with(taking)
    if not (shown or taking.reply.listening):
        return
    yield {
        "type": f"{SCREEN}.RenderDocument",
        "token": drawn_for(viewer, scene(taking.state)),
        "document": DOCUMENT,
        "datasources": {"screen": _data(taking, shown, words, speech, locale)},
    }


def _data(taking: Taking, shown: Title | CollectionName | None, words: str, speech: Speech, locale: str) -> Json:
    listening, state = taking.reply.listening, taking.state
    chosen = choices(state) if listening else ()
    pressed = buttons(state)[:MOST_BUTTONS] if listening else ()
    return {
        "touched": TOUCHED,
        "words": _written(words, LONGEST_WORDS),
        **_panel(taking, shown, speech, locale),
        "choices": [_choice(title, speech, locale) for title in chosen],
        "buttons": [{"what": named(one), "label": _label(one, speech, locale)} for one in pressed],
    }


def _panel(taking: Taking, shown: Title | CollectionName | None, speech: Speech, locale: str) -> Json:
    """The one title that all is about."""
    if shown is None:
        return {"heading": "", "facts": "", "poster": ""}
    stands = taking.made.status if taking.made else _availability(taking.state)
    told = _written(facts(shown, stands, speech, locale))
    return {"heading": _written(heading(shown), LONGEST_HEADING), "facts": told, "poster": poster(shown)}


def _availability(state: State) -> Availability:
    """Of the one title that is on offer, in the quality that it is offered in."""
    match state:
        case Offering():
            return state.title.availability_in(four_k=state.four_k)
        case ChoosingSeasons():
            return state.details.title.availability_in(four_k=state.four_k)
        case _:
            return Availability.MISSING


def _choice(title: Title, speech: Speech, locale: str) -> Json:
    return {
        "what": named(title),
        "label": clipped(heading(title), LONGEST_HEADING).replace("${", "$ {"),
        "heading": _written(heading(title), LONGEST_HEADING),
        "facts": _written(facts(title, title.availability, speech, locale)),
        "poster": poster(title),
    }


def _label(button: Button | int, speech: Speech, locale: str) -> str:
    if isinstance(button, Button):
        return _written(speech.word(f"button-{button}", locale))
    return _written(speech.word("button-season", locale, number=button))


def _written(text: str, most: int = LONGEST_WORDS) -> str:
    """Text as a screen takes it: it reads "<" and "&" as marks, and would work out what stands in "${}"."""
    return escape(clipped(text, most), quote=False).replace("${", "$ {")
