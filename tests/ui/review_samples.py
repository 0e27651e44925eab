"""A small project with made-up articles and answers, for the tests of the panes."""

import hashlib
from pathlib import Path

from gazetteer.model import (
    Annotation,
    Candidate,
    Cue,
    Document,
    Kind,
    Place,
    Precision,
    Resolution,
    Spelling,
    SpellingStatus,
    document_id,
)
from gazetteer.project.desk import AnnotatedDocument
from gazetteer.project.edits import AddDocuments
from gazetteer.project.history import History
from gazetteer.project.store import Project
from gazetteer.text.sentences import sentence_spans
from gazetteer.why import Said

LITHUANIA = Place(
    "geonames:597427", "Lithuania", 55.4, 23.9, "A", "PCLI", Precision.COUNTRY, 140_000, "LT", "Lithuania"
)
VILNIUS = Place(
    "geonames:593116",
    "Vilnius",
    54.6892,
    25.2798,
    "P",
    "PPLC",
    country_code="LT",
    country_name="Lithuania",
    admin1_name="Vilnius County",
    population=542_366,
)
PABRADE = Place(
    "geonames:596612",
    "Pabradė",
    54.9806,
    25.7611,
    "P",
    "PPL",
    country_code="LT",
    country_name="Lithuania",
    admin1_name="Vilnius County",
    population=6_525,
)
PABIRZE = Place(
    "geonames:596620",
    "Pabiržė",
    56.0167,
    24.7167,
    "P",
    "PPL",
    country_code="LT",
    country_name="Lithuania",
    admin1_name="Panevėžys County",
    population=1_100,
)
PARIS_TX = Place(
    "geonames:4717560",
    "Paris",
    33.6609,
    -95.5555,
    "P",
    "PPLA2",
    country_code="US",
    country_name="United States",
    admin1_name="Texas",
    population=24_782,
)
PARIS_FR = Place(
    "geonames:2988507",
    "Paris",
    48.8534,
    2.3488,
    "P",
    "PPLC",
    country_code="FR",
    country_name="France",
    admin1_name="Île-de-France",
    population=2_138_551,
)
ARAPIVKA = Place(
    "katottg:UA44",
    "Arapivka",
    49.3,
    38.6,
    "P",
    "PPL",
    Precision.MUNICIPALITY,
    23_000,
    "UA",
    "Ukraine",
    "Luhansk Oblast",
)

EXERCISE = """Drones over the range 😀

Soldiers near Pabrati watched a drone fall on Tuesday. The range lies an hour from Vilnius, the capital of Lithuania.
Lithuanian officers said nothing was hurt. Pabrati has seen visitors before 🚁, and Paris Hilton was not among them.

Nobody in Teysin had heard of it; Vilnius will send two more units.
"""
TWO_CITIES = """Paris, Texas, has a tower of its own. <script>alert("Paris")</script>
The other Paris did not answer. In Paris they rarely do. Teysin wrote back at once.
"""
HEBREW = "הודעה קצרה\r\nהמשלחת יצאה מפריז אל Vilnius ביום שני.\r\n"

MISSPELT = Spelling(SpellingStatus.PROBABLE_MISSPELLING, "Pabradė", 2, "Pabra[d→t][ė→i]", "probably Pabradė: 2 edits")
EXACT = Spelling(SpellingStatus.EXACT)
UNKNOWN = Spelling(SpellingStatus.UNKNOWN, note="not in the gazetteer")


def candidate(place: Place, probability: float, *weights: tuple[str, float]) -> Candidate:
    cues = tuple(Cue(text.replace(" ", "_"), weight, text) for text, weight in weights)
    return Candidate(place, round(sum(c.weight for c in cues), 4), probability, place.name.casefold(), cues)


