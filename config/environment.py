"""Reading of the process's environment: the only place that does."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str | None = None) -> str:
    """Return the variable ``name``; without a default a missing one is an error."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set the environment variable {name}.")
    return value


def words(name: str, default: str = "") -> list[str]:
    """Return the comma-separated parts of the variable ``name``."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def key(name: str) -> str:
    """Return the secret ``name`` from the environment or from the file ``name_FILE`` names."""
    path = os.environ.get(f"{name}_FILE")
    return Path(path).read_text().strip() if path else text(name)


def made_key(name: str, folder: Path) -> str:
    """Return the secret ``name``; on the first call make one, kept in ``folder``."""
    if name in os.environ or f"{name}_FILE" in os.environ:
        return key(name)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / name.lower()
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with open(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text()
