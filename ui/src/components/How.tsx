import { useQuery } from "@tanstack/react-query";
import { Popover } from "antd";
import { meta } from "@/api/queries";
import type { Dated, Named } from "@/api/types";
import { Icon } from "@/components/Icon";
import { formatAge, formatDateTime } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

interface Props {
  about: WordKey | Named;
  dated?: Partial<Dated>;
  n?: number;
}

/** “怎么算的”: the definition, the window, the sample and the age of one figure. */
export function How({ about, dated, n }: Props) {
  const { t, name, language } = useI18n();
  const { data } = useQuery(meta);
  const card = (
    <div className="how-card">
      <p>{typeof about === "string" ? t(about) : name(about)}</p>
      <dl className="num">
        {dated?.window && (
          <>
            <dt>{t("how.window")}</dt>
            <dd>
              {dated.window.from} – {dated.window.to} {t("how.zone")}
            </dd>
          </>
        )}
        {n !== undefined && (
          <>
            <dt>{t("how.n")}</dt>
            <dd>{n}</dd>
          </>
        )}
        {dated?.as_of && (
          <>
            <dt>{t("how.age")}</dt>
            <dd>
              {formatAge(dated.as_of, language)}（{formatDateTime(dated.as_of, language)}）
            </dd>
          </>
        )}
        <dt>{t("how.minimum")}</dt>
        <dd>{data?.minimum_n ?? 30}</dd>
      </dl>
    </div>
  );
  return (
    <Popover content={card} trigger="click" arrow={false}>
      <button type="button" className="how">
        <Icon name="info" size={14} />
        {t("how.title")}
      </button>
    </Popover>
  );
}
