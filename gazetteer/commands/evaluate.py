"""`toposcope evaluate`: how right the places of texts are, ours or any other program's, against gold ones."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from gazetteer.commands.evaluate_ceiling import ceiling_row, print_ceiling
from gazetteer.commands.evaluate_figures import print_account
from gazetteer.commands.progress import progress
from gazetteer.commands.speed import speed_option
from gazetteer.errors import InputError
from gazetteer.evaluation import baseline
from gazetteer.evaluation.account import Account, score
from gazetteer.evaluation.ceiling import ceiling
from gazetteer.evaluation.gold import COUNTED_KINDS, Part
from gazetteer.evaluation.matching import NEAR_KM
from gazetteer.evaluation.measurement import Settings
from gazetteer.evaluation.rows import account_row
from gazetteer.model import Kind, Speed
from gazetteer.places.store import Gazetteer

EXIT_PARTIAL = 3
_EXAMPLES = """\b
Each line of GOLD is {"doc_id", "text", "lang"?, "mentions": [{"start", "end", "lat", "lon", "geonameid"?, "kind"?,
"surface"?, "name"?, "country"?, "fcode"?}]}. Offsets are code points, end exclusive; a mention whose lat and lon are
null has no known place: a prediction there is neither right nor wrong.
Each line of PRED is {"doc_id", "start", "end", "surface"?, "kind"?, "lat", "lon", "geonameid"?, "confidence"?}.
\b
Right is a place within 161 km. Recognition: spans equal (exact) or sharing a character (overlap). Resolution: over the
gold mentions that got a place (answered), and over all, the others as 20,039 km away. docs/accuracy.md says more.
\b
Examples:
  toposcope evaluate gold.jsonl                          our own answers to the gold's texts
  toposcope evaluate gold.jsonl --mentions               only resolution: the spans are given
  toposcope evaluate gold.jsonl other.jsonl --json       another program's answers
  toposcope evaluate gold.jsonl --save before.json       ... change something, then
  toposcope evaluate gold.jsonl --compare before.json --report errors.html
  toposcope evaluate --ceiling lgl.jsonl trnews.jsonl --bar 0.93
"""
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW = click.Path(dir_okay=False, path_type=Path)


@click.command(epilog=_EXAMPLES)
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="GOLD [PRED]")
@click.option(
    "--mentions", "given", is_flag=True, help="Give our annotator the gold spans: only resolution is measured."
)
@click.option("--part", type=click.Choice(["even", "odd"]), help="Only these lines of GOLD, counted from 0.")
@click.option(
    "--kinds", default=",".join(COUNTED_KINDS), show_default=True, help="Kinds of predictions that count, by commas."
)
@click.option("--scope", type=click.Choice(["coords", "all"]), default="coords", show_default=True,
              help="all: gold mentions without coordinates count in recognition too.")  # fmt: skip
@click.option("--gazetteer", "path", type=click.Path(exists=True, path_type=Path), help="Use this gazetteer's folder.")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object (a list with --ceiling).")
@click.option("--save", type=_NEW, help="Keep figures and each document's counts as a baseline; no text goes into it.")
@click.option("--compare", "compared", type=_FILE, help="Test the differences from a baseline, paired by document.")
@click.option("--report", type=_NEW, help="Write an HTML page with tables, charts and a map of the errors.")
@click.option(
    "--ceiling", "wanted", is_flag=True, help=f"Share of mentions with any candidate within {NEAR_KM:.0f} km."
)
@click.option("--bar", type=click.FloatRange(0, 1), help="--ceiling: exit with 1 where a corpus's share is lower.")
@click.option("--names", default=15, show_default=True, type=click.IntRange(0), help="--ceiling: lost names to list.")
@speed_option
def evaluate(
    files: tuple[Path, ...], given: bool, part: Part | None, kinds: str, scope: str, path: Path | None, as_json: bool,
    save: Path | None, compared: Path | None, report: Path | None, wanted: bool, bar: float | None, names: int,
    speed: Speed,
) -> int:  # fmt: skip
    """Measure places found in texts against those a person marked (GOLD, JSON lines).

    Without PRED our own annotator answers; with it the lines of any program are scored.
    """
    if wanted:
        _check_ceiling(given, [save, compared, report])
        return _ceilings(files, path, part, bar, names, as_json)
    settings = Settings(given, scope == "all", _kinds(kinds))
    _check(files, settings, bar, [save, report])
    earlier = baseline.read_comparable(compared, settings) if compared else None
    with Gazetteer.open(path) as gazetteer, progress() as job:
        account = score(files[0], files[1] if len(files) > 1 else None, part, settings, gazetteer, earlier, job, speed)
    for words in (*account.refused, *account.notes):
        click.echo(f"toposcope: {words}", err=True)
    if as_json:
        click.echo(json.dumps(account_row(account), ensure_ascii=False, indent=2))
    else:
        print_account(account)
    _keep(account, save, report)
    return EXIT_PARTIAL if account.refused else 0


def _keep(account: Account, save: Path | None, report: Path | None) -> None:
    if save:
        baseline.save(save, account)
    if report:
        from gazetteer.evaluation.report import write_report

        write_report(report, account)


def _kinds(words: str) -> tuple[str, ...]:
    kinds = tuple(sorted({word.strip() for word in words.split(",")} - {""}))
    unknown = [word for word in kinds if word not in set(Kind)]
    if unknown or not kinds:
        raise InputError(f"--kinds {words}: choose from {', '.join(Kind)}. Nothing was measured.")
    return kinds


def _check_ceiling(given: bool, files: Sequence[Path | None]) -> None:
    if given or any(files):
        raise InputError(
            "--ceiling measures the gazetteer alone: --mentions, --save, --compare and --report do not go with it."
        )


def _check(files: Sequence[Path], settings: Settings, bar: float | None, written: Sequence[Path | None]) -> None:
    """Raise InputError for options that do not go together, before any work is done."""
    if bar is not None:
        raise InputError("--bar goes with --ceiling only.")
    if len(files) > 2:
        raise InputError(f"One gold file and at most one file of predictions, not {len(files)} files.")
    if len(files) == 2 and settings.mentions_given:
        raise InputError("--mentions gives our own annotator the spans; the predictions of a file bring theirs.")
    for file in written:
        if file and not file.absolute().parent.is_dir():
            raise InputError(f"There is no folder {file.parent} to write {file.name} into.")


def _ceilings(
    files: Sequence[Path], path: Path | None, part: Part | None, bar: float | None, names: int, as_json: bool
) -> int:
    with Gazetteer.open(path) as gazetteer:
        measured = [ceiling(file, gazetteer, part) for file in files]
    if as_json:
        click.echo(json.dumps([ceiling_row(one, names) for one in measured], ensure_ascii=False, indent=2))
    else:
        for one in measured:
            print_ceiling(one, names, bar)
    refused = [line for one in measured for line in one.refused]
    for line in refused:
        click.echo(f"toposcope: {line}", err=True)
    if bar is not None and any(one.share < bar for one in measured):
        return 1
    return EXIT_PARTIAL if refused else 0
