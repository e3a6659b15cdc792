"""A language as the hearing needs it: built once from plain data, then only read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from intents.codes import Codes, codes_from
from intents.numbers import Numerals, numerals_from
from intents.spelling import Spelling
from intents.templates import Rule, Sequences, Templates
from intents.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Grammar", "Rule"]


@dataclass(frozen=True, slots=True)
class Polite:
    """What may be shed around what matters."""

    noise: frozenset[str]  # anywhere
    not_noise: Sequences  # though made of it: "uh huh"
    before: Sequences  # in front of a phrase
    before_answer: Sequences  # in front of a phrase that answers a question
    begging: Sequences  # in front of what somebody is to do: "could you"
    before_verb: Sequences  # in front of a request verb: a refusal too
    before_title: Sequences  # even in front of a bare title
    after_verb: Sequences  # between a request verb and the title
    after: Sequences
    after_answer: Sequences  # behind the answer to a question: "yes, mate"
    after_request: Sequences  # where a request verb was said
    after_seasons: Sequences
    agreed: Sequences  # "yes" and its like
    refused: Sequences
    agreeing: Sequences  # in front of more: "yes, but ..."
    refusing: Sequences  # in front of another title: "no, jurassic park"
    unwanting: Sequences  # in front of what must not be requested: "never download jurassic park"
    pointing: Sequences  # at the end of "no, I meant the new one", which names no season
    owning: Sequences  # in front of what is there already: "we have season one"
    prelude: Sequences  # in front of a choice: "no, I meant ..."; those that agree are in it


@dataclass(frozen=True, slots=True)
class SeasonRules:
    """Seasons around a title, on their own, and as the answer to "which seasons?"."""

    around: tuple[Rule, ...]
    alone: tuple[Rule, ...]
    agreed: tuple[Rule, ...]
    answers: tuple[Rule, ...]
    cue: re.Pattern[str]  # a line without it names no seasons: saves trying every rule
    never_before: frozenset[str]  # words no title ends with, before its seasons
    never_after: frozenset[str]  # words no title begins with, after its seasons
    through: frozenset[str]  # what makes a range of two numbers


@dataclass(frozen=True, slots=True)
class PeopleRules:
    """Actors and directors around a title."""

    around: tuple[Rule, ...]  # "surely"; "perhaps" or "rarely" where only a name makes it one: "Stand by Me"; "pointed"
    pointers: frozenset[str]  # lines behind which "pointed" takes any name, and elsewhere only those of `alone`
    never: frozenset[str]  # words that are in no name
    alone: frozenset[tuple[str, ...]]  # names that are known by themselves
    joins: frozenset[str]  # between two names
    never_behind: Sequences  # behind these "of" names a title: "the remake of Suspiria", where "by" is "of"
    titled: tuple[Rule, ...]  # a name with the title behind it, named by the kind
    within: frozenset[str]  # in the middle of a name of three words
    third: frozenset[str]  # at the end of one


@dataclass(frozen=True, slots=True)
class TitleRules:
    """What a title looks like, and what only stands for one."""

    known: frozenset[tuple[str, ...]]  # titles that sound like commands, without their article: never taken apart
    known_starts: Mapping[str, frozenset[int]]  # first word of such a title -> how many words it may have
    called: tuple[Rule, ...]  # a title behind what it is
    stand_ins: Mapping[
        str, str
    ]  # lines that stand for a title -> the kind they tell, or "either": "the one", "a movie"
    pronoun: str  # one of them, "it"
    never_first: frozenset[str]
    never_last: frozenset[str]
    articles: frozenset[str]


@dataclass(frozen=True, slots=True)
class LeadRules:
    """A request verb behind a row of small words: "any chance we could get"; or at the end of it all."""

    words: frozenset[str]
    people: frozenset[str]  # those of them that are somebody; one has to be there
    verbs: Sequences
    final: Sequences  # verbs that stand behind the title, where a language has them: "kannst du mir Heat holen"
    sure: Sequences  # those in front that are heard behind a few other words, too


@dataclass(frozen=True, slots=True)
class RestartRules:
    """Where somebody begins anew."""

    oops: Sequences  # between what was said and what is meant: "no wait"
    nots: Sequences  # between what is meant and what is not: "but not"
    openings: Sequences  # of a request, sure enough to be heard amidst other words: "could you get"
    first: frozenset[str]  # words that any of these begin with: most lines have none
    sorts: Mapping[str, str]  # words that may take each other's place -> their sort: kinds, countries


@dataclass(frozen=True, slots=True)
class QuestionRules:
    """What is asked of a title rather than for it."""

    info: tuple[Rule, ...]  # named by topic
    status: tuple[Rule, ...]  # "status", without a title of all that one asked for; "of it": of what is spoken of
    search: tuple[Rule, ...]
    elsewhere: tuple[Rule, ...]  # meant for another machine: "turn the lights off"
    talk: frozenset[str]  # words that begin what is said of it
    small: frozenset[str]  # words that point or join and name nothing
    this: frozenset[str]  # lines that stand for the title that is spoken of: "it", "that one"
    mine: frozenset[str]  # lines that stand for whatever this person asked for: "my movie"


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that is heard in one language."""

    language: str
    numerals: Numerals
    polite: Polite
    phrases: tuple[Rule, ...]
    answers: tuple[Rule, ...]
    offered: tuple[Rule, ...]
    retry: tuple[Rule, ...]
    select: tuple[Rule, ...]
    seasons: SeasonRules
    years: tuple[Rule, ...]
    kinds: tuple[Rule, ...]
    kinds_after_verb: tuple[Rule, ...]
    never_after_kind: frozenset[str]
    qualities: tuple[Rule, ...]
    countries_around: tuple[Rule, ...]
    countries: Mapping[str, str]  # line -> ISO 3166-1 alpha-2
    never_before_country: frozenset[str]
    people: PeopleRules
    titles: TitleRules
    questions: QuestionRules
    following: tuple[Rule, ...]  # of requests that are on their way; named by what is wanted
    carriers: tuple[Rule, ...]
    asking: tuple[Rule, ...]  # carriers that only ask, "do you have"
    lead: LeadRules
    corrections: tuple[Rule, ...]
    restarts: RestartRules
    sounds_like: Mapping[str, int]
    spelling: Spelling
    codes: Codes
    films: Mapping[str, str]  # words for a film -> the one of them that we take up; empty where there is but one

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> Grammar:
        """The grammar out of a language's data (`speech/en/hears.toml` explains it). Raises KeyError, TemplateError."""
        numerals = numerals_from(data, after=data["lists"]["seasons"])
        adjectives, nouns = _inflected(data["countries"]), data["countries"]["nouns"]
        lists = {
            **data["lists"],
            "countries": list(chain(*adjectives.values())),
            "nations": list(chain(*nouns.values())),
        }
        common = frozenset([*data["spelling"]["light"], "#1", *data["lists"]["verb"]])
        templates = Templates(lists, numerals, common)
        kinds, request, titles = data["kinds"], data["request"], data["titles"]
        return cls(
            language=data["language"],
            numerals=numerals,
            polite=_polite(data, templates),
            # "Cancel that" before "cancel": it may be the request that is meant.
            phrases=_one_rule_each({"cancel_it": data["phrases"]["cancel_it"], **data["phrases"]}, templates),
            answers=_one_rule_each(data["answers"], templates),
            offered=_one_rule_each(data["offered"], templates),
            retry=_one_rule_each(data["retry"], templates),
            select=_rules(data["select"], templates),
            seasons=_season_rules(data, templates),
            years=_rules(data["years"]["around"], templates),
            kinds=_most_words_first({name: kinds[name] for name in ("movie", "tv", "either")}, templates),
            kinds_after_verb=_rules({"movie": kinds["movie_after_verb"], "tv": kinds["tv_after_verb"]}, templates),
            never_after_kind=_marked(kinds["never_after"], numerals),
            qualities=_most_words_first(data["qualities"], templates),
            countries_around=_rules(data["countries"]["around"], templates),
            countries={
                line: code.upper()
                for code, names in chain(adjectives.items(), nouns.items())
                for line in _lines(names, templates)
            },
            never_before_country=_marked(data["countries"]["never_before"], numerals),
            people=_people_rules(data["people"], templates),
            titles=_title_rules(titles, fold(data["spelling"]["and"]), templates),
            questions=_question_rules(data["questions"], titles, templates),
            following=_rules(data["following"], templates),
            carriers=_rules({"request": request["carriers"]}, templates),
            asking=_rules({"request": request["questions"]}, templates),
            lead=_lead_rules(request, templates),
            corrections=_rules({"correction": request["corrections"]}, templates),
            restarts=_restart_rules(data, templates),
            sounds_like={fold(word): number for word, number in data["numbers"]["sounds_like"].items()},
            spelling=Spelling.from_mapping(data["spelling"], numerals),
            codes=codes_from(data, numerals, templates),
            films={fold(word): film for film, words in data.get("films", {}).items() for word in words},
        )


