"""What the checklist asks of a body: five questions of every body, and more by its mode of governance."""

from __future__ import annotations

FIVE_QUESTIONS: tuple[str, ...] = (
    "How does it relate to regional, sub-regional and other local bodies and networks?",
    "Do its members represent it when they attend other forums?",
    "Which other bodies have asked to have a member of it on them?",
    "What are the protocols, if any, between it and other bodies?",
    "Which bits of business go to a service partnership and which to it?",
)
"""The five questions for each body in the national evaluation of Local Strategic Partnerships (2005)."""

MODE_QUESTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "advisory": (
        ("Purpose", "Whose decisions does it advise on, and do they have to answer its advice?"),
        ("Membership", "Are those whose knowledge and views the advice needs at the table?"),
        ("Outcomes", "Who records what came of the advice, and does the body hear of it?"),
    ),
    "commissioning": (
        (
            "Accountability",
            "Who answers for the money that it decides on, and in whose accounts does it stand?",
        ),
        ("Rules of engagement", "Who votes, and what happens when a member would gain from a decision?"),
        ("Scrutiny", "Who outside it can look at a decision and ask for another?"),
    ),
    "laboratory": (
        ("Ways of working", "How does it choose what to try, and when is a trial stopped?"),
        ("Roles", "Who takes what works into the everyday services, and has that body agreed to?"),
        ("Outcomes", "How is it written down what was learned, from failures too?"),
    ),
    "community empowerment": (
        ("Membership", "How do residents come to be members, and whom do they speak for?"),
        ("Ways of working", "Do times, places, papers and help with costs let residents take part?"),
        (
            "Accountability",
            "Which decisions can residents change here, and how are they told what came of it?",
        ),
    ),
}
"""What matters most for each mode of governance: the aspect, and a plain question about it (our own words)."""
