"""What the walks through a browser share: the hands that click and type, and their world.

Everything that a walk is about is clicked and typed. What another walk shows already may be
prepared by the acts of the demonstration (`prepare`).
"""

import subprocess
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

from django.contrib.auth.hashers import make_password
from django.utils import timezone
from playwright.sync_api import Locator, Page

from accounts.models import User
from applications.samples.cases import onward
from applications.samples.catalogue import BY_KEY, STANDING
from applications.samples.clock import workdays_from
from applications.samples.needs import NEEDS
from applications.samples.parks import load_park, load_recognition
from applications.samples.people import load_offices
from applications.samples.places import load_areas
from applications.samples.plots import APPROVED, Plot
from applications.samples.walk import Cast, Walk
from casework.models import Case, PanelSeat, PublicNotice
from casework.seats import person
from records.actor import Actor

PASSWORD = "walk-through-2026"
Opener = Callable[..., Page]


def make_world(*parks: str) -> str:
    """The areas and offices of the demonstration, and these of its parks: nothing applied for.

    Returns the hash of the password with which everybody there signs in.
    """
    secret = make_password(PASSWORD)
    load_areas()
    load_offices(secret)
    made = {
        key: load_park(BY_KEY[key], number, secret) for number, key in enumerate(parks, start=1)
    }
    for number, standing in enumerate(STANDING, start=1):
        if standing.park in made:
            load_recognition(made[standing.park], standing, number)
    return secret


def walk_of(park: str, law: str, procedure: str) -> Walk:
    """A case to be walked by hand; its preparing acts carry days that have passed."""
    starts = workdays_from(timezone.localdate(), -40)
    return Walk(Plot(park, law, procedure, APPROVED), Cast(), starts)


def user_of(actor: Actor) -> User:
    return User.objects.get(pk=person(actor))


def in_chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


class Walker:
    """One browser window a person; `sign_in` changes who sits before the screen."""

    def __init__(self, opener: Opener, folder: Path) -> None:
        self.opener, self.folder = opener, folder
        self.page = opener()

    def leave(self) -> None:
        """Whoever sat there goes; the public comes."""
        self.page.context.close()
        self.page = self.opener()

    def sign_in(self, username: str) -> None:
        self.leave()
        self.page.goto("/sign-in/")
        self.page.get_by_label("用户名").fill(username)
        self.page.get_by_label("密码").fill(PASSWORD)
        self.page.get_by_role("button", name="登录").click()
        self.page.get_by_role("heading", level=1, name="工作台").wait_for()

    def sit(self, user: User) -> None:
        """Sign in behind the browser's back: what signing in looks like is shown elsewhere."""
        self.page.context.close()
        self.page = self.opener(user)
        self.page.goto("/")

    def press(self, name: str, within: Locator | None = None) -> None:
        """Press the button or the link that looks like one, inside the page."""
        main = within or self.page.locator("main")
        here = main.get_by_role("button", name=name, exact=True).or_(
            main.get_by_role("link", name=name, exact=True)
        )
        here.first.click()

    def fill(self, **fields: str) -> None:
        """Type into text fields, or choose, where a field is a set of buttons."""
        for name, value in fields.items():
            field = self.page.locator(f"main [name='{name}']")
            if field.first.get_attribute("type") == "radio":
                self.page.locator(f"main [name='{name}'][value='{value}']").check()
            else:
                field.fill(value)

    def attach(self, field: str, name: str, content: bytes) -> None:
        file = self.folder / name
        file.write_bytes(content)
        self.page.locator(field).set_input_files(file)

    def open_case(self, name: str) -> None:
        """From the desk, as everybody does."""
        self.press("处理下一件")
        self.page.get_by_role("heading", level=1).filter(has_text=name).wait_for()

    def step(self, action: str, **fields: str) -> None:
        """Choose an action on the case's page, fill its form, confirm it."""
        self.press(action)
        self.fill(**fields)
        self.page.locator("main form").get_by_role("button", name=action, exact=True).click()
        self.page.wait_for_url("**/cases/*/")


def prepare(walk: Walk, *but: str) -> None:
    """Do by acts what the case's next move asks for, but for these guards."""
    walk.case.refresh_from_db()
    for guard in onward(walk.stage).guards:
        if guard in NEEDS and guard not in but:
            for _moment in NEEDS[guard](walk):
                pass


