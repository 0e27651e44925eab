"""GeoNames' small companion files: codes of regions and districts, countries, and who lies in whom."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import pi, sqrt

import numpy as np
import numpy.typing as npt

from gazetteer.errors import NotImportedError
from gazetteer.jobs import Job
from gazetteer.places.importing.files import SourceFile
from gazetteer.places.importing.progress import EVERY_ROWS, Meter
from gazetteer.places.importing.report import Tally

_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Area:
    """A region as a code file states it: its GeoNames id and name."""

    geonameid: int
    name: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country as countryInfo.txt states it; `radius_m` is that of a circle of its area."""

    geonameid: int
    name: str
    language: str
    population: int
    radius_m: int | None


@dataclass(slots=True)
class Companions:
    """What the companion files say; empty where they were not given."""

    areas: dict[str, Area] = field(default_factory=dict)
    """GeoNames code (`UA.14`, `UA.14.4410`) -> region"""
    countries: dict[str, Country] = field(default_factory=dict)
    """ISO 3166-1 code -> country"""
    hierarchy: "Hierarchy | None" = None


class Hierarchy:
    """Which place lies in which, by GeoNames id, packed."""

    def __init__(self, children: "array[int]", parents: "array[int]") -> None:
        order = np.argsort(np.frombuffer(children, np.int64), kind="stable")
        self._children: npt.NDArray[np.int64] = np.frombuffer(children, np.int64)[order]
        self._parents: npt.NDArray[np.int64] = np.frombuffer(parents, np.int64)[order]

    def above(self, geonameid: int) -> Iterator[int]:
        """Yield the places above one, the nearest first."""
        for _ in range(_DEEPEST):
            at = int(np.searchsorted(self._children, geonameid))
            if at == len(self._children) or self._children[at] != geonameid:
                return
            geonameid = int(self._parents[at])
            yield geonameid


def read_areas(file: SourceFile, tally: Tally) -> dict[str, Area]:
    """Return the regions of admin1CodesASCII.txt or admin2Codes.txt by their code."""
    areas = {}
    for number, cells in _rows(file, tally, (4,)):
        if cells[3].isdecimal() and cells[1].strip():
            areas[cells[0]] = Area(int(cells[3]), " ".join(cells[1].split()))
        else:
            tally.refuse(file.name, number, "no name, or an id that is not a number", "\t".join(cells), aside=True)
    return areas


def read_countries(file: SourceFile, tally: Tally) -> dict[str, Country]:
    """Return the countries of countryInfo.txt by their ISO code."""
    countries = {}
    for number, cells in _rows(file, tally, (17, 18, 19)):
        if not cells[16].isdecimal():
            tally.refuse(file.name, number, "a country without an id", "\t".join(cells), aside=True)
            continue
        language = cells[15].split(",")[0].partition("-")[0]
        population = int(cells[7]) if cells[7].isdecimal() else 0
        countries[cells[0]] = Country(int(cells[16]), cells[4], language, population, _radius(cells[6]))
    return countries


def _radius(square_kilometres: str) -> int | None:
    try:
        area = float(square_kilometres)
    except ValueError:
        return None
    return max(1000, round(1000 * sqrt(area / pi))) if 0 < area < 1e8 else None


def read_hierarchy(file: SourceFile, job: Job, tally: Tally) -> Hierarchy:
    """Return what hierarchy.txt says; of several parents the administrative one counts, else the first."""
    meter, done = Meter(job, f"reading {file.name}", file.size), 0
    stated: dict[bool, tuple[array[int], array[int]]] = {key: (array("q"), array("q")) for key in (True, False)}
    for number, cells in _rows(file, tally, (2, 3)):
        done += sum(map(len, cells)) + 3
        if not number % EVERY_ROWS:
            meter.at(number, done)
        if cells[0].isdecimal() and cells[1].isdecimal():
            children, parents = stated[len(cells) > 2 and cells[2] == "ADM"]
            children.append(int(cells[1]))
            parents.append(int(cells[0]))
        else:
            tally.refuse(file.name, number, "ids that are not numbers", "\t".join(cells), aside=True)
    (children, parents), (others, their_parents) = stated[True], stated[False]
    return Hierarchy(children + others, parents + their_parents)


def _rows(file: SourceFile, tally: Tally, widths: tuple[int, ...]) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, cells) of rows that are UTF-8 and of a good width; refuse the file where most are not."""
    tally.begin()
    number = 0
    layout = f"{' or '.join(map(str, widths))} columns parted by tabs, in UTF-8, as GeoNames offers it"
    with file.open() as stream:
        for number, raw in enumerate(stream, 1):
            if raw.startswith(b"#") or not raw.strip():
                continue
            try:
                cells = raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n").split("\t")
            except UnicodeDecodeError:
                tally.refuse(file.name, number, "bytes that are not UTF-8", raw.decode("latin-1"), aside=True)
                continue
            if len(cells) in widths:
                yield number, cells
            else:
                expected = " or ".join(map(str, widths))
                tally.refuse(
                    file.name, number, f"{len(cells)} columns where {expected} are expected", raw.decode(), aside=True
                )
    if not number:
        raise NotImportedError(f"{file.name} is empty. Nothing was replaced.")
    tally.judge(file.name, number, layout)
