"""Everything a person can do to a project: each edit names itself and applies itself in one transaction."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from gazetteer.errors import EditError
from gazetteer.model import PLACE_KINDS, Kind, Place, Precision, Spelling, Status
from gazetteer.project.chosen import chosen_spelling, place_kind
from gazetteer.project.desk import PROJECT_SOURCE, AnnotatedDocument, Desk
from gazetteer.project.learning import learn
from gazetteer.project.states import MISSPELLING

FURTHEST_PIN_RADIUS_M = 5_000_000


class Edit(Protocol):
    """One thing a person does; one undo step. `History.do` runs it."""

    @property
    def label(self) -> str:
        """What it does, for a menu: `Choose Pabradė`."""

    def title(self, desk: Desk) -> str:
        """What it does and to what, for the undo list: `Choose Pabradė for “Pabrati”`."""

    def apply(self, desk: Desk) -> None:
        """Make the changes on `desk`, which remembers them and their inverses; raises EditError where it cannot."""


class OnMention:
    """Base of the edits of one mention: the title names it by its words."""

    __slots__ = ()
    mention_id: str

    @property
    def label(self) -> str:
        raise NotImplementedError

    def title(self, desk: Desk) -> str:
        return f"{self.label} for “{desk.present(self.mention_id).surface}”"


@dataclass(frozen=True, slots=True)
class ChoosePlace(OnMention):
    """Take a place of the gazetteer; status corrected, or confirmed where it is the automatic one."""

    mention_id: str
    place: Place
    spelling: Spelling | None = None
    """how the words spell the chosen place, where the caller knows; worked out from the names otherwise"""
    rule: str | None = None
    kind: Kind | None = None
    """how the name is used; None: as it is, or literal where that keeps no place"""

    @property
    def label(self) -> str:
        return f"Choose {self.place.name}"

    def apply(self, desk: Desk) -> None:
        mention = desk.present(self.mention_id)
        desk.keep_place(self.place, desk.gazetteer_version)
        automatic = mention.auto is not None and mention.auto.place_id == self.place.place_id
        kind = self.kind or place_kind(mention)
        same = automatic and mention.auto is not None and mention.auto.kind == kind
        after = replace(
            mention.state,
            kind=kind,
            status=Status.CONFIRMED if same else Status.CORRECTED,
            place_id=self.place.place_id,
            confidence=1.0,
            spelling=self.spelling or (None if automatic else chosen_spelling(mention, self.place)),
            rule=self.rule,
        )
        desk.decide(mention, "choose_place", after)


@dataclass(frozen=True, slots=True)
class DropPin(OnMention):
    """Put the mention where no gazetteer has a place: degrees, a radius in metres, and a name."""

    mention_id: str
    latitude: float
    longitude: float
    radius_m: int
    name: str

    @property
    def label(self) -> str:
        return f"Pin {self.name}"

    @property
    def place(self) -> Place:
        """The place of the project's own; the same pin has the same id."""
        latitude, longitude = round(self.latitude, 6), round(self.longitude, 6)
        described = json.dumps([self.name, latitude, longitude, self.radius_m], ensure_ascii=False)
        return Place(
            f"{PROJECT_SOURCE}:{hashlib.sha256(described.encode()).hexdigest()[:16]}",
            self.name,
            latitude,
            longitude,
            "P",
            "PPL",
            Precision.AREA if self.radius_m else Precision.POINT,
            self.radius_m or None,
        )

    def apply(self, desk: Desk) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise EditError(
                "The pin is not on the map (latitude -90 to 90, longitude -180 to 180). Nothing was changed."
            )
        if not 0 <= self.radius_m <= FURTHEST_PIN_RADIUS_M or not self.name.strip():
            raise EditError("A pin needs a name and a radius of 0 to 5,000 km. Nothing was changed.")
        mention = desk.present(self.mention_id)
        desk.keep_place(self.place, None)
        after = replace(
            mention.state,
            kind=place_kind(mention),
            status=Status.CORRECTED,
            place_id=self.place.place_id,
            confidence=1.0,
            spelling=chosen_spelling(mention, self.place),
            rule=None,
        )
        desk.decide(mention, "drop_pin", after)


@dataclass(frozen=True, slots=True)
class SetKind(OnMention):
    """Say how the name is used; literal, demonym, metonym and facility keep the place, the others have none."""

    mention_id: str
    kind: Kind
    rule: str | None = None

    @property
    def label(self) -> str:
        return f"Mark as {self.kind.value}"

    def apply(self, desk: Desk) -> None:
        mention = desk.present(self.mention_id)
        state = replace(mention.state, kind=self.kind, rule=self.rule)
        if self.kind not in PLACE_KINDS:
            desk.decide(mention, "set_kind", replace(state, status=Status.REJECTED).without_place())
            return
        place_id = mention.state.place_id or (mention.auto.place_id if mention.auto else None) or mention.guess_place_id
        if place_id is None:
            desk.decide(mention, "set_kind", replace(state, status=Status.UNRESOLVED).without_place())
            return
        automatic = mention.auto is not None and (mention.auto.kind, mention.auto.place_id) == (self.kind, place_id)
        status = Status.CONFIRMED if automatic else Status.CORRECTED
        desk.decide(mention, "set_kind", replace(state, status=status, place_id=place_id, confidence=1.0))


