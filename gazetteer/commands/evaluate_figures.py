"""What `toposcope evaluate` prints: figures, groups, calibration and changes as plain tables."""

from collections.abc import Sequence

import click

from gazetteer.evaluation.account import Account, Baseline
from gazetteer.evaluation.calibration import Bin, Calibration
from gazetteer.evaluation.comparison import QUOTIENTS, Change, Comparison, DocumentChange
from gazetteer.evaluation.groups import DIMENSIONS, UNKNOWN
from gazetteer.evaluation.measurement import Measurement
from gazetteer.evaluation.scores import Distances, Figures, Found

_SHOWN = 12
"""groups or documents printed; --json has all"""

Table = Sequence[Sequence[str]]


def print_account(account: Account) -> None:
    """Print what was measured, the figures, and what changed against a baseline."""
    measured = account.measured
    counts = measured.figures.counts
    click.echo(
        f"{measured.corpus}: {_documents(len(measured.documents))}, {measured.gold_mentions:,} gold mentions, "
        f"{counts.located:,} with coordinates\n"
        f"answers: {account.answers}; gazetteer {account.gazetteer}; program {account.program}"
    )
    if account.seconds:
        speed = len(measured.documents) / account.seconds
        click.echo(f"annotated in {account.seconds:,.1f} s, {speed:,.1f} documents a second")
    click.echo("")
    print_measurement(measured)
    if account.comparison is not None and account.baseline is not None:
        print_comparison(account.comparison, baseline_words(account.baseline))


def baseline_words(baseline: Baseline) -> str:
    """Return what a baseline is, in words."""
    return f"{baseline.answers} on {baseline.corpus}, program {baseline.program}, gazetteer {baseline.gazetteer}"


def print_measurement(measured: Measurement) -> None:
    """Print the figures of a measurement, of its groups, and its calibration."""
    whole = measured.figures
    if not measured.settings.mentions_given:
        _print_table(_recognition(whole))
    _print_table(_resolution(whole))
    for dimension, words in DIMENSIONS.items():
        groups = measured.by[dimension]
        if set(groups) - {UNKNOWN}:
            title = "by predicted kind" if dimension == "kind" and measured.kinds_predicted else f"by {dimension}"
            _print_table([[title, *_GROUP_HEAD], *(_group(*one) for one in list(groups.items())[:_SHOWN])])
            _print_rest(len(groups), words)
    if measured.calibration is not None:
        _print_calibration(measured.calibration)


def _recognition(one: Figures) -> Table:
    c = one.counts
    return [
        ["recognition", "precision", "recall", "F1", "right", "predicted", "gold"],
        ["exact span", *_found(one.exact), *_numbers(c.exact_found, c.exact_predicted, c.gold)],
        ["overlap", *_found(one.overlap), *_numbers(c.found, c.predicted, c.gold)],
        ["end to end", "", "", "", "", "", ""],
        ["exact span, 161 km", *_found(one.end_to_end_exact), *_numbers(c.exact_near, c.exact_placed, c.located)],
        ["overlap, 161 km", *_found(one.end_to_end), *_numbers(c.near, c.placed, c.located)],
    ]


def _resolution(one: Figures) -> Table:
    return [
        ["resolution", "mentions", "Acc@161", "Acc@20", "median km", "mean km", "AUC", "same id"],
        ["answered", *_distances(one.answered), share(one.same_id)],
        ["all", *_distances(one.all), share(one.same_id_all)],
    ]


_GROUP_HEAD = ("gold", "precision", "recall", "F1", "Acc@161", "of all", "same id", "end-to-end P", "R", "F1")


def _group(name: str, one: Figures) -> list[str]:
    return [
        name, f"{one.counts.gold:,}", *_found(one.overlap), share(one.answered.acc161), share(one.all.acc161),
        share(one.same_id), *_found(one.end_to_end),
    ]  # fmt: skip


