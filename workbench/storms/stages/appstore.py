"""The App Store by App Store Connect: every review counts that no exclusion forbids."""

from __future__ import annotations

from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from workbench.servers.appstore import AppStoreServer, Review
from workbench.servers.loopback import Reply, Request
from workbench.storms.stage import Saying, Stage
from workbench.storms.weather import Limit

APP = 1_000_001


def stage() -> Stage:
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    server = AppStoreServer(public_key=key.public_key(), app_id=APP)

    def say(saying: Saying) -> None:
        review = Review(
            number=saying.number + 1,
            author=saying.author,
            rating=1,
            title="Sad",
            body=saying.text,
            written_at=saying.at,
        )
        server.publish(review)

    def too_many(request: Request, now: datetime) -> Reply:
        told = {"X-Rate-Limit": "user-hour-lim:3500;user-hour-rem:0;"}
        return Reply(429, b'{"errors": [{"status": "429"}]}', told)

    return Stage(
        server=server,
        options=(
            {
                "base_url": server.url,
                "app_id": APP,
                "issuer_id": "issuer-1",
                "key_id": "KEY1",
                "private_key_secret": "a-key",
            },
        ),
        secrets={"a-key": pem},
        say=say,
        forget=lambda number: server.remove(number + 1),
        strangers=("lumo raffle {}",),
        limits=(Limit("a key", 3_500, 3_600),),
        too_many=too_many,
        broken=lambda: len(server.violations),
        # A day is read again each time, since reviews appear late: a few hundred are enough.
        kept=timedelta(minutes=10),
    )
