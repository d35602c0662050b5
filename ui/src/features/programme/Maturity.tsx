import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Radio } from "antd";
import { useState } from "react";
import { http, take } from "@/api/client";
import { ErrorText } from "@/components/ErrorText";
import { Panel } from "@/components/Page";
import { formatDay } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const KEY = ["maturity"];
const STEPS = [1, 2, 3, 4, 5];

/** The team's own view of how far it is, beside the last time it was asked. */
export function Maturity() {
  const { t, name, language } = useI18n();
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: KEY, queryFn: () => take(http.GET("/api/v1/programme/maturity")) });
  const [answers, setAnswers] = useState<Record<string, number>>({});
  const keep = useMutation({
    mutationFn: () => take(http.POST("/api/v1/programme/maturity", { body: { answers, note: "" } })),
    onSuccess: () => {
      setAnswers({});
      void queries.invalidateQueries({ queryKey: KEY });
    },
  });
  const last = data?.items[0];
  const complete = data?.questions.every(({ id }) => answers[id]);
  return (
    <Panel title={t("maturity.title")} aside={last && <span className="quiet">{t("maturity.last", { day: formatDay(last.checked_at.slice(0, 10), language), by: last.checked_by })}</span>}>
      <ul className="steering-list">
        {data?.questions.map((question) => (
          <li key={question.id} className="maturity-row">
            <span>
              {name(question)}
              <span className="quiet steering-note">
                {t("maturity.steps", { low: language === "zh" ? question.low_zh : question.low_en, high: language === "zh" ? question.high_zh : question.high_en })}
              </span>
            </span>
            <Radio.Group
              aria-label={name(question)}
              value={answers[question.id] ?? last?.answers[question.id]}
              onChange={(event) => setAnswers((before) => ({ ...(last?.answers ?? {}), ...before, [question.id]: event.target.value as number }))}
            >
              {STEPS.map((step) => (
                <Radio.Button key={step} value={step}>
                  {step}
                </Radio.Button>
              ))}
            </Radio.Group>
          </li>
        ))}
      </ul>
      <Button disabled={!complete} loading={keep.isPending} onClick={() => keep.mutate()}>
        {t("maturity.keep")}
      </Button>
      <ErrorText error={keep.error} />
    </Panel>
  );
}
