"""Search through a project by a few typed letters: names in the articles, and the places they mean."""

from dataclasses import dataclass

from gazetteer.places.folding import fold
from gazetteer.project.filters import MENTION_TABLES
from gazetteer.project.store import Project


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name as articles write it; `mention_id` is its first mention, `mentions` how many there are."""

    mention_id: str
    surface: str
    place_label: str | None
    mentions: int


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place that mentions refer to."""

    place_id: str
    label: str
    mentions: int
    documents: int


def find_names(project: Project, typed: str, limit: int = 8) -> list[FoundName]:
    """Return the names that hold `typed`, folded: those that begin so first, then the most frequent."""
    sought = fold(typed)
    if not sought:
        return []
    rows = project.reader().execute(
        f"""
        SELECT min(m.key) AS first, count(*) AS number FROM {MENTION_TABLES} WHERE instr(m.folded, ?)
        GROUP BY m.folded ORDER BY instr(m.folded, ?) > 1, number DESC, m.folded LIMIT ?
        """,
        (sought, sought, limit),
    )
    found = {row["first"]: row["number"] for row in rows}
    details = project.reader().execute(
        f"SELECT m.key, m.mention_id, m.surface, p.label FROM {MENTION_TABLES} WHERE m.key IN "
        f"({', '.join('?' * len(found))})",
        list(found),
    )
    named = {
        row["key"]: FoundName(row["mention_id"], row["surface"], row["label"], found[row["key"]]) for row in details
    }
    return [named[key] for key in found]


def find_places(project: Project, typed: str, limit: int = 8) -> list[FoundPlace]:
    """Return the places whose name holds `typed`, folded: those that begin so first, then the most mentioned."""
    sought = fold(typed)
    if not sought:
        return []
    # few places are asked, before the many mentions are counted
    rows = project.reader().execute(
        """
        SELECT p.place_id, p.label, count(*) AS mentions, count(DISTINCT m.doc_key) AS documents
        FROM (SELECT place_id, label, folded FROM places WHERE instr(folded, ?)) AS p
        JOIN mentions AS m ON m.place_id = p.place_id AND NOT m.removed
        JOIN documents AS d ON d.key = m.doc_key AND d.present
        GROUP BY p.place_id ORDER BY instr(p.folded, ?) > 1, mentions DESC, p.place_id LIMIT ?
        """,
        (sought, sought, limit),
    )
    return [FoundPlace(*row) for row in rows]
