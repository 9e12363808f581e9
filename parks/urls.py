from django.urls import path

from parks.views import archive as views

app_name = "parks"
urlpatterns = [
    path("parks/", views.park_list, name="parks"),
    path("parks/add/", views.park_add, name="add"),
    path("parks/<int:pk>/", views.park_page, name="park"),
    path("parks/<int:pk>/edit/", views.park_edit, name="edit"),
    path("parks/<int:pk>/sites/add/", views.site_add, name="site_add"),
    path("sites/<int:pk>/edit/", views.site_edit, name="site_edit"),
    path("public/parks/", views.public_list, name="public_list"),
    path("public/parks/<int:pk>/", views.public_page, name="public_park"),
]
