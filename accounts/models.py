"""Who is who: the tree of areas, the organisations in it, people and the roles they hold."""

from datetime import date
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from accounts.scope import Scope


class Area(models.Model):
    """An administrative area (GB/T 2260 code), or a zone with a code of the bureau's own.

    `path` spells the way from the root ("140000/140700/140702/"), so that a subtree is a prefix.
    """

    class Kind(models.TextChoices):
        PROVINCE = "province", _("Province or municipality")
        CITY = "city", _("City or prefecture")
        DISTRICT = "district", _("District or county")
        ZONE = "zone", _("Development zone")

    code = models.CharField(max_length=12, primary_key=True)
    name = models.CharField(max_length=60)
    name_en = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=10, choices=Kind)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    path = models.CharField(max_length=80, unique=True)

    scope = Scope(area="path")

    class Meta:
        ordering = ("path",)
        verbose_name = _("area")

    def __str__(self) -> str:
        return self.name

    @property
    def zh(self) -> str:
        return self.name

    @property
    def en(self) -> str:
        return self.name_en or self.name

    @property
    def depth(self) -> int:
        """How many areas lie above this one."""
        return self.path.count("/") - 1


class Organisation(models.Model):
    """An office, an operator, an agency or a department: the holder of roles and of cases."""

    class Kind(models.TextChoices):
        BUREAU = "bureau", _("Bureau")
        DISTRICT_OFFICE = "district_office", _("District office")
        OPERATOR = "operator", _("Park operator")
        TENANT = "tenant", _("Tenant agency")
        DEPARTMENT = "department", _("Department")

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="organisations")
    kind = models.CharField(max_length=16, choices=Kind)
    name = models.CharField(max_length=80)
    credit_code = models.CharField(max_length=18, blank=True)
    is_sample = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    scope = Scope(area="area__path", own=("pk",))

    class Meta:
        ordering = ("area__path", "name")
        verbose_name = _("organisation")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("area", "name"), name="organisation_once_an_area"),
        ]

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=username)


class User(AbstractBaseUser):
    """A person. What they may do follows from their memberships alone."""

    username = models.CharField(_("user name"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=40)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(_("language"), max_length=10, default="zh-hans")
    is_active = models.BooleanField(default=True)
    password_is_temporary = models.BooleanField(default=False)
    is_sample = models.BooleanField(default=False)
    joined = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[UserManager] = UserManager()

    scope = Scope(
        area="memberships__organisation__area__path",
        own=("memberships__organisation",),
        many=True,
    )

    class Meta:
        ordering = ("username",)
        verbose_name = _("user")

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A role that a person holds in an organisation, from `since` to `until` (both inclusive)."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships"
    )
    role = models.CharField(max_length=16, choices=Role)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    scope = Scope(area="organisation__area__path", own=("organisation",))

    class Meta:
        ordering = ("organisation__area__path", "role", "user__username")
        verbose_name = _("role held")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("user", "organisation", "role"), name="role_once_a_person"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="membership_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.organisation}"

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


class Delegation(models.Model):
    """委托: who holds a membership lets another act in it for a time, both days inclusive."""

    giver = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="delegations")
    taker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="delegations")
    since = models.DateField()
    until = models.DateField()
    reason = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True, blank=True)

    scope = Scope(area="giver__organisation__area__path", own=("giver__organisation",))

    class Meta:
        ordering = ("-since",)
        verbose_name = _("delegation")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")), name="delegation_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.giver} → {self.taker}"

    def holds_on(self, day: date) -> bool:
        return self.ended_at is None and self.since <= day <= self.until


class ApiToken(models.Model):
    """What a person's program signs in with. Only its digest is kept.

    `second_factor` tells whether the session that made it had given the second factor.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_tokens")
    name = models.CharField(_("what it is for"), max_length=40)
    digest = models.CharField(max_length=64, unique=True)
    second_factor = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-made_at",)
        verbose_name = _("interface token")

    def __str__(self) -> str:
        return self.name
