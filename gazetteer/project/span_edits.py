"""Edits of what counts as a mention: words are marked, ends move, one becomes two, one goes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gazetteer.errors import EditError
from gazetteer.model import PLACE_KINDS, Kind, Place, Spelling, SpellingStatus, Status
from gazetteer.project import reading
from gazetteer.project.chosen import chosen_spelling
from gazetteer.project.desk import Desk, Present
from gazetteer.project.edits import OnMention
from gazetteer.project.states import State

_UNKNOWN = Spelling(SpellingStatus.UNKNOWN)


@dataclass(frozen=True, slots=True)
class AddMention:
    """Mark words the machine missed (code points, end exclusive), with a place where it is known."""

    document_id: str
    start: int
    end: int
    kind: Kind = Kind.LITERAL
    place: Place | None = None

    @property
    def label(self) -> str:
        return "Add a mention"

    def title(self, desk: Desk) -> str:
        return self.label

    def apply(self, desk: Desk) -> None:
        mention = _found(desk, self.document_id, self.start, self.end)
        state = State(self.kind, Status.UNRESOLVED)
        if self.kind not in PLACE_KINDS:
            state = replace(state, status=Status.REJECTED)
        elif self.place is not None:
            desk.keep_place(self.place, desk.gazetteer_version)
            spelling = chosen_spelling(mention, self.place)
            state = State(self.kind, Status.CORRECTED, self.place.place_id, 1.0, spelling)
        desk.decide(mention, "add_mention", state)


@dataclass(frozen=True, slots=True)
class RemoveMention(OnMention):
    """Take a mention out; it appears nowhere, in no count and no export."""

    mention_id: str

    @property
    def label(self) -> str:
        return "Remove the mention"

    def title(self, desk: Desk) -> str:
        return f"Remove “{desk.present(self.mention_id).surface}”"

    def apply(self, desk: Desk) -> None:
        mention = desk.present(self.mention_id)
        desk.decide(mention, "remove_mention", replace(mention.state, removed=True), resolves=False)


@dataclass(frozen=True, slots=True)
class MoveMention(OnMention):
    """Move the ends of a mention (code points, end exclusive); its place, kind, note and tags go with it."""

    mention_id: str
    start: int
    end: int

    @property
    def label(self) -> str:
        return "Move the ends"

    def title(self, desk: Desk) -> str:
        return f"Move the ends of “{desk.present(self.mention_id).surface}”"

    def apply(self, desk: Desk) -> None:
        old = desk.present(self.mention_id)
        new = _found(desk, old.document_id, self.start, self.end)
        place = reading.place(desk.connection, old.state.place_id)
        state = old.state
        if place is not None:
            state = replace(state, status=Status.CORRECTED, confidence=1.0, spelling=chosen_spelling(new, place))
        elif state.kind not in PLACE_KINDS:
            state = replace(state, status=Status.REJECTED)
        desk.decide(old, "remove_mention", replace(old.state, removed=True), resolves=False)
        desk.decide(new, "add_mention", state)


@dataclass(frozen=True, slots=True)
class SplitMention(OnMention):
    """Put several mentions in place of one (code points, ends exclusive); note, tags and star go to the first.

    The place stays behind: it was read from all the words together.
    """

    mention_id: str
    parts: Sequence[tuple[int, int]]

    @property
    def label(self) -> str:
        return "Split the mention"

    def title(self, desk: Desk) -> str:
        return f"Split “{desk.present(self.mention_id).surface}”"

    def apply(self, desk: Desk) -> None:
        old = desk.present(self.mention_id)
        if len(self.parts) < 2:
            raise EditError("There is nothing to split off; nothing was changed. Put the cursor between two words.")
        news = [_found(desk, old.document_id, *part) for part in self.parts]
        kind = old.state.kind
        bare = State(kind, Status.UNRESOLVED if kind in PLACE_KINDS else Status.REJECTED)
        desk.decide(old, "remove_mention", replace(old.state, removed=True), resolves=False)
        for number, new in enumerate(news):
            desk.decide(new, "add_mention", bare.with_marks_of(old.state) if number == 0 else bare)


def _found(desk: Desk, document_id: str, start: int, end: int) -> Present:
    """Return words as a mention that is not yet in; raises EditError where they are none."""
    return desk.present(desk.keep_mention(document_id, start, end, _UNKNOWN), removed=True)
