"""What queries answer with: light, frozen rows; nothing here reads a file."""

from dataclasses import dataclass

from gazetteer.model import Candidate, Group, Kind, Place, Relative, Spelling, SpellingStatus, Status
from gazetteer.why import Said


@dataclass(frozen=True, slots=True)
class Counts:
    """Mentions in each of the four groups; `total` is their sum, always."""

    plotted: int = 0
    linked: int = 0
    not_a_place: int = 0
    unresolved: int = 0

    @property
    def total(self) -> int:
        return self.plotted + self.linked + self.not_a_place + self.unresolved


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One article in a list. `length` is in code points, `problems` counts open problems.

    `decided` counts mentions that a person settled, `texts` the articles that tell nearly the same text, this one too.
    """

    document_id: str
    file_name: str
    title: str | None
    lang: str | None
    source: str | None
    url: str | None
    date: str | None
    date_precision: str
    date_text: str | None
    path: str | None
    length: int
    counts: Counts
    problems: int
    sha256: str = ""
    note: str | None = None
    tags: tuple[str, ...] = ()
    starred: bool = False
    marked: bool = False
    decided: int = 0
    texts: int = 1

    @property
    def label(self) -> str:
        """The title, or the file's name where there is none."""
        return self.title or self.file_name


@dataclass(frozen=True, slots=True)
class MentionRow:
    """One mention in a table: what is in force, and what the machine said where it differs."""

    mention_id: str
    document_id: str
    document_label: str
    start: int
    end: int
    surface: str
    kind: Kind
    status: Status
    group: Group
    spelling: SpellingStatus
    place_id: str | None
    place_label: str | None
    country_code: str | None
    confidence: float | None
    problem: bool


@dataclass(frozen=True, slots=True)
class MentionMark:
    """One mention in an article's text; offsets in code points, end exclusive."""

    mention_id: str
    start: int
    end: int
    kind: Kind
    status: Status
    group: Group
    spelling: SpellingStatus
    place_id: str | None
    place_label: str | None
    confidence: float | None
    problem: bool


@dataclass(frozen=True, slots=True)
class MentionDetail:
    """All there is about one mention, for the inspector.

    `sentence` starts at `sentence_start` in the article; `candidates` are the machine's, best first. `place`, `kind`,
    `status` and `spelling` are in force; `auto_place`, `auto_kind` and `auto_spelling` are what the machine said.
    `confidence` is 1.0 where a person chose the place.
    """

    mention_id: str
    document_id: str
    document_label: str
    start: int
    end: int
    surface: str
    sentence: str
    sentence_start: int
    paragraph_no: int
    kind: Kind
    status: Status
    group: Group
    place: Place | None
    confidence: float | None
    spelling: Spelling
    why: tuple[Said, ...]
    note: str | None
    tags: tuple[str, ...]
    auto_kind: Kind
    auto_place: Place | None
    auto_confidence: float | None
    auto_spelling: Spelling
    by_hand: bool
    candidates: tuple[Candidate, ...]
    decision_count: int
    problem: bool
    starred: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a sentence: offsets in code points within the sentence."""

    start: int
    end: int
    mention_id: str


@dataclass(frozen=True, slots=True)
class EvidenceSentence:
    """A sentence that names the place; `start` is its offset in the article."""

    start: int
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One article that names a place, and each of its sentences that do."""

    document_id: str
    document_label: str
    date: str | None
    sentences: tuple[EvidenceSentence, ...]


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One line of a mention's history; `withdrawn` when an undo took it back.

    `before` and `after` are sentences for people, e.g. "Pabradė, Lithuania (auto)".
    """

    seq: int
    mention_id: str
    who: str
    when: str
    action: str
    label: str
    before: str
    after: str
    rule: str | None
    withdrawn: bool
    gazetteer_version: str | None
    program_version: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to look at: `probable_misspelling`, `two_places` of one name, `far_outlier`, `impossible_date`.

    An impossible date is the article's and of no mention; `surface` is the date then. `canonical` is the name probably
    meant, or the place that is far.
    """

    problem: str
    document_id: str
    document_label: str
    surface: str
    text: str
    mention_ids: tuple[str, ...]
    edit_ops: str | None
    canonical: str | None


@dataclass(frozen=True, slots=True)
class UnresolvedGroup:
    """Mentions without a place that are spelt alike; `nearest` are the names the machine thought of."""

    folded: str
    surface: str
    mentions: int
    documents: int
    deferred: int
    mention_ids: tuple[str, ...]
    nearest: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place that mentions in force refer to; `texts` are the articles that name it, near copies counted once.

    `spellings` (written so, how often) are only in the rows of `place_rows`.
    """

    place: Place
    mentions: int
    documents: int
    surfaces: tuple[str, ...]
    first_date: str | None
    last_date: str | None
    texts: int = 0
    spellings: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class RelativeRow:
    """A spot that an article gives by the place of one of its mentions."""

    mention_id: str
    document_id: str
    file_name: str
    surface: str
    place_id: str
    place_name: str
    spot: Relative


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of apply-to-all: what the mention would become; `reason` says why it comes unticked."""

    mention_id: str
    document_id: str
    document_label: str
    sentence: str
    mark: tuple[int, int]
    before: str
    after: str
    ticked: bool
    reason: str | None


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that gave no text, and why."""

    path: str
    reason: str
    when: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the undo stack; `present` is the last one that is done, `undone` ones can be done again."""

    step: int
    label: str
    who: str
    when: str
    undone: bool
    present: bool


OTHER_PLACE, OTHER_DATE, OTHER_SPELLING = "place", "date", "spelling"
"""what two articles may tell differently"""


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A possible conflict, of a kind named above; each side is an article with its sentence, the mention marked."""

    conflict_id: str
    kind: str
    mention_ids: tuple[str, ...]
    said: tuple[str, str]
    sides: tuple[Evidence, Evidence]
