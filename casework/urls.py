"""Addresses of casework."""

from django.urls import path

from casework.views import (
    actions,
    boxes,
    case,
    consultations,
    decisions,
    desk,
    interests,
    notices,
    office,
    panels,
    public,
    receipts,
)

app_name = "casework"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("boxes/<slug:name>/", boxes.box, name="box"),
    path("cases/<int:pk>/", case.case, name="case"),
    path("cases/<int:pk>/do/<slug:action>/", actions.action, name="action"),
    path("cases/<int:pk>/basis/", actions.basis, name="basis"),
    path("cases/<int:pk>/receipt.pdf", receipts.receipt, name="receipt"),
    path("cases/<int:pk>/remind/", actions.remind, name="remind"),
    path("cases/<int:pk>/correct/", decisions.correct, name="correct"),
    path("cases/<int:pk>/panel/", panels.panel, name="panel"),
    path("cases/<int:pk>/consult/", consultations.consult, name="consult"),
    path("seats/<int:pk>/", panels.seat, name="seat"),
    path("seats/<int:pk>/recuse/", panels.recuse, name="recuse"),
    path("interests/", interests.interests, name="interests"),
    path("interests/<int:pk>/end/", interests.end, name="end_interest"),
    path("consultations/<int:pk>/", consultations.consultation, name="consultation"),
    path("notices/", notices.notices, name="notices"),
    path("notices/publish/", notices.publish, name="publish"),
    path("notices/publish/ends-on/", notices.ends_on, name="ends_on"),
    path("notices/<int:pk>/", notices.notice, name="notice"),
    path("notices/<int:pk>/withdraw/", notices.withdraw, name="withdraw_notice"),
    path("objections/<int:pk>/", notices.objection, name="objection"),
    path("decisions/", decisions.pending, name="pending"),
    path("decisions/<slug:action>/", decisions.decide, name="decide"),
    path("handover/", office.handover, name="handover"),
    path("periods/", office.periods, name="periods"),
    path("public/notices/", public.notices, name="public_notices"),
    path("public/notices/<str:number>/", public.notice, name="public_notice"),
    path("public/notices/<str:number>/<int:entry>/object/", public.object_to, name="object"),
    path("public/objections/<str:receipt>/", public.received, name="objection_received"),
    path("public/verify/", public.verify, name="verify"),
]
