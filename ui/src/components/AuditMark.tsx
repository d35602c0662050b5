import { Tooltip } from "antd";
import { Link } from "react-router";
import type { Fact } from "@/api/types";
import { useFigureText } from "@/components/Figure";
import { formatCount, formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

type Corrected = NonNullable<Fact["corrected"]>;

/** Everything a reader needs to trust a corrected share: who was read, how well both readers agree, whether that drifts. */
function useAuditWords(corrected: Corrected) {
  const { t, language } = useI18n();
  const { write, range } = useFigureText();
  const { audit, audited, assumed } = corrected;
  const agreed = audit.kappa.value === null ? t("figure.insufficient") : t("audit.mark.kappa", { kappa: write(audit.kappa.value, "ratio"), range: range(audit.kappa, "ratio") });
  const drifted =
    audit.drift && audit.drift.value !== null
      ? t("audit.mark.drift", { drift: write(audit.drift.value, "ratio"), range: range(audit.drift, "ratio") })
      : t("audit.mark.noDrift");
  const read = t("audit.mark.read", { id: audit.id, at: formatDateTime(audit.drawn_at, language).slice(0, 10), n: formatCount(audited, language) });
  return [read, agreed, drifted, assumed && t("audit.mark.assumed"), t("audit.mark.method")].filter(Boolean);
}

interface Props {
  corrected: Fact["corrected"];
  share?: "negative_customers" | "customers";
}

/** 已按抽检校正: the share as people would have found it, with its own wider interval, beside the machine's and never instead of it in silence. */
export function AuditMark({ corrected, share = "negative_customers" }: Props) {
  return corrected && corrected[share].verdict === "ok" ? <Mark corrected={corrected} share={share} /> : null;
}

function Mark({ corrected, share }: { corrected: Corrected; share: "negative_customers" | "customers" }) {
  const { t } = useI18n();
  const { write } = useFigureText();
  const words = useAuditWords(corrected);
  const { value, low, high } = corrected[share];
  return (
    <Tooltip title={words.map((word) => <div key={String(word)}>{word}</div>)}>
      <Link className="audit-mark num" to={`/understand/audit?audit=${corrected.audit.id}`}>
        <span className="audit-tag">{t("audit.mark")}</span>
        {value !== null && low !== null && high !== null && `${write(value, "share")}${t("figure.paren", { words: `${write(low, "share").replace("%", "")}–${write(high, "share")}` })}`}
      </Link>
    </Tooltip>
  );
}

/** One line above a table or page: which audit corrects its shares. */
export function AuditNote({ facts }: { facts: Pick<Fact, "corrected">[] }) {
  const { t } = useI18n();
  const { write, range } = useFigureText();
  const audits = new Map(facts.flatMap(({ corrected }) => (corrected ? [[corrected.audit.id, corrected] as const] : [])));
  if (audits.size === 0) return null;
  return (
    <p className="audit-note num">
      <span className="audit-tag">{t("audit.mark")}</span>
      {[...audits.values()].map(({ audit, audited, assumed }) => (
        <Link key={audit.id} to={`/understand/audit?audit=${audit.id}`}>
          {t("audit.note", {
            id: audit.id,
            n: audited,
            kappa: audit.kappa.value === null ? "—" : write(audit.kappa.value, "ratio"),
            drift: audit.drift && audit.drift.value !== null ? t("audit.mark.drift", { drift: write(audit.drift.value, "ratio"), range: range(audit.drift, "ratio") }) : t("audit.mark.noDrift"),
          })}
          {assumed && t("audit.note.assumed")}
        </Link>
      ))}
    </p>
  );
}
