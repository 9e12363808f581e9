"""The interface for programs: each app's viewsets under one router."""

from rest_framework.routers import SimpleRouter

router = SimpleRouter()
