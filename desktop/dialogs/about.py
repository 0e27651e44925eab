"""About the program: version, what it promises, the sources it stands on and their licences."""

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

import resources
from desktop.dialogs.libraries import libraries
from desktop.dialogs.parts import add_row, button, button_row, prepare, table, text
from desktop.status_line import grouped
from desktop.theme import icon
from gazetteer import __version__
from gazetteer.places.store import Gazetteer


class AboutDialog(QDialog):
    """The program, the sources of gazetteer and map, the libraries, and the licences of what is shipped."""

    def __init__(self, gazetteer: Gazetteer | None, parent: QWidget, page: int = 0) -> None:
        super().__init__(parent)
        layout = prepare(self, "about_dialog", self.tr("About Toposcope"), 760, 540)
        tabs = QTabWidget(self)
        tabs.setObjectName("about_tabs")
        tabs.setAccessibleName(self.tr("About"))
        tabs.setDocumentMode(True)
        tabs.addTab(self._program(tabs), self.tr("Program"))
        tabs.addTab(self._sources(tabs, gazetteer), self.tr("Gazetteer and map"))
        tabs.addTab(self._libraries(tabs), self.tr("Libraries"))
        tabs.addTab(self._licences(tabs), self.tr("Licences"))
        tabs.setCurrentIndex(page)
        layout.addWidget(tabs, 1)
        close = button(self, "about_close", self.tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        layout.addLayout(button_row(None, close))

    def _program(self, parent: QWidget) -> QWidget:
        page, layout = _page(parent, "about_program", self.tr("Program"))
        symbol = text(page, "about_symbol", "")
        symbol.setPixmap(icon("toposcope", self.palette()).pixmap(56, 56))
        symbol.setAccessibleName(self.tr("The program's symbol"))
        layout.addWidget(symbol)
        layout.addWidget(text(page, "about_name", f"Toposcope {__version__}", "title"))
        promise = self.tr(
            "Toposcope reads articles, finds the places they name and shows them on a map you can correct. "
            "It works without a network: every request the map page might make to one is refused and counted. "
            "It sends no usage figures and asks for no updates."
        )
        layout.addWidget(text(page, "about_promise", promise))
        built = self.tr("MIT licence. Drawn with Qt {qt}; the map is Leaflet.").format(qt=qVersion())
        layout.addWidget(text(page, "about_built", built, "muted"))
        layout.addStretch(1)
        return page

    def _sources(self, parent: QWidget, gazetteer: Gazetteer | None) -> QWidget:
        page, layout = _page(parent, "about_sources", self.tr("Gazetteer and map"))
        if gazetteer is None:
            layout.addWidget(text(page, "about_no_gazetteer", self.tr("The gazetteer is not open yet."), "empty"))
            return page
        info = gazetteer.info()
        head = self.tr("Gazetteer {version}: {counts}. The basemap is drawn from Natural Earth (public domain).")
        counts = ", ".join(f"{grouped(number)} {name}" for name, number in info.counts.items())
        layout.addWidget(text(page, "about_gazetteer", head.format(version=info.version, counts=counts), "muted"))
        heads = [self.tr("Source"), self.tr("Version"), self.tr("Licence"), self.tr("Credit")]
        sources = table(page, "about_source_table", self.tr("Sources of the gazetteer"), heads)
        for source in info.sources:
            add_row(sources, [source.title, source.version, source.licence, source.attribution])
        sources.setColumnWidth(0, 210)
        layout.addWidget(sources, 1)
        return page

    def _libraries(self, parent: QWidget) -> QWidget:
        page, layout = _page(parent, "about_libraries", self.tr("Libraries"))
        hint = self.tr("Read from what is installed with this program and shipped in it.")
        layout.addWidget(text(page, "about_libraries_hint", hint, "muted"))
        heads = [self.tr("Library"), self.tr("Version"), self.tr("Licence")]
        listed = table(page, "about_library_table", self.tr("Libraries the program is built of"), heads)
        for library in libraries():
            add_row(listed, [library.name, library.version, library.licence])
        listed.setColumnWidth(0, 210)
        layout.addWidget(listed, 1)
        return page

    def _licences(self, parent: QWidget) -> QWidget:
        page, layout = _page(parent, "about_licences", self.tr("Licences"))
        shown = QPlainTextEdit(page)
        shown.setObjectName("about_licence_text")
        shown.setAccessibleName(self.tr("Licences of what is shipped"))
        shown.setReadOnly(True)
        shown.setPlainText(licence_texts())
        layout.addWidget(shown)
        return page


def licence_texts() -> str:
    """Return the licence files that lie beside the shipped resources, each under its name."""
    folders = (resources.path("licences"), resources.path("web", "vendor"), resources.path("basemap"))
    found = [
        path
        for folder in folders
        if folder.is_dir()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and (folder.name == "licences" or path.stem.upper().startswith(("LICEN", "COPYING")))
    ]
    return "\n\n".join(f"{path.parent.name}/{path.name}\n\n{path.read_text('utf-8', 'replace')}" for path in found)


def _page(parent: QWidget, name: str, title: str) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget(parent)
    page.setObjectName(name)
    page.setAccessibleName(title)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(4, 16, 4, 4)
    layout.setSpacing(10)
    return page, layout
