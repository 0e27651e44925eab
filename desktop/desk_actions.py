"""The specs of the actions of the review desk: filters and timeline."""

from PySide6.QtCore import QObject

from desktop.action_spec import ActionSpec


class DeskActions(QObject):
    """Makes them in the interface's language."""

    def filters(self) -> list[ActionSpec]:
        """Return what narrows every pane at once; in the Edit menu."""
        return [
            ActionSpec(
                "filter_text",
                self.tr("Filter by &name"),
                self.tr("Type to keep map, lists and timeline to a name or place"),
                ("Ctrl+Shift+F",),
                "search",
            ),
            ActionSpec(
                "add_filter",
                self.tr("Add a fi&lter"),
                self.tr("Keep to a date, source, country, status and so on"),
                ("Ctrl+Shift+D",),
                "add",
            ),
            ActionSpec(
                "clear_filter", self.tr("&Clear all filters"), self.tr("Show every mention again"), ("Ctrl+Shift+X",)
            ),
        ]

    def timeline(self) -> list[ActionSpec]:
        """Return what concerns the timeline; in the View menu."""
        return [
            ActionSpec("timeline_pane", self.tr("&Timeline"), self.tr("Choose dates in the histogram"), ("Ctrl+T",)),
            ActionSpec(
                "timeline_play",
                self.tr("Pla&y the timeline"),
                self.tr("Step through the dates, one bar each second; again to stop"),
                ("Ctrl+Shift+T",),
                "play",
            ),
        ]

    def boards(self) -> list[ActionSpec]:
        """Return what looks at articles together; in the Review menu."""
        return [
            ActionSpec(
                "conflicts_list",
                self.tr("Possible con&flicts"),
                self.tr("Show articles that seem to tell the same event differently"),
                ("Ctrl+Shift+K",),
            ),
            ActionSpec(
                "compare",
                self.tr("&Side by side…"),
                self.tr("Read two articles beside each other"),
                ("Ctrl+Shift+S",),
                "documents",
            ),
        ]
