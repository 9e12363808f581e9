"""Which cases the demonstration shows: of every procedure one at each stage and each end."""

from dataclasses import dataclass

from applications.samples.catalogue import BY_KEY, Sample

#: Ends of a plot that are no stage: a return for supplement, a refusal proposed, or decided.
RETURNED, REFUSING, REFUSED, APPROVED = "returned", "refusing", "refused", "approved"


@dataclass(frozen=True)
class Plot:
    """One case: whose, under which procedure, and where it stands.

    `ends` is a stage's key or one of the ends above; the case came there `since` working days
    ago, or `days` ago where that is given. `halfway`: what the stage asks for has begun there.
    `after` is the plot of the case that this one follows.
    """

    park: str
    law: str
    procedure: str
    ends: str
    since: int = 4
    days: int = 0
    halfway: bool = False
    after: "Plot | None" = None

    @property
    def sample(self) -> Sample:
        return BY_KEY[self.park]


JINZHONG = (
    Plot("draft", "jinzhong-2022", "recognition", "draft", 1),
    Plot("county", "jinzhong-2022", "recognition", "county_review", 3),
    Plot("signing", "jinzhong-2022", "recognition", "county_sign", 4),
    Plot("returned", "jinzhong-2022", "recognition", RETURNED, 5),
    Plot("bureau", "jinzhong-2022", "recognition", "bureau_review", 4, halfway=True),
    Plot("experts", "jinzhong-2022", "recognition", "expert_review", 4, halfway=True),
    Plot("convening", "jinzhong-2022", "recognition", "expert_review", 2),
    Plot("noticed", "jinzhong-2022", "recognition", "notice", 3, halfway=True),
    Plot("deciding", "jinzhong-2022", "recognition", "decision", 3),
    Plot("refusing", "jinzhong-2022", "recognition", REFUSING, 4),
    Plot("approved", "jinzhong-2022", "recognition", APPROVED, 9),
    Plot("refused", "jinzhong-2022", "recognition", REFUSED, 12),
    Plot("jz-two", "jinzhong-2022", "new_branch", REFUSED, 40),
    Plot("jz-three", "jinzhong-2022", "new_branch", APPROVED, 30),
    Plot("jz-one", "jinzhong-2022", "new_branch", "draft", 2),
    Plot("jz-two", "jinzhong-2022", "new_branch", "bureau_review", 3),
    Plot("jz-three", "jinzhong-2022", "new_branch", "decision", 2),
    Plot("jz-four", "jinzhong-2022", "new_branch", RETURNED, 6),
    Plot("jz-one", "jinzhong-2022", "recommendation", APPROVED, 20),
    Plot("jz-two", "jinzhong-2022", "recommendation", "draft", 1),
    Plot("jz-three", "jinzhong-2022", "recommendation", "decision", 2),
)


def _planned(park: str, ends: str = APPROVED, since: int = 4, days: int = 0) -> Plot:
    return Plot(park, "shanghai-2022", "preparation", ends, since, days)


def _formal(park: str, ends: str, since: int = 3) -> Plot:
    """A formal application within the year of a preparation that was approved in good time."""
    prepared = _planned(park, days=170)
    return Plot(park, "shanghai-2022", "formal", ends, since, after=prepared)


