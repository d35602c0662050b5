import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useSearchParams } from "react-router";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { useFigureText } from "@/components/Figure";
import { signals, type SignalState } from "@/features/signals/queries";
import { SignalRow } from "@/features/signals/SignalRow";
import { useI18n } from "@/i18n/i18n";
import "@/features/signals/signals.css";

const SHOWN: Record<string, SignalState[]> = {
  open: ["open", "acknowledged"],
  snoozed: ["snoozed"],
  closed: ["closed"],
};

/** What is unusual, the gravest first; which of them are shown is in the address. */
export default function SignalsPage() {
  const { t } = useI18n();
  const text = useFigureText();
  const [search, setSearch] = useSearchParams();
  const shown = search.get("show") ?? "open";
  const { data, error, refetch } = useQuery(signals(SHOWN[shown] ?? SHOWN.open!));
  const precision = data?.precision;
  const lasting = data?.items.filter((each) => each.active) ?? [];
  const over = data?.items.filter((each) => !each.active) ?? [];
  return (
    <>
      <PageHead title={t("nav.signals")} about={t("signal.about")} asOf={data?.as_of}>
        <Segmented
          value={shown}
          onChange={(value) => setSearch(value === "open" ? {} : { show: value })}
          options={Object.keys(SHOWN).map((value) => ({ value, label: t(`signal.show.${value as "open" | "snoozed" | "closed"}`) }))}
        />
      </PageHead>
      {precision?.value != null && precision.n > 0 && (
        <p className="quiet num">
          {t("signal.precision", { share: text.write(precision.value, "share"), words: text.words(precision, "share") })}
        </p>
      )}
      <Panel flush>
        {!data && <Pending error={error} refetch={refetch} rows={4} height={84} />}
        {data?.items.length === 0 && <Empty icon="bell" title={t("signal.none")} about={t("signal.none.about")} />}
        {lasting.length > 0 && over.length > 0 && <h2 className="signal-group">{t("signal.lasting", { count: lasting.length })}</h2>}
        {lasting.map((each) => <SignalRow key={each.id} signal={each} />)}
        {over.length > 0 && <h2 className="signal-group">{t("signal.over", { count: over.length })}</h2>}
        {over.map((each) => <SignalRow key={each.id} signal={each} />)}
      </Panel>
    </>
  );
}
