"""Which articles hold a mention that a filter lets through: asked by several panes at once, found out once."""

from collections.abc import Mapping
from weakref import WeakKeyDictionary

from gazetteer.project.filters import PRESENT, MentionFilter, where_clause
from gazetteer.project.store import Project

_LAST: "WeakKeyDictionary[Project, tuple[object, Mapping[int, int]]]" = WeakKeyDictionary()


def passing(project: Project, where: MentionFilter) -> Mapping[int, int]:
    """Return the key of each such article with how many of its mentions pass; the last answer is remembered."""
    asked = (project.revision, where)
    last = _LAST.get(project)
    if last is not None and last[0] == asked:
        return last[1]
    condition, values = where_clause(where)
    rows = project.reader().execute(
        f"SELECT m.doc_key, count(*) FROM mentions AS m WHERE {PRESENT} AND {condition} GROUP BY m.doc_key", values
    )
    found = dict(map(tuple, rows))
    _LAST[project] = (asked, found)
    return found
