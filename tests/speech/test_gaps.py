"""What stands in the gaps, language by language: names, dates, lists, numbers, and marks for the voice."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.alexa.telling import VOICES
from dialogs import apart, telling
from dialogs.states import ChoosingTitle, Offering
from intents import AskFor
from media import Gap, Kind, Name, Reply, Title
from media_backends import RequestRefused
from speech.saying import PAUSE, Speech, open_speech
from tests.samples import TODAY

SPEECH: Speech = open_speech()
DUNE = Title(Kind.MOVIE, 438631, "Dune", 2021, original_language="en")
PARASITE = Title(Kind.MOVIE, 496243, "Parasite", 2019, original_name="기생충", original_language="ko")
AMELIE = Title(Kind.MOVIE, 194, "Le Fabuleux Destin d'Amélie Poulain", 2001, original_language="fr")


def say(locale: str, key: str, **gaps: Gap) -> str:
    return SPEECH.say(Reply(key, gaps), locale).plain


def offered(locale: str, *titles: Title) -> tuple[str, str]:
    """For the eye, and for Alexa."""
    asked = AskFor("it")
    reply = (
        telling.offer(Offering(asked, titles, TODAY))
        if len(titles) == 1
        else apart.which_title(ChoosingTitle(asked, titles, TODAY))
    )
    spoken = SPEECH.say(reply, locale, VOICES)
    return spoken.plain, spoken.ssml


# --- names in another language


def test_a_title_that_kept_its_name_is_marked_with_its_language():
    plain, ssml = offered("de-DE", DUNE)
    assert plain == "Ich habe den Film Dune von 2021 gefunden. Ist das der richtige?"
    assert ssml == ('Ich habe den Film <lang xml:lang="en-US">Dune</lang> von 2021 gefunden. Ist das der richtige?')


def test_a_title_of_the_speakers_own_language_is_not_marked():
    assert "<lang" not in offered("en-GB", DUNE)[1]
    assert "<lang" not in offered("fr-CA", AMELIE)[1]
    assert '<lang xml:lang="fr-FR">Le Fabuleux Destin d&#x27;Amélie Poulain</lang>' in offered("en-US", AMELIE)[1]


def test_a_translated_title_is_the_speakers_own():
    assert "<lang" not in offered("de-DE", PARASITE)[1]


def test_a_language_that_no_voice_speaks_is_not_marked():
    assert "<lang" not in offered("de-DE", Title(Kind.TV, 1, "Borgen", 2010, original_language="da"))[1]


def test_where_the_platform_knows_no_marks_there_are_none():
    assert "<lang" not in SPEECH.say(telling.offer(Offering(AskFor("it"), (DUNE,), TODAY)), "de-DE").ssml


def test_each_of_a_list_is_marked_by_itself():
    ssml = offered("it-IT", DUNE, PARASITE)[1]
    assert ssml == (f'Intendi il film <lang xml:lang="en-US">Dune</lang> del 2021{PAUSE} o il film Parasite del 2019?')


@pytest.mark.parametrize("locale", SPEECH.locales)
@settings(deadline=None, max_examples=40)
@given(name=st.text(max_size=200), language=st.sampled_from(["en", "fr", "de", "xx", '"><x']))
def test_whatever_a_title_is_plain_text_has_no_marks_and_ssml_is_well_formed(locale: str, name: str, language: str):
    title = Title(Kind.TV, 1, name, 2020, original_language=language)
    for titles in ((title,), (title, DUNE, title)):
        plain, ssml = offered(locale, *titles)
        speak = ET.fromstring(f"<speak>{ssml}</speak>")
        assert {part.tag for part in speak.iter()} <= {"speak", "lang", "break"}
        assert {part.get("{http://www.w3.org/XML/1998/namespace}lang") for part in speak.iter("lang")} <= {
            *VOICES.values()
        }
        assert re.search(r"</?(lang|break|speak)\b", plain.replace(name, "")) is None


def test_a_person_breathes_between_the_choices_and_after_the_plot():
    assert offered("en-US", DUNE, PARASITE, AMELIE)[1].count(PAUSE) == 2
    plot = Reply("info-plot", {"plot": "A boy.", "asking": "seasons", "kind": "tv"})
    assert SPEECH.say(plot, "es-ES").ssml == f"A boy.{PAUSE} ¿Qué temporadas quieres?"
    assert SPEECH.say(plot, "es-ES").plain == "A boy. ¿Qué temporadas quieres?"


# --- dates


@pytest.mark.parametrize(
    ("locale", "iso", "date"),
    [
        ("en-US", "2027-03-03", "on March 3, 2027"),
        ("en-GB", "2027-03-03", "on 3 March 2027"),
        ("de-DE", "2027-03-03", "am 3. März 2027"),
        ("fr-FR", "2027-03-01", "le 1er mars 2027"),
        ("fr-CA", "2027-03-02", "le 2 mars 2027"),
        ("es-ES", "2027-03-01", "el 1 de marzo de 2027"),
        ("es-MX", "2027-03-01", "el primero de marzo de 2027"),
        ("es-US", "2027-03-02", "el 2 de marzo de 2027"),
        ("it-IT", "2027-03-01", "esce il primo marzo 2027"),
        ("it-IT", "2027-03-08", "esce l'8 marzo 2027"),
        ("it-IT", "2027-03-11", "esce l'11 marzo 2027"),
        ("it-IT", "2027-03-18", "esce il 18 marzo 2027"),
        ("nl-NL", "2027-03-03", "op 3 maart 2027"),
        ("pt-BR", "2027-03-01", "em 1º de março de 2027"),
    ],
)
def test_dates_are_said_as_the_language_says_them(locale: str, iso: str, date: str):
    assert date in offered(locale, Title(Kind.MOVIE, 1, "Dune", 2027, released=iso))[0]


# --- lists


@pytest.mark.parametrize(
    ("locale", "names", "said"),
    [
        ("en-US", ("Up", "Cars", "Coco"), "Up, Cars, and Coco"),
        ("en-GB", ("Up", "Cars", "Coco"), "Up, Cars and Coco"),
        ("de-DE", ("Up", "Cars", "Coco"), "Up, Cars und Coco"),
        ("fr-FR", ("Up", "Cars"), "Up et Cars"),
        ("es-MX", ("Up", "Cars"), "Up y Cars"),
        ("es-ES", ("Batman", "Iron Man"), "Batman e Iron Man"),
        ("es-ES", ("Up", "Batman", "Hidalgo"), "Up, Batman e Hidalgo"),
        ("es-MX", ("Batman", "Hielo"), "Batman y Hielo"),
        ("es-MX", ("Batman", "Ion"), "Batman y Ion"),
        ("it-IT", ("Up", "Cars"), "Up e Cars"),
        ("nl-NL", ("Up", "Cars"), "Up en Cars"),
        ("pt-BR", ("Up", "Cars"), "Up e Cars"),
    ],
)
def test_lists_are_said_as_the_language_says_them(locale: str, names: tuple[str, ...], said: str):
    assert said in say(locale, "collection", title="X", count=5, missing=len(names), names=names)


def test_the_word_between_the_last_two_goes_by_the_name_not_by_its_marks():
    reply = Reply("collection", {"title": "X", "count": 2, "missing": 2, "names": ("Batman", Name("Iron Man", "en"))})
    assert 'Batman e <lang xml:lang="en-US">Iron Man</lang>' in SPEECH.say(reply, "es-ES", VOICES).ssml


# --- numbers


@pytest.mark.parametrize(
    ("locale", "two", "one"),
    [
        ("de-DE", "Es gibt zwei Staffeln.", "Es gibt nur eine Staffel."),
        ("fr-FR", "Il y a deux saisons.", "Il y a une seule saison."),
        ("es-ES", "Tiene dos temporadas.", "Tiene solo una temporada."),
        ("it-IT", "Ha due stagioni.", "Ha una sola stagione."),
        ("nl-NL", "Er zijn twee seizoenen.", "Er is maar één seizoen."),
        ("pt-BR", "São duas temporadas.", "Tem só uma temporada."),
    ],
)
def test_numbers_are_words_of_the_right_gender(locale: str, two: str, one: str):
    assert say(locale, "which-seasons-of-all", count=2, missing=(1, 2)).startswith(two)
    assert say(locale, "which-seasons-of-all", count=1, missing=(1,)).startswith(one)


def test_a_film_is_counted_in_its_own_gender():
    assert "com dois filmes" in say("pt-BR", "collection-complete", title="X", count=2, missing=0)
    assert "con dos películas" in say("es-MX", "collection-complete", title="X", count=2, missing=0)


@pytest.mark.parametrize(
    ("locale", "rating"), [("en-US", "7.8"), ("de-DE", "7,8"), ("fr-FR", "7,8"), ("es-MX", "7.8"), ("es-ES", "7,8")]
)
def test_a_rating_has_the_point_of_its_region(locale: str, rating: str):
    assert f" {rating} " in say(locale, "info-rating", title="X", kind="tv", rating="7.8", asking="seasons")
    assert f" {rating} " not in say(locale, "info-rating", title="X", kind="tv", rating="8.0", asking="seasons")


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-US", "The specials and season one of Andor have already been requested."),
        ("de-DE", "Die Specials und Staffel eins von Andor sind schon angefragt."),
        ("fr-FR", "Les épisodes spéciaux et la saison un de la série Andor ont déjà été demandés."),
        ("es-MX", "Los episodios especiales y la temporada uno de Andor ya están pedidos."),
        ("it-IT", "Gli episodi speciali e la stagione uno di Andor sono già stati richiesti."),
        ("nl-NL", "De specials en seizoen één van Andor zijn al aangevraagd."),
        ("pt-BR", "Os episódios especiais e a temporada um de Andor já foram pedidos."),
    ],
)
def test_specials_among_the_seasons_are_named_and_no_number(locale: str, said: str):
    assert say(locale, "already", title="Andor", kind="tv", seasons=(0, 1), availability="approved") == said


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-US", "Seasons one to three of Andor"),
        ("de-DE", "Die Staffeln eins bis drei von Andor"),
        ("fr-FR", "Les saisons un à trois de la série Andor"),
        ("es-MX", "Las temporadas uno a tres de Andor"),
        ("it-IT", "Le stagioni da uno a tre di Andor"),
        ("nl-NL", "De seizoenen één tot en met drie van Andor"),
        ("pt-BR", "As temporadas um a três de Andor"),
    ],
)
def test_seasons_in_a_row_are_said_from_the_first_to_the_last(locale: str, said: str):
    assert say(locale, "already", title="Andor", kind="tv", seasons=(1, 2, 3), availability="approved").startswith(said)


def test_specials_alone_are_several():
    states: dict[str, Gap] = {"there": (0,), "partly": (), "coming": (), "waiting": (0, 1), "failed": (), "refused": ()}
    assert say("en-US", "already-mixed", title="Andor", kind="tv", quality="hd", seasons=(0, 1), **states) == (
        "Andor has already been requested. You have the specials of Andor. "
        "The specials and season one are waiting for approval."
    )
    assert say("en-US", "already", title="Andor", kind="tv", seasons=(0,), availability="available") == (
        "The specials of Andor are already in your library! You can watch them now."
    )


@pytest.mark.parametrize(
    ("locale", "film", "series"),
    [
        ("en-US", "the movie Dune from 2021 or the one from 1984", "the TV show Dune from 2021 or the one from 1984"),
        ("de-DE", "den Film Dune von 2021 oder den von 1984", "die Serie Dune von 2021 oder die von 1984"),
        ("fr-FR", "le film Dune de 2021 ou celui de 1984", "la série Dune de 2021 ou celle de 1984"),
        ("es-ES", "la película Dune de 2021 o la de 1984", "la serie Dune de 2021 o la de 1984"),
        ("it-IT", "il film Dune del 2021 o quello del 1984", "la serie Dune del 2021 o quella del 1984"),
        ("nl-NL", "de film Dune uit 2021 of die uit 1984", "de serie Dune uit 2021 of die uit 1984"),
        ("pt-BR", "o filme Dune de 2021 ou o de 1984", "a série Dune de 2021 ou a de 1984"),
    ],
)
def test_the_one_that_shares_its_name_has_the_gender_of_its_kind(locale: str, film: str, series: str):
    for kind, said in ((Kind.MOVIE, film), (Kind.TV, series)):
        assert said in offered(locale, *(Title(kind, year, "Dune", year) for year in (2021, 1984)))[0]


@pytest.mark.parametrize(
    ("locale", "places"),
    [
        ("en-US", ("made in the United States", "made in Canada", "made in Hong Kong")),
        ("de-DE", ("aus den USA", "aus Kanada", "aus Hongkong")),
        ("fr-FR", ("produit aux États-Unis", "produit au Canada", "produit à Hong Kong")),
        ("es-MX", ("hecha en Estados Unidos", "hecha en Canadá", "hecha en Hong Kong")),
        ("it-IT", ("prodotto negli Stati Uniti", "prodotto in Canada", "prodotto a Hong Kong")),
        ("nl-NL", ("gemaakt in de Verenigde Staten", "gemaakt in Canada", "gemaakt in Hongkong")),
        ("pt-BR", ("feito nos Estados Unidos", "feito no Canadá", "feito em Hong Kong")),
    ],
)
def test_countries_are_said_with_the_words_around_them(locale: str, places: tuple[str, str, str]):
    alike = (Title(Kind.MOVIE, at, "Crash", 2004, countries=(code,)) for at, code in enumerate(("US", "CA", "HK")))
    said = offered(locale, *alike)[0]
    assert [place in said for place in places] == [True, True, True], said


# --- regions


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-US", "Which movie or show would you like?"),
        ("en-IN", "Which movie or show would you like?"),
        ("en-GB", "Which film or series would you like?"),
        ("en_gb", "Which film or series would you like?"),
    ],
)
def test_a_british_film_is_no_movie(locale: str, words: str):
    assert SPEECH.word("reprompt", locale, context="nothing") == words


def test_spain_says_what_it_has_done_and_america_what_it_did():
    assert say("es-ES", "requested", title="Dune", kind="movie", waiting="no", due=None, left_out=()).startswith(
        "Vale, he pedido la película Dune."
    )
    assert say("es-MX", "requested", title="Dune", kind="movie", waiting="no", due=None, left_out=()).startswith(
        "Listo, pedí la película Dune."
    )


@pytest.mark.parametrize(
    ("locale", "tag"),
    [
        *(("en-US", "en"), ("en-GB", "en"), ("de-DE", "de"), ("fr-CA", "fr"), ("xx-XX", "en")),
        *(("es-ES", "es-ES"), ("es-MX", "es-MX"), ("es-US", "es-MX"), ("es-AR", "es-MX"), ("pt-BR", "pt-BR")),
    ],
)
def test_titles_are_asked_for_as_the_region_knows_them(locale: str, tag: str):
    assert SPEECH.titles_in(locale) == tag


def test_a_service_speaks_only_what_it_hears():
    speech = open_speech(["en", "de"])
    assert speech.languages == ("de", "en")
    assert speech.language_of("fr-FR") == "en"
    assert speech.say(Reply("goodbye"), "fr-FR").plain == "Okay. Goodbye!"


@pytest.mark.parametrize("locale", SPEECH.locales)
def test_every_refusal_has_words_for_when_it_is_over(locale: str):
    def told(key: str) -> str:
        return say(locale, "notice-body", title="Dune", kind="movie", stage="refused", reason="then", then=key)

    refusals = {kind.speech_key for kind in RequestRefused.__subclasses__()}
    alone, unnamed = told(RequestRefused.speech_key), told("backend-broken")
    assert len({alone, unnamed, *(told(key) for key in refusals)}) == len(refusals) + 2
    assert all(told(key).startswith(f"{alone} ") for key in refusals)
