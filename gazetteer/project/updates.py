"""Another gazetteer for a project: which automatic answers would change, and the one edit that changes them."""

import sqlite3
from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from gazetteer.jobs import Job
from gazetteer.model import Annotation, Kind, Place, Status, mention_id
from gazetteer.project import reading
from gazetteer.project.desk import Desk, automatic_state
from gazetteer.project.home import home_for
from gazetteer.project.importing import Annotating, GazetteerInfo, keep_sources
from gazetteer.project.own_places import PREFIX
from gazetteer.project.row_changes import ANSWER, PLACE_COPY, answer_of, place_copy
from gazetteer.project.snapshots import AUTOMATIC, STILL_M, Difference, Holding, compare, seen_by_people
from gazetteer.project.states import State
from gazetteer.project.store import Project
from gazetteer.project.wording import state_words

Change = Literal["place", "resolved", "lost", "kind", "found", "gone"]
CHANGE_WORDS: dict[Change, str] = {
    "place": "resolved to another place",
    "resolved": "newly resolved",
    "lost": "left without a place",
    "kind": "of another kind",
    "found": "newly found",
    "gone": "no longer taken for a name",
}
"""every way in which an automatic answer may change, and its words"""

_NO_NAME = "not taken for a name"
_STORED = f"""
    SELECT m.*, {AUTOMATIC} AS automatic, (m.note IS NOT NULL OR m.tags <> '[]' OR m.starred) AS written_on,
        (m.auto_kind IS NULL AND m.resolved_by IS NULL AND m.removed) AS unsaid
    FROM mentions AS m JOIN documents AS d ON d.key = m.doc_key
"""


class Another(Holding, Protocol):
    """The other gazetteer: what it holds and what it is."""

    def info(self) -> GazetteerInfo: ...


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """A mention whose automatic answer would be another; `before` and `after` are words for people.

    `start` and `end` are code points of the article, `mark` those within `sentence`. `said` is what the machine said
    at the time of planning, None of a mention it had not found; `annotation` is what it says now.
    """

    mention_id: str
    document_id: str
    document_label: str
    start: int
    end: int
    surface: str
    sentence: str
    mark: tuple[int, int]
    change: Change
    before: str
    after: str
    said: str | None
    annotation: Annotation | None


@dataclass(frozen=True, slots=True)
class UpdatePlan:
    """What another gazetteer would change in a project; nothing is changed yet.

    `protected` counts mentions that the machine would answer otherwise but a person decided on or wrote a note to.
    """

    info: GazetteerInfo
    version_before: str | None
    differences: tuple[Difference, ...]
    rows: tuple[AnswerChange, ...]
    protected: int
    documents: int

    def __bool__(self) -> bool:
        """Whether applying the plan would change anything."""
        return bool(self.rows) or any(not one.kept for one in self.differences)

    @property
    def text(self) -> str:
        """What would change among the mentions, in a line."""
        number = len(self.rows)
        counted = Counter(row.change for row in self.rows)
        kinds = ", ".join(f"{counted[change]} {words}" for change, words in CHANGE_WORDS.items() if counted[change])
        said = f"{_number(number, 'mention')} would change: {kinds}." if number else "no mention would change."
        if self.protected:
            verb = "is" if self.protected == 1 else "are"
            said += f" {_number(self.protected, 'mention')} decided on by a person {verb} not touched."
        return f"Annotated anew, {_number(self.documents, 'article')}: {said}"


