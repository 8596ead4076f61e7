"""Everything that can go wrong, as one tree.

EarshotError                  `permanent` says whether trying again can help
|-- ConfigurationError        a setting or the owner's configuration is missing or wrong
|-- NotConfiguredError        no configuration was pushed yet; the first push mends it
|-- IllegalTransitionError    a case or a silence cannot do that in its present state
|-- WrongFieldError           a part of what was asked for is wrong; carries its `field`
|-- TooManyError              there are as many as may be; first one must end
|-- NotFoundError             nothing is stored under that name
|-- UnknownCursorError        a page was asked for after a place that we never named
|-- RepeatedRequestError      the Idempotency-Key was used for another request
|-- ConflictError             somebody else changed it first; read again and decide anew
|-- StoreError                the table, queue or state machine did not do what was asked
|-- UnreadableMessageError    the queue holds a message that we never wrote
|-- DeliveryError             a message could not be handed to its channel
|-- NoDraftError              there is nothing new left to say; a person has to write
|-- NotRewrittenError         a draft stays as it is; carries the `reason`, a word for the log
|-- ReplyRefusedError         the platform will never take this reply; says why
|-- UncertainReplyError       nobody can tell whether the reply was posted; a person has to look
`-- SourceError               a source did not answer as its contract says
    |-- SourceUnavailableError    no answer, an answer cut short, too slow, or a 5xx
    |-- RateLimitedError          told to come back later; carries `retry_at` where it said when
    |-- AccessRefusedError        401 or 403: a token is missing, expired or not enough
    |-- MisconfiguredSourceError the owner's options do not say what to read
    |-- SourceGoneError           404 or 410: what is watched is no longer there
    |-- MalformedAnswerError      a body that is not what this source speaks
    |-- AnswerTooLargeError       more bytes than we are willing to read
    `-- AddressRefusedError       the address is not public, or not http(s)
"""

from __future__ import annotations

from datetime import datetime


class EarshotError(Exception):
    """Base of every error that Earshot raises on purpose."""

    permanent: bool = False


class ConfigurationError(EarshotError):
    permanent = True


class NotConfiguredError(EarshotError):
    pass


class IllegalTransitionError(EarshotError):
    permanent = True


class WrongFieldError(EarshotError):
    permanent = True

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field


class TooManyError(EarshotError):
    pass


class NotFoundError(EarshotError):
    permanent = True


class UnknownCursorError(EarshotError):
    permanent = True


class RepeatedRequestError(EarshotError):
    permanent = True


class ConflictError(EarshotError):
    pass


class StoreError(EarshotError):
    """`permanent` when the same request would be refused again."""

    def __init__(self, message: str, *, permanent: bool = False) -> None:
        super().__init__(message)
        self.permanent = permanent


class UnreadableMessageError(EarshotError):
    permanent = True


class DeliveryError(EarshotError):
    """A channel refused a message; `permanent` when the same message would be refused again,
    `silent` when the channel did not answer at all and would keep the next message waiting too,
    `unsent` when it surely took nothing; otherwise the message may have left all the same."""

    def __init__(
        self, message: str, *, permanent: bool = False, silent: bool = False, unsent: bool = False
    ) -> None:
        super().__init__(message)
        self.permanent = permanent
        self.silent = silent
        self.unsent = unsent


class NoDraftError(EarshotError):
    """There is no draft of that kind left that the thread has not seen and that is short enough."""

    permanent = True


class NotRewrittenError(EarshotError):
    """A draft stays as it is. `reason` is a word for the log, never a text."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(detail or reason)
        self.reason = reason


class ReplyRefusedError(EarshotError):
    """The platform, or a rule of its, does not allow this reply, now or ever."""

    permanent = True


class UncertainReplyError(EarshotError):
    """An earlier attempt may have got through, and there is no way to find out."""

    permanent = True


class SourceError(EarshotError):
    """Base of what a source can do wrong. `code` is what its health record shows."""

    code = "error"


class SourceUnavailableError(SourceError):
    code = "unavailable"


class RateLimitedError(SourceError):
    code = "rate_limited"

    def __init__(self, message: str, retry_at: datetime | None = None) -> None:
        super().__init__(message)
        self.retry_at = retry_at


class AccessRefusedError(SourceError):
    code = "access_refused"
    permanent = True


class MisconfiguredSourceError(SourceError):
    code = "misconfigured"
    permanent = True


class SourceGoneError(SourceError):
    code = "gone"
    permanent = True


class MalformedAnswerError(SourceError):
    code = "malformed"


class AnswerTooLargeError(SourceError):
    code = "too_large"


class AddressRefusedError(SourceError):
    code = "address_refused"
    permanent = True
