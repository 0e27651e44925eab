"""What the palette finds: one row each, and where choosing it leads."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject

from desktop.actions import Actions
from desktop.review.words import feature_word, mentions_word
from gazetteer.places.folding import fold
from gazetteer.places.store import Gazetteer
from gazetteer.project import queries
from gazetteer.project.finding import find_names, find_places
from gazetteer.project.store import Project

EACH = 6
"""rows of a kind, so that the next kind is in sight"""


class Sort(StrEnum):
    """What kind of thing a hit is; in this order they are listed."""

    ACTION = "action"
    DOCUMENT = "document"
    NAME = "name"
    PLACE = "place"
    GAZETTEER = "gazetteer"


@dataclass(frozen=True, slots=True)
class Hit:
    """One row: what it says, what stands beside it in grey, and the id of what it leads to."""

    sort: Sort
    target: str
    title: str
    note: str = ""
    right: str = ""
    possible: bool = True


class HitMaker(QObject):
    """Makes hits in the interface's language."""

    def actions(self, actions: Actions, typed: str) -> list[Hit]:
        """Return the actions whose words hold every typed word, those named so before those told so; all for none."""
        words = fold(typed).split()
        named, told = [], []
        for menu, specs in actions.menus:
            for spec in specs:
                action = actions[spec.id]
                title = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
                name, tip = fold(title), fold(f"{title} {spec.tip} {menu.replace('&', '')}")
                hit = Hit(
                    Sort.ACTION, spec.id, title, spec.tip, "   ".join(actions.keys_of(spec.id)), action.isEnabled()
                )
                if all(word in name for word in words):
                    named.append(hit)
                elif all(word in tip for word in words):
                    told.append(hit)
        found = [*named, *told]
        # what can be done now comes first; the rest is shown, so that one learns that it is there
        found.sort(key=lambda hit: not hit.possible)
        return found[: EACH if words else None]

    def project(self, project: Project, typed: str) -> list[Hit]:
        """Return articles, names and places of the project."""
        found = [
            Hit(
                Sort.DOCUMENT,
                row.document_id,
                row.label,
                " · ".join(filter(None, (row.date, row.source))),
                row.file_name,
            )
            for row in queries.documents(project, typed, limit=EACH)
        ]
        for name in find_names(project, typed, EACH):
            note = name.place_label or self.tr("no place yet")
            found.append(Hit(Sort.NAME, name.mention_id, name.surface, note, mentions_word(name.mentions)))
        for place in find_places(project, typed, EACH):
            found.append(Hit(Sort.PLACE, place.place_id, place.label, "", mentions_word(place.mentions)))
        return found

    def gazetteer(self, gazetteer: Gazetteer, typed: str, known: Sequence[Hit]) -> list[Hit]:
        """Return places of the gazetteer that are not among those `known`."""
        ids = {hit.target for hit in known}
        found = []
        for hit in gazetteer.search(typed, 2 * EACH):
            place = hit.place
            if place.place_id not in ids:
                found.append(Hit(Sort.GAZETTEER, place.place_id, place.label, hit.matched_name, feature_word(place)))
        return found[:EACH]
