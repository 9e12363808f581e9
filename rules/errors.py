"""What callers may hand in wrongly. Both carry one line for a person to read."""


class BadInput(ValueError):
    """A value, key or date that the rules cannot take. The message is a single line."""


class UnknownKey(KeyError):
    """No edition, jurisdiction, duty or form has this name."""

    def __str__(self) -> str:
        return str(self.args[0])
