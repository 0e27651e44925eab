"""Reads a GeoNames dump with its companion files, joined on disk so that memory stays small."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gazetteer.jobs import Job
from gazetteer.model import Precision
from gazetteer.places.draft import Draft
from gazetteer.places.folding import fold
from gazetteer.places.importing.alternates import deal_names
from gazetteer.places.importing.buckets import Buckets, buckets_for
from gazetteer.places.importing.companions import Companions
from gazetteer.places.importing.dump import Known, deal_rows
from gazetteer.places.importing.features import precision_of
from gazetteer.places.importing.files import SourceFile
from gazetteer.places.importing.progress import EVERY_ROWS, Meter
from gazetteer.places.importing.reference import Reference
from gazetteer.places.importing.report import Tally
from gazetteer.places.junk import is_junk
from gazetteer.places.positions import kilometres
from gazetteer.places.records import NameKind

_KINDS = {str(int(kind)): kind for kind in NameKind}
_AREAS = ("A.ADM1", "A.ADM2")
_LEAST_RADIUS_M = {1: 30_000, 2: 8_000}


@dataclass
class GeoNamesReader:
    """Reads dumps (several make one gazetteer) and tables of names; `prepare` comes before `drafts`."""

    dumps: Sequence[SourceFile]
    tables: Sequence[SourceFile]
    """of alternate names"""
    companions: Companions
    reference: Reference
    source: str
    scratch: Path
    job: Job
    tally: Tally
    known: Known = field(default_factory=Known)
    _rows: Buckets = field(init=False)
    _names: Buckets = field(init=False)
    _regions: dict[str, str] = field(init=False)
    """GeoNames code -> place id, empty where no one knows it"""
    _levels: dict[int, int] = field(init=False)
    """GeoNames id of a region -> 1 or 2"""
    _country_ids: dict[str, str] = field(init=False)
    _towns: dict[str, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    """GeoNames code of a region of which only the code file tells -> where its towns are"""

    @property
    def version(self) -> str:
        """The latest modification date in the dump."""
        return self.known.newest

    def prepare(self) -> None:
        """Check all files and deal their rows into buckets. Raises `NotImportedError`."""
        number = buckets_for(sum(file.size for file in self.tables))
        self._rows = Buckets(self.scratch, "rows", number)
        self._names = Buckets(self.scratch, "names", number)
        with self._rows, self._names:
            for file in self.dumps:
                deal_rows(file, self._rows, self.known, self.job, self.tally)
            for file in self.tables:
                deal_names(file, self.known.seen, self._names, self.job, self.tally)
        self._regions = {code: f"geonames:{key}" for code, key in self.known.regions.items()}
        self._levels = {area.geonameid: code.count(".") for code, area in self.companions.areas.items()}
        self._levels |= {key: code.count(".") for code, key in self.known.regions.items()}
        self._country_ids = {code: f"geonames:{key}" for code, key in self.known.countries.items()}

    def drafts(self) -> Iterator[Draft]:
        """Yield a draft for every row that was dealt, then for regions and countries known by their code alone."""
        taken, meter = 0, Meter(self.job, "joining rows with names", self.known.rows)
        for index in range(self._rows.number):
            names = self._names_of(index)
            for line in self._rows.read(index):
                taken += 1
                if not taken % EVERY_ROWS:
                    meter.at(taken, taken)
                yield self._draft(line[:-1].split("\t"), names)
        yield from self._areas_from_codes()

    def _names_of(self, index: int) -> dict[str, list[str]]:
        names: dict[str, list[str]] = {}
        for line in self._names.read(index):
            key, _, rest = line[:-1].partition("\t")
            if key in names:
                names[key].append(rest)
            else:
                names[key] = [rest]
        return names

    def _draft(self, cells: list[str], names: dict[str, list[str]]) -> Draft:
        key, name, ascii_name, others, latitude, longitude, feature, country, first, second, people = cells
        population = int(people) if people and people != "0" else None
        name = " ".join(name.split())
        draft = Draft(
            f"geonames:{key}", name, feature, country, float(latitude), float(longitude), self.source,
            population=population, people=population or 0,
        )  # fmt: skip
        draft.names[name, ""] = (NameKind.MAIN, self.source)
        tagged = names.pop(key, None)
        if tagged is not None:
            self._add_tagged(draft, tagged)
        elif others:
            self._add_untagged(draft, others)
        if ascii_name and ascii_name != name and fold(ascii_name) != fold(name):
            draft.add(ascii_name, NameKind.TRANSLITERATION)
        if feature[0] != "P":
            draft.precision = precision_of(feature)
        if country:
            self._place_in(draft, key, first, second)
        return draft

    def _add_untagged(self, draft: Draft, others: str) -> None:
        names, country, value = draft.names, draft.country, (NameKind.ALTERNATE, self.source)
        for other in others.split(","):
            name = " ".join(other.split())
            if (name, "") not in names and not is_junk(name, country):
                names[name, ""] = value

    def _add_tagged(self, draft: Draft, tagged: list[str]) -> None:
        country = self.companions.countries.get(draft.country)
        local = country.language if country else ""
        best, names, source = NameKind.SHORT, draft.names, self.source
        for line in tagged:
            kind_text, lang, name, period = line.split("\t")
            kind = _KINDS[kind_text]
            known = names.get((name, lang))
            if known is None or kind < known[0]:
                names[name, lang] = (kind, source)
                if period:
                    draft.periods[name, lang] = period
                if lang == local and local and kind < best:
                    draft.local_name, best = name, kind

    def _place_in(self, draft: Draft, key: str, first: str, second: str) -> None:
        """Say which regions a place lies in; regions and countries get what only the whole dump tells."""
        country, feature = draft.country, draft.feature
        code1 = f"{country}.{first}" if first and first != "00" else ""
        code2 = f"{code1}.{second}" if code1 and second else ""
        if feature.startswith("A.PCL"):
            self._complete_country(draft)
            return
        if country not in self._country_ids:
            self._country_ids[country] = self._wanted(self.reference.country(country))
        if feature == "A.ADM1":
            self._complete_region(draft, code1)
            return
        draft.admin1 = self._region(code1, draft)
        if feature == "A.ADM2":
            self._complete_region(draft, code2)
            return
        draft.admin2 = self._region(code2, draft)
        if not draft.admin1 and self.companions.hierarchy is not None:
            self._climb(draft, int(key))

    def _region(self, code: str, draft: Draft) -> str:
        """Return the place id of a region's code: a row's, a code file's, or the bundled gazetteer's."""
        if not code:
            return ""
        found = self._regions.get(code)
        if found is None:
            found = self._regions[code] = self._region_elsewhere(code)
        if code in self._towns and draft.feature[0] == "P":
            self._towns[code].append((draft.latitude, draft.longitude))
        return found

    def _region_elsewhere(self, code: str) -> str:
        stated = self.companions.areas.get(code)
        if stated is None:
            return self._wanted(self.reference.region(code))
        place_id = f"geonames:{stated.geonameid}"
        if stated.geonameid not in self.known.seen and not self.reference.need(place_id):
            self._towns[code] = []
        return place_id

    def _wanted(self, place_id: str) -> str:
        """Ask for a place of the bundled gazetteer unless the dump has it itself."""
        if place_id and not self._in_dump(place_id):
            self.reference.need(place_id)
        return place_id

    def _in_dump(self, place_id: str) -> bool:
        return int(place_id.partition(":")[2]) in self.known.seen

    def _climb(self, draft: Draft, key: int) -> None:
        """Find the regions by the hierarchy where a row has no code of one."""
        assert self.companions.hierarchy is not None
        for above in self.companions.hierarchy.above(key):
            level = self._levels.get(above)
            if level == 2:
                draft.admin2 = f"geonames:{above}"
            elif level == 1:
                draft.admin1 = f"geonames:{above}"

    def _complete_region(self, draft: Draft, code: str) -> None:
        draft.code = code
        draft.people = self.known.people.get(code) or draft.people
        draft.radius_m = self.reference.radius(draft.place_id)

    def _complete_country(self, draft: Draft) -> None:
        """Name a country as people do; the dump has its formal name, as in `Republic of Lithuania`."""
        stated = self.companions.countries.get(draft.country)
        usual = self.reference.name(draft.place_id) or (stated.name if stated else "")
        if usual and usual != draft.name:
            draft.names[draft.name, ""] = (NameKind.OFFICIAL, self.source)
            draft.name = usual
            draft.add(usual, NameKind.MAIN)
        draft.radius_m = self.reference.radius(draft.place_id) or (stated.radius_m if stated else None)

    def _areas_from_codes(self) -> Iterator[Draft]:
        """Yield regions that only a code file names, at the middle of their towns."""
        for code, towns in self._towns.items():
            area = self.companions.areas[code]
            if not towns or not self.known.seen.add(area.geonameid):
                continue
            level = code.count(".")
            latitude, longitude, radius = _middle(towns, _LEAST_RADIUS_M[level])
            draft = Draft(
                f"geonames:{area.geonameid}", area.name, _AREAS[level - 1], code[:2], latitude, longitude, self.source,
                Precision.REGION, radius, people=self.known.people.get(code, 0), code=code,
            )  # fmt: skip
            draft.add(area.name, NameKind.MAIN)
            draft.admin1 = self._regions.get(code.rpartition(".")[0], "") if level == 2 else ""
            yield draft


def _middle(towns: list[tuple[float, float]], least_m: int) -> tuple[float, float, int]:
    """Return the mean position of towns and the distance in metres within which nine of ten lie."""
    base = towns[0][1]
    latitude = sum(town[0] for town in towns) / len(towns)
    turns = [(town[1] - base + 180) % 360 - 180 for town in towns]
    longitude = (base + sum(turns) / len(turns) + 180) % 360 - 180
    reach = sorted(kilometres(latitude, longitude, *town) for town in towns)
    return latitude, longitude, max(least_m, round(1000 * reach[int(0.9 * (len(reach) - 1))]))
