"""Write resources/data/person_names.npz from the names that Faker makes up persons with.

Usage: python scripts/extract_person_names.py, in an environment with Faker (pip install faker)

Faker (MIT) lists first names and surnames by country, many from national statistics. Kept is of each folded name a
checksum, and in how many of the lists it stands.
"""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

import faker.providers.person as lists
import numpy as np

from gazetteer.places.folding import fold
from gazetteer.recognition.person_names import FIRST_NAME, SURNAME, level
from gazetteer.recognition.vocabulary import text_hash

TARGET = Path(__file__).parents[1] / "resources/data/person_names.npz"
SORTS = {"first_name": FIRST_NAME, "last_name": SURNAME}
WITHOUT_CAPITALS = ("ja_", "ko_", "zh_")
SHORTEST = 2


def main() -> None:
    """Count the names and write them."""
    found = {sort: Counter[int]() for sort in SORTS.values()}
    for module in _modules():
        for start, sort in SORTS.items():
            found[sort].update({text_hash(name) for name in _names(module, start)})
    hashes = np.array(sorted(set().union(*found.values())), dtype=np.uint32)
    levels = np.zeros(len(hashes), dtype=np.uint8)
    for sort, counts in found.items():
        levels |= np.array([level(counts[number]) << sort for number in hashes.tolist()], dtype=np.uint8)
    np.savez_compressed(TARGET, hashes=hashes, levels=levels)
    told = ", ".join(f"{len(counts):,}" for counts in found.values())
    print(f"{TARGET.name}: {told} first names and surnames, {TARGET.stat().st_size / 1e6:.2f} MB")


def _modules() -> Iterator[ModuleType]:
    for module in pkgutil.iter_modules(lists.__path__):
        if module.ispkg and not module.name.startswith(WITHOUT_CAPITALS):
            yield importlib.import_module(f"{lists.__name__}.{module.name}")


def _names(module: ModuleType, start: str) -> Iterator[str]:
    """Yield the folded single words among a country's names of a sort."""
    provider = module.Provider
    held: Iterable[object] = (getattr(provider, name) for name in dir(provider) if name.startswith(start))
    for names in held:
        for name in names if isinstance(names, (list, tuple, dict)) else ():
            folded = fold(str(name))
            if len(folded) >= SHORTEST and folded.isalpha():
                yield folded


if __name__ == "__main__":
    main()
