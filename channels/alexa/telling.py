"""How Alexa is told: speech marks, a reprompt, a card, and which slot we would like to hear next.

Every answer is a plain dict, as it goes over the wire. Limits and fields:
https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-and-response-json-reference.html
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

from channels.alexa.names import CODE_SLOT, LINK, REQUEST, SEASONS, SEASONS_SLOT, TITLE_SLOT
from channels.alexa.screens import draw
from channels.alexa.showing import NOT_XML, clipped, heading, poster, shown_with
from dialogs import question
from dialogs.states import AskingCode, ChoosingSeasons, Idle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from channels.alexa.reading import AlexaRequest
    from dialogs.states import State
    from media import CollectionName, Title
    from speech.saying import Speech, Spoken
    from turns.taking import Taking

Envelope = dict[str, Any]

LONGEST_SPEECH: Final = 8000  # characters, speech marks included
LONGEST_CARD: Final = 8000  # characters of its texts and addresses together
LONGEST_CARD_TITLE: Final = 200
#: What Alexa's voices can be told to speak a name in, whatever their own language: values of <lang xml:lang="…">.
#: https://developer.amazon.com/en-US/docs/alexa/custom-skills/speech-synthesis-markup-language-ssml-reference.html#lang
#: An unknown value would silence the whole answer: a language is added once a device has been heard to speak it.
VOICES: Final = {
    "de": "de-DE",
    "en": "en-US",
    "es": "es-ES",
    "fr": "fr-FR",
    "it": "it-IT",
    "ja": "ja-JP",
}


def tell(taking: Taking, speech: Speech, locale: str, viewer: str | None = None) -> Envelope:
    """The answer to one turn. The session stays open exactly while we listen.

    What it is about is shown on the device's own screen, or else on a card in Alexa's app. `viewer`: whose voice was
    recognised, empty for nobody's, at a device with a screen; None: it has none.
    """
    spoken = speech.say(taking.reply, locale, VOICES)
    response: dict[str, Any] = {"outputSpeech": _ssml(spoken), "shouldEndSession": not taking.reply.listening}
    directives = [] if viewer is None else [*draw(taking, spoken.plain, speech, locale, viewer)]
    if taking.reply.listening:
        again = speech.word("reprompt", locale, context=question(taking.state))
        response["reprompt"] = {"outputSpeech": _marked(escape(again))}
        if directive := _elicit(taking.state):
            directives.append(directive)
    if directives:
        response["directives"] = directives
    if viewer is None and (shown := shown_with(taking)):
        response["card"] = _card(shown, spoken.plain)
    return _envelope(response)


def tell_trouble(speech: Speech, locale: str, word: str = "trouble") -> Envelope:
    """The answer where we have a bug, or another `word` that ends a conversation."""
    text = speech.word(word, locale)
    return _envelope({"outputSpeech": _marked(escape(text)), "shouldEndSession": True})


def say_nothing() -> Envelope:
    """The only answer allowed to SessionEndedRequest, and the right one to whatever we do not know."""
    return _envelope({})


def tell_whether(request: AlexaRequest) -> Envelope:
    """The answer to CanFulfillIntentRequest: we can look for any title, and nothing is looked up to say so."""
    if request.intent != REQUEST:
        return _envelope({"canFulfillIntent": {"canFulfill": "NO", "slots": _none_of(request.slots)}})
    able = {"canUnderstand": "YES", "canFulfill": "YES"}
    titles = {TITLE_SLOT: able} if TITLE_SLOT in request.slots else {}
    others = _none_of([name for name in request.slots if name != TITLE_SLOT])
    return _envelope({"canFulfillIntent": {"canFulfill": "YES" if titles else "MAYBE", "slots": {**titles, **others}}})


def _none_of(slots: Mapping[str, str] | list[str]) -> dict[str, dict[str, str]]:
    return {name: {"canUnderstand": "NO", "canFulfill": "NO"} for name in slots}


def _envelope(response: dict[str, Any]) -> Envelope:
    """Session attributes stay empty: where the conversation stands is in our database."""
    return {"version": "1.0", "sessionAttributes": {}, "response": response}


def _ssml(spoken: Spoken) -> dict[str, str]:
    marked = _marked(spoken.ssml)
    if len(marked["ssml"]) <= LONGEST_SPEECH:
        return marked
    return _marked(escape(spoken.plain[: LONGEST_SPEECH // 8]))  # an escaped character takes six at most


def _marked(text: str) -> dict[str, str]:
    return {"type": "SSML", "ssml": f"<speak>{NOT_XML.sub('', text)}</speak>"}


def _elicit(state: State) -> dict[str, Any] | None:
    """Ask for a slot, so that Alexa takes a bare title or bare seasons; never where yes or no is the answer."""
    match state:
        case Idle():
            return _elicit_slot(REQUEST, TITLE_SLOT)
        case AskingCode():
            return _elicit_slot(LINK, CODE_SLOT)
        case ChoosingSeasons() if len(state.open_seasons) != 1:
            return _elicit_slot(SEASONS, SEASONS_SLOT)
        case _:
            return None


def _elicit_slot(intent: str, slot: str) -> dict[str, Any]:
    empty = {slot: {"name": slot, "confirmationStatus": "NONE"}}
    return {
        "type": "Dialog.ElicitSlot",
        "slotToElicit": slot,
        "updatedIntent": {"name": intent, "confirmationStatus": "NONE", "slots": empty},
    }


def _card(shown: Title | CollectionName, text: str) -> dict[str, Any]:
    title, picture = clipped(heading(shown), LONGEST_CARD_TITLE), poster(shown)
    if not picture:
        return {"type": "Simple", "title": title, "content": clipped(text, LONGEST_CARD - len(title))}
    room = LONGEST_CARD - len(title) - 2 * len(picture)
    image = {"smallImageUrl": picture, "largeImageUrl": picture}
    return {"type": "Standard", "title": title, "text": clipped(text, room), "image": image}
