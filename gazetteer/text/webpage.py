"""Web pages: the article's text, and what the page says about itself."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from gazetteer.errors import UnreadableFileError
from gazetteer.text.dates import PrintedDate, dateline, parse_date
from gazetteer.text.encoding import NotTextError, decode_declared
from gazetteer.text.extract import Extract, as_title, first_title
from gazetteer.text.pagetext import page_text

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "WebPage")
_DATE_METAS = (
    "article:published_time og:article:published_time datepublished date dc.date dc.date.issued dcterms.date "
    "dcterms.created pubdate publishdate parsely-pub-date sailthru.date"
)


@dataclass(frozen=True, slots=True)
class _Facts:
    """A page's speaking tags by name, its meta fields by lower-case name, its JSON-LD articles."""

    tags: Mapping[str, list[Tag]]
    metas: Mapping[str, str]
    linked: tuple[dict[str, Any], ...]

    def meta(self, *names: str) -> str | None:
        """Return the first of the named meta fields that has content."""
        return next((self.metas[name] for name in names if name in self.metas), None)


def read_html(octets: bytes, file_name: str) -> Extract:
    """Read a saved web page. Raises UnreadableFileError if it is no text or shows none without its scripts."""
    markup, encoding = _decode(octets, file_name)
    # without its declaration XHTML is parsed as the HTML it is; a comment keeps plain text from looking like a path
    soup = BeautifulSoup(_XML_DECLARATION.sub("", markup) + "<!-- -->", "html.parser")
    text = page_text(soup)
    if not text.strip():
        raise UnreadableFileError(
            f"{file_name}: the page holds no text of its own; scripts may have filled it in. "
            "Save it from the browser as “Web Page, Complete” or as text."
        )
    facts = _gathered(soup)
    found = _page_date(facts) or dateline(text)
    return Extract(
        text,
        title=_title(facts) or first_title(text),
        lang=_language(facts),
        source=_source(facts),
        url=_address(facts),
        date=found.iso if found else None,
        date_precision=found.precision if found else "unknown",
        date_text=found.text if found else None,
        encoding=encoding,
    )


def _decode(octets: bytes, file_name: str) -> tuple[str, str]:
    declared = _CHARSET.search(octets[:4096])
    try:
        return decode_declared(octets, declared[1].decode("ascii") if declared else None)
    except NotTextError as error:
        raise UnreadableFileError(
            f"{file_name}: not a web page, {error}. Save the page again from the browser."
        ) from error


def _gathered(soup: BeautifulSoup) -> _Facts:
    tags: defaultdict[str, list[Tag]] = defaultdict(list)
    metas: dict[str, str] = {}
    for tag in soup.find_all(["html", "meta", "link", "title", "h1", "time", "script"]):
        tags[tag.name].append(tag)
    for tag in tags["meta"]:
        name = (_attribute(tag, "property") or _attribute(tag, "name") or _attribute(tag, "itemprop")).lower()
        if name and _attribute(tag, "content"):
            metas.setdefault(name, _attribute(tag, "content"))
    return _Facts(tags, metas, tuple(_linked(tags["script"])))


def _linked(scripts: list[Tag]) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects that describe an article; broken JSON says nothing."""
    for script in scripts:
        if _attribute(script, "type") != "application/ld+json":
            continue
        try:
            stated = json.loads(script.get_text())
        except (ValueError, RecursionError):
            continue
        graph = stated.get("@graph") if isinstance(stated, dict) else None
        for facts in graph if isinstance(graph, list) else stated if isinstance(stated, list) else [stated]:
            if isinstance(facts, dict) and str(facts.get("@type", "")).strip("[]'").endswith(_ARTICLE_TYPES):
                yield facts


def _attribute(tag: Tag, name: str) -> str:
    value = tag.get(name)
    return " ".join(value).strip() if isinstance(value, list) else (value or "").strip()


def _title(facts: _Facts) -> str | None:
    headlines = facts.tags["h1"]
    headline = as_title(headlines[0].get_text(" ")) if len(headlines) == 1 else None
    stated = as_title(facts.meta("og:title", "twitter:title", "headline"))
    return headline or stated or next((as_title(tag.get_text()) for tag in facts.tags["title"]), None)


def _language(facts: _Facts) -> str | None:
    stated = next((_attribute(tag, "lang") for tag in facts.tags["html"]), "")
    code = stated or facts.meta("content-language", "language") or ""
    primary = re.split("[-_]", code.lower())[0]
    return primary if re.fullmatch("[a-z]{2}", primary) else None


def _source(facts: _Facts) -> str | None:
    publishers = (stated.get("publisher") for stated in facts.linked)
    names = (publisher.get("name") for publisher in publishers if isinstance(publisher, dict))
    stated = facts.meta("og:site_name") or next((name for name in names if isinstance(name, str)), None)
    return as_title(stated or facts.meta("application-name", "dc.publisher", "publisher"))


def _address(facts: _Facts) -> str | None:
    canonical = [_attribute(tag, "href") for tag in facts.tags["link"] if "canonical" in _attribute(tag, "rel").split()]
    for address in [*canonical, facts.meta("og:url") or ""]:
        if _scheme(address) in ("http", "https"):
            return address
    return None


def _scheme(address: str) -> str:
    """Return the scheme of an address, "" for one that is none (a page may say anything there)."""
    try:
        return urlsplit(address).scheme
    except ValueError:
        return ""


def _page_date(facts: _Facts) -> PrintedDate | None:
    stated = [facts.meta(name) for name in _DATE_METAS.split()]
    stated += [str(linked["datePublished"]) for linked in facts.linked if linked.get("datePublished")]
    times = sorted(
        facts.tags["time"], key=lambda tag: tag.get("itemprop") != "datePublished" and not tag.has_attr("pubdate")
    )
    for tag in times:
        stated += [_attribute(tag, "datetime"), " ".join(tag.get_text().split())]
    return next(filter(None, (_stated_date(words) for words in stated if words)), None)


def _stated_date(words: str) -> PrintedDate | None:
    """Return a date from a machine-readable field; its day is the one written there, in the page's own time zone."""
    if re.match(r"\d{4}-\d\d-\d\d(?!\d)", words):
        try:
            return PrintedDate(date.fromisoformat(words[:10]).isoformat(), "day", words)
        except ValueError:
            return None
    if re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", words):
        return PrintedDate(None, "month", words)
    return parse_date(words)
