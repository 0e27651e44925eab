"""What the line above the table says: how many places there are, in what order, or that there is none."""

from PySide6.QtCore import QCoreApplication

from desktop.gazetteer_view.asking import Found, Way
from desktop.review.words import number
from gazetteer.places import coordinates
from gazetteer.places.records import ANY


def count_words(found: Found, picked: int) -> str:
    """Return how many places an answer holds and in what order; `picked` of them are chosen."""
    translate, total = QCoreApplication.translate, len(found.pids)
    if picked > 1:
        return translate("GazetteerCount", "{n} of {total} chosen").format(n=number(picked), total=number(total))
    if not total:
        return translate("GazetteerCount", "No place")
    if found.way is Way.NEAR and found.position is not None:
        where = coordinates.decimal(*found.position)
        return translate("GazetteerCount", "The {n} places nearest to {where}").format(n=number(total), where=where)
    if total == 1:
        return translate("GazetteerCount", "1 place")
    if found.way is Way.SEARCHED:
        return translate("GazetteerCount", "{n} places, best first").format(n=number(total))
    return translate("GazetteerCount", "{n} places, most prominent first").format(n=number(total))


def nothing_words(found: Found) -> str:
    """Return why an answer holds no place."""
    translate = QCoreApplication.translate
    if found.wanted.where != ANY:
        return translate("GazetteerCount", "There is no such place within these filters.")
    unknown = translate("GazetteerCount", "No place is called “{name}”, nor nearly so.")
    return unknown.format(name=found.wanted.text)
