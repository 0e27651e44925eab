"""Asks the gazetteer off the GUI thread; an answer that was overtaken by another question is dropped."""

from PySide6.QtCore import QObject, Signal

from desktop.gazetteer_view.asking import Found, Wanted, find
from desktop.gazetteer_view.card_facts import CardFacts, gather
from desktop.gazetteer_view.filter_bar import Offered, read_offered, read_regions
from desktop.gazetteer_view.words import reader_language
from desktop.tasks import Worker
from gazetteer.errors import Cancelled, ToposcopeError
from gazetteer.jobs import Job
from gazetteer.places.store import Gazetteer


class Asker(QObject):
    """Two threads: one for the table and the filters, one for the card, which need not wait for a slow search."""

    answered = Signal(object)
    """Found"""
    card_ready = Signal(object, bool)
    """CardFacts, and whether the map is to go there"""
    not_held = Signal(object)
    """a place id that the gazetteer does not hold"""
    offered = Signal(object)
    """filter_bar.Offered"""
    regions_ready = Signal(object, object)
    """country code, choices"""
    failed = Signal(str)
    crashed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._searches = Worker("gazetteer pane", self)
        self._cards = Worker("place card", self)
        self._turn = self._card_turn = 0

    @property
    def busy(self) -> bool:
        """True while an answer is on its way."""
        return self._searches.busy or self._cards.busy

    def ask(self, gazetteer: Gazetteer, wanted: Wanted) -> None:
        """Ask for the places that answer a question; a question before it that has not begun is not asked."""
        self._turn += 1
        turn = self._turn

        def work(job: Job) -> tuple[int, Found]:
            return turn, find(gazetteer, wanted)

        for task in self._searches.tasks[1:]:
            if task.label == "search":
                task.cancel()
        task = self._searches.start("search", work)
        task.finished.connect(self._answer)
        task.failed.connect(self._fail)

    def ask_card(self, gazetteer: Gazetteer, place_id: str, fly: bool) -> None:
        """Ask for the facts of a place; `fly`: the map is to go there."""
        self._card_turn += 1
        turn, reader = self._card_turn, reader_language()

        def work(job: Job) -> tuple[int, bool, str, CardFacts | None]:
            pid = gazetteer.pid_of(place_id)
            return turn, fly, place_id, gather(gazetteer, pid, reader) if pid is not None else None

        for task in self._cards.tasks[1:]:
            task.cancel()
        task = self._cards.start("card", work)
        task.finished.connect(self._answer_card)
        task.failed.connect(self._fail)

    def ask_offered(self, gazetteer: Gazetteer) -> None:
        """Ask for what the filters can offer."""
        reader = reader_language()

        def work(job: Job) -> Offered:
            return read_offered(gazetteer, reader)

        task = self._searches.start("filters", work)
        task.finished.connect(self.offered)
        task.failed.connect(self._fail)

    def ask_regions(self, gazetteer: Gazetteer, country: str) -> None:
        """Ask for the regions of a country."""
        reader = reader_language()

        def work(job: Job) -> tuple[str, object]:
            return country, read_regions(gazetteer, country, reader)

        task = self._searches.start("regions", work)
        task.finished.connect(self._answer_regions)
        task.failed.connect(self._fail)

    def shutdown(self) -> None:
        """End the threads."""
        self._searches.shutdown()
        self._cards.shutdown()

    def _answer(self, answer: tuple[int, Found]) -> None:
        if answer[0] == self._turn:
            self.answered.emit(answer[1])

    def _answer_card(self, answer: tuple[int, bool, str, CardFacts | None]) -> None:
        turn, fly, place_id, facts = answer
        if turn != self._card_turn:
            return
        if facts is None:
            self.not_held.emit(place_id)
        else:
            self.card_ready.emit(facts, fly)

    def _answer_regions(self, answer: tuple[str, object]) -> None:
        self.regions_ready.emit(*answer)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, ToposcopeError):
            self.failed.emit(str(error))
        else:
            self.crashed.emit(error)
