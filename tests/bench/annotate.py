"""Speed and memory of `annotate` beside its parts; run by hand: `python -m tests.bench.annotate CORPUS.jsonl`."""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from gazetteer.pipeline import Annotator
from gazetteer.places.store import Gazetteer
from gazetteer.recognition.context import context
from gazetteer.recognition.evidence import rows
from gazetteer.recognition.recogniser import recognise
from gazetteer.recognition.scan import scan
from gazetteer.recognition.tokens import tokenise


def main() -> int:
    """Print documents and words a second of each stage, in one process."""
    path = Path(sys.argv[1])
    documents = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
    texts = [(document["text"], document.get("lang")) for document in documents]
    words = sum(len(text.split()) for text, _ in texts)
    table = Table("stage", "docs/s", "words/s", "seconds", title=f"{len(texts)} documents of {path.name}")
    began = time.perf_counter()
    with Gazetteer.open() as gazetteer:
        opened = time.perf_counter() - began
        annotator = Annotator(gazetteer)
        annotator.annotate(*texts[0])
        stages: dict[str, Callable[[str, str | None], object]] = {
            "tokenise": lambda text, lang: tokenise(text),
            "scan": lambda text, lang: scan(text, lang, gazetteer),
            "scan + evidence": lambda text, lang: rows(context(scan(text, lang, gazetteer)), gazetteer),
            "recognise": lambda text, lang: recognise(text, lang, gazetteer),
            "annotate (all)": annotator.annotate,
        }
        for name, stage in stages.items():
            start = time.perf_counter()
            for text, lang in texts:
                stage(text, lang)
            seconds = time.perf_counter() - start
            table.add_row(name, f"{len(texts) / seconds:.0f}", f"{words / seconds:,.0f}", f"{seconds:.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    Console().print(table, f"gazetteer opened in {opened * 1000:.0f} ms; peak memory {peak:.0f} MB", sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
