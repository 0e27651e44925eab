"""Prominence: the order of places in which the likelier meaning of a name comes first."""

from math import log10

from gazetteer.places.draft import Draft

# added to the decimal logarithm of the people concerned; countries first, then by people, seats of government up
_BONUS = {
    "A.PCLI": 10.0, "A.PCLD": 4.0, "L.CONT": 9.0, "P.PPLC": 1.5, "P.PPLA": 0.5, "A.ADM1": -0.3, "A.ADM2": -0.9,
    "P.PPLX": -0.8,
}  # fmt: skip
# where nothing says how many people are concerned: settlements before waters and hills before single buildings
_UNPEOPLED = {"A": 0.0, "P": 0.0, "H": -0.2, "T": -0.2, "L": -0.3, "U": -0.3, "V": -0.4, "R": -0.5, "S": -0.6}


def prominence(draft: Draft) -> float:
    """Return a place's prominence; a curated place brings its own weight, a decimal logarithm of like effect."""
    if not draft.people and not draft.weight:
        return _BONUS.get(draft.feature, _UNPEOPLED.get(draft.feature[:1], -0.5))
    return _BONUS.get(draft.feature, 0.0) + max(draft.weight, log10(draft.people + 1))
