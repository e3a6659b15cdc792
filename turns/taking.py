"""Taking a turn: load where the conversation stands, step until there is something to say, save."""

from __future__ import annotations

import logging
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeVar, cast

from dialogs import Fetch, Speak, question, step
from dialogs.states import Idle, Requesting, RequestingCollection
from dialogs.wants import Owed, Search, SettledAll, Taken
from intents import AskFor, ChooseSeasons, Context, LinkMe, Repeat, SearchFor, Unclear
from intents.echo import is_echo
from intents.hearing import hear, hear_seasons, hear_title, readings
from intents.manner import film_said
from media import CollectionName, Reply, RequestStatus, Title
from turns.effects import carry_out
from turns.holding import Waiting, in_hand
from turns.linking import Linking
from turns.outright import Outright
from turns.touching import Touched, meant
from turns.world import Speaker, World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dialogs.states import State
    from dialogs.wants import Fact, Want
    from intents import Intent, Seasons
    from intents.grammar import Grammar
    from turns.deadline import Deadline
    from turns.holding import ConversationStore
    from turns.meaning import Searched

log = logging.getLogger(__name__)

#: Found -> LookedUp -> Taken is three; more means a loop in the table.
MOST_HOPS: Final = 6

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Words:
    """An utterance, to be understood in its context."""

    text: str
    opens: bool = False  # a conversation begins with it: whatever stood open under the same id is over


@dataclass(frozen=True, slots=True)
class TitleWords:
    """What the platform took for a title; words around it may have leaked in.

    While a question is open it may be the answer all the same: "get season two".
    """

    text: str


@dataclass(frozen=True, slots=True)
class SeasonWords:
    """What the platform took for seasons."""

    text: str


@dataclass(frozen=True, slots=True)
class Understood:
    """The platform itself knew the intent ("yes" on Alexa)."""

    intent: Intent


Said = Words | TitleWords | SeasonWords | Understood


@dataclass(frozen=True, slots=True)
class Made:
    """What this turn requested, or wrote down to be requested."""

    what: Title | CollectionName
    status: RequestStatus  # of a collection: that of the film which is furthest behind
    seasons: tuple[int, ...] = ()
    request_id: str = ""  # empty for collections, and for what is written down

    @property
    def kind(self) -> str:
        """ "movie", "tv" or "collection"."""
        return self.what.kind.value if isinstance(self.what, Title) else "collection"


@dataclass(frozen=True, slots=True)
class Taking:
    """What came of one turn."""

    id: str
    intent: Intent
    state: State
    reply: Reply
    made: Made | None
    hops: tuple[str, ...]  # names of the facts on the way
    seconds: float
    searched: tuple[Searched, ...] = ()  # what was looked for on the way, for explaining


def _uncounted(_channel: str, _intent: str, _outcome: str, _seconds: float) -> None:
    """Nobody counts."""


