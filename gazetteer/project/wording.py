"""Decisions and states in words for people."""

from gazetteer.model import PLACE_KINDS, Place, Status
from gazetteer.project.states import State

ACTIONS = {
    "choose_place": "Place chosen",
    "drop_pin": "Pin dropped",
    "set_kind": "Kind set",
    "confirm": "Confirmed",
    "cannot_identify": "Cannot be identified",
    "defer": "Deferred",
    "reset": "Reset to automatic",
    "note": "Note written",
    "tags": "Tags set",
    "ignore_problem": "Problem ignored",
    "add_mention": "Mention added",
    "remove_mention": "Mention removed",
    "new_gazetteer": "Resolved anew with another gazetteer",
    "undo": "Undone",
    "redo": "Done again",
}
"""every action of the log and its words"""


def state_words(state: State, place: Place | None) -> str:
    """Return a state in a few words: `Pabradė, Lithuania (auto)`, `not a place: person`, `removed`."""
    if state.removed:
        return "removed"
    if state.kind not in PLACE_KINDS or state.status is Status.REJECTED:
        return f"not a place: {state.kind.value}"
    if place is None:
        return "no place (deferred)" if state.status is Status.DEFERRED else "no place"
    kind = "" if state.kind.value == "literal" else f"{state.kind.value}, "
    return f"{place.label} ({kind}{state.status.value})"
