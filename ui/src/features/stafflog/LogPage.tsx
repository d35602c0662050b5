import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { ErrorText } from "@/components/ErrorText";
import { http, take } from "@/api/client";
import { authState, meta } from "@/api/queries";
import { Icon } from "@/components/Icon";
import { PageHead, Panel } from "@/components/Page";
import { Polarity } from "@/components/Polarity";
import { FiveVoices } from "@/features/stafflog/FiveVoices";
import { useI18n } from "@/i18n/i18n";
import "@/features/stafflog/stafflog.css";

const SOURCE = "员工代录";
const FIRST = 7;

interface Heard {
  text: string;
  product: string;
  customer: string;
  mood: number | null;
}

const NOTHING: Heard = { text: "", product: "", customer: "", mood: null };

/** `crypto.randomUUID` is missing on plain-http addresses, where a phone in the same office often is. */
function uniqueId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function useLog() {
  const user = useQuery(authState).data?.user;
  return useMutation({
    mutationFn: async ({ text, product, customer, mood }: Heard) => {
      const receipt = await take(
        http.POST("/api/v1/feedback", {
          body: {
            source: SOURCE,
            channel: "service",
            items: [
              {
                external_id: uniqueId(),
                occurred_at: new Date().toISOString(),
                text,
                product: product || null,
                author: customer || null,
                metadata: { logged_by: user?.username, mood },
              },
            ],
          },
        }),
      );
      if (receipt.rejected[0]) throw new Error(receipt.rejected[0].reason);
      return receipt;
    },
  });
}

function Choices({ options, value, onChange }: { options: string[]; value: string; onChange: (value: string) => void }) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const shown = all ? options : options.filter((option, index) => index < FIRST || option === value);
  return (
    <div className="log-choices">
      {shown.map((option) => (
        <button key={option} type="button" className="chip" data-active={option === value} aria-pressed={option === value} onClick={() => onChange(option === value ? "" : option)}>
          {option}
        </button>
      ))}
      {options.length > shown.length && (
        <button type="button" className="chip" onClick={() => setAll(true)}>
          {t("log.more")}
        </button>
      )}
    </div>
  );
}

/** A member of staff writes down what a customer said; made for a phone held in one hand. */
export default function LogPage() {
  const { t } = useI18n();
  const { data } = useQuery(meta);
  const [heard, setHeard] = useState(NOTHING);
  const log = useLog();
  const patch = (part: Partial<Heard>) => setHeard((before) => ({ ...before, ...part }));
  const submit = () => log.mutate(heard, { onSuccess: () => setHeard({ ...NOTHING, product: heard.product }) });
  return (
    <>
      <PageHead title={t("nav.log")} about={t("log.about")} />
      <div className="log-grid">
      <Panel>
        <form
          className="log-form"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <label>
            {t("log.text")}
            <Input.TextArea autoFocus value={heard.text} onChange={(event) => patch({ text: event.target.value })} autoSize={{ minRows: 5, maxRows: 12 }} placeholder={t("log.text.hint")} />
          </label>
          {data && data.products.length > 0 && (
            <fieldset>
              <legend>{t("filter.product")}</legend>
              <Choices options={data.products} value={heard.product} onChange={(product) => patch({ product })} />
            </fieldset>
          )}
          <fieldset>
            <legend>{t("log.mood")}</legend>
            <div className="log-choices">
              {[-1, 0, 1].map((mood) => (
                <button key={mood} type="button" className="log-mood" aria-pressed={heard.mood === mood} onClick={() => patch({ mood: heard.mood === mood ? null : mood })}>
                  <Polarity sentiment={mood} />
                </button>
              ))}
            </div>
          </fieldset>
          <label>
            {t("log.customer")}
            <Input value={heard.customer} onChange={(event) => patch({ customer: event.target.value })} placeholder={t("log.customer.hint")} />
          </label>
          <ErrorText error={log.error} />
          {log.isSuccess && !heard.text && (
            <p role="status" className="log-done">
              <Icon name="check" /> {t("log.done")}
            </p>
          )}
          <div className="log-submit">
            <Button type="primary" size="large" block htmlType="submit" disabled={!heard.text.trim()} loading={log.isPending}>
              {t("log.submit")}
            </Button>
          </div>
        </form>
      </Panel>
      <FiveVoices />
      </div>
    </>
  );
}