SHANGHAI = (
    _planned("sh-plan-draft", "draft", 1),
    _planned("sh-plan-bureau", "bureau_review", 3),
    _planned("sh-plan-deciding", "decision", 3),
    _planned("sh-plan-returned", RETURNED, 7),
    _planned("sh-plan-refused", REFUSED, 15),
    _planned("sh-plan-running", days=40),
    # The year ends in about three weeks: the warning of 30 days has been sent.
    _planned("sh-plan-ending", days=344),
    _planned("sh-plan-lapsed", days=425),
    _formal("sh-draft", "draft", 1),
    _formal("sh-bureau", "bureau_review"),
    _formal("sh-deciding", "decision"),
    _formal("sh-letter", "letter"),
    _formal("sh-ministry", "ministry", 8),
    _formal("sh-establishing", "establishment", 2),
    _formal("sh-returned", RETURNED, 6),
    _formal("sh-refused", REFUSED, 14),
    _formal("sh-approved", APPROVED, 11),
    Plot("sh-two", "shanghai-2022", "carrier_change", APPROVED, 25),
    Plot("sh-three", "shanghai-2022", "carrier_change", REFUSED, 35),
    Plot("sh-one", "shanghai-2022", "carrier_change", "draft", 2),
    Plot("qp-one", "shanghai-2022", "carrier_change", "bureau_review", 3),
    Plot("sh-three", "shanghai-2022", "carrier_change", "decision", 2),
    Plot("sh-four", "shanghai-2022", "carrier_change", RETURNED, 5),
    Plot("sh-one", "shanghai-2022", "name_filing", "draft", 1),
    Plot("sh-two", "shanghai-2022", "name_filing", "bureau_review", 2),
    Plot("sh-three", "shanghai-2022", "name_filing", RETURNED, 4),
    Plot("sh-four", "shanghai-2022", "name_filing", APPROVED, 12),
    Plot("sh-two", "shanghai-2022", "name_authorisation", "draft", 1),
    Plot("sh-three", "shanghai-2022", "name_authorisation", "consent", 2),
    Plot("sh-four", "shanghai-2022", "name_authorisation", "bureau_review", 3),
    Plot("sh-one", "shanghai-2022", "name_authorisation", "decision", 2),
    Plot("sh-two", "shanghai-2022", "name_authorisation", RETURNED, 5),
    Plot("sh-three", "shanghai-2022", "name_authorisation", REFUSED, 14),
    Plot("sh-one", "shanghai-2022", "name_authorisation", APPROVED, 10),
    # The activity has been held.
    Plot("sh-four", "shanghai-2022", "name_authorisation", APPROVED, days=150),
)
QINGPU = (
    Plot("qp-draft", "qingpu-2022", "recognition", "draft", 1),
    Plot("qp-deciding", "qingpu-2022", "recognition", "decision", 2),
    Plot("qp-approved", "qingpu-2022", "recognition", APPROVED, 18),
    # A branch under Shanghai's rules, recognised by its district as well.
    Plot("sh-approved", "qingpu-2022", "recognition", APPROVED, 6),
)
CHONGQING = (
    Plot("cq-draft", "chongqing-2021", "recognition", "draft", 2),
    Plot("cq-bureau", "chongqing-2021", "recognition", "bureau_review", 3),
    Plot("cq-experts", "chongqing-2021", "recognition", "expert_review", 4, halfway=True),
    Plot("cq-noticed", "chongqing-2021", "recognition", "notice", 3, halfway=True),
    Plot("cq-deciding", "chongqing-2021", "recognition", "decision", 2),
    Plot("cq-returned", "chongqing-2021", "recognition", RETURNED, 6),
    Plot("cq-refused", "chongqing-2021", "recognition", REFUSED, 16),
    Plot("cq-approved", "chongqing-2021", "recognition", APPROVED, 10),
    # Its committed figures are to be checked: twelve months have passed.
    Plot("cq-promised", "chongqing-2021", "recognition", APPROVED, days=372),
)
YUNNAN = (
    Plot("yn-draft", "yunnan-2021", "recognition", "draft", 1),
    Plot("yn-bureau", "yunnan-2021", "recognition", "bureau_review", 4, halfway=True),
    Plot("yn-experts", "yunnan-2021", "recognition", "expert_review", 4, halfway=True),
    Plot("yn-listing", "yunnan-2021", "recognition", "proposal_list", 2),
    Plot("yn-noticed", "yunnan-2021", "recognition", "notice", 3, halfway=True),
    Plot("yn-deciding", "yunnan-2021", "recognition", "decision", 2),
    Plot("yn-returned", "yunnan-2021", "recognition", RETURNED, 6),
    Plot("yn-refused", "yunnan-2021", "recognition", REFUSED, 17),
    Plot("yn-approved", "yunnan-2021", "recognition", APPROVED, 10),
    Plot("yn-two", "yunnan-2021", "new_branch", REFUSED, 40),
    Plot("yn-three", "yunnan-2021", "new_branch", APPROVED, 30),
    Plot("yn-one", "yunnan-2021", "new_branch", "draft", 2),
    Plot("yn-two", "yunnan-2021", "new_branch", "bureau_review", 3),
    Plot("yn-three", "yunnan-2021", "new_branch", "decision", 2),
    Plot("yn-four", "yunnan-2021", "new_branch", RETURNED, 6),
    Plot("yn-one", "yunnan-2021", "recommendation", APPROVED, 20),
    Plot("yn-two", "yunnan-2021", "recommendation", "draft", 1),
    Plot("yn-three", "yunnan-2021", "recommendation", "decision", 2),
)
PLOTS = JINZHONG + SHANGHAI + QINGPU + CHONGQING + YUNNAN
