"""What a programme may want, and for each want the channels that answer it: rules one can read and argue with.

The goals are those of the definition of VoC: experience, product, service, churn, market, loyalty.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from huiyin.collect.channel import Channel


class Goal(StrEnum):
    """What is to be learned."""

    EXPERIENCE = "experience"
    PRODUCT = "product"
    SERVICE = "service"
    CHURN = "churn"
    MARKET = "market"
    LOYALTY = "loyalty"


class Sizing(StrEnum):
    """How many people are needed: a share within a margin, themes until nothing new comes, or everything that comes."""

    SHARE = "share"
    SCORE = "score"
    SATURATION = "saturation"
    CENSUS = "census"


@dataclass(frozen=True, slots=True)
class Rule:
    """For a goal, one channel with its metric, how its size is found, and why."""

    goal: Goal
    channel: Channel
    metric: str
    sizing: Sizing
    zh: str
    en: str


NAMES = {
    Goal.EXPERIENCE: ("提升用户体验", "Better experience"),
    Goal.PRODUCT: ("改进产品", "Better products"),
    Goal.SERVICE: ("改进服务", "Better service"),
    Goal.CHURN: ("降低客户流失", "Less churn"),
    Goal.MARKET: ("了解市场与竞争", "The market and rivals"),
    Goal.LOYALTY: ("提高忠诚度", "More loyalty"),
}

RULES = (
    Rule(Goal.EXPERIENCE, Channel.BEHAVIOUR, "friction", Sizing.CENSUS, "行为数据指出在哪一步放弃，全量收集。", "Behaviour shows where people give up; all of it is collected."),
    Rule(Goal.EXPERIENCE, Channel.SURVEY, "ces", Sizing.SCORE, "办事之后马上问费力度，分数要能比较。", "Effort is asked right after the task; scores must be comparable."),
    Rule(Goal.EXPERIENCE, Channel.INTERVIEW, "themes", Sizing.SATURATION, "看到哪一步卡住，要听人讲为什么。", "Where a step fails, people must say why."),
    Rule(Goal.PRODUCT, Channel.REVIEW, "prevalence", Sizing.CENSUS, "评论自带产品和评分，用来数问题有多普遍。", "Reviews carry product and rating: they count how common a problem is."),
    Rule(Goal.PRODUCT, Channel.SURVEY, "prevalence", Sizing.SHARE, "发声的人不是随机的，抽样问卷给出有代表性的占比。", "Those who speak are no random sample; a sampled survey gives the share."),
    Rule(Goal.PRODUCT, Channel.FOCUS_GROUP, "themes", Sizing.SATURATION, "在改之前让客户一起评方案。", "Customers weigh the options before anything is changed."),
    Rule(Goal.SERVICE, Channel.SERVICE, "complaints", Sizing.CENSUS, "客服记录是问题最早出现的地方，全量分析。", "Service logs are where problems show first; all of them are read."),
    Rule(Goal.SERVICE, Channel.SURVEY, "csat", Sizing.SHARE, "每次服务之后抽样问满意度。", "Satisfaction is asked of a sample after each contact."),
    Rule(Goal.CHURN, Channel.NPS, "nps", Sizing.SCORE, "NPS 的追问给出离开的理由。", "The question after NPS gives the reasons for leaving."),
    Rule(Goal.CHURN, Channel.INTERVIEW, "themes", Sizing.SATURATION, "访谈刚流失的客户，他们不会再填问卷。", "Those who just left answer no survey; they are interviewed."),
    Rule(Goal.CHURN, Channel.BEHAVIOUR, "usage", Sizing.CENSUS, "使用变少先于离开。", "Use falls before people leave."),
    Rule(Goal.MARKET, Channel.SOCIAL, "share_of_voice", Sizing.CENSUS, "在社交媒体上比较自己和对手被怎样谈论。", "Social media show how we and rivals are talked about."),
    Rule(Goal.MARKET, Channel.FOCUS_GROUP, "themes", Sizing.SATURATION, "请非客户和竞品用户同桌讨论。", "Non-customers and users of rivals are put at one table."),
    Rule(Goal.LOYALTY, Channel.NPS, "nps", Sizing.SCORE, "同一问题、固定周期，才看得出变化。", "One question at a fixed rhythm shows change."),
    Rule(Goal.LOYALTY, Channel.REVIEW, "rating", Sizing.CENSUS, "追评说明买过之后怎样。", "Follow-up reviews tell what came after the purchase."),
)  # fmt: skip
