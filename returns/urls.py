from django.urls import path

from returns.views import duties, keeping, monthly

app_name = "returns"
urlpatterns = [
    path("returns/", duties.duty_list, name="obligations"),
    path("returns/<int:pk>/", duties.duty_page, name="obligation"),
    path("returns/<int:pk>/done/", duties.done, name="done"),
    path("returns/<int:pk>/edit/", monthly.edit, name="edit"),
    path("returns/<int:pk>/hand-in/", monthly.hand_in, name="hand_in"),
    path("returns/<int:pk>/send-on/", monthly.send_on, name="send_on"),
    path("returns/<int:pk>/take-in/", monthly.take_in, name="take_in"),
    path("returns/<int:pk>/send-back/", monthly.send_back, name="send_back"),
    path("parks/<int:pk>/targets/", keeping.targets, name="targets"),
    path("parks/<int:pk>/standing/", keeping.standing, name="standing"),
    path(
        "parks/<int:pk>/standing/<slug:edition>/<slug:key>/",
        keeping.standing_add,
        name="standing_add",
    ),
]