def _inflected(countries: Mapping[str, Any]) -> Mapping[str, list[str]]:
    """The adjectives with every ending that the language gives them: "british" and "britische", "britischen"."""
    endings = ["", *countries.get("endings", ())]
    return {
        code: [f"{word}{end}" for word in words for end in endings] for code, words in countries["adjectives"].items()
    }


def _most_words_first(section: Mapping[str, list[str]], templates: Templates) -> tuple[Rule, ...]:
    pairs = [(name, template) for name, listed in section.items() for template in listed]
    return tuple(templates.rule(name, template) for name, template in sorted(pairs, key=lambda p: -len(p[1].split())))


def _one_rule_each(section: Mapping[str, list[str]], templates: Templates) -> tuple[Rule, ...]:
    return tuple(Rule(name, templates.any_of(listed)) for name, listed in section.items())


def _rules(section: Mapping[str, list[str]], templates: Templates) -> tuple[Rule, ...]:
    return tuple(templates.rule(name, template) for name, listed in section.items() for template in listed)


def _lines(listed: Iterable[str], templates: Templates) -> Iterable[str]:
    """Every line that these templates without slots stand for."""
    return ("".join(f"{word} " for word in row) for row in templates.sequences(listed).rows)


def _marked(listed: Iterable[str], numerals: Numerals) -> frozenset[str]:
    """Words as they stand in a line: what is an article may be a number too."""
    return frozenset(numerals.one(text) for text in listed)


