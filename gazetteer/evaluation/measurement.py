"""One program's answers to one gold file, measured: figures, groups, calibration, counts of each document."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gazetteer.evaluation.calibration import Calibration, calibration
from gazetteer.evaluation.gold import GoldDocument, Prediction
from gazetteer.evaluation.groups import Dimension, Groups
from gazetteer.evaluation.matching import Outcome, outcomes
from gazetteer.evaluation.scores import Counts, Figures, Found, figures, tally_of
from gazetteer.places.store import Gazetteer


@dataclass(frozen=True, slots=True)
class Settings:
    """What was measured, apart from the answers: only measurements with equal settings can be compared."""

    mentions_given: bool = False
    """the spans were given, so only resolution was asked"""
    ungrounded: bool = False
    """gold mentions without coordinates count too"""
    kinds: tuple[str, ...] = ()
    """kinds of predictions that count"""


@dataclass(frozen=True, slots=True)
class Measurement:
    """The figures of one program on one gold file."""

    corpus: str
    """the gold file's name without its ending, with the part"""
    fingerprint: str
    """of the gold documents measured: texts, spans and places"""
    settings: Settings
    figures: Figures
    by: dict[Dimension, dict[str, Figures]]
    kinds_predicted: bool
    """the gold file says no kinds, so by kind means the predicted one, and only shares of predictions are known"""
    calibration: Calibration | None
    counts: dict[str, Counts]
    """document id -> its counts"""
    documents: tuple[GoldDocument, ...]
    outcomes: tuple[Outcome, ...]
    """of overlapping spans"""
    labels: dict[str, str]
    """place id -> name with region and country, of both places of each wrong answer the gazetteer knows"""

    @property
    def gold_mentions(self) -> int:
        """All mentions of the gold documents, counted or not."""
        return sum(len(document.mentions) for document in self.documents)


def measure(
    corpus: str,
    documents: Sequence[GoldDocument],
    predictions: Mapping[str, Sequence[Prediction]],
    gazetteer: Gazetteer,
    settings: Settings,
) -> Measurement:
    """Return the measurement of predictions, which are by document and in order of their start."""
    counts: dict[str, Counts] = {}
    overlapping: list[Outcome] = []
    equal: list[Outcome] = []
    for document in documents:
        some = predictions.get(document.doc_id, ())
        loose = outcomes(document, some, ungrounded=settings.ungrounded)
        strict = outcomes(document, some, exact=True, ungrounded=settings.ungrounded)
        counts[document.doc_id] = tally_of(loose, strict).counts
        overlapping += loose
        equal += strict
    groups = Groups(documents, gazetteer)
    by = {
        dimension: {name: figures(tally) for name, tally in some.items()}
        for dimension, some in groups.tallies(overlapping, equal).items()
    }
    if not groups.gold_says_kinds:
        by["kind"] = {name: _of_predictions(one) for name, one in by["kind"].items() if one.counts.predicted}
    whole = figures(tally_of(overlapping, equal))
    return Measurement(
        corpus, fingerprint(documents), settings, whole, by, not groups.gold_says_kinds, calibration(overlapping),
        counts, tuple(documents), tuple(overlapping), _labels(overlapping, gazetteer),
    )  # fmt: skip


def _labels(outcomes: Sequence[Outcome], gazetteer: Gazetteer) -> dict[str, str]:
    wrong = [one for one in outcomes if one.gold and one.predicted and not one.right]
    ids = {side.place_id for one in wrong for side in (one.gold, one.predicted) if side and side.place_id}
    known = {place_id: gazetteer.place_by_id(place_id) for place_id in sorted(ids)}
    return {place_id: place.label for place_id, place in known.items() if place is not None}


def _of_predictions(one: Figures) -> Figures:
    """Keep what can be said of predictions where the gold file does not say what kind it expected."""

    def precision(found: Found) -> Found:
        return Found(found.precision, None, None)

    return replace(
        one,
        exact=precision(one.exact),
        overlap=precision(one.overlap),
        end_to_end=precision(one.end_to_end),
        end_to_end_exact=precision(one.end_to_end_exact),
    )


def fingerprint(documents: Sequence[GoldDocument]) -> str:
    """Return a short hexadecimal digest of gold documents, whatever their order."""
    digest = hashlib.sha256()
    for document in sorted(documents, key=lambda one: one.doc_id):
        places = [(one.start, one.end, one.point, one.geonameid) for one in document.mentions]
        digest.update(repr((document.doc_id, document.text, places)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]
