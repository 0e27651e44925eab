"""Which prediction answers which gold mention, one to one."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.evaluation.gold import GoldDocument, GoldMention, Prediction
from gazetteer.places.positions import kilometres

NEAR_KM, CLOSE_KM = 161.0, 20.0
"""kilometres: an error below counts as right (161: Acc@161 of Gritta et al. 2018; 100 miles)"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A gold mention with the prediction that answers it, a gold mention missed, or a prediction beside all gold."""

    doc_id: str
    gold: GoldMention | None
    predicted: Prediction | None

    @property
    def error_km(self) -> float | None:
        """Kilometres between the two points, None where there are not two."""
        if self.gold is None or self.predicted is None or self.gold.point is None or self.predicted.point is None:
            return None
        return kilometres(*self.gold.point, *self.predicted.point)

    @property
    def right(self) -> bool:
        """Whether a prediction overlaps a gold mention and lies near its place."""
        error = self.error_km
        return error is not None and error < NEAR_KM


def outcomes(
    document: GoldDocument, predictions: Sequence[Prediction], exact: bool = False, ungrounded: bool = False
) -> list[Outcome]:
    """Return every counted gold mention and prediction of a document once, gold first in its order.

    `exact`: only equal spans answer each other; otherwise any shared character does, the best overlap (shared
    characters over those of both) first. A gold mention without coordinates counts only with `ungrounded`; without it
    a prediction that answers none but touches such a mention is neither right nor wrong and is left out.
    """
    gold = [mention for mention in document.mentions if ungrounded or mention.point is not None]
    excused = [] if ungrounded else [mention for mention in document.mentions if mention.point is None]
    answers = _equal(gold, predictions) if exact else _overlapping(gold, predictions)
    taken = set(answers.values())
    found = [
        Outcome(document.doc_id, mention, predictions[answers[i]] if i in answers else None)
        for i, mention in enumerate(gold)
    ]
    beside = [one for j, one in enumerate(predictions) if j not in taken and not _touches(one, excused)]
    return found + [Outcome(document.doc_id, None, one) for one in beside]


def _touches(one: Prediction, mentions: Sequence[GoldMention]) -> bool:
    return any(one.start < mention.end and mention.start < one.end for mention in mentions)


def _equal(gold: Sequence[GoldMention], predictions: Sequence[Prediction]) -> dict[int, int]:
    by_span = {(one.start, one.end): j for j, one in enumerate(predictions)}
    answers = {}
    for i, mention in enumerate(gold):
        j = by_span.pop((mention.start, mention.end), None)
        if j is not None:
            answers[i] = j
    return answers


def _overlapping(gold: Sequence[GoldMention], predictions: Sequence[Prediction]) -> dict[int, int]:
    """Return gold -> prediction, the greatest shares of overlap first; `predictions` are in order of their start."""
    starts = [one.start for one in predictions]
    longest = max((one.end - one.start for one in predictions), default=0)
    pairs = []
    for i, mention in enumerate(gold):
        for j in range(bisect_left(starts, mention.start - longest), bisect_left(starts, mention.end)):
            one = predictions[j]
            shared = min(mention.end, one.end) - max(mention.start, one.start)
            if shared > 0:
                pairs.append((-shared / (max(mention.end, one.end) - min(mention.start, one.start)), i, j))
    answers: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in answers and j not in taken:
            answers[i] = j
            taken.add(j)
    return answers
