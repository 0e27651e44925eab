"""Misspellings: names the gazetteer does not hold, against the names of the places around the document's others."""

from bisect import bisect_left
from collections import defaultdict
from math import cos

from gazetteer.model import Speed
from gazetteer.recognition.frequency import zipf
from gazetteer.recognition.spans import Scan
from gazetteer.recognition.vocabulary import MARK
from gazetteer.resolution.beliefs import Name, Scene
from gazetteer.resolution.candidates import fuzzy_matches
from gazetteer.resolution.company import Company
from gazetteer.resolution.cues import Told
from gazetteer.resolution.light import EARTH_KM, Light
from gazetteer.resolution.possible import Possible
from gazetteer.resolution.ranking import Weights, set_cues, softmax, weighed

_EDITS = {Speed.BEST: 2, Speed.FAST: 1}
"""how many letters a name may be off; to look for two takes several times as long"""
_COUNTRIES = 3
_MIN_SHARE = 0.1
_COMMON_WORD = 3.6
"""A word of this Zipf frequency or more is a word, not a misspelt name."""
_LONGEST_ACRONYM = 8
_ENOUGH = 0.45
_CLOSE_KM = 120.0


def misspelt(scene: Scene, weights: Weights, speed: Speed = Speed.BEST) -> None:
    """Give names without a match the likeliest near name of the document's own countries."""
    unknown = [name for name in scene.names if not name.matches and name.weight]
    countries = _countries(scene) if unknown else []
    if not countries:
        return
    small: set[str] | None = None
    company: Company | None = None
    for name in unknown:
        if _is_word(scene, name):
            continue
        small = small or _small_words(scene.found)
        if any(word in small for word in name.key.split()):
            continue
        surface = scene.mentions[name.mentions[0]].surface
        near = fuzzy_matches(surface, scene.found.lang, scene.gazetteer, countries, _EDITS[speed])
        if not near:
            continue
        company = company or _company(scene)
        name.matches, name.home = near, []
        set_cues([Told(scene, [name], company)], Possible.of(scene.gazetteer, [name]))
        name.belief = softmax((weighed(Light(scene), name) @ weights.shown).tolist())
        if name.belief[name.best] < _ENOUGH or not _borne_out(scene, name):
            name.matches, name.belief = [], []


def _company(scene: Scene) -> Company:
    return Company(Possible.of(scene.gazetteer, [name for name in scene.names if name.matches]))


def _borne_out(scene: Scene, name: Name) -> bool:
    """Say whether two edits are made likely by another town of the document close by; one edit needs no more."""
    best = name.matches[name.best]
    if best.distance < 2:
        return True
    x, y, z = scene.vector(best.hit.pid)
    for other in scene.names:
        if other is name or not other.belief or not other.weight or other.belief[other.best] < _ENOUGH:
            continue
        pid = other.matches[other.best].hit.pid
        u, v, w = scene.vector(pid)
        if scene.feature(pid).startswith("P.") and x * u + y * v + z * w >= cos(_CLOSE_KM / EARTH_KM):
            return True
    return False


def _small_words(found: Scan) -> set[str]:
    """Return the words that a text writes in lower case somewhere."""
    return {word for word, mark in zip(found.folded, found.marks, strict=True) if not mark & MARK["capital"]}


def _is_word(scene: Scene, name: Name) -> bool:
    """Say whether the name is an ordinary word or an acronym."""
    mention = scene.mentions[name.mentions[0]]
    surface = mention.surface
    at = bisect_left(scene.found.starts, mention.start)
    if len(surface) <= _LONGEST_ACRONYM and at < len(scene.found.starts) and scene.found.stands_out(at):
        return True
    return max(zipf(word, scene.found.lang or "en") for word in surface.lower().split()) >= _COMMON_WORD


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
