"""This app's own entries in the registries."""

from django.utils.translation import gettext_lazy as _

from parks import files, resources
from parks.takeover.reasons import REASONS
from records import attachments, listings, words
from records.workbooks import reasons

attachments.register(files.TAKE_OVERS, files.may_read_take_over)
attachments.register(files.DOCUMENTS, files.may_read_document, files.may_read_former)
reasons.register(REASONS)

listings.register("parks.parks", resources.PARKS)
listings.register("parks.recognitions", resources.RECOGNITIONS)
listings.register("parks.take_overs", resources.TAKE_OVERS)

words.register(
    {
        "parks.add_park": _("Opened a park's archive"),
        "parks.change_park": _("Changed a park's facts"),
        "parks.add_site": _("Added a site"),
        "parks.change_site": _("Changed a site"),
        "parks.recognise": _("Recognised the park"),
        "parks.check_take_over": _("Checked a workbook of parks"),
        "parks.apply_take_over": _("Took over parks from before the system"),
        "parks.undo_take_over": _("Undid a take-over"),
        "parks.add_document": _("Added a document to a recognition"),
        "parks.place_under": _("Made the park a branch of another"),
        "parks.recommend": _("Recommended the park for a higher level"),
        "parks.give_plaque": _("Entered the day of the plaque"),
        "parks.correct_recognition": _("Corrected a recognition"),
    }
)
