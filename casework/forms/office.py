"""What an office arranges for itself: handing cases over, and its own review periods."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from casework.forms.moves import paragraph
from casework.queries import Colleague, OwnPeriod


class ColleagueField(forms.ModelChoiceField):
    """A person of the office, with the roles held there and the cases in hand."""

    def __init__(self, label: Any) -> None:
        super().__init__(User.objects.none(), label=label)


class HandoverForm(forms.Form):
    """转办: all open cases of one person go to another of the same role."""

    giver = ColleagueField(_("Who hands over"))
    taker = ColleagueField(_("Who takes over"))
    reason = paragraph(_("Reason"), rows=2, max_length=500)

    def __init__(
        self,
        *args: Any,
        givers: Iterable[Colleague],
        takers: Iterable[Colleague],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._offer("giver", list(givers))
        self._offer("taker", list(takers))

    def _offer(self, name: str, people: list[Colleague]) -> None:
        field = self.fields[name]
        field.queryset = User.objects.filter(  # type: ignore[attr-defined]
            pk__in=[one.user.pk for one in people]
        )
        field.choices = [("", "---------"), *((one.user.pk, one.words) for one in people)]  # type: ignore[attr-defined]


class PeriodsForm(forms.Form):
    """Working days for each stage of the bureau's procedures; empty where none runs."""

    def __init__(self, *args: Any, periods: list[OwnPeriod], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.periods = periods
        for period in periods:
            self.fields[period.key] = forms.IntegerField(
                label=period.label,
                required=False,
                min_value=1,
                max_value=250,
                initial=period.workdays,
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
                help_text=gettext("Working days; empty: no period runs."),
            )

    def changes(self) -> list[tuple[OwnPeriod, int | None]]:
        """The periods that differ from what is set."""
        given = [(period, self.cleaned_data[period.key]) for period in self.periods]
        return [(period, days) for period, days in given if days != period.workdays]
