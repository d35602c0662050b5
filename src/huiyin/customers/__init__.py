"""Customers 客户: who is who across the channels, and the whole of what is known of each."""

from huiyin.customers.attention import Ground, Somebody, Watch, who_needs_attention
from huiyin.customers.consents import ConsentOrigin
from huiyin.customers.crossing import Cell, Crossing, CrossSide, cross, cross_people
from huiyin.customers.headline import headline
from huiyin.customers.identity.changes import Change, ChangeKind, decide, list_changes, merge, separate, undo
from huiyin.customers.identity.evidence import How, LinkState
from huiyin.customers.identity.figures import Figures, latest_figures
from huiyin.customers.identity.match_rate import MatchRate, match_rate
from huiyin.customers.identity.resolution import follow, is_due, resolve, resolve_all
from huiyin.customers.identity.weighing import Learnt
from huiyin.customers.masking import mask_name
from huiyin.customers.moments import Moment, MomentKind
from huiyin.customers.people import Span, read_people, read_voices, span_of
from huiyin.customers.portrait import AccountView, LinkView, Portrait, Standing, portray
from huiyin.customers.reports import BuyingPower, HelpSeekers, buying_power, help_seekers
from huiyin.customers.review import Question, Queue, review_queue
from huiyin.customers.search import Found, search
from huiyin.customers.value import Value
from huiyin.customers.wording import CLASSES, SIDES, STAGES, crossing_rows, words_of

__all__ = [
    "CLASSES",
    "SIDES",
    "STAGES",
    "AccountView",
    "BuyingPower",
    "Cell",
    "Change",
    "ChangeKind",
    "ConsentOrigin",
    "CrossSide",
    "Crossing",
    "Figures",
    "Found",
    "Ground",
    "HelpSeekers",
    "How",
    "Learnt",
    "LinkState",
    "LinkView",
    "MatchRate",
    "Moment",
    "MomentKind",
    "Portrait",
    "Question",
    "Queue",
    "Somebody",
    "Span",
    "Standing",
    "Value",
    "Watch",
    "buying_power",
    "cross",
    "cross_people",
    "crossing_rows",
    "decide",
    "follow",
    "headline",
    "help_seekers",
    "is_due",
    "latest_figures",
    "list_changes",
    "mask_name",
    "match_rate",
    "merge",
    "portray",
    "read_people",
    "read_voices",
    "resolve",
    "resolve_all",
    "review_queue",
    "search",
    "separate",
    "span_of",
    "undo",
    "who_needs_attention",
    "words_of",
]
