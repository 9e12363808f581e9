"""Whose name bears the park's in the demonstration, and what the bureau found."""

from datetime import date, timedelta
from typing import Final

from applications.acts.names import Found, record_name_finding
from applications.models import NameFinding
from applications.samples.catalogue import BY_KEY
from applications.samples.clock import Story, office_hour, workdays_from
from applications.samples.walk import Cast
from parks.models import Park
from records import credit_code
from tenants.models import Agency, Tenancy

#: The park in which the bearers stay, and their names without the mark of a sample.
PARK: Final = "sh-two"
LOOKED_INTO: Final = "中国（上海）人力资源服务产业园区会展服务有限公司"
NOT_YET: Final = "中国上海人力资源服务产业园区人才咨询有限公司"


def found(cast: Cast, today: date) -> Story:
    """Two agencies bear the name; of one the bureau found a violation, of a publication none."""
    park = Park.objects.get(name=BY_KEY[PARK].name)
    bearers = [_agency(park, name, number) for number, name in enumerate((LOOKED_INTO, NOT_YET))]
    day = workdays_from(today - timedelta(days=20), 0)
    yield office_hour(day, 14)
    reviewer, agency = cast("sh-reviewer"), bearers[0]
    note = "企业名称冠以园区名称，未经授权；已约谈，限期变更名称。（样例）"
    what = NameFinding.What
    record_name_finding(
        reviewer, Found(agency.name, agency.name, what.BEARS, True, day, note, park, agency)
    )
    said = "转引报道未注明来源，经提醒已补注。（样例）"
    words = "上海人力资源服务产业园区论坛综述（样例）"
    record_name_finding(reviewer, Found("样例资讯网", words, what.SOURCE, False, day, said, park))


def _agency(park: Park, name: str, number: int) -> Agency:
    agency = Agency.objects.create(
        credit_code=credit_code.complete(f"91{park.area.pk[:4]}01", f"MA9N{number:04d}"),
        name=f"{name}（样例）",
        kind=Agency.Kind.SUPPORTING,
        is_sample=True,
    )
    entered = park.sites.earliest("opened_on").opened_on
    Tenancy.objects.create(agency=agency, park=park, entered_on=entered)
    return agency
