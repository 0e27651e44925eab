"""Prints one table of how fast texts are geoparsed and what that takes, each system in fresh processes, in turn."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from tests.bench.gazetteer.clock import CPU, Figures
from tests.bench.geoparsing.systems import SYSTEMS, is_installed

_FIGURES = {"docs/s": "{:,.1f}", "words/s": "{:,.0f}", "start s": "{:,.1f}", "peak MB": "{:,.0f}"}
_NOTES = (
    "Every text once, in one process, after one text that is not counted. Start: until that one is read.",
    "Toposcope finds and resolves; the peers only find names, geotext and flashgeotext cities and countries alone.",
    "geonames-tagger holds the bundled gazetteer's Latin names; its start is the building of its automaton.",
)


def main() -> int:
    """Measure and print the table."""
    arguments = _arguments()
    console = Console(width=None if sys.stdout.isatty() else 110)
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Path(scratch) / "texts.jsonl"
        count = _write_texts(arguments.corpus, corpus, arguments.odd)
        table = Table("system", *_FIGURES, title=f"{count} texts of {arguments.corpus.name}")
        for column in table.columns[1:]:
            column.justify = "right"
        for system in [system for system in SYSTEMS if system not in arguments.without]:
            if is_installed(system):
                figures = _measured(system, corpus, arguments.runs)
                table.add_row(system, *(form.format(figures[name]) for name, form in _FIGURES.items()))
            else:
                table.add_row(system, "not installed", *[""] * (len(_FIGURES) - 1))
    console.print(table, *_NOTES, _conditions(arguments.runs), sep="\n")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.geoparsing",
        description=__doc__,
        epilog="Peers come with pip install --group bench; they are run beside the program and never part of it.",
    )
    parser.add_argument("--corpus", type=Path, required=True, help='JSON lines with "text" and "lang"')
    parser.add_argument("--odd", action="store_true", help="only every second line, those with odd numbers from 0")
    parser.add_argument("--runs", type=int, default=3, help="processes a system; the table shows medians (default 3)")
    parser.add_argument("--without", nargs="*", default=[], choices=list(SYSTEMS), help="systems to leave out")
    return parser.parse_args()


def _write_texts(corpus: Path, target: Path, odd: bool) -> int:
    """Write what the systems may see of a corpus: no gold answers. Return how many texts there are."""
    lines = [line for line in corpus.read_text("utf-8").split("\n") if line.strip()]
    rows = [json.loads(line) for line in (lines[1::2] if odd else lines)]
    with target.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(json.dumps({"text": row["text"], "lang": row.get("lang")}) + "\n")
    return len(rows)


def _measured(system: str, corpus: Path, runs: int) -> Figures:
    command = [sys.executable, "-m", "tests.bench.geoparsing.systems", system, str(corpus)]
    told = [subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout for _ in range(runs)]
    # a library may have printed something before
    figures: list[Figures] = [json.loads(lines.splitlines()[-1]) for lines in told]
    return {name: median(one[name] for one in figures) for name in _FIGURES}


def _conditions(runs: int) -> str:
    load = os.getloadavg()[0]
    clock = "processor time" if os.environ.get(CPU) else f"wall-clock time; {CPU}=1 counts processor time"
    return f"Median of {runs} runs in {clock}; load of the machine at the end {load:.1f} on {os.cpu_count()} cores."


if __name__ == "__main__":
    sys.exit(main())
