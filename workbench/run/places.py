"""Where a running stack can be looked at."""

from __future__ import annotations

from workbench.run.stage import Stage

SMS_PATH = "/_ministack/sns/sms-messages"
MAIL_PATH = "/_ministack/ses/messages"


def told_places(stage: Stage, person: str, password: str) -> None:
    """Prints the status page, the API, and where what was sent is kept."""
    api, emulator = stage.deployed.api_url, stage.emulator.endpoint
    for name, value in (
        ("status page", f"{api}/"),
        ("sign in as", person),
        ("password", password),
        ("API", f"{api}/openapi.json"),
        ("mail sent", f"{emulator}{MAIL_PATH}"),
        ("SMS sent", f"{emulator}{SMS_PATH}"),
        ("logs", str(stage.emulator.log)),
    ):
        print(f"{name:<12} {value}")
