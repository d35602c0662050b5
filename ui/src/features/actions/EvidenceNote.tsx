import type { FactDetail } from "@/api/types";
import { Figure } from "@/components/Figure";
import { Skeleton } from "@/components/states";
import { useI18n } from "@/i18n/i18n";

/** What will be frozen into the action, shown before it is. */
export function EvidenceNote({ fact }: { fact: FactDetail | undefined }) {
  const { t, name } = useI18n();
  return (
    <div className="evidence-note">
      <span className="quiet">{t("action.evidence.freeze")}</span>
      {fact ? (
        <>
          <strong>{name(fact)}</strong>
          <span>{t("facts.negativeCustomers")}</span>
          <Figure estimate={fact.negative_customers} unit="share" max={Math.max(0.05, (fact.negative_customers.high ?? 0) * 1.3)} tone="negative" showRange />
          <span className="quiet num">
            {fact.window.from} – {fact.window.to} {t("how.zone")}
          </span>
        </>
      ) : (
        <Skeleton height={60} />
      )}
    </div>
  );
}