def _polite(data: Mapping[str, Any], templates: Templates) -> Polite:
    polite, lists = data["polite"], data["lists"]
    title_safe = polite["before_title"]
    before_answer = [*polite["before_answer"], *polite["before"], *title_safe]
    return Polite(
        noise=frozenset(map(fold, lists["noise"])),
        not_noise=templates.sequences(lists["not_noise"]),
        before=templates.sequences([*polite["before"], *title_safe]),
        before_answer=templates.sequences(before_answer),
        begging=templates.sequences(polite["begging"]),
        before_verb=templates.sequences([*before_answer, *lists["refuse"]]),
        before_title=templates.sequences(title_safe),
        after_verb=templates.sequences([*polite["after_verb"], *title_safe]),
        after=templates.sequences(polite["after"]),
        after_answer=templates.sequences([*polite["after"], *polite.get("after_answer", [])]),
        after_request=templates.sequences([*polite["after"], *polite["after_request"]]),
        after_seasons=templates.sequences(polite["after_seasons"]),
        agreed=templates.sequences(lists["agree"]),
        refused=templates.sequences(lists["refuse"]),
        agreeing=templates.sequences(lists["agreeing"]),
        refusing=templates.sequences(lists["refusing"]),
        unwanting=templates.sequences(lists["unwanting"]),
        pointing=templates.sequences(lists["pointing"]),
        owning=templates.sequences(lists["owning"]),
        prelude=templates.sequences([*lists["prelude"], *lists["agreeing"], *before_answer]),
    )


def _season_rules(data: Mapping[str, Any], templates: Templates) -> SeasonRules:
    seasons = data["seasons"]
    named: Mapping[str, list[str]] = seasons["named"]
    around = [
        templates.rule(name, wrapper.replace("{seasons}", expression))
        for name, listed in named.items()
        for wrapper in seasons["around"]
        for expression in listed
    ]
    cues = [word for text in seasons["cues"] for word in templates.numerals.one(text).split()]
    return SeasonRules(
        around=(*_rules(seasons["titled"], templates), *around),
        alone=_rules(named, templates),
        agreed=_rules(seasons["agreed"], templates),
        answers=_rules(seasons["answers"], templates),
        cue=re.compile(r"(?:^| )(?:" + "|".join([*map(re.escape, cues), r"s\d{1,2}"]) + ") "),
        never_before=_marked(seasons["never_before"], templates.numerals),
        never_after=_marked(seasons["never_after"], templates.numerals),
        through=_marked(data["lists"]["through"], templates.numerals),
    )


