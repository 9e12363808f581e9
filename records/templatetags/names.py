"""Names that bear one which the law keeps for others."""

from typing import Any

from django import template

import rules

register = template.Library()


@register.inclusion_tag("components/name_notice.html")
def name_notice(name: object, listed: bool = False) -> dict[str, Any]:
    """A notice where the name, as it is typed or kept, bears a protected one; else nothing.

    `listed`: it is a name of the register, which the bureau finds on its list.
    """
    written = str(name or "")
    for law in rules.editions():
        protected = law.name_use.borne(written) if law.name_use else None
        if law.name_use and protected:
            clause = law.name_use.protects
            return {"name": written, "protected": protected, "clause": clause, "listed": listed}
    return {}
