"""The five steps: what to do, how, and how one knows that it was done."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.session import Session
from gazetteer.model import Status
from gazetteer.project import queries

DECIDED = frozenset({Status.CONFIRMED, Status.CORRECTED, Status.REJECTED, Status.DEFERRED})


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `action` is the action that leads there; `is_done` looks at the session, None: the action says so."""

    title: str
    words: str
    action: str
    is_done: Callable[[Session], bool] | None


class Steps(QObject):
    """Makes the steps in the interface's language."""

    def all(self) -> list[Step]:
        """Return the five steps in order."""
        return [
            Step(
                self.tr("See where a place is named"),
                self.tr(
                    "Click a circle on the map, or walk through the names with J and K. At the right stand the mention "
                    "in focus, its candidates and every sentence that names the place."
                ),
                "next",
                _has_place,
            ),
            Step(
                self.tr("Look at what is doubtful"),
                self.tr(
                    "The list Problems holds probable misspellings and names with two places. Choose one: the letters "
                    "that differ are marked, and the reasons say why the program thinks so."
                ),
                "problems_list",
                _is_doubtful,
            ),
            Step(
                self.tr("Decide"),
                self.tr(
                    "Confirm the place with C, take another candidate with its digit, or press N and a letter where "
                    "the name is no place. Every decision is saved at once."
                ),
                "confirm",
                _is_decided,
            ),
            Step(
                self.tr("Take it back"),
                self.tr("Ctrl+Z takes any decision back, also after a restart. Nothing you do here is lost or final."),
                "undo",
                _can_redo,
            ),
            Step(
                self.tr("Hand it on"),
                self.tr(
                    "Export writes GeoJSON, tables and a map that opens in any browser, each with sources and "
                    "licences. Look at the choice; you need not write anything."
                ),
                "export",
                None,
            ),
        ]


def _has_place(session: Session) -> bool:
    return session.selection.place_id is not None


def _is_doubtful(session: Session) -> bool:
    project, mention_id = session.project, session.selection.mention_id
    rows = queries.mention_rows(project, [mention_id]) if project is not None and mention_id else []
    return bool(rows) and rows[0].problem


def _is_decided(session: Session) -> bool:
    project, mention_id = session.project, session.selection.mention_id
    rows = queries.mention_rows(project, [mention_id]) if project is not None and mention_id else []
    return bool(rows) and rows[0].status in DECIDED


def _can_redo(session: Session) -> bool:
    return session.can_redo
