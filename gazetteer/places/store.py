"""The gazetteer as the program reads it: names to places, places to their facts; read-only, safe across threads."""

import weakref
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

from gazetteer.errors import GazetteerError
from gazetteer.model import Place
from gazetteer.places import bundle
from gazetteer.places.columns import NONE, PRECISIONS, Columns
from gazetteer.places.filters import Sieve
from gazetteer.places.folding import fold
from gazetteer.places.index import Start, standing
from gazetteer.places.layer import Layer
from gazetteer.places.library import Library, hold
from gazetteer.places.positions import nearest_pids, pids_within
from gazetteer.places.records import (
    ANY,
    OWN_NAMES,
    FuzzyHit,
    GazetteerInfo,
    Name,
    NameKind,
    PlaceFilter,
    Provenance,
    SearchHit,
    Source,
)
from gazetteer.places.resident import easing
from gazetteer.places.search import search
from gazetteer.places.union import Union

__all__ = ["FuzzyHit", "Gazetteer", "GazetteerInfo", "Name", "NameKind", "SearchHit", "Source"]


class Gazetteer:
    """An open gazetteer, of one folder or of several read as one.

    A place is named by `pid`, dense from 0 and ordered by prominence: smaller is likelier.
    """

    def __init__(self, layers: Sequence[Layer]) -> None:
        self.layers = tuple(layers)
        self.problems: tuple[str, ...] = ()
        """what is wrong with gazetteers of the user's that were left out, in words"""
        self._opened = ExitStack()
        self._held: Layer | Union = layers[0] if len(layers) == 1 else Union(layers, bundle.cache_folder())
        self.columns: Columns = self._held.columns
        self.country_pid: dict[str, int] = self._held.country_pid
        self.by_latitude = self._held.by_latitude
        # bound once: each look-up of the recogniser goes through it
        self.lookup: Callable[[str], list[tuple[int, NameKind]]] = (
            layers[0].names.entries if len(layers) == 1 else self._held.entries
        )
        """folded name -> (pid, name kind) of every place that bears it, most prominent first"""
        self.place = lru_cache(maxsize=20_000)(self._place)
        self.is_called = lru_cache(maxsize=20_000)(self._is_called)
        self._sieve = lru_cache(maxsize=4)(self._new_sieve)

    @classmethod
    def open(cls, path: Path | None = None, extra: Sequence[Path] = ()) -> Self:
        """Open the gazetteer folder at `path`; by default the bundled one, unpacked on first use, with the user's own.

        `extra` folders (a project's own gazetteer) go before it. Raises `GazetteerError`.
        """
        with ExitStack() as opened:
            layers = [_closed_by(opened, Layer(folder)) for folder in extra]
            problems: list[str] = []
            if path is not None:
                layers.append(_closed_by(opened, Layer(path)))
            else:
                before, after = Library().around_bundled()
                layers += _own_layers(before, opened, problems)
                layers.append(_closed_by(opened, Layer(bundle.bundled_folder())))
                layers += _own_layers(after, opened, problems)
            gazetteer = cls(layers)
            gazetteer.problems = tuple(problems)
            gazetteer._opened = opened.pop_all()
            return gazetteer

    def close(self) -> None:
        """Close the files; nothing can be asked afterwards."""
        self._opened.close()

    def close_when_unused(self) -> None:
        """Close the files when nobody holds this gazetteer any more; whoever reads it in a thread may finish."""
        weakref.finalize(self, self._opened.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # names ----------------------------------------------------------------------------------------------------------

    def has_prefix(self, folded: str) -> bool:
        """Tell whether any folded name starts so."""
        return any(index.has_prefix(folded) for index in self._held.index)

    def prefixes(self, folded: str) -> list[str]:
        """Return the names that a folded text starts with; they may end within one of its words."""
        indexes = self._held.index
        if len(indexes) == 1:
            return indexes[0].prefixes(folded)
        return sorted({name for index in indexes for name in index.prefixes(folded)}, key=len)

    @easing
    def starting(self, folded: str, limit: int, where: PlaceFilter = ANY) -> list[Start]:
        """Return the most prominent places with an own name that starts so."""
        keep = None if where == ANY else self._sieve(where)
        if len(self.layers) == 1:
            return self._held.index[0].starting(folded, limit, keep)
        found: dict[int, Start] = {}
        for index in self._held.index:
            # the numbers there are its own: ask for names, then for whom they name
            for name in {start.name for start in index.starting(folded, 2 * limit)}:
                for pid, kind in self.lookup(name):
                    if kind <= OWN_NAMES and (keep is None or keep(pid)):
                        start = Start(standing(pid, kind), pid, kind, name)
                        found[pid] = min(start, found.get(pid, start))
        return sorted(found.values())[:limit]

    @easing
    def fuzzy(
        self, folded: str, countries: Collection[str] | None = None, max_distance: int = 2, limit: int = 10
    ) -> list[FuzzyHit]:
        """Return places with a name at most `max_distance` edits away, nearest and most prominent first.

        `countries` (codes) keeps to those countries.
        """
        columns, best = self.columns, dict[int, FuzzyHit]()
        wanted = None if countries is None else {columns.index_of_country.get(code, -1) for code in countries}
        for index in self._held.index if folded and wanted != set() else ():
            for name, distance in index.near(folded, max_distance):
                for pid, kind in self.lookup(name):
                    if kind > NameKind.HISTORIC or not (wanted is None or columns.country[pid] in wanted):
                        continue
                    known = best.get(pid)
                    if known is None or (distance, kind) < (known.distance, known.name_kind):
                        best[pid] = FuzzyHit(pid, kind, name, distance)
        return sorted(best.values(), key=lambda hit: (hit.distance, hit.pid))[:limit]

    @easing
    def sounding_like(self, folded: str, limit: int) -> list[tuple[int, str]]:
        """Return (pid, folded name) of the most prominent places whose own name sounds like a folded one."""
        found: dict[int, str] = {}
        for index in self._held.index:
            for name in index.sounding_like(folded):
                for pid, kind in self.lookup(name):
                    if kind <= NameKind.HISTORIC:
                        found.setdefault(pid, name)
        return sorted(found.items())[:limit]

    def search(self, text: str, limit: int = 20, where: PlaceFilter | None = None) -> list[SearchHit]:
        """Return the places that a typed name, `name, region` or place id may mean, best first."""
        return search(self, text, limit, where or ANY)

    # places ---------------------------------------------------------------------------------------------------------

    def _place(self, pid: int) -> Place:
        """Return the place of a pid; an unknown pid is a bug and raises `KeyError`."""
        facts, columns = self._held.facts(pid), self.columns
        country = columns.countries[columns.country[pid]]
        feature_class, _, code = columns.features[columns.feature[pid]].partition(".")
        return Place(
            facts.place_id, facts.name, facts.latitude, facts.longitude, feature_class, code,
            PRECISIONS[columns.precision[pid]], facts.radius_m, country or None,
            self._held.country_names.get(country), self._region_name(columns.admin1[pid]),
            self._region_name(columns.admin2[pid]), facts.population, facts.local_name,
        )  # fmt: skip

    def _region_name(self, pid: int) -> str | None:
        return None if pid == NONE else self._held.facts(pid).name

    def pid_of(self, place_id: str) -> int | None:
        """Return the pid of a place id (`geonames:593116`), None where this gazetteer does not hold it."""
        return self._held.pid_of(place_id)

    def pid_of_region(self, code: str) -> int | None:
        """Return the pid of the region with a GeoNames code (`UA.14`, `UA.14.4410`)."""
        return self._held.pid_of_region(code)

    def place_by_id(self, place_id: str) -> Place | None:
        """Return the place of a place id, None where this gazetteer does not hold it."""
        pid = self.pid_of(place_id)
        return None if pid is None else self.place(pid)

    def names(self, pid: int) -> list[Name]:
        """Return all names of a place, its own first."""
        return self._held.names_of(pid)

    def _is_called(self, pid: int, folded: str, lang: str) -> bool:
        """Say whether readers of a language (`uk`) call a place by a folded name."""
        return any(name.lang == lang and fold(name.name) == folded for name in self.names(pid))

    def display_name(self, pid: int, lang: str) -> str:
        """Return the place's name for readers of a language (`uk`), its main name where none is known."""
        if lang == "en":
            return self.place(pid).name
        own = [name for name in self.names(pid) if name.lang == lang and name.kind <= NameKind.TAGGED]
        return min(own, key=lambda name: name.kind).name if own else self.place(pid).name

    def provenance(self, pid: int) -> Provenance:
        """Return where a place's facts come from, and what is disputed of it or of the region it lies in."""
        own = self._held.provenance(pid)
        areas = (self.columns.admin1[pid], self.columns.admin2[pid])
        notes = (self._held.provenance(area).disputed for area in areas if area != NONE)
        return own if own.disputed else replace(own, disputed=next(filter(None, notes), ""))

    # walking --------------------------------------------------------------------------------------------------------

    @easing
    def browse(self, where: PlaceFilter) -> Sequence[int]:
        """Return the pids of all places that pass a filter, most prominent first."""
        return memoryview(self._sieve(where).all()) if len(self.columns) else []  # type: ignore[arg-type]

    def _new_sieve(self, where: PlaceFilter) -> Sieve:
        return Sieve(self.columns, where, self.pid_of(where.region) if where.region else None)

    def passing(self, where: PlaceFilter) -> Sieve:
        """Return the test of one place that a filter is."""
        return self._sieve(where)

    def parents(self, pid: int) -> list[Place]:
        """Return what a place lies in: country, then first- and second-level region, as far as known."""
        columns = self.columns
        country = self.country_pid.get(columns.countries[columns.country[pid]], NONE)
        areas = dict.fromkeys([country, columns.admin1[pid], columns.admin2[pid]])
        return [self.place(area) for area in areas if area not in (NONE, pid)]

    def children(self, pid: int, limit: int) -> list[Place]:
        """Return the places one step down: a country's regions, a region's districts, a district's settlements."""
        feature, place = self.columns.features[self.columns.feature[pid]], self.place(pid)
        if feature.startswith("A.PCL"):
            code = place.country_code or ""
            where = PlaceFilter(classes=frozenset("A"), countries=frozenset([code]))
            found = [own for own in self.browse(where) if self._feature(own) == "A.ADM1"]
        elif feature.startswith("A.ADM"):
            inside = self.browse(PlaceFilter(classes=frozenset("AP"), region=place.place_id))
            found = [own for own in inside if own != pid and self._feature(own) == "A.ADM2"]
            found = found or [own for own in inside if own != pid and self._feature(own)[0] == "P"]
        else:
            found = []
        return [self.place(own) for own in found[:limit]]

    def _feature(self, pid: int) -> str:
        return self.columns.features[self.columns.feature[pid]]

    def homonyms(self, pid: int, limit: int) -> list[Place]:
        """Return other places with the same main name, most prominent first."""
        own = (NameKind.MAIN, NameKind.OFFICIAL)
        entries = self.lookup(fold(self.place(pid).name))
        return [self.place(other) for other, kind in entries if other != pid and kind in own][:limit]

    @easing
    def nearest(self, latitude: float, longitude: float, limit: int = 10) -> list[tuple[Place, float]]:
        """Return (place, kilometres) of the settlements and landmarks nearest to a point, nearest first."""
        return [(self.place(pid), distance) for pid, distance in nearest_pids(self, latitude, longitude, limit)]

    @easing
    def within(
        self, west: float, south: float, east: float, north: float, limit: int, classes: str = ""
    ) -> list[Place]:
        """Return the most prominent places of a box (degrees; west may be greater than east), of these classes."""
        return [self.place(pid) for pid in pids_within(self, (west, south, east, north), limit, classes)]

    def towns_within(self, west: float, south: float, east: float, north: float, limit: int) -> list[Place]:
        """Return the most prominent towns of a box (degrees), most prominent first."""
        return self.within(west, south, east, north, limit, "P")

    # itself ---------------------------------------------------------------------------------------------------------

    @property
    def version(self) -> str:
        """What this gazetteer was built from, in short; changes whenever its rows may."""
        return "+".join(layer.version for layer in self.layers)

    def info(self) -> GazetteerInfo:
        """Return version, sources with their licences, counts of rows, the last layer's folder and the size of all."""
        counts: dict[str, int] = {}
        for layer in self.layers:
            for name, number in layer.counts.items():
                counts[name] = counts.get(name, 0) + number
        sources = tuple(source for layer in self.layers for source in layer.sources)
        size = sum(layer.size for layer in self.layers)
        return GazetteerInfo(self.version, sources, counts, self.layers[-1].folder, size)


def _closed_by(opened: ExitStack, layer: Layer) -> Layer:
    opened.callback(layer.close)
    return layer


def _own_layers(folders: Sequence[Path], opened: ExitStack, problems: list[str]) -> list[Layer]:
    """Open gazetteers of the user's, held so that no other program removes them; one that is damaged is left out."""
    layers = []
    for folder in folders:
        try:
            layers.append(_closed_by(opened, Layer(folder)))
            opened.callback(hold(folder).release)
        except GazetteerError as error:
            problems.append(str(error))
    return layers
