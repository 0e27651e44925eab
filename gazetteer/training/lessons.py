"""What a document teaches recognition: its spans, what is seen of them, and which of them name a place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt
from rich.progress import track

from gazetteer.places.store import Gazetteer, NameKind
from gazetteer.recognition.context import Context, contexts
from gazetteer.recognition.evidence import rows
from gazetteer.recognition.scan import scan
from gazetteer.recognition.sheaf import Sheaf
from gazetteer.recognition.spans import Scan, Span
from gazetteer.recognition.surroundings import Vector
from gazetteer.recognition.wording import Wording, wording
from gazetteer.training.corpora import Document

FOLDS = 5


@dataclass
class Lesson:
    """One document: its context, what its words show, and for each span 1, 0 or -1 (not learned from)."""

    document: str
    ctx: Context
    sheaf: Sheaf
    """of this document alone"""
    shown: npt.NDArray[np.int64]
    evidence: Vector
    """rows of evidence, without what the words say"""
    labels: list[int]

    @property
    def found(self) -> Scan:
        return self.ctx.found

    def with_wording(self, model: Wording) -> Vector:
        """Return the rows of evidence with what a model makes of the words."""
        return np.concatenate([self.evidence[:, :-1], np.array(model.scores(self.shown))[:, None]], axis=1)


def label(found: Scan, gold: list[Document], ignore_demonyms: bool) -> list[int]:
    """Return for each span whether it is a gold mention; a gold span the scan missed marks its best overlap."""
    exact = {(m["start"], m["end"]) for m in gold}
    labels = [int((span.start, span.end) in exact) for span in found.spans]
    hit = {(s.start, s.end) for s, one in zip(found.spans, labels, strict=True) if one}
    for mention in gold:
        if (mention["start"], mention["end"]) in hit:
            continue
        best = max(range(len(found.spans)), key=lambda i: overlap(found.spans[i], mention), default=None)
        if best is not None and overlap(found.spans[best], mention) > 0.3:
            labels[best] = 1
    if ignore_demonyms:
        for i, span in enumerate(found.spans):
            if not labels[i] and any(hit.kind is NameKind.DEMONYM for hit in span.hits[:3]):
                labels[i] = -1
    return labels


def overlap(span: Span, mention: Document) -> float:
    """Return the intersection over union of a span and a gold mention."""
    shared = min(span.end, mention["end"]) - max(span.start, mention["start"])
    return shared / (max(span.end, mention["end"]) - min(span.start, mention["start"])) if shared > 0 else 0.0


def lessons(documents: Iterable[Document], gazetteer: Gazetteer) -> list[Lesson]:
    """Scan documents and label their spans."""
    result = []
    for document in track(list(documents), "scanning", transient=True):
        found = scan(document["text"], document.get("lang"), gazetteer)
        sheaf = Sheaf.of([found])
        told = contexts(sheaf)
        labels = label(found, document["mentions"], document.get("corpus") == "own")
        if labels:
            evidence = rows(told, [0.0] * len(labels))
            result.append(Lesson(str(document["doc_id"]), told.each[0], sheaf, wording(sheaf), evidence, labels))
    return result


def folds(learned: Sequence[Lesson]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the numbers of the lessons to learn from and of those held out; copies of a document stay together."""
    fold_of = [crc32(lesson.document.encode()) % FOLDS for lesson in learned]
    for fold in range(FOLDS):
        yield [i for i, own in enumerate(fold_of) if own != fold], [i for i, own in enumerate(fold_of) if own == fold]
