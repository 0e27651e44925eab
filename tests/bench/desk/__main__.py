"""The desk on a large project and the times it has to keep: `python -m tests.bench.desk [ARTICLES] [MENTIONS EACH]`.

Wall-clock time; TOPOSCOPE_BENCH_CPU=1 counts processor time instead, where the machine has other work to do.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.desk.big_project import write_project
from tests.bench.desk.window import SAYS_USABLE, Row, measure

USABLE_S = 3.0


def main(articles: int = 10_000, each: int = 10) -> None:
    """Make the project, measure, and print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "large.toposcope"
        write_project(project, articles, each)
        rows = [usable(project, Path(folder)), *measure(project, Path(folder))]
    print(f"{articles:,} articles, {articles * each:,} mentions; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"{'what':58}{'median':>9}{'worst':>9}{'bar':>9}")
    for row in rows:
        bar = "" if row.bar is None else f"{row.bar:,.0f} ms"
        fails = row.bar is not None and row.worst > row.bar
        print(
            f"{row.what:58}{row.median:>6,.0f} ms{row.worst:>6,.0f} ms{bar:>9}{'  OVER' if fails else ''}  {row.note}"
        )


def usable(project: Path, folder: Path) -> Row:
    """Return how long the program takes from its start until the list of articles can be worked with."""
    homes = {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "data")}
    times = []
    for _ in range(3):
        began = time.monotonic()
        command = [sys.executable, "-m", "tests.bench.desk.window", str(project)]
        done = subprocess.run(command, env=os.environ | homes, capture_output=True, text=True, timeout=120, check=False)
        line = next((line for line in done.stdout.splitlines() if line.startswith(SAYS_USABLE)), None)
        if line is None:
            raise RuntimeError(done.stderr[-2000:])
        times.append(1000 * (float(line.removeprefix(SAYS_USABLE)) - began))
    return Row.of("window usable, from the start of the program", times, 1000 * USABLE_S, "wall-clock")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
