import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { How } from "@/components/How";
import { IntervalBar } from "@/components/IntervalBar";
import type { Portrait } from "@/features/customers/queries";
import { formatCount, formatDateTime, formatDay, formatDecimal, formatPercent } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

function Card({ label, value, children, tone }: { label: ReactNode; value: ReactNode; children?: ReactNode; tone?: string }) {
  return (
    <div className="glance-card" data-tone={tone}>
      <span className="quiet">{label}</span>
      <strong className="num">{value}</strong>
      {children}
    </div>
  );
}

function useMoney() {
  const { language } = useI18n();
  return (value: number) => `¥ ${formatCount(Math.round(value), language)}`;
}

function Worth({ data }: { data: Portrait }) {
  const { t, language } = useI18n();
  const money = useMoney();
  const { value } = data;
  if (!value) return <Card label={t("customers.amount")} value={t("customers.none")} />;
  const fifths = { R: value.recency, F: value.frequency, M: value.monetary };
  return (
    <Card label={t("customers.amount")} value={money(value.amount)}>
      <Tooltip title={`${t("customers.rfm")} ${t("customers.rfm.note", { n: formatCount(value.buyers, language) })}`}>
        <span className="fifths" tabIndex={0} role="img" aria-label={`${t("customers.rfm")} ${Object.values(fifths).join(" · ")}`}>
          {Object.entries(fifths).map(([name, fifth]) => (
            <span key={name}>
              <i>{name}</i>
              {[1, 2, 3, 4, 5].map((step) => (
                <b key={step} data-full={step <= fifth} />
              ))}
            </span>
          ))}
        </span>
      </Tooltip>
      <span className="quiet num">{t("customers.orders", { n: value.orders, days: value.recency_days })}</span>
    </Card>
  );
}

function Ahead({ data }: { data: Portrait }) {
  const { t, language, find } = useI18n();
  const money = useMoney();
  const { lifetime } = data;
  if (!lifetime || lifetime.value.value === null) {
    return (
      <Card label={t("customers.ahead")} value={t("customers.none")}>
        <span className="quiet">{t("customers.ahead.none")}</span>
      </Card>
    );
  }
  const { value } = lifetime;
  const kinds = lifetime.kinds.map((kind) => find(`happened.${kind}`) ?? kind).join("、");
  const how = t("customers.ahead.how", { kinds, n: formatCount(value.n, language) });
  const note = { orders: formatDecimal(lifetime.orders, 1), alive: formatPercent(lifetime.alive, 0) };
  return (
    <Card
      label={
        <>
          {t("customers.ahead")} <How about={{ zh: how, en: how }} n={value.n} />
        </>
      }
      value={money(value.value ?? 0)}
    >
      <IntervalBar estimate={value} max={Math.max(1, (value.high ?? 0) * 1.15)} tone="accent" />
      <span className="quiet num">
        {money(value.low ?? 0)} – {money(value.high ?? 0)}
      </span>
      {/* Of whoever ordered once the model cannot tell that they left, so it says nothing. */}
      <span className="quiet num">{t(lifetime.alive < 1 ? "customers.ahead.note" : "customers.ahead.orders", note)}</span>
    </Card>
  );
}

function Mood({ data }: { data: Portrait }) {
  const { t, language } = useI18n();
  const sum = (key: "negative" | "positive" | "voices") => data.months.reduce((all, month) => all + month[key], 0);
  const [bad, good, all] = [sum("negative"), sum("positive"), sum("voices")];
  if (all === 0) return <Card label={t("customers.mood")} value={t("customers.none")} />;
  return (
    <Card label={t("customers.mood")} value={t("customers.mood.note", { bad, n: formatCount(data.voices, language) })}>
      <span className="mood" role="img" aria-label={t("customers.month", { month: t("customers.mood"), n: all, bad, good })}>
        <i data-tone="negative" style={{ flexGrow: bad }} />
        <i data-tone="neutral" style={{ flexGrow: Math.max(0, all - bad - good) }} />
        <i data-tone="positive" style={{ flexGrow: good }} />
      </span>
      {data.last_at && <span className="quiet num">{t("customers.last", { at: formatDateTime(data.last_at, language) })}</span>}
    </Card>
  );
}

function Danger({ data }: { data: Portrait }) {
  const { t, language } = useI18n();
  const { risk } = data;
  const contacted = data.contacted_at && <span className="quiet num">{t("customers.contacted", { at: formatDay(data.contacted_at, language) })}</span>;
  if (!risk) {
    return (
      <Card label={t("customers.risk")} value={t("customers.none")}>
        <span className="quiet">{t("customers.risk.none")}</span>
        {contacted}
      </Card>
    );
  }
  return (
    <Card label={t("customers.risk")} value={formatPercent(risk.risk, 0)} tone={risk.risk >= 0.5 ? "negative" : undefined}>
      <span className="quiet num">
        {formatPercent(risk.low, 0)} – {formatPercent(risk.high, 0)}
      </span>
      <span className="quiet num">{t("customers.risk.due", { at: formatDay(risk.due, language) })}</span>
      {contacted}
    </Card>
  );
}

function Purposes({ data }: { data: Portrait }) {
  const { t, find, language } = useI18n();
  if (data.purposes.length === 0) return <Card label={t("customers.consent")} value={t("customers.consent.none")} />;
  const origin = (each: Portrait["purposes"][number]) =>
    t(`customers.purpose.${each.origin}` as WordKey, { at: each.at ? formatDay(each.at, language) : "" });
  return (
    <div className="glance-card">
      <span className="quiet">{t("customers.consent")}</span>
      <ul className="purposes">
        {data.purposes.map((each) => (
          <li key={each.purpose}>
            <Tooltip title={origin(each)}>
              <span className="tag" data-known={each.allowed} data-refused={!each.allowed} tabIndex={0}>
                {each.allowed ? "✓" : "✕"} {find(`customers.purpose.${each.purpose}`) ?? each.purpose}
              </span>
            </Tooltip>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where they stand, in words and five cards: what a colleague must know before picking up the telephone. */
export function Glance({ data }: { data: Portrait }) {
  const { t, name } = useI18n();
  const { standing } = data;
  const held = standing.stability?.value;
  return (
    <section className="glance" aria-label={t("customers.glance")}>
      <p className="glance-tags">
        <span className="tag" data-stage={standing.stage}>
          {name({ zh: standing.stage_zh, en: standing.stage_en })}
        </span>
        {standing.rfm_zh && <span className="tag">{name({ zh: standing.rfm_zh, en: standing.rfm_en ?? standing.rfm_zh })}</span>}
        {standing.group_zh && (
          <Tooltip title={`${t("customers.group")}${held ? ` · ${t("customers.group.held", { v: held.toFixed(2) })}` : ""}`}>
            <span className="tag" tabIndex={0}>
              {name({ zh: standing.group_zh, en: standing.group_en ?? standing.group_zh })}
            </span>
          </Tooltip>
        )}
        {[data.segment, data.region].filter(Boolean).map((each) => (
          <span key={each} className="tag">
            {each}
          </span>
        ))}
      </p>
      <p className="answer">{data.headline.map((each) => name(each)).join(" ")}</p>
      <div className="glance-cards">
        <Worth data={data} />
        <Ahead data={data} />
        <Mood data={data} />
        <Danger data={data} />
        <Purposes data={data} />
      </div>
    </section>
  );
}