@dataclass(frozen=True, slots=True)
class Confirm(OnMention):
    """Say that what is in force is right."""

    mention_id: str

    @property
    def label(self) -> str:
        return "Confirm"

    def title(self, desk: Desk) -> str:
        return f"Confirm “{desk.present(self.mention_id).surface}”"

    def apply(self, desk: Desk) -> None:
        mention = desk.present(self.mention_id)
        state = mention.state
        if state.kind in PLACE_KINDS and state.place_id is None:
            raise EditError("There is no place to confirm; nothing was changed. Choose a place or drop a pin.")
        if state.status in (Status.AUTO, Status.LEARNED):
            confidence = 1.0 if state.place_id else None
            desk.decide(mention, "confirm", replace(state, status=Status.CONFIRMED, confidence=confidence))


@dataclass(frozen=True, slots=True)
class CannotIdentify(OnMention):
    """Say that the place cannot be told."""

    mention_id: str
    rule: str | None = None

    @property
    def label(self) -> str:
        return "Cannot be identified"

    def title(self, desk: Desk) -> str:
        return f"“{desk.present(self.mention_id).surface}” cannot be identified"

    def apply(self, desk: Desk) -> None:
        mention = desk.present(self.mention_id)
        state = replace(mention.state, kind=place_kind(mention), status=Status.UNRESOLVED, rule=self.rule)
        desk.decide(mention, "cannot_identify", state.without_place())


@dataclass(frozen=True, slots=True)
class Defer(OnMention):
    """Put the mention aside to decide later."""

    mention_id: str

    @property
    def label(self) -> str:
        return "Defer"

    def title(self, desk: Desk) -> str:
        return f"Defer “{desk.present(self.mention_id).surface}”"

    def apply(self, desk: Desk) -> None:
        mention = desk.present(self.mention_id)
        state = replace(mention.state, kind=place_kind(mention), status=Status.DEFERRED, rule=None)
        desk.decide(mention, "defer", state.without_place())


@dataclass(frozen=True, slots=True)
class Reset(OnMention):
    """Go back to what the machine said; notes and tags stay."""

    mention_id: str

    @property
    def label(self) -> str:
        return "Reset to automatic"

    def title(self, desk: Desk) -> str:
        return f"Reset “{desk.present(self.mention_id).surface}” to automatic"

    def apply(self, desk: Desk) -> None:
        mention = desk.present(self.mention_id)
        after = mention.said()
        if after is None:
            raise EditError("A person marked this mention, so there is no automatic answer. Remove it instead.")
        desk.decide(mention, "reset", after, resolves=False)


@dataclass(frozen=True, slots=True)
class SetNote(OnMention):
    """Write a remark beside the mention; empty takes it away."""

    mention_id: str
    note: str

    @property
    def label(self) -> str:
        return "Note"

    def apply(self, desk: Desk) -> None:
        mention = desk.present(self.mention_id)
        desk.decide(mention, "note", replace(mention.state, note=self.note.strip() or None), resolves=False)


@dataclass(frozen=True, slots=True)
class SetTags(OnMention):
    """Give the mention these tags and no others."""

    mention_id: str
    tags: tuple[str, ...]

    @property
    def label(self) -> str:
        return "Tags"

    def apply(self, desk: Desk) -> None:
        mention = desk.present(self.mention_id)
        tags = tuple(dict.fromkeys(tag.strip() for tag in self.tags if tag.strip()))
        desk.decide(mention, "tags", replace(mention.state, tags=tags), resolves=False)


@dataclass(frozen=True, slots=True)
class IgnoreProblem:
    """Say that a problem of these mentions is none (`probable_misspelling`, `two_places`, `far_outlier`)."""

    mention_ids: tuple[str, ...]
    problem: str = MISSPELLING

    @property
    def label(self) -> str:
        return "Ignore problem"

    def title(self, desk: Desk) -> str:
        return f"Ignore a problem of “{desk.present(self.mention_ids[0]).surface}”"

    def apply(self, desk: Desk) -> None:
        for mention_id in self.mention_ids:
            mention = desk.present(mention_id)
            ignored = tuple(sorted({*mention.state.ignored, self.problem}))
            desk.decide(mention, "ignore_problem", replace(mention.state, ignored=ignored), resolves=False)


@dataclass(frozen=True, slots=True)
class AddDocuments:
    """Bring articles in, with what the machine found in them; articles already there are left as they are.

    The project's rules decide what they know of them.
    """

    documents: tuple[AnnotatedDocument, ...]
    text: str = ""

    @property
    def label(self) -> str:
        return self.text or f"Import {_number(len(self.documents), 'article')}"

    def title(self, desk: Desk) -> str:
        return self.label

    def apply(self, desk: Desk) -> None:
        for annotated in self.documents:
            desk.keep_document(annotated)
            desk.show(annotated.document.doc_id, True)
            learn(desk, annotated.document.doc_id)


@dataclass(frozen=True, slots=True)
class RemoveDocuments:
    """Take articles out with all their mentions and decisions; an undo brings them back."""

    document_ids: tuple[str, ...]

    @property
    def label(self) -> str:
        return f"Remove {_number(len(self.document_ids), 'article')}"

    def title(self, desk: Desk) -> str:
        return self.label

    def apply(self, desk: Desk) -> None:
        for document_id in self.document_ids:
            desk.show(document_id, False)


@dataclass(frozen=True, slots=True)
class Batch:
    """Several edits as one undo step: all of them or none."""

    text: str
    edits: Sequence[Edit]

    @property
    def label(self) -> str:
        return self.text

    def title(self, desk: Desk) -> str:
        return self.text

    def apply(self, desk: Desk) -> None:
        for edit in self.edits:
            edit.apply(desk)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
