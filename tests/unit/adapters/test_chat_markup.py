"""What of a message's text reaches each platform: nothing that pings, formats or deceives."""

from __future__ import annotations

import pytest

from earshot.adapters.channels.markup import Markup, shortened, title_of, written
from earshot.adapters.channels.platforms import (
    DISCORD,
    OTHER,
    SLACK,
    TEAMS,
    TELEGRAM,
    WEBHOOK,
    Platform,
)

LINK = "https://a.example/x_y_z?a=1&b=(2)"
ZERO = "\u200b"
PLAIN = Markup(str, str, "\n", 1_000)


@pytest.mark.parametrize(
    ("text", "slack", "teams", "discord", "telegram", "other"),
    [
        ("plain words", *["plain words"] * 5),
        ("@everyone", *[f"@{ZERO}everyone"] * 5),
        ("a@b.example @ home", *[f"a@{ZERO}b.example @ home"] * 5),
        # The library escapes these for Slack, where they are the only signs that do anything.
        ("<!here>", "<!here>", "\\<!here\\>", "\\<!here\\>", "&lt;!here&gt;", "‹!here›"),
        (
            "<@U1>",
            f"<@{ZERO}U1>",
            f"\\<@{ZERO}U1\\>",
            f"\\<@{ZERO}U1\\>",
            f"&lt;@{ZERO}U1&gt;",
            f"‹@{ZERO}U1›",
        ),
        ("*b* _i_", "*b* _i_", "\\*b\\* \\_i\\_", "\\*b\\* \\_i\\_", "*b* _i_", "*b* _i_"),
        ("~s~ `c`", "~s~ `c`", "\\~s\\~ \\`c\\`", "\\~s\\~ \\`c\\`", "~s~ `c`", "~s~ `c`"),
        ("||s||", "||s||", "||s||", "\\|\\|s\\|\\|", "||s||", "||s||"),
        ("[t](u)", "[t](u)", "\\[t\\](u)", "\\[t\\](u)", "[t](u)", "[t](u)"),
        ("# h", "# h", "\\# h", "\\# h", "# h", "# h"),
        (" - i", "- i", "\\- i", "\\- i", "- i", "- i"),
        ("-# sub", "-# sub", "\\-# sub", "\\-# sub", "-# sub", "-# sub"),
        ("1. one", "1. one", "1\\. one", "1\\. one", "1. one", "1. one"),
        ("1.5 - 2", "1.5 - 2", "1\\.5 - 2", "1\\.5 - 2", "1.5 - 2", "1.5 - 2"),
        ("2) two", "2) two", "2\\) two", "2\\) two", "2) two", "2) two"),
        ("no # head, no - item", *["no # head, no - item"] * 5),
        ("> q", "> q", "\\> q", "\\> q", "&gt; q", "› q"),
        ("{{D(1)}}", "{{D(1)}}", "\\{\\{D(1)\\}\\}", "{{D(1)}}", "{{D(1)}}", "{{D(1)}}"),
        ("&lt;b&gt;", "&lt;b&gt;", "&lt;b&gt;", "&lt;b&gt;", "&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("\\*", "\\*", "\\\\\\*", "\\\\\\*", "\\*", "\\*"),
        ("a\nb", "a\nb", "a\n\nb", "a\nb", "a\nb", "a\nb"),
        (
            f"({LINK}).",
            f"({LINK}).",
            "([https://a.example/x\\_y\\_z?a=1&b=(2](https://a.example/x_y_z?a=1&b=%282))).",
            f"({LINK}).",
            "(https://a.example/x_y_z?a=1&amp;b=(2)).",
            f"({LINK}).",
        ),
    ],
)  # fmt: skip
def test_a_text_is_written_so_that_it_shows_as_it_was(
    text: str, slack: str, teams: str, discord: str, telegram: str, other: str
) -> None:
    platforms = (SLACK, TEAMS, DISCORD, TELEGRAM, OTHER)
    assert [written(text, platform.markup) for platform in platforms] == [
        slack,
        teams,
        discord,
        telegram,
        other,
    ]


@pytest.mark.parametrize("text", ["@everyone", "<b>*x*</b> & [t](u)", LINK])
def test_a_webhook_gets_the_text_as_it_is(text: str) -> None:
    assert written(text, WEBHOOK.markup) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x1b[2Jc\x7f", "ab[2Jc"),
        ("\u202eevil\u202c \u2066x\u2069", "evil x"),
        ("soft\u00adhyphen \U000e0041tag", "softhyphen tag"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("tab\tbed", "tab bed"),
        ("lone \ud83d half", "lone  half"),
        # What joins emoji and scripts, and what keeps a word from being a link, stays.
        ("👩\u200d👩\u200d👧 می\u200cخواهم evil.\u2060example", None),
        ("שלום\u200f 12 مرحبا", None),
    ],
)
def test_what_deceives_the_eye_is_left_out_and_what_belongs_to_a_script_is_not(
    text: str, shown: str | None
) -> None:
    assert written(text, PLAIN) == (text if shown is None else shown)


@pytest.mark.parametrize(
    ("line", "most", "kept"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdefg", 6, "abcde…"),
        ("abc defg", 5, "abc…"),
        ("abcde\u0301fg", 6, "abcd…"),
        ("abc👩\u200d👩\u200d👧d", 7, "abc…"),
        ("abcd👍🏽e", 6, "abcd…"),
        ("abc🇵🇹🇵🇹", 5, "abc…"),
        ("e" + "\u0301" * 9, 5, "…"),
    ],
)
def test_a_line_is_never_cut_within_what_is_read_as_one_letter(
    line: str, most: int, kept: str
) -> None:
    assert shortened(line, most) == kept


@pytest.mark.parametrize("platform", [SLACK, TEAMS, DISCORD, TELEGRAM, WEBHOOK, OTHER])
@pytest.mark.parametrize("letter", ["a", "*", "&", "é", "👍", "word ", "@x", "\n", "- a\n"])
def test_no_text_is_longer_than_its_platform_takes_and_the_link_is_in_it(
    platform: Platform, letter: str
) -> None:
    message = written(letter * 12_000 + f"\n{LINK}", platform.markup)
    assert len(message.encode("utf-16-le")) // 2 <= platform.markup.most
    assert "https://a.example/x_y_z" in message


def test_the_longest_line_is_shortened_first() -> None:
    text = "\n".join(["short one", "long " * 100, LINK, "short two"])
    lines = written(text, PLAIN, 200).split("\n")
    assert (lines[0], lines[2], lines[3]) == ("short one", LINK, "short two")
    assert lines[1].endswith("…")
    assert len("\n".join(lines)) > 180


def test_of_many_lines_the_last_are_left_out_and_those_with_links_stay() -> None:
    text = "\n".join([*(f"line {n}" for n in range(100)), LINK])
    lines = written(text, PLAIN, 200).split("\n")
    assert (lines[0], lines[-1]) == ("line 0", LINK)
    assert len(lines) > 15


def test_a_link_that_fits_nowhere_is_not_cut_into_another() -> None:
    assert written("https://a.example/" + "x" * 500, PLAIN, 100) == ""


def test_a_title_is_one_line_without_links() -> None:
    assert title_of("a\n b <c>\x00", TELEGRAM.markup, 100) == "a b &lt;c&gt;"
    assert title_of("x" * 200, SLACK.markup, 10) == "xxxxxxxxx…"
