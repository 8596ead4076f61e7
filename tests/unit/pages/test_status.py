"""The status page's shell: one document, sealed by its policy, that holds no data."""

from __future__ import annotations

import json
import re

import pytest

from api.actions import LONGEST_TEXT
from api.pages.policy import hash_source
from api.pages.status import SCRIPTS, policy, resource, script, status_page
from earshot.domain.case import CLOSED, LIVE, State
from earshot.domain.languages import LANGUAGES
from earshot.domain.transition import TRANSITIONS, Action
from earshot.flows.replying.means import PRIVATE_SOURCES
from tests.unit.messages.parsed import parsed

SIGN_IN = "https://cognito-idp.eu-west-1.amazonaws.com/"


def inline(tag: str, html: str) -> str:
    found = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
    assert len(found) == 1
    return str(found[0])


def constant(name: str) -> str:
    found = re.search(rf"const {name} = (.*?);", script(), re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_one_whole_document(language: str) -> None:
    html = status_page(language, SIGN_IN, "client-1")
    document = parsed(html)
    assert document.open == []
    assert "{{" not in re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    assert ("html", {"lang": language}) in document.elements
    assert document.values("src") == document.values("style") == []
    assert "link" not in document.tags
    (words,) = re.findall(r'<script type="application/json" id="words">(.*?)</script>', html, re.S)
    assert json.loads(words) == json.loads(resource(f"status_words/{language}.json"))


def test_the_policy_names_what_stands_in_the_page_and_whom_it_asks() -> None:
    html = status_page("en", SIGN_IN, "client-1")
    rules = dict(rule.split(" ", 1) for rule in policy(SIGN_IN).split("; "))
    assert rules == {
        "default-src": "'none'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "form-action": "'none'",
        "style-src": hash_source(inline("style", html)),
        "script-src": hash_source(inline("script", html)),
        "connect-src": "'self' https://cognito-idp.eu-west-1.amazonaws.com",
    }


@pytest.mark.parametrize(
    ("sign_in_url", "asked"),
    [
        ("", "'self'"),
        ("http://localhost:4566/", "'self' http://localhost:4566"),
        ("https://a.example/path?x=1", "'self' https://a.example"),
        ("https://user@a.example/", "'self' https://a.example"),
        ("https://a.example; script-src *", "'self'"),
        ("https://*/", "'self'"),
        ("javascript:alert(1)", "'self'"),
        ("https://a.example:port/", "'self'"),
        ("https://[::1/", "'self'"),
    ],
)
def test_only_an_honest_address_gets_into_the_policy(sign_in_url: str, asked: str) -> None:
    assert policy(sign_in_url).split("; ")[-1] == f"connect-src {asked}"


def test_settings_stay_within_their_attributes() -> None:
    html = status_page("en", '"><script>', "{{script}}'>")
    assert parsed(html).values("data-sign-in-url") == ['"><script>']
    assert parsed(html).values("data-sign-in-client") == ["{{script}}'>"]


@pytest.mark.parametrize(
    "tool",
    ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(",
     "localStorage", "document.cookie", "</script", "<!--", ".srcdoc", "DOMParser"],
)  # fmt: skip
def test_the_script_has_no_tool_that_could_run_a_strangers_text(tool: str) -> None:
    assert tool not in script()


@pytest.mark.parametrize("name", SCRIPTS)
def test_each_part_of_the_script_fits_a_head(name: str) -> None:
    assert len(resource(name).splitlines()) < 400


def states(name: str, known: dict[str, list[str]]) -> list[str]:
    """What a JavaScript list of states holds, with the lists that it spreads."""
    written = re.search(rf"\b{name}: (\[.*?\]|[A-Z]+),", constant("ACTIONS"))
    assert written is not None
    if written[1] in known:
        return known[written[1]]
    spread = [
        state for other in re.findall(r"\.\.\.([A-Z]+)", written[1]) for state in known[other]
    ]
    return spread + re.findall(r'"(\w+)"', written[1])


@pytest.mark.parametrize(
    ("button", "action"),
    [
        ("acknowledge", "acknowledge"),
        ("reply", "reply"),
        ("await_customer", "await_customer"),
        ("yes", "customer_says_yes"),
        ("no", "customer_says_no"),
        ("reopen", "reopen"),
        ("assign", "assign"),
        ("dismiss", "dismiss"),
    ],
)
def test_a_button_is_there_in_just_the_states_that_allow_it(button: str, action: Action) -> None:
    known = {name: re.findall(r'"(\w+)"', constant(name)) for name in ("LIVE", "CLOSED")}
    known["UNACKNOWLEDGED"] = re.findall(r'"(\w+)"', constant("UNACKNOWLEDGED"))
    assert (tuple(known["LIVE"]), tuple(known["CLOSED"])) == (LIVE, CLOSED)
    allowed: set[State] = set(TRANSITIONS[action])
    assert set(states(button, known)) == allowed


def test_the_page_knows_as_much_of_replies_as_the_api() -> None:
    assert tuple(json.loads(constant("PRIVATE_SOURCES"))) == PRIVATE_SOURCES
    assert int(constant("LONGEST_REPLY")) == LONGEST_TEXT
