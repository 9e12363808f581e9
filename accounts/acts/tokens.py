"""Making and revoking one's own tokens of the interface for programs."""

import secrets

from django.db import transaction
from django.http import HttpRequest

from accounts.acts.sign_in import address_of, person
from accounts.models import ApiToken, User
from accounts.tokens import digest_of
from records.acts import record


@transaction.atomic
def make_token(request: HttpRequest, user: User, name: str) -> str:
    """Make a token of the signed-in person; returns its secret, which nobody can read again.

    The token keeps whether this session has given the second factor: one without it opens no
    role that needs one.
    """
    secret = secrets.token_urlsafe(32)
    verified: bool = request.user.is_verified()  # type: ignore[union-attr]
    ApiToken.objects.create(user=user, name=name, digest=digest_of(secret), second_factor=verified)
    after = {"name": name, "second_factor": verified}
    record(person(user, address_of(request)), "accounts.make_token", user, after=after)
    return secret


@transaction.atomic
def revoke_token(request: HttpRequest, user: User, token: ApiToken) -> None:
    """End a token of one's own at once."""
    token.delete()
    after = {"name": token.name}
    record(person(user, address_of(request)), "accounts.revoke_token", user, after=after)
