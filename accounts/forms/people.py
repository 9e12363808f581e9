"""Forms of the administrator (areas, organisations, people, roles) and of delegation."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import queries
from accounts.editing import RowForm
from accounts.models import Area, Organisation, User
from accounts.roles import ROLES_OF_KIND, Role
from records import credit_code
from records.actor import Actor
from records.fields import ChineseDateField, PhoneField, half_width
from records.templatetags.said import said

ALL = ("", _("All"))


class AreaField(forms.ModelChoiceField):
    """An area of the actor's subtree, drawn as a tree."""

    def __init__(self, **options: Any) -> None:
        super().__init__(Area.objects.none(), label=_("Area"), **options)

    def label_from_instance(self, obj: Any) -> str:
        return f"{'　' * obj.depth}{said(obj)} {obj.code}"


class _OfActor:
    """A form whose areas to choose from are those of the actor."""

    fields: dict[str, Any]

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = queries.areas(actor)


class OrganisationFilter(_OfActor, forms.Form):
    text = forms.CharField(label=_("Name"), required=False, max_length=80)
    area = AreaField(required=False, empty_label=_("All"))
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[ALL, *Organisation.Kind.choices]
    )


class PeopleFilter(_OfActor, forms.Form):
    text = forms.CharField(label=_("Full name or user name"), required=False, max_length=40)
    area = AreaField(required=False, empty_label=_("All"))
    role = forms.ChoiceField(label=_("Role"), required=False, choices=[ALL, *Role.choices])


class ZoneForm(_OfActor, forms.Form):
    area = AreaField(help_text=_("The area in which the zone lies."))
    code = forms.CharField(
        label=_("Code"),
        max_length=12,
        help_text=_("The bureau's own, e.g. 140700-KFQ: letters, digits and hyphens."),
    )
    name = forms.CharField(label=_("Name"), max_length=60)
    name_en = forms.CharField(label=_("Name in English"), max_length=80, required=False)

    def clean_code(self) -> str:
        return half_width(self.cleaned_data["code"]).upper()


class OrganisationForm(RowForm):
    class Meta:
        model = Organisation
        fields: tuple[str, ...] = ("name", "credit_code")

    name = forms.CharField(label=_("Name"), max_length=80)
    credit_code = forms.CharField(
        label=_("Unified social credit code"), max_length=40, required=False
    )

    def clean_credit_code(self) -> str:
        return credit_code.normalise(self.cleaned_data["credit_code"])


class NewOrganisationForm(_OfActor, OrganisationForm):
    class Meta(OrganisationForm.Meta):
        fields = ("area", "kind", "name", "credit_code")

    area = AreaField()
    kind = forms.ChoiceField(label=_("Kind"), choices=Organisation.Kind)
    field_order = Meta.fields


class PersonForm(RowForm):
    class Meta:
        model = User
        fields: tuple[str, ...] = ("name", "phone", "email")

    name = forms.CharField(label=_("Full name"), max_length=40)
    phone = PhoneField(label=_("Telephone"), max_length=20, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)


class RoleForm(forms.Form):
    """A role in one of the `organisations`, for a time."""

    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=_("Organisation"))
    role = forms.ChoiceField(label=_("Role"), choices=Role)
    since = ChineseDateField(label=_("From"), initial=timezone.localdate)
    until = ChineseDateField(
        label=_("Until"), required=False, help_text=_("The last day; empty for no end.")
    )

    def __init__(self, organisations: QuerySet[Organisation], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]


class NewPersonForm(PersonForm):
    """A person with a first role in `organisation`."""

    class Meta(PersonForm.Meta):
        fields = ("username", "name", "phone", "email", "role", "since", "until")

    username = forms.CharField(
        label=_("User name"),
        max_length=40,
        validators=[
            RegexValidator(
                r"^[a-z0-9][a-z0-9._-]{2,39}$",
                _("Use 3 to 40 small letters, digits, dots, hyphens or underscores."),
            )
        ],
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    role = forms.ChoiceField(label=_("Role"))
    since = ChineseDateField(label=_("From"), initial=timezone.localdate)
    until = ChineseDateField(
        label=_("Until"), required=False, help_text=_("The last day; empty for no end.")
    )
    field_order = Meta.fields

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = ROLES_OF_KIND[organisation.kind]
        choices = [(role.value, role.label) for role in Role if role in given]
        self.fields["role"].choices = choices  # type: ignore[attr-defined]


class EndRoleForm(forms.Form):
    until = ChineseDateField(label=_("Last day"), initial=timezone.localdate)


class DelegationForm(forms.Form):
    """To whom the person lends the role they act in, and for how long."""

    taker = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Delegate to"),
        help_text=_("A colleague of the same organisation."),
    )
    since = ChineseDateField(label=_("From"), initial=timezone.localdate)
    until = ChineseDateField(label=_("Until"), help_text=_("The last day."))
    reason = forms.CharField(
        label=_("Reason"), max_length=200, help_text=_("For example: annual leave, a posting.")
    )

    def __init__(self, colleagues: QuerySet[User], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["taker"].queryset = colleagues  # type: ignore[attr-defined]
