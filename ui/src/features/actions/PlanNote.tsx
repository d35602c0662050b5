import { useQuery } from "@tanstack/react-query";
import { Form, Input, type FormInstance } from "antd";
import { useEffect } from "react";
import { http, take } from "@/api/client";
import type { ActionDraft, FilterQuery } from "@/api/types";
import { useOffer } from "@/components/useOffer";
import { useI18n } from "@/i18n/i18n";

const DUE = ["expected_effect", "due_date"];

interface Props {
  aspect: string;
  query: FilterQuery;
  form: FormInstance;
}

/** Before anybody promises anything: how many weeks and customers it takes to see it, or that it cannot be seen. */
export function PlanNote({ aspect, query, form }: Props) {
  const { t, language } = useI18n();
  const effect = Form.useWatch("expected_effect", form) as ActionDraft["expected_effect"] | undefined;
  const due = Form.useWatch("due_date", form) as string | undefined;
  const offer = useOffer<string | undefined>(form, DUE);
  const { lang: _words, ...filters } = query;
  const asked = effect && effect.size > 0 ? { metric: effect.metric, direction: effect.direction, size: effect.size, unit: effect.unit } : null;
  const { data } = useQuery({
    queryKey: ["action-plan", aspect, filters, asked, due],
    queryFn: () =>
      take(
        http.POST("/api/v1/actions/plan", {
          body: { aspect: aspect || null, filters: filters as ActionDraft["filters"], expected_effect: asked!, due_date: due ?? null },
        }),
      ),
    enabled: asked !== null,
    placeholderData: (before) => before,
  });
  useEffect(() => {
    offer(data?.due_date ?? undefined);
  }, [data, offer]);
  return (
    <>
      {data && (
        <p className="plan-note" data-enough={data.enough} role="status">
          {!data.enough && <strong>{t("plan.warning")} </strong>}
          {language === "zh" ? data.text_zh : data.text_en}
        </p>
      )}
      <Form.Item name={DUE} label={t("action.effect.due")} extra={t("plan.due.about")}>
        <Input type="date" min={due} />
      </Form.Item>
    </>
  );
}
