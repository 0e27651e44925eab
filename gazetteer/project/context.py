"""The company a mention keeps: the other places that its article names near it."""

from gazetteer.model import Place
from gazetteer.project.filters import MENTION_TABLES
from gazetteer.project.reading import PLACE_COLUMNS, place_of
from gazetteer.project.store import Project


def context_places(project: Project, mention_id: str, limit: int = 8) -> list[Place]:
    """Return the plotted places that the article names nearest to a mention, counted in its text; never its own.

    Countries and regions are left out: a line to the middle of one tells nothing.
    """
    columns = ", ".join(f"p.{name.strip()}" for name in PLACE_COLUMNS.split(","))
    rows = project.reader().execute(
        f"""
        SELECT {columns} FROM mentions AS here
        JOIN {MENTION_TABLES} AND m.doc_key = here.doc_key
        WHERE here.mention_id = ? AND m.group_name = 'plotted' AND p.place_id IS NOT here.place_id
            AND p.precision NOT IN ('country', 'region')
        GROUP BY p.place_id ORDER BY min(abs(m.start - here.start)), p.place_id LIMIT ?
        """,
        (mention_id, limit),
    )
    return [place_of(tuple(row)) for row in rows]
