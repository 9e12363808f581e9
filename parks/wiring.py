"""This app's own entries in the registries."""

from django.utils.translation import gettext_lazy as _

from records import words

words.register(
    {
        "parks.add_park": _("Opened a park's archive"),
        "parks.change_park": _("Changed a park's facts"),
        "parks.add_site": _("Added a site"),
        "parks.change_site": _("Changed a site"),
        "parks.recognise": _("Recognised the park"),
        "parks.correct_recognition": _("Corrected a recognition"),
    }
)
