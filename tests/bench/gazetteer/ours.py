"""Measures a gazetteer: `speed` everything that takes time, `open` a fresh opening, `memory` what it holds.

The gazetteer is one folder, or several with the system's path separator between them: the first answers first.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from gazetteer.places.records import PlaceFilter
from gazetteer.places.store import Gazetteer
from tests.bench.gazetteer.clock import Figures, latencies, memory, now, rate, share
from tests.bench.gazetteer.samples import Samples
from tests.bench.gazetteer.texts import longest_matches, prepared, texts

_HITS = 20
_FILTERS = (
    PlaceFilter(countries=frozenset({"UA"})),
    PlaceFilter(classes=frozenset("P"), countries=frozenset({"US"}), min_population=1000),
    PlaceFilter(classes=frozenset("HT")),
    PlaceFilter(box=(20.0, 44.0, 40.0, 53.0)),
    PlaceFilter(classes=frozenset("A"), countries=frozenset({"DE", "FR", "PL"})),
    PlaceFilter(max_population=0, countries=frozenset({"CN"})),
)


def opened(folders: str) -> Gazetteer:
    """Open folders as one gazetteer."""
    *extra, last = (Path(folder) for folder in folders.split(os.pathsep))
    return Gazetteer.open(last, extra)


def speed(folders: str, samples: Samples, corpus: Path | None) -> Figures:
    """Return rates and latencies; the files' pages are warm after the round that is not counted."""
    with opened(folders) as gazetteer:
        figures = {"exact hit /s": rate(gazetteer.lookup, samples.names)}
        figures["exact miss /s"] = rate(gazetteer.lookup, samples.misses)
        figures |= _fuzzy(gazetteer, samples)
        figures |= latencies("prefix", lambda typed: gazetteer.starting(typed, _HITS), samples.typed)
        figures |= latencies("search as typed", lambda typed: gazetteer.search(typed, _HITS), samples.typed)
        figures |= latencies("nearest 10", lambda point: gazetteer.nearest(*point), samples.points)
        figures |= latencies("filter", gazetteer.browse, _FILTERS)
        if corpus is not None:
            figures |= _scan(gazetteer, corpus)
    return figures


def _fuzzy(gazetteer: Gazetteer, samples: Samples) -> Figures:
    figures: Figures = {}
    for edits, pairs in ((1, samples.one_edit), (2, samples.two_edits)):
        near = _near(gazetteer, edits)
        figures |= latencies(f"fuzzy {edits}", near, [typed for typed, _ in pairs])
        found = [_meant(gazetteer, near(typed), meant) for typed, meant in pairs]
        figures[f"fuzzy {edits} found"] = share(found)
    return figures


def _near(gazetteer: Gazetteer, edits: int) -> Callable[[str], list[int]]:
    return lambda typed: [hit.pid for hit in gazetteer.fuzzy(typed, None, edits, 50)]


def _meant(gazetteer: Gazetteer, pids: list[int], meant: str) -> bool:
    return not {pid for pid, _ in gazetteer.lookup(meant)}.isdisjoint(pids)


def _scan(gazetteer: Gazetteer, corpus: Path) -> Figures:
    ready = list(texts(corpus))
    words = sum(text.words for text in ready)
    rounds = rate(lambda text: longest_matches(text, gazetteer.prefixes), ready)
    whole = rate(lambda text: longest_matches(prepared(text.written), gazetteer.prefixes), ready)
    return {"scan words/s": rounds * words / len(ready), "scan with folding words/s": whole * words / len(ready)}


def opening(folders: str) -> Figures:
    """Return the milliseconds that opening takes, in a process that has imported everything."""
    began = now()
    with opened(folders):
        return {"open ms": 1000 * (now() - began)}


def kept(folders: str, samples: Samples, corpus: Path | None) -> Figures:
    """Return the memory before opening, after it, and the most there was after any of some of every question."""
    before = memory()
    with opened(folders) as gazetteer:
        fresh = memory()
        for name in samples.names:
            gazetteer.lookup(name)
        steps: tuple[tuple[Callable[[Any], object], Iterable[Any]], ...] = (
            (gazetteer.fuzzy, [typed for typed, _ in samples.two_edits]),
            (gazetteer.search, samples.typed),
            (lambda point: gazetteer.nearest(*point), samples.points),
            (gazetteer.browse, _FILTERS),
            (lambda text: longest_matches(text, gazetteer.prefixes), texts(corpus) if corpus else ()),
        )
        used = max(_after(steps), key=lambda figures: figures["resident MB"])
    return {f"{when} {name}": amount for when, part in (("before", before), ("opened", fresh), ("used", used))
            for name, amount in part.items()}  # fmt: skip


def _after(steps: Iterable[tuple[Callable[[Any], object], Iterable[Any]]]) -> Iterator[Figures]:
    """Yield the memory after each question of each kind."""
    yield memory()
    for ask, questions in steps:
        for question in questions:
            ask(question)
            yield memory()


def main() -> None:
    """Print the figures that are asked for as one JSON object."""
    what, folders, samples, corpus = sys.argv[1:5]
    asked = Samples.read(Path(samples)) if what != "open" else None
    file = Path(corpus) if corpus else None
    figures = opening(folders) if asked is None else (speed if what == "speed" else kept)(folders, asked, file)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
