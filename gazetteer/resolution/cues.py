"""The cues that speak for a candidate: its name, what it is, the words around its mentions, its company."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from math import log10
from typing import Any, NamedTuple

import numpy as np

from gazetteer.places.folding import fold
from gazetteer.places.store import Gazetteer, NameKind
from gazetteer.recognition.lexicon import lexicon
from gazetteer.resolution.beliefs import Mentioned, Name, Scene
from gazetteer.resolution.company import Company
from gazetteer.resolution.light import DOCUMENT
from gazetteer.resolution.possible import Flags, Numbers, Possible, Vector

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
CUES = LOCAL + DOCUMENT
"""the cues whose weights are learned from corpora, which name no source"""
SHOWN = (*CUES, "home")
_AT = {name: at for at, name in enumerate(LOCAL)}
_KIND_CUES = 11
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
_MOST_COUNTRIES = max(map(len, _LANGUAGE_COUNTRIES.values()))


class _Beside(NamedTuple):
    """What the text names beside a mention: areas after a comma, areas linked by words, and every place there."""

    after_comma: list[int]
    linked: list[int]
    places: list[int]


class _Around(NamedTuple):
    """What stands around a name's mentions: whether they are called a region, a town, a water, and what is beside."""

    said_region: float
    said_city: float
    said_water: float
    beside: _Beside


class Told(NamedTuple):
    """Some names of a scene, with the company they keep."""

    scene: Scene
    names: Sequence[Name]
    company: Company


def local_cues(told: Sequence[Told], possible: Possible) -> Vector:
    """Return the `LOCAL` cues of the candidates of names, the strongest over a name's mentions: a row a candidate.

    `told`: the names of `possible`, by their scenes.
    """
    of_name = [one for one in told for _ in one.names]
    return np.concatenate([_table(of_name[names], part) for names, part in possible.parts()])


def _table(told: Sequence[Told], part: Possible) -> Vector:
    """Return the cues of the candidates of names; `told`: what is told of each."""
    gazetteer = told[0].scene.gazetteer
    matches = [match for name in part.names for match in name.matches]
    kinds, inflected, distance, partial = np.array(
        [(match.hit.kind, match.hit.inflected, match.distance, match.partial) for match in matches]
    ).T
    kinds = np.where(_own_tongue(told, part, kinds), NameKind.MAIN, kinds)
    around = [_around(one.scene, name) for one, name in zip(told, part.names, strict=True)]
    said_region, said_city, said_water = np.array([one[:3] for one in around])[part.owner].T
    sorts, pid = part.sorts, part.pid
    after_comma = [one.beside.after_comma for one in around]
    inside_comma = _inside(gazetteer, part, after_comma)
    tells = np.array([bool(areas) for areas in after_comma])[part.owner]
    own = np.array([_own_countries(one.scene) for one in told])[part.owner]
    columns: dict[str, Any] = {
        "inflected": inflected,
        "edit_distance": distance,
        "partial": partial,
        "population": np.log10(part.population + 1) / 7,
        "prominence": 1 - np.log10(pid + 1) / 6,
        "most_prominent": pid == np.minimum.reduceat(pid, part.begins)[part.owner],
        "dominance": _dominance(part),
        "area_around_town": _around_town(part),
        "country": sorts.country,
        "first_level": sorts.admin1,
        "second_level": sorts.admin2,
        "capital": sorts.capital,
        "seat": sorts.seat,
        "nature": sorts.nature,
        "region": sorts.region,
        "said_region": said_region * np.where(sorts.admin1 | sorts.admin2, 1.0, np.where(sorts.city, -1.0, 0.0)),
        "said_city": said_city * np.where(sorts.city, 1.0, np.where(sorts.country | sorts.admin1, -1.0, 0.0)),
        "said_water": said_water * np.where(sorts.water, 1.0, -1.0),
        "inside_comma": inside_comma,
        "outside_comma": tells & ~inside_comma,
        "inside_next": _inside(gazetteer, part, [one.beside.linked for one in around]),
        "named_inside": _holds(gazetteer, part, [one.beside.places for one in around]),
        "language_country": (part.country[:, None] == own).any(axis=1),
    }
    table = np.empty((len(pid), len(LOCAL)))
    table[:, :_KIND_CUES] = kinds[:, None] == np.arange(_KIND_CUES)
    for name, column in columns.items():
        table[:, _AT[name]] = column
    begin = 0
    for company, names in groupby(one.company for one in told):
        end = begin + len(list(names))
        table[part.rows[begin].start : part.rows[end - 1].stop, -2:] = company.of(part.only(begin, end))
        begin = end
    return table


def _own_tongue(told: Sequence[Told], part: Possible, kinds: Numbers) -> Flags:
    """Say of each place whether it has the name from the language of the text, in others than English, whose names are
    the main ones: there it is as good as its own."""
    own = np.zeros(len(kinds), dtype=np.bool_)
    for one, name, rows in zip(told, part.names, part.rows, strict=True):
        lang = one.scene.found.lang
        if lang not in (None, "en"):
            for at in (np.flatnonzero(kinds[rows] == NameKind.TAGGED) + rows.start).tolist():
                hit = name.matches[at - rows.start].hit
                own[at] = one.scene.gazetteer.is_called(hit.pid, hit.key, lang)
    return own


