"""The look of the program: colours for light and dark, one style sheet, icons drawn from our own SVGs."""

from dataclasses import asdict, dataclass
from functools import cache

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

import resources

MODES = ("system", "light", "dark")
ICON_SIZES = (16, 20, 24, 32, 40, 48, 64)


@dataclass(frozen=True, slots=True)
class Colours:
    """Named colours of one appearance, `#rrggbb`; the five states are Okabe-Ito hues made readable on `base`."""

    window: str
    base: str
    raised: str
    hover: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    mark: str
    plotted: str
    human: str
    problem: str
    unresolved: str
    not_a_place: str


LIGHT = Colours(
    window="#f3f5f7",
    base="#ffffff",
    raised="#fafbfc",
    hover="#e9eef2",
    border="#dde3e8",
    text="#1e2830",
    muted="#64717d",
    accent="#1d6a9c",
    on_accent="#ffffff",
    selection="#d8e9f5",
    mark="#fff0c2",
    plotted="#0072b2",
    human="#007a5a",
    problem="#c4500c",
    unresolved="#a3427c",
    not_a_place="#7b8792",
)
DARK = Colours(
    window="#1a1e22",
    base="#20252a",
    raised="#262c32",
    hover="#2d343b",
    border="#333b43",
    text="#e4e8eb",
    muted="#93a0ab",
    accent="#62b0e0",
    on_accent="#0d1a24",
    selection="#23435a",
    mark="#574a1e",
    plotted="#56b4e9",
    human="#35c39b",
    problem="#f0883e",
    unresolved="#dd8fbc",
    not_a_place="#8d98a3",
)


def is_dark(palette: QPalette) -> bool:
    """Say whether a palette is the dark one, from its window colour."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def colours(palette: QPalette) -> Colours:
    """Return the colours that go with a widget's palette; ask again at each paint, the appearance may change."""
    return DARK if is_dark(palette) else LIGHT


class Theme(QObject):
    """Applies the appearance to the application and follows the system's while the mode is `system`."""

    changed = Signal(bool)
    """True: dark"""

    def __init__(self, app: QApplication, mode: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode if mode in MODES else "system"
        self._dark: bool | None = None
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @property
    def mode(self) -> str:
        return self._mode

    @property
    def dark(self) -> bool:
        return bool(self._dark)

    def set_mode(self, mode: str) -> None:
        """Switch to one of `MODES`."""
        self._mode = mode if mode in MODES else "system"
        self._apply()

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        if self._mode == "system":
            self._apply()

    def _apply(self) -> None:
        system_dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = system_dark if self._mode == "system" else self._mode == "dark"
        if dark == self._dark:
            return
        self._dark = dark
        chosen = DARK if dark else LIGHT
        self._app.setPalette(qt_palette(chosen))
        self._app.setStyleSheet(style_sheet(chosen))
        self.changed.emit(dark)


def qt_palette(chosen: Colours) -> QPalette:
    """Return the Qt palette of one appearance."""
    role = QPalette.ColorRole
    palette = QPalette()
    for target, colour in (
        (role.Window, chosen.window),
        (role.WindowText, chosen.text),
        (role.Base, chosen.base),
        (role.AlternateBase, chosen.raised),
        (role.Text, chosen.text),
        (role.PlaceholderText, chosen.muted),
        (role.Button, chosen.raised),
        (role.ButtonText, chosen.text),
        (role.ToolTipBase, chosen.raised),
        (role.ToolTipText, chosen.text),
        (role.Highlight, chosen.selection),
        (role.HighlightedText, chosen.text),
        (role.Link, chosen.accent),
        (role.LinkVisited, chosen.accent),
        (role.Accent, chosen.accent),
        (role.Mid, chosen.border),
        (role.Midlight, chosen.hover),
        (role.Light, chosen.raised),
        (role.Dark, chosen.border),
        (role.Shadow, chosen.border),
    ):
        palette.setColor(target, QColor(colour))
    for target in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(chosen.muted))
    return palette


@cache
def _template() -> str:
    return resources.path("icons", "style.qss").read_text("utf-8")


def style_sheet(chosen: Colours) -> str:
    """Return the style sheet with the colours of one appearance filled in."""
    sheet = _template()
    for name, colour in sorted(asdict(chosen).items(), key=lambda pair: -len(pair[0])):
        sheet = sheet.replace(f"@{name}", colour)
    sheet = sheet.replace("@tick", "tick_dark" if chosen is DARK else "tick_light")
    return sheet.replace("@icons", resources.path("icons").as_posix())


def icon(name: str, palette: QPalette, colour: str | None = None) -> QIcon:
    """Return the line icon `resources/icons/NAME.svg` in the text colour of `palette` (or in `colour`, `#rrggbb`)."""
    chosen = colours(palette)
    return _drawn(name, colour or chosen.text, chosen.not_a_place)


@cache
def _drawn(name: str, colour: str, disabled: str) -> QIcon:
    result = QIcon()
    for mode, stroke in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        svg = resources.path("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", stroke)
        renderer = QSvgRenderer(QByteArray(svg.encode()))
        for size in ICON_SIZES:
            result.addPixmap(_pixmap(renderer, size, faded=mode is QIcon.Mode.Disabled), mode)
    return result


def _pixmap(renderer: QSvgRenderer, size: int, faded: bool) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(0.5 if faded else 1.0)
    renderer.render(painter)
    painter.end()
    return pixmap


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget one of the style sheet's roles: title, muted, badge, primary, flat, empty."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
