"""Who holds which position, read when documents are printed and kept nowhere."""

from dealer_cli.documents.roster.people import Person, RosterFault, RosterProblem
from dealer_cli.documents.roster.read import read_roster

__all__ = ["Person", "RosterFault", "RosterProblem", "read_roster"]
