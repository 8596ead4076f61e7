"""RSS, Atom and JSON Feed, well and badly written, become the same mentions."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from datetime import UTC, datetime
from html import escape

import pytest

from earshot.domain.errors import MalformedAnswerError
from earshot.domain.mention import Mention
from earshot.sources import feeds
from earshot.sources.contract import Parsed
from tests.unit.sources.fakes import NOW, answer

PUBLISHED_AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Forum</title><link>https://forum.example/</link><description>d</description>
<language>pt-BR</language>
<item><title>Router &amp; rage</title><link>https://forum.example/t/1</link>
<guid isPermaLink="false">post-1</guid><dc:creator>maria</dc:creator>
<category>broadband</category><pubDate>Mon, 04 May 2026 11:30:00 +0200</pubDate>
<description>short</description>
<content:encoded><![CDATA[<p>It broke <b>again</b>.</p><script>x()</script>]]></content:encoded>
</item></channel></rss>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
<title>Blog</title><link href="https://blog.example/"/>
<author><name>Redaktion</name></author>
<entry xml:lang="en-GB"><id>tag:blog.example,2026:1</id>
<title type="html">A &lt;b&gt;bad&lt;/b&gt; day</title>
<link href="/posts/1"/><author><name>jo</name><uri>https://blog.example/jo</uri></author>
<published>2026-05-04T09:30:00Z</published><updated>2026-05-04T10:30:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>1 &lt; 2, <i>use &lt;script&gt;</i></p>
<p>end</p></div></content></entry>
<entry><id>tag:blog.example,2026:2</id><title>Plain List&lt;String&gt;</title>
<updated>2026-05-04T09:30:00Z</updated><summary>s</summary></entry>
</feed>"""

JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Blog",
    "home_page_url": "https://blog.example/",
    "language": "fr",
    "authors": [{"name": "Team", "url": "https://blog.example/team"}],
    "items": [
        {
            "id": "https://blog.example/1",
            "url": "https://blog.example/1",
            "title": "Title",
            "content_html": "<p>Body</p>",
            "date_published": "2026-05-04T11:30:00+02:00",
            "authors": [{"name": "jo"}],
        },
        {"id": 7, "content_text": "a < b", "language": "it"},
        "not an entry",
        {"content_text": ""},
    ],
}


def parsed(body: str | bytes, content_type: str = "") -> Parsed:
    headers = {"content-type": content_type} if content_type else {}
    return feeds.parse(answer(body, headers=headers), NOW)


def only(body: str | bytes, content_type: str = "") -> Mention:
    (mention,) = parsed(body, content_type).mentions
    return mention


def item(inner: str, head: str = "") -> str:
    return (
        f'{head}<rss version="2.0"><channel><title>c</title><link>https://site.example/</link>'
        f"<item>{inner}</item></channel></rss>"
    )


def test_an_rss_item_is_a_mention() -> None:
    mention = only(RSS)
    assert mention.native_id == "post-1"
    assert mention.url == "https://forum.example/t/1"
    assert (mention.author.id, mention.author.name) == ("forum.example/maria", "maria")
    assert mention.author.followers is None
    assert mention.text == "Router & rage\n\nIt broke again."
    assert mention.language == "pt"
    assert mention.created_at == PUBLISHED_AT
    assert mention.thread == "post-1"
    assert not mention.date_guessed


def test_atom_entries_keep_their_own_language_author_and_edit() -> None:
    first, second = parsed(ATOM).mentions
    assert first.native_id == "tag:blog.example,2026:1"
    assert first.url == "https://blog.example/posts/1"
    assert (first.author.id, first.author.name) == ("https://blog.example/jo", "jo")
    assert first.text == "A bad day\n\n1 < 2, use <script>\nend"
    assert (first.language, second.language) == ("en", "de")
    assert first.edited_at == datetime(2026, 5, 4, 10, 30, tzinfo=UTC)
    assert second.author.name == "Redaktion"
    assert second.text == "Plain List<String>\n\ns"
    assert (second.created_at, second.edited_at) == (PUBLISHED_AT, None)


