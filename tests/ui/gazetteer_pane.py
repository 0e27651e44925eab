"""What the tests of the gazetteer's pane share: a pane over a session, and waiting for its answers."""

from pytestqt.qtbot import QtBot

from desktop.gazetteer_view.pane import GazetteerPane
from desktop.session import Session

VILNIUS, LITHUANIA, VILNIUS_COUNTY = "geonames:593116", "geonames:597427", "geonames:864485"
KALININGRAD, CRIMEA, UKRAINE = "geonames:554234", "geonames:703883", "geonames:690791"
ANSWER_MS = 20_000


def shown_pane(session: Session, qtbot: QtBot) -> GazetteerPane:
    """Return a pane on the screen, the gazetteer open and the first answer there."""
    if session.gazetteer is None:
        with qtbot.waitSignal(session.gazetteer_ready, timeout=ANSWER_MS):
            session.open_gazetteer()
    pane = GazetteerPane(session)
    qtbot.addWidget(pane)
    pane.resize(900, 700)
    pane.show()
    rest(pane, qtbot)
    return pane


def rest(pane: GazetteerPane, qtbot: QtBot) -> None:
    """Wait until nothing is on its way."""
    qtbot.waitUntil(lambda: not pane.asking, timeout=ANSWER_MS)


def type_in(pane: GazetteerPane, qtbot: QtBot, words: str) -> None:
    """Type into the search line and wait for the answer."""
    pane.line.setText(words)
    rest(pane, qtbot)


def names_of(pane: GazetteerPane, count: int = 10) -> list[str]:
    """Return the names in the first rows."""
    places = pane.table.places
    return [str(places.index(row, 0).data()) for row in range(min(count, places.rowCount()))]
