import { useQuery } from "@tanstack/react-query";
import { Button, Input, Modal, Select } from "antd";
import { useState } from "react";
import { ErrorText } from "@/components/ErrorText";
import { shares, useShare } from "@/features/reports/queries";
import { formatDateTime } from "@/i18n/format";
import { useI18n } from "@/i18n/i18n";

const DAYS = [3, 7, 14, 30, 90];

/** A link is shown once; afterwards only its traces: until when, how often opened, closed or not. */
export function ShareModal({ id, onClose }: { id: number; onClose: () => void }) {
  const { t, language } = useI18n();
  const [days, setDays] = useState(14);
  const { data } = useQuery(shares(id));
  const { make, close } = useShare(id);
  const made = make.data?.path && location.origin + make.data.path;
  return (
    <Modal open title={t("report.share")} footer={null} onCancel={onClose} width={520}>
      <p className="quiet">{t("report.share.about")}</p>
      <div className="report-share">
        <Select aria-label={t("report.share.days")} value={days} onChange={setDays} options={DAYS.map((value) => ({ value, label: t("report.share.for", { n: value }) }))} />
        <Button type="primary" loading={make.isPending} onClick={() => make.mutate(days)}>
          {t("report.share.make")}
        </Button>
      </div>
      {made && <Input readOnly value={made} aria-label={t("report.share")} onFocus={(event) => event.target.select()} />}
      <ErrorText error={make.error} />
      <ul className="report-shares">
        {data?.items.map((share) => (
          <li key={share.id}>
            <span className="num">
              {t(share.revoked_at ? "report.share.closed" : "report.share.until", { at: formatDateTime(share.revoked_at ?? share.expires_at, language) })} ·{" "}
              {t("report.share.opened", { n: share.opened })}
            </span>
            {!share.revoked_at && (
              <button type="button" className="row-action" onClick={() => close.mutate(share.id)}>
                {t("report.share.close")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
