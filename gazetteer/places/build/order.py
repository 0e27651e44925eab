"""Prominence: the order of places in which the likelier meaning of a name comes first."""

from math import log10

from gazetteer.places.build.draft import Draft

# added to the decimal logarithm of the people concerned; countries first, then by people, seats of government up
_BONUS = {
    "A.PCLI": 10.0, "A.PCLD": 4.0, "L.CONT": 9.0, "P.PPLC": 1.5, "P.PPLA": 0.5, "A.ADM1": -0.3, "A.ADM2": -0.9,
    "P.PPLX": -0.8,
}  # fmt: skip


def prominence(draft: Draft) -> float:
    """Return a place's prominence; a curated place brings its own weight, a decimal logarithm of like effect."""
    return _BONUS.get(draft.feature, 0.0) + max(draft.weight, log10(draft.people + 1))


def by_prominence(drafts: list[Draft]) -> list[Draft]:
    """Return drafts most prominent first; ties by id, so that every build numbers alike."""
    return sorted(drafts, key=lambda draft: (-round(prominence(draft), 6), draft.place_id))
