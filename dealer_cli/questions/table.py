"""Every question with the record of its answer: what schemas are made from, and what a new question joins."""

from __future__ import annotations

from dealer_cli.questions.approvals import Approvals
from dealer_cli.questions.boss import Boss
from dealer_cli.questions.calendar import Calendar
from dealer_cli.questions.certificates import Certificates
from dealer_cli.questions.compare import Compared
from dealer_cli.questions.covers import Covers
from dealer_cli.questions.find import Find
from dealer_cli.questions.handles import Handles
from dealer_cli.questions.impact import Impact
from dealer_cli.questions.listing import Listing
from dealer_cli.questions.matrix import Matrix
from dealer_cli.questions.shown import Shown
from dealer_cli.questions.stats import Stats
from dealer_cli.questions.tree import Team, Tree
from dealer_cli.questions.who import Who

ANSWERS: dict[str, object] = {
    "approves": Approvals,
    "boss": Boss,
    "calendar": Calendar,
    "certs": Certificates,
    "compare": Compared,
    "covers": Covers,
    "find": Find,
    "handles": Handles,
    "impact": Impact,
    "list": Listing,
    "matrix": Matrix,
    "show": Shown,
    "stats": Stats,
    "team": Team,
    "tree": Tree,
    "who": Who,
}
"""Question to its answer; the JSON Schema of each is `catalog/schema/answers/<question>.schema.json`."""
