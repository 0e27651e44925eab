"""Measures the window itself; as a program it says when a window over a project can be worked with."""

import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from tests.bench.gazetteer.clock import now
from tests.core.test_project_filters import FILTERS

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

SAYS_USABLE = "usable at "
FILTER_MS, SELECT_MS, BULK_MS, STALL_MS = 150, 50, 1000, 100
BULK = 5000
SEEDS = Path(__file__).parents[3] / "seeds"
LONGEST_S = 300
PANS = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; milliseconds."""

    what: str
    median: float
    worst: float
    bar: float | None
    note: str

    @classmethod
    def of(cls, what: str, times: Sequence[float], bar: float | None, note: str = "") -> "Row":
        return cls(what, median(times), max(times), bar, note)


def timed(act: Callable[[], object]) -> float:
    """Return the milliseconds until something is done and drawn."""
    from PySide6.QtWidgets import QApplication

    began = now()
    act()
    QApplication.processEvents()
    return 1000 * (now() - began)


def wait(until: Callable[[], object]) -> None:
    """Let the event loop run until something is so."""
    from PySide6.QtCore import QEventLoop, QTimer

    end = time.monotonic() + LONGEST_S
    while not until():
        if time.monotonic() > end:
            raise TimeoutError("waited in vain")
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()


def measure(project: Path, folder: Path) -> list[Row]:
    """Return every figure of a window over a project."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from desktop.composition import build, pass_message
    from desktop.launch import Launch
    from desktop.map.scheme import register_scheme
    from desktop.settings import Settings

    qInstallMessageHandler(pass_message)
    register_scheme()
    app = QApplication(["toposcope-bench"])
    window = build(app, Launch(size=(1440, 900)), Settings(folder / "settings.ini"))
    window.show()
    window.files.open(project)
    at_rest(window)
    rows = [
        filters(window, window.documents, "a filter, list of articles in front"),
        filters(window, window.mentions, "a filter, list of mentions in front"),
        filters(window, window.desk.places, "a filter, board of places in front"),
        points(window),
        select(window),
        *bulk(window),
        pan(window),
        *importing(window, folder),
    ]
    window.close()
    return rows


def at_rest(window: "MainWindow") -> None:
    session = window.session
    wait(lambda: not session.background.busy and not session.writer.busy and window.wiring.shows_everything)


def filters(window: "MainWindow", pane: Any, what: str) -> Row:
    """Every filter of the tests, one after the other, until all that can be seen shows it."""
    window.docks.show_pane(pane)
    times = {name: timed(lambda where=where: window.session.set_filter(where)) for name, where in FILTERS.items()}
    window.session.set_filter(FILTERS["all"])
    at_rest(window)
    return Row.of(what, list(times.values()), FILTER_MS, f"worst: {max(times, key=times.__getitem__)}")


def points(window: "MainWindow") -> Row:
    """What the map asks for a moment after a filter."""
    times = {}
    for name, where in FILTERS.items():
        window.session._filter = where
        times[name] = timed(window.feeds.points)
    window.session._filter = FILTERS["all"]
    return Row.of("reading the map's points", list(times.values()), FILTER_MS, f"worst: {max(times, key=times.get)}")  # type: ignore[arg-type]


def select(window: "MainWindow") -> Row:
    from gazetteer.project import queries

    window.docks.show_pane(window.mentions)
    ids = random.Random(2).sample(queries.mention_ids(window.session.project), 60)
    times = [timed(lambda one=one: window.session.select_mention(one)) for one in ids]
    return Row.of("selecting a mention anywhere in the project", times, SELECT_MS)


