"""Linkage: telling whether two records mean the same person, with the evidence for it. Pure."""

from huiyin.linkage.addresses import Address, address_likeness, parse_address
from huiyin.linkage.agreement import Agreement, b_cubed, pairwise
from huiyin.linkage.clusters import Link, cluster
from huiyin.linkage.comparisons import (
    Comparison,
    Level,
    MatchModel,
    chinese_name,
    code,
    exact,
    western_name,
    words,
)
from huiyin.linkage.dates import DateLikeness, compare_dates, normalise_date
from huiyin.linkage.fellegi_sunter import (
    Score,
    Step,
    agreement_weight,
    prior_weight,
    probability_of,
    total_weight,
)
from huiyin.linkage.handles import STRONG_KINDS, HandleKind, kinds_of, normalise
from huiyin.linkage.matching import Matches, match, waterfalls
from huiyin.linkage.name_rarity import NameModel, fit_names
from huiyin.linkage.names import (
    NameLikeness,
    PersonName,
    compare_names,
    compare_parsed,
    marks_of,
    parse_name,
    syllables_of,
)
from huiyin.linkage.nicknames import (
    SAME_PERSON_NUMBERED,
    SAME_PERSON_SAME_NAME,
    SAME_PERSON_SAME_STEM,
    NicknameModel,
    fit_nicknames,
    is_placeholder,
    shortened,
    stem,
)
from huiyin.linkage.priors import fit_priors

__all__ = [
    "SAME_PERSON_NUMBERED",
    "SAME_PERSON_SAME_NAME",
    "SAME_PERSON_SAME_STEM",
    "STRONG_KINDS",
    "Address",
    "Agreement",
    "Comparison",
    "DateLikeness",
    "HandleKind",
    "Level",
    "Link",
    "MatchModel",
    "Matches",
    "NameLikeness",
    "NameModel",
    "NicknameModel",
    "PersonName",
    "Score",
    "Step",
    "address_likeness",
    "agreement_weight",
    "b_cubed",
    "chinese_name",
    "cluster",
    "code",
    "compare_dates",
    "compare_names",
    "compare_parsed",
    "exact",
    "fit_names",
    "fit_nicknames",
    "fit_priors",
    "is_placeholder",
    "kinds_of",
    "marks_of",
    "match",
    "normalise",
    "normalise_date",
    "pairwise",
    "parse_address",
    "parse_name",
    "prior_weight",
    "probability_of",
    "shortened",
    "stem",
    "syllables_of",
    "total_weight",
    "waterfalls",
    "western_name",
    "words",
]
