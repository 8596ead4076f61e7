"""Chat platforms as a bot or a webhook sees them: Slack, Teams, Discord, Telegram, any webhook.

Each takes one message by POST at an address that is itself the secret, and answers as the original
does, its refusals included. What arrived is kept as its members would see it: with the names that
were called by it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from workbench.servers.chat_reading import CARD_MARKS, DISCORD_MARKS, commonmark, telegram_html
from workbench.servers.loopback import LoopbackServer, Reply, Request

SLACK_PATH = "/services/T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7QF"
DISCORD_PATH = "/api/webhooks/123456789012345678/abcDEF_-ghi"
TEAMS_PATH = "/workflows/0123456789abcdef/triggers/manual/paths/invoke"
TEAMS_SIGNATURE = "Sig_abc-1"
TELEGRAM_TOKEN = "123456789:AAE-abcdefghijklmnopqrstuvwxyz_0123"  # noqa: S105
TELEGRAM_CHAT = -1001234567890
WEBHOOK_PATH = "/hooks/earshot"

TEAMS_MOST_BYTES = 28 * 1024
DISCORD_MOST = 2_000
TELEGRAM_MOST = 4_096


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """`text` is what members read, the title in front; `called` are those whom it pings, `marked`
    is what is shown as bold, as a link and the like, and `previews` whether links are unfolded."""

    text: str
    called: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    previews: bool = False


class _Refused(Exception):  # noqa: N818  an answer, and no error of ours
    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.status)
        self.reply = reply


class ChatServer(LoopbackServer):
    """One platform, with one place to write to. `messages` are what arrived there."""

    def __init__(self, take: Callable[[Request], tuple[Message, Reply]], port: int = 0) -> None:
        self.messages: list[Message] = []
        self._take = take
        super().__init__(self._reply, port)

    def _reply(self, request: Request) -> Reply:
        if request.method != "POST":
            return Reply(405)
        try:
            message, reply = self._take(request)
        except _Refused as refused:
            return refused.reply
        self.messages.append(message)
        return reply


def slack(port: int = 0) -> ChatServer:
    """An app's incoming webhook: https://api.slack.com/messaging/webhooks"""
    return ChatServer(_slack, port)


def teams(port: int = 0) -> ChatServer:
    """The workflow "Post to a channel when a webhook request is received"."""
    return ChatServer(_teams, port)


def discord(port: int = 0) -> ChatServer:
    """https://discord.com/developers/docs/resources/webhook#execute-webhook"""
    return ChatServer(_discord, port)


def telegram(port: int = 0) -> ChatServer:
    """https://core.telegram.org/bots/api#sendmessage"""
    return ChatServer(_telegram, port)


def webhook(port: int = 0) -> ChatServer:
    """Somebody's own, that takes any JSON."""
    return ChatServer(_webhook, port)


def _slack(request: Request) -> tuple[Message, Reply]:
    if not request.path.startswith("/services/"):
        raise _Refused(_plain(404, "no_service"))
    if request.path != SLACK_PATH:
        raise _Refused(_plain(403, "invalid_token"))
    payload = _json(request, _plain(400, "invalid_payload"))
    attachments = payload.get("attachments", [])
    if not payload.get("text") and not attachments:
        raise _Refused(_plain(400, "no_text"))
    pieces, marked = [payload.get("text", "")], []
    for attachment in attachments:
        body = attachment.get("text", "")
        pieces += [attachment.get("title", ""), body]
        if "text" in attachment.get("mrkdwn_in", ["text"]):
            marked += re.findall(r"[*_~`]\S[^\n]*?[*_~`]", body)
    raw = "\n".join(piece for piece in pieces if piece)
    marked += re.findall(r"<(https?:[^>]*)\|", raw)
    message = Message(
        text=_unescaped(raw),
        called=tuple(re.findall(r"<([@!#][^>|]*)", raw)),
        marked=tuple(marked),
        previews=payload.get("unfurl_links", True) or payload.get("unfurl_media", True),
    )
    return message, _plain(200, "ok", {"x-slack-unique-id": uuid4().hex[:24]})


