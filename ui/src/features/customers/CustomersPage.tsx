import { useQuery } from "@tanstack/react-query";
import { Input, Tabs } from "antd";
import { useSearchParams } from "react-router";
import { PageHead } from "@/components/Page";
import { Churn } from "@/features/customers/Churn";
import { Crossings } from "@/features/customers/Crossings";
import { Reports } from "@/features/customers/Reports";
import { ReviewQueue } from "@/features/customers/ReviewQueue";
import { Segments } from "@/features/customers/Segments";
import { SearchResults } from "@/features/customers/SearchResults";
import { review } from "@/features/customers/queries";
import { useI18n } from "@/i18n/i18n";
import "@/features/customers/customers.css";

/** Who a customer is: found by any handle, confirmed by people, and asked about as a whole. */
export default function CustomersPage() {
  const { t } = useI18n();
  const [params, setParams] = useSearchParams();
  const { data: queue } = useQuery(review);
  const q = params.get("q") ?? "";
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const found = (
    <div className="customer-search">
      <Input.Search
        autoFocus
        allowClear
        size="large"
        aria-label={t("customers.search")}
        placeholder={t("customers.search.hint")}
        defaultValue={q}
        onSearch={(text) => set("q", text.trim())}
      />
      <SearchResults q={q} />
    </div>
  );
  return (
    <>
      <PageHead title={t("nav.customers")} about={t("customers.about")} />
      <Tabs
        activeKey={params.get("tab") ?? "find"}
        onChange={(key) => set("tab", key === "find" ? "" : key)}
        items={[
          { key: "find", label: t("customers.find"), children: found },
          { key: "reports", label: t("customers.reports"), children: <Reports /> },
          { key: "segments", label: t("customers.segments"), children: <Segments /> },
          { key: "cross", label: t("customers.cross"), children: <Crossings /> },
          { key: "churn", label: t("churn.title"), children: <Churn /> },
          { key: "review", label: t("customers.review", { n: queue?.pressing ?? 0 }), children: <ReviewQueue /> },
        ]}
      />
    </>
  );
}