def begin(walker: Walker, walk: Walk, **fields: str) -> None:
    """Whose hand it is chooses the procedure among all that can be applied for."""
    walker.sit(user_of(walk.actor(walk.procedure.first.hand)))
    walker.page.goto("/applications/")
    title = walker.page.get_by_role("heading", level=3, name=walk.procedure.zh, exact=True)
    offer = walker.page.locator("section.sheet").filter(has=title)
    for name, value in fields.items():
        offer.locator(f"[name='{name}']").fill(value)
    walker.press("开始申报", within=offer)
    walker.page.wait_for_url("**/applications/*/")
    walk.case = Case.objects.latest("pk")


def submit(walker: Walker, walk: Walk, **fields: str) -> None:
    """What was prepared is looked at on one page and handed in."""
    prepare(walk)
    walker.page.reload()
    walker.press("核对并提交")
    walker.fill(**fields)
    walker.press("提交")
    walker.page.wait_for_url("**/receipt/")
    walk.case.refresh_from_db()
    walker.page.get_by_text(walk.case.number or "no number").first.wait_for()


def move(walker: Walker, walk: Walk, action: str, *but: str, **fields: str) -> None:
    """The hand of the stage takes the case from its desk and moves it on."""
    walk.case.refresh_from_db()
    walker.sit(user_of(walk.turn))
    walker.open_case(walk.sample.name)
    if walk.stage.move("accept") and walk.case.holder_id is None:
        walker.step("受理")
    prepare(walk, *but)
    walker.page.reload()
    walker.step(action, **fields)
    walk.case.refresh_from_db()


def experts_speak(walker: Walker, words: str, size: int = 1, **fields: str) -> None:
    """From the page of the case: experts are drawn, and each gives an opinion on every head."""
    walker.press("组织专家评审")
    walker.fill(size=str(size), due_on=in_chinese(timezone.localdate() + timedelta(days=7)))
    walker.press("抽取专家")
    walker.page.get_by_text("样例·专家").first.wait_for()
    for seat in PanelSeat.objects.select_related("expert"):
        walker.sit(seat.expert)
        walker.press("处理下一件")
        walker.page.get_by_label("建议认定", exact=True).check()
        walker.fill(**fields)
        for box in walker.page.locator("main form").first.locator("textarea").all():
            box.fill(words)
        walker.press("提交意见")
        walker.page.get_by_text(words).first.wait_for()


def publish(walker: Walker, name: str) -> PublicNotice:
    """From the page of the case: the notice is published, and the public reads it."""
    walker.press("发布公示")
    walker.press("发布公示", within=walker.page.locator("main form"))
    walker.page.get_by_text(name).first.wait_for()
    notice = PublicNotice.objects.get()
    walker.leave()
    walker.page.goto("/public/notices/")
    walker.press(notice.title)
    walker.page.get_by_text(name).first.wait_for()
    return notice


def days_until_after(notice: PublicNotice) -> timedelta:
    """How far the clock must be moved for the notice to have ended."""
    return notice.ends_on - timezone.localdate() + timedelta(days=1)


def print_form(walker: Walker, case: Case) -> str:
    """The text of the PDF behind the case's page, as the one who looks at it gets it."""
    walker.page.goto(f"/cases/{case.pk}/")
    return pdf_text(walker, "审批表（PDF）")


def pdf_text(walker: Walker, button: str) -> str:
    """The text of the PDF behind this button."""
    with walker.page.expect_download() as download:
        walker.press(button)
    file = walker.folder / "form.pdf"
    download.value.save_as(file)
    command = ["pdftotext", "-layout", str(file), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def assert_printed(text: str, wanted: Iterable[str]) -> None:
    """Every one of these stands on the paper, however its lines are broken."""
    together = "".join(text.split())
    assert [words for words in wanted if words not in together] == []


def the_public_finds(walker: Walker, *texts: str) -> None:
    """The public list of recognised parks says so."""
    walker.leave()
    walker.page.goto("/public/parks/")
    for text in texts:
        walker.page.locator("main").get_by_text(text).first.wait_for()
