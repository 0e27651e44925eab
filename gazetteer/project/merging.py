"""Two analysts' projects as one: what each decided, how far they agree, and the merge as one step."""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from gazetteer.model import Place, Spelling, SpellingStatus, Status
from gazetteer.project import reading
from gazetteer.project.copying import stored_document
from gazetteer.project.desk import PRESENT, AnnotatedDocument, Desk, present_of
from gazetteer.project.own_places import OwnPlace, own_places
from gazetteer.project.row_changes import OWN_PLACE, RULE
from gazetteer.project.rules import Rule, rules
from gazetteer.project.states import State
from gazetteer.project.store import Project
from gazetteer.project.wording import state_words

_ALL = PRESENT.replace("WHERE mention_id = ?", "WHERE d.present ORDER BY d.doc_id, m.start, m.mention_id")


class Standing(StrEnum):
    """How the decisions of two people on one mention stand to each other."""

    MINE = "mine"
    """only I decided"""
    THEIRS = "theirs"
    """only they decided"""
    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Side:
    """A mention in one of the two projects: where it is, its state and what that says in words."""

    mention_id: str
    document_id: str
    span: tuple[int, int]
    surface: str
    state: State
    place: Place | None

    @property
    def decided(self) -> bool:
        """Whether a person settled it."""
        return self.state.removed or (
            self.state.by is not None and self.state.status not in (Status.AUTO, Status.LEARNED)
        )

    @property
    def answer(self) -> str:
        """What was decided, alike for like decisions: a place, no place, or what kind it is."""
        state = self.state
        if state.removed:
            return "removed"
        return state.place_id or (f"kind:{state.kind}" if state.status is Status.REJECTED else "no place")

    @property
    def words(self) -> str:
        return state_words(self.state, self.place)


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One mention that either decided. `mine` None: they marked it and I did not."""

    mine: Side | None
    theirs: Side | None
    article: str
    sentence: str
    standing: Standing

    @property
    def one(self) -> Side:
        """Either side, for what is the same in both."""
        side = self.theirs or self.mine
        assert side is not None
        return side


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two people agree on the mentions that both decided; `kappa` is Cohen's, None where chance explains all."""

    both: int
    same: int
    kappa: float | None

    @property
    def share(self) -> float | None:
        """Share of the mentions decided alike, from 0 to 1."""
        return self.same / self.both if self.both else None


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What another's project would bring: rows to choose in, articles that are new, places of their own."""

    who: tuple[str, ...]
    rows: tuple[MergeRow, ...]
    agreement: Agreement
    documents: tuple[AnnotatedDocument, ...]
    in_documents: tuple[Side, ...]
    """their decisions in the new articles"""
    own_places: tuple[OwnPlace, ...]
    rules: tuple[Rule, ...]


def plan_merge(mine: Project, theirs: Project) -> MergePlan:
    """Compare two projects; nothing is changed. Articles are the same where their source's bytes are."""
    my_sides, their_sides = _sides(mine), _sides(theirs)
    mine_has, out = _documents(mine)
    shared = mine_has & _documents(theirs)[0]
    new = sorted(_documents(theirs)[0] - mine_has - out)
    rows = []
    for mention_id in dict.fromkeys([*my_sides, *their_sides]):
        row = _row(mine, theirs, my_sides.get(mention_id), their_sides.get(mention_id), shared)
        if row is not None:
            rows.append(row)
    rows.sort(key=lambda row: (row.article.casefold(), row.one.document_id, row.one.span))
    known = {place.place_id for place in own_places(mine)}
    ruled = {rule.rule_id for rule in rules(mine)}
    decided = tuple(side for side in their_sides.values() if side.document_id in new and side.decided)
    return MergePlan(
        tuple(sorted({side.state.by for side in their_sides.values() if side.state.by})),
        tuple(rows),
        agreement(rows),
        tuple(stored_document(theirs, document_id) for document_id in new),
        decided,
        tuple(place for place in own_places(theirs) if place.place_id not in known),
        tuple(rule for rule in rules(theirs) if rule.rule_id not in ruled),
    )


def agreement(rows: Iterable[MergeRow]) -> Agreement:
    """Return how far two people agree, over the rows that both decided."""
    pairs = [
        (row.mine.answer, row.theirs.answer)
        for row in rows
        if row.mine is not None and row.theirs is not None and row.mine.decided and row.theirs.decided
    ]
    same = sum(one == other for one, other in pairs)
    if not pairs:
        return Agreement(0, 0, None)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(ones[answer] * others[answer] for answer in ones) / len(pairs) ** 2
    kappa = None if by_chance == 1 else (same / len(pairs) - by_chance) / (1 - by_chance)
    return Agreement(len(pairs), same, kappa)


