"""Edits of the project's own gazetteer: a place is added, changed, removed, or taught to a group of names."""

from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.errors import EditError
from gazetteer.project.desk import Desk
from gazetteer.project.edits import Batch, ChoosePlace
from gazetteer.project.own_places import OwnPlace, own_place, read, tidy
from gazetteer.project.planning import plan_place
from gazetteer.project.row_changes import OWN_PLACE
from gazetteer.project.rows import PlanRow
from gazetteer.project.store import Project


@dataclass(frozen=True, slots=True)
class PutOwnPlace:
    """Add a place to the project's own gazetteer (`before` None), change it, or remove it (`after` None).

    Mentions that refer to a changed place show it as it is now. Those that refer to a removed one keep it with the
    position they show; new articles are no longer resolved to it.
    """

    before: OwnPlace | None
    after: OwnPlace | None

    @property
    def label(self) -> str:
        place = self._place
        verb = "Change" if self.before and self.after else "Add" if self.after else "Remove"
        return f"{verb} {tidy(place.name)}"

    def title(self, desk: Desk) -> str:
        return f"{self.label} {'in' if self.before and self.after else 'to' if self.after else 'from'} own places"

    def inverse(self) -> "PutOwnPlace":
        return PutOwnPlace(self.after, self.before)

    def apply(self, desk: Desk) -> None:
        place = self._place
        if self.before and self.after and self.before.place_id != self.after.place_id:
            raise EditError("A place keeps its id. Nothing was changed. Remove this one and add the other.")
        after = self.after.checked() if self.after else None
        if read(desk.connection, place.place_id) != self.before:
            raise EditError(f"{place.name} is no longer as it was shown. Nothing was changed. Look at it again.")
        desk.put(OWN_PLACE, place.place_id, after.to_json() if after else None)

    @property
    def _place(self) -> OwnPlace:
        place = self.after or self.before
        if place is None:
            raise EditError("No place was given. Nothing was changed.")
        return place


@dataclass(frozen=True, slots=True)
class TeachPlace:
    """Add a place to the project's own gazetteer and take it for these mentions, as one undo step.

    A place that is there already is taken as it is.
    """

    place: OwnPlace
    mention_ids: tuple[str, ...]

    @property
    def label(self) -> str:
        return f"Teach {tidy(self.place.name)}"

    def title(self, desk: Desk) -> str:
        if not self.mention_ids:
            return self.label
        number = len(self.mention_ids)
        surface = desk.present(self.mention_ids[0]).surface
        return f"{self.label}: {number} mention{'' if number == 1 else 's'} of “{surface}”"

    def apply(self, desk: Desk) -> None:
        place = self.place.checked()
        present = read(desk.connection, place.place_id)
        if present not in (None, place):
            raise EditError(f"{place.name} is no longer as it was shown. Nothing was changed. Look at it again.")
        desk.put(OWN_PLACE, place.place_id, place.to_json())
        for mention_id in self.mention_ids:
            ChoosePlace(mention_id, place.place, rule=f"teach:{place.place_id}").apply(desk)


def plan_teach(project: Project, place: OwnPlace, folded: str) -> list[PlanRow]:
    """Return what the unresolved mentions of one spelling would become, by article and place in the text.

    `folded` is the spelling as `UnresolvedGroup` has it. A row comes unticked, with its reason, where a person decided
    it before or where its context disagrees. Raises EditError where the place is none.
    """
    return plan_place(project, folded, place.checked().place)


def teach(project: Project, place: OwnPlace, folded: str, mention_ids: Sequence[str] | None = None) -> TeachPlace:
    """Return the edit that teaches a place to mentions of one spelling; without `mention_ids`, to those ticked."""
    if mention_ids is None:
        mention_ids = [row.mention_id for row in plan_teach(project, place, folded) if row.ticked]
    return TeachPlace(place, tuple(mention_ids))


def removal(project: Project, place_id: str) -> PutOwnPlace:
    """Return the edit that removes an own place; raises EditError where there is none of this id."""
    place = own_place(project, place_id)
    if place is None:
        raise EditError(f"{place_id} is not among the project's own places. Nothing was changed.")
    return PutOwnPlace(place, None)


def put_all(project: Project, places: Sequence[OwnPlace]) -> Batch:
    """Return the edit that adds places, or changes those that are there under their id, as one undo step."""
    number = f"{len(places):,} own place{'' if len(places) == 1 else 's'}"
    return Batch(f"Read {number}", [PutOwnPlace(own_place(project, place.place_id), place) for place in places])
