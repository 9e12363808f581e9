"""A case page costs at most eighteen queries, whatever the procedure."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import rules
from rules.edition import Edition
from rules.procedure import Procedure
from tests.applications.everywhere import begun, client_of, every_procedure
from tests.applications.test_page_costs import CASE_PAGE

pytestmark = pytest.mark.django_db


@every_procedure
@pytest.mark.parametrize("submitted", [False, True], ids=["draft", "submitted"])
def test_a_case_page_keeps_to_its_budget(
    law: Edition, procedure: Procedure, submitted: bool
) -> None:
    setting = begun(law, procedure)
    if submitted:
        setting.submit()
    client, costs = client_of(setting.applicant), {}
    for tab in ("content", "conditions", "materials", "versions"):
        if tab == "conditions" and not rules.law(law.key, procedure.key).tests:
            continue
        url = f"/cases/{setting.case.pk}/?tab={tab}"
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        costs[tab] = len(captured)
    assert {tab: cost for tab, cost in costs.items() if cost > CASE_PAGE} == {}
