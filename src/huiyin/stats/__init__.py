"""Pure statistics: every figure leaves as an `Estimate`, never as a bare number."""

from huiyin.stats.agreement import cohen_kappa, krippendorff_alpha
from huiyin.stats.best_worst import balanced_sets, best_worst
from huiyin.stats.best_worst_logit import BestWorstPick, best_worst_shares
from huiyin.stats.cluster import cluster_bootstrap, cluster_mean
from huiyin.stats.concentration import evenness, gini
from huiyin.stats.contingency import Association, association, cell_p_values
from huiyin.stats.estimate import Estimate, Verdict, exact_count, insufficient
from huiyin.stats.false_discovery import adjusted_p_values, benjamini_hochberg
from huiyin.stats.importance import relative_weights, shapley_weights
from huiyin.stats.kano import Kano, KanoClass, kano, kano_class
from huiyin.stats.mann_kendall import MannKendall, mann_kendall
from huiyin.stats.matching import Matching, matching
from huiyin.stats.mean import bounded_mean, mean_interval, moments_interval
from huiyin.stats.moderation import squeeze_variances
from huiyin.stats.newcombe import difference, newcombe, p_value_of
from huiyin.stats.partition import Partition, adjusted_rand, partition
from huiyin.stats.poisson import poisson_change, poisson_count, poisson_tail
from huiyin.stats.prevalence import corrected_share, prediction_powered, rogan_gladen
from huiyin.stats.quantile import t_p_value, t_value, z_value
from huiyin.stats.ranking import top_probabilities
from huiyin.stats.regression import Fit, cluster_regression
from huiyin.stats.repeat_buying import RepeatBuying, fit_repeat_buying
from huiyin.stats.sample_size import sample_size
from huiyin.stats.saturation import Saturation, saturation
from huiyin.stats.scores import ces, csat, nps, nps_difference, nps_error, theme_impact
from huiyin.stats.spending import Spending, fit_spending
from huiyin.stats.trend import Direction, Trend, share_trend, share_trends
from huiyin.stats.weighting import (
    Raked,
    design_effect,
    effective_n,
    rake,
    standardised_share,
    weighted_mean,
    weighted_share,
)
from huiyin.stats.wilson import wilson

__all__ = [
    "Association",
    "BestWorstPick",
    "Direction",
    "Estimate",
    "Fit",
    "Kano",
    "KanoClass",
    "MannKendall",
    "Matching",
    "Partition",
    "Raked",
    "RepeatBuying",
    "Saturation",
    "Spending",
    "Trend",
    "Verdict",
    "adjusted_p_values",
    "adjusted_rand",
    "association",
    "balanced_sets",
    "benjamini_hochberg",
    "best_worst",
    "best_worst_shares",
    "bounded_mean",
    "cell_p_values",
    "ces",
    "cluster_bootstrap",
    "cluster_mean",
    "cluster_regression",
    "cohen_kappa",
    "corrected_share",
    "csat",
    "design_effect",
    "difference",
    "effective_n",
    "evenness",
    "exact_count",
    "fit_repeat_buying",
    "fit_spending",
    "gini",
    "insufficient",
    "kano",
    "kano_class",
    "krippendorff_alpha",
    "mann_kendall",
    "matching",
    "mean_interval",
    "moments_interval",
    "newcombe",
    "nps",
    "nps_difference",
    "nps_error",
    "p_value_of",
    "partition",
    "poisson_change",
    "poisson_count",
    "poisson_tail",
    "prediction_powered",
    "rake",
    "relative_weights",
    "rogan_gladen",
    "sample_size",
    "saturation",
    "shapley_weights",
    "share_trend",
    "share_trends",
    "squeeze_variances",
    "standardised_share",
    "t_p_value",
    "t_value",
    "theme_impact",
    "top_probabilities",
    "weighted_mean",
    "weighted_share",
    "wilson",
    "z_value",
]
