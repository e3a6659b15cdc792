"""Which title was meant: ranking that explains itself, with named penalties and bonuses."""

from __future__ import annotations

from intents.titles.ranking import Candidate, Known, Ranker, Ranking, Verdict, rank
from intents.titles.score import Part, Score

__all__ = ["Candidate", "Known", "Part", "Ranker", "Ranking", "Score", "Verdict", "rank"]
