"""What a pane shows: one filter over mentions, and its SQL."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from gazetteer.model import Group, Kind, SpellingStatus, Status
from gazetteer.places.folding import fold
from resources.basemap.archive import contains

Ring = tuple[tuple[float, float], ...]
"""corners of an area on the map: longitude and latitude in degrees; across the date line longitudes go on past 180"""


@dataclass(frozen=True, slots=True)
class MentionFilter:
    """Lets a mention through when every part that is set does; an empty set or None lets all through.

    `text` is sought, folded, in the words and the place's name. Dates are ISO dates, both ends included; a document
    without a full date passes no date filter, and `undated` keeps to those documents. An area holds a mention where the
    map draws it: at its place, or without one at the best guess. Tags, stars and notes count where the mention or its
    article bears them. In `sources`, `languages`, `countries` and `regions` "" stands for none being known. A region is
    `CC/name`, a class a GeoNames letter.
    """

    text: str = ""
    document_id: str | None = None
    groups: frozenset[Group] = frozenset()
    statuses: frozenset[Status] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    spellings: frozenset[SpellingStatus] = frozenset()
    place_id: str | None = None
    countries: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    min_confidence: float | None = None
    below_confidence: float | None = None
    date_from: str | None = None
    date_to: str | None = None
    undated: bool = False
    sources: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    starred: bool = False
    noted: bool = False
    problems_only: bool = False
    conflicts_only: bool = False
    mention_ids: frozenset[str] | None = None
    area: Ring | None = None

    @property
    def about_documents(self) -> bool:
        """True where whole articles are kept in or out: an article without any mention may pass, too."""
        return not _mention_parts(self).conditions

    @property
    def mentions(self) -> str:
        """A FROM clause for what reads mentions m alone: of what this asks, SQL does not see how it is best read.

        What only whole rows tell is best read as they lie, what few mentions have by its own index, and all else
        in the narrow index of everything.
        """
        if self.text or self.tags or self.noted:
            return "mentions AS m NOT INDEXED"
        if self.document_id or self.place_id or self.mention_ids is not None or self.area or self.conflicts_only:
            return "mentions AS m"
        return "mentions AS m INDEXED BY mentions_at_a_glance"


NO_FILTER = MentionFilter()


MENTION_TABLES = """
    mentions AS m JOIN documents AS d ON d.key = m.doc_key AND d.present AND NOT m.removed
    LEFT JOIN places AS p ON p.place_id = m.place_id
