"""The platforms whose messages we know by heart: how they take text, and what to ask of them.

Limits: https://api.slack.com/reference/messaging/payload (40,000; more than a screen is not read),
https://discord.com/developers/docs/resources/webhook (2,000),
https://core.telegram.org/bots/api#sendmessage (4,096),
https://learn.microsoft.com/microsoftteams/limits-specifications-teams (28 KB a message).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from earshot.adapters.channels import markup
from earshot.adapters.channels.courier import Amend
from earshot.adapters.channels.markup import Markup

MOST_TITLE_CHARACTERS = 120
"""Before signs are escaped, which at most doubles it: Slack and Discord take 250."""

DISCORD_NO_EMBEDS = 4  # SUPPRESS_EMBEDS of a message's flags


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """`plugin` is (module, class) of the library, None where the library finds it by the address.
    `declares` is what the library is told that the text is; then it converts nothing, or, for
    Slack, escapes what Slack wants escaped. `settings` switch off what the library would add.
    `run_header` names the answer's header by which the platform knows the message.
    """

    name: str
    plugin: tuple[str, str] | None
    markup: Markup
    declares: Literal["text", "markdown", "html"] = "text"
    settings: Mapping[str, object] = field(default_factory=dict)
    amend: Amend = lambda payload: None
    run_header: str | None = None
    has_title: bool = True


def _for_slack(payload: dict[str, Any]) -> None:
    payload.update(unfurl_links=False, unfurl_media=False)
    for attachment in payload.get("attachments", []):
        # Without the first the text would be formatted, without the second a phone shows nothing.
        attachment.update(mrkdwn_in=[], fallback=attachment.get("title", ""))


def _for_discord(payload: dict[str, Any]) -> None:
    payload.update(allowed_mentions={"parse": []}, flags=DISCORD_NO_EMBEDS)


SLACK = Platform(
    name="slack",
    plugin=("slack", "NotifySlack"),
    markup=Markup(markup.unpinged, markup.plain, "\n", 3_000),
    settings={"include_image": False, "include_footer": False},
    amend=_for_slack,
    run_header="x-slack-unique-id",
)
TEAMS = Platform(
    name="teams",
    plugin=("workflows", "NotifyWorkflows"),
    markup=Markup(markup.for_card, markup.card_link, "\n\n", 5_000),
    declares="markdown",
    settings={"include_image": False},
    run_header="x-ms-workflow-run-id",
)
DISCORD = Platform(
    name="discord",
    plugin=("discord", "NotifyDiscord"),
    markup=Markup(markup.for_discord, markup.plain, "\n", 2_000),
    settings={"avatar": False},
    amend=_for_discord,
)
TELEGRAM = Platform(
    name="telegram",
    plugin=("telegram", "NotifyTelegram"),
    markup=Markup(markup.for_html, markup.html_link, "\n", 4_096),
    declares="html",
    settings={"include_image": False, "detect_owner": False},
)
WEBHOOK = Platform(
    name="webhook",
    plugin=("custom_json", "NotifyJSON"),
    markup=Markup(markup.plain, markup.plain, "\n", 10_000),
)
OTHER = Platform(
    name="chat",
    plugin=None,
    markup=Markup(markup.without_signs, markup.plain, "\n", 1_000),
    # Of titles the library does not say whether it escapes them.
    has_title=False,
)

BY_SCHEME: Mapping[str, Platform] = {
    "slack": SLACK,
    "workflow": TEAMS,
    "workflows": TEAMS,
    "discord": DISCORD,
    "tgram": TELEGRAM,
    "json": WEBHOOK,
    "jsons": WEBHOOK,
}
BY_HOST: Mapping[str, Platform] = {
    "hooks.slack.com": SLACK,
    "hooks.slack-gov.com": SLACK,
    "discord.com": DISCORD,
    "discordapp.com": DISCORD,
    ".logic.azure.com": TEAMS,
    ".api.powerplatform.com": TEAMS,
}
"""Whose https addresses are known; with a dot in front, of all hosts below. Any other is a webhook.
"""

NO_ADDRESS: Mapping[str, str] = {
    "api.telegram.org": "a chat of Telegram is written tgram://TOKEN/CHAT_ID",
    "outlook.office.com": "connectors of Teams are retired: make a workflow",
    ".webhook.office.com": "connectors of Teams are retired: make a workflow",
}
