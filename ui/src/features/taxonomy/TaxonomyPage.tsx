import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Select, Upload } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { http, take } from "@/api/client";
import { Dots } from "@/components/Dots";
import { ErrorText } from "@/components/ErrorText";
import { PageHead, Panel } from "@/components/Page";
import { Empty, Failure, SkeletonRows } from "@/components/states";
import { AspectDrawer } from "@/features/taxonomy/AspectDrawer";
import { HistoryDrawer } from "@/features/taxonomy/HistoryDrawer";
import { Renewal } from "@/features/taxonomy/Renewal";
import { Branch, branchMatches } from "@/features/taxonomy/Tree";
import { taxonomies, taxonomy, useEdited, type Detail } from "@/features/taxonomy/queries";
import { useI18n } from "@/i18n/i18n";
import "@/features/taxonomy/taxonomy.css";

/** Which drawer is open is part of the address, so that Back closes it and a link opens it. */
function useOpen() {
  const [search, setSearch] = useSearchParams();
  const set = (changes: Record<string, string | null>) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      for (const key of ["aspect", "new", "history"]) next.delete(key);
      for (const [key, value] of Object.entries(changes)) {
        if (value !== null) next.set(key, value);
      }
      return next;
    });
  return { search, set };
}

function ImportButton() {
  const { t } = useI18n();
  const edited = useEdited();
  const load = useMutation({
    mutationFn: async (file: File) => take(http.POST("/api/v1/taxonomies", { body: { document: await file.text() } })),
    onSuccess: edited,
  });
  return (
    <>
      <Upload
        accept=".yaml,.yml"
        showUploadList={false}
        beforeUpload={(file) => {
          load.mutate(file);
          return false;
        }}
      >
        <Button loading={load.isPending}>{t("taxonomy.import")}</Button>
      </Upload>
      <ErrorText error={load.error} />
    </>
  );
}

function TreePanel({ tree, chosen, choose }: { tree: Detail; chosen: string | null; choose: (id: string) => void }) {
  const { t, name } = useI18n();
  const [typed, setTyped] = useState("");
  const needle = typed.trim().toLowerCase();
  const roots = tree.nodes.filter((node) => node.parent === null && branchMatches(node, tree.nodes, needle));
  return (
    <Panel title={name(tree, tree.name)} aside={<Dots items={[t("taxonomy.size", { n: tree.nodes.length }), t("taxonomy.version", { version: tree.version })]} />}>
      <input className="taxonomy-find" data-hotkey="search" value={typed} onChange={(event) => setTyped(event.target.value)} placeholder={t("taxonomy.find")} aria-label={t("taxonomy.find")} />
      {roots.length === 0 && <Empty icon="search" title={t("filter.none")} />}
      <div className="branches">
        {roots.map((root) => (
          <Branch key={root.id} root={root} nodes={tree.nodes} typed={needle} chosen={chosen} choose={choose} />
        ))}
      </div>
    </Panel>
  );
}

/** 标签体系: the tree that opinions are filed under, edited by those who read them. */
export default function TaxonomyPage() {
  const { t, name } = useI18n();
  const { search, set } = useOpen();
  const { data: listed, error, refetch } = useQuery(taxonomies);
  const chosen = listed?.find((one) => one.name === search.get("name")) ?? listed?.find((one) => one.name === "automotive") ?? listed?.[0];
  const { data: tree } = useQuery({ ...taxonomy(chosen?.name ?? ""), enabled: chosen !== undefined });
  const aspect = search.get("aspect");
  const fresh = search.get("new");
  const node = tree?.nodes.find((one) => one.id === aspect) ?? null;
  return (
    <>
      <PageHead title={t("nav.taxonomy")} about={t("taxonomy.about")}>
        <div className="taxonomy-do">
          {listed && (
            <Select value={chosen?.name} aria-label={t("filter.taxonomy")} style={{ minWidth: 168 }} onChange={(value: string) => set({ name: value })} options={listed.map((one) => ({ value: one.name, label: name(one, one.name) }))} />
          )}
          {chosen && (
            <>
              <Button onClick={() => set({ history: "1" })}>{t("taxonomy.history")}</Button>
              <Button href={`/api/v1/taxonomies/${chosen.name}/document`}>{t("taxonomy.export")}</Button>
              <ImportButton />
              <Button type="primary" onClick={() => set({ new: "" })}>
                {t("taxonomy.add")}
              </Button>
            </>
          )}
        </div>
      </PageHead>
      <Renewal />
      {error && !listed && <Failure error={error} retry={() => void refetch()} />}
      {!tree && !error && <SkeletonRows />}
      {tree && <TreePanel tree={tree} chosen={aspect} choose={(id) => set({ aspect: id })} />}
      {tree && (node || fresh !== null) && (
        <AspectDrawer key={node?.id ?? `new:${fresh}`} tree={tree} node={node} parent={fresh || null} add={(parent) => set({ new: parent })} onClose={() => set({})} />
      )}
      {chosen && search.has("history") && <HistoryDrawer taxonomy={chosen.name} onClose={() => set({})} />}
    </>
  );
}
