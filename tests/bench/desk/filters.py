"""Times each filter on a large project: `python -m tests.bench.desk.filters FILE`, milliseconds, the best of three."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from gazetteer.project import queries
from gazetteer.project.facets import timeline
from gazetteer.project.store import Project
from tests.core.test_project_filters import FILTERS


def main(path: Path) -> None:
    with Project.open(path, read_only=True) as project:
        print(
            f"{'filter':26}{'mentions':>9}{'count':>8}{'ids':>8}{'articles':>9}{'map':>8}{'timeline':>9}{'places':>8}"
        )
        for name, where in FILTERS.items():
            found = queries.mention_count(project, where)
            asked: tuple[Callable[[], object], ...] = (
                lambda where=where: queries.counts(project, where),  # type: ignore[misc]
                lambda where=where: queries.mention_ids(project, where),  # type: ignore[misc]
                lambda where=where: queries.document_ids(project, where=where),  # type: ignore[misc]
                lambda where=where: queries.map_points(project, where),  # type: ignore[misc]
                lambda where=where: timeline(project, where),  # type: ignore[misc]
                lambda where=where: queries.place_ids(project, where),  # type: ignore[misc]
            )
            print(f"{name:26}{found:9}" + "".join(f"{_best(one):8.0f}" for one in asked))


def _best(ask: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        ask()
        times.append((time.perf_counter() - begun) * 1000)
    return min(times)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