class Turns:
    """Takes turns. Keeps nothing between them; safe for many threads."""

    def __init__(
        self,
        store: ConversationStore,
        world: World,
        say: Callable[[Reply, str], str],
        count: Callable[[str, str, str, float], None] = _uncounted,
    ) -> None:
        """`say` puts a reply into the words of a locale: what an open microphone may hand back to us.

        `count` is told of each turn: channel, intent, outcome and seconds.
        """
        self._store, self._world, self._say, self._count = store, world, say, count
        self._waiting = Waiting(world.pause)
        self.outright = Outright(world)  # for whoever asks without a conversation
        self.linking = Linking(world)  # for the owner

    def take(self, said: Said, speaker: Speaker, deadline: Deadline) -> Taking:
        """One turn, answered by the deadline. A bug travels up as it is; a failing backend does not."""
        return self.answer(said, speaker, deadline, lambda taking: taking)

    def answer(
        self,
        said: Said | Touched,
        speaker: Speaker,
        deadline: Deadline,
        tell: Callable[[Taking], T],
        delivery: str = "",
    ) -> T:
        """As `take`, told as the channel tells it.

        With `delivery`, an id of the platform's: what was said under the same id before in this conversation gets the
        answer that it got then (`tell` must make JSON), and nothing is done again. Turns of one conversation are taken
        one after the other; one that has to wait for another until the deadline is told so, and nothing is done.
        """
        taken, began = uuid.uuid4().hex[:12], deadline.clock()
        # Words are part of it: whoever numbers turns badly is heard all the same.
        delivery = f"{delivery}\n{speaker.locale}\n{said!r}" if delivery else ""
        with self._counting_failures(speaker, deadline), in_hand(self._store, speaker, deadline, self._waiting) as held:
            if held is None:
                return tell(self._busy(taken, speaker, deadline.clock() - began))
            if delivery and (told := held.answer_to(delivery)) is not None:
                log.info("turn %s was delivered before and gets the same answer", taken)
                return cast("T", told)
            speaker = replace(speaker, turn=delivery or taken)
            state = Idle() if isinstance(said, Words) and said.opens else held.state
            taking = self._go_on(state, said, speaker, deadline)
            taking = replace(taking, id=taken, seconds=deadline.clock() - began)
            told = tell(taking)
            held.save(taking.state, delivery, told)
        self._world.ahead.think_of(taking.state, speaker.titles_in)
        _log(taking, speaker)
        self._count(speaker.channel, taking.intent.name, taking.hops[-1] if taking.hops else "spoke", taking.seconds)
        return told

    @contextmanager
    def _counting_failures(self, speaker: Speaker, deadline: Deadline) -> Iterator[None]:
        """A bug, or a database that takes nothing: nobody knows any more what was meant."""
        began = deadline.clock()
        try:
            yield
        except Exception:
            self._count(speaker.channel, Unclear.name, "failed", deadline.clock() - began)
            raise

    def _busy(self, taken: str, speaker: Speaker, seconds: float) -> Taking:
        """Another turn has the conversation, which stays as it is."""
        log.warning("turn %s waited in vain for another one of its conversation", taken)
        self._count(speaker.channel, Unclear.name, "busy", seconds)
        state = self._store.load(speaker.channel, speaker.person, speaker.conversation)
        return Taking(taken, Unclear(), state, Reply("busy", listening=True), None, (), seconds)

    def _go_on(self, state: State, said: Said | Touched, speaker: Speaker, deadline: Deadline) -> Taking:
        """From here, by what was said."""
        intent, *otherwise = self._understand(said, state, speaker)
        hops: list[str] = []
        searched: list[Searched] = []
        made: Made | None = None
        answer = step(self._in_their_words(state, said, intent, speaker), intent)
        while isinstance(answer, Fetch):
            if len(hops) >= MOST_HOPS:
                raise RuntimeError(f"the dialog did not settle after {hops}; it stands at {answer.state!r}")
            want = _with_other_readings(answer.want, intent, otherwise)
            fact = carry_out(want, self._world, speaker, deadline, searched.append)
            hops.append(type(fact).__name__)
            made = _made(answer.state, fact) or made
            answer = step(answer.state, fact)
        return Taking("", intent, answer.state, answer.reply, made, tuple(hops), 0.0, tuple(searched))

    def _understand(self, said: Said | Touched, state: State, speaker: Speaker) -> tuple[Intent, ...]:
        """What was said may mean, the surest first, in the state the conversation stands in."""
        if isinstance(said, Touched):
            return (meant(said, state),)
        if isinstance(said, Words | TitleWords | SeasonWords) and self._is_our_own(said.text, state, speaker.locale):
            return (Repeat(echoed=True),)
        year = int(self._world.today(speaker.zone)[:4])
        return understand(said, self._world.grammar(speaker.language), state.context, year)

    def _in_their_words(self, state: State, said: Said | Touched, intent: Intent, speaker: Speaker) -> State:
        """The state, once it is known what this person calls a film."""
        if isinstance(said, Understood | Touched):
            return state
        title = intent.title if isinstance(intent, AskFor) else ""
        film = film_said(said.text, title, self._world.grammar(speaker.language))
        return replace(state, manner=replace(state.manner, film=film)) if film else state

    def _is_our_own(self, text: str, state: State, locale: str) -> bool:
        """True for the question that is open, or the help with it, heard back: nobody answered."""
        return any(is_echo(text, self._say(reply, locale)) for reply in _said_last(state) if reply.listening)


