"""One candidate against the others: which cues decide, without which it would lose, and what would win for another."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

from gazetteer.model import Candidate

GROUPS = {
    "country_named": ("country_named",),
    "region_named": ("region_named",),
    "near": ("closeness", "nearest"),
    "country": ("country_share", "most_common_country"),
    "region": ("region_share", "county_share"),
    "holds": ("holds_others",),
    "beside": ("inside_comma", "outside_comma", "inside_next"),
    "named_inside": ("named_inside",),
    "said_region": ("said_region",),
    "said_city": ("said_city",),
    "said_water": ("said_water",),
    "company": ("company_near", "company_region"),
    "home": ("home",),
    "language": ("language_country",),
    "prominence": ("population", "prominence", "most_prominent", "dominance"),
    "own_name": ("name_main", "name_official"),
    "sort": ("area_around_town", "country", "first_level", "second_level", "capital", "seat", "nature", "region"),
}
"""cues that say one thing to people"""

NAMING = ("country_named", "region_named", "near")
"""groups that a place named in the article makes"""
REMOVABLE = {
    **{group: GROUPS[group] for group in (*NAMING, "holds", "beside", "named_inside")},
    **{group: GROUPS[group] for group in ("home", "said_region", "said_city", "said_water")},
    "around": (*GROUPS["country"], *GROUPS["region"], *GROUPS["company"]),
}
"""cues that would go if something were taken out of the article"""

FROM_THE_TEXT = tuple(group for group in GROUPS if group not in ("home", "language", "prominence", "own_name", "sort"))
"""groups that the article makes, not the gazetteer"""
_MOST_REMOVED = 2
_UNLIKELY = 0.001
"""A rival less likely is not worth the search for what would make it win."""


def advantages(
    best: Candidate, rival: Candidate | None, groups: Mapping[str, Sequence[str]] = GROUPS
) -> list[tuple[str, float]]:
    """Return by how much each group of cues favours a candidate over its rival (or over none), most first."""
    own, other = _table(best), _table(rival) if rival else {}
    weights = {
        group: sum(own.get(cue, 0.0) - other.get(cue, 0.0) for cue in members) for group, members in groups.items()
    }
    return sorted(weights.items(), key=lambda one: -one[1])


def removals(best: Candidate, rivals: Sequence[Candidate]) -> tuple[tuple[str, ...], int] | None:
    """Return the fewest groups of cues without which a rival would win, and the number of that rival.

    What the other names of the article would then be taken for is not asked.
    """
    if not rivals or rivals[0].probability < _UNLIKELY:
        return None
    favourable = [group for group, weight in advantages(best, rivals[0], REMOVABLE) if weight > 0]
    together = list(accumulate(((group,) for group in favourable[:_MOST_REMOVED]), lambda one, more: one + more))
    for groups in [*((group,) for group in favourable), *together[1:]]:
        gone = [cue for group in groups for cue in REMOVABLE[group]]
        scores = [_without(candidate, gone) for candidate in rivals]
        if max(scores) > _without(best, gone):
            return groups, scores.index(max(scores))
    return None


def additions(best: Candidate, rival: Candidate, weights: Mapping[str, float]) -> tuple[str, ...]:
    """Return the fewest of these cues (with their full weights) that would make a rival win, () where none do."""
    lead = best.score - rival.score
    own = _table(rival)
    gains = {cue: weight - own.get(cue, 0.0) for cue, weight in weights.items()}
    for cues in (*((cue,) for cue in gains), tuple(gains)):
        if cues and sum(gains[cue] for cue in cues) > lead:
            return cues
    return ()


def _table(candidate: Candidate) -> dict[str, float]:
    return {cue.name: cue.weight for cue in candidate.cues}


def _without(candidate: Candidate, gone: Sequence[str]) -> float:
    return candidate.score - sum(cue.weight for cue in candidate.cues if cue.name in gone)
