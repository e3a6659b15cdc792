"""Numbers are put together as each language does it, and a language that does it otherwise is data alone."""

from __future__ import annotations

from typing import Any

import pytest

from intents.numbers import Numerals, numerals_from

SMALL = [f"n{n}" for n in range(20)]


def numerals(years: dict[str, Any] | None = None, short: list[str] | None = None, **numbers: Any) -> Numerals:
    """A made-up language: its numbers are n0 to n19, and what a test says of it."""
    plain = {
        "small": SMALL,
        "tens": [],
        "compound": "{tens} {small}",
        "hundred": [],
        "hundreds": [],
        "small_ordinals": [],
        "tens_ordinals": [],
        "ordinal_compound": "",
        "ordinal_endings": [],
    }
    no_years: dict[str, Any] = {
        "spoken": [],
        "spoken_below_ten": [],
        "spoken_round": [],
        "spoken_2000": [],
        "spoken_after_2000": [],
        "decades": {},
        "decade_endings": [],
        "ago": {},
    }
    data = {"numbers": plain | numbers, "years": no_years | (years or {}), "seasons": {"short": short or []}}
    return numerals_from(data, ["part"])


def marked(numerals: Numerals, text: str) -> str:
    return " ".join(word.folded for word in numerals.mark(numerals.words(text)))


def test_ones_may_stand_before_tens_in_one_word():
    german = numerals(
        small=["null", "eins", "zwei|zwo", *SMALL[3:]],
        small_joined=["", "ein", "zwei", *SMALL[3:10]],
        tens=["zwanzig"],
        compound="{small}und{tens}",
    )
    assert marked(german, "einundzwanzig zwo zweiundzwanzig eins") == "#21 #2 #22 #1"


def test_tens_may_be_counted_in_twenties():
    french = numerals(
        small=[*SMALL[:17], "dix-sept", *SMALL[18:]],
        tens=["vingt", "", "", "", "", "", "quatre-vingts|quatre-vingt"],
        odd={"21": "vingt et un", "71": "soixante et onze", "97": "quatre-vingt-dix-sept"},
    )
    assert marked(french, "quatre vingt dix sept") == "#97"
    assert marked(french, "vingt et un et soixante et onze") == "#21 et #71"
    assert marked(french, "quatre-vingts") == "#80"


def test_small_numbers_may_go_further_than_nineteen():
    small = [*SMALL, "veinte", "veintiuno|veintiún"]
    spanish = numerals(small=small, tens=["", "treinta"], compound="{tens} y {small}")
    assert marked(spanish, "veintiuno veintiún treinta y n4") == "#21 #21 #34"


def test_hundreds_may_be_written_in_one_word():
    larger = ["{small}hundert", "{small}hundert{rest}"]
    german = numerals(hundred=["hundert"], hundreds=["hundert{rest}"], larger=larger)
    assert marked(german, "hundert hundertn5 n3hundert n4hundertn12") == "#100 #105 #300 #412"


@pytest.mark.parametrize("ending", ["e", "en", "er", "es", "em"])
def test_ordinals_are_inflected(ending):
    german = numerals(small_ordinals=["nullt", "erst", "zweit"], ordinal_forms=[f"{{ordinal}}{ending}"])
    assert marked(german, f"erst{ending} zweit{ending} zweit") == "#1th #2th zweit"


def test_ordinals_may_be_made_of_cardinals():
    german = numerals(tens=["zwanzig"], small_ordinals=[f"n{n}te" for n in range(20)], ordinal_compound="{cardinal}ste")
    assert marked(german, "n3te zwanzigste") == "#3th #20th"


def test_one_ordinal_may_be_irregular():
    spanish = numerals(
        small_ordinals=["", "primer", "segund"],
        ordinal_forms=["{ordinal}o", "{ordinal}a"],
        odd_ordinals={"1": "primer"},
    )
    assert marked(spanish, "primer primera segunda segund") == "#1th #1th #2th segund"


def test_figures_have_the_endings_of_the_language():
    french = numerals(ordinal_endings=["ère", "e", "ème"], years={"decade_endings": ["er"]})
    assert marked(french, "1ère 2e 3ème 80er 4th") == "#1th #2th #3th ~1980 4th"


def test_a_dot_makes_an_ordinal_only_inside_a_sentence():
    german = numerals(ordinal_dot="te", ordinal_endings=["te"])
    assert marked(german, "die 2. Staffel") == "die #2th staffel"
    assert marked(german, "Rocky 2.") == "rocky #2"
    assert marked(german, "die 2 Staffel") == "die #2 staffel"


def test_years_are_read_as_the_language_reads_them():
    spanish = numerals(
        tens=["", "", "", "", "", "", "ochenta"],
        compound="{tens} y {small}",
        years={"spoken_after_1900": ["mil novecientos {rest}"], "spoken_after_2000": ["dos mil {rest}"]},
    )
    assert marked(spanish, "de mil novecientos ochenta y n4") == "de @1984"
    assert marked(spanish, "dos mil ochenta") == "@2080"


def test_decades_may_be_many_words_with_figures_among_them():
    french = numerals(years={"decades": {"années 80": 1980}, "decades_in_full": ["{decade} de {century}"]})
    assert marked(french, "des années 80") == "des ~1980"
    assert marked(french, "années 80 de n19") == "~1980"


def test_an_apostrophe_parts_what_was_elided():
    french = numerals(elided=["l'", "d", "qu"])
    assert marked(french, "l'arnaque d’Amélie qu'il") == "l arnaque d amelie qu il"
    assert marked(french, "rock'n'roll l'") == "rocknroll l"


def test_what_is_elided_is_part_of_what_was_said():
    words = numerals(elided=["l"]).words("l'étoile")
    assert [(word.start, word.end) for word in words] == [(0, 2), (2, 8)]


def test_nothing_is_elided_where_the_language_does_not_say_so():
    assert marked(numerals(), "l'arnaque") == "larnaque"


def test_a_season_may_be_short_for_another_letter():
    spanish = numerals(short=["t"])
    assert marked(spanish, "t2 T02 s2 t2000") == "s2 s2 s2 t2000"


def test_what_follows_the_word_for_a_part_may_be_roman():
    assert marked(numerals(), "part ii ii") == "part #2 ii"
    assert marked(numerals(roman_after=["tome"]), "part ii tome iv") == "part ii tome #4"
