"""Measurements as JSON writes them."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from gazetteer.evaluation.account import Account
from gazetteer.evaluation.calibration import Bin, Calibration
from gazetteer.evaluation.comparison import QUOTIENTS, Change, Comparison, DocumentChange
from gazetteer.evaluation.measurement import Measurement, Settings
from gazetteer.evaluation.scores import Distances, Figures, Found

_DIGITS = 4


def settings_row(settings: Settings) -> dict[str, Any]:
    """Return settings as JSON has them."""
    return {**asdict(settings), "kinds": list(settings.kinds)}


def account_row(account: Account) -> dict[str, Any]:
    """Return an account as `evaluate --json` writes it."""
    return {
        **measurement_row(account.measured),
        "answers": account.answers,
        "program": account.program,
        "gazetteer": account.gazetteer,
        "seconds": None if account.seconds is None else round(account.seconds, 2),
        "comparison": None if account.comparison is None else comparison_row(account.comparison),
        "refused": [str(line) for line in account.refused],
        "notes": list(account.notes),
    }


def measurement_row(measured: Measurement) -> dict[str, Any]:
    """Return a measurement with its groups, without its documents."""
    return {
        "corpus": measured.corpus,
        "documents": len(measured.documents),
        "fingerprint": measured.fingerprint,
        "settings": settings_row(measured.settings),
        "figures": figures_row(measured.figures),
        "by": {
            dimension: {name: figures_row(one) for name, one in some.items()} for dimension, some in measured.by.items()
        },
        "calibration": calibration_row(measured.calibration),
    }


def figures_row(one: Figures) -> dict[str, Any]:
    """Return figures, rounded to four digits."""
    return {
        "recognition": {"exact": _found(one.exact), "overlap": _found(one.overlap)},
        "end_to_end": {"exact": _found(one.end_to_end_exact), "overlap": _found(one.end_to_end)},
        "resolution": {
            "answered": {**_distances(one.answered), "same_id": _rounded(one.same_id)},
            "all": {**_distances(one.all), "same_id": _rounded(one.same_id_all)},
        },
        "counts": asdict(one.counts),
    }


def _found(one: Found) -> dict[str, float | None]:
    return {name: _rounded(value) for name, value in asdict(one).items()}


def _distances(one: Distances) -> dict[str, float | None]:
    return {name: _rounded(value) for name, value in asdict(one).items()}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)


def calibration_row(one: Calibration | None) -> dict[str, Any] | None:
    """Return a calibration, its bins of equal width in `bins`."""
    if one is None:
        return None
    return {
        "predictions": one.predictions,
        "ece": _rounded(one.ece),
        "ece_equal_count": _rounded(one.ece_equal_count),
        "brier": _rounded(one.brier),
        "bins": _bins(one.bins),
        "bins_equal_count": _bins(one.bins_equal_count),
    }


def _bins(bins: Sequence[Bin]) -> list[dict[str, Any]]:
    return [{name: _rounded(value) for name, value in asdict(one).items()} for one in bins]


def comparison_row(one: Comparison) -> dict[str, Any]:
    """Return a comparison with its documents."""
    return {
        "documents": one.documents,
        "changes": {name: _change(one.changes[name]) for name in QUOTIENTS},
        "better": [_document(change) for change in one.better],
        "worse": [_document(change) for change in one.worse],
        "only_before": list(one.only_before),
        "only_now": list(one.only_now),
        "gold_changed": list(one.gold_changed),
    }


def _change(one: Change) -> dict[str, float | None]:
    named = {"before": one.before, "now": one.now, "difference": one.difference}
    return {name: _rounded(value) for name, value in (named | {"p": one.p, "low": one.low, "high": one.high}).items()}


def _document(one: DocumentChange) -> dict[str, Any]:
    return {
        "doc_id": one.doc_id, "before": _rounded(one.before), "now": _rounded(one.now), "right": list(one.right),
        "wrong": list(one.wrong),
    }  # fmt: skip
