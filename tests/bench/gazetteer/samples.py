"""What the systems are asked: names that a gazetteer holds and does not hold, slips of the pen, points to be near.

Run as a program it writes them for one gazetteer folder, so that the measured processes hold nothing else.
"""

import json
import random
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Self

from gazetteer.places.folding import fold
from gazetteer.places.store import Gazetteer

SEED = 7
EXACT, FEW, TYPOS, TYPED, POINTS = 100_000, 2_000, 300, 100, 300
MAX_TYPED = 6
_SHORTEST_WITH_TYPO = 6


@dataclass(frozen=True, slots=True)
class Samples:
    """Queries: folded names held and not held, (typed, meant) pairs, starts of names, points in degrees."""

    names: list[str]
    misses: list[str]
    one_edit: list[tuple[str, str]]
    two_edits: list[tuple[str, str]]
    typed: list[str]
    points: list[tuple[float, float]]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the samples of a file."""
        return cls(**json.loads(path.read_text("utf-8")))


def draw(gazetteer: Gazetteer, exact: int = EXACT) -> Samples:
    """Return samples of a gazetteer, the same each time; each different name is about equally likely."""
    chance = random.Random(SEED)
    places = len(gazetteer.columns)
    wanted = min(exact, places // 2)
    names: dict[str, None] = {}
    while len(names) < wanted:
        bearer = gazetteer.names(chance.randrange(places))
        name = fold(chance.choice(bearer).name)
        # a name that many places bear is drawn as many times as often
        if name and chance.random() * len(gazetteer.lookup(name)) < 1:
            names[name] = None
    held = list(names)
    misses = [name for name in (_slip(chance, _slip(chance, name)) for name in held) if not gazetteer.lookup(name)]
    meant = [name for name in held if len(name) >= _SHORTEST_WITH_TYPO]
    once = [(_slip(chance, name), name) for name in chance.sample(meant, TYPOS)]
    twice = [(_slip(chance, _slip(chance, name)), name) for name in chance.sample(meant, TYPOS)]
    typed = {name[:length]: None for name in chance.sample(meant, TYPED) for length in range(1, MAX_TYPED + 1)}
    columns = gazetteer.columns
    spots = [chance.randrange(places) for _ in range(POINTS)]
    points = [(columns.latitude[pid] + chance.random() / 5, columns.longitude[pid]) for pid in spots]
    return Samples(held, misses, once, twice, [start.strip() for start in typed if start.strip()], points)


def _slip(chance: random.Random, name: str) -> str:
    """Return a name with one letter lost, doubled in from elsewhere, replaced, or changed places with its neighbour."""
    at, letter = chance.randrange(1, max(2, len(name) - 1)), chance.choice(name.replace(" ", "") or "a")
    edits = (
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at:],
        name[:at] + letter + name[at + 1 :],
        name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :] if at < len(name) else name + letter,
    )
    return " ".join(chance.choice(edits).split())


def write(samples: Samples, path: Path) -> None:
    """Write samples for `Samples.read`."""
    path.write_text(json.dumps(asdict(samples), ensure_ascii=False), "utf-8")


def main() -> None:
    """Write the samples of a gazetteer folder, and beside them fewer, for processes whose memory is measured."""
    folder, path = Path(sys.argv[1]), Path(sys.argv[2])
    with Gazetteer.open(folder) as opened:
        drawn = draw(opened)
    write(drawn, path)
    write(replace(drawn, names=drawn.names[:FEW], misses=[]), path.with_name(f"few_{path.name}"))


if __name__ == "__main__":
    main()
