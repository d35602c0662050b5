import { useQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { useSearchParams } from "react-router";
import { authState } from "@/api/queries";
import type { Case } from "@/api/types";
import { Icon } from "@/components/Icon";
import { PageHead, Panel } from "@/components/Page";
import { Pending } from "@/components/Pending";
import { Empty } from "@/components/states";
import { useRowKeys } from "@/components/useRowKeys";
import { CaseDrawer } from "@/features/cases/CaseDrawer";
import { Clock } from "@/features/cases/Clock";
import { NewCase } from "@/features/cases/NewCase";
import { inbox, type Shelf } from "@/features/cases/queries";
import { useI18n } from "@/i18n/i18n";
import "@/features/cases/cases.css";

const SHELVES: Shelf[] = ["open", "mine", "late", "resolved"];

function Row({ item, current, onOpen }: { item: Case; current: boolean; onOpen: () => void }) {
  const { t } = useI18n();
  return (
    <li>
      <button type="button" className="case-row" data-current={current} data-priority={item.priority} onClick={onOpen}>
        <span className="case-priority">{t(`case.priority.${item.priority}`)}</span>
        <span className="case-title">{item.title}</span>
        <span className="quiet">{t(`case.origin.${item.origin}`)}</span>
        <span className="quiet">{item.owner}</span>
        <Clock item={item} />
      </button>
    </li>
  );
}

/** The inbox: what must move next stands on top. */
export default function CasesPage() {
  const { t } = useI18n();
  const [search, setSearch] = useSearchParams();
  const shelf = SHELVES.find((each) => each === search.get("shelf")) ?? "open";
  const owner = useQuery(authState).data?.user?.display_name ?? "";
  const { data, error, refetch } = useQuery(inbox(shelf, owner));
  const items = data?.items ?? [];
  const set = (key: string, value: string | null) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === null) next.delete(key);
      else next.set(key, value);
      return next;
    });
  const open = (index: number) => items[index] && set("case", String(items[index].id));
  const current = useRowKeys(items.length, { open, act: open });
  const opened = Number(search.get("case"));
  return (
    <>
      <PageHead title={t("nav.cases")} about={t("case.about")}>
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => set("new-case", "")}>
          {t("case.open")}
        </Button>
      </PageHead>
      <Segmented
        value={shelf}
        onChange={(value) => set("shelf", value)}
        options={SHELVES.map((value) => ({ value, label: t(`case.shelf.${value}`) }))}
        style={{ margin: "0 0 12px" }}
      />
      <Panel flush>
        {!data && <Pending error={error} refetch={refetch} rows={6} height={44} />}
        {data && items.length === 0 && <Empty icon="check" title={t(`case.none.${shelf}`)} about={t("case.none.about")} />}
        <ul className="case-list">
          {items.map((item, index) => (
            <Row key={item.id} item={item} current={index === current} onOpen={() => set("case", String(item.id))} />
          ))}
        </ul>
      </Panel>
      {opened > 0 && <CaseDrawer id={opened} onClose={() => set("case", null)} />}
      {search.get("new-case") !== null && <NewCase from={search.get("new-case") ?? ""} onClose={() => set("new-case", null)} />}
    </>
  );
}
