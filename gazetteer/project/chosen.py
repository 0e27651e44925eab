"""What follows from a person's choice of a place: the kind that keeps it, and how the words spell it."""

import json
import zlib

from gazetteer.model import PLACE_KINDS, Kind, Place, Spelling, SpellingStatus
from gazetteer.places.folding import fold
from gazetteer.project.desk import Present
from gazetteer.resolution.spelling import alignment


def place_kind(mention: Present) -> Kind:
    """Return the mention's kind where that keeps a place, else the machine's, else literal."""
    for kind in (mention.state.kind, mention.auto.kind if mention.auto else Kind.LITERAL):
        if kind in PLACE_KINDS:
            return kind
    return Kind.LITERAL


def chosen_spelling(mention: Present, place: Place) -> Spelling:
    """Return how a mention spells a place that a person chose for it."""
    surface, name = mention.surface, place.name
    if surface in (name, place.local_name):
        return Spelling(SpellingStatus.EXACT, name)
    if surface.casefold() == name.casefold():
        return Spelling(SpellingStatus.CASE, name)
    ops, distance = alignment(name, surface)
    if fold(surface) == fold(name):
        return Spelling(SpellingStatus.DIACRITICS, name, distance, ops)
    if _matched_by_edits(mention, place):
        return Spelling(SpellingStatus.PROBABLE_MISSPELLING, name, distance, ops)
    return Spelling(SpellingStatus.UNKNOWN, name, note=f"taken for {name} by a person")


def _matched_by_edits(mention: Present, place: Place) -> bool:
    """Say whether the machine found the place only by changing letters; another name of it is no misspelling."""
    if mention.candidates is None:
        return False
    for place_id, _, _, _, cues in json.loads(zlib.decompress(mention.candidates)):
        if place_id == place.place_id:
            return any(name == "edit_distance" for name, _, _ in cues)
    return False
