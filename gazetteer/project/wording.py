"""Decisions and states in words for people."""

from gazetteer.model import PLACE_KINDS, Place, Status
from gazetteer.project.rules import Rule
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
    "star": "Star set",
    "unstar": "Star taken away",
    "ignore_problem": "Problem ignored",
    "add_mention": "Mention added",
    "remove_mention": "Mention removed",
    "new_gazetteer": "Resolved anew with another gazetteer",
    "use_rule": "Learned from a rule",
    "drop_rule": "Rule no longer in use",
    "merge": "Taken from another's project",
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


def rule_words(rule: Rule) -> str:
    """Return a rule in a line: `“Paris” is Paris, Texas, where the article names Dallas`."""
    answer = rule.place.label if rule.place else f"not a place: {rule.kind.value}"
    context = context_words(rule)
    return f"“{rule.name}” is {answer}{f', {context}' if context else ''}"


def context_words(rule: Rule) -> str:
    """Return where a rule holds in a few words, empty for everywhere."""
    parts = [f"in articles in “{rule.lang}”"] if rule.lang else []
    parts += [f"of {rule.source}"] if rule.source else []
    parts += [f"where the article names {rule.named.label}"] if rule.named else []
    return " ".join(parts)
