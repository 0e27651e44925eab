"""Web pages: the article's text without menus and scripts, and what the page says about itself."""

import json
import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from gazetteer.errors import UnreadableFileError
from gazetteer.text.dates import PrintedDate, dateline, parse_date
from gazetteer.text.encoding import NotTextError, decode_declared
from gazetteer.text.extract import Extract, as_title, first_title, storable

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_DROPPED = (
    "script style noscript template nav footer aside form button select textarea svg canvas iframe object "
    "dialog menu head"
)
_DROPPED_ROLES = {"navigation", "search", "complementary", "contentinfo", "banner", "dialog", "menu"}
_BLOCKS = (
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 "
    "h5 h6 header hgroup hr li main ol p pre section summary table tbody td tfoot th thead title tr ul"
)
_PARAGRAPH_END, _LINE_END = "\x1e", "\x1f"
_ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "WebPage")
_DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
    "sailthru.date",
)


def read_html(octets: bytes, file_name: str) -> Extract:
    """Read a saved web page. Raises UnreadableFileError if it is no text or shows none without its scripts."""
    markup, encoding = _decode(octets, file_name)
    soup = BeautifulSoup(_XML_DECLARATION.sub("", markup) + "<!-- -->", "html.parser")
    linked = list(_linked_facts(soup))
    found = _page_date(soup, linked)
    facts = {"source": _source(soup, linked), "url": _address(soup), "lang": _language(soup)}
    title = _title(soup)
    text = _body_text(soup)
    if not text.strip():
        raise UnreadableFileError(
            f"{file_name}: the page holds no text of its own; scripts may have filled it in. "
            "Save it from the browser as “Web Page, Complete” or as text."
        )
    found = found or dateline(text)
    return Extract(
        text,
        title=title or first_title(text),
        date=found.iso if found else None,
        date_precision=found.precision if found else "unknown",
        date_text=found.text if found else None,
        encoding=encoding,
        **facts,
    )


def _decode(octets: bytes, file_name: str) -> tuple[str, str]:
    declared = _CHARSET.search(octets[:4096])
    try:
        return decode_declared(octets, declared[1].decode("ascii") if declared else None)
    except NotTextError as error:
        raise UnreadableFileError(
            f"{file_name}: not a web page, {error}. Save the page again from the browser."
        ) from error


def _body_text(soup: BeautifulSoup) -> str:
    for tag in soup.find_all(_DROPPED.split()):
        tag.extract()
    for tag in soup.find_all(_is_hidden):
        tag.extract()
    root = _article(soup)
    headline = soup.find("h1")
    prefix = ""
    if headline is not None and root is not soup and root not in headline.parents and headline not in root.descendants:
        prefix = headline.get_text(" ") + _PARAGRAPH_END
    for tag in soup.find_all("br"):
        tag.replace_with(_LINE_END)
    for tag in soup.find_all(_BLOCKS.split()):
        tag.insert_before(_PARAGRAPH_END)
        tag.append(_PARAGRAPH_END)
    return _paragraphs(_storable_pieces(prefix + root.get_text()))


def _storable_pieces(text: str) -> str:
    """Return `text` without control characters but with the two break marks."""
    return "".join(
        mark if mark in (_PARAGRAPH_END, _LINE_END) else storable(mark)
        for mark in re.split(f"([{_PARAGRAPH_END}{_LINE_END}])", text)
    )


def _paragraphs(marked: str) -> str:
    paragraphs = []
    for paragraph in marked.split(_PARAGRAPH_END):
        lines = (" ".join(line.split()) for line in paragraph.split(_LINE_END))
        paragraphs.append("\n".join(line for line in lines if line))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _is_hidden(tag: Tag) -> bool:
    if tag.has_attr("hidden") or _attribute(tag, "role").lower() in _DROPPED_ROLES:
        return True
    # a page's own header holds its menu and name; an article's holds the headline
    return tag.name == "header" and tag.find_parent(["article", "main"]) is None and tag.find("h1") is None


def _article(soup: BeautifulSoup) -> Tag:
    """Return the innermost element that holds most of the page's text, or the whole page if none stands out."""
    marked = soup.find_all(lambda tag: tag.name in ("article", "main") or tag.get("itemprop") == "articleBody")
    root: Tag = soup
    needed = 0.6 * len(soup.get_text())
    for tag in marked:  # in document order: what lies inside the element chosen comes after it
        length = len(tag.get_text())
        if length >= needed and (root is soup or root in tag.parents):
            root, needed = tag, 0.6 * length
    return root


def _attribute(tag: Tag | None, name: str) -> str:
    value = tag.get(name) if tag is not None else None
    return " ".join(value).strip() if isinstance(value, list) else (value or "").strip()


def _meta(soup: BeautifulSoup, *names: str) -> str | None:
    """Return the first of the named meta fields that has content, whatever the case of its name."""
    fields: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        name = (_attribute(tag, "property") or _attribute(tag, "name") or _attribute(tag, "itemprop")).lower()
        if name and _attribute(tag, "content"):
            fields.setdefault(name, _attribute(tag, "content"))
    return next((fields[name] for name in names if name in fields), None)


def _title(soup: BeautifulSoup) -> str | None:
    headlines = soup.find_all("h1")
    if len(headlines) == 1 and as_title(headlines[0].get_text(" ")):
        return as_title(headlines[0].get_text(" "))
    stated = _meta(soup, "og:title", "twitter:title", "headline")
    return as_title(stated) or as_title(soup.title.get_text() if soup.title else None)


def _language(soup: BeautifulSoup) -> str | None:
    root = soup.find("html")
    code = (
        _attribute(root if isinstance(root, Tag) else None, "lang") or _meta(soup, "content-language", "language") or ""
    )
    primary = re.split("[-_]", code.lower())[0]
    return primary if re.fullmatch("[a-z]{2}", primary) else None


def _source(soup: BeautifulSoup, linked: list[dict[str, object]]) -> str | None:
    for facts in linked:
        publisher = facts.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return as_title(_meta(soup, "og:site_name") or publisher["name"])
    return as_title(_meta(soup, "og:site_name", "application-name", "dc.publisher", "publisher"))


def _address(soup: BeautifulSoup) -> str | None:
    canonical = soup.find("link", rel="canonical")
    for address in (_attribute(canonical if isinstance(canonical, Tag) else None, "href"), _meta(soup, "og:url") or ""):
        if _scheme(address) in ("http", "https"):
            return address
    return None


def _scheme(address: str) -> str:
    """Return the scheme of an address, "" for one that is none (a page may say anything there)."""
    try:
        return urlsplit(address).scheme
    except ValueError:
        return ""


def _page_date(soup: BeautifulSoup, linked: list[dict[str, object]]) -> PrintedDate | None:
    stated = [_meta(soup, name) for name in _DATE_METAS]
    stated += [str(facts["datePublished"]) for facts in linked if facts.get("datePublished")]
    times = soup.find_all("time")
    times.sort(key=lambda tag: tag.get("itemprop") != "datePublished" and not tag.has_attr("pubdate"))
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


def _linked_facts(soup: BeautifulSoup) -> Iterator[dict[str, object]]:
    """Yield the JSON-LD objects that describe an article; broken JSON says nothing."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            stated = json.loads(script.get_text())
        except (ValueError, RecursionError):
            continue
        graph = stated.get("@graph") if isinstance(stated, dict) else None
        for facts in graph if isinstance(graph, list) else stated if isinstance(stated, list) else [stated]:
            if isinstance(facts, dict) and str(facts.get("@type", "")).strip("[]'").endswith(_ARTICLE_TYPES):
                yield facts
