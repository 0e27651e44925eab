"""The company a mention keeps: the other places of its article, and those named near it."""

from gazetteer.model import Place
from gazetteer.project.filters import MENTION_TABLES
from gazetteer.project.reading import PLACE_COLUMNS, place_of
from gazetteer.project.store import Project


def context_places(project: Project, mention_id: str, limit: int = 8) -> list[Place]:
    """Return the plotted places that the article names nearest to a mention, counted in its text; never its own.

    Countries and regions are left out: a line to the middle of one tells nothing.
    """
    here = (
        project.reader()
        .execute("SELECT doc_key, start, place_id FROM mentions WHERE mention_id = ?", (mention_id,))
        .fetchone()
    )
    if here is None:
        return []
    columns = ", ".join(f"p.{name.strip()}" for name in PLACE_COLUMNS.split(","))
    # the plus signs: an article's few mentions are looked through, not all that are drawn
    rows = project.reader().execute(
        f"""
        SELECT {columns} FROM {MENTION_TABLES}
        WHERE m.doc_key = ? AND +m.group_name = 'plotted' AND +m.place_id IS NOT ?
            AND p.precision NOT IN ('country', 'region')
        GROUP BY +p.place_id ORDER BY min(abs(m.start - ?)), p.place_id LIMIT ?
        """,
        (here["doc_key"], here["place_id"], here["start"], limit),
    )
    return [place_of(tuple(row)) for row in rows]


def article_points(project: Project, document_id: str) -> list[dict[str, object]]:
    """Return the plotted places of an article: id, lat and lon (degrees), n (its mentions there), precision."""
    # the plus sign: an article's few mentions are looked through, not all that are drawn
    rows = project.reader().execute(
        f"""
        SELECT p.place_id AS id, p.latitude AS lat, p.longitude AS lon, count(*) AS n, p.precision
        FROM {MENTION_TABLES} WHERE d.doc_id = ? AND +m.group_name = 'plotted' GROUP BY +p.place_id ORDER BY p.place_id
        """,
        (document_id,),
    )
    return [dict(row) for row in rows]