def _teams(request: Request) -> tuple[Message, Reply]:
    # Environments of Power Platform have the workflow below a path of their own.
    if request.path.removeprefix("/powerautomate/automations/direct") != TEAMS_PATH:
        raise _Refused(_teams_error(404, "WorkflowNotFound"))
    if request.first("sig") != TEAMS_SIGNATURE or not request.first("api-version"):
        raise _Refused(_teams_error(401, "DirectApiAuthorizationRequired"))
    if len(request.body) > TEAMS_MOST_BYTES:
        raise _Refused(_teams_error(413, "RequestEntityTooLarge"))
    payload = _json(request, _teams_error(400, "InvalidRequestContent"))
    cards = [
        attachment["content"]
        for attachment in payload.get("attachments", [])
        if attachment.get("contentType") == "application/vnd.microsoft.card.adaptive"
    ]
    if payload.get("type") != "message" or not cards:
        raise _Refused(_teams_error(400, "InvalidRequestContent"))
    blocks = [block["text"] for block in cards[0]["body"] if block["type"] == "TextBlock"]
    shown = [commonmark(block, CARD_MARKS) for block in blocks]
    entities = cards[0].get("msteams", {}).get("entities", [])
    message = Message(
        text="\n".join(text for text, _ in shown),
        called=tuple(each["text"] for each in entities if each["type"] == "mention"),
        marked=tuple(mark for _, marks in shown for mark in marks),
    )
    # It only says that it will try; whether a channel got it is in the workflow's own history.
    return message, Reply(202, headers={"x-ms-workflow-run-id": f"0858{uuid4().int % 10**20}CU00"})


def _discord(request: Request) -> tuple[Message, Reply]:
    if not DISCORD_PATH.startswith(request.path.rpartition("/")[0]):
        raise _Refused(_discord_error(404, 10015, "Unknown Webhook"))
    if request.path != DISCORD_PATH:
        raise _Refused(_discord_error(401, 50027, "Invalid Webhook Token"))
    payload = _json(request, _discord_error(400, 50109, "The request body contains invalid JSON."))
    content = payload.get("content", "")
    if not content:
        raise _Refused(_discord_error(400, 50006, "Cannot send an empty message"))
    if len(content) > DISCORD_MOST:
        raise _Refused(_discord_error(400, 50035, "Invalid Form Body"))
    text, marked = commonmark(content, DISCORD_MARKS)
    allowed = payload.get("allowed_mentions", {"parse": ["everyone", "users", "roles"]})
    called = re.findall(r"@everyone|@here|<@[!&]?\d+>", content) if allowed["parse"] else []
    previews = bool(re.search("https?://", content)) and not payload.get("flags", 0) & 4
    message = Message(text=text, called=tuple(called), marked=tuple(marked), previews=previews)
    return message, Reply(204)


def _telegram(request: Request) -> tuple[Message, Reply]:
    if not re.fullmatch(r"/bot\d+:[\w-]{35}/sendMessage", request.path):
        raise _Refused(_telegram_error(404, "Not Found"))
    if request.path != f"/bot{TELEGRAM_TOKEN}/sendMessage":
        raise _Refused(_telegram_error(401, "Unauthorized"))
    payload = _json(request, _telegram_error(400, "Bad Request: can't parse JSON"))
    if payload.get("chat_id") != TELEGRAM_CHAT:
        raise _Refused(_telegram_error(400, "Bad Request: chat not found"))
    if payload.get("parse_mode") == "HTML":
        try:
            text, marked = telegram_html(payload["text"])
        except ValueError as error:
            raise _Refused(_telegram_error(400, "Bad Request: can't parse entities")) from error
    else:
        text, marked = payload["text"], []
    if not text.strip():
        raise _Refused(_telegram_error(400, "Bad Request: message text is empty"))
    if len(text.encode("utf-16-le")) // 2 > TELEGRAM_MOST:
        raise _Refused(_telegram_error(400, "Bad Request: message is too long"))
    message = Message(
        text=text.replace("\r\n", "\n"),
        called=tuple(re.findall(r"(?<!\w)@\w{4,}", text)),
        marked=tuple(marked),
        previews=not payload.get("disable_web_page_preview", False),
    )
    result = {"message_id": 7, "chat": {"id": TELEGRAM_CHAT, "type": "supergroup"}, "text": text}
    return message, _answer(200, {"ok": True, "result": result})


def _webhook(request: Request) -> tuple[Message, Reply]:
    if request.path != WEBHOOK_PATH:
        raise _Refused(_plain(404, "not found"))
    payload = _json(request, _plain(400, "not JSON"))
    text = f"{payload['title']}\n{payload['message']}"
    return Message(text=text), _plain(202, "accepted")


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _json(request: Request, otherwise: Reply) -> dict[str, Any]:
    try:
        payload = json.loads(request.body)
    except ValueError as error:
        raise _Refused(otherwise) from error
    if not isinstance(payload, dict):
        raise _Refused(otherwise)
    return payload


def _plain(status: int, text: str, headers: Mapping[str, str] | None = None) -> Reply:
    return Reply(status, text.encode(), {"Content-Type": "text/html", **(headers or {})})


def _answer(status: int, value: Any) -> Reply:
    return Reply(status, json.dumps(value).encode(), {"Content-Type": "application/json"})


def _teams_error(status: int, code: str) -> Reply:
    return _answer(status, {"error": {"code": code, "message": "see the code"}})


def _discord_error(status: int, code: int, message: str) -> Reply:
    return _answer(status, {"message": message, "code": code})


def _telegram_error(status: int, description: str) -> Reply:
    return _answer(status, {"ok": False, "error_code": status, "description": description})
