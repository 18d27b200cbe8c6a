"""One person or organisation under several spellings: normal forms, slugs, likenesses, kinds."""

from orgmap.matching.forms import identity, normal, plain, slug
from orgmap.matching.kinds import body_kind, organisation_kind
from orgmap.matching.likeness import LIKELY, POSSIBLE, Likeness, Pair
from orgmap.matching.nearest import Guesses, nearest
from orgmap.matching.organisations import organisation_pairs
from orgmap.matching.people import people_pairs
from orgmap.matching.persons import PersonName, person_name

__all__ = [
    "LIKELY",
    "POSSIBLE",
    "Guesses",
    "Likeness",
    "Pair",
    "PersonName",
    "body_kind",
    "identity",
    "nearest",
    "normal",
    "organisation_kind",
    "organisation_pairs",
    "people_pairs",
    "person_name",
    "plain",
    "slug",
]