@dataclass(frozen=True, slots=True)
class Merge:
    """Take another's articles, own places, rules, and their decisions on the mentions of `taken`; one undo step."""

    plan: MergePlan
    taken: Collection[str]
    """ids of the mentions of `plan.rows` where theirs holds"""

    @property
    def label(self) -> str:
        return f"Merge the work of {', '.join(self.plan.who) or 'another project'}"

    def title(self, desk: Desk) -> str:
        return self.label

    def apply(self, desk: Desk) -> None:
        for document in self.plan.documents:
            desk.keep_document(document)
            desk.show(document.document.doc_id, True)
        for place in self.plan.own_places:
            desk.put(OWN_PLACE, place.place_id, place.to_json())
        for rule in self.plan.rules:
            desk.put(RULE, rule.rule_id, rule.to_json())
        wanted = set(self.taken)
        for row in self.plan.rows:
            if row.theirs is not None and row.theirs.mention_id in wanted:
                _take(desk, row.theirs)
        for side in self.plan.in_documents:
            _take(desk, side)


def _take(desk: Desk, theirs: Side) -> None:
    """Bring a mention into the state that it has in their project, by whom and when they settled it."""
    if theirs.place is not None:
        desk.keep_place(theirs.place, desk.gazetteer_version)
    known = desk.connection.execute("SELECT 1 FROM mentions WHERE mention_id = ?", (theirs.mention_id,)).fetchone()
    if not known:
        desk.keep_mention(theirs.document_id, *theirs.span, Spelling(SpellingStatus.UNKNOWN))
    mention = desk.present(theirs.mention_id, removed=True)
    note = mention.state.note or theirs.state.note
    tags = tuple(dict.fromkeys((*mention.state.tags, *theirs.state.tags)))
    desk.decide(mention, "merge", replace(theirs.state, note=note, tags=tags), resolves=False)


def _sides(project: Project) -> dict[str, Side]:
    with project.snapshot() as connection:
        rows = connection.execute(_ALL).fetchall()
        places = reading.places(connection, (row["place_id"] for row in rows if row["place_id"]))
        return {row["mention_id"]: _side(row, places) for row in rows}


def _side(row: sqlite3.Row, places: dict[str, Place]) -> Side:
    present = present_of(row)
    place = places.get(present.state.place_id or "")
    span = (row["start"], row["end"])
    return Side(present.mention_id, present.document_id, span, present.surface, present.state, place)


def _documents(project: Project) -> tuple[set[str], set[str]]:
    """Return the ids of the articles that are in a project, and of those that were taken out."""
    rows = project.reader().execute("SELECT doc_id, present FROM documents").fetchall()
    return {row[0] for row in rows if row[1]}, {row[0] for row in rows if not row[1]}


def _row(
    mine: Project, theirs: Project, my_side: Side | None, their_side: Side | None, shared: set[str]
) -> MergeRow | None:
    side = their_side or my_side
    i_did, they_did = bool(my_side and my_side.decided), bool(their_side and their_side.decided)
    if side is None or side.document_id not in shared or not (i_did or they_did):
        return None
    if my_side is None and their_side is not None and their_side.state.removed:
        return None  # marked and taken away again by them
    standing = Standing.MINE if not they_did else Standing.THEIRS if not i_did else _both(my_side, their_side)
    article, sentence = _where(theirs if their_side else mine, side.mention_id)
    return MergeRow(my_side, their_side, article, sentence, standing)


def _both(mine: Side | None, theirs: Side | None) -> Standing:
    same = mine is not None and theirs is not None and mine.answer == theirs.answer
    return Standing.SAME if same else Standing.DIFFERENT


_WHERE = """
    SELECT COALESCE(d.title, d.file_name), substr(t.text, m.sentence_start + 1, m.sentence_end - m.sentence_start)
    FROM mentions AS m JOIN documents AS d ON d.key = m.doc_key JOIN texts AS t ON t.doc_key = d.key
    WHERE m.mention_id = ?
"""


def _where(project: Project, mention_id: str) -> tuple[str, str]:
    """Return the article's label and the sentence of a mention."""
    row = project.reader().execute(_WHERE, (mention_id,)).fetchone()
    return (row[0], row[1]) if row else ("", "")
