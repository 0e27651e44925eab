"""What the gazetteer says of a span: the places that bear its name, in numbers."""

from collections.abc import Sequence, Set
from math import log10

from gazetteer.places.columns import Columns
from gazetteer.places.records import NameKind
from gazetteer.recognition.hits import Hit

SENSE_FEATURES = (
    "known",
    "abbreviation",
    "demonym",
    "inflected_only",
    "best_kind",
    "own_population",
    "any_population",
    "own_rank",
    "any_rank",
    "senses",
    "country_sense",
    "admin_sense",
    "nature_sense",
)
_NATURE = tuple("HLTUV")
_NO_KIND, _NO_RANK = 20.0, 7.0
UNKNOWN = (0.0, 0.0, 0.0, 0.0, _NO_KIND, 0.0, 0.0, _NO_RANK, _NO_RANK, 0.0, 0.0, 0.0, 0.0)
LOOKED_AT = 20
"""places of a name whose countries, regions and classes are looked at"""


def sense_row(
    hits: Sequence[Hit], kinds: Set[NameKind], features: Sequence[str], columns: Columns
) -> tuple[float, ...]:
    """Return `SENSE_FEATURES` of places, of which there is one at least; `features`: of the first `LOOKED_AT`."""
    pids = [hit.pid for hit in hits]
    own = [hit.pid for hit in hits if hit.kind <= NameKind.OFFICIAL]
    population = columns.population
    return (
        1.0,
        float(NameKind.ABBREVIATION in kinds),
        float(NameKind.DEMONYM in kinds),
        # cases stand behind names as they are
        float(hits[0].inflected),
        float(min(kinds)),
        log10(max([population[pid] for pid in own], default=0) + 1),
        log10(max([population[pid] for pid in pids]) + 1),
        log10(min(own) + 1) if own else _NO_RANK,
        log10(min(pids) + 1),
        float(len(pids)),
        float(any(feature.startswith("A.PCL") for feature in features)),
        float(any(feature.startswith("A.ADM") for feature in features)),
        float(any(feature.startswith(_NATURE) for feature in features)),
    )
