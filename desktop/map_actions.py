"""The specs of the Map menu."""

from PySide6.QtCore import QObject

from desktop.action_spec import ActionSpec


class MapActions(QObject):
    """Makes them in the interface's language."""

    def specs(self) -> list[ActionSpec]:
        """Return the Map menu, in order."""
        return [
            ActionSpec(
                "map_fit", self.tr("Show &all places"), self.tr("Fit the map to everything on it"), ("Ctrl+0",), "fit"
            ),
            ActionSpec("map_focus", self.tr("Work on the &map"), self.tr("Move the keyboard to the map"), ("Ctrl+M",)),
            ActionSpec(
                "unresolved_list",
                self.tr("Names &not on the map"),
                self.tr("Show the list of unresolved names"),
                ("Ctrl+U",),
            ),
            ActionSpec(
                "problems_list",
                self.tr("D&oubtful names"),
                self.tr("Show the list of problems"),
                ("Ctrl+Shift+P",),
            ),
            *self.tools(),
            *self.looks(),
        ]

    def tools(self) -> list[ActionSpec]:
        """Return what is drawn or measured by hand."""
        return [
            ActionSpec(
                "area_box",
                self.tr("Keep to a &box"),
                self.tr("Draw a box on the map; everything shows only what lies in it"),
                ("Ctrl+Shift+B",),
            ),
            ActionSpec(
                "area_loop",
                self.tr("Keep to a &loop"),
                self.tr("Draw a loop by hand; everything shows only what lies in it"),
                ("Ctrl+Shift+L",),
            ),
            ActionSpec(
                "area_view",
                self.tr("Keep to what the map sho&ws"),
                self.tr("Everything shows only what lies in the part of the map in view"),
                ("Ctrl+Shift+V",),
            ),
            ActionSpec(
                "area_clear",
                self.tr("Sho&w everywhere again"),
                self.tr("Let go of the box or loop"),
                ("Ctrl+Shift+A",),
            ),
            ActionSpec(
                "measure",
                self.tr("&Measure"),
                self.tr("Click along a way on the map and read how long it is"),
                ("Ctrl+Shift+M",),
                checkable=True,
            ),
        ]

    def looks(self) -> list[ActionSpec]:
        """Return how the map looks and what becomes of it."""
        return [
            ActionSpec(
                "heat_mentions",
                self.tr("&Density of mentions"),
                self.tr("A tint in place of the marks: where most is mentioned"),
                ("Ctrl+Shift+H",),
                checkable=True,
            ),
            ActionSpec(
                "heat_documents",
                self.tr("Density of a&rticles"),
                self.tr("A tint in place of the marks: where most articles are"),
                checkable=True,
            ),
            ActionSpec(
                "context_lines",
                self.tr("Lines to places named &near"),
                self.tr("Join the place in focus to those its article names near it"),
                checkable=True,
            ),
            ActionSpec(
                "follow",
                self.tr("&Follow the selection"),
                self.tr("Move the map to what is selected"),
                checkable=True,
            ),
            ActionSpec(
                "background",
                self.tr("Bac&kground…"),
                self.tr("Light, dark, none, or a map of your own under the places"),
                (),
                "layers",
            ),
            ActionSpec(
                "map_picture",
                self.tr("Save as &picture…"),
                self.tr("Write the map as PNG or PDF, with legend and credits"),
                ("Ctrl+Shift+E",),
                "export",
            ),
        ]
