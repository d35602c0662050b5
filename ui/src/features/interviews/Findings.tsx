import { useQuery } from "@tanstack/react-query";
import { Chart } from "@/components/Chart";
import { Figure } from "@/components/Figure";
import { How } from "@/components/How";
import { Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { Dominance } from "@/features/interviews/Dominance";
import { ThemeTable } from "@/features/interviews/ThemeTable";
import { findingsOf, type Findings as Found, type Study } from "@/features/interviews/queries";
import { formatPercent } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

function Answer({ found, study }: { found: Found; study: Study }) {
  const { t } = useI18n();
  const { themes, saturation, agreement } = found;
  const first = themes[0];
  const alpha = agreement.alpha.value;
  const rating = alpha === null ? null : alpha >= agreement.customary ? "good" : alpha >= agreement.tentative ? "tentative" : "poor";
  return (
    <ol className="sentences">
      {first && (
        <li>{t("interviews.answer.theme", { name: first.code.name, n: first.participants, all: study.heard, talks: first.conversations })}</li>
      )}
      <li>
        {saturation.reached ? t("interviews.answer.saturated", { n: saturation.reached }) : t("interviews.answer.unsaturated", { n: saturation.conversations.length, least: saturation.base + saturation.run })}{" "}
        {rating && alpha !== null ? t(`interviews.answer.alpha.${rating}`, { alpha: alpha.toFixed(2) }) : t("interviews.answer.alpha.none")}
      </li>
    </ol>
  );
}

function Agreement({ found }: { found: Found }) {
  const { t } = useI18n();
  const { agreement } = found;
  return (
    <Panel title={t("interviews.agreement")} aside={<How about="interviews.how.agreement" n={agreement.sentences} />}>
      <p className="quiet">
        {agreement.pair
          ? t("interviews.agreement.who", { who: agreement.coders.join(t("audit.comma")), n: agreement.sentences, talks: agreement.conversations.length })
          : t("interviews.agreement.none")}
      </p>
      <div className="alpha-row">
        <span>{t("interviews.alpha")}</span>
        <Figure estimate={agreement.alpha} unit="ratio" max={1} tone="accent" showRange />
      </div>
    </Panel>
  );
}

function Saturation({ found }: { found: Found }) {
  const { t } = useI18n();
  const { saturation } = found;
  const last = saturation.ratios.at(-1);
  return (
    <Panel title={t("interviews.saturation")}>
      <Chart option={saturation.chart} table={saturation.table} height={230} label={t("interviews.saturation")} />
      <p className="saturation-note quiet num">
        {last !== undefined && t("interviews.saturation.last", { run: saturation.run, ratio: formatPercent(last), threshold: formatPercent(saturation.threshold) })}
        <How about="interviews.how.saturation" n={saturation.conversations.length} />
      </p>
    </Panel>
  );
}

/** What the coded conversations say, the answer first. */
export function Findings({ study }: { study: Study }) {
  const { t, language } = useI18n();
  const { data, error, refetch } = useQuery(findingsOf(study.id, language));
  if (!data) return <Pending error={error} refetch={refetch} rows={6} />;
  if (data.saturation.conversations.length === 0) return <Empty title={t("interviews.nothingCoded")} about={t("interviews.nothingCoded.about")} />;
  return (
    <>
      <Answer found={data} study={study} />
      <div className="study-stack">
        <ThemeTable found={data} study={study} />
        <div className="findings-pair">
          <Saturation found={data} />
          <Agreement found={data} />
        </div>
        {data.dominance.length > 0 && <Dominance found={data} />}
      </div>
    </>
  );
}
