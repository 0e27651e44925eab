"""A measurement from files to figures: read, annotate or take the answers, measure, compare."""

from dataclasses import dataclass
from pathlib import Path

from gazetteer import __version__
from gazetteer.evaluation.annotating import annotate_gold
from gazetteer.evaluation.comparison import Comparison, compare
from gazetteer.evaluation.gold import Gold, Part, Prediction, Predictions, Refused, read_gold, read_predictions
from gazetteer.evaluation.measurement import Measurement, Settings, measure
from gazetteer.evaluation.scores import Counts
from gazetteer.jobs import Job
from gazetteer.model import Speed
from gazetteer.places.store import Gazetteer

OURS = "toposcope"


@dataclass(frozen=True, slots=True)
class Baseline:
    """An earlier measurement: who answered, with what, the settings, and each document's counts."""

    corpus: str
    answers: str
    program: str
    gazetteer: str
    fingerprint: str
    settings: Settings
    counts: dict[str, Counts]


@dataclass(frozen=True, slots=True)
class Account:
    """A measurement, who gave the answers, and what is to be told of how it was made."""

    measured: Measurement
    answers: str
    """`toposcope`, or the name of the file of predictions"""
    program: str
    gazetteer: str
    """versions of the program that measured and of the gazetteer it used"""
    refused: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()
    seconds: float | None = None
    """what our annotator took"""
    baseline: Baseline | None = None
    comparison: Comparison | None = None


def score(
    gold_file: Path,
    predicted: Path | None,
    part: Part | None,
    settings: Settings,
    gazetteer: Gazetteer,
    baseline: Baseline | None,
    job: Job,
    speed: Speed = Speed.BEST,
) -> Account:
    """Score the predictions of a file, or our own, and compare them with an earlier measurement.

    Raises `InputError` and `Cancelled`.
    """
    gold = read_gold(gold_file, part)
    answers, seconds = _answers(gold, predicted, settings, gazetteer, job, speed)
    corpus = f"{gold_file.stem}, {part} lines" if part else gold_file.stem
    measured = measure(corpus, gold.documents, answers.by_document, gazetteer, settings)
    comparison = compare(baseline.counts, measured.counts) if baseline else None
    return Account(
        measured, predicted.name if predicted else OURS, __version__, gazetteer.version,
        (*gold.refused, *answers.refused), answers.notes, seconds, baseline, comparison,
    )  # fmt: skip


def _answers(
    gold: Gold, predicted: Path | None, settings: Settings, gazetteer: Gazetteer, job: Job, speed: Speed
) -> tuple[Predictions, float | None]:
    if predicted is not None:
        return read_predictions(predicted, gold, settings.kinds), None
    # the annotator loads models that no other program's answers need
    from gazetteer.pipeline import Annotator

    found = annotate_gold(gold.documents, Annotator(gazetteer, speed=speed), job, settings)
    by_document: dict[str, list[Prediction]] = found.by_document
    return Predictions(by_document), found.seconds
