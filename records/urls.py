from django.urls import path

from records.views import audit, calendar, exports, files, jobs, messages, names, schedule

app_name = "records"

urlpatterns = [
    path("export/<str:key>/", exports.export, name="export"),
    path("files/<int:pk>/", files.download, name="file"),
    path("messages/", messages.inbox, name="messages"),
    path("messages/read/", messages.mark_all_read, name="messages_read"),
    path("messages/<int:pk>/open/", messages.open_message, name="message_open"),
    path("jobs/", jobs.job_list, name="jobs"),
    path("jobs/<int:pk>/", jobs.job_page, name="job"),
    path("jobs/<int:pk>/cancel/", jobs.cancel, name="job_cancel"),
    path("names/check/", names.check, name="name_check"),
    path("calendar/", calendar.years, name="calendar"),
    path("calendar/<int:number>/", calendar.year, name="calendar_year"),
    path("schedule/", schedule.schedule, name="schedule"),
    path("schedule/<int:pk>/retry/", schedule.retry, name="sweep_retry"),
    path("audit/", audit.entries, name="audit"),
    path("audit/verify/", audit.verify, name="audit_verify"),
    path("audit/<int:seq>/", audit.entry, name="audit_entry"),
]
