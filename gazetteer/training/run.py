"""Trains recognition and ranking from annotated corpora and writes what they learned as plain numbers."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from gazetteer.places.store import Gazetteer
from gazetteer.resolution.cues import CUES, LOCAL
from gazetteer.resolution.ranking import Weights
from gazetteer.training import corpora
from gazetteer.training.lessons import lessons
from gazetteer.training.ranker import choices, train_ranker
from gazetteer.training.recogniser import train_third_pass, train_two_passes

SLIPS = 150
"""How many documents of the corpora are learned once more with slips in their places' names: unknown names in the
company that places keep."""
OWN_COPIES = 3
"""How often our own documents are learned, in languages the corpora do not hold."""
DESCRIPTION = """
Train the recogniser and the ranker from annotated corpora, and write what they learned as plain numbers.

A corpus line is {doc_id, corpus, lang, text, mentions: [{start, end, lat, lon, geonameid}]}. Only numbers are written:
no word of a text. Needs the dependency group `train`.
"""


def main(arguments: Sequence[str]) -> int:
    """Train as the command line says; return the exit code."""
    options = _parser().parse_args(arguments)
    documents = [document for path in options.corpora for document in _wanted(path, options)]
    own = corpora.own_documents(options.own) if options.own else []
    marked = corpora.passages(options.passages) if options.passages else []
    chosen = [*documents[:: len(documents) // SLIPS + 1], *marked]
    with Gazetteer.open() as gazetteer:
        ours = lessons([*own, *marked], gazetteer)
        slips = lessons([corpora.with_slips(document) for document in chosen], gazetteer)
        rare = [lesson for lesson in ours if lesson.found.lang not in {one.get("lang") for one in documents}]
        learned = [*lessons(documents, gazetteer), *ours, *rare * (OWN_COPIES - 1), *slips]
        taught = train_two_passes(learned)
        ranker = train_ranker(choices([*documents, *own], gazetteer, taught.models))
        weights = Weights(tuple(ranker["first"][cue] for cue in LOCAL), tuple(ranker["final"][cue] for cue in CUES))
        third = train_third_pass(learned, taught, gazetteer, weights)
    made = {
        "made_from": sorted({document.get("corpus", "?") for document in [*documents, *own, *marked]}),
        "documents": len(documents) + len(own) + len(marked),
    }
    options.output.mkdir(parents=True, exist_ok=True)
    taught.models.wording.save(options.output / "wording.npz")
    taught.models.meaning.save(options.output / "meaning.npz")
    passes = {**made, "models": {**taught.exported, "third": third}}
    (options.output / "recogniser.json").write_text(json.dumps(passes, separators=(",", ":")), "utf-8")
    (options.output / "ranker.json").write_text(json.dumps({**made, **ranker}, indent=1), "utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("toposcope train", description=DESCRIPTION)
    parser.add_argument("corpora", nargs="+", type=Path, help="annotated corpora, JSON lines")
    parser.add_argument("--own", type=Path, help="folder of articles with NAME.expected.json")
    parser.add_argument("--passages", type=Path, help="folder of marked passages LANG.train.txt")
    parser.add_argument("--output", type=Path, required=True, help="folder the weights are written to")
    parser.add_argument(
        "--leave-out",
        default="",
        metavar="NAME[:PART]",
        help="a corpus file (without .jsonl), or its even or odd lines, not to learn from",
    )
    parser.add_argument(
        "--part", choices=["even", "odd"], help="learn only from these lines of each corpus, counted from 0"
    )
    return parser


def _wanted(path: Path, options: argparse.Namespace) -> list[corpora.Document]:
    """Return the documents of a corpus that are to be learned from."""
    documents = corpora.load(path)
    name, _, part = options.leave_out.partition(":")
    if path.stem == name:
        documents = documents[part == "even" :: 2] if part else []
    return documents[options.part == "odd" :: 2] if options.part else documents
