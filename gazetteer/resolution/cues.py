"""The cues that speak for a candidate: local ones from its name and the words around, and those of the document."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from math import exp, log10
from typing import NamedTuple

from gazetteer.places.columns import NONE
from gazetteer.places.folding import fold
from gazetteer.places.store import NameKind
from gazetteer.recognition.lexicon import lexicon
from gazetteer.resolution.beliefs import Mentioned, Name, Scene
from gazetteer.resolution.candidates import Match
from gazetteer.resolution.company import Company

LOCAL = (
    "name_main",
    "name_official",
    "name_tagged",
    "name_short",
    "name_alternate",
    "name_colloquial",
    "name_transliterated",
    "name_historic",
    "name_abbreviation",
    "name_demonym",
    "name_government",
    "inflected",
    "edit_distance",
    "partial",
    "population",
    "prominence",
    "most_prominent",
    "dominance",
    "area_around_town",
    "country",
    "first_level",
    "second_level",
    "capital",
    "seat",
    "nature",
    "region",
    "said_region",
    "said_city",
    "said_water",
    "inside_comma",
    "outside_comma",
    "inside_next",
    "named_inside",
    "language_country",
    "company_near",
    "company_region",
)
DOCUMENT = (
    "country_share",
    "region_share",
    "county_share",
    "country_named",
    "region_named",
    "closeness",
    "nearest",
    "most_common_country",
    "holds_others",
)
CUES = LOCAL + DOCUMENT
"""the cues whose weights are learned from corpora, which name no source"""
SHOWN = (*CUES, "home")
_KIND_CUES = 11
EARTH_KM = 6371.0088
_NEAR_KM = 300.0
_FAR_COSINE = 0.95
"""Places at a wider angle, about 2,000 km, are not near."""
_COMMAS = (",", "(", ".,")
_FAR_AFTER, _FAR_BEFORE = 40, 25
"""How far, in code points, a neighbour may stand from a mention."""
_LANGUAGE_COUNTRIES = {
    "en": ("US", "GB"),
    "de": ("DE", "AT", "CH"),
    "uk": ("UA",),
    "ru": ("RU",),
    "lt": ("LT",),
    "pl": ("PL",),
    "fr": ("FR",),
    "es": ("ES",),
    "it": ("IT",),
    "nl": ("NL",),
    "cs": ("CZ",),
    "fi": ("FI",),
    "et": ("EE",),
    "lv": ("LV",),
}


class _Beside(NamedTuple):
    """What the text names beside a mention: areas after a comma, areas linked by words, and every place there."""

    after_comma: list[int]
    linked: list[int]
    places: list[int]


def local_cues(scene: Scene, name: Name, company: Company) -> list[list[float]]:
    """Return the `LOCAL` cues of each candidate of a name, the strongest over its mentions."""
    per_mention = [_context(scene, index) for index in name.mentions]
    context = tuple(max(values) for values in zip(*(c[:3] for c in per_mention), strict=True))
    beside = _Beside(*([pid for c in per_mention for pid in c[3][field]] for field in range(len(_Beside._fields))))
    towns = _Namesakes.of(scene, name)
    return [
        [*_local_row(scene, match, context, beside, towns), *kept]
        for match, kept in zip(name.matches, company.of(name), strict=True)
    ]


class _Sort(NamedTuple):
    """What sort of place a feature code stands for."""

    country: bool
    admin1: bool
    admin2: bool
    city: bool
    capital: bool
    seat: bool
    nature: bool
    region: bool
    water: bool


@lru_cache(maxsize=4_096)
def _sort_of(feature: str) -> _Sort:
    first = feature[:1]
    country, admin1, city = feature.startswith("A.PCL"), feature == "A.ADM1", feature.startswith("P.")
    admin2 = feature.startswith("A.ADM") and not admin1
    capital, seat = feature == "P.PPLC", feature.startswith("P.PPLA")
    return _Sort(
        country, admin1, admin2, city, capital, seat, first in tuple("HTUV"), first in tuple("LS"), first == "H"
    )


class _Namesakes(NamedTuple):
    """A name's candidates together: the most prominent, its towns (most people first), and the areas these lie in."""

    first: int
    towns: list[tuple[int, int]]
    """(people, place)"""
    countries: set[int]
    regions: set[int]

    @classmethod
    def of(cls, scene: Scene, name: Name) -> "_Namesakes":
        columns = scene.gazetteer.columns
        pids = [match.hit.pid for match in name.matches]
        towns = [pid for pid in pids if scene.feature(pid).startswith("P.")]
        regions = {columns.admin1[pid] for pid in towns} | {columns.admin2[pid] for pid in towns}
        people = sorted(((columns.population[pid], pid) for pid in towns), reverse=True)
        return cls(min(pids), people, {columns.country[pid] for pid in towns}, regions)

    def dominance(self, pid: int) -> float:
        """Return by how many powers of ten a town outnumbers the next town of its name; 0 where it does not, at most
        3."""
        if len(self.towns) < 2 or self.towns[0][1] != pid:
            return 0.0
        return max(0.0, min(3.0, log10((self.towns[0][0] + 1) / (self.towns[1][0] + 1))))


