import { useQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { useSearchParams } from "react-router";
import { ErrorText } from "@/components/ErrorText";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Clusters } from "@/features/quality/Clusters";
import { ExclusionLog } from "@/features/quality/ExclusionLog";
import { Completeness } from "@/features/quality/Completeness";
import { state, useScan, type Quality, type QualityRule } from "@/features/quality/queries";
import { formatAge, formatCount, formatPercent } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/quality/quality.css";

const DAYS = 90;

function Answer({ quality }: { quality: Quality }) {
  const { t, language } = useI18n();
  const open = quality.rules.reduce((sum, one) => sum + one.open, 0);
  const out = Object.values(quality.reasons).reduce((sum, one) => sum + one, 0);
  const worst = quality.rules.reduce((a, b) => (b.open > a.open ? b : a));
  return (
    <ol className="sentences">
      <li>{open > 0 ? t("quality.answer", { open: formatCount(open, language), worst: t(`quality.rule.${worst.rule}`), n: formatCount(worst.open, language) }) : t("quality.answer.none")}</li>
      <li>
        {t("quality.answer.out", { out: formatCount(out, language), voices: formatCount(quality.voices, language), share: formatPercent(quality.excluded.value ?? 0, 2) })}
      </li>
    </ol>
  );
}

function Rules({ quality, rule }: { quality: Quality; rule: QualityRule }) {
  const { t, language } = useI18n();
  const [, setSearch] = useSearchParams();
  return (
    <Segmented
      className="quality-rules"
      value={rule}
      onChange={(next) => setSearch({ rule: next })}
      options={quality.rules.map((one) => ({ value: one.rule, label: `${t(`quality.rule.${one.rule}`)} ${formatCount(one.open, language)}` }))}
    />
  );
}

/** 数据质量: what a check found, decided by people, on the record and reversible. */
export default function QualityPage() {
  const { t, language } = useI18n();
  const [search] = useSearchParams();
  const { data, error, refetch } = useQuery(state);
  const scan = useScan();
  if (!data) return <Pending error={error} refetch={refetch} rows={6} />;
  const asked = data.rules.find((one) => one.rule === search.get("rule"))?.rule;
  const rule = asked ?? data.rules.reduce((a, b) => (b.open > a.open ? b : a)).rule;
  return (
    <>
      <PageHead title={t("nav.quality")} about={t("quality.about")}>
        {data.scanned_at && <span className="quiet num">{t("quality.scanned", { age: formatAge(data.scanned_at, language) })}</span>}
        <Button loading={scan.isPending} onClick={() => scan.mutate(DAYS)}>
          {t("quality.scan")}
        </Button>
      </PageHead>
      <ErrorText error={scan.error} />
      <Answer quality={data} />
      <div className="quality-stack">
        <Panel title={t("quality.findings")} flush>
          <div className="quality-head">
            <Rules quality={data} rule={rule} />
            <p className="quiet">{t(`quality.how.${rule}`)}</p>
          </div>
          <Clusters rule={rule} />
        </Panel>
        <Completeness sources={data.sources} />
        <ExclusionLog />
      </div>
    </>
  );
}
