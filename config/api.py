"""The interface for programs: each app's viewsets under one router."""

from rest_framework.routers import SimpleRouter

from accounts import api as accounts
from applications import api as applications
from casework import api as casework
from parks import api as parks
from returns import api as returns
from tenants import api as tenants

router = SimpleRouter()
router.register("areas", accounts.AreaViewSet)
router.register("organisations", accounts.OrganisationViewSet)
router.register("cases", casework.CaseViewSet)
router.register("notices", casework.NoticeViewSet)
router.register("parks", parks.ParkViewSet)
router.register("sites", parks.SiteViewSet)
router.register("agencies", tenants.AgencyViewSet)
router.register("tenancies", tenants.TenancyViewSet)
router.register("obligations", returns.ObligationViewSet)
router.register("monthly-returns", returns.MonthlyReturnViewSet)
router.register("targets", returns.TargetViewSet)
router.register("standing-records", returns.StandingRecordViewSet)
router.register("name-uses", applications.NameUseViewSet)
router.register("name-findings", applications.NameFindingViewSet)
router.register("rules", applications.RulesViewSet, basename="rules")
