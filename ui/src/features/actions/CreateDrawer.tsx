import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Form, Input, InputNumber, Select } from "antd";
import { useEffect } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { ErrorText } from "@/components/ErrorText";
import { http, take } from "@/api/client";
import { authState, fact as factQuery } from "@/api/queries";
import type { ActionDraft } from "@/api/types";
import { FormDrawer } from "@/components/SideDrawer";
import { useOffer } from "@/components/useOffer";
import { EvidenceNote } from "@/features/actions/EvidenceNote";
import { PlanNote } from "@/features/actions/PlanNote";
import { KINDS, METRICS, ORIGINS, UNITS } from "@/features/actions/states";
import { useFilters } from "@/filters/filters";
import { beijingDay } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";
import "@/features/actions/actions.css";

type Draft = Omit<ActionDraft, "aspect" | "filters" | "origin" | "origin_id">;

/** What the action answers: named in the address by whoever links here, else the fact itself. */
function useOrigin(aspect: string): Pick<ActionDraft, "origin" | "origin_id"> {
  const [search] = useSearchParams();
  const [kind, ...id] = (search.get("action-from") ?? "").split(":");
  const origin = ORIGINS.find((each) => each === kind);
  if (origin) return { origin, origin_id: id.join(":") || null };
  return aspect ? { origin: "fact", origin_id: aspect } : { origin: "manual", origin_id: null };
}

const DUE_IN_DAYS = 30;
const DIRECTIONS = ["down", "up"] as const;
const SMALLEST_EFFECT = 0.1;

function useCreate(aspect: string, onClose: () => void) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const { query } = useFilters();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const origin = useOrigin(aspect);
  return useMutation({
    mutationFn: (draft: Draft) => {
      const { lang: _words, ...filters } = query;
      return take(http.POST("/api/v1/actions", { body: { ...draft, ...origin, effort: draft.effort ?? null, experiment: draft.experiment ?? "", aspect: aspect || null, filters: filters as ActionDraft["filters"] } }));
    },
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: ["actions"] });
      void queries.invalidateQueries({ queryKey: ["overview"] });
      onClose();
      void message.success({
        content: (
          <>
            {t("action.created")}{" "}
            <button type="button" className="link" onClick={() => void navigate(`/act/actions/${made.id}`)}>
              {t("action.created.open")}
            </button>
          </>
        ),
      });
    },
  });
}

/** From a fact to an action in one step; the server freezes the evidence as it stands now. */
export default function CreateDrawer({ aspect, onClose }: { aspect: string; onClose: () => void }) {
  const { t, name } = useI18n();
  const { query } = useFilters();
  const [form] = Form.useForm<Draft>();
  const user = useQuery(authState).data?.user;
  const evidence = useQuery({ ...factQuery(aspect, { ...query, aspect: undefined }), enabled: aspect !== "" });
  const create = useCreate(aspect, onClose);
  const offer = useOffer<string>(form, "title");
  const suggested = evidence.data && t("action.suggestedTitle", { aspect: name(evidence.data) });
  useEffect(() => {
    if (suggested) offer(suggested);
  }, [suggested, offer]);
  return (
    <FormDrawer title={t("action.create")} form={form} submit={t("action.create.submit")} busy={create.isPending} onClose={onClose}>
      {aspect && <EvidenceNote fact={evidence.data} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: "product",
          owner: user?.display_name,
          due_date: beijingDay(DUE_IN_DAYS),
          expected_effect: { metric: "negative_customers", direction: "down", size: 20, unit: "percent" },
        }}
        onFinish={(draft) => create.mutate(draft)}
      >
        <Form.Item name="title" label={t("action.title")} rules={[{ required: true, message: t("form.required") }]}>
          <Input autoFocus maxLength={120} />
        </Form.Item>
        <div className="form-two">
          <Form.Item name="kind" label={t("action.kind")}>
            <Select options={KINDS.map((kind) => ({ value: kind, label: t(`action.kind.${kind}`) }))} />
          </Form.Item>
          <Form.Item name="due_date" label={t("action.dueDate")} rules={[{ required: true, message: t("form.required") }]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="owner" label={t("action.owner")} rules={[{ required: true, message: t("form.required") }]}>
            <Input />
          </Form.Item>
          <Form.Item name="team" label={t("action.team")}>
            <Input />
          </Form.Item>
        </div>
        <div className="effect" role="group" aria-labelledby="effect-title">
          <h3 id="effect-title">{t("action.effect")}</h3>
          <p className="quiet">{t("action.effect.about")}</p>
          <div className="form-four">
            <Form.Item name={["expected_effect", "metric"]}>
              <Select aria-label={t("action.effect.metric")} options={METRICS.map((value) => ({ value, label: t(`action.metric.${value}`) }))} />
            </Form.Item>
            <Form.Item name={["expected_effect", "direction"]}>
              <Select aria-label={t("action.effect.direction")} options={DIRECTIONS.map((value) => ({ value, label: t(`action.effect.${value}`) }))} />
            </Form.Item>
            <Form.Item name={["expected_effect", "size"]} rules={[{ required: true, message: t("form.required") }]}>
              <InputNumber aria-label={t("action.effect.size")} min={SMALLEST_EFFECT} style={{ width: "100%" }} />
            </Form.Item>
            <Form.Item name={["expected_effect", "unit"]}>
              <Select aria-label={t("action.effect.unit")} options={UNITS.map((value) => ({ value, label: t(`action.unit.${value}`) }))} />
            </Form.Item>
          </div>
          <PlanNote aspect={aspect} query={query} form={form} />
        </div>
        <Form.Item name="hypothesis" label={t("action.hypothesis")}>
          <Input.TextArea rows={3} placeholder={t("action.hypothesis.hint")} />
        </Form.Item>
        <div className="form-two">
          <Form.Item name="effort" label={t("action.effort")} extra={t("action.effort.about")}>
            <InputNumber min={0.1} max={10000} style={{ width: "100%" }} />
          </Form.Item>
          <Form.Item name="experiment" label={t("action.experiment")}>
            <Input maxLength={500} placeholder={t("action.experiment.hint")} />
          </Form.Item>
        </div>
        <ErrorText error={create.error} />
      </Form>
    </FormDrawer>
  );
}
