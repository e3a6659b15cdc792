"""How Dialogflow is told: text for every front, cards and chips for those that show them, and when a talk is over.

The fields: https://docs.cloud.google.com/dialogflow/es/docs/reference/rest/v2/WebhookResponse and
https://docs.cloud.google.com/dialogflow/cx/docs/reference/rest/v3/WebhookResponse; `richContent` is Dialogflow
Messenger's: https://docs.cloud.google.com/dialogflow/cx/docs/concept/integration/dialogflow-messenger/fulfillment
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Final

from channels.google.reading import Dialect, GoogleTurn
from dialogs import Button, buttons, offered
from dialogs.states import ChoosingTitle
from doors.reading import clean_text
from media import Title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dialogs.states import State
    from media import CollectionName
    from speech.saying import Speech
    from turns.taking import Taking

Json = dict[str, Any]

#: As many as a messenger shows in a row; whoever wants season 31 says so.
MOST_CHIPS: Final = 12
LONGEST_HEADING: Final = 200
LONGEST_ADDRESS: Final = 2000


@dataclass(frozen=True, slots=True)
class Card:
    """What was requested, or is on offer."""

    heading: str
    stands: str  # in words; empty where there is nothing to tell
    poster: str  # an https address, or empty


@dataclass(frozen=True, slots=True)
class Told:
    """An answer, before it is put into a dialect."""

    text: str
    ssml: str  # without the <speak> around it
    listening: bool
    state: str
    card: Card | None = None
    chips: tuple[str, ...] = ()


def tell(turn: GoogleTurn, taking: Taking, speech: Speech, locale: str) -> Json:
    """The answer to one turn."""
    spoken, reply = speech.say(taking.reply, locale), taking.reply
    shown = taking.made.what if taking.made else offered(taking.state)
    card = _card(shown, speech, locale, is_made=taking.made is not None) if shown else None
    chips = tuple(_chips(taking.state, speech, locale)) if reply.listening else ()
    return _put(turn, Told(spoken.plain, spoken.ssml, reply.listening, taking.state.name, card, chips[:MOST_CHIPS]))


def tell_trouble(turn: GoogleTurn, speech: Speech, locale: str, word: str = "trouble") -> Json:
    """The answer where we have a bug, or another `word` that ends a conversation."""
    text = speech.word(word, locale)
    return _put(turn, Told(text, escape(text), listening=False, state=word))


def _put(turn: GoogleTurn, told: Told) -> Json:
    return _es(told) if turn.dialect is Dialect.ES else _cx(told, turn.ending)


def _es(told: Told) -> Json:
    """ES has no field that ends a conversation: `expectUserResponse` is what its fronts look at, if at anything."""
    messages: list[Json] = [{"text": {"text": [told.text]}}]
    if told.card:
        shown = {"title": told.card.heading, "subtitle": told.card.stands, "imageUri": told.card.poster}
        messages.append({"card": {name: value for name, value in shown.items() if value}})
    if told.chips:
        messages.append({"quickReplies": {"quickReplies": list(told.chips)}})
    if rich := _rich(told, lambda poster: {"src": {"rawUrl": poster}}):
        messages.append({"payload": {"richContent": rich}})
    return {
        "fulfillmentText": told.text,
        "fulfillmentMessages": messages,
        "payload": {"google": {"expectUserResponse": told.listening}},
    }


def _cx(told: Told, ending: str) -> Json:
    """The session is ended by leading on to `ending`; the message `endInteraction` is for Dialogflow alone to write."""
    messages: list[Json] = [
        {"text": {"text": [told.text]}},
        {"outputAudioText": {"ssml": f"<speak>{told.ssml}</speak>"}},
    ]
    if rich := _rich(told, lambda poster: {"rawUrl": poster}):
        messages.append({"payload": {"richContent": rich}})
    parameters = {"overtalkerr_expect_reply": told.listening, "overtalkerr_state": told.state}
    return {
        "fulfillmentResponse": {"messages": messages, "mergeBehavior": "REPLACE"},
        "sessionInfo": {"parameters": parameters},
        **({"targetPage": ending} if ending and not told.listening else {}),
    }


def _rich(told: Told, image: Callable[[str], Json]) -> list[list[Json]]:
    """Dialogflow Messenger's cards: one box, the chips at its end. The two dialects write an image differently."""
    box: list[Json] = []
    if told.card:
        picture = {"image": image(told.card.poster)} if told.card.poster else {}
        box.append({"type": "info", "title": told.card.heading, "subtitle": told.card.stands, **picture})
    if told.chips:
        box.append({"type": "chips", "options": [{"text": chip} for chip in told.chips]})
    return [box] if box else []


def _card(shown: Title | CollectionName, speech: Speech, locale: str, *, is_made: bool) -> Card:
    if not isinstance(shown, Title):
        return Card(_heading(shown.name, None), speech.word("kind-label", locale, kind="collection"), "")
    kind = speech.word("kind-label", locale, kind=shown.kind)
    stands = "" if is_made else speech.word("availability-label", locale, availability=shown.availability)
    poster = shown.poster or ""
    fits = poster.startswith("https://") and len(poster) <= LONGEST_ADDRESS
    return Card(_heading(shown.name, shown.year), " · ".join(filter(None, (kind, stands))), poster if fits else "")


def _heading(name: str, year: int | None) -> str:
    return clean_text(f"{name} ({year})" if year else name)[:LONGEST_HEADING]


def _chips(state: State, speech: Speech, locale: str) -> Iterator[str]:
    """Words that answer the question when they are tapped."""
    if isinstance(state, ChoosingTitle):
        years = [title.year for title in state.candidates]
        for number, title in enumerate(state.shown, start=1):
            if title.year is not None and years.count(title.year) == 1:
                yield speech.word("option-year", locale, year=title.year)
            else:
                yield speech.word("option-number", locale, number=number)
    for button in buttons(state):
        if isinstance(button, Button):
            yield speech.word(f"button-{button}", locale)
        else:
            yield speech.word("button-season", locale, number=button)
