"""Addresses of casework."""

from django.urls import path

from casework.views import actions, boxes, case, desk

app_name = "casework"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("boxes/<slug:name>/", boxes.box, name="box"),
    path("boxes/<slug:name>/export/", boxes.export, name="box_export"),
    path("cases/<int:pk>/", case.case, name="case"),
    path("cases/<int:pk>/do/<slug:action>/", actions.action, name="action"),
    path("cases/<int:pk>/basis/", actions.basis, name="basis"),
    path("cases/<int:pk>/remind/", actions.remind, name="remind"),
]
