import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { http, take } from "@/api/client";
import { Dots } from "@/components/Dots";
import { ErrorText } from "@/components/ErrorText";
import { SideDrawer } from "@/components/SideDrawer";
import { SkeletonRows } from "@/components/states";
import { useEdited, versions, type Version } from "@/features/taxonomy/queries";
import { formatDateTime } from "@/i18n/format";
import { useI18n, type WordKey } from "@/i18n/i18n";

function useTold() {
  const { t, name } = useI18n();
  return ({ change }: Version) => {
    const told = change as { kind: string; zh?: string; en?: string; aspect?: string; version?: string };
    const what = told.zh ? name({ zh: told.zh, en: told.en ?? told.zh }) : (told.version ?? "");
    return t(`taxonomy.change.${told.kind}` as WordKey, { what });
  };
}

/** Every version of a taxonomy, each of which can be put back. */
export function HistoryDrawer({ taxonomy, onClose }: { taxonomy: string; onClose: () => void }) {
  const { t, language } = useI18n();
  const edited = useEdited();
  const told = useTold();
  const { data } = useQuery(versions(taxonomy));
  const restore = useMutation({
    mutationFn: (version_id: number) => take(http.POST("/api/v1/taxonomies/{name}/restore", { params: { path: { name: taxonomy } }, body: { version_id } })),
    onSuccess: edited,
  });
  return (
    <SideDrawer title={t("taxonomy.history")} width={460} onClose={onClose}>
      {!data && <SkeletonRows />}
      <ol className="history">
        {data?.map((version, at) => (
          <li key={version.id}>
            <div>
              <strong>{told(version)}</strong>
              <Dots
                items={[
                  t("taxonomy.version", { version: version.version }),
                  t("taxonomy.size", { n: version.aspects }),
                  version.created_by,
                  version.created_at && formatDateTime(version.created_at, language),
                ]}
              />
            </div>
            {at === 0 ? (
              <span className="quiet">{t("taxonomy.current")}</span>
            ) : (
              <Popconfirm title={t("taxonomy.restore.sure")} onConfirm={() => restore.mutate(version.id)}>
                <Button size="small">{t("taxonomy.restore")}</Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ol>
      <ErrorText error={restore.error} />
    </SideDrawer>
  );
}
