"""Every sentence the map page shows, in the interface's language."""

from PySide6.QtCore import QCoreApplication


def page_texts() -> dict[str, str]:
    """Return the page's texts by key; `{n}` stands for a number."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("MapPage", text)

    return {
        "map": tr("Map of the places mentioned"),
        "zoom_in": tr("Zoom in (+)"),
        "zoom_out": tr("Zoom out (−)"),
        "fit": tr("Show all places"),
        "legend": tr("Legend"),
        "auto": tr("Placed by the program"),
        "human": tr("Decided by a person"),
        "problem": tr("Probable misspelling"),
        "unresolved": tr("Unresolved: best guess"),
        "cluster": tr("Several places"),
        "area": tr("Country or region"),
        "ring": tr("Known only by municipality"),
        "mentions": tr("{n} mentions"),
        "mention": tr("1 mention"),
        "documents": tr("{n} documents"),
        "document": tr("1 document"),
        "places": tr("{n} places, click to zoom in"),
        "within": tr("within {n} km: known only by its municipality"),
        "drag": tr("Drag to move it"),
        "candidate": tr("Candidate {n}: click to take it"),
        "offmap": tr("{n} names not on the map"),
        "offmap_one": tr("1 name not on the map"),
        "empty": tr("No places yet"),
        "empty_more": tr("Places appear here as soon as an article names some."),
        "pin": tr("Click where the place is. Esc leaves."),
        "points_failed": tr("The places could not be read. The lists still show them all."),
        "basemap_failed": tr("The background map could not be read. The places are still right."),
    }
