"""What several panes ask of a project at once, found out once: which articles a filter keeps, their dates and texts."""

import json
from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable, Mapping
from threading import Lock
from typing import Any, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from gazetteer.project.filters import PRESENT, MentionFilter, where_clause
from gazetteer.project.store import Project

_KEPT = 24
"""answers that are remembered of a project"""

Answer = TypeVar("Answer")


class Glance(NamedTuple):
    """An article's date, if known, and the number of the text it is a copy of: its own, where it is none."""

    date: str | None
    text: int


_answers: "WeakKeyDictionary[Project, tuple[int, OrderedDict[Hashable, Any]]]" = WeakKeyDictionary()
_one_at_a_time = Lock()


def remembered(project: Project, asked: Hashable, find: Callable[[], Answer]) -> Answer:
    """Return what is found out, or was since the project changed last."""
    revision = project.revision
    with _one_at_a_time:
        of, answers = _answers.get(project, (-1, OrderedDict()))
        if of != revision:
            of, answers = _answers[project] = (revision, OrderedDict())
        if asked in answers:
            answers.move_to_end(asked)
            known: Answer = answers[asked]
            return known
    found = find()
    with _one_at_a_time:
        answers[asked] = found
        while len(answers) > _KEPT:
            answers.popitem(last=False)
    return found


def passing(project: Project, where: MentionFilter) -> Mapping[int, int]:
    """Return the key of each article with a mention that a filter lets through, with how many of its mentions pass."""

    def find() -> Mapping[int, int]:
        condition, values = where_clause(where)
        rows = project.reader().execute(
            f"SELECT json_group_array(m.doc_key) FROM {where.mentions} WHERE {PRESENT} AND {condition}", values
        )
        # one text with all keys is read in a third of the time of as many rows
        return Counter(json.loads(rows.fetchone()[0]))

    return remembered(project, ("passing", where), find)


def glances(project: Project) -> Mapping[int, Glance]:
    """Return each article of a project by its key."""

    def find() -> Mapping[int, Glance]:
        rows = project.reader().execute(
            "SELECT key, date, COALESCE(text_group, key) FROM documents WHERE present ORDER BY key"
        )
        return {key: Glance(date, text) for key, date, text in rows}

    return remembered(project, "glances", find)
