"""The lists of this app, as files, and the register in the form of the roster's template."""

from tenants.resources.filings import ADVERSE, FILED, OWED
from tenants.resources.register import REGISTER, ROSTERS, RegisterResource, export_register

__all__ = [
    "ADVERSE",
    "FILED",
    "OWED",
    "REGISTER",
    "ROSTERS",
    "RegisterResource",
    "export_register",
]
