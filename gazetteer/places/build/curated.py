"""The tables this project wrote: places no source holds, demonyms, abbreviations, names set right."""

import re

from gazetteer.model import Precision
from gazetteer.places.build.atlas import Atlas
from gazetteer.places.build.countries import NAMES as CLDR
from gazetteer.places.build.countries import territory_names
from gazetteer.places.build.tables import csv_rows
from gazetteer.places.draft import Draft
from gazetteer.places.positions import kilometres
from gazetteer.places.records import NameKind

SOURCE = "curated"
_LANGUAGES = ("en", "de", "uk", "ru", "lt", "pl", "fr", "es")
_KINDS = {kind.name.lower(): kind for kind in NameKind}
_BRACKETED = re.compile(r" \(.+\)$")
_IN_REGION_KM = 100.0
# UN M49 code -> slug of the part of the world it stands for
_M49 = {
    "002": "africa", "003": "north-america", "005": "south-america", "009": "oceania", "011": "west-africa",
    "013": "central-america", "014": "east-africa", "015": "north-africa", "017": "central-africa",
    "018": "southern-africa", "029": "caribbean", "030": "east-asia", "034": "south-asia", "035": "southeast-asia",
    "039": "southern-europe", "054": "melanesia", "061": "polynesia", "142": "asia", "143": "central-asia",
    "145": "western-asia", "150": "europe", "151": "eastern-europe", "154": "northern-europe",
    "155": "western-europe", "202": "sub-saharan-africa", "419": "latin-america",
}  # fmt: skip


def add_curated_places(atlas: Atlas) -> None:
    """Add the curated places; those of one country get the region of the nearest town."""
    towns: dict[str, list[Draft]] = {}
    for draft in atlas.places.values():
        if draft.feature.startswith("P.") and draft.admin1:
            towns.setdefault(draft.country, []).append(draft)
    for row in (*csv_rows("curated_places"), *csv_rows("curated_english")):
        draft = _place(row)
        if draft.country and (draft.radius_m or 0) < _IN_REGION_KM * 1000:
            _set_region(draft, towns.get(draft.country, []))
        atlas.put(draft)
        for lang in _LANGUAGES:
            for name in filter(None, row.get(lang, "").split("|")):
                draft.add(_BRACKETED.sub("", name), _kind(row, lang, name), lang)
        if row.get("role") == "government":
            draft.names[draft.name, ""] = (NameKind.GOVERNMENT, SOURCE)
        local = row.get(atlas.languages.get(draft.country, ""), "")
        draft.local_name = _BRACKETED.sub("", local.split("|")[0]) if local else None
    for code, lang, name in territory_names():
        if code in _M49 and lang not in _LANGUAGES:
            atlas.places[f"curated:{_M49[code]}"].add(name, NameKind.TAGGED, lang, CLDR)


def _place(row: dict[str, str]) -> Draft:
    return Draft(
        f"curated:{row['slug']}", row["en"].split("|")[0], row["feature"], row["country"], float(row["latitude"]),
        float(row["longitude"]), SOURCE, Precision.POINT if row["precision"] == "point" else Precision.AREA,
        round(float(row["radius_km"]) * 1000), weight=float(row["weight"]),
    )  # fmt: skip


def _kind(row: dict[str, str], lang: str, name: str) -> NameKind:
    if row.get("role") == "government":
        return NameKind.GOVERNMENT
    letters = name.replace(".", "")
    if letters.isupper() and len(letters) <= 5:
        return NameKind.ABBREVIATION
    return NameKind.OFFICIAL if lang == "en" else NameKind.TAGGED


def _set_region(draft: Draft, towns: list[Draft]) -> None:
    if not towns:
        return
    distances = ((kilometres(draft.latitude, draft.longitude, t.latitude, t.longitude), t.place_id, t) for t in towns)
    distance, _, town = min(distances)
    if distance <= _IN_REGION_KM:
        draft.admin1, draft.admin2 = town.admin1, town.admin2 if draft.precision is Precision.POINT else ""


