"""Positions stated in figures, as annotations with a place of their own and the nearest settlement in words."""

from collections.abc import Sequence

from gazetteer.model import (
    Annotation,
    Candidate,
    Cue,
    Kind,
    Place,
    Precision,
    Resolution,
    Spelling,
    SpellingStatus,
)
from gazetteer.places.store import Gazetteer
from gazetteer.recognition.positions import Position
from gazetteer.why import Said, cue_text

_SURE, _LIKELY = 0.99, 0.9
"""how likely figures are a position: with a hemisphere, a grid or a word for it; by their look alone"""
_LOOKED_AT = 12
_NEAR_KM, _SAME_AREA_KM = 50.0, 20.0
"""how near a place must be to figures that nothing calls a position, and how near places lend their country

Where the nearest is farther off, those up to twice as far lend it.
"""


def annotations_of(positions: Sequence[Position], text: str, gazetteer: Gazetteer) -> list[Annotation]:
    """Return the positions as mentions, without those that look like one but lie far from everything."""
    found = (_annotation(position, text, gazetteer) for position in positions)
    return [annotation for annotation in found if annotation is not None]


def _annotation(position: Position, text: str, gazetteer: Gazetteer) -> Annotation | None:
    nearest = gazetteer.nearest(position.latitude, position.longitude, _LOOKED_AT)
    if not position.cued and (not nearest or nearest[0][1] > _NEAR_KM):
        return None
    surface = text[position.start : position.end]
    reach = max(_SAME_AREA_KM, 2 * nearest[0][1]) if nearest else 0.0
    place = _place(position, [near for near, km in nearest if km <= reach])
    sure = _SURE if position.cued else _LIKELY
    candidate = Candidate(place, 1.0, sure, surface, (Cue("stated", 1.0, cue_text("stated") or ""),))
    spelling = Spelling(SpellingStatus.EXACT, canonical=place.name)
    why = (Said("stated", {"exact": _exactness(position), "beside": _beside(nearest)}),)
    return Annotation(
        position.start, position.end, surface, Kind.LITERAL, Resolution(place, sure, (candidate,), spelling, why)
    )


def _place(position: Position, around: Sequence[Place]) -> Place:
    """Return a place of the text's own; its country and region are those that all places around it share."""
    one = around[0] if around else None
    country = one is not None and all(other.country_code == one.country_code for other in around)
    region = country and one is not None and all(other.admin1_name == one.admin1_name for other in around)
    return Place(
        position.place_id,
        position.figures,
        position.latitude,
        position.longitude,
        "",
        "",
        Precision.POINT,
        position.radius_m,
        country_code=one.country_code if country and one else None,
        country_name=one.country_name if country and one else None,
        admin1_name=one.admin1_name if region and one else None,
    )


def _exactness(position: Position) -> str:
    metres = position.radius_m
    return f"{metres} m" if metres < 1000 else f"{metres / 1000:.1f} km"


def _beside(nearest: Sequence[tuple[Place, float]]) -> list[Said]:
    """Return how far the nearest settlement is, or the nearest place where none is among the nearest."""
    if not nearest:
        return []
    place, km = next(((place, km) for place, km in nearest if place.feature_class == "P"), nearest[0])
    return [Said("beside_near" if km < 1 else "beside_km", {"km": round(km), "place": place.label})]
