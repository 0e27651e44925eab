"""Spots that a text gives by a place it names: so far from it, in such a direction, or between it and another."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import atan2, ceil, cos, degrees, hypot, pi, radians, sin, sqrt

from geographiclib.geodesic import Geodesic

from gazetteer.model import STATED_SOURCE, Annotation, Kind, Place, Precision, Relative
from gazetteer.places.folding import fold
from gazetteer.places.positions import kilometres
from gazetteer.recognition.lexicon import Lexicon, lexicon
from gazetteer.recognition.relative import Phrase, Tongue, phrases, tongue_of
from gazetteer.why import Said

_ANCHORS = frozenset({Kind.LITERAL, Kind.METONYM, Kind.FACILITY})
_POINTLIKE = frozenset({Precision.POINT, Precision.MUNICIPALITY})
_GAP, _GAP_WORDS = 48, 5
"""code points and words between a phrase and the name it leads to (`20 km north of the besieged city of X`)"""
_LEADING = frozenset("of de del du d l von vom des der the la el the centre center downtown central".split())
_PEOPLE_PER_KM2 = 2_500
"""How densely a town is taken to be built, for its reach from its centre; no gazetteer says it."""
_FURTHEST_BETWEEN_KM = 500
_WAY = 64
"""code points before a name in which "between" and what lies there stand"""


def with_relatives(text: str, lang: str | None, annotations: Sequence[Annotation]) -> list[Annotation]:
    """Return the annotations, with the spot on those that the text measures it from; their own places stay."""
    found: dict[int, Relative] = {}
    starts = [one.start for one in annotations]
    words, tongue = lexicon(lang), tongue_of(lang)
    for phrase in phrases(text, lang):
        index = _anchor(text, annotations, bisect_left(starts, phrase.end), phrase.end, words)
        if index is not None and index not in found and not _journey(text, annotations[index], phrase, tongue):
            found[index] = _spot(text, phrase, annotations[index])
    for index, (one, other) in enumerate(pairwise(annotations)):
        if index not in found and _lies_between(text, one, other, tongue):
            found[index] = _middle(text, one, other, tongue)
    return [_told(one, found.get(index)) for index, one in enumerate(annotations)]


def _anchor(text: str, annotations: Sequence[Annotation], index: int, end: int, words: Lexicon) -> int | None:
    """Return the number of the mention that a phrase leads to, None where it leads to none with a point of its own."""
    while index < len(annotations) and annotations[index].start - end <= _GAP:
        one = annotations[index]
        if one.kind is Kind.DEMONYM:
            # `20 km north of the Ukrainian city of Mariupol`
            index += 1
            continue
        return index if _is_anchor(one) and _leads(text, end, one, annotations[:index], words) else None
    return None


def _is_anchor(one: Annotation) -> bool:
    place = one.resolution.place
    if place is None or one.kind not in _ANCHORS or place.place_id.startswith(f"{STATED_SOURCE}:"):
        return False
    return place.precision in _POINTLIKE and place.feature_class != "H"


def _leads(text: str, end: int, one: Annotation, before: Sequence[Annotation], words: Lexicon) -> bool:
    """Say whether only words such as "the besieged city of" stand between a phrase and a name."""
    gap = text[end : one.start]
    for demonym in before[-2:]:
        if demonym.start >= end:
            gap = text[end : demonym.start] + text[demonym.end : one.start]
    parts = gap.replace("-", " ").replace("’", " ").replace("'", " ").split()
    if len(parts) > _GAP_WORDS or not all(part.isalpha() for part in parts):
        return False
    kinds = words.city_word | words.head_before | words.article
    if any(part[0].isupper() and fold(part) not in kinds for part in parts):
        return False
    last = fold(parts[-1]) if parts else "of"
    return last in _LEADING | kinds or last not in words.preposition | words.locative


def _journey(text: str, one: Annotation, phrase: Phrase, tongue: Tongue) -> bool:
    """Say whether the text measures a way from the place to somewhere (`109 miles from Paredes to Baltanás`)."""
    following = text[one.end : one.end + 16].split()
    return phrase.bearing is None and not phrase.within and bool(following) and following[0].lower() in tongue.onward


def _spot(text: str, phrase: Phrase, one: Annotation) -> Relative:
    place = one.resolution.place
    assert place is not None
    reach = _reach(place)
    if phrase.bearing is None or phrase.sector_deg is None:
        # somewhere on a ring round the place: all of it
        radius = phrase.distance_m + hypot(phrase.error_m, reach)
        return _relative(text, phrase.start, one.end, place.latitude, place.longitude, radius)
    across = phrase.distance_m * sin(radians(phrase.sector_deg))
    # geographiclib, which geopy itself uses: importing geopy's own module would load an HTTP client
    point = Geodesic.WGS84.Direct(place.latitude, place.longitude, phrase.bearing, phrase.distance_m)
    radius = hypot(phrase.error_m, across, reach)
    return _relative(text, phrase.start, one.end, point["lat2"], point["lon2"], radius)


def _reach(place: Place) -> float:
    """Return how far from its centre a place reaches, in metres: distances are measured from anywhere in it."""
    if place.radius_m:
        return place.radius_m
    return sqrt((place.population or 0) / _PEOPLE_PER_KM2 / pi) * 1000


def _relative(text: str, start: int, end: int, latitude: float, longitude: float, radius: float) -> Relative:
    # metres of a spot known to kilometres would be a pretence
    return Relative(
        start, end, " ".join(text[start:end].split()), round(latitude, 4), round(longitude, 4), ceil(radius / 100) * 100
    )


def _lies_between(text: str, one: Annotation, other: Annotation, tongue: Tongue) -> bool:
    """Say whether something is said to lie between two places: a road, a village; talks are between two as well."""
    if text[one.end : other.start].strip().lower() not in tongue.conjunctions or not (
        _is_anchor(one) and _is_anchor(other)
    ):
        return False
    before = text[max(0, one.start - _WAY) : one.start]
    opening = tongue.between.search(before)
    if opening is None:
        return False
    said = before[: opening.start()].rpartition("\n")[2].rpartition(". ")[2].lower().split()
    if not any(word.strip(",;:()") in tongue.way for word in said[-4:]):
        return False
    return 1 <= _km(one, other) <= _FURTHEST_BETWEEN_KM


def _km(one: Annotation, other: Annotation) -> float:
    here, there = one.resolution.place, other.resolution.place
    assert here is not None
    assert there is not None
    return kilometres(here.latitude, here.longitude, there.latitude, there.longitude)


def _middle(text: str, one: Annotation, other: Annotation, tongue: Tongue) -> Relative:
    """Return the spot halfway between two places; its radius reaches both."""
    here, there = one.resolution.place, other.resolution.place
    assert here is not None
    assert there is not None
    latitude, longitude = _midpoint(here, there)
    opening = tongue.between.search(text[max(0, one.start - _WAY) : one.start])
    start = one.start - len(opening.group()) if opening else one.start
    return _relative(text, start, other.end, latitude, longitude, _km(one, other) * 500)


def _midpoint(here: Place, there: Place) -> tuple[float, float]:
    """Return the point halfway along the great circle, in degrees."""
    x = y = z = 0.0
    for place in (here, there):
        phi, theta = radians(place.latitude), radians(place.longitude)
        x, y, z = x + cos(phi) * cos(theta), y + cos(phi) * sin(theta), z + sin(phi)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def _told(one: Annotation, relative: Relative | None) -> Annotation:
    """Return the annotation with its spot, in its reason too."""
    if relative is None:
        return one
    within = f"{relative.radius_m / 1000:.1f}".removesuffix(".0")
    position = f"{relative.latitude:.4f}, {relative.longitude:.4f}"
    spot = Said("spot", {"words": relative.words, "position": position, "km": within})
    return replace(one, resolution=replace(one.resolution, why=(*one.resolution.why, spot)), relative=relative)
