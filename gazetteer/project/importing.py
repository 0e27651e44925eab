"""Files in: each is read, annotated and stored in its own transaction; what gives no text keeps its reason."""

import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from gazetteer.errors import Cancelled, UnreadableFileError
from gazetteer.jobs import Job
from gazetteer.model import Annotation, Document
from gazetteer.project.desk import AnnotatedDocument
from gazetteer.project.edits import AddDocuments
from gazetteer.project.history import Changes, History, now_utc
from gazetteer.project.home import home_for
from gazetteer.project.same_text import group_texts_not_looked_at
from gazetteer.resolution.home import Home
from gazetteer.text.readers import document_from_bytes, expand_paths, read_document
from gazetteer.text.sentences import sentence_spans

PASTED = "pasted.txt"
"""file name of a text that comes from none"""


class SourceInfo(Protocol):
    """Where a gazetteer's rows come from, and the words its licence asks for."""

    @property
    def source_id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def licence(self) -> str: ...
    @property
    def attribution(self) -> str: ...
    @property
    def url(self) -> str: ...


class GazetteerInfo(Protocol):
    """A gazetteer's version and sources."""

    @property
    def version(self) -> str: ...
    @property
    def sources(self) -> Sequence[SourceInfo]: ...


class Described(Protocol):
    """A gazetteer that says what it is."""

    def info(self) -> GazetteerInfo: ...


class Annotating(Protocol):
    """What finds and resolves the places of a text; `gazetteer.pipeline.Annotator` is one."""

    @property
    def gazetteer(self) -> Described: ...

    def annotate(self, text: str, lang: str | None = None, *, home: Home | None = None) -> list[Annotation]: ...


@dataclass(slots=True)
class ImportReport:
    """What became of each file. `added` are document ids, `duplicates` paths, `refused` (path, reason)."""

    added: list[str] = field(default_factory=list)
    duplicates: list[Path] = field(default_factory=list)
    refused: list[tuple[Path, str]] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)
    cancelled: bool = False


def import_files(
    history: History,
    paths: Iterable[Path],
    annotator: Annotating,
    job: Job | None = None,
    said: Mapping[str, str] | None = None,
) -> ImportReport:
    """Read, annotate and store files and folders; returns what became of each.

    Each file is one transaction, and all are one undo step unless a person decides something in between. Cancelling
    keeps the files that are in. `said`: title, source, url or date (ISO) that a person gives every one of the files,
    over what a file says itself; empty ones say nothing. Raises ProjectError where the project cannot be written; files
    stored before stay.
    """
    job = job or Job()
    files = list(expand_paths(paths))
    report = ImportReport()
    info = annotator.gazetteer.info()
    with history.project.transaction() as connection:
        keep_sources(connection, info)
        group_texts_not_looked_at(connection)
    label = f"Import {len(files)} file{'' if len(files) == 1 else 's'}"
    step: int | None = None
    for number, path in enumerate(files):
        try:
            job.step(number, len(files), path.name)
        except Cancelled:
            report.cancelled = True
            return report
        step = _import_one(history, path, said or {}, annotator, info.version, report, label, step)
    job.step(len(files), len(files), "")
    return report


def import_text(history: History, text: str, annotator: Annotating) -> ImportReport:
    """Annotate and store a text that comes from no file, such as the clipboard's; the same text twice is one article.

    Raises UnreadableFileError where it is empty.
    """
    document = document_from_bytes(text.encode("utf-8", "replace"), PASTED)
    info = annotator.gazetteer.info()
    with history.project.transaction() as connection:
        keep_sources(connection, info)
    report = ImportReport()
    if _is_present(history, document.doc_id):
        report.duplicates.append(Path(PASTED))
    else:
        _store(history, document, annotator, info.version, report, "Paste an article", None)
    return report


def _import_one(
    history: History,
    path: Path,
    said: Mapping[str, str],
    annotator: Annotating,
    version: str,
    report: ImportReport,
    label: str,
    step: int | None,
) -> int | None:
    """Import one file onto the step of the import; return that step."""
    try:
        document = _described(_storable(read_document(path)), said)
    except UnreadableFileError as error:
        report.refused.append((path, str(error)))
        _keep_refusal(history, path, str(error))
        return step
    if _is_present(history, document.doc_id):
        report.duplicates.append(path)
        return step
    return _store(history, document, annotator, version, report, label, step)


def _store(
    history: History,
    document: Document,
    annotator: Annotating,
    version: str,
    report: ImportReport,
    label: str,
    step: int | None,
) -> int | None:
    """Annotate a document and store it onto a step; return that step."""
    sentences = tuple(sentence_spans(document.text, document.lang))
    home = home_for(history.project.reader(), document.source)
    annotations = tuple(annotator.annotate(document.text, document.lang, home=home))
    annotated = AnnotatedDocument(document, sentences, annotations, version)
    done = history.add(AddDocuments((annotated,), label), onto=step)
    if done.changes:
        report.added.append(document.doc_id)
        report.changes |= done.changes
    else:
        report.duplicates.append(Path(document.path or document.file_name))
    return done.step


def _described(document: Document, said: Mapping[str, str]) -> Document:
    """Return a document with what a person says of it."""
    fields: dict[str, Any] = {name: words.strip() for name, words in said.items() if words.strip()}
    if "date" in fields:
        fields |= {"date": date.fromisoformat(fields["date"]).isoformat(), "date_precision": "day", "date_text": None}
    return replace(document, **fields)


def _storable(document: Document) -> Document:
    """Return a document whose file names can be stored: a name that is no UTF-8 keeps its readable letters."""
    path = document.path and os.fsencode(document.path).decode("utf-8", "replace")
    return replace(document, path=path, file_name=os.fsencode(document.file_name).decode("utf-8", "replace"))


def _is_present(history: History, document_id: str) -> bool:
    reader = history.project.reader()
    return reader.execute("SELECT 1 FROM documents WHERE doc_id = ? AND present", (document_id,)).fetchone() is not None


def _keep_refusal(history: History, path: Path, reason: str) -> None:
    shown = os.fsencode(path.absolute()).decode("utf-8", "replace")
    reason = reason.encode("utf-8", "replace").decode()
    with history.project.transaction() as connection:
        connection.execute("INSERT OR REPLACE INTO refused_files VALUES (?, ?, ?)", (shown, reason, now_utc()))


def keep_sources(connection: sqlite3.Connection, info: GazetteerInfo) -> None:
    """Remember which gazetteer the project's places come from, for exports and for the log."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('gazetteer_version', ?)", (info.version,))
    connection.executemany(
        "INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?)",
        [(s.source_id, s.title, s.version, s.licence, s.attribution, s.url) for s in info.sources],
    )
