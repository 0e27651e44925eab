"""How far a long step is, for who waits at a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from gazetteer.jobs import Job, Progress


@contextmanager
def progress() -> Iterator[Job]:
    """Give a job whose progress shows on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        yield Job()
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(step: Progress) -> None:
            bar.update(task, description=step.label, completed=step.done, total=step.total or None)

        yield Job(show)
