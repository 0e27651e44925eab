"""An article as a project stores it, with what the machine said in it, ready to be put into another project."""

import json
import sqlite3

from gazetteer.model import Annotation, Document, Kind, Relative, Resolution
from gazetteer.project import reading
from gazetteer.project.desk import AnnotatedDocument
from gazetteer.project.store import Project
from gazetteer.why import from_json

_FIELDS = "doc_id sha256 file_name media_type lang title source url date date_precision date_text encoding path"


def stored_document(project: Project, document_id: str) -> AnnotatedDocument:
    """Return a stored article with the machine's answers, without those of people; KeyError where there is none."""
    with project.snapshot() as connection:
        row = connection.execute(
            f"SELECT d.key, {_FIELDS.replace(' ', ', ')}, text, sentences FROM documents AS d "
            "JOIN texts AS t ON t.doc_key = d.key WHERE doc_id = ?",
            (document_id,),
        ).fetchone()
        if row is None:
            raise KeyError(document_id)
        flat = json.loads(row["sentences"])
        said = connection.execute(
            'SELECT * FROM mentions WHERE doc_key = ? AND auto_kind IS NOT NULL ORDER BY start, "end"', (row["key"],)
        ).fetchall()
        document = Document(text=row["text"], **{name: row[name] for name in _FIELDS.split()})
        annotations = tuple(_annotation(connection, one) for one in said)
        version = said[0]["gazetteer_version"] if said else None
        return AnnotatedDocument(document, tuple(zip(flat[::2], flat[1::2], strict=True)), annotations, version)


def _annotation(connection: sqlite3.Connection, row: sqlite3.Row) -> Annotation:
    resolution = Resolution(
        reading.place(connection, row["auto_place_id"]),
        row["auto_confidence"],
        reading.candidates(connection, row["candidates_key"]),
        reading.spelling(row["auto_spelling"]),
        from_json(row["auto_reason"]),
    )
    relative = Relative(**json.loads(row["auto_relative"])) if row["auto_relative"] else None
    return Annotation(row["start"], row["end"], row["surface"], Kind(row["auto_kind"]), resolution, relative)
