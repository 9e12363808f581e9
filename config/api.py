"""The interface for programs: each app's viewsets under one router."""

from rest_framework.routers import SimpleRouter

from accounts import api as accounts
from casework import api as casework

router = SimpleRouter()
router.register("areas", accounts.AreaViewSet)
router.register("organisations", accounts.OrganisationViewSet)
router.register("cases", casework.CaseViewSet)
router.register("notices", casework.NoticeViewSet)
