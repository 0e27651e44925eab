"""What a pane shows: one filter over mentions, and its SQL."""

import json
from dataclasses import dataclass
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
    without a full date passes no date filter. An area holds a mention where the map draws it: at its place, or without
    one at the best guess.
    """

    text: str = ""
    document_id: str | None = None
    groups: frozenset[Group] = frozenset()
    statuses: frozenset[Status] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    spellings: frozenset[SpellingStatus] = frozenset()
    place_id: str | None = None
    country_code: str | None = None
    min_confidence: float | None = None
    date_from: str | None = None
    date_to: str | None = None
    problems_only: bool = False
    mention_ids: frozenset[str] | None = None
    area: Ring | None = None


MENTION_TABLES = """
    mentions AS m JOIN documents AS d ON d.key = m.doc_key AND d.present AND NOT m.removed
    LEFT JOIN places AS p ON p.place_id = m.place_id
"""
"""the FROM clause that the conditions of `where_clause` read: mentions m, documents d, places p"""


_DRAWN_AT = "CASE WHEN m.group_name = 'unresolved' THEN m.guess_place_id ELSE m.place_id END"


@lru_cache(maxsize=8)
def _corners(area: str) -> list[tuple[float, float]]:
    ring = json.loads(area)
    # a map may be turned round the globe more than once
    turn = 360.0 * ((ring[0][0] + 180.0) // 360.0)
    return [(longitude - turn, latitude) for longitude, latitude in [*ring, *ring[:1]]]


def in_area(longitude: float, latitude: float, area: str) -> bool:
    """Tell whether a position (degrees) lies in a ring given as JSON; SQL knows this function on every reader."""
    ring = _corners(area)
    return any(contains([ring], longitude + turn, latitude) for turn in (0.0, -360.0, 360.0))


def where_clause(wanted: MentionFilter | None) -> tuple[str, list[object]]:
    """Return an SQL condition over `MENTION_TABLES` and its parameters; `1` for no filter."""
    if wanted is None:
        return "1", []
    parts: list[str] = []
    values: list[object] = []
    if sought := fold(wanted.text):
        parts.append("(instr(m.folded, ?) OR instr(p.folded, ?))")
        values += [sought, sought]
    for column, value in (
        ("d.doc_id = ?", wanted.document_id),
        ("m.place_id = ?", wanted.place_id),
        ("p.country_code = ?", wanted.country_code),
        ("m.confidence >= ?", wanted.min_confidence),
        ("d.date >= ?", wanted.date_from),
        ("d.date <= ?", wanted.date_to),
    ):
        if value is not None:
            parts.append(column)
            values.append(value)
    for column, chosen in (
        ("m.group_name", wanted.groups),
        ("m.status", wanted.statuses),
        ("m.kind", wanted.kinds),
        ("m.spelling_status", wanted.spellings),
        ("m.mention_id", wanted.mention_ids or ()),
    ):
        if chosen:
            # as JSON: a selection may be larger than the number of parameters that SQLite takes
            parts.append(f"{column} IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(sorted(str(one) for one in chosen)))
    if wanted.mention_ids is not None and not wanted.mention_ids:
        parts.append("0")
    if wanted.problems_only:
        parts.append("m.problem")
    if wanted.area is not None:
        # the places are asked, of which there are fewer than mentions
        parts.append(f"{_DRAWN_AT} IN (SELECT place_id FROM places WHERE in_area(longitude, latitude, ?))")
        values.append(json.dumps(wanted.area))
    return " AND ".join(parts) or "1", values