def _local_row(
    scene: Scene, match: Match, context: tuple[float, ...], beside: _Beside, namesakes: _Namesakes
) -> list[float]:
    columns, pid = scene.gazetteer.columns, match.hit.pid
    sort = _sort_of(scene.feature(pid))
    admin = sort.admin1 or sort.admin2
    kinds = [0.0] * _KIND_CUES
    kinds[match.hit.kind] = 1.0
    said_region, said_city, said_water = context
    inside_comma = any(contains(scene, area, pid) for area in beside.after_comma)
    around_town = pid in namesakes.regions or (sort.country and columns.country[pid] in namesakes.countries)
    code = columns.countries[columns.country[pid]]
    return [
        *kinds,
        float(match.hit.inflected),
        float(match.distance),
        float(match.partial),
        log10(columns.population[pid] + 1) / 7,
        1 - log10(pid + 1) / 6,
        float(pid == namesakes.first),
        namesakes.dominance(pid) if sort.city else 0.0,
        float(not sort.city and around_town),
        float(sort.country),
        float(sort.admin1),
        float(sort.admin2),
        float(sort.capital),
        float(sort.seat),
        float(sort.nature),
        float(sort.region),
        said_region * (1.0 if admin else -1.0 if sort.city else 0.0),
        said_city * (1.0 if sort.city else -1.0 if sort.country or sort.admin1 else 0.0),
        said_water * (1.0 if sort.water else -1.0),
        float(inside_comma),
        float(bool(beside.after_comma) and not inside_comma),
        float(any(contains(scene, area, pid) for area in beside.linked)),
        float(any(contains(scene, pid, other) for other in beside.places)),
        float(code in _LANGUAGE_COUNTRIES.get(scene.found.lang or "", ())),
    ]


def contains(scene: Scene, area: int, pid: int) -> bool:
    """Say whether place `area` is the country or the region that place `pid` lies in."""
    columns = scene.gazetteer.columns
    if area == pid:
        return False
    if columns.admin1[pid] == area or columns.admin2[pid] == area:
        return True
    return scene.feature(area).startswith("A.PCL") and columns.country[area] == columns.country[pid]


def _context(scene: Scene, index: int) -> tuple[float, float, float, _Beside]:
    """Return whether the text calls the mention a region, a town, a water, and what it names right beside it."""
    text, words, mention = scene.found.text, scene.found.words, scene.mentions[index]
    after = (
        fold(text[mention.end : mention.end + 24].split("\n")[0]).split()[:1]
        if text[mention.end : mention.end + 1] == " "
        else []
    )
    before = fold(text[max(0, mention.start - 30) : mention.start].split("\n")[-1]).split()[-2:]
    own = fold(mention.surface).split()
    leads = before[-1:] and (before[-1] in words.connector or before[-1] in words.article)
    near = {*after, *before[-1:], *(before[:1] if leads else [])}
    said_region = float(bool(near & words.admin_word) or (len(own) > 1 and bool({own[0], own[-1]} & words.admin_word)))
    said_city = float(bool(set(before) & words.city_word) and not said_region)
    said_water = float(bool(near & words.water_word) or (len(own) > 1 and bool({own[0], own[-1]} & words.water_word)))
    return said_region, said_city, said_water, _beside(scene, index)


