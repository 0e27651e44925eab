"""The write side of one transaction: rows in, changes applied and recorded, the log kept."""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gazetteer import __version__
from gazetteer.errors import EditError
from gazetteer.model import (
    PLACE_KINDS,
    STATED_SOURCE,
    Annotation,
    Candidate,
    Document,
    Kind,
    Place,
    Spelling,
    Status,
    mention_id,
)
from gazetteer.places.folding import fold
from gazetteer.project import row_changes
from gazetteer.project.own_places import PREFIX as OWN_PREFIX
from gazetteer.project.row_changes import place_row, relative_json
from gazetteer.project.same_text import group_text
from gazetteer.project.states import (
    Change,
    Decide,
    PutRow,
    ShowDocument,
    State,
    encode,
    spelling_fields,
    spelling_of_fields,
)
from gazetteer.text.sentences import paragraph_number, sentence_at
from gazetteer.why import BY_HAND, to_json

PROJECT_SOURCE = "project"


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document as it is stored: with its sentences (code points) and what the machine found in it."""

    document: Document
    sentences: tuple[tuple[int, int], ...]
    annotations: tuple[Annotation, ...]
    gazetteer_version: str | None = None


@dataclass(frozen=True, slots=True)
class Present:
    """A mention in an open transaction: its words, its state, and what the machine said."""

    mention_id: str
    document_id: str
    surface: str
    state: State
    auto: State | None
    guess_place_id: str | None
    candidates: bytes | None

    def said(self) -> State | None:
        """What the machine said, with the notes, tags and passed-over problems of now; None where it said nothing."""
        state = self.state
        return self.auto and replace(self.auto.with_marks_of(state), ignored=state.ignored)


class Desk:
    """One open transaction; every change made through it is applied, logged under `step` and remembered."""

    def __init__(self, connection: sqlite3.Connection, step: int, who: str, now: str) -> None:
        self.connection = connection
        self.step = step
        self.who = who
        self.now = now
        self.changes: list[Change] = []
        self._version: str | None = None
        self._version_read = False
        self._kept: set[str] = set()

    # what an edit asks

    def present(self, wanted: str, removed: bool = False) -> Present:
        """Return a mention of the project, a removed one only if asked; raises EditError where there is none."""
        row = self.connection.execute(PRESENT, (wanted,)).fetchone()
        if row is None or (row["removed"] and not removed) or not row["present"]:
            raise EditError("This mention is no longer in the project; nothing was changed. Select another one.")
        return present_of(row)

    def place(self, place_id: str) -> sqlite3.Row | None:
        """Return the project's copy of a place: name, label, country."""
        found: sqlite3.Row | None = self.connection.execute(
            "SELECT * FROM places WHERE place_id = ?", (place_id,)
        ).fetchone()
        return found

    @property
    def gazetteer_version(self) -> str | None:
        """The version of the gazetteer used last."""
        if not self._version_read:
            self._version_read = True
            row = self.connection.execute("SELECT value FROM meta WHERE name = 'gazetteer_version'").fetchone()
            self._version = row[0] if row else None
        return self._version

    # what an edit does

    def decide(self, mention: Present, action: str, after: State, resolves: bool = True) -> None:
        """Bring a mention into a new state by a person's decision; nothing is logged where nothing would change.

        `resolves`: the decision is about kind or place, so it says by whom and when these were settled.
        """
        if resolves:
            after = after.decided(self.who, self.now)
        if after.differs(mention.state):
            self._do(Decide(mention.mention_id, action, mention.state, after))

    def show(self, document_id: str, after: bool) -> None:
        """Bring a document in or take it out; raises EditError where it is not stored."""
        row = self.connection.execute("SELECT present FROM documents WHERE doc_id = ?", (document_id,)).fetchone()
        if row is None:
            raise EditError("This article is no longer in the project; nothing was changed.")
        if bool(row["present"]) != after:
            self._do(ShowDocument(document_id, not after, after))

    def put(self, what: str, row_id: str, after: str | None) -> None:
        """Make a row beside the decisions say `after` (JSON; None takes it away), one of `row_changes.ROWS`."""
        before = row_changes.ROWS[what].read(self.connection, row_id)
        if before != after:
            self._do(PutRow(what, row_id, before, after))

    def _do(self, change: Change) -> None:
        self.apply(change, decisions=1)
        self._log(change)
        self.changes.append(change)

    def apply(self, change: Change, decisions: int = 0) -> None:
        """Make the rows say what `change` says; logs nothing.

        `decisions`: by how many those in force on a mention become more.
        """
        if isinstance(change, ShowDocument):
            self.connection.execute(
                "UPDATE documents SET present = ? WHERE doc_id = ?", (change.after, change.document_id)
            )
            return
        if isinstance(change, PutRow):
            row_changes.ROWS[change.what].write(self.connection, change.row_id, change.after)
            return
        state = change.after
        spelling = encode(spelling_fields(state.spelling)) if state.spelling else None
        self.connection.execute(
            _UPDATE,
            (
                state.kind.value,
                state.status.value,
                state.place_id,
                state.confidence,
                spelling,
                spelling,
                state.note,
                _array(state.tags),
                _array(state.ignored),
                state.removed,
                state.by,
                state.at,
                state.rule,
                state.starred,
                decisions,
                change.mention_id,
            ),
        )

    def _log(self, change: Change) -> None:
        if isinstance(change, ShowDocument):
            self.connection.execute(
                "INSERT INTO document_changes (step, doc_id, before, after) VALUES (?, ?, ?, ?)",
                (self.step, change.document_id, change.before, change.after),
            )
            return
        if isinstance(change, PutRow):
            row_changes.log(self.connection, (self.step, self.who, self.now), "put", change)
            return
        self.connection.execute(_LOG, (*self._entry(change), None, 1))

    def log_reversal(self, action: str, change: Decide, about: int) -> None:
        """Write down that an undo withdrew, or a redo brought back, the decision `about`."""
        self.connection.execute(_LOG, (*self._entry(replace(change, action=action)), about, 1))
        self.connection.execute("UPDATE decisions SET in_force = ? WHERE seq = ?", (action == "redo", about))

    def _entry(self, change: Decide) -> tuple[object, ...]:
        rule = change.after.rule
        return (
            self.step,
            change.mention_id,
            self.who,
            self.now,
            change.action,
            change.before.to_json(),
            change.after.to_json(),
            rule,
            self.gazetteer_version,
            __version__,
        )

    # rows that stay, whatever is undone

    def keep_place(self, place: Place, version: str | None) -> None:
        """Copy a place into the project, unless it is there: the first copy is what people saw."""
        if place.place_id not in self._kept:
            self._kept.add(place.place_id)
            of_the_project = place.place_id.startswith((OWN_PREFIX, f"{STATED_SOURCE}:"))
            self.connection.execute(_PLACE, place_row(place, None if of_the_project else version))

    def keep_answer(self, annotation: Annotation, version: str | None) -> str:
        """Store the candidates and the place of an annotation; return it as the `answer` that `put` takes."""
        key, guess = self._keep_candidates(annotation.resolution.candidates, version)
        if annotation.resolution.place is not None:
            self.keep_place(annotation.resolution.place, version)
        return row_changes.answer(self.connection, annotation, automatic_state(annotation), (key, guess, version))

    def keep_document(self, annotated: AnnotatedDocument) -> bool:
        """Store a document with its mentions, taken out (`show` brings it in); False where it is stored already."""
        d = annotated.document
        known = self.connection.execute("SELECT 1 FROM documents WHERE doc_id = ?", (d.doc_id,)).fetchone()
        if known:
            return False
        cursor = self.connection.execute(
            _DOCUMENT,
            (
                *(d.doc_id, d.sha256, d.file_name, d.media_type, d.lang, d.title, d.source, d.url, d.date),
                *(d.date_precision, d.date_text, d.encoding, d.path, len(d.text)),
            ),
        )
        self.connection.execute("DELETE FROM refused_files WHERE path = ?", (d.path,))
        flat = [offset for span in annotated.sentences for offset in span]
        self.connection.execute(
            "INSERT INTO texts VALUES (?, ?, ?)", (cursor.lastrowid, d.text, json.dumps(flat, separators=(",", ":")))
        )
        group_text(self.connection, cursor.lastrowid or 0, d.text)
        self._keep_annotations(cursor.lastrowid or 0, annotated)
        return True

    def _keep_annotations(self, doc_key: int, annotated: AnnotatedDocument) -> None:
        document, version = annotated.document, annotated.gazetteer_version
        lists: dict[int, tuple[int | None, str | None]] = {}
        for annotation in annotated.annotations:
            candidates = annotation.resolution.candidates
            if id(candidates) not in lists:
                lists[id(candidates)] = self._keep_candidates(candidates, version)
            if annotation.resolution.place is not None:
                self.keep_place(annotation.resolution.place, version)
            where = _position(document.text, annotated.sentences, annotation.start, annotation.end)
            automatic = automatic_state(annotation)
            identity = mention_id(document.doc_id, annotation.start, annotation.end)
            spelling = json.dumps(spelling_fields(annotation.resolution.spelling), ensure_ascii=False)
            why = to_json(annotation.resolution.why)
            self._insert(
                (
                    identity,
                    doc_key,
                    annotation.start,
                    annotation.end,
                    *where,
                    annotation.surface,
                    fold(annotation.surface),
                ),
                automatic,
                (spelling, annotation.resolution.spelling, why, *lists[id(candidates)], version),
            )
            if annotation.relative is not None:
                self.connection.execute(
                    "UPDATE mentions SET auto_relative = ? WHERE mention_id = ?",
                    (relative_json(annotation.relative), identity),
                )

    def _insert(
        self,
        anchor: tuple[object, ...],
        state: State,
        said: tuple[str, Spelling, str, int | None, str | None, str | None],
    ) -> None:
        spelling_json, spelling, why, candidates_key, guess, version = said
        automatic = (state.kind.value, state.status.value, state.place_id, state.confidence)
        self.connection.execute(
            _MENTION,
            (
                *(*anchor, *automatic, spelling_json, why, candidates_key, guess, version),
                *(*automatic, spelling.status.value),
            ),
        )

    def keep_mention(self, document_id: str, start: int, end: int, spelling: Spelling) -> str:
        """Store a mention that a person found, taken out and without a place; return its id.

        Raises EditError where the span is not in the article or is a mention already.
        """
        row = self.connection.execute(
            "SELECT key, length, present FROM documents WHERE doc_id = ?", (document_id,)
        ).fetchone()
        if row is None or not row["present"] or not 0 <= start < end <= row["length"]:
            raise EditError("The marked words are not in an article of this project; nothing was changed.")
        identity = mention_id(document_id, start, end)
        known = self.connection.execute("SELECT removed FROM mentions WHERE mention_id = ?", (identity,)).fetchone()
        if known and not known["removed"]:
            raise EditError("These words are a mention already; nothing was changed. Select it to change its place.")
        if known is None:
            text, flat = self.connection.execute(
                "SELECT text, sentences FROM texts WHERE doc_key = ?", (row["key"],)
            ).fetchone()
            self._insert_found(identity, row["key"], text, flat, (start, end), spelling)
        return identity

    def _insert_found(
        self, identity: str, doc_key: int, text: str, flat: str, span: tuple[int, int], spelling: Spelling
    ) -> None:
        offsets = json.loads(flat)
        sentences = list(zip(offsets[::2], offsets[1::2], strict=True))
        surface = text[slice(*span)]
        where = _position(text, sentences, *span)
        fields = json.dumps(spelling_fields(spelling), ensure_ascii=False)
        self._insert(
            (identity, doc_key, *span, *where, surface, fold(surface)),
            State(Kind.LITERAL, Status.UNRESOLVED),
            (fields, spelling, to_json(BY_HAND), None, None, None),
        )
        # no machine said anything of it
        self.connection.execute(
            "UPDATE mentions SET auto_kind = NULL, auto_status = NULL, removed = 1 WHERE mention_id = ?", (identity,)
        )

    def _keep_candidates(self, candidates: Sequence[Candidate], version: str | None) -> tuple[int | None, str | None]:
        """Store a candidate list once; return its key and its first place's id."""
        if not candidates:
            return None, None
        for candidate in candidates:
            self.keep_place(candidate.place, version)
        body = pack_candidates(candidates)
        digest = hashlib.sha256(body).digest()[:16]
        guess = candidates[0].place.place_id
        row = self.connection.execute("SELECT key FROM candidate_lists WHERE digest = ?", (digest,)).fetchone()
        if row:
            return row["key"], guess
        cursor = self.connection.execute(
            "INSERT INTO candidate_lists (digest, number, body) VALUES (?, ?, ?)",
            (digest, len(candidates), zlib.compress(body)),
        )
        return cursor.lastrowid, guess