def plan_update(
    project: Project, gazetteer: Another, annotator: Annotating, job: Job, still_m: float = STILL_M
) -> UpdatePlan:
    """Return what would change if the project's articles were annotated anew with another gazetteer. Reads only.

    `annotator` uses that gazetteer. Raises Cancelled.
    """
    differences = tuple(compare(project, gazetteer, job, still_m))
    keys = [row[0] for row in project.reader().execute("SELECT key FROM documents WHERE present ORDER BY key")]
    rows: list[AnswerChange] = []
    protected = 0
    for number, key in enumerate(keys):
        job.step(number, len(keys), "articles")
        article = _Article.read(project, key)
        if article is not None:
            home = home_for(project.reader(), article.source, before=key)
            found = annotator.annotate(article.text, article.lang, home=home)
            changed, kept = article.compare(found)
            rows += changed
            protected += kept
    job.step(len(keys), len(keys), "articles")
    return UpdatePlan(
        gazetteer.info(), project.meta("gazetteer_version"), differences, tuple(rows), protected, len(keys)
    )


@dataclass(frozen=True, slots=True)
class TakeAnswers:
    """Take what another gazetteer says, as planned: automatic answers change, human decisions are never touched.

    A mention that a person decided on since the plan was made, or of which the machine says something else by now, is
    passed over. A place that a person saw when deciding keeps its copy.
    """

    plan: UpdatePlan

    @property
    def label(self) -> str:
        return f"Take gazetteer {self.plan.info.version}"

    def title(self, desk: Desk) -> str:
        return f"{self.label}: {_number(len(self.plan.rows), 'mention')}"

    def apply(self, desk: Desk) -> None:
        version = self.plan.info.version
        # first, so that the log names this gazetteer
        keep_sources(desk.connection, self.plan.info)
        seen = seen_by_people(desk.connection)
        for difference in self.plan.differences:
            if difference.now is not None:
                _take_facts(desk, difference.now, version, seen)
        for row in self.plan.rows:
            _take_answer(desk, row, version, seen)


@dataclass(frozen=True, slots=True)
class _Article:
    """An article as it is stored: its text and its mentions by span, taken-out ones too."""

    document_id: str
    label: str
    lang: str | None
    source: str | None
    text: str
    mentions: dict[tuple[int, int], sqlite3.Row]
    sentences: list[tuple[int, int]]
    places: dict[str, Place]

    @classmethod
    def read(cls, project: Project, key: int) -> "_Article | None":
        """Return an article of the project, None where it was removed meanwhile."""
        with project.snapshot() as connection:
            row = connection.execute(
                "SELECT doc_id, COALESCE(title, file_name) AS label, lang, source, text, sentences FROM documents "
                "JOIN texts ON doc_key = key WHERE key = ? AND present",
                (key,),
            ).fetchone()
            if row is None:
                return None
            mentions = connection.execute(f"{_STORED} WHERE m.doc_key = ? ORDER BY m.start", (key,)).fetchall()
            places = reading.places(connection, (m["place_id"] for m in mentions if m["place_id"]))
        spans = {(m["start"], m["end"]): m for m in mentions}
        sentences = reading.pairs(row["sentences"])
        return cls(row["doc_id"], row["label"], row["lang"], row["source"], row["text"], spans, sentences, places)

    def compare(self, annotations: list[Annotation]) -> tuple[list[AnswerChange], int]:
        """Return the mentions that would change, in text order, and how many are protected from it."""
        found = {(one.start, one.end): one for one in annotations}
        guarded = [span for span, row in self.mentions.items() if _guards(row, found.get(span))]
        changes: list[AnswerChange] = []
        protected = 0
        for span in sorted({*found, *self.mentions}):
            row, annotation = self.mentions.get(span), found.get(span)
            if row is None or row["unsaid"]:
                if annotation is not None and not any(_touch(span, other) for other in guarded):
                    changes.append(self._change(span, "found", None, annotation))
            elif row["auto_kind"] is not None and not row["removed"] and (change := _difference(row, annotation)):
                if _guards(row, annotation):
                    protected += 1
                else:
                    changes.append(self._change(span, change, row, annotation))
        return changes, protected

    def _change(
        self, span: tuple[int, int], change: Change, row: sqlite3.Row | None, annotation: Annotation | None
    ) -> AnswerChange:
        start, end = span
        left, right = next((s for s in self.sentences if s[0] <= start < s[1]), span)
        return AnswerChange(
            *(mention_id(self.document_id, start, end), self.document_id, self.label, start, end),
            *(self.text[start:end], self.text[left : max(right, end)], (start - left, end - left), change),
            before=self._words(row),
            after=_annotation_words(annotation),
            said=answer_of(row) if row else None,
            annotation=annotation,
        )

    def _words(self, row: sqlite3.Row | None) -> str:
        if row is None:
            return _NO_NAME
        return state_words(State(Kind(row["kind"]), Status(row["status"])), self.places.get(row["place_id"]))


