"""A place that an option names."""

from gazetteer.errors import InputError
from gazetteer.model import Place
from gazetteer.places.store import Gazetteer


def one_place(gazetteer: Gazetteer, words: str) -> Place:
    """Return the likeliest place of a name, `name, region` or id; raises InputError where there is none."""
    found = gazetteer.search(words, limit=1)
    if not found:
        raise InputError(f"No place “{words}” is in the gazetteer. Nothing was changed.")
    return found[0].place