def _said_last(state: State) -> Iterator[Reply]:
    """What may have been said last: the open question, also after a silence; what was said to what does not fit it."""
    misses = state.manner.misses
    patient = [replace(state, manner=replace(state.manner, misses=before)) for before in range(misses)]
    for answer in (step(state, Repeat()), *(step(before, Unclear("…")) for before in patient)):
        if isinstance(answer, Speak):
            yield answer.reply
    yield Reply("reprompt", {"context": question(state)}, listening=True)
    if isinstance(state, Idle) and state.greeted:
        yield from (Reply(greeting, listening=True) for greeting in ("welcome", "welcome-back"))


def understand(said: Said, grammar: Grammar, context: Context, year: int) -> tuple[Intent, ...]:
    """What was said may mean, the surest first, after what was asked last. `year` is the one we are in."""
    match said:
        case Understood(intent):
            return (intent,)
        case TitleWords(text):
            meant = hear(text, grammar, context, year)
            is_answer = context is not Context.NOTHING and not isinstance(meant, AskFor | LinkMe | Unclear)
            return (meant if is_answer else hear_title(text, grammar, year),)
        case SeasonWords(text):
            return (_seasons(hear_seasons(text, grammar)) or hear(text, grammar, context, year),)
        case Words(text):
            return tuple(readings(text, grammar, context, year))


def _with_other_readings(want: Want, intent: Intent, otherwise: Sequence[Intent]) -> Want:
    """The search for what was said goes on to its other readings, where the first finds nothing clear."""
    if not isinstance(want, Search) or not (want.asked is intent or isinstance(intent, SearchFor)):
        return want
    return Search(want.asked, tuple(other for other in otherwise if isinstance(other, AskFor)))


def _seasons(seasons: Seasons | None) -> ChooseSeasons | None:
    return ChooseSeasons(seasons) if seasons else None


def _log(taking: Taking, speaker: Speaker) -> None:
    """One line a turn. Who spoke stands there as a digest; what was said does not stand there at all."""
    log.info(
        "turn %s channel=%s who=%s intent=%s hops=%s reply=%s state=%s request=%s ms=%.1f",
        taking.id,
        speaker.channel,
        speaker.digest,
        taking.intent.name,
        ",".join(taking.hops) or "-",
        taking.reply.key,
        taking.state.name,
        _named(taking.made) if taking.made else "-",
        taking.seconds * 1000,
    )


def _named(made: Made) -> str:
    """ "tv:1396:2,3", as it stands in the log."""
    parts = (made.kind, str(made.what.id), ",".join(map(str, made.seasons)))
    return ":".join(part for part in parts if part)


def _made(state: State, fact: Fact) -> Made | None:
    match state, fact:
        case Requesting(wish), Taken(receipt):
            return Made(wish.title, receipt.status, receipt.seasons or wish.seasons, receipt.request_id)
        case Requesting(wish), Owed():
            return Made(wish.title, RequestStatus.QUEUED, wish.seasons)
        case RequestingCollection(collection), SettledAll() if fact.taken or fact.owed:
            return Made(collection.name, _furthest_behind(fact))
        case _:
            return None


def _furthest_behind(settled: SettledAll) -> RequestStatus:
    if settled.owed:
        return RequestStatus.QUEUED
    return RequestStatus.PENDING if settled.waiting else RequestStatus.APPROVED
