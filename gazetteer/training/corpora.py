"""What weights are learned from: corpora of annotated texts, and passages of our own with their names marked."""

import json
import random
import re
from pathlib import Path
from typing import Any

from gazetteer.text.readers import read_document

Document = dict[str, Any]
"""{doc_id, corpus, lang, text, mentions: [{start, end, lat, lon, geonameid}]}; positions may be null"""


def load(path: Path) -> list[Document]:
    """Return the documents of a corpus file."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def own_documents(folder: Path) -> list[Document]:
    """Return the project's own articles with their expected mentions as a corpus."""
    documents = []
    for expected in sorted(folder.glob("*.expected.json")):
        answer = json.loads(expected.read_text("utf-8"))
        text = read_document(folder / answer["doc_id"]).text
        documents.append(
            {
                "doc_id": answer["doc_id"],
                "corpus": "own",
                "lang": answer["lang"],
                "text": text,
                "mentions": answer["mentions"],
            }
        )
    return documents


def passages(folder: Path) -> list[Document]:
    """Return the marked passages of `LANG.train.txt` files as documents; their mentions have no coordinates."""
    documents = []
    for path in sorted(folder.glob("*.train.txt")):
        for number, line in enumerate(path.read_text("utf-8").split("\n")):
            text, mentions = "", []
            for i, part in enumerate(re.split(r"\[([^\]]+)\]", line)):
                if i % 2:
                    mentions.append({"start": len(text), "end": len(text) + len(part), "lat": None})
                text += part
            if mentions:
                lang = path.name.partition(".")[0]
                documents.append(
                    {"doc_id": f"{lang}:{number}", "corpus": "own", "lang": lang, "text": text, "mentions": mentions}
                )
    return documents


def with_slips(document: Document) -> Document:
    """Return a document with a letter dropped, doubled or swapped in half of its longer gold names."""
    chance = random.Random(str(document["doc_id"]))
    slips: dict[str, str] = {}
    text, end, mentions = "", 0, []
    for mention in sorted(document["mentions"], key=lambda one: one["start"]):
        if mention["start"] < end:
            continue
        surface = document["text"][mention["start"] : mention["end"]]
        if surface not in slips:
            mistaken = surface.isalpha() and len(surface) >= 6 and chance.random() < 0.5
            slips[surface] = _slip(surface, chance) if mistaken else surface
        text += document["text"][end : mention["start"]]
        mentions.append({**mention, "start": len(text), "end": len(text) + len(slips[surface])})
        text, end = text + slips[surface], mention["end"]
    return {**document, "text": text + document["text"][end:], "mentions": mentions}


def _slip(name: str, chance: random.Random) -> str:
    at = chance.randrange(2, len(name) - 1)
    dropped, doubled = name[:at] + name[at + 1 :], name[: at + 1] + name[at:]
    return chance.choice((dropped, doubled, name[:at] + name[at + 1] + name[at] + name[at + 2 :]))