PABRATI_CANDIDATES = (
    candidate(
        PABRADE,
        0.81,
        ("how much of the article is in this country", 2.4),
        ("letters differ from the place's name", -1.7),
        ("how close the article's other places are", 1.2),
        ("how many people live there", 0.6),
        ("it is a capital", -0.1),
    ),
    candidate(
        PABIRZE,
        0.14,
        ("how much of the article is in this country", 2.4),
        ("letters differ from the place's name", -3.4),
    ),
)
PARIS_CANDIDATES = (
    candidate(PARIS_FR, 0.7, ("the most prominent place of this name", 2.0)),
    candidate(PARIS_TX, 0.3, ("the text names the area it lies in right beside it", 1.5)),
)


def annotation(
    text: str,
    surface: str,
    nth: int,
    place: Place | None,
    kind: Kind = Kind.LITERAL,
    confidence: float | None = 0.9,
    spelling: Spelling = EXACT,
    candidates: tuple[Candidate, ...] = (),
) -> Annotation:
    start = -1
    for _ in range(nth + 1):
        start = text.index(surface, start + 1)
    if place is not None and not candidates:
        candidates = (candidate(place, 0.9, ("this is the place's own name", 1.1)),)
    why = (Said("chosen", {"lead": [], "place": place.label, "rather": [], "because": []}) if place else Said("none"),)
    resolution = Resolution(place, confidence if place else None, candidates, spelling, why)
    return Annotation(start, start + len(surface), surface, kind, resolution)


def document(text: str, name: str, **fields: str) -> Document:
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Document(document_id(sha), text, sha, name, "text/plain", **fields)  # type: ignore[arg-type]


def exercise() -> AnnotatedDocument:
    text = EXERCISE
    found = (
        annotation(text, "Pabrati", 0, PABRADE, Kind.LITERAL, 0.74, MISSPELT, PABRATI_CANDIDATES),
        annotation(text, "Vilnius", 0, VILNIUS),
        annotation(text, "Lithuania", 0, LITHUANIA),
        annotation(text, "Lithuanian", 0, LITHUANIA, Kind.DEMONYM),
        annotation(text, "Pabrati", 1, PABRADE, Kind.LITERAL, 0.71, MISSPELT, PABRATI_CANDIDATES),
        annotation(text, "Paris", 0, None, Kind.PERSON, None, EXACT, PARIS_CANDIDATES),
        annotation(text, "Teysin", 0, None, Kind.LITERAL, None, UNKNOWN),
        annotation(text, "Vilnius", 1, VILNIUS),
    )
    return annotated(document(text, "exercise.txt", lang="en", title="Drones over the range", date="2023-08-12"), found)


def two_cities() -> AnnotatedDocument:
    text = TWO_CITIES
    found = (
        annotation(text, "Paris", 0, PARIS_TX, candidates=PARIS_CANDIDATES),
        annotation(text, "Paris", 1, PARIS_FR, candidates=PARIS_CANDIDATES),
        annotation(text, "Paris", 2, PARIS_FR, candidates=PARIS_CANDIDATES),
        annotation(text, "Teysin", 0, None, Kind.LITERAL, None, UNKNOWN, (candidate(ARAPIVKA, 0.2, ("near", 0.3)),)),
    )
    return annotated(document(text, "two_cities.txt", lang="en"), found)


def hebrew() -> AnnotatedDocument:
    found = (annotation(HEBREW, "פריז", 0, PARIS_FR), annotation(HEBREW, "Vilnius", 0, VILNIUS))
    return annotated(document(HEBREW, "hebrew.txt", lang="he", title="הודעה קצרה", date="2023-09-01"), found)


def annotated(source: Document, found: tuple[Annotation, ...]) -> AnnotatedDocument:
    ordered = tuple(sorted(found, key=lambda a: a.start))
    return AnnotatedDocument(source, tuple(sentence_spans(source.text, source.lang)), ordered, "test-1")


def make_project(path: Path) -> Path:
    """Write the sample project and return its path."""
    with Project.create(path) as project:
        History(project, "tester").do(AddDocuments((exercise(), two_cities(), hebrew())))
    return path
