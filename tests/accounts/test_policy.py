"""Every address has a declared policy, and nobody gets past it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

from accounts.middleware import PolicyMiddleware
from accounts.roles import Role
from records.policy import policy_of
from tests.accounts.visitors import visitor


def addresses(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for each in resolver.url_patterns:
        path = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from addresses(each, path)
        else:
            yield path, each


ADDRESSES = list(addresses(get_resolver()))


@pytest.mark.parametrize(("path", "pattern"), ADDRESSES, ids=[path for path, _ in ADDRESSES])
def test_every_address_has_a_policy(path: str, pattern: URLPattern) -> None:
    assert policy_of(pattern.callback) is not None


def test_a_view_without_a_policy_is_refused_at_the_door() -> None:
    def undeclared(request: Any) -> HttpResponse:
        return HttpResponse()

    request = RequestFactory().get("/")
    with pytest.raises(ImproperlyConfigured):
        PolicyMiddleware(lambda _: HttpResponse()).process_view(request, undeclared, [], {})


@pytest.mark.django_db
@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_a_wrong_role_is_told_which_role_the_page_is_open_to(role: str) -> None:
    answer = visitor(role).get("/organisations/", headers={"Accept-Language": "en"})
    assert answer.status_code == 403
    assert answer.context["roles"] == ["Administrator"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/settings/", "/organisations/", "/people/", "/areas/", "/delegations/", "/api/docs/"]
)
def test_who_has_not_signed_in_is_sent_to_the_sign_in(client: Client, path: str) -> None:
    assert client.get(path)["Location"] == f"/sign-in/?next={path}"
