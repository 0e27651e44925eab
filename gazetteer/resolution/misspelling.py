"""Misspellings: names the gazetteer does not hold, against the names of the places around the document's others."""

from collections import defaultdict

from gazetteer.places.folding import fold
from gazetteer.recognition.context import zipf
from gazetteer.resolution.beliefs import Name, Scene
from gazetteer.resolution.candidates import fuzzy_matches
from gazetteer.resolution.cues import CUES, local_cues
from gazetteer.resolution.ranking import Weights, cue_rows, dot, softmax

_COUNTRIES = 3
_MIN_SHARE = 0.1
_COMMON_WORD = 3.6
"""A word of this Zipf frequency or more is a word, not a misspelt name."""
_ENOUGH = 0.45
_CLOSE = 0.4
"""exp(-d / 300 km) times belief: another sure place within some 250 km."""


def misspelt(scene: Scene, rows: dict[int, list[list[float]]], weights: Weights) -> None:
    """Give names without a match the likeliest near name of the document's own countries."""
    countries = _countries(scene)
    for name in scene.names:
        if name.matches or not countries or not name.weight or _is_word(scene, name):
            continue
        surface = scene.mentions[name.mentions[0]].surface
        near = fuzzy_matches(surface, scene.found.lang, scene.gazetteer, countries)
        if not near:
            continue
        name.matches = near
        name.local = local_cues(scene, name)
        found = cue_rows(scene, name)
        name.belief = softmax([dot(weights.final, row) for row in found])
        if name.belief[name.best] < _ENOUGH or not _borne_out(name, found[name.best]):
            name.matches, name.belief, name.local = [], [], []
            continue
        rows[id(name)] = found


def _borne_out(name: Name, row: list[float]) -> bool:
    """Say whether two edits are made likely by another place of the document close by; one edit needs no more."""
    return name.matches[name.best].distance < 2 or row[CUES.index("nearest")] >= _CLOSE


def _is_word(scene: Scene, name: Name) -> bool:
    """Say whether the name is an ordinary word or a person's name in this document."""
    surface = scene.mentions[name.mentions[0]].surface
    common = max(zipf(word, scene.found.lang or "en") for word in surface.lower().split()) >= _COMMON_WORD
    lower = {fold(token.text) for token in scene.found.tokens if not token.capital}
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
