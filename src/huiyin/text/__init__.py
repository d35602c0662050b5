"""Text understanding: a batch of texts in, columns of opinions out. Pure: reads only its own packaged data."""

from huiyin.text.analysis import Analyser, Analysis, signature
from huiyin.text.kernel import KernelAnalyser
from huiyin.text.neural import NeuralAnalyser, cascade
from huiyin.text.rules import RuleAnalyser
from huiyin.text.taxonomy import (
    Taxonomy,
    TaxonomyNode,
    available_taxonomies,
    level1_of,
    load_taxonomy,
    parse_taxonomy,
)

__all__ = [
    "Analyser",
    "Analysis",
    "KernelAnalyser",
    "NeuralAnalyser",
    "RuleAnalyser",
    "Taxonomy",
    "TaxonomyNode",
    "available_taxonomies",
    "cascade",
    "level1_of",
    "load_taxonomy",
    "parse_taxonomy",
    "signature",
]
