"""What `toposcope evaluate --ceiling` prints: what share of a corpus's places the gazetteer can give at all."""

from typing import Any

import click

from gazetteer.evaluation.ceiling import LOSSES, WAYS, Ceiling
from gazetteer.evaluation.matching import NEAR_KM


def ceiling_row(measured: Ceiling, names: int) -> dict[str, Any]:
    """Return a corpus's ceiling as `evaluate --ceiling --json` writes it, with the `names` names lost most often."""
    return {
        "corpus": measured.corpus,
        "documents": measured.documents,
        "mentions": measured.mentions,
        "reached": measured.reached,
        "share": round(measured.share, 4),
        "ways": measured.ways,
        "losses": measured.losses,
        "lost_codes": measured.lost_codes,
        "lost": [
            {
                "surface": lost.surface, "name": lost.name, "feature_code": lost.feature_code, "loss": lost.loss,
                "times": lost.times,
            }
            for lost in measured.lost[:names]
        ],
    }  # fmt: skip


def print_ceiling(measured: Ceiling, names: int, bar: float | None) -> None:
    """Print a corpus's ceiling with the `names` names lost most often, and what `bar` says of it."""
    verdict = "" if bar is None else f", bar {bar:.3f} {'ok' if measured.share >= bar else 'missed'}"
    total = measured.mentions
    texts = "1 document" if measured.documents == 1 else f"{measured.documents:,} documents"
    click.echo(
        f"{measured.corpus}: {measured.share:.4f} of {total:,} mentions in {texts} have a "
        f"candidate within {NEAR_KM:.0f} km{verdict}\n"
    )
    _print_counts("found", [(way, WAYS[way], number) for way, number in measured.ways.items()], total)
    _print_counts("lost", [(loss, LOSSES[loss], number) for loss, number in measured.losses.items()], total)
    codes = [f"{code or 'no code'} {number}" for code, number in measured.lost_codes.items()]
    if codes:
        click.echo(f"  lost, by feature code: {', '.join(codes)}\n")
    for lost in measured.lost[:names]:
        facts = [" ".join(part for part in (lost.feature_code, lost.name) if part), lost.loss]
        click.echo(f"  {lost.times:>5}  {lost.surface}  ({'; '.join(fact for fact in facts if fact)})")
    if names and measured.lost:
        click.echo("")


def _print_counts(heading: str, rows: list[tuple[str, str, int]], total: int) -> None:
    for key, words, number in rows:
        click.echo(f"  {heading:5} {key:14} {number:>7,}  {number / total:6.4f}  {words}")
    if rows:
        click.echo("")
