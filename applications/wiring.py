"""This app's entries in the registries of those below it."""

from django.utils.translation import gettext_lazy as _

from applications import resources
from applications.acts.follow_ups import sweep_follow_ups
from applications.acts.periods import sweep_preparations
from applications.acts.printing import FORMS_ZIP
from applications.kind import APPLICATION, may_read_detached, may_read_file
from applications.printing.batch import pack_forms
from applications.queries.follow_ups import waiting
from applications.queries.granted import granted_to
from applications.queries.names import names_of_park
from applications.words import WORDS
from casework import errands, kinds
from casework.errands import Errand
from parks import parts
from parks.parts import Part
from records import attachments, jobs, listings, sweeps, words

kinds.register(APPLICATION)
attachments.register("case", may_read_file, may_read_detached)
jobs.register(FORMS_ZIP, _("Packing of approval forms"), pack_forms)
listings.register("applications.follow_ups", resources.FOLLOW_UPS)
listings.register("applications.rulebooks", resources.RULEBOOKS)
listings.register("applications.name_uses", resources.NAME_USES)
listings.register("applications.name_bearers", resources.NAME_BEARERS)
listings.register("applications.name_findings", resources.NAME_FINDINGS)
words.register(WORDS)
errands.register(Errand(_("checks after approval"), "applications:follow_ups", waiting))
parts.register(Part("applications/_granted.html", granted_to))
parts.register(Part("applications/_names_of_park.html", names_of_park))
sweeps.register("preparations", _("Periods of preparation: warnings and ends"), sweep_preparations)
sweeps.register("follow_ups", _("Checks after approval"), sweep_follow_ups)
