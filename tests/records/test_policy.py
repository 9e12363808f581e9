"""What views declare."""

from typing import Any

import pytest
from django.views import View

from records import policy
from records.policy import policy_of


def view(request: Any) -> None: ...


@pytest.mark.parametrize(
    ("declared", "admitted"),
    [
        (policy.public, [True, True, True]),
        (policy.signed_in, [False, True, True]),
        (policy.roles("auditor"), [False, False, True]),
    ],
)
def test_a_policy_admits_whom_it_names(declared: Any, admitted: list[bool]):
    found = policy_of(declared(lambda request: None))
    assert found is not None
    assert [found.admits(role) for role in (None, "officer", "auditor")] == admitted


def test_a_view_without_a_declaration_has_none():
    assert policy_of(view) is None


def test_a_class_declares_for_its_view():
    @policy.signed_in
    class Page(View): ...

    assert policy_of(Page.as_view()) == policy.Policy("signed_in")


def test_roles_without_a_role_is_a_fault():
    with pytest.raises(ValueError, match="at least one"):
        policy.roles()