def _beside(scene: Scene, position: int) -> _Beside:
    """Return the areas named right after (`Paris, Texas`; `Teysin in Khabarovsk Krai`) or before (`Texas' Paris`)."""
    mention = scene.mentions[position]
    beside = _Beside([], [], [])
    for neighbour in scene.mentions[position + 1 : position + 3]:
        gap = scene.found.text[mention.end : neighbour.start]
        if len(gap) <= _FAR_AFTER and _links(scene, gap):
            areas = _areas(scene, neighbour)
            (beside.after_comma if gap.strip() in _COMMAS else beside.linked).extend(areas)
            beside.places.extend(match.hit.pid for match in neighbour.matches[:8])
            break
    if position:
        previous = scene.mentions[position - 1]
        gap = scene.found.text[previous.end : mention.start]
        if len(gap) <= _FAR_BEFORE and _links(scene, gap):
            if gap.strip() not in _COMMAS:
                beside.linked.extend(_areas(scene, previous))
            beside.places.extend(match.hit.pid for match in previous.matches[:8])
    return beside


def _areas(scene: Scene, mention: Mentioned) -> list[int]:
    """Return the two most prominent countries or regions a mention may be."""
    hits = sorted((match.hit for match in mention.matches), key=lambda hit: hit.pid)
    return [hit.pid for hit in hits if _is_area(scene.feature(hit.pid), hit.kind)][:2]


def _is_area(feature: str, kind: NameKind) -> bool:
    """Say whether a place is an area one adds after a comma; of second-level ones only by their own name."""
    return feature.startswith(("A.PCL", "A.ADM1")) or (feature.startswith("A.ADM") and kind is NameKind.MAIN)


def _links(scene: Scene, gap: str) -> bool:
    if any(mark in gap for mark in ".;:!?\n") and gap.strip() not in (".,", "."):
        return False
    linking = _linking(scene.found.lang)
    folded = fold(gap.replace("(", " ").replace("'s", " s").replace("’s", " s")).split()
    if not folded:
        return gap.strip() in ("-", "", *_COMMAS)
    return len(folded) <= 4 and all(word in linking for word in folded)


@lru_cache(maxsize=64)
def _linking(lang: str | None) -> frozenset[str]:
    """Return the folded words that may link a name to the area it lies in."""
    words = lexicon(lang)
    kinds = words.locative | words.article | words.generic | words.admin_word | words.city_word
    return kinds | {"of", "s", "des", "der", "s'"}


def document_cues(scene: Scene, name: Name, without: Sequence[Name] = ()) -> list[list[float]]:
    """Return the `DOCUMENT` cues of each candidate of a name, from what is believed of the other names.

    `without`: other names that are taken as not being there.
    """
    others = scene.others(name, without)
    country: dict[int, float] = defaultdict(float)
    region: dict[int, float] = defaultdict(float)
    county: dict[int, float] = defaultdict(float)
    named: dict[int, float] = defaultdict(float)
    total = 1e-9
    for other in others:
        total += other.weight
        for site, belief in other.likely:
            mass = other.weight * belief
            country[site.country] += mass
            named[site.pid] += belief
            region[site.region] += mass
            county[site.county] += mass
    points = [other.point for other in others if other.point]
    common = max(country, key=country.__getitem__) if country else -1
    return [
        _document_row(scene, match, (country, region, county, named), total, points, common) for match in name.matches
    ]


def _document_row(
    scene: Scene,
    match: Match,
    masses: tuple[dict[int, float], ...],
    total: float,
    points: list[tuple[tuple[float, float, float], float]],
    common: int,
) -> list[float]:
    country, region, county, named = masses
    pid, own, nation, area, district, (x, y, z) = scene.site(match.hit.pid)
    around = [(cosine, belief) for (u, v, w), belief in points if (cosine := x * u + y * v + z * w) >= _FAR_COSINE]
    near = sorted([belief * _decay(cosine) for cosine, belief in around], reverse=True)[:5]
    # a region lies in the region that it is
    is_region = area == pid
    return [
        country.get(own, 0.0) / total,
        region.get(area, 0.0) / total,
        county.get(district, 0.0) / total if district != NONE else 0.0,
        min(1.0, named.get(nation, 0.0)) if nation != pid else 0.0,
        0.0 if is_region else min(1.0, named.get(area, 0.0)),
        sum(near) / 5,
        near[0] if near else 0.0,
        float(own == common),
        min(1.0, region.get(pid, 0.0)) if is_region else 0.0,
    ]


def _decay(cosine: float) -> float:
    """Return exp(-d / 300 km) for a small angle given by its cosine."""
    # for small angles 1 - cos is half the squared angle
    return exp(-EARTH_KM * (2 * max(0.0, 1 - cosine)) ** 0.5 / _NEAR_KM)
