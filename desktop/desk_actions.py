"""The specs of the actions of the review desk: filters, timeline, boards, marks, the words of a mention."""

from PySide6.QtCore import QObject

from desktop.action_spec import ActionSpec, Scope

R = Scope.REVIEW


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
            ActionSpec(
                "steps_list",
                self.tr("S&teps"),
                self.tr("Everything that was done, by name; go back to any step"),
                ("Ctrl+Shift+Y",),
            ),
        ]

    def marks(self) -> list[ActionSpec]:
        """Return what one leaves on mentions and articles; in the Edit menu."""
        return [
            ActionSpec(
                "star", self.tr("&Star"), self.tr("Put a star on the mention, or take it away"), ("S",), "star", R
            ),
            ActionSpec(
                "star_document",
                self.tr("Star the article"),
                self.tr("Put a star on the article, or take it away"),
                ("Ctrl+D",),
                "star",
            ),
            ActionSpec(
                "describe",
                self.tr("About the article…"),
                self.tr("Title, date, source, address, note and tags of the article"),
                ("Ctrl+Return",),
                "edit",
            ),
            ActionSpec(
                "paste_article",
                self.tr("Paste as an article"),
                self.tr("Bring the clipboard's text in as an article"),
                ("Ctrl+Shift+I",),
                "import",
            ),
            ActionSpec(
                "cite",
                self.tr("Copy citation"),
                self.tr("Copy source, title, date and address"),
                ("Ctrl+Shift+C",),
                "copy",
            ),
        ]

    def words(self) -> list[ActionSpec]:
        """Return what is done to the words of a mention; in the Review menu."""
        return [
            ActionSpec(
                "add_mention",
                self.tr("&Mark as a place"),
                self.tr("Make the words selected in the article a mention"),
                ("M",),
                "add",
                R,
            ),
            ActionSpec(
                "move_ends",
                self.tr("Move the ends"),
                self.tr("Let the mention be the words selected in the article"),
                ("B",),
                None,
                R,
            ),
            ActionSpec(
                "split_mention",
                self.tr("Split the mention"),
                self.tr("Make two of it: at the cursor, or leaving out the words selected"),
                ("X",),
                None,
                R,
            ),
            ActionSpec(
                "remove_mention",
                self.tr("Remove the mention"),
                self.tr("These words are no mention at all; undo brings it back"),
                ("Delete",),
                None,
                R,
            ),
            ActionSpec(
                "write_note",
                self.tr("&Write a note"),
                self.tr("A remark beside the mention; Enter keeps it and goes back"),
                ("W",),
                "edit",
                R,
            ),
            ActionSpec(
                "write_tags",
                self.tr("&Tags"),
                self.tr("Words to find the mention by, with commas; Enter keeps them and goes back"),
                ("T",),
                None,
                R,
            ),
        ]