def pack_candidates(candidates: Iterable[Candidate]) -> bytes:
    """Return candidates as the JSON that the file keeps compressed; their places are kept apart."""
    rows = [
        [c.place.place_id, c.score, c.probability, c.matched_name, [[q.name, q.weight, q.text] for q in c.cues]]
        for c in candidates
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def automatic_state(annotation: Annotation) -> State:
    """Return the state of an annotation nobody has looked at."""
    place = annotation.resolution.place
    if place is None:
        return State(annotation.kind, Status.UNRESOLVED if annotation.kind in PLACE_KINDS else Status.AUTO)
    return State(annotation.kind, Status.AUTO, place.place_id, annotation.resolution.confidence)


def _position(text: str, sentences: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int, int]:
    """Return the sentence's start and end around a span, and the paragraph's number."""
    first, last = sentence_at(sentences, start), sentence_at(sentences, end - 1)
    left = min(first[0], start) if first else start
    right = max(last[1], end) if last else end
    return left, right, paragraph_number(text, start)


def _array(words: Iterable[str]) -> str:
    return json.dumps(list(words), ensure_ascii=False)


def _listed(line: str) -> tuple[str, ...]:
    return () if line == "[]" else tuple(json.loads(line))


def present_of(row: sqlite3.Row) -> Present:
    """Return a mention of a row of `PRESENT`."""
    spelling = spelling_of_fields(json.loads(row["spelling"])) if row["spelling"] else None
    state = State(
        Kind(row["kind"]),
        Status(row["status"]),
        row["place_id"],
        row["confidence"],
        spelling,
        row["note"],
        _listed(row["tags"]),
        _listed(row["ignored"]),
        bool(row["removed"]),
        row["resolved_by"],
        row["resolved_at"],
        row["rule"],
        bool(row["starred"]),
    )
    auto = None
    if row["auto_kind"] is not None:
        auto = State(Kind(row["auto_kind"]), Status(row["auto_status"]), row["auto_place_id"], row["auto_confidence"])
    return Present(row["mention_id"], row["doc_id"], row["surface"], state, auto, row["guess_place_id"], row["body"])


PRESENT = """
    SELECT m.*, d.doc_id, d.present, c.body FROM mentions AS m JOIN documents AS d ON d.key = m.doc_key
    LEFT JOIN candidate_lists AS c ON c.key = m.candidates_key WHERE mention_id = ?
"""
_UPDATE = """
    UPDATE mentions SET kind = ?, status = ?, place_id = ?, confidence = ?, spelling = ?,
        spelling_status = json_extract(COALESCE(?, auto_spelling), '$[0]'),
        note = ?, tags = ?, ignored = ?, removed = ?, resolved_by = ?, resolved_at = ?, rule = ?, starred = ?,
        decision_count = decision_count + ?
    WHERE mention_id = ?
"""
_LOG = """
    INSERT INTO decisions (step, mention_id, who, made_at, action, before, after, rule, gazetteer_version,
        program_version, about, in_force)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_PLACE = f"INSERT INTO places VALUES ({', '.join('?' * 17)}) ON CONFLICT DO NOTHING"
_DOCUMENT = """
    INSERT INTO documents (doc_id, sha256, file_name, media_type, lang, title, source, url, date, date_precision,
        date_text, encoding, path, length, present)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
"""
_MENTION = """
    INSERT INTO mentions (
        mention_id, doc_key, start, "end", sentence_start, sentence_end, paragraph_no, surface, folded, auto_kind,
        auto_status, auto_place_id, auto_confidence, auto_spelling, auto_reason, candidates_key, guess_place_id,
        gazetteer_version, kind, status, place_id, confidence, spelling_status
    )
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING
"""