def _guards(row: sqlite3.Row, annotation: Annotation | None) -> bool:
    """Say whether a person's work on a mention keeps the machine off it, and off the words it stands on.

    A note or a tag does so where the mention would go, for it would go too.
    """
    if row["unsaid"]:
        return False
    return bool(not row["automatic"] or row["removed"] or (annotation is None and row["written_on"]))


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _difference(row: sqlite3.Row, annotation: Annotation | None) -> Change | None:
    """Return how an annotation differs from what the machine said of a mention, None where it does not."""
    if annotation is None:
        return "gone"
    state = automatic_state(annotation)
    if state.place_id != row["auto_place_id"]:
        return "lost" if state.place_id is None else "place" if row["auto_place_id"] else "resolved"
    return None if (state.kind, state.status) == (row["auto_kind"], row["auto_status"]) else "kind"


def _annotation_words(annotation: Annotation | None) -> str:
    if annotation is None:
        return _NO_NAME
    return state_words(automatic_state(annotation), annotation.resolution.place)


def _take_facts(desk: Desk, place: Place, version: str, seen: frozenset[str]) -> None:
    """Make the copy of a place say what the gazetteer says, unless a person saw it when deciding."""
    present = reading.place(desk.connection, place.place_id)
    if present is None:
        desk.keep_place(place, version)
        return
    own = place.place_id.startswith(PREFIX)
    if present != place and not own and place.place_id not in seen:
        desk.put(PLACE_COPY, place.place_id, place_copy(place, version))


def _take_answer(desk: Desk, row: AnswerChange, version: str, seen: frozenset[str]) -> None:
    if not _still_fits(desk.connection, row):
        return
    annotation = row.annotation
    if annotation is not None and row.said is None:
        desk.keep_mention(row.document_id, row.start, row.end, annotation.resolution.spelling)
    mention = desk.present(row.mention_id, removed=True)
    if annotation is None:
        desk.put(ANSWER, row.mention_id, None)
        after = replace(mention.state, removed=True)
    else:
        if annotation.resolution.place is not None:
            _take_facts(desk, annotation.resolution.place, version, seen)
        desk.put(ANSWER, row.mention_id, desk.keep_answer(annotation, version))
        after = automatic_state(annotation).with_marks_of(mention.state)
    desk.decide(mention, "new_gazetteer", after, resolves=False)


def _still_fits(connection: sqlite3.Connection, row: AnswerChange) -> bool:
    """Say whether a mention is as it was when the plan was made, and no person's work is in the way."""
    stored = connection.execute(f"{_STORED} WHERE d.present AND m.mention_id = ?", (row.mention_id,)).fetchone()
    if row.said is not None:
        if stored is None or stored["removed"] or _guards(stored, row.annotation):
            return False
        return answer_of(stored) == row.said
    if stored is not None and not stored["unsaid"]:
        return False
    near = connection.execute(
        f'{_STORED} WHERE d.present AND d.doc_id = ? AND m.start < ? AND m."end" > ?',
        (row.document_id, row.end, row.start),
    ).fetchall()
    present = connection.execute("SELECT 1 FROM documents WHERE doc_id = ? AND present", (row.document_id,)).fetchone()
    return present is not None and not any(_guards(one, None) for one in near)


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
