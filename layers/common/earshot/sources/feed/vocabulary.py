"""The elements of all feed dialects that matter to a mention, by their local names."""

from __future__ import annotations

TEXTS = frozenset(["abstract", "body", "content", "description", "encoded", "summary", "title"])
STRUCTURE = frozenset(["channel", "entry", "feed", "item", "rdf", "rss"])
SHORT = frozenset(
    """author created creator date email issued language modified name pubdate published
    updated""".split()  # noqa: SIM905
)
KEPT = TEXTS | STRUCTURE | SHORT | {"group", "guid", "id", "link", "uri", "url"}
"""What mentions are made of. Other elements leave no trace, but what is kept within them does."""
SKIPPED = frozenset(
    """category cloud contributor image keywords managingeditor owner publisher source subject tags
    textinput webmaster""".split()  # noqa: SIM905
)
"""Gone with all that is within them, which is about something else or costs quadratic time."""
ATTRIBUTES = frozenset(
    """about base href ispermalink lang lastmod mode rel resource src type uri url
    version""".split()  # noqa: SIM905
)
"""What the feed parser reads of the kept elements' attributes, by their local names."""
MEDIA_KEPT = frozenset(["description", "group", "title"])
PREFIXES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "itunes": "http://www.itunes.com/DTDs/PodCast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
}
"""Usual prefixes, for documents that use them without saying what they mean."""