def find(atlas: Atlas, key: str) -> Draft | None:
    """Return the place a table means: ISO code, GeoNames region code, place id, or curated slug."""
    return (
        atlas.country.get(key) or atlas.region.get(key) or atlas.places.get(key) or atlas.places.get(f"curated:{key}")
    )


def add_demonyms(atlas: Atlas) -> None:
    """Add the English demonyms of demonyms.csv."""
    for row in csv_rows("demonyms"):
        draft = _required(atlas, row["place"], "demonyms")
        draft.add_all(row["names"].split("|"), NameKind.DEMONYM, "en", SOURCE)


def add_abbreviations(atlas: Atlas) -> None:
    """Add the abbreviations and further written-out names of abbreviations.csv."""
    for row in csv_rows("abbreviations"):
        draft = _required(atlas, row["place"], "abbreviations")
        for name in row["names"].split("|"):
            _add_name(draft, name, _KINDS[row["kind"]], "")


def add_formal_names(atlas: Atlas) -> None:
    """Add the names of formal_names.csv in their language; short capitals are abbreviations."""
    for row in csv_rows("formal_names"):
        draft = _required(atlas, row["country"], "formal_names")
        for name in row["names"].split("|"):
            _add_name(draft, name, _kind({}, row["lang"], name), row["lang"])


def _add_name(draft: Draft, name: str, kind: NameKind, lang: str) -> None:
    """Add a name; an abbreviation is one even where a source has it as a name."""
    if kind is NameKind.ABBREVIATION and draft.names.get((name, lang), (kind,))[0] >= NameKind.TAGGED:
        draft.names.pop((name, lang), None)
    draft.add(name, kind, lang, SOURCE)


def correct_names(atlas: Atlas) -> None:
    """Apply corrections.csv: names shown, names of the past; country, position and weight of single places."""
    for row in csv_rows("corrections"):
        draft = _required(atlas, row["place"], "corrections")
        match row["action"]:
            case "display" if row["lang"]:
                _show(draft, row["name"], row["lang"])
            case "display":
                shorter = row["name"].startswith(f"{draft.name} ")
                draft.names[draft.name, ""] = (NameKind.SHORT if shorter else NameKind.OFFICIAL, SOURCE)
                draft.name = row["name"]
                draft.names[draft.name, ""] = (NameKind.MAIN, SOURCE)
            case "local":
                draft.local_name = row["name"]
                draft.add(row["name"], NameKind.TAGGED, row["lang"], SOURCE)
            case "position":
                draft.latitude, draft.longitude = map(float, row["name"].split())
                draft.precision, draft.radius_m = Precision.POINT, None
            case "weight":
                draft.weight = float(row["name"])
            case "country":
                _move(atlas, draft, row["name"])
            case kind:
                for name in row["name"].split("|"):
                    _reclass(draft, name, row["lang"], _KINDS[kind], row["period"])


def _show(draft: Draft, name: str, lang: str) -> None:
    """Make a name the first of a language, which is the one shown."""
    others = {key: value for key, value in draft.names.items() if key != (name, lang)}
    draft.names = {(name, lang): (NameKind.TAGGED, SOURCE), **others}


def _reclass(draft: Draft, name: str, lang: str, kind: NameKind, period: str) -> None:
    """Give a name another kind: in one language, or wherever the place has it."""
    langs = [lang] if lang else [tag for known, tag in draft.names if known == name] or [""]
    for tag in langs:
        draft.names[name, tag] = (kind, SOURCE)
        if period:
            draft.periods[name, tag] = period


def _move(atlas: Atlas, draft: Draft, country: str) -> None:
    """Put a place under another country, a settlement into the regions of that country's town nearest to it."""
    draft.country = country
    if draft.feature.startswith("P."):
        draft.admin1 = draft.admin2 = ""
        towns = [town for town in atlas.places.values() if town.country == country and town.feature.startswith("P.")]
        _set_region(draft, [town for town in towns if town.admin1])


def _required(atlas: Atlas, key: str, table: str) -> Draft:
    draft = find(atlas, key)
    if draft is None:
        raise LookupError(f"resources/data/{table}.csv names {key}, which no source holds")
    return draft
