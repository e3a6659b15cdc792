"""What every page is sent with, and what stands in the list of languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from babel import Locale

if TYPE_CHECKING:
    from flask import Response

    from speech.saying import Speech

#: Nothing but our own files, and posters; no script in a page, no page of ours in another's frame.
_ALLOWED: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' https://image.tmdb.org data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
CONTENT_SECURITY_POLICY: Final = "; ".join(f"{what} {where}" for what, where in _ALLOWED.items())
#: The locales that Alexa speaks; the page offers those whose language we speak too.
ALEXA_LOCALES: Final = (
    *("ar-SA", "de-DE", "en-US", "en-GB", "en-AU", "en-CA", "en-IN", "es-ES", "es-MX", "es-US", "fr-CA", "fr-FR"),
    *("hi-IN", "it-IT", "ja-JP", "nl-NL", "pt-BR"),
)
EXAMPLES: Final = ("example-film", "example-several", "example-season", "example-there", "example-missing")


def secure(response: Response) -> Response:
    """Add the headers that keep a page to itself."""
    response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
    # Not "no-referrer": with that a browser sends "Origin: null" along with the form, and it would be turned away.
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("Permissions-Policy", "microphone=(self), camera=(), geolocation=()")
    response.headers.setdefault("Cache-Control", "no-cache, private")
    return response


def refuse_guessing(response: Response) -> Response:
    """Every answer, static files too, is what its Content-Type says."""
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    return response


def languages(speech: Speech) -> list[dict[str, Any]]:
    """One entry a language: its code, its locales as (code, name in that language), and things to say."""
    return [
        {
            "code": code,
            "locales": _locales(code),
            "examples": [speech.word(example, code) for example in EXAMPLES],
        }
        for code in speech.languages
    ]


def _locales(code: str) -> list[tuple[str, str]]:
    spoken = [locale for locale in ALEXA_LOCALES if locale.partition("-")[0] == code] or [code]
    return [(locale, _name(Locale.parse(locale, sep="-"))) for locale in spoken]


def _name(locale: Locale) -> str:
    """ "English (GB)", in the language itself."""
    language = locale.languages.get(locale.language, locale.language)
    return f"{language[:1].upper()}{language[1:]} ({locale.territory})" if locale.territory else language
