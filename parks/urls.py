from django.urls import path

from parks.views import archive as views
from parks.views import documents, plaques, takeover

app_name = "parks"
urlpatterns = [
    path("parks/", views.park_list, name="parks"),
    path("parks/add/", views.park_add, name="add"),
    path("parks/<int:pk>/", views.park_page, name="park"),
    path("parks/<int:pk>/edit/", views.park_edit, name="edit"),
    path("parks/<int:pk>/sites/add/", views.site_add, name="site_add"),
    path("sites/<int:pk>/edit/", views.site_edit, name="site_edit"),
    path("recognitions/<int:pk>/plaque/", plaques.plaque, name="plaque"),
    path("take-overs/", takeover.upload, name="take_overs"),
    path("take-overs/template/", takeover.template, name="take_over_template"),
    path("take-overs/<int:pk>/", takeover.page, name="take_over"),
    path("take-overs/<int:pk>/apply/", takeover.apply, name="take_over_apply"),
    path("take-overs/<int:pk>/undo/", takeover.undo, name="take_over_undo"),
    path("take-overs/<int:pk>/errors/", takeover.errors, name="take_over_errors"),
    path("recognitions/<int:pk>/documents/", documents.page, name="documents"),
    path(
        "recognitions/<int:pk>/documents/<int:document>/take-off/",
        documents.take_off,
        name="document_take_off",
    ),
    path("public/parks/", views.public_list, name="public_list"),
    path("public/parks/<int:pk>/", views.public_page, name="public_park"),
]
