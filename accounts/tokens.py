"""Tokens of the interface for programs: what is kept of them, and their end."""

from hashlib import sha256

from accounts.models import ApiToken, User


def digest_of(secret: str) -> str:
    """What is kept of a token. Its 256 random bits need no slow hash."""
    return sha256(secret.encode()).hexdigest()


def end_tokens(user: User) -> int:
    """End all tokens of `user`, inside an act that ends their sessions; how many there were."""
    ended, _of_each = ApiToken.objects.filter(user=user).delete()
    return ended
