"""What each filter chip offers, and how what it chose is written into the filter and read from it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.gazetteer_view.choice import Choice
from desktop.gazetteer_view.words import class_word
from desktop.review.words import group_word, kind_word, language_word, number, spelling_word, status_word
from gazetteer.model import Group, Kind, SpellingStatus, Status
from gazetteer.project.facets import facet_values
from gazetteer.project.filters import MentionFilter
from gazetteer.project.store import Project

CONFIDENCES = (50, 60, 70, 80, 90)
"""per cent"""


@dataclass(frozen=True, slots=True)
class SetOffer:
    """A part of the filter that is a set: its name there, its title, and where its values come from."""

    part: str
    title: str
    offered: Callable[[Project], Sequence[Choice]]


def set_offers() -> list[SetOffer]:
    """Return the chips that choose among values, in the order of the bar."""
    translate = QCoreApplication.translate
    return [
        SetOffer("sources", translate("Filter", "Source"), _facet("sources", _plain)),
        SetOffer("languages", translate("Filter", "Language"), _facet("languages", _language)),
        SetOffer("countries", translate("Filter", "Country"), _facet("countries", _plain)),
        SetOffer("regions", translate("Filter", "Region"), _facet("regions", _plain)),
        SetOffer("classes", translate("Filter", "Class"), _facet("classes", lambda value, name: class_word(value))),
        SetOffer("groups", translate("Filter", "Group"), _enum(Group, group_word)),
        SetOffer("statuses", translate("Filter", "Status"), _enum(Status, status_word)),
        SetOffer("kinds", translate("Filter", "Kind"), _enum(Kind, kind_word)),
        SetOffer("spellings", translate("Filter", "Spelling"), _enum(SpellingStatus, spelling_word)),
        SetOffer("tags", translate("Filter", "Tag"), _facet("tags", _plain)),
    ]


TYPES = {"groups": Group, "statuses": Status, "kinds": Kind, "spellings": SpellingStatus}


def with_set(where: MentionFilter, part: str, values: Sequence[str]) -> MentionFilter:
    """Return the filter with these values for one of its sets."""
    make = TYPES.get(part, str)
    return with_part(where, part, frozenset(make(value) for value in values))


def with_part(where: MentionFilter, part: str, value: object) -> MentionFilter:
    """Return the filter with another value for the part of this name."""
    return replace(where, **{part: value})  # type: ignore[arg-type]


def flag_titles() -> list[tuple[str, str]]:
    """Return (name in the filter, title) of the parts that are on or off."""
    translate = QCoreApplication.translate
    return [
        ("starred", translate("Filter", "Starred")),
        ("noted", translate("Filter", "With a note")),
        ("problems_only", translate("Filter", "Problems")),
        ("conflicts_only", translate("Filter", "In a conflict")),
        ("undated", translate("Filter", "Undated")),
    ]


def confidence_choices() -> list[Choice]:
    """Return what the confidence chip offers: at least, or below, a share."""
    translate = QCoreApplication.translate
    least, below = translate("Filter", "At least {n} %"), translate("Filter", "Below {n} %")
    return [
        *(Choice(f">{one}", least.format(n=one)) for one in reversed(CONFIDENCES)),
        *(Choice(f"<{one}", below.format(n=one)) for one in reversed(CONFIDENCES)),
    ]


def confidence_value(where: MentionFilter) -> list[str]:
    """Return what the confidence chip has chosen where the filter is this."""
    chosen = []
    if where.min_confidence is not None:
        chosen.append(f">{round(where.min_confidence * 100)}")
    if where.below_confidence is not None:
        chosen.append(f"<{round(where.below_confidence * 100)}")
    return chosen


def with_confidence(where: MentionFilter, values: Sequence[str]) -> MentionFilter:
    """Return the filter with the last chosen least share and the last chosen share to stay below."""
    least = [int(value[1:]) / 100 for value in values if value.startswith(">")]
    below = [int(value[1:]) / 100 for value in values if value.startswith("<")]
    return replace(where, min_confidence=least[-1] if least else None, below_confidence=below[-1] if below else None)


def _enum(values: type[StrEnum], word: Callable[..., str]) -> Callable[[Project], Sequence[Choice]]:
    choices = [Choice(value.value, word(value)) for value in values]
    return lambda project: choices


def _facet(facet: str, word: Callable[[str, str], str]) -> Callable[[Project], Sequence[Choice]]:
    def offered(project: Project) -> list[Choice]:
        values = facet_values(project, facet)
        return [Choice(one.value, word(one.value, one.name), number(one.mentions)) for one in values]

    return offered


def _plain(value: str, name: str) -> str:
    return name or QCoreApplication.translate("Filter", "not known")


def _language(value: str, name: str) -> str:
    if not value:
        return QCoreApplication.translate("Filter", "not known")
    return language_word(value) or value
