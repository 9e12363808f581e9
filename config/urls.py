"""Addresses: each app declares its own."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView

from config.api import router
from config.api_docs import api_docs
from records import policy

APPS = ("records", "accounts", "parks", "casework", "tenants", "returns", "applications")

urlpatterns = [
    *(path("", include(f"{app}.urls")) for app in APPS),
    path("api/v1/", include(router.urls)),
    path("api/schema/", policy.signed_in(SpectacularAPIView.as_view()), name="schema"),
    path("api/docs/", api_docs, name="docs"),
]
