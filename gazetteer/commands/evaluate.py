"""`toposcope evaluate --ceiling`: what share of a corpus's places the gazetteer can give at all."""

import json
from pathlib import Path
from typing import Any

import click

from gazetteer.errors import InputError
from gazetteer.evaluate import LOSSES, NEAR_KM, WAYS, Ceiling, ceiling
from gazetteer.places.store import Gazetteer

_EXAMPLES = """\b
Each line of GOLD is {"text": ..., "lang"?: ..., "mentions": [{"start", "end", "lat", "lon", "geonameid"?,
"name"?, "fcode"?}]}; mentions whose lat is null are not counted.
\b
Examples:
  toposcope evaluate --ceiling lgl.jsonl trnews.jsonl
  toposcope evaluate --ceiling lgl.jsonl --bar 0.93 --json
"""
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(epilog=_EXAMPLES)
@click.argument("gold", nargs=-1, required=True, type=_FILE)
@click.option(
    "--ceiling", "wanted", is_flag=True, help=f"Share of mentions with any candidate within {NEAR_KM:.0f} km."
)
@click.option("--gazetteer", "path", type=click.Path(exists=True, path_type=Path), help="Measure this gazetteer.")
@click.option("--bar", type=click.FloatRange(0, 1), help="Exit with 1 where a corpus's share is lower.")
@click.option("--names", default=15, show_default=True, type=click.IntRange(0), help="How many lost names to list.")
@click.option("--json", "as_json", is_flag=True, help="Write a JSON list, one object a corpus.")
def evaluate(
    gold: tuple[Path, ...], wanted: bool, path: Path | None, bar: float | None, names: int, as_json: bool
) -> int:
    """Measure the gazetteer against texts whose places a person has marked (GOLD, JSON lines)."""
    if not wanted:
        raise InputError("Say what to measure: --ceiling is the share of mentions that any resolver could place.")
    with Gazetteer.open(path) as gazetteer:
        measured = [ceiling(file, gazetteer) for file in gold]
    if as_json:
        click.echo(json.dumps([ceiling_row(one, names) for one in measured], ensure_ascii=False, indent=2))
    else:
        for one in measured:
            _print(one, names, bar)
    return 1 if bar is not None and any(one.share < bar for one in measured) else 0


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


def _print(measured: Ceiling, names: int, bar: float | None) -> None:
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
