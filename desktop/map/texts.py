"""Every sentence the map page shows, in the interface's language."""

from PySide6.QtCore import QObject


class PageTexts(QObject):
    """The texts by key; `{n}` stands for a number."""

    def by_key(self) -> dict[str, str]:
        """Return every text of the page."""
        return {
            "map": self.tr("Map of the places mentioned"),
            "zoom_in": self.tr("Zoom in (+)"),
            "zoom_out": self.tr("Zoom out (−)"),
            "fit": self.tr("Show all places"),
            "legend": self.tr("Legend"),
            "auto": self.tr("Placed by the program"),
            "human": self.tr("Decided by a person"),
            "problem": self.tr("Probable misspelling"),
            "unresolved": self.tr("Unresolved: best guess"),
            "cluster": self.tr("Several places"),
            "area": self.tr("Country or region"),
            "ring": self.tr("Known only by municipality"),
            "mentions": self.tr("{n} mentions"),
            "mention": self.tr("1 mention"),
            "documents": self.tr("{n} documents"),
            "document": self.tr("1 document"),
            "places": self.tr("{n} places, click to zoom in"),
            "within": self.tr("within {n} km: known only by its municipality"),
            "drag": self.tr("Drag to move it"),
            "candidate": self.tr("Candidate {n}: click to take it"),
            "offmap": self.tr("{n} names not on the map"),
            "offmap_one": self.tr("1 name not on the map"),
            "empty": self.tr("No places yet"),
            "empty_more": self.tr("Places appear here as soon as an article names some."),
            "pin": self.tr(
                "Click where the place is; Shift and drag for a radius. "
                "Keys: arrows move the map, Shift+↑ ↓ the radius, Enter sets. Esc leaves."
            ),
            "box": self.tr("Draw a box: only what lies in it is shown. Esc leaves."),
            "loop": self.tr("Draw a loop: only what lies in it is shown. Esc leaves."),
            "measure": self.tr("Click along the way to measure it. Esc leaves."),
            "measured": self.tr("{n} in all"),
            "heat_mentions": self.tr("Few to many mentions"),
            "heat_documents": self.tr("Few to many articles"),
            "layers": self.tr("Background of the map"),
            "layer_auto": self.tr("Light or dark as the program"),
            "layer_light": self.tr("Light"),
            "layer_dark": self.tr("Dark"),
            "layer_none": self.tr("None"),
            "points_failed": self.tr("The places could not be read. The lists still show them all."),
            "basemap_failed": self.tr("The background map could not be read. The places are still right."),
        }
