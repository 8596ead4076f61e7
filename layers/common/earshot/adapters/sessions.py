"""Sessions with platforms, kept between readings so that nobody signs in for each."""

from __future__ import annotations

import json
from dataclasses import dataclass

from botocore.exceptions import BotoCoreError, ClientError

from earshot.adapters.aws import Client, ParameterSecrets
from earshot.domain.asking import Session
from earshot.domain.errors import ConfigurationError, StoreError
from earshot.domain.plain import from_plain, to_plain


@dataclass(frozen=True, slots=True)
class ParameterSessions:
    """Sessions of sources, as SecureStrings of their own beside the owner's secrets."""

    ssm: Client
    prefix: str

    def get(self, credential: str) -> Session | None:
        """None where there is none that can be read: signing in writes it anew."""
        try:
            written = ParameterSecrets(self.ssm, self.prefix).get(_session_name(credential))
            return from_plain(Session, json.loads(written))
        except (ConfigurationError, ValueError):
            return None

    def put(self, credential: str, session: Session) -> None:
        path = f"{self.prefix}/{_session_name(credential)}"
        value = json.dumps(to_plain(session), separators=(",", ":"))
        try:
            self.ssm().put_parameter(Name=path, Value=value, Type="SecureString", Overwrite=True)
        except ClientError as error:
            raise StoreError(f"put_parameter: {error.response['Error']['Code']}") from error
        except BotoCoreError as error:
            raise StoreError(f"put_parameter: {type(error).__name__}") from error


def _session_name(credential: str) -> str:
    return f"sessions/{credential}"
