"""What a pane shows: one filter over mentions, and its SQL."""

import json
from dataclasses import dataclass

from gazetteer.model import Group, Kind, SpellingStatus, Status
from gazetteer.places.folding import fold


@dataclass(frozen=True, slots=True)
class MentionFilter:
    """Lets a mention through when every part that is set does; an empty set or None lets all through.

    `text` is sought, folded, in the words and the place's name. Dates are ISO dates, both ends included; a document
    without a full date passes no date filter.
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


MENTION_TABLES = """
    mentions AS m JOIN documents AS d ON d.key = m.doc_key AND d.present AND NOT m.removed
    LEFT JOIN places AS p ON p.place_id = m.place_id
"""
"""the FROM clause that the conditions of `where_clause` read: mentions m, documents d, places p"""


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
    return " AND ".join(parts) or "1", values