def test_a_json_feeds_items_are_mentions_and_one_bad_item_stops_none() -> None:
    result = parsed(json.dumps(JSON_FEED))
    first, second = result.mentions
    assert first.native_id == first.url == "https://blog.example/1"
    assert (first.text, first.author.name, first.language) == ("Title\n\nBody", "jo", "fr")
    assert first.created_at == PUBLISHED_AT
    # A bare number is no name for the whole world.
    assert (second.native_id, second.text) == ("blog.example/7", "a < b")
    assert (second.author.id, second.language) == ("https://blog.example/team", "it")
    assert second.date_guessed
    assert result.faults == ("entry 2: not an object", "entry 2: nothing to identify it by")


def test_google_alerts_links_are_unwrapped_and_its_entries_are_by_the_publisher() -> None:
    body = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Google Alert - acme</title>
<link href="https://www.google.com/alerts/feeds/1/2" rel="self"></link>
<entry><id>tag:google.com,2013:googlealerts/feed:9</id>
<title type="html">&lt;b&gt;Acme&lt;/b&gt; recalls</title>
<link href="https://www.google.com/url?rct=j&amp;url=https://news.example/a%3Fb%3D1&amp;ct=ga"></link>
<published>2026-05-04T09:30:00Z</published><author><name></name></author></entry></feed>"""
    mention = only(body, "application/atom+xml")
    assert mention.url == "https://news.example/a?b=1"
    assert mention.text == "Acme recalls"
    assert mention.author.id == mention.author.name == "news.example"


@pytest.mark.parametrize(
    ("author", "name", "is_hidden"),
    [
        ("<author>jo@x.example (Jo Doe)</author>", "Jo Doe", False),
        ("<author>jo@x.example</author>", "jo", True),
        ("<author>Jo Doe &lt;jo@x.example&gt;</author>", "Jo Doe", False),
        ("<author>Jo</author>", "Jo", False),
        ("", "c", False),
    ],
)
def test_a_mail_address_never_names_an_author(author: str, name: str, is_hidden: bool) -> None:
    mention = only(item(f"<title>t</title>{author}"))
    assert mention.author.name == name
    assert "@" not in mention.author.id
    assert (len(mention.author.id.rpartition("/")[2]) == 16) == is_hidden


@pytest.mark.parametrize(
    ("inner", "native_id"),
    [
        ("<guid>urn:x</guid><link>https://site.example/1</link>", "urn:x"),
        ("<link>https://site.example/1</link><title>t</title>", "https://site.example/1"),
        ("<guid isPermaLink='false'>4711</guid><title>t</title>", "site.example/4711"),
    ],
)
def test_the_id_is_the_guid_else_the_link(inner: str, native_id: str) -> None:
    assert only(item(inner)).native_id == native_id


def test_without_id_and_link_the_words_identify_an_entry() -> None:
    one, same, other = (only(item(f"<title>{title}</title>")) for title in ("one", "one", "two"))
    assert one.id == same.id != other.id


@pytest.mark.parametrize(
    "date", ["", "<pubDate>soon</pubDate>", "<pubDate>Mon, 04 May 2099 12:00:00 GMT</pubDate>"]
)
def test_a_date_that_cannot_be_is_now_and_flagged(date: str) -> None:
    mention = only(item(f"<title>t</title>{date}"))
    assert (mention.created_at, mention.date_guessed) == (NOW, True)


def test_a_title_that_begins_the_body_is_not_said_twice() -> None:
    mention = only(item("<title>It broke</title><description>It broke again</description>"))
    assert mention.text == "It broke again"


def test_a_text_beyond_8_kilobytes_is_cut_and_marked() -> None:
    mention = only(item(f"<title>t</title><description>{'é' * 9000}</description>"))
    assert mention.truncated
    assert len(mention.text.encode()) <= 8192


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "ftp://x.example/", "http://[bad", "mailto:a@b.c"]
)
def test_only_web_addresses_are_links(link: str) -> None:
    assert only(item(f"<title>t</title><guid>urn:1</guid><link>{link}</link>")).url == ""


PREFIXED = (
    "<?xml?xml version='1'?><rss rss:version=2.0><rss:channel><rss:item><rss:title>t</rss:title>"
    "</rss:item></rss:channel></rss>"
)
BROKEN = {
    # what is wrong: (the body, the text that must survive)
    "no entity is declared": (
        item("<title>caf&eacute;&nbsp;&unknown; &</title>"),
        "café &unknown; &",
    ),
    "a control character": (item("<title>be\x0bll\x00</title>"), "bell"),
    "an impossible reference": (item("<title>a&#1114112;&#55296;&#0;b</title>"), "a���b"),
    "an undeclared prefix": (
        item("<title>t</title><content:encoded>body</content:encoded>"),
        "t\n\nbody",
    ),
    "prefixed everything": (PREFIXED, "t"),
    "markup that is not escaped": (
        item("<description><p>one<p>two<br>three</description>"),
        "one\ntwo\nthree",
    ),
    "a title that never ends": (item("<title>lost"), "lost"),
    "a section that never ends": (item("<description><![CDATA[begun</description>"), "begun"),
    "an item that never ends": (item("<title>one</title>").replace("</item>", ""), "one"),
    "a document cut short": (
        item("<title>one</title><description>tw").split("</item>")[0],
        "one\n\ntw",
    ),
    "an attribute without quotes": (item("<title type=html x>t</title>"), "t"),
    "an attribute given twice": (item('<title a="1" a="2">t</title>'), "t"),
    "space before the declaration": ("\n\n <?xml version='1'?>" + item("<title>t</title>"), "t"),
    "a stray end tag": (item("</p><title>t</title></x>"), "t"),
}


@pytest.mark.parametrize("wrong", BROKEN)
def test_a_badly_written_feed_is_read_all_the_same(wrong: str) -> None:
    body, text = BROKEN[wrong]
    assert only(body).text == text


@pytest.mark.parametrize("times", [1, 2, 3])
def test_markup_that_was_escaped_too_often_is_still_markup(times: int) -> None:
    html = '<!-- off --><p class="x">It <b>broke</b> &amp; burned</p>'
    for _ in range(times):
        html = escape(html)
    assert only(item(f"<description>{html}</description>")).text == "It broke & burned"


@pytest.mark.parametrize(
    "beside",
    [
        "<georss:point>here</georss:point>",
        "<geo:lat>x</geo:lat>",
        "<media:thumbnail>x</media:thumbnail>",
        "<textInput><title>Search</title></textInput>",
        "<image><title>Logo</title><link>https://logo.example/</link></image>",
        "<source><title>Elsewhere</title><id>urn:other</id><link>https://o.example/</link></source>",
        "<itunes:owner><itunes:name>Somebody</itunes:name></itunes:owner>",
        "<media:content url='x'><media:title>Photo</media:title></media:content>",
        "<category><title>News</title></category>",
    ],
)
def test_what_else_an_item_holds_neither_breaks_nor_changes_it(beside: str) -> None:
    own = "<title>t</title><guid>urn:1</guid><link>https://site.example/1</link>"
    for inner in (own + beside, beside + own):
        assert only(item(inner)) == only(item(own))


@pytest.mark.parametrize(
    "body",
    [
        "<georss:point>x</georss:point>" + item("<title>t</title>"),
        item("<title>t</title>") + "<rss><channel></channel></rss>",
        item("<title>t</title>").replace("<rss", "<rss xmlns='a b' xmlns:c='d e'"),
        item("<link><title>t</title>"),
        item("<title xmlns:c=' '>t</title>").replace("<rss", "<rss xmlns:c='d'"),
    ],
)
def test_what_xml_forbids_around_an_item_does_not_hide_it(body: str) -> None:
    assert only(body).text == "t"


def test_an_item_without_an_end_ends_where_the_next_begins() -> None:
    body = item("<title>one</title><item><title>two</title>")
    assert [mention.text for mention in parsed(body).mentions] == ["one", "two"]


ENTITY = '<?xml version="1.0"?><!DOCTYPE rss [{}]>'
NESTED = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
HOSTILE = [
    ("external file", ENTITY.format('<!ENTITY x SYSTEM "file:///etc/passwd">'), "&x;"),
    ("external address", ENTITY.format('<!ENTITY x SYSTEM "http://127.0.0.1:9/">'), "&x;"),
    ("parameter", ENTITY.format('<!ENTITY % x SYSTEM "http://127.0.0.1:9/"> %x;'), "&x;"),
    ("nested", ENTITY.format('<!ENTITY a0 "lol">' + NESTED), "&a9;"),
    ("long", ENTITY.format(f'<!ENTITY x "{"A" * 10_000}">'), "&x;"),
]


@pytest.mark.parametrize(("kind", "head", "reference"), HOSTILE, ids=[case[0] for case in HOSTILE])
def test_a_dangerous_entity_stays_its_name(kind: str, head: str, reference: str) -> None:
    assert kind
    assert only(item(f"<title>{reference}</title>", head)).text == reference


def test_a_harmless_entity_is_its_text() -> None:
    head = ENTITY.format('<!ENTITY acme "Acme Ltd"><!ENTITY copy2 "&#169;">')
    assert only(item("<title>&acme; &copy2;</title>", head)).text == "Acme Ltd ©"


def test_entities_that_grow_out_of_hand_are_no_feed() -> None:
    head = ENTITY.format(f'<!ENTITY x "{"A" * 200}">')
    with pytest.raises(MalformedAnswerError, match="expand"):
        parsed(item(f"<description>{'&x;' * 5000}</description>", head))


@pytest.mark.parametrize(
    "body",
    [
        "",
        "plain words",
        "<!doctype html><html><head><title>Blocked</title></head><body>whoa</body></html>",
        '{"version": "https://jsonfeed.org/version/1.1"}',
        '{"items": []}',
        "[]",
        "[" * 100_000,
        "{",
        b"\x1f\x8b\x08\x00",
        b"\x4c\x6f\xa7\x94",
        "<svg xmlns='http://www.w3.org/2000/svg'><title>t</title></svg>",
        "<opml><body><outline text='x'/></body></opml>",
    ],
)
def test_what_is_no_feed_is_malformed(body: str | bytes) -> None:
    with pytest.raises(MalformedAnswerError):
        parsed(body)


def test_an_empty_feed_is_a_feed() -> None:
    assert parsed("<rss version='2.0'><channel></channel></rss>") == Parsed(())


FRENCH = (
    "<?xml version='1.0'{}?><rss version='2.0'><channel><item><title>déçu</title></item></channel>"
    "</rss>"
)


@pytest.mark.parametrize(
    ("charset", "declared", "content_type"),
    [
        ("utf-8", "", "application/rss+xml"),
        ("utf-8", "", "text/xml"),
        ("utf-8", " encoding='utf-8'", ""),
        ("utf-8", " encoding='utf-8'", "text/xml; charset=us-ascii"),
        ("utf-8", " encoding='nonsense'", ""),
        ("utf-8-sig", " encoding='iso-8859-1'", "text/xml; charset=iso-8859-1"),
        ("iso-8859-1", " encoding='iso-8859-1'", "application/xml"),
        ("iso-8859-1", " encoding='iso-8859-1'", "text/xml"),
        ("iso-8859-1", "", 'application/xml;charset= "ISO-8859-1"'),
        ("windows-1252", "", ""),
        ("utf-16", " encoding='utf-16'", ""),
        ("utf-16-le", " encoding='utf-16'", "application/xml"),
        ("utf-32", " encoding='utf-32'", ""),
    ],
)
def test_the_charset_is_the_marks_the_headers_or_the_declarations(
    charset: str, declared: str, content_type: str
) -> None:
    body = FRENCH.format(declared).encode(charset)
    assert only(body, content_type).text == "déçu"


def test_one_wrong_byte_does_not_spoil_the_rest() -> None:
    body = FRENCH.format(" encoding='utf-8'").encode().replace(b"<title>", b"<title>\xff ")
    assert only(body).text == "� déçu"


@pytest.mark.parametrize("charset", ["punycode", "idna", "utf-7", "unicode_escape", "rot13", "zip"])
def test_a_charset_that_is_slow_or_none_is_not_believed(charset: str) -> None:
    body = FRENCH.format(f" encoding='{charset}'").encode()
    assert only(body, f"text/xml; charset={charset}").text == "déçu"


def flood(before: str, piece: str, after: str = "", size: int = 1_500_000) -> str:
    head = '<?xml version="1.0"?><rss version="2.0"><channel><item><title>t</title>'
    return head + before + piece * (size // len(piece)) + after


FLOODS = {
    "blank lines in the head": "<?xml version='1.0'?>"
    + "\n" * 1_500_000
    + item("<title>t</title>"),
    "encodings in the declaration": "<?xml " + "encoding='" * 150_000,
    "an author of one long word": flood("<author>", "a", "</author>"),
    "many categories": flood("", "<category>abc</category>"),
    "categories that never end": flood("", "<category>"),
    "elements in elements": flood("", "<a>"),
    "tags that never end": flood("<description>", "<a "),
    "quotes that never end": flood("<description>", '<a ="'),
    "brackets": flood("<description>", "<"),
    "ampersands": flood("<description>", "&"),
    "comments that never end": flood("<description>", "<!--"),
    "escaped comments": flood("<description>", "&lt;!--", "</description>"),
    "sections": flood("<description>", "<![CDATA["),
    "items": flood("", "<item/>"),
    "entities": ENTITY.format('<!ENTITY x "y">' * 90_000) + item("<title>&x;</title>"),
    "name spaces": "<rss " + "xmlns:a='b' " * 120_000 + ">" + item("<title>t</title>"),
    "different name spaces": "<rss "
    + " ".join(f"xmlns:a{number}='b'" for number in range(90_000))
    + "><channel/></rss>",
    "attributes of one tag": "<rss "
    + " ".join(f"a{number}='1'" for number in range(180_000))
    + "><channel><title>t</title></channel></rss>",
    "attributes with a prefix": "<rss xmlns:a='b' "
    + " ".join(f"a:href{number}='1'" for number in range(100_000))
    + "><channel/></rss>",
    "attributes of every tag": flood("", "<link " + "href='1' rel='2' " * 8 + "/>"),
    "ends of what was never begun": flood("", "<link>", size=300_000) + "</other>" * 140_000,
    "escaped signs": flood("<description>", "&amp;", "</description>"),
    "entries": flood("", "</item><item><title>t</title>"),
}


@pytest.mark.parametrize("kind", FLOODS)
def test_a_hostile_feed_takes_little_time(kind: str) -> None:
    started_at = time.perf_counter()
    with suppress(MalformedAnswerError):
        parsed(FLOODS[kind])
    # 40 kB of some of these keep the feed parser alone busy for ten seconds, and it is quadratic.
    assert time.perf_counter() - started_at < 5


@pytest.mark.parametrize("before", [1, 100])
def test_what_matters_is_kept_among_many_attributes(before: int) -> None:
    many = " ".join(f"a{number}='x'" for number in range(before))
    body = (
        f"<rss {many} version='2.0'><channel {many}><item><title>t</title>"
        f"<guid {many} isPermaLink='false'>https://id.example/</guid>"
        f"<link {many} HREF='https://site.example/1' {many} rel='alternate'/></item>"
        "</channel></rss>"
    )
    mention = only(body)
    assert (mention.native_id, mention.url) == ("https://id.example/", "https://site.example/1")


@pytest.mark.parametrize("before", [0, 31, 32, 500])
def test_many_name_spaces_hide_no_entry(before: int) -> None:
    """The names whose prefix was too much lose it, and the document stays well-formed."""
    many = " ".join(f"xmlns:a{number}='urn:{number}'" for number in range(before))
    body = (
        f"<rss version='2.0' {many} xmlns:z='urn:z' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        "<channel><item><title>t</title><z:guid>other</z:guid><dc:creator>jo</dc:creator>"
        "<a400:link>x</a400:link></item></channel></rss>"
    )
    mention = only(body)
    assert (mention.text, mention.author.name) == ("t", "jo")


@pytest.mark.parametrize("kind", ["rss", "atom", "json"])
@pytest.mark.parametrize(
    ("count", "read", "faults"),
    [
        (999, 999, ()),
        (1000, 1000, ()),
        (1001, 1000, ("1 entries behind the first 1000 are not read",)),
        (1300, 1000, ("300 entries behind the first 1000 are not read",)),
    ],
)
def test_the_first_thousand_entries_are_read_and_the_rest_is_a_fault(
    kind: str, count: int, read: int, faults: tuple[str, ...]
) -> None:
    body = {
        "rss": "<rss version='2.0'><channel>"
        + "".join(f"<item><title>t</title><guid>n{n}</guid></item>" for n in range(count))
        + "</channel></rss>",
        "atom": "<feed xmlns='http://www.w3.org/2005/Atom'>"
        + "".join(f"<entry><title>t</title><id>n{n}</id></entry>" for n in range(count))
        + "</feed>",
        "json": json.dumps(
            {"version": "https://jsonfeed.org/version/1.1"}
            | {"items": [{"id": f"n{n}", "content_text": "t"} for n in range(count)]}
        ),
    }[kind]
    result = parsed(body)
    assert [mention.native_id for mention in result.mentions] == [f"n{n}" for n in range(read)]
    assert result.faults == faults


def test_what_lists_mentions_is_any_web_address() -> None:
    assert feeds.lists_mentions("https://x.example/feed")
    assert not feeds.lists_mentions("file:///etc/passwd")
