from django.urls import path

from applications.views import (
    begin,
    follow_ups,
    names,
    printed,
    review,
    sections,
    tasks,
    versions,
)
from applications.views.rulebook import bench, pages, texts

app_name = "applications"
urlpatterns = [
    path("applications/", begin.begin, name="begin"),
    path("applications/<int:pk>/", tasks.tasks, name="tasks"),
    path("applications/<int:pk>/sections/<slug:key>/", sections.section, name="section"),
    path("applications/<int:pk>/parent/", tasks.choose_parent, name="choose_parent"),
    path("applications/<int:pk>/check/", tasks.check, name="check"),
    path("applications/<int:pk>/receipt/", tasks.receipt, name="receipt"),
    path("applications/<int:pk>/versions/", versions.versions, name="versions"),
    path("applications/<int:pk>/review/", review.review, name="review"),
    path("applications/<int:pk>/review/save/", review.verify, name="verify"),
    path("applications/<int:pk>/review/<slug:kind>/<int:answer_id>/", review.settle, name="settle"),
    path("cases/<int:pk>/form.pdf", printed.form, name="form"),
    path("cases/<int:pk>/conditions.pdf", printed.conditions, name="conditions"),
    path("forms/export/", printed.export, name="form_export"),
    path("follow-ups/", follow_ups.follow_ups, name="follow_ups"),
    path("follow-ups/<int:pk>/", follow_ups.follow_up, name="follow_up"),
    path("follow-ups/<int:pk>/confirm/", follow_ups.confirm, name="confirm_finding"),
    path("names/", names.names, name="names"),
    path("names/record/", names.record_finding, name="name_finding"),
    path("rulebooks/", pages.rulebooks, name="rulebooks"),
    path("rulebooks/<slug:key>/", pages.rulebook, name="rulebook"),
    path("rulebooks/<slug:key>/text/", texts.load, name="rulebook_load"),
    path("rulebooks/<slug:key>/text/<int:pk>/", texts.preview, name="rulebook_text"),
    path("rulebooks/<slug:key>/text/<int:pk>/apply/", texts.apply, name="rulebook_apply"),
    path("rulebooks/<slug:key>/bench/", bench.bench, name="bench"),
    path("rulebooks/<slug:key>/bench/conditions/", bench.conditions, name="bench_conditions"),
    path("rulebooks/<slug:key>/bench/deadline/", bench.deadline, name="bench_deadline"),
    path("rulebooks/<slug:key>/bench/sheet/", bench.sheet, name="bench_sheet"),
    path("rulebooks/<slug:key>/bench/money/<slug:scheme>/", bench.money, name="bench_money"),
    path("rulebooks/<slug:key>/<slug:part>/", pages.rulebook_part, name="rulebook_part"),
]
