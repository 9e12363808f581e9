"""Addresses: each app declares its own."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from config.api import router
from records import policy

APPS = ("records", "accounts", "parks", "casework", "tenants", "applications")

docs = SpectacularSwaggerSplitView.as_view(template_name="config/api_docs.html")
urlpatterns = [
    *(path("", include(f"{app}.urls")) for app in APPS),
    path("api/v1/", include(router.urls)),
    path("api/schema/", policy.signed_in(SpectacularAPIView.as_view()), name="schema"),
    path("api/docs/", policy.signed_in(docs), name="docs"),
]