def bulk(window: "MainWindow") -> list[Row]:
    """A decision over thousands of mentions and its undo, until every pane shows it."""
    from gazetteer.project import queries
    from gazetteer.project.edits import Batch, Confirm
    from gazetteer.project.filters import MentionFilter

    session = window.session
    where = MentionFilter(groups=FILTERS["plotted"].groups, statuses=FILTERS["automatic"].statuses)
    ids = queries.mention_ids(session.project, where)[:BULK]
    told: list[object] = []
    session.changed.connect(told.append)

    def until_told(act: Callable[[], object]) -> None:
        told.clear()
        act()
        wait(lambda: told)

    decided = timed(lambda: until_told(lambda: session.do(Batch("all of these", [Confirm(one) for one in ids]))))
    undone = timed(lambda: until_told(session.undo))
    session.changed.disconnect(told.append)
    at_rest(window)
    said = f"a decision over {len(ids):,} mentions"
    return [Row.of(said, [decided], BULK_MS), Row.of(f"undo of {said}", [undone], BULK_MS)]


def pan(window: "MainWindow") -> Row:
    """The longest time between two frames while the map moves step by step; rendered without a graphics card."""
    script = """
        window.gaps = []; window.moved = 0;
        (function step(before) {
            requestAnimationFrame((now) => {
                if (before) window.gaps.push(now - before);
                toposcope.map.panBy([60, 20 * (window.moved % 2 ? 1 : -1)], { animate: false });
                if (++window.moved < COUNT) step(now);
            });
        })(0);
    """.replace("COUNT", str(PANS))
    page = window.map.view.page()
    window.map.set_view(10, 30, 4)
    at_rest(window)
    page.runJavaScript(script)
    found: list[Any] = []

    def look() -> bool:
        page.runJavaScript(f"window.moved >= {PANS} ? window.gaps.join(' ') : ''", 0, found.append)
        return bool(found) and bool(found[-1])

    wait(look)
    gaps = [float(gap) for gap in found[-1].split()]
    return Row.of("between two frames of a map that is panned", gaps, STALL_MS, "wall-clock, software rendering")


def importing(window: "MainWindow", folder: Path) -> list[Row]:
    """Working while articles are imported: how long a selection takes, and how long the window does not answer."""
    from PySide6.QtCore import QTimer

    from gazetteer.project import queries

    articles = folder / "articles"
    articles.mkdir()
    for number in range(120):
        source = sorted(SEEDS.glob("*.txt"))[number % 6]
        (articles / f"{number}.txt").write_text(f"{number}\n\n{source.read_text('utf-8')}", "utf-8")
    session = window.session
    ids = random.Random(3).sample(queries.mention_ids(session.project), 400)
    task = session.import_files([articles])
    gaps: list[float] = []
    last = [time.perf_counter()]

    def tick() -> None:
        gaps.append(1000 * (time.perf_counter() - last[0]))
        last[0] = time.perf_counter()

    clock = QTimer(window, interval=20)
    clock.timeout.connect(tick)
    clock.start()
    times = []
    while task.running and ids:
        times.append(timed(lambda: session.select_mention(ids.pop())))
        wait_a_moment()
    clock.stop()
    done = len(queries.documents(session.project)) if not task.running else 0
    task.cancel()
    at_rest(window)
    note = f"{len(times)} selections" + (", until the import was done" if done else "")
    return [
        Row.of("selecting while articles are imported", times, None, note),
        Row.of("between two answers of the window meanwhile", gaps, None, "wall-clock, asked every 20 ms"),
    ]


def wait_a_moment() -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(60, loop.quit)
    loop.exec()


def say_when_usable(project: str) -> None:
    """Start the program as a person does, and say when its list of articles is there and answers."""
    from PySide6.QtWidgets import QApplication

    from desktop.app import main

    def drive(*_: object) -> int:
        window: Any = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "main_window")
        wait(lambda: window.documents.model.rowCount() and window.documents.view.isVisible())
        before, view = window.session.selection.document_id, window.documents.view
        # another than the article that was in focus when the project was last open
        view.setCurrentIndex(window.documents.model.index(0 if view.currentIndex().row() else 1))
        wait(lambda: window.session.selection.document_id != before)
        QApplication.processEvents()
        print(f"{SAYS_USABLE}{time.monotonic()}", flush=True)
        return 0

    QApplication.exec = staticmethod(drive)  # type: ignore[assignment]
    main(["open", project])


if __name__ == "__main__":
    say_when_usable(sys.argv[1])
