"""A desk at the API: somebody signed in, asking and acting as the status page would."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlencode

from workbench.stack.clients import client
from workbench.stack.deploy import Deployment
from workbench.stack.emulator import Emulator
from workbench.stack.loopback import Answer, request

BUSY_TRIES, BUSY_SECONDS = 4, 1.0
"""How often, and how long apart, an API that is busy is asked: a laptop does other things too."""


class RefusedError(Exception):
    """The API answered something else than success; `status` is what."""

    def __init__(self, asked: str, answer: Answer) -> None:
        super().__init__(f"{asked} answered {answer.status}: {answer.body[:300]}")
        self.status = answer.status


@dataclass(frozen=True, slots=True)
class Desk:
    """`token` is a JWT of the user pool."""

    api_url: str
    token: str

    def get(self, path: str, **query: object) -> dict[str, Any]:
        """The JSON of a route. RefusedError for anything but 200; a busy API is asked again, as it
        says in its 503."""
        asked = f"{path}?{urlencode(query)}" if query else path
        for _ in range(BUSY_TRIES - 1):
            try:
                return self._asked("GET", asked)
            except RefusedError as error:
                if error.status != HTTPStatus.SERVICE_UNAVAILABLE:
                    raise
            time.sleep(BUSY_SECONDS)
        return self._asked("GET", asked)

    def act(self, case_id: str, **command: object) -> dict[str, Any]:
        """The case after `POST /cases/{id}/actions`. RefusedError with the API's reason."""
        path = f"/cases/{quote(case_id, safe='')}/actions"
        return self._asked("POST", path, json.dumps(command))

    def _asked(self, method: str, path: str, body: str | None = None) -> dict[str, Any]:
        headers: Mapping[str, str] = {
            "Authorization": f"Bearer {self.token}",
            "Accept": "application/json",
            **({"Content-Type": "application/json"} if body else {}),
        }
        answer = request(f"{self.api_url}{path}", method=method, headers=headers, body=body)
        if answer.status != 200:
            raise RefusedError(f"{method} {path}", answer)
        found: dict[str, Any] = json.loads(answer.body)
        return found


def signed_up(emulator: Emulator, deployed: Deployment, email: str, password: str) -> Desk:
    """The desk of a person of the user pool, who is made where there is none of that address."""
    pool = client(emulator.endpoint, "cognito-idp")
    with contextlib.suppress(pool.exceptions.UsernameExistsException):
        pool.admin_create_user(
            UserPoolId=deployed.user_pool_id, Username=email, MessageAction="SUPPRESS"
        )
    pool.admin_set_user_password(
        UserPoolId=deployed.user_pool_id, Username=email, Password=password, Permanent=True
    )
    return signed_in(emulator, deployed, email, password)


def signed_in(emulator: Emulator, deployed: Deployment, email: str, password: str) -> Desk:
    answer = client(emulator.endpoint, "cognito-idp").initiate_auth(
        ClientId=deployed.user_pool_client_id,
        AuthFlow="USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": email, "PASSWORD": password},
    )
    return Desk(deployed.api_url, str(answer["AuthenticationResult"]["IdToken"]))
