"""The table of everything a person can do: text, keys, tip, icon and where it works."""

from PySide6.QtCore import QObject

from desktop.action_spec import ActionSpec, Scope
from desktop.desk_actions import DeskActions
from desktop.map_actions import MapActions

R = Scope.REVIEW


class ActionTable(QObject):
    """Makes the specs in the interface's language, menu by menu."""

    def menus(self) -> list[tuple[str, list[ActionSpec]]]:
        """Return (title, specs) of every menu in the order of the menu bar."""
        return [
            (self.tr("&File"), self.file()),
            (self.tr("&Edit"), self.edit() + DeskActions().marks() + DeskActions().filters()),
            (self.tr("&View"), self.view() + DeskActions().timeline()),
            (self.tr("&Review"), self.review() + self.kinds() + DeskActions().words() + DeskActions().boards()),
            (self.tr("&Places"), self.places()),
            (self.tr("&Map"), MapActions().specs()),
            (self.tr("&Tools"), self.tools()),
            (self.tr("&Help"), self.help()),
        ]

    def specs(self) -> list[ActionSpec]:
        """Return every spec, in menu order; those of no menu last."""
        return [spec for _, specs in self.menus() for spec in specs] + self.candidates()

    def candidates(self) -> list[ActionSpec]:
        """Return the nine digits that take a candidate."""
        text, tip = self.tr("Take candidate {rank}"), self.tr("Choose this candidate of the list")
        return [
            ActionSpec(f"candidate_{rank}", text.format(rank=rank), tip, (str(rank),), None, R) for rank in range(1, 10)
        ]

    def file(self) -> list[ActionSpec]:
        return [
            ActionSpec("new", self.tr("&New project…"), self.tr("Start an empty project file"), ("Ctrl+N",), "new"),
            ActionSpec("open", self.tr("&Open project…"), self.tr("Open a project file"), ("Ctrl+O",), "open"),
            ActionSpec(
                "import",
                self.tr("&Import articles…"),
                self.tr("Read articles into this project"),
                ("Ctrl+I",),
                "import",
            ),
            ActionSpec("export", self.tr("&Export…"), self.tr("Write GeoJSON, tables or a map"), ("Ctrl+E",), "export"),
            ActionSpec(
                "close",
                self.tr("&Close project"),
                self.tr("Close the project; everything is saved already"),
                ("Ctrl+W",),
            ),
            ActionSpec(
                "new_window",
                self.tr("New &window"),
                self.tr("A second window; on the same project it is for reading only"),
                ("Ctrl+Shift+N",),
            ),
            ActionSpec(
                "find_sources",
                self.tr("Find &moved files…"),
                self.tr("Say in which folder the articles' files lie now"),
            ),
            ActionSpec(
                "merge",
                self.tr("Mer&ge another project…"),
                self.tr("See two people's decisions beside each other, and take what is missing here"),
            ),
            ActionSpec("backups", self.tr("&Backups…"), self.tr("Copies of this project, and the way back to one")),
            ActionSpec("quit", self.tr("&Quit"), self.tr("Leave the program"), ("Ctrl+Q",)),
        ]

    def edit(self) -> list[ActionSpec]:
        return [
            ActionSpec("undo", self.tr("&Undo"), self.tr("Take the last decision back"), ("Ctrl+Z",), "undo"),
            ActionSpec("redo", self.tr("&Redo"), self.tr("Do it again"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
            ActionSpec(
                "search_all",
                self.tr("&Search everything…"),
                self.tr("Actions, articles, names, places and the gazetteer behind one line"),
                ("Ctrl+K",),
                "search",
            ),
            ActionSpec(
                "find",
                self.tr("&Find a mention"),
                self.tr("Type to narrow the list of mentions"),
                ("Ctrl+F",),
                "search",
            ),
            ActionSpec(
                "remove_document",
                self.tr("Remove &article"),
                self.tr("Take the selected article out of the project"),
                ("Ctrl+Delete",),
            ),
        ]

    def view(self) -> list[ActionSpec]:
        return [
            ActionSpec(
                "theme_system",
                self.tr("Appearance of the &system"),
                self.tr("Light or dark as the system is"),
                checkable=True,
            ),
            ActionSpec("theme_light", self.tr("&Light"), self.tr("Always light"), checkable=True),
            ActionSpec("theme_dark", self.tr("&Dark"), self.tr("Always dark"), checkable=True),
            ActionSpec("layout_triage", self.tr("Layout &Triage"), self.tr("All panes"), ("Ctrl+1",)),
            ActionSpec(
                "layout_read", self.tr("Layout R&ead"), self.tr("The article large, the map small"), ("Ctrl+2",)
            ),
            ActionSpec("layout_map", self.tr("Layout &Map"), self.tr("The map alone with its evidence"), ("Ctrl+3",)),
            ActionSpec("layout_gazetteer", self.tr("Layout &Gazetteer"), self.tr("Gazetteer and map"), ("Ctrl+4",)),
            ActionSpec(
                "layout_compare",
                self.tr("Layout &Compare"),
                self.tr("Possible conflicts, and two articles side by side"),
                ("Ctrl+5",),
            ),
            ActionSpec("next_pane", self.tr("&Next pane"), self.tr("Move the keyboard to the next pane"), ("F6",)),
            ActionSpec(
                "previous_pane",
                self.tr("Pre&vious pane"),
                self.tr("Move the keyboard to the pane before"),
                ("Shift+F6",),
            ),
            ActionSpec(
                "side_panels", self.tr("Si&de panels"), self.tr("Hide or show the panels at both sides"), ("F9",)
            ),
            ActionSpec("full_screen", self.tr("&Full screen"), self.tr("Fill the screen"), ("F11",), checkable=True),
        ]

    def review(self) -> list[ActionSpec]:
        return [
            ActionSpec(
                "next", self.tr("&Next mention"), self.tr("Go to the next mention of the list"), ("J", "F3"), "next", R
            ),
            ActionSpec(
                "previous",
                self.tr("&Previous mention"),
                self.tr("Go to the mention before"),
                ("K", "Shift+F3"),
                "previous",
                R,
            ),
            ActionSpec(
                "next_unresolved",
                self.tr("Next un&resolved"),
                self.tr("Go to the next name without a place"),
                ("Ctrl+J",),
            ),
            ActionSpec(
                "accept",
                self.tr("&Accept and go on"),
                self.tr("Confirm the place and go to the next mention"),
                ("Return", "Enter"),
                "confirm",
                R,
            ),
            ActionSpec("confirm", self.tr("&Confirm"), self.tr("The place is right"), ("C",), "confirm", R),
            ActionSpec(
                "apply_all",
                self.tr("Apply to all…"),
                self.tr("Decide the same for every mention of this name"),
                ("Shift+Return", "Shift+Enter"),
                "apply_all",
                R,
            ),
            ActionSpec(
                "make_rule",
                self.tr("Make this a ru&le…"),
                self.tr("Let the decision on this mention decide articles imported later, too"),
                ("L",),
                "rule",
                R,
            ),
            ActionSpec(
                "search_place",
                self.tr("Choose &another place…"),
                self.tr("Search the gazetteer for the right place"),
                ("E", "/"),
                "search",
                R,
            ),
            ActionSpec("pin", self.tr("&Drop a pin"), self.tr("Click the place on the map"), ("P",), "pin", R),
            ActionSpec(
                "unidentified",
                self.tr("Cannot be &identified"),
                self.tr("Nobody can say which place is meant"),
                ("U",),
                "unknown",
                R,
            ),
            ActionSpec("defer", self.tr("De&fer"), self.tr("Decide later"), ("D",), "defer", R),
            ActionSpec(
                "reset",
                self.tr("&Back to automatic"),
                self.tr("Forget what a person decided here"),
                ("Backspace",),
                "reset",
                R,
            ),
            ActionSpec("zoom_to", self.tr("&Zoom to the place"), self.tr("Show the place close up"), ("Z",), "zoom", R),
            ActionSpec(
                "place_card",
                self.tr("The place in the &gazetteer"),
                self.tr("Show the place's card: its names, what is in it and near it"),
                ("G",),
                "gazetteer",
                R,
            ),
        ]

    def kinds(self) -> list[ActionSpec]:
        return [
            ActionSpec(
                "kind_organisation",
                self.tr("An &organisation"),
                self.tr("The name is an organisation's, not a place"),
                ("N, O",),
                None,
                R,
            ),
            ActionSpec(
                "kind_person", self.tr("A &person"), self.tr("The name is a person's, not a place"), ("N, P",), None, R
            ),
            ActionSpec(
                "kind_demonym",
                self.tr("A &demonym"),
                self.tr("It names the people of the place; the place is kept"),
                ("N, D",),
                None,
                R,
            ),
            ActionSpec(
                "kind_metonym",
                self.tr("A &metonym"),
                self.tr("The place stands for its government or team; the place is kept"),
                ("N, M",),
                None,
                R,
            ),
            ActionSpec(
                "kind_facility",
                self.tr("A &facility"),
                self.tr("A building or site named after the place; the place is kept"),
                ("N, F",),
                None,
                R,
            ),
            ActionSpec(
                "kind_event", self.tr("An &event"), self.tr("The name is an event's, not a place"), ("N, E",), None, R
            ),
            ActionSpec(
                "kind_language",
                self.tr("A &language"),
                self.tr("The word names a language, not a place"),
                ("N, L",),
                None,
                R,
            ),
            ActionSpec(
                "kind_other",
                self.tr("Something &else"),
                self.tr("Not a place, and none of the others"),
                ("N, X",),
                None,
                R,
            ),
            ActionSpec(
                "kind_literal", self.tr("The place i&tself"), self.tr("The name means the place"), ("N, N",), None, R
            ),
        ]

    def places(self) -> list[ActionSpec]:
        return [
            ActionSpec(
                "look_up",
                self.tr("&Search the gazetteer…"),
                self.tr("Find any place and show it on the map"),
                ("Ctrl+G",),
                "gazetteer",
            ),
            ActionSpec(
                "gazetteer_pane",
                self.tr("&Walk through the gazetteer"),
                self.tr("Search, filter and browse every place the program knows"),
                ("Ctrl+Shift+G",),
                "gazetteer",
            ),
            ActionSpec(
                "own_place",
                self.tr("&Add a place of your own…"),
                self.tr("Put a place that no gazetteer has into this project"),
                (),
                "add",
            ),
            ActionSpec(
                "home",
                self.tr("&Home of the project…"),
                self.tr("Say where the articles mostly play: names rather mean places there"),
            ),
            ActionSpec(
                "evidence",
                self.tr("&Evidence for the place"),
                self.tr("Every article and sentence that names the selected place"),
                ("Ctrl+L",),
                "evidence",
            ),
        ]

    def tools(self) -> list[ActionSpec]:
        return [
            ActionSpec(
                "letters",
                self.tr("&Single-letter keys"),
                self.tr("Letters decide while a review pane has the focus"),
                checkable=True,
            ),
            ActionSpec(
                "settings",
                self.tr("S&ettings…"),
                self.tr("Language, appearance, keys, map, gazetteers, backups"),
                ("Ctrl+,",),
                "settings",
            ),
            ActionSpec(
                "library",
                self.tr("Your &gazetteers…"),
                self.tr("Import gazetteers, put them in order, turn them on and off"),
                (),
                "layers",
            ),
            ActionSpec(
                "rules",
                self.tr("&Rules…"),
                self.tr("What was learned from corrections: switch it on and off, exchange it"),
                (),
                "rule",
            ),
            ActionSpec(
                "folder", self.tr("Show the project's &folder"), self.tr("Open the folder the project file lies in")
            ),
        ]

    def help(self) -> list[ActionSpec]:
        return [
            ActionSpec("keys", self.tr("&Keyboard"), self.tr("Every key on one sheet"), ("Ctrl+?", "F1"), "keyboard"),
            ActionSpec(
                "guide",
                self.tr("&Guided tour"),
                self.tr("Five steps on the sample project"),
                (),
                "article",
            ),
            ActionSpec(
                "gazetteer_info",
                self.tr("About the &gazetteer"),
                self.tr("Its version, sources, licences and counts"),
                (),
                "gazetteer",
            ),
            ActionSpec("about", self.tr("&About Toposcope"), self.tr("Version, licences and credits"), (), "info"),
        ]
