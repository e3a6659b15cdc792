"""What came of a turn, as the page shows it: labels in the person's language, and the words that each answer takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dialogs import Button, buttons, offered, options
from dialogs.states import ChoosingTitle, Offering
from media import Availability, RequestStatus, Title
from storage.packing import pack
from turns.explaining import told

if TYPE_CHECKING:
    from channels import Front
    from dialogs.states import State
    from errands.watch import Sight
    from media import CollectionName
    from turns.taking import Made, Taking

#: How a request stands, in the words that also tell how a title stands.
_STANDS: Final = {
    RequestStatus.QUEUED: "queued",
    RequestStatus.PENDING: Availability.PENDING,
    RequestStatus.APPROVED: Availability.PROCESSING,
    RequestStatus.AVAILABLE: Availability.AVAILABLE,
}


def tell(taking: Taking, front: Front, session: str, locale: str) -> dict[str, Any]:
    """The answer's JSON."""
    offer, made = offered(taking.state), taking.made
    return {
        "speech": front.speech.say(taking.reply, locale).plain,
        "expect_reply": taking.reply.listening,
        "session": session,
        "turn": taking.id,
        "intent": taking.intent.name,
        "slots": _bare(pack(taking.intent)),
        "state": taking.state.name,
        "offer": _item(offer, front, locale) if offer else None,
        "options": _options(taking.state, front, locale),
        "request": _request(made, front, locale) if made else None,
        "buttons": [_button(button, front, locale) for button in buttons(taking.state)],
        "asked": list(taking.hops),
        "searched": [told(searched) for searched in taking.searched],
        "backend": tell_backend(front.sight()),
        "previews": {name: preview(taking, front.speech, locale) for name, preview in front.previews.items()},
    }


def tell_backend(sight: Sight) -> dict[str, Any]:
    """Which request manager answers, as far as is known."""
    return {
        "type": sight.type,
        "certain": sight.certain,
        "reachable": sight.reachable,
        "key_accepted": sight.key_accepted,
        "problem": sight.problem,
    }


def _item(title: Title, front: Front, locale: str) -> dict[str, Any]:
    return {
        "kind": title.kind.value,
        "kind_label": front.speech.word("kind-label", locale, kind=title.kind),
        "id": title.id,
        "title": title.name,
        "year": title.year,
        "availability": title.availability.value,
        "availability_label": front.speech.word("availability-label", locale, availability=title.availability),
        "poster": title.poster,
        "overview": title.overview,
    }


def _options(state: State, front: Front, locale: str) -> list[dict[str, Any]]:
    """What else may be chosen, best first, each with words that choose it and no other."""
    match state:
        case Offering():
            listed, counted = options(state), state.candidates
        case ChoosingTitle():
            listed = counted = state.shown
        case _:
            return []
    years = [candidate.year for candidate in state.candidates]
    return [
        _item(title, front, locale) | {"say": _choosing(title, years, counted.index(title) + 1, front, locale)}
        for title in listed
    ]


def _choosing(title: Title, years: list[int | None], number: int, front: Front, locale: str) -> str:
    """ "The one from 1984" where no other is, otherwise "number two" in the order in which they were found."""
    if title.year is not None and years.count(title.year) == 1:
        return front.speech.word("option-year", locale, year=title.year)
    return front.speech.word("option-number", locale, number=number)


def _request(made: Made, front: Front, locale: str) -> dict[str, Any]:
    stands = _STANDS.get(made.status, made.status.value)
    what = made.what
    return {
        "status": made.status.value,
        "status_label": front.speech.word("availability-label", locale, availability=stands),
        "id": made.request_id,
        "item": _item(what, front, locale) if isinstance(what, Title) else _series(what, front, locale),
        "seasons": list(made.seasons),
    }


def _series(name: CollectionName, front: Front, locale: str) -> dict[str, Any]:
    """A collection, in the fields of an item that it has."""
    label = front.speech.word("kind-label", locale, kind="collection")
    return {"kind": "collection", "kind_label": label, "id": name.id, "title": name.name, "year": None, "poster": None}


def _button(button: Button | int, front: Front, locale: str) -> dict[str, str]:
    """What stands on a button, and what is said when it is pressed: the same words."""
    if isinstance(button, Button):
        name, label = button.value, front.speech.word(f"button-{button}", locale)
    else:
        name, label = "season", front.speech.word("button-season", locale, number=button)
    return {"name": name, "label": label, "say": label}


def _bare(packed: Any) -> Any:
    """Without class names and what was not said."""
    if not isinstance(packed, dict):
        return packed
    return {name: _bare(value) for name, value in packed.items() if name != "$" and _is_said(value)}


def _is_said(value: Any) -> bool:
    return value is not None and value is not False and value not in ("", [], {})
