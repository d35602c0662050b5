"""An audit read: how well the machine reads, aspect by aspect, and whether that has changed since the audit before."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from huiyin import stats
from huiyin.stats import Estimate
from huiyin.understand.audits.agreement import AuditState, audit_states
from huiyin.understand.audits.audits import read_audit, read_cards
from huiyin.understand.audits.correction import Audited, Confusion, audited_of
from huiyin.understand.facts.fact import Fact
from huiyin.understand.facts.table import Context, Level, aspect_at, list_facts
from huiyin.understand.names import Name
from huiyin.understand.window import freshness, windowed


@dataclass(frozen=True, slots=True)
class AuditedAspect:
    """One aspect of an audit: the machine's precision, recall and kappa on customers, and the corrected shares."""

    aspect: str
    zh: str
    en: str
    both: int
    human_only: int
    machine_only: int
    precision: Estimate
    recall: Estimate
    kappa: Estimate
    fact: Fact | None


@dataclass(frozen=True, slots=True)
class AuditReport:
    """An audit with its aspects, the most found first."""

    state: AuditState
    aspects: tuple[AuditedAspect, ...]
    how: Name


def audit_report(
    context: Context, connection: Connection, audit_id: int, *, level: Level = Level.FINE
) -> AuditReport:
    """Return how one audit turned out; raises AuditNotFoundError."""
    audit = read_audit(connection, audit_id)
    state = next(each for each in audit_states(connection, context.minimum_n) if each.audit.id == audit_id)
    fresh = freshness(context.facts)
    filters = windowed(audit.filters, fresh, audit.drawn_at.date())
    cards = read_cards(connection, audit_id)
    audited = audited_of(context.facts, state, cards, filters, node=aspect_at(level), depth=int(level.value))
    facts = {fact.aspect: fact for fact in list_facts(context, filters, level=level).facts}
    found = [_aspect(context, audited, aspect, facts.get(aspect)) for aspect in audited.aspects]
    found.sort(key=lambda each: -(each.both + each.human_only + each.machine_only))
    return AuditReport(state, tuple(found), HOW)


def _aspect(context: Context, audited: Audited, aspect: str, fact: Fact | None) -> AuditedAspect:
    c: Confusion = audited.confusion(aspect, (-1, 0, 1))
    name = context.names.name(aspect)
    return AuditedAspect(
        aspect=aspect,
        zh=name.zh,
        en=name.en,
        both=c.both,
        human_only=c.human_only,
        machine_only=c.machine_only,
        precision=stats.wilson(c.both, c.both + c.machine_only),
        recall=stats.wilson(c.both, c.both + c.human_only),
        kappa=stats.cohen_kappa(c.table).guarded(context.minimum_n),
        fact=fact,
    )


HOW = Name(
    zh="从所选范围内的全部客户中等概率随机抽取客户，逐条由人标注（标注时看不到机器的答案）。"
    "修正值 = 机器占比 +（人 − 机器）在抽检客户中的平均差，区间同时包含两部分的不确定性（预测增强推断，Angelopoulos 等 2023）；"
    "核对值用 Rogan–Gladen 公式。κ 为 Cohen κ：0.8 以上为很一致，0.667 以上可作初步结论。",
    en="Customers are drawn with equal chances from everyone in the selection and read by people who do not see the "
    "machine's answer. Corrected = the machine's share + the mean of (human − machine) over the audited customers; its "
    "interval holds both uncertainties (prediction-powered inference, Angelopoulos et al. 2023). The check is Rogan and "
    "Gladen's formula. κ is Cohen's: above 0.8 is customary agreement, above 0.667 tentative.",
)
