"""The bucket in which SES leaves mail."""

from __future__ import annotations

from dataclasses import dataclass

from botocore.exceptions import BotoCoreError, ClientError

from earshot.adapters.aws import Client
from earshot.domain.errors import StoreError

GONE = frozenset({"NoSuchKey", "AccessDenied"})
"""Who may not list a bucket is told AccessDenied for what is not in it
(https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html)."""


@dataclass(frozen=True, slots=True)
class S3Mailbox:
    s3: Client
    bucket: str
    most_bytes: int

    def read(self, key: str) -> bytes:
        beginning = f"bytes=0-{self.most_bytes - 1}"
        try:
            answer = self.s3().get_object(Bucket=self.bucket, Key=key, Range=beginning)
            content: bytes = answer["Body"].read()
        except ClientError as error:
            code = error.response["Error"]["Code"]
            if code == "InvalidRange":  # nothing is in it, so no part of it can be asked for
                return b""
            raise StoreError(f"get_object: {code}", permanent=code in GONE) from error
        # Cut off while it was read, it raises urllib3's errors under botocore's names, or OSError.
        except (BotoCoreError, OSError) as error:
            raise StoreError(f"get_object: {type(error).__name__}") from error
        return content
