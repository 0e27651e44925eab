"""The words the panes use for kinds, states, spellings, place classes, counts and times."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.review.feature_words import code_words
from desktop.review.language_names import name_of_language
from gazetteer.model import Group, Kind, Place, Precision, SpellingStatus, Status


def upper_first(words: str) -> str:
    """Return words with a capital at the beginning; the rest stays, for in German nouns have one of their own."""
    return words[:1].upper() + words[1:]


def kind_word(kind: Kind) -> str:
    """Return what a name is used for."""
    translate = QCoreApplication.translate
    return {
        Kind.LITERAL: translate("Words", "place"),
        Kind.DEMONYM: translate("Words", "demonym"),
        Kind.METONYM: translate("Words", "metonym"),
        Kind.ORGANISATION: translate("Words", "organisation"),
        Kind.PERSON: translate("Words", "person"),
        Kind.EVENT: translate("Words", "event"),
        Kind.FACILITY: translate("Words", "facility"),
        Kind.LANGUAGE: translate("Words", "language"),
        Kind.OTHER: translate("Words", "something else"),
    }[kind]


def status_word(status: Status) -> str:
    """Return who decided."""
    translate = QCoreApplication.translate
    return {
        Status.AUTO: translate("Words", "automatic"),
        Status.CONFIRMED: translate("Words", "confirmed"),
        Status.CORRECTED: translate("Words", "corrected"),
        Status.LEARNED: translate("Words", "learned"),
        Status.REJECTED: translate("Words", "rejected"),
        Status.UNRESOLVED: translate("Words", "unresolved"),
        Status.DEFERRED: translate("Words", "deferred"),
    }[status]


def group_word(group: Group) -> str:
    """Return the name of one of the four groups."""
    translate = QCoreApplication.translate
    return {
        Group.PLOTTED: translate("Words", "plotted"),
        Group.LINKED: translate("Words", "linked"),
        Group.NOT_A_PLACE: translate("Words", "not a place"),
        Group.UNRESOLVED: translate("Words", "unresolved"),
    }[group]


def spelling_word(spelling: SpellingStatus) -> str:
    """Return the name of a spelling class."""
    translate = QCoreApplication.translate
    return {
        SpellingStatus.EXACT: translate("Words", "exact"),
        SpellingStatus.CASE: translate("Words", "other case"),
        SpellingStatus.DIACRITICS: translate("Words", "without marks"),
        SpellingStatus.EXONYM: translate("Words", "other language"),
        SpellingStatus.HISTORIC: translate("Words", "historic name"),
        SpellingStatus.TRANSLITERATION: translate("Words", "transliteration"),
        SpellingStatus.INFLECTED: translate("Words", "inflected"),
        SpellingStatus.ABBREVIATION: translate("Words", "abbreviation"),
        SpellingStatus.OCR: translate("Words", "scan error"),
        SpellingStatus.PROBABLE_MISSPELLING: translate("Words", "probable misspelling"),
        SpellingStatus.AMBIGUOUS: translate("Words", "ambiguous"),
        SpellingStatus.UNKNOWN: translate("Words", "unknown name"),
    }[spelling]


def feature_word(place: Place) -> str:
    """Return what a place is, from its feature class and code."""
    translate = QCoreApplication.translate
    code = place.feature_code
    if place.place_id.startswith("project:"):
        return translate("Words", "pin of this project")
    if code.startswith("PCL"):
        return translate("Words", "country")
    if code == "PPLC":
        return translate("Words", "capital")
    if code.startswith("PPLA"):
        seats = {"PPLA": translate("Words", "regional seat"), "PPLA2": translate("Words", "district seat")}
        return seats.get(code, translate("Words", "municipal seat"))
    if code.startswith("ADM"):
        return translate("Words", "region") if code.startswith("ADM1") else translate("Words", "district")
    words = {
        "A": translate("Words", "administrative area"),
        "P": translate("Words", "settlement"),
        "H": translate("Words", "water"),
        "T": translate("Words", "mountain or island"),
        "L": translate("Words", "area"),
        "S": translate("Words", "building or site"),
        "R": translate("Words", "road or railway"),
        "V": translate("Words", "vegetation"),
        "U": translate("Words", "undersea feature"),
    }
    by_class = words.get(place.feature_class, translate("Words", "place"))
    return code_words().get(f"{place.feature_class}.{code}", by_class)


def precision_note(place: Place) -> str | None:
    """Return how far the position may be trusted, where that is less than a point."""
    translate = QCoreApplication.translate
    if place.precision is Precision.POINT:
        return None
    if place.precision is Precision.MUNICIPALITY:
        if place.radius_m:
            return translate("Words", "known by its municipality, within about {km} km").format(
                km=number(round(place.radius_m / 1000))
            )
        return translate("Words", "known by its municipality only")
    return translate("Words", "an area, not a point")


def region_line(place: Place) -> str:
    """Return region and country, without what the name says already."""
    return ", ".join(part for part in (place.admin1_name, place.country_name) if part and part != place.name)


def number(value: int) -> str:
    """Return a number with the locale's thousands marks."""
    return QLocale().toString(value) if QLocale().language() is not QLocale.Language.C else f"{value:,}"


def population_word(population: int | None) -> str | None:
    """Return a population in short: `6,200`, `1.4 M`; None where it is unknown."""
    translate = QCoreApplication.translate
    if not population:
        return None
    if population >= 1_000_000:
        return translate("Words", "{millions} M").format(millions=QLocale().toString(population / 1e6, "f", 1))
    return number(population)


def percent(probability: float) -> str:
    """Return a probability as whole percent."""
    return f"{round(probability * 100)} %"


def mentions_word(count: int) -> str:
    """Return `1 mention` or `12 mentions`."""
    translate = QCoreApplication.translate
    if count == 1:
        return translate("Words", "1 mention")
    return translate("Words", "{n} mentions").format(n=number(count))


def articles_word(count: int) -> str:
    """Return `1 article` or `12 articles`."""
    translate = QCoreApplication.translate
    if count == 1:
        return translate("Words", "1 article")
    return translate("Words", "{n} articles").format(n=number(count))


def language_word(lang: str | None) -> str | None:
    """Return the name of a language code, the code itself where Qt does not know it."""
    if not lang:
        return None
    language = QLocale(lang).language()
    return lang if language is QLocale.Language.C else name_of_language(language)


def when_word(moment: str) -> str:
    """Return a stored UTC time (`2026-11-23T20:56:07Z`) in local time, to the minute."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return moment
    return local.strftime("%Y-%m-%d %H:%M")