#: What a name with the title behind it tells -> where its templates stand.
_TITLED = {"movie": "titled_movie", "tv": "titled_tv", "either": "titled", "alone": "titled_alone"}


def _people_rules(people: Mapping[str, Any], templates: Templates) -> PeopleRules:
    return PeopleRules(
        around=_rules({name: people.get(name, []) for name in ("surely", "perhaps", "rarely", "pointed")}, templates),
        pointers=frozenset(_lines(people.get("pointers", ()), templates)),
        never=_marked(people["never"], templates.numerals),
        alone=templates.sequences(people["alone"]).rows,
        joins=_marked(people["joins"], templates.numerals),
        never_behind=templates.sequences(people.get("never_behind", ())),
        titled=_rules({name: people.get(key, []) for name, key in _TITLED.items()}, templates),
        within=_marked(people.get("within", ()), templates.numerals),
        third=_marked(people.get("third", ()), templates.numerals),
    )


def _title_rules(titles: Mapping[str, Any], and_word: str, templates: Templates) -> TitleRules:
    articles = _marked(titles["articles"], templates.numerals)
    rows = templates.sequences(titles["known"]).rows
    known = frozenset(_without_article(row, articles) for each in rows for row in _with_signs(each, and_word))
    starts: dict[str, frozenset[int]] = {}
    for row in known:
        starts[row[0]] = starts.get(row[0], frozenset()) | {len(row)}
    stand_ins = {line: kind for kind, listed in titles["stand_ins"].items() for line in _lines(listed, templates)}
    return TitleRules(
        known=known,
        known_starts=starts,
        called=_rules({"called": titles["called"]}, templates),
        stand_ins=stand_ins,
        pronoun=titles.get("pronoun") or min(titles["stand_ins"]["either"], key=len),
        never_first=_marked(titles["never_first"], templates.numerals),
        never_last=_marked(titles["never_last"], templates.numerals),
        articles=articles,
    )


def _with_signs(row: tuple[str, ...], and_word: str) -> Iterable[tuple[str, ...]]:
    """The row, and the same with "&" for "and", which leaves no word behind."""
    return row, tuple(word for word in row if word != and_word) or row


def _lead_rules(request: Mapping[str, Any], templates: Templates) -> LeadRules:
    people = templates.sequences(request["people"]).rows
    words = templates.sequences([*request["leading"], *request["people"]]).rows
    verbs = templates.sequences(request.get("front", ["<verb>", "<watch>", "<verbing>"]))
    final, sure = (templates.sequences(request.get(name, ())) for name in ("final", "sure"))
    return LeadRules(frozenset(chain(*words)), frozenset(chain(*people)), verbs, final, sure)


def _restart_rules(data: Mapping[str, Any], templates: Templates) -> RestartRules:
    restarts = data["request"].get("restarts", {})  # a language without them hears what was said first
    oops, nots, openings = (templates.sequences(restarts.get(name, [])) for name in ("oops", "nots", "openings"))
    sorts = {"kind": ["<movie>", "<tv>"], "country": ["<countries>"]}
    rows = ((sort, row) for sort, listed in sorts.items() for row in templates.sequences(listed).rows)
    return RestartRules(
        oops=oops,
        nots=nots,
        openings=openings,
        first=frozenset(row[0] for row in chain(oops.rows, nots.rows, openings.rows)),
        sorts={row[0]: sort for sort, row in rows if len(row) == 1},
    )


def _without_article(row: tuple[str, ...], articles: frozenset[str]) -> tuple[str, ...]:
    return row[1:] if len(row) > 1 and row[0] in articles else row


def _question_rules(questions: Mapping[str, Any], titles: Mapping[str, Any], templates: Templates) -> QuestionRules:
    return QuestionRules(
        info=_rules(questions["info"], templates),
        status=_rules({"of it": questions.get("status_of_it", []), "status": questions["status"]}, templates),
        search=_rules({"search": questions["search"]}, templates),
        elsewhere=_rules({"elsewhere": questions.get("elsewhere", [])}, templates),
        talk=frozenset(map(fold, questions.get("talk", []))),
        small=frozenset(chain(*templates.sequences(questions.get("small", [])).rows)),
        this=frozenset(_lines(titles["this"], templates)),
        mine=frozenset(_lines(titles["mine"], templates)),
    )
