"""The visitor's own address where reverse proxies of ours stand in front."""

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class ProxyMiddleware:
    """Puts the visitor's address into ``REMOTE_ADDR``: lockout and audit trail read it there.

    Each proxy appends to ``X-Forwarded-For`` the address it was asked from; what stands further
    left came with the request and may be a lie. With ``TRUSTED_PROXIES`` of them the visitor's is
    the entry that far from the right; with none, or an entry that is no address, nothing changes.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if address := forwarded_for(request, settings.TRUSTED_PROXIES):
            request.META["REMOTE_ADDR"] = address
        return self.get_response(request)


def forwarded_for(request: HttpRequest, proxies: int) -> str:
    """The address that the outermost of `proxies` was asked from; "" where it is not known."""
    entries = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if not 0 < proxies <= len(entries):
        return ""
    try:
        return str(ip_address(entries[-proxies].strip()))
    except ValueError:
        return ""
