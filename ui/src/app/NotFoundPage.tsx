import { Link } from "react-router";
import { Empty } from "@/components/states";
import { useI18n } from "@/i18n/i18n";

export default function NotFoundPage() {
  const { t } = useI18n();
  return (
    <Empty icon="search" title={t("notFound.title")} about={t("notFound.about")}>
      <Link className="link" to="/overview">
        {t("notFound.back")}
      </Link>
    </Empty>
  );
}
