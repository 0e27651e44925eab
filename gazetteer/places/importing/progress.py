"""Progress of reading a large file, in words: rows, share of the bytes, time left."""

import time

from gazetteer.jobs import Job

EVERY_ROWS = 20_000
"""How often a fast reader reports."""


class Meter:
    """Reports one pass over `total` bytes to a job, which may stop it (`Cancelled`)."""

    def __init__(self, job: Job, label: str, total: int) -> None:
        self._job, self._label, self._total = job, label, total
        self._began = time.monotonic()

    def at(self, rows: int, done: int) -> None:
        """Say how many rows and bytes of this pass are done."""
        share = min(1.0, done / self._total) if self._total else 1.0
        words = f"{self._label}: {rows:,} rows, {share:.0%}{self._left(share)}"
        self._job.step(min(done, self._total), self._total, words)

    def _left(self, share: float) -> str:
        passed = time.monotonic() - self._began
        if passed < 2 or share < 0.01:
            return ""
        left = passed / share - passed
        return f", about {left / 60:.0f} min left" if left >= 90 else f", about {left:.0f} s left"
