import { Button, Dropdown } from "antd";
import { Icon } from "@/components/Icon";
import { useI18n } from "@/i18n/i18n";

export type FileKind = "csv" | "xlsx" | "png";

/** 导出: what the page shows, as a file; the server writes it from the same question. */
export function ExportMenu({ href, kinds = ["csv", "xlsx", "png"] }: { href: (kind: FileKind) => string; kinds?: FileKind[] }) {
  const { t } = useI18n();
  const items = kinds.map((kind) => ({
    key: kind,
    label: (
      <a href={href(kind)} download>
        {t(`export.${kind}`)}
      </a>
    ),
  }));
  return (
    <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
      <Button icon={<Icon name="down" size={14} />}>{t("export.title")}</Button>
    </Dropdown>
  );
}
