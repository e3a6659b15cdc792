"""The door to Alexa with everything round it in our hands: the clock, the roots, the bucket."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from channels.alexa.verifier import NotFromAlexa, Verifier
from tests.channels.alexa.signing import SKILL, Amazon, Bucket, Letter

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
AMAZON = Amazon.founded(NOW)


@dataclass(slots=True)
class Door:
    """A verifier with a clock turned by hand and a bucket of its own."""

    now: datetime = NOW
    bucket: Bucket = field(default_factory=AMAZON.bucket)
    skills: frozenset[str] = frozenset({SKILL})
    verifier: Verifier = field(init=False)

    def __post_init__(self) -> None:
        self.verifier = Verifier(
            roots=AMAZON.roots, fetch=self.bucket.fetch, clock=lambda: self.now, skill_ids=self.skills
        )

    def opens(self, letter: Letter) -> bool:
        return self.refusal(letter) is None

    def refusal(self, letter: Letter) -> str | None:
        try:
            self.verifier.read(letter.headers, letter.body)
        except NotFromAlexa as refusal:
            return str(refusal)
        return None

    def trusts(self, letter: Letter) -> bool:
        """The signature alone, whatever the body says."""
        try:
            self.verifier.verify(letter.headers, letter.body)
        except NotFromAlexa:
            return False
        return True
