"""The verbs of accounts; each checks, changes and records in one transaction."""
