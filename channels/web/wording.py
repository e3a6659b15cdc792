"""The words of a page, in the language of whoever looks at it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_datetime
from babel.localedata import exists

if TYPE_CHECKING:
    from flask import Request

    from channels import Front
    from media import Followed, Stage
    from speech.saying import Speech

#: What our own reasons look like; anything else is somebody's own words.
_KEY: Final = re.compile(r"(backend|request|title)-[a-z-]+")
#: A locale that we are told in an address.
_LOCALE: Final = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z]{2})?")
#: Characters of a name that are shown; those that platforms make up have two hundred, and differ at the end.
SHOWN: Final = 32
#: All that stands on the pages about requests but is not about one of them.
PARTS: Final = (
    *(
        "heading",
        "stage",
        "kind",
        "words",
        "show",
        "none",
        "no-match",
        "since",
        "older",
        "newest",
        "pages",
        "skip",
        "back",
    ),
    *("home", "timeline", "told", "nobody", "forgotten", "live", "polled", "lost"),
)


@dataclass(frozen=True, slots=True)
class Wording:
    """All that is written on the pages about requests."""

    speech: Speech
    locale: str
    time_zone: str = ""

    @property
    def language(self) -> str:
        """What the page says that it is written in."""
        return self.speech.language_of(self.locale)

    def part(self, part: str) -> str:
        """A heading, the label of a field, what stands on a button."""
        return self.speech.word("requests-page", self.locale, part=part)

    def filter(self, which: str) -> str:
        """Which requests are listed."""
        return self.speech.word("requests-filter", self.locale, which=which)

    def stage(self, stage: Stage) -> str:
        """How far one has come."""
        return self.speech.word("stage-label", self.locale, stage=stage.value)

    def source(self, source: str) -> str:
        """How that is known."""
        return self.speech.word("source-label", self.locale, source=source)

    def reason(self, reason: str | None) -> str | None:
        """Why: ours in words, anybody else's as it is."""
        if not reason:
            return None
        return self.speech.word("why", self.locale, why=reason) if _KEY.fullmatch(reason) else reason

    def kind(self, kind: str) -> str:
        """Film or series."""
        return self.speech.word("kind-label", self.locale, kind=kind)

    def seasons(self, seasons: tuple[int, ...]) -> str:
        """ "Seasons one and two"; nothing for none."""
        return self.speech.word("requests-seasons", self.locale, seasons=seasons) if seasons else ""

    def facts(self, followed: Followed) -> str:
        """What it is, in a line."""
        wish = followed.wish
        quality = "4K" if wish.four_k else ""
        known = (str(wish.title.year or ""), self.kind(wish.title.kind), self.seasons(wish.seasons), quality)
        return " · ".join(filter(None, known))

    def person(self, person: str, channel: str) -> str:
        """Somebody, as the page shows them."""
        shown = person if len(person) <= SHOWN else f"…{person[1 - SHOWN :]}"
        return f"{shown} ({channel})"

    def asked(self, who: str) -> str:
        """Who asked for it."""
        return self.speech.word("requests-asked", self.locale, who=who)

    def when(self, moment: float) -> str:
        """Unix seconds as a date and a time of day."""
        zone = ZoneInfo(self.time_zone or "UTC")
        written: str = format_datetime(datetime.fromtimestamp(moment, UTC), "medium", zone, self._babel)
        return written if self.time_zone else f"{written} UTC"

    @property
    def _babel(self) -> Locale:
        language, _, region = self.locale.replace("_", "-").partition("-")
        is_known = exists(f"{language.lower()}_{region.upper()}")
        return Locale(language.lower(), region.upper()) if is_known else Locale(self.language)

    @staticmethod
    def stamp(moment: float) -> str:
        """The same for programs."""
        return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def wording_of(front: Front, request: Request) -> Wording:
    """In the language that is asked for, as far as we speak it; else in that of the household."""
    asked = request.args.get("locale", "")
    wanted = [asked] if _LOCALE.fullmatch(asked) else []
    wanted += [value for value, _ in request.accept_languages if _LOCALE.fullmatch(value)]
    spoken = (locale for locale in wanted if re.split("[-_]", locale.lower())[0] in front.speech.languages)
    return Wording(front.speech, next(spoken, front.locale), front.requested.time_zone)
