"""The linear kernel: hashed character n-grams beside what the rules saw; shared by the analyser and its training."""

from huiyin.text.kernel.analyser import KernelAnalyser
from huiyin.text.kernel.contest import MARGIN, Contest, rivals
from huiyin.text.kernel.english import EnglishModel
from huiyin.text.kernel.evidence import (
    TAG_COLUMNS,
    Evidence,
    evidence_of,
    node_presence,
    pair_features,
    text_features,
)
from huiyin.text.kernel.grams import NONE, ORDERS, GramIds, gram_ids
from huiyin.text.kernel.joint import GramSums, JointTable, sums_of
from huiyin.text.kernel.linear import GramTable, Matrix, distinct, occurrences, scaled
from huiyin.text.kernel.models import Models, shipped_models
from huiyin.text.kernel.pack import (
    KINSHIP,
    SIDES,
    UNCALIBRATED,
    LabelMap,
    LabelReading,
    Pack,
    best_clause,
    calibrated,
    kinship_features,
)
from huiyin.text.kernel.polarity import PolarityModel
from huiyin.text.kernel.word_grams import word_grams

__all__ = [
    "KINSHIP",
    "MARGIN",
    "NONE",
    "ORDERS",
    "SIDES",
    "TAG_COLUMNS",
    "UNCALIBRATED",
    "Contest",
    "EnglishModel",
    "Evidence",
    "GramIds",
    "GramSums",
    "GramTable",
    "JointTable",
    "KernelAnalyser",
    "LabelMap",
    "LabelReading",
    "Matrix",
    "Models",
    "Pack",
    "PolarityModel",
    "best_clause",
    "calibrated",
    "distinct",
    "evidence_of",
    "gram_ids",
    "kinship_features",
    "node_presence",
    "occurrences",
    "pair_features",
    "rivals",
    "scaled",
    "shipped_models",
    "sums_of",
    "text_features",
    "word_grams",
]
