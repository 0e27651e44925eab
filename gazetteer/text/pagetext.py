"""The text a web page shows for its article: one walk over the parsed page, no menus, no scripts."""

import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from bs4.element import CData, NavigableString, PageElement

from gazetteer.text.extract import storable

_DROPPED_TAGS = (
    "script style noscript template nav footer aside form button select textarea svg canvas iframe object "
    "dialog menu head"
)
_BLOCK_TAGS = (
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 "
    "h5 h6 header hgroup hr li main ol p pre section summary table tbody td tfoot th thead title tr ul"
)
_DROPPED, _BLOCKS = frozenset(_DROPPED_TAGS.split()), frozenset(_BLOCK_TAGS.split())
_DROPPED_ROLES = frozenset({"navigation", "search", "complementary", "contentinfo", "banner", "dialog", "menu"})
_PARAGRAPH_END, _LINE_END = "\x1e", "\x1f"
_SPACE = re.compile(r"\s+")
_SHARE = 0.6
"""Share of the text around it that an article element must hold to be taken for the article."""


@dataclass(slots=True)
class _Walk:
    """The page's text so far with break marks, its length, and where articles and headlines lie in it."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    articles: list[tuple[int, int]] = field(default_factory=list)
    headlines: list[tuple[int, int]] = field(default_factory=list)

    def add(self, piece: str) -> None:
        self.pieces.append(piece)
        self.length += len(piece)


def page_text(soup: BeautifulSoup) -> str:
    """Return the article's paragraphs apart by blank lines; a headline outside the article comes first."""
    walk = _walked(soup)
    marked = "".join(walk.pieces)
    start, end = _article(walk)
    headline = walk.headlines[0] if walk.headlines else (start, start)
    outside = not start <= headline[0] <= headline[1] <= end
    return _paragraphs(marked[slice(*headline)] + marked[start:end] if outside else marked[start:end])


def _walked(soup: BeautifulSoup) -> _Walk:
    """Walk the page with a stack of its own: pages nest deeper than Python calls, and editing the tree is slow."""
    walk = _Walk()
    stack: list[tuple[PageElement, int, bool]] = [(soup, -1, False)]
    while stack:
        node, opened_at, in_article = stack.pop()
        if opened_at >= 0:
            _close(walk, node, opened_at)
        elif isinstance(node, Tag):
            if node.name in _DROPPED or _is_hidden(node, in_article):
                continue
            walk.add(_LINE_END if node.name == "br" else _PARAGRAPH_END if node.name in _BLOCKS else "")
            in_article = in_article or node.name in ("article", "main")
            stack.append((node, walk.length, in_article))
            stack.extend((child, -1, in_article) for child in reversed(node.contents))
        elif type(node) in (NavigableString, CData):  # comments and declarations are subclasses
            walk.add(storable(_SPACE.sub(" ", str(node))))
    return walk


def _close(walk: _Walk, node: PageElement, opened_at: int) -> None:
    if not isinstance(node, Tag):
        return
    walk.add(_PARAGRAPH_END if node.name in _BLOCKS else "")
    if node.name in ("article", "main") or node.get("itemprop") == "articleBody":
        walk.articles.append((opened_at, walk.length))
    elif node.name == "h1":
        walk.headlines.append((opened_at, walk.length))


def _is_hidden(tag: Tag, in_article: bool) -> bool:
    if tag.has_attr("hidden") or str(tag.get("role") or "").strip().lower() in _DROPPED_ROLES:
        return True
    # a page's own header holds its menu and name; an article's holds the headline
    return tag.name == "header" and not in_article and tag.find("h1") is None


def _article(walk: _Walk) -> tuple[int, int]:
    """Return the span of the innermost element that holds most of the text, or of the whole page if none stands out."""
    chosen = (0, walk.length)
    for start, end in sorted(walk.articles, key=lambda span: (span[0], -span[1])):  # outer ones first
        inside = chosen[0] <= start and end <= chosen[1]
        if inside and end - start >= _SHARE * (chosen[1] - chosen[0]):
            chosen = (start, end)
    return chosen


def _paragraphs(marked: str) -> str:
    paragraphs = []
    for paragraph in marked.split(_PARAGRAPH_END):
        lines = (" ".join(line.split()) for line in paragraph.split(_LINE_END))
        paragraphs.append("\n".join(line for line in lines if line))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
