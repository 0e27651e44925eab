"""`toposcope annotate`: JSON lines in, one JSON line per mention out."""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any, NamedTuple

import click

from gazetteer.commands.named import one_place
from gazetteer.commands.speed import speed_option
from gazetteer.model import PLACE_KINDS, Annotation, Speed, Status
from gazetteer.pipeline import Annotator, Given, together
from gazetteer.places.store import Gazetteer
from gazetteer.resolution.home import SourceHomes, home_of
from gazetteer.why import LANGUAGES, in_words

_HALF = re.compile("[\ud800-\udfff]")
_READ = 1 << 18
"""bytes that are read at once at most"""
EXAMPLES = """\b
Each input line is {"doc_id": ..., "text": ..., "lang"?: ..., "source"?: ...}; other keys are not read. Where a
source (a newspaper, a site) is at home is learned line by line: names then rather mean places there.
\b
Examples:
  echo '{"doc_id": "1", "text": "He fled to Vilnius."}' | toposcope annotate
  toposcope annotate --mentions < spans.jsonl > resolved.jsonl
"""


@click.command(epilog=EXAMPLES)
@click.option(
    "--mentions",
    "given",
    is_flag=True,
    help='Resolve exactly the spans in each line\'s "mentions": [{"start", "end"}].',
)
@click.option(
    "--reasons",
    type=click.Choice(LANGUAGES),
    help='Say in each line why the place was taken, as "reason", in this language.',
)
@click.option(
    "--home", metavar="PLACE", help="Where the texts are at home: a name or an id; places there are likelier."
)
@speed_option
def annotate(given: bool, reasons: str | None, home: str | None, speed: Speed) -> int:
    """Find and resolve the places of texts read as JSON lines from standard input."""
    refused = 0
    with Gazetteer.open() as gazetteer:
        annotator = Annotator(gazetteer, speed=speed)
        homes = SourceHomes(home_of(one_place(gazetteer, home)) if home else None)
        for lines in _arriving(sys.stdin.buffer):
            documents = []
            for number, line in lines:
                try:
                    documents.append(_parse(line, given))
                except ValueError as error:
                    click.echo(f"toposcope: line {number} left out: {error}", err=True)
                    refused += 1
            for group in _groups(documents):
                _write(sys.stdout, annotator, group, reasons, homes)
    return 3 if refused else 0


def _arriving(stream: IO[bytes]) -> Iterator[list[tuple[int, bytes]]]:
    """Yield the numbered lines that are not blank as they come: several where there are several, without waiting for
    more, so that a program may write one and read the answer before the next."""
    number, begun = 0, list[bytes]()
    while chunk := stream.read1(_READ):  # type: ignore[attr-defined]
        *lines, rest = chunk.split(b"\n")
        if lines:
            lines[0] = b"".join((*begun, lines[0]))
            yield [(at, line) for at, line in enumerate(lines, number + 1) if line.strip()]
            number, begun = number + len(lines), []
        begun.append(rest)
    last = b"".join(begun)
    if last.strip():
        yield [(number + 1, last)]


class _Document(NamedTuple):
    """A line that was understood."""

    doc_id: object
    text: str
    lang: str | None
    spans: list[tuple[int, int]] | None
    source: str | None


def _groups(documents: Iterable[_Document]) -> Iterator[list[_Document]]:
    """Yield documents to be annotated together: of each source one, since the home of the next hangs on its answer."""
    for group in together(documents):
        apart: list[_Document] = []
        for document in group:
            if document.source and any(document.source == other.source for other in apart):
                yield apart
                apart = []
            apart.append(document)
        yield apart


def _parse(line: bytes, given: bool) -> _Document:
    """Return the checked document of a line; ValueError says what is wrong with it."""
    try:
        document = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg} at column {error.colno})") from None
    except RecursionError:
        raise ValueError("not a document: brackets in brackets in brackets") from None
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 (at byte {error.start + 1})") from None
    if not isinstance(document, dict) or not isinstance(document.get("text"), str) or "doc_id" not in document:
        raise ValueError('a line is an object with "doc_id" and a string "text"')
    spans = None
    if given:
        spans = [_span(mention, len(document["text"])) for mention in document.get("mentions") or []]
    lang, source = document.get("lang"), document.get("source")
    return _Document(
        document["doc_id"],
        document["text"],
        lang if isinstance(lang, str) else None,
        spans,
        source if isinstance(source, str) and source else None,
    )


def _span(mention: object, length: int) -> tuple[int, int]:
    match mention:
        case {"start": int(start), "end": int(end)} if 0 <= start < end <= length:
            return start, end
    raise ValueError(f'a mention is {{"start", "end"}} within the text\'s {length} code points, not {mention!r}')


def _write(
    stream: IO[str],
    annotator: Annotator,
    documents: Sequence[_Document],
    reasons: str | None,
    homes: SourceHomes,
) -> None:
    texts = [Given(one.text, one.lang, one.spans, homes.of(one.source)) for one in documents]
    answers = annotator.annotate_all(texts, explained=reasons is not None)
    for document, found in zip(documents, answers, strict=True):
        homes.add(document.source, [one.resolution.place for one in found if one.resolution.place is not None])
        for annotation in found:
            row = mention_row(document.doc_id, annotation)
            if reasons:
                row["reason"] = in_words(annotation.resolution.why, reasons)
            stream.write(_line(row))
    stream.flush()


def _line(row: dict[str, Any]) -> str:
    """Return a row as a line; half a character, which JSON may hold, stays written as its number."""
    line = json.dumps(row, ensure_ascii=False)
    return f"{json.dumps(row) if _HALF.search(line) else line}\n"


def mention_row(doc_id: object, annotation: Annotation) -> dict[str, Any]:
    """Return the output object of one mention."""
    place, resolution = annotation.resolution.place, annotation.resolution
    number = place.place_id.removeprefix("geonames:") if place else ""
    return {
        "doc_id": doc_id,
        "start": annotation.start,
        "end": annotation.end,
        "surface": annotation.surface,
        "kind": annotation.kind.value,
        "lat": place.latitude if place else None,
        "lon": place.longitude if place else None,
        "geonameid": number if number.isdigit() else None,
        "place_id": place.place_id if place else None,
        "place_name": place.name if place else None,
        "confidence": resolution.confidence,
        "status": automatic_status(annotation).value,
        "spelling_status": resolution.spelling.status.value,
    }


def automatic_status(annotation: Annotation) -> Status:
    """Return the status of an annotation no person has looked at."""
    if annotation.resolution.place is None and annotation.kind in PLACE_KINDS:
        return Status.UNRESOLVED
    return Status.AUTO
