"""What a window has read of a section, as a short sign: another sign means newer text."""

import hashlib
import json
from typing import Any

from applications.models import Application


def section_content(application: Application, section: str) -> dict[str, Any]:
    """The stored text of a section that is typed: the form's answers or the declared facts."""
    if section == "form":
        return dict(application.form)
    facts = application.facts.values_list("key", "declared", "remark", "basis")
    return {key: told for key, *told in facts}


def seen(application: Application, section: str) -> str:
    """The sign of the section as it is stored now."""
    text = json.dumps(section_content(application, section), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:20]
