"""What people quote is not read as theirs; what they say themselves always is."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from earshot.reading.quotations import (
    says_something,
    without_blockquotes,
    without_quoted_lines,
)
from earshot.sources import github, hackernews, mastodon, reddit
from earshot.sources.discourse_quotes import shown, typed
from tests.unit.sources import test_github, test_hackernews, test_mastodon
from tests.unit.sources.fakes import NOW, answer_json
from tests.unit.sources.reddit_things import COMMENT, POST, listing, thing

TITLE = (
    '<div class="title">\n<div class="quote-controls"></div>\n<img alt="" src="a.png"> care:</div>'
)


def aside(
    quoted: str, attributes: str = 'data-username="care" data-post="3" data-topic="12"'
) -> str:
    return (
        f'<aside class="quote no-group" {attributes}>\n{TITLE}\n'
        f"<blockquote>\n{quoted}\n</blockquote>\n</aside>\n"
    )


SORRY = "<p>We are sorry, it is solved.</p>"
ONEBOX = (
    '<aside class="onebox allowlistedgeneric" data-onebox-src="https://x.example/quote">'
    '<article class="onebox-body"><h3>Lamps that burn</h3></article></aside>'
)


@pytest.mark.parametrize(
    ("cooked", "text"),
    [
        (f"{aside(SORRY)}<p>It is not.</p>", "It is not."),
        (f"<p>One.</p>{aside(SORRY)}<p>Two.</p>{aside(SORRY)}<p>Three.</p>", "One.\nTwo.\nThree."),
        (f"One{aside(SORRY)}two", "One\ntwo"),
        (f"{aside(aside(SORRY) + '<p>inner</p>')}<p>It is not.</p>", "It is not."),
        (f"{aside(SORRY, '')}<p>It is not.</p>", "It is not."),
        (aside(SORRY, 'title="a>b"') + "<p>It is not.</p>", "It is not."),
        (f"<ASIDE CLASS=quote>{SORRY}</ASIDE><p>It is not.</p>", "It is not."),
        (aside(SORRY), ""),
        (f"{ONEBOX}<p>Read this.</p>", "Lamps that burn\nRead this."),
        (f"{aside(ONEBOX + SORRY)}<p>It is not.</p>", "It is not."),
        (f"<aside class=onebox>{aside(SORRY)}mine</aside>", "mine"),
        ("<aside class='unquoted quotes'>mine</aside>", "mine"),
        ('<aside data-class="quote">mine</aside>', "mine"),
        ("<p>No.</p><details class='elided'><summary>...</summary>Sorry</details>", "No."),
        ("<details><summary>My log</summary>error 7</details>", "My log\nerror 7"),
        (f"<p>cut off</p><aside class=quote>{SORRY}", "cut off\nWe are sorry, it is solved."),
        (f"<blockquote>{SORRY}</blockquote><p>It is not.</p>", "It is not."),
        ("<blockquote><p>My lamp burns!</p></blockquote>", "My lamp burns!"),
        (f"{aside(SORRY)}<blockquote>My lamp burns!</blockquote>", "My lamp burns!"),
        ("<p>@care</p><blockquote>My lamp burns!</blockquote>", "@care\nMy lamp burns!"),
        ("<aside><blockquote>a</aside>mine", "mine"),
        ("</aside></blockquote>mine", "mine"),
    ],
)
def test_an_answer_in_a_forum_is_without_what_it_quotes(cooked: str, text: str) -> None:
    assert shown(cooked, is_answer=True) == text


def test_a_first_post_is_without_other_posts_only() -> None:
    cooked = f"{aside(SORRY)}<p>They say:</p><blockquote>No refund.</blockquote>"
    assert shown(cooked, is_answer=False) == "They say:\nNo refund."


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ('[quote="care, post:3, topic:12"]\nSorry.\n[/quote]\n\nNo.', "No."),
        ("[quote=care]\n[quote]\nold\n[/quote]\nSorry.\n[/quote]\r\nNo.\r\n> late\r\n", "No."),
        ("[QUOTE]Sorry.[/QUOTE]", ""),
        ("I typed [quote] and nothing came.", "I typed [quote] and nothing came."),
        ("> My lamp burns!", "> My lamp burns!"),
    ],
)
def test_a_post_as_it_was_typed_is_without_what_it_quotes(raw: str, text: str) -> None:
    assert typed(raw, is_answer=True) == text


@pytest.mark.parametrize(
    ("markdown", "own"),
    [
        ("> Is it solved?\n\nNo.", "No."),
        ("> Is it\n> solved?\nNo.", "No."),
        ("&gt; Is it solved?\n\nNo.", "No."),
        (">Is it solved?\n>\n>> or not\nNo.", "No."),
        ("   > Is it solved?\nNo.", "No."),
        ("No.\n    > not a quotation, code", "No.\n    > not a quotation, code"),
        ("Look:\n```\n> npm start\n```\n> quoted", "Look:\n```\n> npm start\n```"),
        ("~~~\n```\n> npm\n~~~\n> quoted\nNo.", "~~~\n```\n> npm\n~~~\nNo."),
        (">!It burns!<\nNo.", ">!It burns!<\nNo."),
        ("&gt;!It burns!&lt;", "&gt;!It burns!&lt;"),
        (">:( it burns", ">:( it burns"),
        (">_< it burns", ">_< it burns"),
        (">= 3.1 fails too", ">= 3.1 fails too"),
        ("> [!WARNING]\n> It burns\nNo.", "> [!WARNING]\n> It burns\nNo."),
        ("<!-- template\n> text -->\nNo.", "<!-- template\n> text -->\nNo."),
        ("<img src=x\n>\nNo.", "<img src=x\n>\nNo."),
        ("a > b", "a > b"),
    ],
)
def test_lines_that_quote_are_told_from_those_that_only_look_so(markdown: str, own: str) -> None:
    assert without_quoted_lines(markdown).strip() == own


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("No", True),
        ("+1", True),
        ("\U0001f44d", True),
        ("не", True),
        ("", False),
        (" ^^ ...\n", False),
        ("@care @acme/team", False),
        ("https://x.example/a", False),
    ],
)
def test_handles_links_and_dots_say_nothing(text: str, does: bool) -> None:
    assert says_something(text) is does


def on_github(body: str, entry: dict[str, object]) -> str:
    return github.parse(answer_json([entry | {"body": body}]), NOW).mentions[0].text


def on_github_comment(body: str) -> str:
    return on_github(body.replace("\n", "\r\n"), test_github.COMMENT)


def on_reddit(body: str) -> str:
    return reddit.parse(answer_json(listing(thing(COMMENT, body=body))), NOW).mentions[0].text


def on_hackernews(body: str) -> str:
    html = body.replace(">", "&gt;").replace("\n", "<p>")
    hits = test_hackernews.hits(test_hackernews.COMMENT | {"comment_text": html})
    return hackernews.parse(answer_json(hits), NOW).mentions[0].text


@pytest.mark.parametrize("read", [on_github_comment, on_reddit, on_hackernews])
@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("> We are sorry.\n\nIt burns.", "It burns."),
        ("> It burns.\n\n> I wait.", "> It burns.\n> I wait."),
        ("@care\n> It burns.", "@care\n> It burns."),
    ],
)
def test_a_comment_is_without_what_it_quotes_where_it_says_something(
    read: Callable[[str], str], body: str, text: str
) -> None:
    assert read(body) == text


def test_what_answers_nobody_is_read_whole() -> None:
    body = "I see:\n> Error 7"
    assert on_github(body, test_github.ISSUE).endswith(body)
    post = listing(thing(POST, selftext=body))
    assert reddit.parse(answer_json(post), NOW).mentions[0].text.endswith(body)
    first = test_mastodon.status(content="<p>I see:</p><blockquote>Error 7</blockquote>")
    assert test_mastodon.parsed(first)[0].text == "I see:\nError 7"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<blockquote>We are sorry.</blockquote><p>It burns.</p>", "It burns."),
        ("<blockquote>It burns.</blockquote>", "It burns."),
        ("<p><span>@care</span></p><blockquote>It burns.</blockquote>", "@care\nIt burns."),
    ],
)
def test_a_reply_on_mastodon_is_without_what_it_quotes(content: str, text: str) -> None:
    reply = test_mastodon.status(content=content, in_reply_to_id="7")
    (mention,) = mastodon.parse(answer_json([reply], url=test_mastodon.TIMELINE), NOW).mentions
    assert mention.text == text


@pytest.mark.parametrize(
    "piece",
    ["<aside ", "<aside class=quote>", "<aside '", "</aside>", "<blockquote>", "[quote]", "[quote=",
     "> \n", "</blockquote><details>", "<blockquote></aside>"],
)  # fmt: skip
def test_a_megabyte_of_anything_is_read_in_linear_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    started_at = time.perf_counter()
    shown(text, is_answer=True)
    typed(text, is_answer=True)
    without_blockquotes(text)
    # A quadratic pass would take minutes.
    assert time.perf_counter() - started_at < 10