def _print_calibration(one: Calibration) -> None:
    click.echo(
        f"confidence of {one.predictions:,} predictions: ECE {one.ece:.4f} (10 bins of equal width), "
        f"{one.ece_equal_count:.4f} (10 of equal count); Brier {one.brier:.4f}"
    )
    _print_table([["confidence", "predictions", "mean", "right", "too sure by"], *map(_bin, one.bins)])


def _bin(one: Bin) -> list[str]:
    numbers = f"{one.predictions:,}", share(one.confidence), share(one.right), f"{one.gap:+.3f}"
    return [f"{one.low:.1f} to {one.high:.1f}", *numbers]


def print_comparison(one: Comparison, words: str) -> None:
    """Print what changed against a baseline that `words` names."""
    click.echo(f"against {words}, {one.documents:,} documents")
    _print_table(
        [
            ["", "before", "now", "change", "95 % interval", "p"],
            *([QUOTIENTS[name][0], *_change(change)] for name, change in one.changes.items()),
        ]
    )
    click.echo("p: paired approximate randomisation over documents; interval: paired bootstrap; 9,999 rounds each\n")
    _print_documents("better", one.better)
    _print_documents("worse", one.worse)
    for words, left_out in (
        ("only in the baseline", one.only_before),
        ("not in the baseline", one.only_now),
        ("with other gold mentions than then", one.gold_changed),
    ):
        if left_out:
            click.echo(f"{_documents(len(left_out))} {words}, left out: {_shortened(left_out)}")


def _change(one: Change) -> list[str]:
    if one.difference is None:
        return [share(one.before), share(one.now), "", "", ""]
    interval = "" if one.low is None or one.high is None else f"{one.low:+.4f} to {one.high:+.4f}"
    p = "" if one.p is None else f"{one.p:.4f}"
    return [f"{one.before:.4f}", f"{one.now:.4f}", f"{one.difference:+.4f}", interval, p]


def _print_documents(word: str, changed: Sequence[DocumentChange]) -> None:
    click.echo(f"{_documents(len(changed))} {word}, by end-to-end F1")
    if changed:
        head = ["document", "F1 before", "now", "right places", "wrong places"]
        _print_table([head, *map(_document, changed[:_SHOWN])])
    _print_rest(len(changed), "documents")


def _document(one: DocumentChange) -> list[str]:
    places = [f"{before} to {now}" for before, now in (one.right, one.wrong)]
    return [one.doc_id, f"{one.before:.3f}", f"{one.now:.3f}", *places]


def _documents(count: int) -> str:
    return "1 document" if count == 1 else f"{count:,} documents"


def _shortened(ids: Sequence[str]) -> str:
    return ", ".join(ids[:_SHOWN]) + (f" and {len(ids) - _SHOWN:,} more" if len(ids) > _SHOWN else "")


def _print_rest(count: int, words: str) -> None:
    if count > _SHOWN:
        click.echo(f"  ... {count - _SHOWN:,} more ({words}); --json and --report have all\n")


def _found(one: Found) -> list[str]:
    return [share(one.precision), share(one.recall), share(one.f1)]


def _distances(one: Distances) -> list[str]:
    return [
        f"{one.mentions:,}",
        share(one.acc161),
        share(one.acc20),
        km(one.median_km),
        km(one.mean_km),
        share(one.auc),
    ]


def _numbers(*numbers: int) -> list[str]:
    return [f"{number:,}" for number in numbers]


def share(value: float | None) -> str:
    """Return a share with three digits, a dash where there is none."""
    return "-" if value is None else f"{value:.3f}"


def km(value: float | None) -> str:
    """Return kilometres, with a digit where they are few."""
    return "-" if value is None else f"{value:,.1f}" if value < 100 else f"{value:,.0f}"


def _print_table(rows: Table) -> None:
    """Print rows with the first column to the left and the others to the right, and a blank line."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        click.echo(f"  {'  '.join(cells)}".rstrip())
    click.echo("")