def _own_countries(scene: Scene) -> list[int]:
    """Return the numbers of the countries that speak a text's language first, as many as any language has."""
    numbers = scene.gazetteer.columns.index_of_country
    codes = _LANGUAGE_COUNTRIES.get(scene.found.lang or "", ())
    return ([numbers.get(code, -1) for code in codes] + [-1] * _MOST_COUNTRIES)[:_MOST_COUNTRIES]


def _dominance(part: Possible) -> Vector:
    """Return by how many powers of ten a town outnumbers the next town of its name; 0 where it does not, at most 3."""
    dominance = np.zeros(len(part.pid))
    city, people, pid = part.sorts.city.tolist(), part.population.tolist(), part.pid.tolist()
    for rows in part.rows:
        towns = sorted([(people[at], pid[at], at) for at in range(rows.start, rows.stop) if city[at]])[-2:]
        if len(towns) == 2:
            (second, *_), (first, _, at) = towns
            dominance[at] = min(3.0, log10((first + 1) / (second + 1)))
    return dominance


def _around_town(part: Possible) -> Flags:
    """Say of each place whether it is the region or the country of a town of the same name."""
    towns = np.flatnonzero(part.sorts.city)
    holds = (part.pid[:, None] == part.admin1[towns]) | (part.pid[:, None] == part.admin2[towns])
    holds |= part.sorts.country[:, None] & (part.country[:, None] == part.country[towns])
    return np.asarray((holds & (part.owner[:, None] == part.owner[towns])).any(axis=1) & ~part.sorts.city)


def _inside(gazetteer: Gazetteer, part: Possible, areas: Sequence[Sequence[int]]) -> Flags:
    """Say of each place whether it lies in one of the areas given for its name."""
    inside = np.zeros(len(part.pid), dtype=np.bool_)
    columns = gazetteer.columns
    for rows, own in zip(part.rows, areas, strict=True):
        for area in own:
            lies = (part.admin1[rows] == area) | (part.admin2[rows] == area)
            if columns.features[columns.feature[area]].startswith("A.PCL"):
                lies |= part.country[rows] == columns.country[area]
            inside[rows] |= lies & (part.pid[rows] != area)
    return inside


def _holds(gazetteer: Gazetteer, part: Possible, places: Sequence[Sequence[int]]) -> Flags:
    """Say of each place whether one of the places given for its name lies in it."""
    holds = np.zeros(len(part.pid), dtype=np.bool_)
    columns = gazetteer.columns
    for rows, own in zip(part.rows, places, strict=True):
        if own:
            pid = part.pid[rows, None]
            areas = (columns.admin1, columns.admin2, columns.country)
            admin1, admin2, country = (np.array([column[place] for place in own]) for column in areas)
            lies = (pid == admin1) | (pid == admin2)
            lies |= part.sorts.country[rows, None] & (part.country[rows, None] == country)
            holds[rows] = (lies & (pid != np.array(own))).any(axis=1)
    return holds


def contains(scene: Scene, area: int, pid: int) -> bool:
    """Say whether place `area` is the country or the region that place `pid` lies in."""
    columns = scene.gazetteer.columns
    if area == pid:
        return False
    if columns.admin1[pid] == area or columns.admin2[pid] == area:
        return True
    return scene.feature(area).startswith("A.PCL") and columns.country[area] == columns.country[pid]


def _around(scene: Scene, name: Name) -> _Around:
    """Return what the text says around a name's mentions, the strongest of each."""
    beside = _Beside([], [], [])
    for index in name.mentions:
        for known, more in zip(beside, _beside(scene, index), strict=True):
            known.extend(more)
    said = zip(*(_said(scene, scene.mentions[index]) for index in name.mentions), strict=True)
    region, city, water = map(max, said)
    return _Around(region, city, water, beside)


def _said(scene: Scene, mention: Mentioned) -> tuple[float, float, float]:
    """Return whether the text calls a mention a region, a town, a water."""
    text, words = scene.found.text, scene.found.words
    follows = text[mention.end : mention.end + 24].split("\n")[0]
    after = _first_words(follows, 1) if follows[:1] == " " else []
    before = _last_words(text[max(0, mention.start - 30) : mention.start].split("\n")[-1], 2)
    own = fold(mention.surface).split()
    leads = before[-1:] and (before[-1] in words.connector or before[-1] in words.article)
    near = {*after, *before[-1:], *(before[:1] if leads else [])}
    if len(own) > 1:
        near |= {own[0], own[-1]}
    said_region = not near.isdisjoint(words.admin_word)
    said_city = not said_region and not words.city_word.isdisjoint(before)
    return float(said_region), float(said_city), float(not near.isdisjoint(words.water_word))


def _first_words(text: str, count: int) -> list[str]:
    """Return the first folded words of a text; pieces of it, unlike the whole, were often folded before."""
    words: list[str] = []
    for piece in text.split():
        words += fold(piece).split()
        if len(words) >= count:
            break
    return words[:count]


def _last_words(text: str, count: int) -> list[str]:
    words: list[str] = []
    for piece in reversed(text.split()):
        words = fold(piece).split() + words
        if len(words) >= count:
            break
    return words[-count:]


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