"""
"""a FROM clause for what reads articles and places, too: mentions m, documents d, places p"""
PRESENT = "NOT m.removed AND m.doc_key NOT IN (SELECT key FROM documents WHERE NOT present)"
"""SQL over `mentions AS m` alone: what is in the project; a third of the time of a join where no more is asked"""


REGION = "COALESCE(country_code, '') || '/' || COALESCE(admin1_name, '')"
"""SQL: how a filter writes the region of a place"""
_PLACES = "SELECT place_id FROM places WHERE "
_ARTICLES = "m.doc_key IN (SELECT d.key FROM documents AS d WHERE {})"


@lru_cache(maxsize=8)
def _corners(area: str) -> list[tuple[float, float]]:
    ring = json.loads(area)
    # a map may be turned round the globe more than once
    turn = 360.0 * ((ring[0][0] + 180.0) // 360.0)
    return [(longitude - turn, latitude) for longitude, latitude in [*ring, *ring[:1]]]


@lru_cache(maxsize=1 << 16)
def in_area(longitude: float, latitude: float, area: str) -> bool:
    """Tell whether a position (degrees) lies in a ring given as JSON; SQL knows this function on every reader."""
    ring = _corners(area)
    return any(contains([ring], longitude + turn, latitude) for turn in (0.0, -360.0, 360.0))


@dataclass(slots=True)
class _Parts:
    """SQL conditions that must all hold, with their parameters in order."""

    conditions: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def add(self, condition: str, *values: object) -> None:
        self.conditions.append(condition)
        self.values += values

    def add_one_of(self, column: str, chosen: Iterable[object]) -> None:
        """Let through what is one of these, everything where there are none."""
        if chosen := sorted(str(one) for one in chosen):
            # as JSON: a selection may be larger than the number of parameters that SQLite takes
            self.add(f"{column} IN (SELECT value FROM json_each(?))", json.dumps(chosen, ensure_ascii=False))

    def clause(self) -> tuple[str, list[object]]:
        return " AND ".join(self.conditions) or "1", self.values


def where_clause(wanted: MentionFilter | None) -> tuple[str, list[object]]:
    """Return an SQL condition over `mentions AS m` and its parameters; `1` for no filter."""
    if wanted is None:
        return "1", []
    of_documents = _document_parts(wanted)
    parts = _mention_parts(wanted)
    if of_documents.conditions:
        condition, values = of_documents.clause()
        # of one article its index is read; of many, with the plus sign, the narrow index of all
        several = "" if wanted.document_id else "+"
        parts.add(f"{several}{_ARTICLES.format(condition)}", *values)
    return parts.clause()


def mention_clause(wanted: MentionFilter | None) -> tuple[str, list[object]]:
    """Return the part of `where_clause` that tells the mentions of one article apart."""
    return _mention_parts(wanted or NO_FILTER).clause()


def document_clause(wanted: MentionFilter | None) -> tuple[str, list[object]]:
    """Return an SQL condition over `documents AS d` for the articles that hold a mention the filter lets through."""
    wanted = wanted or NO_FILTER
    parts, of_mentions = _document_parts(wanted), _mention_parts(wanted)
    if of_mentions.conditions:
        condition, values = of_mentions.clause()
        parts.add(f"d.key IN (SELECT m.doc_key FROM mentions AS m WHERE {PRESENT} AND {condition})", *values)
    return parts.clause()


def _document_parts(wanted: MentionFilter) -> _Parts:
    """Return what is asked of an article, over `documents AS d`."""
    parts = _Parts()
    for condition, value in (
        ("d.doc_id = ?", wanted.document_id),
        ("d.date >= ?", wanted.date_from),
        ("d.date <= ?", wanted.date_to),
    ):
        if value is not None:
            parts.add(condition, value)
    if wanted.undated:
        parts.add("d.date IS NULL")
    parts.add_one_of("COALESCE(d.source, '')", wanted.sources)
    parts.add_one_of("COALESCE(d.lang, '')", wanted.languages)
    return parts


def _mention_parts(wanted: MentionFilter) -> _Parts:
    parts = _Parts()
    if sought := fold(wanted.text):
        parts.add(f"(instr(m.folded, ?) OR m.place_id IN ({_PLACES}instr(folded, ?)))", sought, sought)
    for condition, value in (
        ("m.place_id = ?", wanted.place_id),
        ("m.confidence >= ?", wanted.min_confidence),
        ("m.confidence < ?", wanted.below_confidence),
    ):
        if value is not None:
            parts.add(condition, value)
    for column, chosen in (
        ("+m.group_name", wanted.groups),  # in no index of its own: its rows would come in no order
        ("m.status", wanted.statuses),
        ("m.kind", wanted.kinds),
        ("m.spelling_status", wanted.spellings),
        ("m.mention_id", wanted.mention_ids or ()),
    ):
        parts.add_one_of(column, chosen)
    if wanted.mention_ids is not None and not wanted.mention_ids:
        parts.add("0")
    _add_places(parts, wanted)
    _add_marks(parts, wanted)
    return parts


def _add_places(parts: _Parts, wanted: MentionFilter) -> None:
    """Add what is asked of the place; the places are asked, of which there are fewer than mentions."""
    asked = _Parts()
    asked.add_one_of("COALESCE(country_code, '')", wanted.countries)
    asked.add_one_of(REGION, wanted.regions)
    asked.add_one_of("feature_class", wanted.classes)
    if asked.conditions:
        condition, values = asked.clause()
        parts.add(f"m.place_id IN ({_PLACES}{condition})", *values)
    if wanted.area is not None:
        south, north = (end(corner[1] for corner in wanted.area) for end in (min, max))
        # the degrees first: the ring is asked of few places
        inside = f"{_PLACES}latitude BETWEEN ? AND ? AND in_area(longitude, latitude, ?)"
        drawn = f"SELECT key FROM mentions WHERE place_id IN ({inside}) AND +group_name <> 'unresolved'"
        guessed = f"SELECT key FROM mentions WHERE group_name = 'unresolved' AND guess_place_id IN ({inside})"
        ring = (south, north, json.dumps(wanted.area))
        parts.add(f"m.key IN ({drawn} UNION ALL {guessed})", *ring, *ring)


def _add_marks(parts: _Parts, wanted: MentionFilter) -> None:
    if wanted.tags:
        borne = "({0}.tags <> '[]' AND EXISTS (SELECT 1 FROM json_each({0}.tags) AS t WHERE t.value IN ({1})))"
        listed = json.dumps(sorted(wanted.tags), ensure_ascii=False)
        names = "SELECT value FROM json_each(?)"
        parts.add(f"({borne.format('m', names)} OR {_ARTICLES.format(borne.format('d', names))})", listed, listed)
    if wanted.starred:
        parts.add(f"(m.starred OR {_ARTICLES.format('d.starred')})")
    if wanted.noted:
        parts.add(f"(m.note IS NOT NULL OR {_ARTICLES.format('d.note IS NOT NULL')})")
    if wanted.problems_only:
        parts.add("m.problem")
    if wanted.conflicts_only:
        parts.add("m.mention_id IN (SELECT mention_id FROM open_conflict_mentions)")
