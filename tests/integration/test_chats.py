"""Chats: every platform through the real library, over real sockets, at its best and its worst."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from earshot.adapters.channels.chat import Chats
from earshot.adapters.http import SafeHttp
from earshot.domain.errors import ConfigurationError, DeliveryError, StoreError
from tests.integration.detour import Detour
from workbench.servers import chats as servers
from workbench.servers.chats import ChatServer
from workbench.servers.loopback import Fault, LoopbackServer, Reply, status

SECRET = "team-chat"
LINK = "https://api.acme.example/ack/Abc_-123?x=1&y=2"
TITLE = "Acme: 82 of 100"
TEXT = f"Carla writes: my lamp broke\n\nTake it: {LINK}"

TEAMS_HOST = "prod-12.westeurope.logic.azure.com"
TEAMS_QUERY = "api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig="
POWER_HOST = "00112233445566778899aabbccddee.ff.environment.api.powerplatform.com"

PLATFORMS: dict[str, tuple[Callable[[], ChatServer], str]] = {
    "slack": (servers.slack, f"https://hooks.slack.com{servers.SLACK_PATH}"),
    "teams": (
        servers.teams,
        f"https://{TEAMS_HOST}:443{servers.TEAMS_PATH}?{TEAMS_QUERY}{servers.TEAMS_SIGNATURE}",
    ),
    "discord": (servers.discord, f"https://discord.com{servers.DISCORD_PATH}"),
    "telegram": (
        servers.telegram,
        f"tgram://{servers.TELEGRAM_TOKEN}/{servers.TELEGRAM_CHAT}",
    ),
    "webhook": (servers.webhook, f"https://hooks.acme.example{servers.WEBHOOK_PATH}"),
}
KEYS = {
    "slack": "TIiajkdnlazkcOXrIdevi7QF",
    "teams": servers.TEAMS_SIGNATURE,
    "discord": "abcDEF_-ghi",
    "telegram": servers.TELEGRAM_TOKEN,
    "webhook": servers.WEBHOOK_PATH,
}
HOSTS = {
    "slack": "hooks.slack.com",
    "teams": TEAMS_HOST,
    "discord": "discord.com",
    "telegram": "api.telegram.org",
    "webhook": "hooks.acme.example",
}


@dataclass(frozen=True)
class Given:
    """Secrets in memory."""

    address: str | None
    error: Exception | None = None

    def get(self, name: str) -> str:
        if self.error is not None:
            raise self.error
        if self.address is None:
            raise ConfigurationError(f"there is no secret {name}")
        return self.address


@dataclass(frozen=True)
class Place:
    name: str
    server: ChatServer
    address: str

    def chats(self, address: str | None = None, total_seconds: float = 10.0) -> Chats:
        http = SafeHttp(
            contact="ops@acme.example",
            private_hosts=frozenset({self.server.host}),
            total_seconds=total_seconds,
        )
        detour = Detour(http, {HOSTS[self.name]: self.server.url, POWER_HOST: self.server.url})
        return Chats(http=lambda: detour, secrets=Given(address or self.address))

    def send(self, title: str = TITLE, text: str = TEXT) -> str:
        return self.chats().send(SECRET, title, text)


@pytest.fixture(params=PLATFORMS)
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    make, address = PLATFORMS[request.param]
    with make() as server:
        yield Place(request.param, server, address)


@pytest.fixture
def slack() -> Iterator[Place]:
    with servers.slack() as server:
        yield Place("slack", server, PLATFORMS["slack"][1])


def refused(place: Place, chats: Chats | None = None) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        (chats or place.chats()).send(SECRET, TITLE, TEXT)
    return caught.value


def test_a_message_arrives_whole_with_its_link_and_is_referred_to(place: Place) -> None:
    reference = place.send()

    assert reference.split()[0] == place.name
    (message,) = place.server.messages
    assert [line for line in message.text.split("\n") if line] == [
        TITLE,
        "Carla writes: my lamp broke",
        f"Take it: {LINK}",
    ]
    assert (message.called, message.previews) == ((), False)
    assert KEYS[place.name] not in reference
    (request,) = place.server.requests
    assert request.headers["user-agent"].startswith("Earshot/")


def test_what_the_platform_calls_the_message_is_in_the_reference(slack: Place) -> None:
    assert slack.send().startswith("slack 200 ")


@pytest.mark.parametrize("query", [TEAMS_QUERY, "api-version=1&sp=%2Ft&sv=1.0&sig="])
@pytest.mark.parametrize("before", ["", "/powerautomate/automations/direct"])
def test_both_kinds_of_a_workflows_address_are_known(before: str, query: str) -> None:
    with servers.teams() as server:
        address = f"https://{POWER_HOST}:443{before}{servers.TEAMS_PATH}?{query}"
        Place("teams", server, address + servers.TEAMS_SIGNATURE).send()

        assert server.requests[0].path == f"{before}{servers.TEAMS_PATH}"
        assert len(server.messages) == 1


HOSTILE = (
    "@everyone @here @channel <!here> <!channel> <@U123> <@123456789> <at>Bob</at> @acme_boss\n"
    "*bold* _it_ ~gone~ `code` **strong** __under__ ||spoiler|| [press](x:y) {{DATE(2026)}}\n"
    "# head\n- item\n1. one\n> quote\n<b>tag</b> <script>x</script> <a href='x'>y</a>\n"
    "&lt;b&gt; & \\\n"
    "שלום עולם \u202eabc\u202c مرحبا 👩‍👩‍👧 🇵🇹 é \x1b[2J \x00end"
)


def test_hostile_text_calls_nobody_and_marks_nothing(place: Place) -> None:
    place.send(title=f"{HOSTILE[:60]}", text=f"{HOSTILE}\n{LINK}")

    (message,) = place.server.messages
    assert message.called == ()
    # The one mark is ours: Telegram's bold title, and the link of a card.
    ours = {"telegram": ("b",), "teams": (LINK,)}
    assert message.marked == ours.get(place.name, ())
    shown = message.text.replace("@\u200b", "@")
    assert "**strong** __under__ ||spoiler|| [press](x:y) {{DATE(2026)}}" in shown
    assert "\n# head\n- item\n1. one\n> quote\n<b>tag</b> <script>" in shown
    assert "</a>\n&lt;b&gt; & \\\nשלום עולם abc مرحبا 👩‍👩‍👧 🇵🇹 é [2J end" in shown
    assert LINK in shown


@pytest.mark.parametrize("letter", ["a ", "*", "&<", "é", "👩‍👩‍👧", "\u202e@"])
def test_what_is_too_long_is_cut_to_what_the_platform_takes_and_keeps_its_link(
    place: Place, letter: str
) -> None:
    place.send(title=letter * 300, text=f"{letter * 20_000}\n{LINK}\n{letter * 50}")

    (message,) = place.server.messages
    assert LINK in message.text
    assert "…" in message.text


@pytest.mark.parametrize(
    ("code", "permanent"),
    [
        (301, True),
        (302, False),
        (307, False),
        (308, True),
        (400, True),
        (401, True),
        (403, True),
        (404, True),
        (408, False),
        (410, True),
        (413, True),
        (429, False),
        (500, False),
        (502, False),
        (503, False),
    ],
)
def test_a_status_says_whether_trying_again_can_help(
    place: Place, code: int, permanent: bool
) -> None:
    headers = {"Retry-After": "3600", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "9e9"}
    place.server.fail_always(status(code, headers, b'{"ok": false, "retry_after": 3600}'))
    began = time.monotonic()
    error = refused(place)

    assert (error.permanent, error.silent) == (permanent, False)
    assert str(error) == f"{place.name}: answered {code}"
    # Neither does the library try again, nor does it wait for the hour to pass.
    assert len(place.server.requests) == 1
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "fault",
    [
        Fault(hang_up=True),
        Fault(reply=Reply(200, b'{"ok": true}'), cut=True),
        Fault(wait_seconds=30),
        Fault(reply=Reply(200, b"x" * 1000), drip_seconds=0.2),
    ],
    ids=["hangs up", "is cut off", "says nothing", "drips"],
)
def test_a_platform_without_a_whole_answer_is_tried_again_and_soon_given_up(
    place: Place, fault: Fault
) -> None:
    place.server.fail_always(fault)
    began = time.monotonic()
    error = refused(place, place.chats(total_seconds=1.0))

    assert (error.permanent, error.silent) == (False, True)
    assert time.monotonic() - began < 3
    assert len(place.server.requests) == 1


def test_a_redirect_takes_nothing_to_another_host(place: Place) -> None:
    with servers.webhook() as elsewhere:
        target = {"Location": f"{elsewhere.url}{servers.WEBHOOK_PATH}"}
        place.server.fail_always(status(307, target))
        refused(place)
        assert elsewhere.requests == []


def test_a_platforms_own_refusals_are_for_good(place: Place) -> None:
    wrong = {
        "slack": f"https://hooks.slack.com/services/T1JJ3T3L2/A1BRTD4JD/{'x' * 24}",
        "teams": PLATFORMS["teams"][1] + "x",
        "discord": f"https://discord.com{servers.DISCORD_PATH}x",
        "telegram": f"tgram://{servers.TELEGRAM_TOKEN}/42",
        "webhook": "https://hooks.acme.example/hooks/elsewhere",
    }
    error = refused(place, place.chats(wrong[place.name]))
    assert error.permanent
    assert len(place.server.requests) == 1


# All plugins are loaded for what is not known by heart, and one tries a module that is going away.
loads_all = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")


@loads_all
@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("", "no address of a chat"),
        ("team", "no address of a chat"),
        ("https://", "no address of a chat"),
        ("https://[::1", "no address of a chat"),
        ("ftp://acme.example/s3cret", "no address of a chat"),
        ("nonsense://s3cret/x", "no address of a chat"),
        ("https://hooks.slack.com/services/T1/s3cret", "no address of a chat"),
        ("https://discord.com/api/webhooks/s3cret", "no address of a chat"),
        (f"https://{TEAMS_HOST}/workflows/s3cret", "no address of a chat"),
        ("tgram://s3cret/1", "no address of a chat"),
        (f"tgram://{servers.TELEGRAM_TOKEN}/1/2", "names several places"),
        (f"tgram://{servers.TELEGRAM_TOKEN}/", "not taken"),
        ("https://api.telegram.org/bots3cret/sendMessage", "tgram://TOKEN/CHAT_ID"),
        ("https://acme.webhook.office.com/webhookb2/s3cret", "retired"),
        ("https://outlook.office.com/webhook/s3cret", "retired"),
        ("syslog://localhost", "no address of a chat"),
        ("mailtos://s3cret:pw@acme.example", "not reached by HTTP"),
        ("json://user:s3cret@127.0.0.1:1/x", "address"),
        ("http://169.254.169.254/s3cret", "not public"),
        ("http://127.0.0.1:1/s3cret", "not public"),
        ("https://user:s3cret@hooks.acme.example/x", "credentials"),
    ],
)
def test_a_wrong_address_is_refused_for_good_and_never_repeated(
    address: str, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    chats = Chats(http=lambda: SafeHttp(contact="ops@acme.example"), secrets=Given(address))
    with pytest.raises(DeliveryError, match=told) as caught:
        chats.send(SECRET, TITLE, TEXT)

    assert caught.value.permanent
    said = _everything(caught.value) + caplog.text
    assert "s3cret" not in said
    assert servers.TELEGRAM_TOKEN not in said


def test_neither_the_address_nor_the_message_is_ever_told(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    place.send()
    place.server.fail_next(status(404), status(500), Fault(hang_up=True))
    errors = [refused(place) for _ in range(3)]

    said = caplog.text + "".join(map(_everything, errors))
    for kept in (KEYS[place.name], "Carla", TITLE, LINK):
        assert kept not in said


@pytest.mark.parametrize(
    ("secrets", "permanent"),
    [
        (Given(None), True),
        (Given("", StoreError("get_parameter: ThrottlingException")), False),
    ],
)
def test_a_secret_that_is_not_there_is_for_good_and_one_that_cannot_be_read_is_not(
    secrets: Given, permanent: bool
) -> None:
    chats = Chats(http=lambda: SafeHttp(contact="x"), secrets=secrets)
    with pytest.raises(DeliveryError) as caught:
        chats.send(SECRET, TITLE, TEXT)
    assert caught.value.permanent is permanent


@loads_all
def test_any_other_service_of_the_library_that_speaks_http_is_reached() -> None:
    with LoopbackServer(lambda request: Reply(200, b"{}")) as server:
        http = SafeHttp(contact="x", private_hosts=frozenset({server.host}))
        port = urlsplit(server.url).port
        chats = Chats(http=lambda: http, secrets=Given(f"mmost://127.0.0.1:{port}/{'a' * 24}"))

        assert chats.send(SECRET, TITLE, "@all <b>hi</b>") == "chat 200"
        (request,) = server.requests
        assert (request.path, request.method) == (f"/hooks/{'a' * 24}", "POST")
        assert "@\u200ball ‹b›hi‹/b›" in request.body.decode()
        assert "http" not in request.body.decode()


def test_a_service_that_takes_more_than_one_post_is_refused_before_anything_leaves() -> None:
    with LoopbackServer(lambda request: Reply(200, b"{}")) as server:
        http = SafeHttp(contact="x", private_hosts=frozenset({server.host}))
        port = urlsplit(server.url).port
        secrets = Given(f"json://127.0.0.1:{port}/x?method=get")
        with pytest.raises(DeliveryError, match="more than one POST") as caught:
            Chats(http=lambda: http, secrets=secrets).send(SECRET, TITLE, TEXT)
        assert (caught.value.permanent, server.requests) == (True, [])


def test_an_address_cannot_ask_the_library_for_what_is_ours_to_decide(slack: Place) -> None:
    ways = "?template=/etc/passwd&format=markdown&overflow=split&emojis=yes&footer=yes&image=yes"
    address = slack.address.replace("https://hooks.slack.com/services", "slack:/") + ways
    slack.chats(address).send(SECRET, TITLE, "*b* <!here> :smile:")

    (message,) = slack.server.messages
    assert message.text == f"{TITLE}\n*b* <!here> :smile:"
    assert (message.called, message.marked) == ((), ())
    assert b"icon_url" not in slack.server.requests[0].body


def test_requests_of_others_in_the_process_go_their_own_way() -> None:
    import requests

    with LoopbackServer(lambda request: Reply(200, b"own way")) as server:
        assert requests.get(server.url, timeout=5).text == "own way"


def test_the_library_is_loaded_when_the_first_message_is_sent() -> None:
    program = (
        "import sys\n"
        "import earshot.wiring.shared, earshot.adapters.channels.notifier\n"
        "from earshot.adapters.channels.chat import Chats\n"
        "loaded = {'apprise', 'requests', 'yaml', 'markdown'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def _everything(error: BaseException) -> str:
    """All that a log could show of an error."""
    told, seen = "", error.__cause__ or error.__context__
    while seen is not None:
        told += f"{seen!r} {seen}\n"
        seen = seen.__cause__ or seen.__context__
    return f"{error!r} {error}\n{told}"
