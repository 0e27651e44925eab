"""A made-up annotator and made-up articles, for tests of what comes after recognition."""

import re
from dataclasses import dataclass
from pathlib import Path

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
from gazetteer.why import Said, plain

PABRADE = Place(
    "geonames:596238", "Pabradė", 54.98101, 25.76073, "P", "PPL", country_code="LT", country_name="Lithuania"
)
VILNIUS = Place(
    *("geonames:593116", "Vilnius", 54.68916, 25.2798, "P", "PPLC", Precision.POINT, None, "LT", "Lithuania"),
    *("Vilnius County", None, 542366, "Vilnius"),
)
LITHUANIA = Place(
    *("geonames:597427", "Lithuania", 55.41667, 24.0, "A", "PCLI", Precision.COUNTRY, 144000, "LT", "Lithuania")
)
PARIS = Place("geonames:2988507", "Paris", 48.85341, 2.3488, "P", "PPLC", country_code="FR", country_name="France")
PARIS_TEXAS = Place(
    *("geonames:4717560", "Paris", 33.66094, -95.55551, "P", "PPLA2", Precision.POINT, None, "US", "United States"),
    "Texas",
)
TEXAS = Place(
    *("geonames:4736286", "Texas", 31.25044, -99.25061, "A", "ADM1", Precision.REGION, 600000, "US", "United States"),
    "Texas",
)
ARAPIVKA = Place(
    *("katottg:UA44140090050034567", "Arapivka", 49.91202, 38.28421, "P", "PPL", Precision.MUNICIPALITY, 22900),
    *("UA", "Ukraine", "Luhansk Oblast"),
)
TAVEUNI = Place("geonames:2196468", "Taveuni", -16.85, -179.97, "T", "ISL", Precision.AREA, 21000, "FJ", "Fiji")

_EXACT = Spelling(SpellingStatus.EXACT)
_MISSPELT = Spelling(SpellingStatus.PROBABLE_MISSPELLING, "Pabradė", 2, "Pabra[d→t][ė→i]", "probably Pabradė: 2 edits")
_UNKNOWN = Spelling(SpellingStatus.UNKNOWN, note="not in the gazetteer")

# surface: kind, place, other candidates, spelling
NAMES: dict[str, tuple[Kind, Place | None, tuple[Place, ...], Spelling]] = {
    "Pabrati": (Kind.LITERAL, PABRADE, (PABRADE, VILNIUS), _MISSPELT),
    "Vilnius": (Kind.LITERAL, VILNIUS, (VILNIUS,), _EXACT),
    "Lithuania": (Kind.METONYM, LITHUANIA, (LITHUANIA,), _EXACT),
    "Lithuanian": (Kind.DEMONYM, LITHUANIA, (LITHUANIA,), _EXACT),
    "Paris": (Kind.LITERAL, PARIS, (PARIS, PARIS_TEXAS), _EXACT),
    "Texas": (Kind.LITERAL, TEXAS, (TEXAS,), _EXACT),
    "Arapivka": (Kind.LITERAL, ARAPIVKA, (ARAPIVKA,), _EXACT),
    "Taveuni": (Kind.LITERAL, TAVEUNI, (TAVEUNI,), _EXACT),
    "Brest": (Kind.PERSON, None, (VILNIUS,), _EXACT),
    "Nowhereville": (Kind.LITERAL, None, (), _UNKNOWN),
    "Wilnus": (Kind.LITERAL, None, (VILNIUS,), _UNKNOWN),
    "<script>alert(1)</script>": (Kind.LITERAL, PABRADE, (PABRADE,), _EXACT),
}
_WORDS = re.compile("|".join(sorted(map(re.escape, NAMES), key=len, reverse=True)))


@dataclass(frozen=True)
class MadeUpSource:
    source_id: str = "geonames"
    title: str = "GeoNames"
    version: str = "2024-01"
    licence: str = "CC BY 4.0"
    attribution: str = "GeoNames, geonames.org"
    url: str = "https://www.geonames.org/"


@dataclass(frozen=True)
class MadeUpInfo:
    version: str = "made-up-1"
    sources: tuple[MadeUpSource, ...] = (MadeUpSource(),)


class MadeUpGazetteer:
    def info(self) -> MadeUpInfo:
        return MadeUpInfo()


class MadeUpAnnotator:
    """Finds the names of `NAMES`, each with the place given there."""

    def __init__(self) -> None:
        self.gazetteer = MadeUpGazetteer()

    def annotate(self, text: str, lang: str | None = None, *, home: object = None) -> list[Annotation]:
        return [_annotation(match) for match in _WORDS.finditer(text)]


def _annotation(match: re.Match[str]) -> Annotation:
    kind, place, others, spelling = NAMES[match.group()]
    changed = (Cue("edit_distance", -0.5, "letters differ"),) if spelling is _MISSPELT else ()
    candidates = tuple(
        Candidate(
            other,
            2.0 - number,
            0.8 / (number + 1),
            other.name.lower(),
            (Cue("population", 2.0 - number, "x"), *changed),
        )
        for number, other in enumerate(others)
    )
    resolution = Resolution(
        place, 0.8125 if place else None, candidates, spelling, (*plain("Made up."), Said("dateline"))
    )
    return Annotation(match.start(), match.end(), match.group(), kind, resolution)


ARTICLES = {
    "a.txt": "Convoy seen\n\nA Lithuanian convoy left Vilnius for Pabrati. In Pabrati, Ms Brest waited.\n",
    "b.txt": "From Paris\n\nHe flew from Paris to Vilnius. Nowhereville and Wilnus are unknown; Lithuania said so.\n",
    "c.txt": "Small towns\n\nShe lives in Paris, Texas. 😀 Arapivka is far from Taveuni. Pabrati again!\n",
    "d.txt": 'Markup\n\nThe village <script>alert(1)</script> & "Vilnius" are shown as text.\n',
}


def write_articles(folder: Path) -> list[Path]:
    """Write the made-up articles into a folder and return their paths."""
    paths = []
    for name, text in ARTICLES.items():
        path = folder / name
        path.write_text(text, "utf-8")
        paths.append(path)
    return paths
