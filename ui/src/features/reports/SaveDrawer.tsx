import { Button, Form, Input, Select } from "antd";
import { useNavigate } from "react-router";
import type { ReportDraft, SavedReport } from "@/api/types";
import { ErrorText } from "@/components/ErrorText";
import { FormDrawer } from "@/components/SideDrawer";
import { useSave } from "@/features/reports/queries";
import { useFilters } from "@/filters/filters";
import { useI18n } from "@/i18n/i18n";

const CADENCES = ["never", "daily", "weekly"] as const;
const KINDS = ["email", "dingtalk", "feishu", "wecom", "slack", "webhook"] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

type Draft = Pick<ReportDraft, "name" | "team" | "schedule" | "targets" | "language">;

/** A report keeps its filters without their days: each edition covers the days up to its own. */
function standing(query: Record<string, unknown>): ReportDraft["filters"] {
  const { from: _from, to: _to, lang: _lang, ...kept } = query;
  return kept as ReportDraft["filters"];
}

export function SaveDrawer({ saved, onClose }: { saved: SavedReport | undefined; onClose: () => void }) {
  const { t, language } = useI18n();
  const navigate = useNavigate();
  const { query } = useFilters();
  const [form] = Form.useForm<Draft>();
  const save = useSave(saved?.id ?? null);
  const cadence = Form.useWatch(["schedule", "cadence"], form);
  const submit = (draft: Draft) =>
    save.mutate(
      { ...draft, filters: saved ? (saved.filters as ReportDraft["filters"]) : standing(query) },
      {
        onSuccess: ({ id }) => {
          onClose();
          void navigate(`/act/reports?id=${id}`);
        },
      },
    );
  return (
    <FormDrawer title={t(saved ? "report.edit" : "report.save")} form={form} submit={t("report.save")} busy={save.isPending} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={saved ?? { language, schedule: { cadence: "weekly", weekday: 1, hour: 9 }, targets: [] }}
      >
        <Form.Item name="name" label={t("report.name")} rules={[{ required: true, message: t("form.required") }]}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item name="team" label={t("action.team")}>
          <Input />
        </Form.Item>
        <Form.Item name="language" label={t("report.language")}>
          <Select
            options={[
              { value: "zh", label: "中文" },
              { value: "en", label: "English" },
            ]}
          />
        </Form.Item>
        <div className="report-when">
          <Form.Item name={["schedule", "cadence"]} label={t("report.schedule")}>
            <Select options={CADENCES.map((value) => ({ value, label: t(`report.cadence.${value}`) }))} />
          </Form.Item>
          <Form.Item name={["schedule", "weekday"]} label={t("report.weekday")} hidden={cadence !== "weekly"}>
            <Select options={WEEKDAYS.map((value) => ({ value, label: t(`report.weekday.${value}`) }))} />
          </Form.Item>
          <Form.Item name={["schedule", "hour"]} label={t("report.hour")} hidden={cadence === "never"}>
            <Select options={HOURS.map((value) => ({ value, label: `${value}:00` }))} />
          </Form.Item>
        </div>
        <Form.List name="targets">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name: at }) => (
                <div key={key} className="report-target">
                  <Form.Item name={[at, "kind"]} initialValue="email">
                    <Select aria-label={t("report.target")} options={KINDS.map((value) => ({ value, label: t(`report.kind.${value}`) }))} />
                  </Form.Item>
                  <Form.Item name={[at, "address"]} rules={[{ required: true, message: t("form.required") }]}>
                    <Input placeholder={t("report.address")} aria-label={t("report.address")} />
                  </Form.Item>
                  <Button type="text" onClick={() => remove(at)}>
                    {t("report.target.remove")}
                  </Button>
                </div>
              ))}
              <Button onClick={() => add()}>{t("report.target.add")}</Button>
            </>
          )}
        </Form.List>
        <ErrorText error={save.error} />
      </Form>
    </FormDrawer>
  );
}
