"""How Home Assistant is told: plain text, whose last character says whether to listen on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from channels.homeassistant.thread import QUESTION_MARKS
from dialogs import question

if TYPE_CHECKING:
    from speech.saying import Speech
    from turns.taking import Taking


def tell(taking: Taking, speech: Speech, locale: str) -> str:
    """The answer's text. It ends in a question mark exactly where we listen."""
    text = speech.say(taking.reply, locale).plain.rstrip()
    asks = text.endswith(QUESTION_MARKS)
    if taking.reply.listening and not asks:
        return f"{text} {speech.word('reprompt', locale, context=question(taking.state))}"
    return f"{text}." if asks and not taking.reply.listening else text
