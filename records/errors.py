"""What an act says instead of acting."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise


class Refused(Exception):
    """An act that the law, the role or the state of things does not allow, and why.

    ``reason`` is one sentence for the person, ``code`` a stable word for programs and
    ``details`` plain values (who decided meanwhile, which files) for the page that shows it.
    """

    def __init__(
        self, reason: str | Promise, code: str = "refused", details: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code
        self.details = dict(details or {})

    def __str__(self) -> str:
        return str(self.reason)


class Stale(Refused):
    """The record changed since the person read it; their own text must be kept by the page."""

    def __init__(self, reason: str | Promise, details: Mapping[str, Any] | None = None) -> None:
        super().__init__(reason, "stale", details)
