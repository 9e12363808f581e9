"""The stations that the procedures have in common: hands, moves and guards, said once.

What a text prints of a station (its clause, the heads of a study) its jurisdiction's file adds.
"""

from rules.procedure import Hand, Head, Move, Stage

OPERATOR = Hand("operator", "applicant")
OFFICER = Hand("officer", "applicant")
PREPARER = Hand("reviewer", "applicant")
REVIEWER = Hand("reviewer", "bureau")
DIRECTOR = Hand("director", "bureau")
HEAD = Hand("director", "district")

#: Before a proposal: every figure verified, every standard judged.
VERIFIED = ("facts_verified", "judgements_made")
_RETURN = Move("return_for_supplement", "draft", guards=("defects_listed",))


def drafting(to: str, clause: str, *guards: str, hand: Hand = OFFICER) -> Stage:
    """Where an application is written and handed in; it may be dropped again."""
    asked = (
        "requirements_met",
        "form_complete",
        *guards,
        "materials_complete",
        "basis_recorded",
    )
    return Stage(
        "draft",
        "草稿",
        "Draft",
        "填写申报",
        "Preparing the application",
        hand,
        (
            Move("save"),
            Move("submit", to, guards=asked, resumes=True),
            Move("withdraw", final="withdrawn"),
        ),
        clause,
    )


def with_figures(to: str, clause: str, hand: Hand = OFFICER) -> Stage:
    """The same for an application whose conditions ask for figures."""
    return drafting(to, clause, "facts_complete", "figures_on_basis", hand=hand)


def reviewing(
    to: str, clause: str, *guards: str, proposes: bool = True, hand: Hand = OFFICER
) -> Stage:
    """The bureau's reviewer looks through what was handed in; forwards, or proposes to refuse.

    `proposes`: forwarding from here already proposes to approve. `hand` is whose the draft was,
    and who may withdraw it while it is unopened.
    """
    return Stage(
        "bureau_review",
        "主管部门审核",
        "Bureau review",
        "主管部门审核中",
        "With the bureau",
        REVIEWER,
        (
            Move("withdraw", hand=hand, guards=("unopened",), final="withdrawn"),
            Move("accept"),
            _RETURN,
            Move("forward", to, guards=guards, proposes="approve" if proposes else None),
            Move("propose_refusal", "decision", opinion=True, proposes="refuse"),
        ),
        clause,
    )


def experts(
    to: str, clause: str, heads: tuple[Head, ...], *guards: str, proposes: bool = True
) -> Stage:
    """A panel of experts gives its opinions under the printed heads."""
    asked = ("panel_complete", *guards)
    return Stage(
        "expert_review",
        "专家评审",
        "Expert review",
        "主管部门评审中",
        "Under expert review",
        REVIEWER,
        (
            Move("forward", to, guards=asked, proposes="approve" if proposes else None),
            Move("propose_refusal", "decision", opinion=True, proposes="refuse"),
            Move("send_back", "bureau_review", opinion=True),
        ),
        clause,
        panel=True,
        heads=heads,
    )


def noticed(back: str, clause: str) -> Stage:
    """The list is open to the public's objections."""
    return Stage(
        "notice",
        "公示",
        "Public notice",
        "公示中",
        "On public notice",
        REVIEWER,
        (
            Move("forward", "decision", guards=("notice_ended", "no_open_objection")),
            Move("send_back", back, opinion=True),
        ),
        clause,
        notice=True,
    )


def consenting(to: str, clause: str, *guards: str, hand: Hand = OFFICER) -> Stage:
    """The director of the district's office consents, or refuses under a document of its own.

    `hand` is whose the draft was, and who may withdraw it while it is unopened.
    """
    return Stage(
        "consent",
        "待区（域）同意",
        "Awaiting the district's consent",
        "等待区（域）人力资源社会保障部门同意",
        "Awaiting the district's consent",
        HEAD,
        (
            Move("withdraw", hand=hand, guards=("unopened",), final="withdrawn"),
            Move("forward", to, guards=("four_eyes", *guards)),
            Move(
                "refuse", guards=("four_eyes", "document_numbered"), opinion=True, final="refused"
            ),
            _RETURN,
        ),
        clause,
    )


def deciding(clause: str, *guards: str, back: str = "bureau_review") -> Stage:
    """The director decides, under a document of the bureau's own."""
    signed = ("four_eyes", "document_numbered")
    asked = ("proposed_approval", *signed, "requirements_met", "basis_recorded", *guards)
    return Stage(
        "decision",
        "决定",
        "Decision",
        "等待决定",
        "Awaiting the decision",
        DIRECTOR,
        (
            Move("approve", guards=asked, final="approved"),
            Move("refuse", guards=("proposed_refusal", *signed), opinion=True, final="refused"),
            Move("send_back", back, opinion=True),
        ),
        clause,
    )


def of_its_own(clause: str, *guards: str) -> tuple[Stage, Stage]:
    """A decision that the bureau prepares itself, without an application: proposal and decision.

    There is nothing to refuse: what the director does not approve goes back, and may be dropped.
    """
    proposal = drafting("decision", clause, hand=PREPARER)
    decision = deciding(clause, *guards, back="draft")
    return (
        proposal._replace(
            zh="拟办",
            en="Proposal",
            moves=tuple(_proposed(move) for move in proposal.moves),
            clause_default=True,
        ),
        decision._replace(moves=tuple(m for m in decision.moves if m.action != "refuse")),
    )


def _proposed(move: Move) -> Move:
    if move.action != "submit":
        return move
    return move._replace(opinion=True, proposes="approve", resumes=False)


def reporting(clause: str, *guards: str) -> Stage:
    """Where something is written down to be filed."""
    return Stage(
        "draft",
        "填写备案",
        "Filing",
        "填写备案",
        "Filing",
        OFFICER,
        (
            Move("save"),
            Move("submit", "bureau_review", guards=guards),
            Move("withdraw", final="withdrawn"),
        ),
        clause,
    )


def receiving(clause: str, *guards: str) -> Stage:
    """The bureau takes a filing note of: it gives a receipt, or names all that is missing."""
    supplement = _RETURN._replace(guards=(*_RETURN.guards, "answer_by_given"))
    return Stage(
        "bureau_review",
        "备案受理",
        "Taking note",
        "等待主管部门备案",
        "With the bureau",
        REVIEWER,
        (
            Move("acknowledge", guards=guards, final="approved"),
            supplement,
            Move("withdraw", hand=OFFICER, guards=("unopened",), final="withdrawn"),
        ),
        clause,
    )
