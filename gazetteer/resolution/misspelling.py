"""Misspellings: names the gazetteer does not hold, against the names of the places around the document's others."""

from collections import defaultdict
from math import cos

from gazetteer.recognition.frequency import zipf
from gazetteer.resolution.beliefs import Name, Scene
from gazetteer.resolution.candidates import fuzzy_matches
from gazetteer.resolution.company import Company
from gazetteer.resolution.cues import EARTH_KM, local_cues
from gazetteer.resolution.ranking import Weights, cue_rows, dot, softmax

_COUNTRIES = 3
_MIN_SHARE = 0.1
_COMMON_WORD = 3.6
"""A word of this Zipf frequency or more is a word, not a misspelt name."""
_ENOUGH = 0.45
_CLOSE_KM = 120.0


def misspelt(scene: Scene, rows: dict[int, list[list[float]]], weights: Weights) -> None:
    """Give names without a match the likeliest near name of the document's own countries."""
    unknown = [name for name in scene.names if not name.matches and name.weight]
    countries = _countries(scene) if unknown else []
    if not countries:
        return
    found = scene.found
    lower = {word for at, word in enumerate(found.folded) if not found.capital(at)}
    company: Company | None = None
    for name in unknown:
        if _is_word(scene, name, lower):
            continue
        surface = scene.mentions[name.mentions[0]].surface
        near = fuzzy_matches(surface, scene.found.lang, scene.gazetteer, countries)
        if not near:
            continue
        company = company or Company(scene)
        name.matches, name.home = near, []
        name.local = local_cues(scene, name, company)
        near_rows = cue_rows(scene, name)
        name.belief = softmax([dot(weights.shown, row) for row in near_rows])
        if name.belief[name.best] < _ENOUGH or not _borne_out(scene, name):
            name.matches, name.belief, name.local = [], [], []
            continue
        rows[id(name)] = near_rows


def _borne_out(scene: Scene, name: Name) -> bool:
    """Say whether two edits are made likely by another town of the document close by; one edit needs no more."""
    best = name.matches[name.best]
    if best.distance < 2:
        return True
    x, y, z = scene.site(best.hit.pid).vector
    for other in scene.names:
        if other is name or not other.belief or not other.weight or other.belief[other.best] < _ENOUGH:
            continue
        pid = other.matches[other.best].hit.pid
        u, v, w = scene.site(pid).vector
        if scene.feature(pid).startswith("P.") and x * u + y * v + z * w >= cos(_CLOSE_KM / EARTH_KM):
            return True
    return False


def _is_word(scene: Scene, name: Name, lower: set[str]) -> bool:
    """Say whether the name is an ordinary word, or one that the document also writes in lower case."""
    surface = scene.mentions[name.mentions[0]].surface
    common = max(zipf(word, scene.found.lang or "en") for word in surface.lower().split()) >= _COMMON_WORD
    return common or any(word in lower for word in name.key.split())


def _countries(scene: Scene) -> list[str]:
    """Return the codes of the countries that hold most of the document's places, most first."""
    columns = scene.gazetteer.columns
    mass: dict[int, float] = defaultdict(float)
    for name in scene.names:
        for match, belief in zip(name.matches, name.belief, strict=False):
            mass[columns.country[match.hit.pid]] += belief * name.weight
    total = sum(mass.values()) or 1.0
    ordered = sorted(mass, key=lambda country: -mass[country])[:_COUNTRIES]
    return [
        columns.countries[country]
        for country in ordered
        if mass[country] / total >= _MIN_SHARE and columns.countries[country]
    ]
