"""Progress and cancellation, handed to every long step."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from gazetteer.errors import Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """One report of a running step: `done` of `total` (0: unknown) and what is in hand."""

    done: int
    total: int
    label: str


def _ignore(progress: Progress) -> None:
    """Take a report and do nothing."""


@dataclass(slots=True)
class Job:
    """A long step's two lines to its owner: reports out, a wish to stop in. Safe across threads."""

    on_progress: Callable[[Progress], None] = _ignore
    _stop: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Ask the step to stop at its next checkpoint."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    def step(self, done: int, total: int, label: str = "") -> None:
        """Report progress and raise `Cancelled` when the owner asked to stop."""
        if self._stop.is_set():
            raise Cancelled(f"Stopped after {done} of {total}." if total else f"Stopped after {done}.")
        self.on_progress(Progress(done, total, label))
